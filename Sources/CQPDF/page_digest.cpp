#include "page_digest.hpp"

#include "syntax.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <cstdlib>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <xxhash.h>

namespace {

// Deeper than any page that a program makes; each level costs a frame of the stack.
constexpr int deepest = 200;
constexpr size_t longestCommands = size_t(1) << 26;

// Takes decoded data up to a length, so that a small file cannot ask for all memory.
class Collector : public Pipeline {
  public:
    explicit Collector(std::vector<uint8_t> &out) : Pipeline("collector", nullptr), out(out) {}
    void write(unsigned char const *data, size_t count) override {
        if (out.size() + count > longestCommands) throw std::runtime_error("a page has too many commands");
        out.insert(out.end(), data, data + count);
    }
    void finish() override {}

  private:
    std::vector<uint8_t> &out;
};

bool isNamed(QPDFObjectHandle object, char const *name) { return object.isName() && object.getName() == name; }

}  // namespace

/* Writes values one after the other, each with its kind and length, so that no two sequences run together. */
class PageDigests::Writer {
  public:
    Writer() : state(XXH3_createState(), XXH3_freeState) {
        if (!state) throw std::bad_alloc();
        XXH3_128bits_reset(state.get());
    }
    void bytes(void const *data, size_t count) { XXH3_128bits_update(state.get(), data, count); }
    void sized(char kind, void const *data, size_t count) {
        tag(kind, count);
        bytes(data, count);
    }
    void text(char kind, std::string const &value) { sized(kind, value.data(), value.size()); }
    void tag(char kind, uint64_t value) {
        bytes(&kind, 1);
        bytes(&value, sizeof value);
    }
    void entry(Entry const &entry) {
        tag('#', entry.digest.low);
        tag('#', entry.digest.high);
        isBare = isBare || entry.isBare;
    }
    Entry finished() const {
        XXH128_hash_t hash = XXH3_128bits_digest(state.get());
        return {{hash.low64, hash.high64}, isBare};
    }
    bool isBare = false;

  private:
    std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t *)> state;
};

PageDigests::PageDigests(QPDF &qpdf) : qpdf(qpdf) {
    // What a document says for all its pages: layers that are hidden, the colour of the press.
    Writer writer;
    QPDFObjectHandle root = qpdf.getRoot();
    for (char const *key : {"/OCProperties", "/OutputIntents"}) writer.entry(value(root.getKey(key), 0));
    surroundings = writer.finished().digest;
}

std::optional<Digest> PageDigests::digest(QPDFObjectHandle page) {
    try {
        QPDFPageObjectHelper helper(page);
        Writer writer;
        writer.tag('d', surroundings.low);
        writer.tag('d', surroundings.high);
        for (char const *key : {"/MediaBox", "/CropBox", "/Rotate"})
            writer.entry(value(helper.getAttribute(key, false), 0));
        for (char const *key : {"/UserUnit", "/Group"}) writer.entry(value(page.getKey(key), 0));
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (annotations.isArray()) {
            for (auto &annotation : annotations.getArrayAsVector())
                if (annotation.isDictionary() && isNamed(annotation.getKey("/Subtype"), "/Widget")) return {};
        }
        writer.entry(value(annotations, 0));
        std::vector<uint8_t> found;
        commands(page, found);
        painting(writer, found, helper.getAttribute("/Resources", false));
        return writer.finished().digest;
    } catch (std::exception const &) {
        open.clear();
        return {};
    }
}

void PageDigests::commands(QPDFObjectHandle page, std::vector<uint8_t> &out) {
    QPDFObjectHandle contents = page.getKey("/Contents");
    std::vector<QPDFObjectHandle> parts;
    if (contents.isArray())
        parts = contents.getArrayAsVector();
    else
        parts.push_back(contents);
    Collector collector(out);
    for (auto &part : parts) {
        if (!part.isStream()) continue;
        if (!part.pipeStreamData(&collector, 0, qpdf_dl_generalized, true, false))
            throw std::runtime_error("a page's content cannot be decoded");
        out.push_back('\n');
    }
}

