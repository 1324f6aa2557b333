#include "CQPDF.h"

#include <atomic>
#include <cerrno>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include "gray.hpp"
#include "matrix.hpp"
#include "sink.hpp"
#include "zlib_stream.hpp"

namespace {

void read(cqpdf_span const &span, std::vector<uint8_t> &out) {
    out.resize(span.count);
    size_t done = 0;
    while (done < span.count) {
        ssize_t got = pread(span.descriptor, out.data() + done, span.count - done, span.offset + off_t(done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw std::runtime_error("the drawn pages cannot be read back");
        done += size_t(got);
    }
}

// Finishes contents one by one, with its own work space.
class ContentFinisher {
  public:
    void finish(cqpdf_content const &content, std::vector<uint8_t> &out) {
        std::vector<std::string> insertions;
        if (content.matrices.count) {
            read(content.matrices, raw);
            insertions = matrixCommands(raw.data(), raw.size());
        }
        read(content.commands, raw);
        if (!zlib.inflate(raw.data(), raw.size(), plain))
            throw std::runtime_error("a page's content cannot be decompressed");
        gray.clear();
        neutralAsGray(plain.data(), plain.size(), gray, insertions);
        zlib.deflate(gray.data(), gray.size(), out);
    }

  private:
    ZlibStream zlib;
    std::vector<uint8_t> raw, plain, gray;
};

// What went wrong on any of the threads, first come first served.
struct Failure {
    std::atomic<bool> isSet{false};
    std::exception_ptr reason;

    void note() {
        if (!isSet.exchange(true)) reason = std::current_exception();
    }
};

bool collected(cqpdf_sink *sink, void (*body)(std::vector<uint8_t> &out, const uint8_t *bytes, size_t count),
    const uint8_t *bytes, size_t count) {
    try {
        body(sink->bytes, bytes, count);
        return true;
    } catch (...) {
        return false;
    }
}

}  // namespace

extern "C" {

bool cqpdf_finish_contents(
    const cqpdf_content *contents, size_t count, size_t workers, cqpdf_sink *const *results, cqpdf_sink *error) {
    Failure failure;
    std::atomic<size_t> next{0};
    auto work = [&]() noexcept {
        try {
            ContentFinisher finisher;
            for (size_t at = next++; at < count && !failure.isSet; at = next++)
                finisher.finish(contents[at], results[at]->bytes);
        } catch (...) {
            failure.note();
        }
    };
    std::vector<std::thread> helpers;
    try {
        helpers.reserve(workers);
        while (helpers.size() + 1 < workers && helpers.size() + 1 < count) helpers.emplace_back(work);
    } catch (...) {
        // A system that gives no more threads: those there are do the work.
    }
    work();
    for (auto &helper : helpers) helper.join();
    if (!failure.isSet) return true;
    try {
        std::rethrow_exception(failure.reason);
    } catch (std::exception const &reason) {
        std::string text = reason.what();
        error->bytes.assign(text.begin(), text.end());
    } catch (...) {
    }
    return false;
}

bool cqpdf_neutral_as_gray(const uint8_t *commands, size_t count, cqpdf_sink *sink) {
    return collected(
        sink, [](std::vector<uint8_t> &out, const uint8_t *bytes, size_t count) { neutralAsGray(bytes, count, out); },
        commands, count);
}

bool cqpdf_deflate(const uint8_t *bytes, size_t count, cqpdf_sink *sink) {
    return collected(
        sink, [](std::vector<uint8_t> &out, const uint8_t *bytes, size_t count) {
            ZlibStream().deflate(bytes, count, out);
        },
        bytes, count);
}

}  // extern "C"
