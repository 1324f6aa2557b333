#include "CQPDF.h"

#include "descriptor_source.hpp"
#include "page_digest.hpp"
#include "sink.hpp"
#include "zlib_stream.hpp"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <cmath>
#include <exception>
#include <memory>
#include <string>
#include <vector>

struct cqpdf_reader {
    QPDF qpdf;
    std::vector<QPDFObjectHandle> pages;
    std::unique_ptr<PageDigests> digests;
    std::string error;
    cqpdf_reading failure = CQPDF_READING_FAILED;

    cqpdf_reader() { qpdf.setSuppressWarnings(true); }

    template <typename Body>
    bool guarded(Body body) noexcept {
        error.clear();
        failure = CQPDF_READING_FAILED;
        try {
            body();
            return true;
        } catch (QPDFExc const &reason) {
            // Without the file's name and the place in it, which mean nothing to whoever has to act.
            error = reason.getMessageDetail();
            if (reason.getErrorCode() == qpdf_e_password) failure = CQPDF_READING_NEEDS_PASSWORD;
            if (reason.getErrorCode() == qpdf_e_damaged_pdf) failure = CQPDF_READING_DAMAGED;
        } catch (std::exception const &reason) {
            error = reason.what();
        } catch (...) {
            error = "unknown failure";
        }
        return false;
    }
};

extern "C" {

cqpdf_reader *cqpdf_reader_create(void) {
    try {
        return new cqpdf_reader;
    } catch (...) {
        return nullptr;
    }
}

void cqpdf_reader_destroy(cqpdf_reader *reader) { delete reader; }
const char *cqpdf_reader_error(const cqpdf_reader *reader) { return reader->error.c_str(); }
cqpdf_reading cqpdf_reader_failure(const cqpdf_reader *reader) { return reader->failure; }

bool cqpdf_reader_open(cqpdf_reader *reader, int descriptor) {
    return reader->guarded([&] {
        reader->qpdf.processInputSource(std::make_shared<DescriptorSource>(descriptor, "the file"));
        reader->pages = reader->qpdf.getAllPages();
        reader->digests = std::make_unique<PageDigests>(reader->qpdf);
    });
}

size_t cqpdf_reader_page_count(const cqpdf_reader *reader) { return reader->pages.size(); }

bool cqpdf_reader_page(
    cqpdf_reader *reader, size_t index, double size[2], uint64_t digest[2], bool *isKnown) {
    return reader->guarded([&] {
        QPDFObjectHandle page = reader->pages.at(index);
        QPDFPageObjectHelper helper(page);
        QPDFObjectHandle media = helper.getAttribute("/MediaBox", false), crop = helper.getAttribute("/CropBox", false);
        auto rectangle = [](QPDFObjectHandle box) {
            auto edges = box.getArrayAsRectangle();
            return QPDFObjectHandle::Rectangle(
                std::fmin(edges.llx, edges.urx), std::fmin(edges.lly, edges.ury), std::fmax(edges.llx, edges.urx),
                std::fmax(edges.lly, edges.ury));
        };
        // US Letter is what readers take for a page that does not say.
        auto box = media.isRectangle() ? rectangle(media) : QPDFObjectHandle::Rectangle(0, 0, 612, 792);
        if (crop.isRectangle()) {
            auto cut = rectangle(crop);
            cut = {
                std::fmax(cut.llx, box.llx), std::fmax(cut.lly, box.lly), std::fmin(cut.urx, box.urx),
                std::fmin(cut.ury, box.ury)};
            if (cut.urx > cut.llx && cut.ury > cut.lly) box = cut;
        }
        size[0] = box.urx - box.llx;
        size[1] = box.ury - box.lly;
        QPDFObjectHandle turn = helper.getAttribute("/Rotate", false);
        if (turn.isInteger() && turn.getIntValue() % 180 != 0) std::swap(size[0], size[1]);
        auto found = reader->digests->digest(page);
        *isKnown = found.has_value();
        if (found) {
            digest[0] = found->low;
            digest[1] = found->high;
        }
    });
}

bool cqpdf_piece(int descriptor, const char *application, size_t limit, cqpdf_sink *sink) {
    try {
        QPDF qpdf;
        qpdf.setSuppressWarnings(true);
        qpdf.processInputSource(std::make_shared<DescriptorSource>(descriptor, "the file"));
        QPDFObjectHandle pieces = qpdf.getRoot().getKey("/PieceInfo");
        if (!pieces.isDictionary()) return false;
        QPDFObjectHandle own = pieces.getKey(std::string("/") + application);
        if (!own.isDictionary()) return false;
        QPDFObjectHandle data = own.getKey("/Private");
        std::vector<QPDFObjectHandle> parts;
        if (data.isArray())
            parts = data.getArrayAsVector();
        else
            parts.push_back(data);
        if (parts.empty()) return false;
        ZlibStream zlib;
        std::vector<uint8_t> plain;
        for (auto &part : parts) {
            if (!part.isStream()) return false;
            QPDFObjectHandle filter = part.getDict().getKey("/Filter");
            if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
            auto raw = part.getRawStreamData();
            if (filter.isNull()) {
                if (raw->getSize() > limit) return false;
                sink->write(raw->getBuffer(), raw->getSize());
                limit -= raw->getSize();
                continue;
            }
            if (!filter.isName() || filter.getName() != "/FlateDecode") return false;
            if (!zlib.inflate(raw->getBuffer(), raw->getSize(), plain, limit)) return false;
            sink->write(plain.data(), plain.size());
            limit -= plain.size();
        }
        return true;
    } catch (...) {
        return false;
    }
}

}  // extern "C"
