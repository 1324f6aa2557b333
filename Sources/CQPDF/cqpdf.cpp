#include "CQPDF.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <map>
#include <memory>
#include <stdexcept>
#include <set>
#include <string>
#include <unistd.h>
#include <unordered_map>
#include <vector>

#include "descriptor_source.hpp"
#include "gray.hpp"
#include "matrix.hpp"
#include "zlib_stream.hpp"

struct cqpdf_sink {
    Pipeline *pipeline = nullptr;
    std::vector<uint8_t> bytes;
    // Kept until Swift's frames are left: no C++ exception may pass through them.
    std::exception_ptr failure;

    void write(const uint8_t *data, size_t count) noexcept {
        if (failure) return;
        try {
            if (pipeline)
                pipeline->write(data, count);
            else
                bytes.insert(bytes.end(), data, data + count);
        } catch (...) {
            failure = std::current_exception();
        }
    }
};

namespace {

// The system refused to write; qpdf's own file output takes a short write for a whole one.
struct WriteFailure : std::runtime_error {
    int code;
    explicit WriteFailure(int code) : std::runtime_error(strerror(code)), code(code) {}
};

// The end of the way: a file written in blocks, each write checked. What goes wrong is told by finished(): qpdf finishes
// its pipelines in destructors, where nothing may be thrown.
class FileSink : public Pipeline {
  public:
    FileSink(const char *path) : Pipeline("file", nullptr), descriptor(open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
        if (descriptor < 0) throw WriteFailure(errno);
        block.reserve(blockSize);
    }
    ~FileSink() override { close(descriptor); }

    void write(unsigned char const *data, size_t count) override {
        if (block.size() + count > blockSize) flush();
        if (count >= blockSize)
            send(data, count);
        else
            block.insert(block.end(), data, data + count);
    }
    void finish() override { flush(); }

    // Everything is with the system, or WriteFailure is thrown.
    void finished() {
        flush();
        if (code != 0) throw WriteFailure(code);
    }

  private:
    static constexpr size_t blockSize = 262144;
    int descriptor;
    std::vector<unsigned char> block;
    int code = 0;

    void flush() {
        send(block.data(), block.size());
        block.clear();
    }

    void send(unsigned char const *data, size_t count) {
        while (count > 0 && code == 0) {
            ssize_t sent = ::write(descriptor, data, count);
            if (sent < 0) {
                if (errno == EINTR) continue;
                code = errno == 0 ? EIO : errno;
                return;
            }
            data += sent;
            count -= size_t(sent);
        }
    }
};

struct TinyImage {
    int object;
    uint8_t samples[12];
};

// Bytes of an open file.
struct Span {
    int descriptor;
    qpdf_offset_t offset;
    size_t length;

    void read(std::vector<uint8_t> &out) const {
        out.resize(length);
        size_t done = 0;
        while (done < length) {
            ssize_t got = pread(descriptor, out.data() + done, length - done, offset + qpdf_offset_t(done));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) throw std::runtime_error("cannot read the drawn pages");
            done += size_t(got);
        }
    }
};

// The commands of a page or form, decoded and joined.
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

}  // namespace

struct cqpdf_document {
    QPDF qpdf;
    std::shared_ptr<InputSource> source;
    int descriptor = -1;
    std::string error;
    int systemCode = 0;
    cqpdf_provide provide;
    void *context;
    ZlibStream zlib;
    std::vector<QPDFObjectHandle> pages;
    std::vector<TinyImage> tinyImages;
    std::unordered_map<int, uint64_t> tokens;
    // Streams that are written as they were given.
    std::set<int> asGiven;
    // By the object of the page's content.
    std::unordered_map<int, Span> commands;
    std::unordered_map<int, Span> matrices;
    std::vector<uint8_t> raw, plain, gray, packed;