// Names of resources stand for what they name.
void PageDigests::painting(Writer &writer, std::vector<uint8_t> const &commands, QPDFObjectHandle resources) {
    std::map<std::string, std::vector<std::pair<std::string, QPDFObjectHandle>>> named;
    if (resources.isDictionary()) {
        for (auto const &category : resources.getKeys()) {
            QPDFObjectHandle entries = resources.getKey(category);
            if (!entries.isDictionary()) continue;
            for (auto const &name : entries.getKeys()) {
                if (category == "/ColorSpace" && name.rfind("/Default", 0) == 0) {
                    writer.text('n', name);
                    writer.entry(value(entries.getKey(name), 0));
                }
                named[name].emplace_back(category, entries.getKey(name));
            }
        }
    }
    std::map<std::string, Entry> digests;
    const uint8_t *at = commands.data();
    const uint8_t *const end = at + commands.size();
    const uint8_t *plain = at;
    auto flush = [&](const uint8_t *to) {
        if (to > plain) writer.sized('p', plain, size_t(to - plain));
    };
    while (at < end) {
        uint8_t c = *at;
        if (classes.of[c] == space) {
            at++;
        } else if (c == '(') {
            at = afterString(at, end);
        } else if (c == '%') {
            while (at < end && *at != '\n' && *at != '\r') at++;
        } else if (c == '/') {
            const uint8_t *start = at;
            std::string name = "/";
            for (at++; at < end && classes.of[*at] == regular; at++) {
                if (*at == '#' && end - at > 2) {
                    char digits[3] = {char(at[1]), char(at[2]), 0};
                    char *stop;
                    long code = strtol(digits, &stop, 16);
                    if (stop == digits + 2) {
                        name += char(code);
                        at += 2;
                        continue;
                    }
                }
                name += char(*at);
            }
            auto found = named.find(name);
            if (found == named.end()) continue;
            flush(start);
            plain = at;
            auto done = digests.find(name);
            if (done == digests.end()) {
                Writer entry;
                for (auto &[category, object] : found->second) {
                    entry.text('c', category);
                    entry.entry(value(object, 0));
                }
                done = digests.emplace(name, entry.finished()).first;
            }
            writer.entry(done->second);
        } else if (classes.of[c] == delimiter) {
            at++;
        } else {
            const uint8_t *start = at;
            while (at < end && classes.of[*at] == regular) at++;
            if (at - start == 2 && start[0] == 'I' && start[1] == 'D') at = afterInlineImage(at, end);
        }
    }
    flush(end);
    if (writer.isBare) writer.entry(value(resources, 0));
}

PageDigests::Entry PageDigests::value(QPDFObjectHandle object, int depth) {
    if (depth > deepest) throw std::runtime_error("objects are nested too deep");
    // Another page is no part of this one, wherever a link or a field leads.
    if (object.isDictionary()) {
        QPDFObjectHandle type = object.getKey("/Type");
        if (isNamed(type, "/Page") || isNamed(type, "/Pages")) {
            Writer writer;
            writer.tag('g', 0);
            return writer.finished();
        }
    }
    if (!object.isIndirect()) return content(object, depth);
    QPDFObjGen id = object.getObjGen();
    auto found = known.find(id);
    if (found != known.end()) return found->second;
    auto walked = open.find(id);
    if (walked != open.end()) {
        Writer writer;
        writer.tag('y', uint64_t(depth - walked->second));
        return writer.finished();
    }
    open[id] = depth;
    Entry entry = content(object, depth);
    open.erase(id);
    known[id] = entry;
    return entry;
}

PageDigests::Entry PageDigests::content(QPDFObjectHandle object, int depth) {
    Writer writer;
    if (object.isStream()) {
        QPDFObjectHandle entries = object.getDict();
        dictionary(writer, entries, depth, true);
        bool isForm = isNamed(entries.getKey("/Subtype"), "/Form") || entries.getKey("/PatternType").isInteger();
        if (isForm && !entries.hasKey("/Resources")) writer.isBare = true;
        auto data = object.getRawStreamData();
        writer.sized('S', data->getBuffer(), data->getSize());
    } else if (object.isDictionary()) {
        dictionary(writer, object, depth, false);
        if (isNamed(object.getKey("/Subtype"), "/Type3") && !object.hasKey("/Resources")) writer.isBare = true;
    } else if (object.isArray()) {
        auto items = object.getArrayAsVector();
        writer.tag('A', items.size());
        for (auto &item : items) writer.entry(value(item, depth + 1));
    } else if (object.isName()) {
        writer.text('N', object.getName());
    } else if (object.isString()) {
        writer.text('T', object.getStringValue());
    } else {
        writer.text('V', object.unparseResolved());
    }
    return writer.finished();
}

void PageDigests::dictionary(Writer &writer, QPDFObjectHandle object, int depth, bool isStream) {
    // Numbers in the tree of the document's structure, and notes of programs: nothing of them is painted.
    static const std::set<std::string> unseen = {
        "/StructParent", "/StructParents", "/PieceInfo", "/LastModified", "/Metadata"};
    auto keys = object.getKeys();
    if (isStream) keys.erase("/Length");
    // A dictionary of resources has names of the file's own, which may be these.
    if (isStream || object.getKey("/Type").isName() || object.getKey("/Subtype").isName())
        for (auto const &key : unseen) keys.erase(key);
    writer.tag('D', keys.size());
    for (auto const &key : keys) {
        writer.text('K', key);
        writer.entry(value(object.getKey(key), depth + 1));
    }
}
