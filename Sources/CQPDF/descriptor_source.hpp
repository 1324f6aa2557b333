#pragma once

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/InputSource.hh>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

// An open file read in blocks at places of our own: FILE* would drop its buffer at each of the many jumps.
class DescriptorSource : public InputSource {
  public:
    DescriptorSource(int descriptor, std::string name) : descriptor(descriptor), name(std::move(name)), block(65536) {
        size = lseek(descriptor, 0, SEEK_END);
        if (size < 0) throw std::runtime_error("cannot read " + this->name + ": " + strerror(errno));
    }

    qpdf_offset_t findAndSkipNextEOL() override {
        while (position < size) {
            fill();
            const char *start = block.data() + (position - blockStart);
            const char *end = block.data() + blockCount;
            const char *at = std::find_if(start, end, [](char c) { return c == '\n' || c == '\r'; });
            position += at - start;
            if (at == end) continue;
            qpdf_offset_t found = position;
            char c = 0;
            while (position < size) {
                fill();
                c = block[size_t(position - blockStart)];
                if (c != '\n' && c != '\r') break;
                position++;
            }
            return found;
        }
        return size;
    }
    std::string const &getName() const override { return name; }
    qpdf_offset_t tell() override { return position; }
    void seek(qpdf_offset_t offset, int whence) override {
        qpdf_offset_t to = whence == SEEK_SET ? offset : whence == SEEK_CUR ? position + offset : size + offset;
        if (to < 0) throw std::runtime_error("seek before the start of " + name);
        position = to;
    }
    void rewind() override { position = 0; }
    size_t read(char *buffer, size_t length) override {
        last_offset = position;
        size_t done = 0;
        while (done < length && position < size) {
            fill();
            size_t have = blockCount - size_t(position - blockStart);
            size_t part = std::min(have, length - done);
            memcpy(buffer + done, block.data() + (position - blockStart), part);
            done += part;
            position += qpdf_offset_t(part);
        }
        return done;
    }
    void unreadCh(char) override {
        if (position > 0) position--;
    }

  private:
    void fill() {
        if (position >= blockStart && position < blockStart + qpdf_offset_t(blockCount)) return;
        // A little before the place: readers go back by a token.
        blockStart = std::max<qpdf_offset_t>(0, position - 256);
        ssize_t got;
        do got = pread(descriptor, block.data(), block.size(), blockStart);
        while (got < 0 && errno == EINTR);
        if (got <= position - blockStart)
            throw std::runtime_error("cannot read " + name + ": " + (got < 0 ? strerror(errno) : "cut short"));
        blockCount = size_t(got);
    }

    int descriptor;
    std::string name;
    std::vector<char> block;
    qpdf_offset_t blockStart = 0;
    size_t blockCount = 0;
    qpdf_offset_t position = 0;
    qpdf_offset_t size = 0;
};