    // Shared by all pages and links: each object of its own would cost memory, and boxes recur on every page.
    std::map<std::array<double, 4>, QPDFObjectHandle> boxes;
    QPDFObjectHandle linkName = QPDFObjectHandle::newName("/Link");
    QPDFObjectHandle uriName = QPDFObjectHandle::newName("/URI");
    QPDFObjectHandle noBorder = QPDFObjectHandle::parse("[0 0 0]");

    cqpdf_document(cqpdf_provide provide, void *context) : provide(provide), context(context) {
        qpdf.setSuppressWarnings(true);
    }

    class Lazy : public QPDFObjectHandle::StreamDataProvider {
      public:
        Lazy(cqpdf_document &owner) : owner(owner) {}
        void provideStreamData(QPDFObjGen const &object, Pipeline *pipeline) override {
            auto found = owner.tokens.find(object.getObj());
            if (found == owner.tokens.end()) throw std::runtime_error("a stream has no data");
            cqpdf_sink sink;
            sink.pipeline = pipeline;
            bool isProvided = owner.provide(owner.context, found->second, &sink);
            if (sink.failure) std::rethrow_exception(sink.failure);
            if (!isProvided)
                throw std::runtime_error("a stream's data could not be had");
            pipeline->finish();
        }

      private:
        cqpdf_document &owner;
    };

    class Commands : public QPDFObjectHandle::StreamDataProvider {
      public:
        Commands(cqpdf_document &owner) : owner(owner) {}
        void provideStreamData(QPDFObjGen const &object, Pipeline *pipeline) override {
            auto found = owner.commands.find(object.getObj());
            if (found == owner.commands.end()) throw std::runtime_error("a page has no content");
            std::vector<std::string> insertions;
            auto matrices = owner.matrices.find(object.getObj());
            if (matrices != owner.matrices.end()) {
                matrices->second.read(owner.raw);
                insertions = matrixCommands(owner.raw.data(), owner.raw.size());
            }
            found->second.read(owner.raw);
            if (!owner.zlib.inflate(owner.raw.data(), owner.raw.size(), owner.plain))
                throw std::runtime_error("a page's content cannot be decompressed");
            owner.gray.clear();
            neutralAsGray(owner.plain.data(), owner.plain.size(), owner.gray, insertions);
            owner.zlib.deflate(owner.gray.data(), owner.gray.size(), owner.packed);
            pipeline->write(owner.packed.data(), owner.packed.size());
            pipeline->finish();
        }

      private:
        cqpdf_document &owner;
    };

    std::shared_ptr<QPDFObjectHandle::StreamDataProvider> lazy = std::make_shared<Lazy>(*this);
    std::shared_ptr<QPDFObjectHandle::StreamDataProvider> lazyCommands = std::make_shared<Commands>(*this);

    template <typename Body>
    auto guarded(Body body) noexcept -> decltype(body()) {
        error.clear();
        systemCode = 0;
        try {
            return body();
        } catch (WriteFailure const &failure) {
            error = failure.what();
            systemCode = failure.code;
        } catch (std::exception const &failure) {
            error = failure.what();
        } catch (...) {
            error = "unknown failure";
        }
        if (error.empty()) error = "unknown failure";
        return {};
    }

    void scan() {
        for (auto &object : qpdf.getAllObjects()) {
            if (!object.isStream()) continue;
            QPDFObjectHandle dictionary = object.getDict();
            QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
            if (!subtype.isName()) continue;
            if (subtype.getName() != "/Image") continue;
            QPDFObjectHandle width = dictionary.getKey("/Width"), height = dictionary.getKey("/Height");
            if (!width.isInteger() || !height.isInteger() || width.getIntValue() != 4 || height.getIntValue() != 1)
                continue;
            auto data = object.getStreamData(qpdf_dl_generalized);
            if (data->getSize() != 12) continue;
            TinyImage image{object.getObjectID(), {}};
            memcpy(image.samples, data->getBuffer(), 12);
            tinyImages.push_back(image);
        }
    }

