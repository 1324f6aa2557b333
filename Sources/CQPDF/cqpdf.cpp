#include "CQPDF.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "descriptor_source.hpp"
#include "gray.hpp"
#include "sink.hpp"
#include "zlib_stream.hpp"

namespace {

// Deeper than anything that Cairo writes.
constexpr int deepest = 64;

bool isName(QPDFObjectHandle const &value, char const *name) {
    auto copy = value;
    return copy.isName() && copy.getName() == name;
}

// A form, or a pattern that is tiled: streams of painting commands that are no page's.
bool hasCommands(QPDFObjectHandle dictionary) {
    if (isName(dictionary.getKey("/Subtype"), "/Form")) return true;
    QPDFObjectHandle kind = dictionary.getKey("/PatternType");
    return kind.isInteger() && kind.getIntValue() == 1;
}

// The commands of a page, decoded and joined.
void pageCommands(QPDFObjectHandle page, std::vector<uint8_t> &out) {
    QPDFObjectHandle contents = page.getKey("/Contents");
    std::vector<QPDFObjectHandle> parts;
    if (contents.isArray())
        parts = contents.getArrayAsVector();
    else
        parts.push_back(contents);
    for (auto &part : parts) {
        if (!part.isStream()) continue;
        auto data = part.getStreamData(qpdf_dl_generalized);
        out.insert(out.end(), data->getBuffer(), data->getBuffer() + data->getSize());
        out.push_back('\n');
    }
}

// Writes values in PDF syntax under the numbers of another file.
class Transcript {
  public:
    Transcript(cqpdf_rename rename, void *context, std::string &out) : rename(rename), context(context), out(out) {}

    void value(QPDFObjectHandle value, int depth = 0) {
        if (depth > deepest) throw std::runtime_error("an object is nested too deeply");
        if (value.isIndirect()) {
            reference(value.getObjectID());
        } else if (value.isArray()) {
            out += '[';
            int count = value.getArrayNItems();
            for (int i = 0; i < count; i++) {
                if (i) out += ' ';
                this->value(value.getArrayItem(i), depth + 1);
            }
            out += ']';
        } else if (value.isDictionary()) {
            dictionary(value, depth);
        } else {
            out += value.unparse();
        }
    }

    // The content of an object, which for a stream is its dictionary, of what `isLeft` does not leave out.
    template <typename IsLeft>
    void dictionary(QPDFObjectHandle value, int depth, IsLeft isLeft, char const *more = "") {
        out += "<<";
        // Not getKeys(), which passes over what names a forgotten object.
        for (auto const &[key, item] : value.getDictAsMap()) {
            if (isLeft(key)) continue;
            QPDFObjectHandle entry = item;
            if (!entry.isIndirect() && entry.isNull()) continue;
            out += ' ';
            out += QPDFObjectHandle::newName(key).unparse();
            out += ' ';
            this->value(entry, depth + 1);
        }
        // Cairo leaves out what preflights ask for (ISO 32000-2, 9.7.4.2).
        if (isName(value.getKey("/Subtype"), "/CIDFontType2") && !value.hasKey("/CIDToGIDMap"))
            out += " /CIDToGIDMap /Identity";
        out += more;
        out += " >>";
    }
    void dictionary(QPDFObjectHandle value, int depth) {
        dictionary(value, depth, [](std::string const &) { return false; });
    }

  private:
    cqpdf_rename rename;
    void *context;
    std::string &out;

    void reference(int object) {
        int number = rename(context, object);
        out += number > 0 ? std::to_string(number) + " 0 R" : "null";
    }
};

}  // namespace

struct cqpdf_document {
    QPDF qpdf;
    std::vector<int> pages;
    std::string error;

    cqpdf_document() { qpdf.setSuppressWarnings(true); }

    template <typename Body>
    bool guarded(Body body) noexcept {
        error.clear();
        try {
            body();
            return true;
        } catch (std::exception const &failure) {
            error = failure.what();
        } catch (...) {
        }
        if (error.empty()) error = "unknown failure";
        return false;
    }

    // The numbers alone: the pages themselves are read when their turn comes.
    void listPages() {
        QPDFObjectHandle kids = qpdf.getRoot().getKey("/Pages").getKey("/Kids");
        if (!kids.isArray()) throw std::runtime_error("the drawn pages are not listed as Cairo does it");
        int count = kids.getArrayNItems();
        for (int i = 0; i < count; i++) pages.push_back(kids.getArrayItem(i).getObjectID());
    }

    // qpdf keeps what it has read; in its place it may keep null.
    void forget(int object) { qpdf.replaceObject(object, 0, QPDFObjectHandle::newNull()); }

    QPDFObjectHandle page(size_t index) {
        QPDFObjectHandle page = qpdf.getObject(pages.at(index), 0);
        if (!page.isDictionary() || page.hasKey("/Kids"))
            throw std::runtime_error("the drawn pages are not listed as Cairo does it");
        return page;
    }
};

