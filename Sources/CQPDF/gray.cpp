#include "gray.hpp"

#include <cstring>
#include <stdexcept>

#include "syntax.hpp"

namespace {

bool isNumber(const uint8_t *token, size_t length) {
    for (size_t i = 0; i < length; i++) {
        uint8_t c = token[i];
        if (!((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+')) return false;
    }
    return length > 0;
}

struct Token {
    const uint8_t *start;
    size_t length;
    size_t outputOffset;
};

// The number in a component of a marker's colour; -1 where there is none.
int markerDigit(const Token &token) {
    char text[16];
    if (token.length >= sizeof text) return -1;
    memcpy(text, token.start, token.length);
    text[token.length] = 0;
    // 0.1, 0.101 ... 0.355; read without strtod, which follows the locale.
    if (text[0] != '0' || text[1] != '.') return -1;
    int value = 0, digits = 0;
    for (const char *at = text + 2; *at; at++, digits++) {
        if (*at < '0' || *at > '9' || digits == 3) return -1;
        value = value * 10 + (*at - '0');
    }
    for (; digits < 3; digits++) value *= 10;
    return value >= 100 && value < 356 ? value - 100 : -1;
}

// The colour of text that is read but not seen, as Cairo writes it.
const char *const invisibleInk[] = {"0.765433", "0.234568", "0.543213"};

bool isInvisibleInk(const Token *operands) {
    for (int i = 0; i < 3; i++)
        if (operands[i].length != 8 || memcmp(operands[i].start, invisibleInk[i], 8) != 0) return false;
    return true;
}

// Operators that set the colour of what is filled (ISO 32000-2, 8.6.8).
bool setsFill(const uint8_t *token, size_t length) {
    for (const char *name : {"g", "rg", "k", "cs", "sc", "scn"})
        if (strlen(name) == length && memcmp(token, name, length) == 0) return true;
    return false;
}

// Behind a graphics state that is set here, or here.
const uint8_t *afterGraphicsState(const uint8_t *start, const uint8_t *end) {
    const uint8_t *at = start;
    while (at < end && classes.of[*at] == space) at++;
    if (at == end || *at != '/') return start;
    do at++;
    while (at < end && classes.of[*at] == regular);
    while (at < end && classes.of[*at] == space) at++;
    if (end - at < 3 || at[0] != 'g' || at[1] != 's' || classes.of[at[2]] == regular) return start;
    return at + 2;
}

// Behind the operator that fills the path that begins here; nullptr where something else comes.
const uint8_t *afterFilledPath(const uint8_t *at, const uint8_t *end) {
    while (at < end) {
        while (at < end && classes.of[*at] == space) at++;
        const uint8_t *start = at;
        while (at < end && classes.of[*at] == regular) at++;
        size_t length = size_t(at - start);
        if (length == 0) return nullptr;
        if (start[0] == 'f' && (length == 1 || (length == 2 && start[1] == '*'))) return at;
        bool isPath = length == 1 ? (start[0] == 'm' || start[0] == 'l' || start[0] == 'h')
                                  : (length == 2 && start[0] == 'r' && start[1] == 'e');
        if (!isPath && !isNumber(start, length)) return nullptr;
    }
    return nullptr;
}

}  // namespace

void neutralAsGray(
    const uint8_t *commands, size_t count, std::vector<uint8_t> &out, const std::vector<std::string> &insertions) {
    const uint8_t *at = commands;
    const uint8_t *const end = commands + count;
    const size_t base = out.size();
    // A mode of text is set back behind each colour at most; the shortest of those takes four bytes.
    const bool hasInvisibleText = memmem(commands, count, invisibleInk[0], 8) != nullptr;
    size_t room = hasInvisibleText ? count * 3 : count;
    for (const std::string &insertion : insertions) room += insertion.size();
    out.resize(base + room);
    std::vector<bool> isInserted(insertions.size());
    uint8_t *write = out.data() + base;
    uint8_t *const first = write;
    Token operands[3];
    int operandCount = 0;
    // Whether text is invisible now, and in the graphics states that are saved.
    std::vector<bool> isInvisible(1);

    auto copy = [&](const uint8_t *from, const uint8_t *to) {
        memcpy(write, from, size_t(to - from));
        write += to - from;
    };
    auto showText = [&] {
        if (!isInvisible.back()) return;
        isInvisible.back() = false;
        memcpy(write, " 0 Tr", 5);
        write += 5;
    };
    while (at < end) {
        uint8_t c = *at;
        switch (classes.of[c]) {
            case space:
                *write++ = c;
                at++;
                continue;
            case delimiter: {
                const uint8_t *start = at;
                if (c == '(') {
                    at = afterString(at, end);
                } else if (c == '<' && !(end - at > 1 && at[1] == '<')) {
                    auto close = static_cast<const uint8_t *>(memchr(at, '>', size_t(end - at)));
                    at = close ? close + 1 : end;
                } else if (c == '%') {
                    while (at < end && *at != '\n' && *at != '\r') at++;
                } else if (c == '/') {
                    do at++;
                    while (at < end && classes.of[*at] == regular);
                } else {
                    at++;
                }
                copy(start, at);
                if (c != '%') operandCount = 0;
                continue;
            }
            default: break;
        }
        const uint8_t *start = at;
        while (at < end && classes.of[*at] == regular) at++;
        size_t length = size_t(at - start);
        if (isNumber(start, length)) {
            if (operandCount == 3) {
                operands[0] = operands[1];
                operands[1] = operands[2];
                operandCount = 2;
            }
            operands[operandCount++] = {start, length, size_t(write - first)};
            copy(start, at);
            continue;
        }
        if (length == 2 && operandCount == 3
            && ((start[0] == 'r' && start[1] == 'g') || (start[0] == 'R' && start[1] == 'G'))) {
            const Token &a = operands[0], &b = operands[1], &d = operands[2];
            if (hasInvisibleText && start[0] == 'r' && isInvisibleInk(operands)) {
                // Text rendering mode 3 (ISO 32000-2, 9.3.6): what scanned pages have for their letters.
                write = first + a.outputOffset;
                memcpy(write, "3 Tr", 4);
                write += 4;
                isInvisible.back() = true;
                operandCount = 0;
                continue;
            }
            if (!insertions.empty() && a.length == 8 && memcmp(a.start, "0.123457", 8) == 0) {
                int high = markerDigit(b), low = markerDigit(d);
                size_t number = high < 0 || low < 0 ? insertions.size() : size_t(high) * 256 + size_t(low);
                // What is set before the path goes on to hold after it.
                const uint8_t *path = afterGraphicsState(at, end);
                const uint8_t *after = number < insertions.size() ? afterFilledPath(path, end) : nullptr;
                // A marker that is painted instead of replaced would be a coloured square in place of a code.
                if (!after) throw std::runtime_error("the place of a QR code is not as Cairo writes it");
                if (!isInserted[number]) {
                    isInserted[number] = true;
                    write = first + a.outputOffset;
                    copy(at, path);
                    *write++ = '\n';
                    memcpy(write, insertions[number].data(), insertions[number].size());
                    write += insertions[number].size();
                    at = after;
                    operandCount = 0;
                    continue;
                }
            }
            if (a.length == b.length && a.length == d.length && memcmp(a.start, b.start, a.length) == 0
                && memcmp(a.start, d.start, a.length) == 0) {
                write = first + a.outputOffset + a.length;
                *write++ = ' ';
                *write++ = start[1] == 'g' ? 'g' : 'G';
                operandCount = 0;
                if (start[1] == 'g') showText();
                continue;
            }
        }
        copy(start, at);
        operandCount = 0;
        if (hasInvisibleText) {
            if (length == 1 && start[0] == 'q') isInvisible.push_back(isInvisible.back());
            if (length == 1 && start[0] == 'Q' && isInvisible.size() > 1) isInvisible.pop_back();
            if (setsFill(start, length)) showText();
        }
        if (length == 2 && start[0] == 'I' && start[1] == 'D') {
            const uint8_t *data = at;
            at = afterInlineImage(at, end);
            copy(data, at);
        }
    }
    out.resize(base + size_t(write - first));
}