    QPDFObjectHandle box(const double edges[4]) {
        std::array<double, 4> key = {edges[0], edges[1], edges[2], edges[3]};
        auto known = boxes.find(key);
        if (known != boxes.end()) return known->second;
        std::vector<QPDFObjectHandle> items;
        for (double edge : key) items.push_back(QPDFObjectHandle::newReal(edge, 4));
        // Areas that never come again must not pile up here.
        if (boxes.size() >= 4096) boxes.clear();
        return boxes[key] = QPDFObjectHandle::newArray(items);
    }

    void setStream(QPDFObjectHandle stream, const char *dictionary, uint64_t token) {
        QPDFObjectHandle entries = QPDFObjectHandle::parse(&qpdf, dictionary, "stream dictionary");
        stream.replaceDict(entries);
        stream.replaceStreamData(lazy, QPDFObjectHandle(), QPDFObjectHandle());
        stream.setFilterOnWrite(false);
        tokens[stream.getObjectID()] = token;
    }

    // Rewrites a stream of commands at once and keeps the result; for the few that are no page's.
    void mendAtOnce(QPDFObjectHandle stream) {
        if (tokens.count(stream.getObjectID()) || asGiven.count(stream.getObjectID())) return;
        auto data = stream.getStreamData(qpdf_dl_generalized);
        gray.clear();
        neutralAsGray(data->getBuffer(), data->getSize(), gray);
        zlib.deflate(gray.data(), gray.size(), packed);
        stream.replaceStreamData(
            std::string(packed.begin(), packed.end()), QPDFObjectHandle::newName("/FlateDecode"),
            QPDFObjectHandle::newNull());
    }

    void mendPage(QPDFObjectHandle page) {
        QPDFObjectHandle contents = page.getKey("/Contents");
        if (!contents.isStream()) return;
        QPDFObjectHandle dictionary = contents.getDict();
        QPDFObjectHandle length = dictionary.getKey("/Length"), filter = dictionary.getKey("/Filter");
        qpdf_offset_t offset = contents.getParsedOffset();
        if (offset > 0 && length.isInteger() && filter.isName() && filter.getName() == "/FlateDecode") {
            commands[contents.getObjectID()] = {descriptor, offset, size_t(length.getIntValue())};
            contents.replaceDict(QPDFObjectHandle::newDictionary());
            contents.replaceStreamData(lazyCommands, filter, QPDFObjectHandle::newNull());
            contents.setFilterOnWrite(false);
        } else {
            throw std::runtime_error("a page's content is not as Cairo writes it");
        }
    }
};