extern "C" {

cqpdf_document *cqpdf_create(void) {
    try {
        return new cqpdf_document;
    } catch (...) {
        return nullptr;
    }
}

void cqpdf_destroy(cqpdf_document *document) { delete document; }

const char *cqpdf_error(const cqpdf_document *document) { return document->error.c_str(); }

bool cqpdf_open(cqpdf_document *document, int descriptor) {
    return document->guarded([&] {
        document->qpdf.processInputSource(std::make_shared<DescriptorSource>(descriptor, "the drawn pages"));
        document->listPages();
    });
}

bool cqpdf_open_bytes(cqpdf_document *document, const uint8_t *bytes, size_t count) {
    return document->guarded([&] {
        document->qpdf.processMemoryFile("picture", reinterpret_cast<const char *>(bytes), count);
        document->listPages();
    });
}

size_t cqpdf_page_count(const cqpdf_document *document) { return document->pages.size(); }

bool cqpdf_page_resources(
    cqpdf_document *document, size_t index, cqpdf_rename rename, void *context, cqpdf_sink *text) {
    return document->guarded([&] {
        std::string out;
        QPDFObjectHandle resources = document->page(index).getKey("/Resources");
        if (resources.isDictionary())
            Transcript(rename, context, out).value(resources);
        else
            out = "<< >>";
        text->write(reinterpret_cast<const uint8_t *>(out.data()), out.size());
    });
}

bool cqpdf_page_media_box(cqpdf_document *document, size_t index, double edges[4]) {
    return document->guarded([&] {
        QPDFObjectHandle media = document->page(index).getKey("/MediaBox");
        if (!media.isArray() || media.getArrayNItems() != 4) throw std::runtime_error("a page has no media box");
        for (int i = 0; i < 4; i++) edges[i] = media.getArrayItem(i).getNumericValue();
    });
}

bool cqpdf_page_place(cqpdf_document *document, size_t index, int64_t *offset, size_t *count) {
    return document->guarded([&] {
        QPDFObjectHandle contents = document->page(index).getKey("/Contents");
        if (!contents.isStream()) throw std::runtime_error("a page has no content");
        QPDFObjectHandle dictionary = contents.getDict();
        QPDFObjectHandle length = dictionary.getKey("/Length");
        *offset = contents.getParsedOffset();
        if (*offset <= 0 || !length.isInteger() || !isName(dictionary.getKey("/Filter"), "/FlateDecode"))
            throw std::runtime_error("a page's content is not as Cairo writes it");
        *count = size_t(length.getIntValue());
        // All that was read of the page, but for the resources, which go their own way.
        if (length.isIndirect()) document->forget(length.getObjectID());
        document->forget(contents.getObjectID());
        document->forget(document->pages.at(index));
    });
}

bool cqpdf_page_commands(cqpdf_document *document, size_t index, cqpdf_sink *sink) {
    return document->guarded([&] {
        std::vector<uint8_t> plain, gray, packed;
        pageCommands(document->page(index), plain);
        neutralAsGray(plain.data(), plain.size(), gray);
        ZlibStream zlib;
        zlib.deflate(gray.data(), gray.size(), packed);
        sink->write(packed.data(), packed.size());
    });
}

bool cqpdf_tiny_image(cqpdf_document *document, int object, uint8_t samples[12]) {
    bool isTiny = false;
    document->guarded([&] {
        QPDFObjectHandle image = document->qpdf.getObject(object, 0);
        if (!image.isStream()) return;
        QPDFObjectHandle dictionary = image.getDict();
        if (!isName(dictionary.getKey("/Subtype"), "/Image")) return;
        QPDFObjectHandle width = dictionary.getKey("/Width"), height = dictionary.getKey("/Height");
        if (!width.isInteger() || !height.isInteger() || width.getIntValue() != 4 || height.getIntValue() != 1) return;
        auto data = image.getStreamData(qpdf_dl_generalized);
        if (data->getSize() != 12) return;
        memcpy(samples, data->getBuffer(), 12);
        isTiny = true;
    });
    return isTiny;
}

bool cqpdf_object(
    cqpdf_document *document, int object, cqpdf_rename rename, void *context, cqpdf_sink *text, cqpdf_sink *data,
    bool *isStream) {
    return document->guarded([&] {
        QPDFObjectHandle content = document->qpdf.getObject(object, 0);
        std::string out;
        Transcript transcript(rename, context, out);
        *isStream = content.isStream();
        if (content.isStream()) {
            QPDFObjectHandle dictionary = content.getDict();
            bool isMended = hasCommands(dictionary);
            transcript.dictionary(
                dictionary, 0,
                [&](std::string const &key) {
                    return key == "/Length" || (isMended && (key == "/Filter" || key == "/DecodeParms"));
                },
                isMended ? " /Filter /FlateDecode" : "");
            if (isMended) {
                auto plain = content.getStreamData(qpdf_dl_generalized);
                std::vector<uint8_t> gray, packed;
                neutralAsGray(plain->getBuffer(), plain->getSize(), gray);
                ZlibStream zlib;
                zlib.deflate(gray.data(), gray.size(), packed);
                data->write(packed.data(), packed.size());
            } else {
                auto raw = content.getRawStreamData();
                data->write(raw->getBuffer(), raw->getSize());
            }
        } else if (content.isDictionary()) {
            transcript.dictionary(content, 0);
        } else if (content.isArray()) {
            out += '[';
            for (int i = 0; i < content.getArrayNItems(); i++) {
                if (i) out += ' ';
                transcript.value(content.getArrayItem(i), 1);
            }
            out += ']';
        } else {
            out = content.unparseResolved();
        }
        text->write(reinterpret_cast<const uint8_t *>(out.data()), out.size());
    });
}

void cqpdf_forget(cqpdf_document *document, int object) {
    document->guarded([&] { document->forget(object); });
}

}  // extern "C"
