#pragma once

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

/* XXH3-128 of some content. */
struct Digest {
    uint64_t low = 0;
    uint64_t high = 0;
};

/* Digests of what pages paint: painting commands and the resources that they name, with neither object numbers nor the
 * names of resources, which change when another page does. Pages of equal digests look the same; pages that look the
 * same may differ in their digests. */
class PageDigests {
  public:
    explicit PageDigests(QPDF &qpdf);

    /* Nothing where the page holds what a digest cannot vouch for: form fields, which are drawn from the document's
     * data, objects nested without end, streams that cannot be read. */
    std::optional<Digest> digest(QPDFObjectHandle page);

  private:
    struct Entry {
        Digest digest;
        /* Whether it is painted with resources of whoever names it. */
        bool isBare = false;
    };
    class Writer;

    Entry value(QPDFObjectHandle object, int depth);
    Entry content(QPDFObjectHandle object, int depth);
    void dictionary(Writer &writer, QPDFObjectHandle object, int depth, bool isStream);
    void commands(QPDFObjectHandle page, std::vector<uint8_t> &out);
    void painting(Writer &writer, std::vector<uint8_t> const &commands, QPDFObjectHandle resources);

    QPDF &qpdf;
    Digest surroundings;
    std::map<QPDFObjGen, Entry> known;
    /* Objects that are being walked, with their depth. */
    std::map<QPDFObjGen, int> open;
};