extern "C" {

void cqpdf_sink_write(cqpdf_sink *sink, const uint8_t *bytes, size_t count) {
    if (count) sink->write(bytes, count);
}

cqpdf_sink *cqpdf_sink_create(void) { return new (std::nothrow) cqpdf_sink; }
void cqpdf_sink_destroy(cqpdf_sink *sink) { delete sink; }
const uint8_t *cqpdf_sink_bytes(const cqpdf_sink *sink, size_t *count) {
    *count = sink->bytes.size();
    return sink->bytes.data();
}

cqpdf_document *cqpdf_create(cqpdf_provide provide, void *context) {
    try {
        return new cqpdf_document(provide, context);
    } catch (...) {
        return nullptr;
    }
}

void cqpdf_destroy(cqpdf_document *document) { delete document; }

const char *cqpdf_error(const cqpdf_document *document) { return document->error.c_str(); }

bool cqpdf_open(cqpdf_document *document, int descriptor) {
    return document->guarded([&] {
        document->descriptor = descriptor;
        document->source = std::make_shared<DescriptorSource>(descriptor, "the drawn pages");
        document->qpdf.processInputSource(document->source);
        document->pages = document->qpdf.getAllPages();
        document->scan();
        return true;
    });
}

int cqpdf_system_code(const cqpdf_document *document) { return document->systemCode; }
size_t cqpdf_page_count(const cqpdf_document *document) { return document->pages.size(); }
size_t cqpdf_tiny_image_count(const cqpdf_document *document) { return document->tinyImages.size(); }

bool cqpdf_tiny_image(const cqpdf_document *document, size_t index, int *object, uint8_t samples[12]) {
    if (index >= document->tinyImages.size()) return false;
    *object = document->tinyImages[index].object;
    memcpy(samples, document->tinyImages[index].samples, 12);
    return true;
}

bool cqpdf_replace_stream(cqpdf_document *document, int object, const char *dictionary, uint64_t token) {
    return document->guarded([&] {
        document->setStream(document->qpdf.getObject(object, 0), dictionary, token);
        return true;
    });
}

int cqpdf_add_stream(cqpdf_document *document, const char *dictionary, uint64_t token) {
    return document->guarded([&] {
        QPDFObjectHandle stream = document->qpdf.newStream();
        document->setStream(stream, dictionary, token);
        return stream.getObjectID();
    });
}

int cqpdf_add_plain_stream(cqpdf_document *document, const char *dictionary, const uint8_t *bytes, size_t count) {
    return document->guarded([&] {
        QPDFObjectHandle stream =
            document->qpdf.newStream(std::string(reinterpret_cast<const char *>(bytes), count));
        stream.replaceDict(QPDFObjectHandle::parse(&document->qpdf, dictionary, "stream dictionary"));
        stream.setFilterOnWrite(false);
        document->asGiven.insert(stream.getObjectID());
        return stream.getObjectID();
    });
}

int cqpdf_import_resources(cqpdf_document *document, const uint8_t *bytes, size_t count, double edges[4]) {
    return document->guarded([&] {
        QPDF picture;
        picture.setSuppressWarnings(true);
        picture.setImmediateCopyFrom(true);
        picture.processMemoryFile("picture", reinterpret_cast<const char *>(bytes), count);
        auto pages = picture.getAllPages();
        if (pages.empty()) throw std::runtime_error("the picture has no page");
        QPDFObjectHandle media = pages[0].getKey("/MediaBox");
        if (!media.isArray() || media.getArrayNItems() != 4) throw std::runtime_error("the picture has no media box");
        for (int i = 0; i < 4; i++) edges[i] = media.getArrayItem(i).getNumericValue();
        QPDFObjectHandle resources = pages[0].getKey("/Resources");
        if (!resources.isDictionary()) resources = QPDFObjectHandle::newDictionary();
        if (!resources.isIndirect()) resources = picture.makeIndirectObject(resources);
        return document->qpdf.copyForeignObject(resources).getObjectID();
    });
}

bool cqpdf_page_commands(const uint8_t *bytes, size_t count, cqpdf_sink *sink) {
    try {
        QPDF picture;
        picture.setSuppressWarnings(true);
        picture.processMemoryFile("picture", reinterpret_cast<const char *>(bytes), count);
        auto pages = picture.getAllPages();
        if (pages.empty()) return false;
        std::vector<uint8_t> plain, gray, packed;
        pageCommands(pages[0], plain);
        neutralAsGray(plain.data(), plain.size(), gray);
        ZlibStream zlib;
        zlib.deflate(gray.data(), gray.size(), packed);
        sink->write(packed.data(), packed.size());
        return true;
    } catch (...) {
        return false;
    }
}

bool cqpdf_set_matrices(cqpdf_document *document, size_t page, int descriptor, int64_t offset, size_t count) {
    return document->guarded([&] {
        QPDFObjectHandle contents = document->pages.at(page).getKey("/Contents");
        if (!contents.isStream()) throw std::runtime_error("a page has no content");
        document->matrices[contents.getObjectID()] = {descriptor, offset, count};
        return true;
    });
}

bool cqpdf_set_boxes(
    cqpdf_document *document, size_t page, const double media[4], const double bleed[4], const double trim[4]) {
    return document->guarded([&] {
        QPDFObjectHandle entries = document->pages.at(page);
        entries.replaceKey("/MediaBox", document->box(media));
        entries.replaceKey("/BleedBox", document->box(bleed));
        entries.replaceKey("/TrimBox", document->box(trim));
        // Cairo makes each page a group that blends in RGB: with a see-through picture on the page, a printer with black
        // ink would get its grey letters as RGB, in four inks. Without the group a page blends in the printer's own space.
        entries.removeKey("/Group");
        return true;
    });
}

bool cqpdf_add_link(cqpdf_document *document, size_t page, const double area[4], const char *address) {
    return document->guarded([&] {
        QPDFObjectHandle entries = document->pages.at(page);
        QPDFObjectHandle action = QPDFObjectHandle::newDictionary(
            {{"/S", document->uriName}, {"/URI", QPDFObjectHandle::newString(address)}});
        QPDFObjectHandle link = document->qpdf.makeIndirectObject(QPDFObjectHandle::newDictionary({
            {"/Subtype", document->linkName},
            {"/Border", document->noBorder},
            {"/Rect", document->box(area)},
            {"/A", action},
        }));
        if (!entries.getKey("/Annots").isArray()) entries.replaceKey("/Annots", QPDFObjectHandle::newArray());
        entries.getKey("/Annots").appendItem(link);
        return true;
    });
}

bool cqpdf_set_catalog(cqpdf_document *document, const char *text) {
    return document->guarded([&] {
        QPDFObjectHandle entries = QPDFObjectHandle::parse(&document->qpdf, text, "catalog");
        QPDFObjectHandle root = document->qpdf.getRoot();
        for (auto &entry : entries.getDictAsMap()) root.replaceKey(entry.first, entry.second);
        return true;
    });
}

bool cqpdf_set_information(cqpdf_document *document, const char *text) {
    return document->guarded([&] {
        QPDFObjectHandle entries = QPDFObjectHandle::parse(&document->qpdf, text, "information");
        QPDFObjectHandle trailer = document->qpdf.getTrailer();
        QPDFObjectHandle information = document->qpdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        for (auto &entry : entries.getDictAsMap()) information.replaceKey(entry.first, entry.second);
        trailer.replaceKey("/Info", information);
        return true;
    });
}

bool cqpdf_mend(cqpdf_document *document) {
    return document->guarded([&] {
        for (auto &page : document->pages) document->mendPage(page);
        for (auto &object : document->qpdf.getAllObjects()) {
            if (object.isStream()) {
                QPDFObjectHandle dictionary = object.getDict();
                QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
                bool isForm = subtype.isName() && subtype.getName() == "/Form";
                if (isForm || dictionary.getKey("/PatternType").isInteger()) {
                    if (isForm || dictionary.getKey("/PatternType").getIntValue() == 1) document->mendAtOnce(object);
                }
            } else if (object.isDictionary()) {
                QPDFObjectHandle subtype = object.getKey("/Subtype");
                if (subtype.isName() && subtype.getName() == "/CIDFontType2" && !object.hasKey("/CIDToGIDMap"))
                    object.replaceKey("/CIDToGIDMap", QPDFObjectHandle::newName("/Identity"));
            }
        }
        return true;
    });
}

bool cqpdf_write(cqpdf_document *document, const char *path, const char *version) {
    return document->guarded([&] {
        FileSink sink(path);
        QPDFWriter writer(document->qpdf);
        writer.setOutputPipeline(&sink);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setNewlineBeforeEndstream(true);
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion(version);
        writer.write();
        sink.finished();
        return true;
    });
}

bool cqpdf_neutral_as_gray(const uint8_t *commands, size_t count, cqpdf_sink *sink) {
    try {
        std::vector<uint8_t> gray;
        neutralAsGray(commands, count, gray);
        sink->write(gray.data(), gray.size());
        return true;
    } catch (...) {
        return false;
    }
}

bool cqpdf_deflate(const uint8_t *bytes, size_t count, cqpdf_sink *sink) {
    try {
        ZlibStream zlib;
        std::vector<uint8_t> packed;
        zlib.deflate(bytes, count, packed);
        sink->write(packed.data(), packed.size());
        return true;
    } catch (...) {
        return false;
    }
}

}  // extern "C"
