#include "gray.hpp"

#include <cstring>

namespace {

enum : uint8_t { regular = 0, space = 1, delimiter = 2 };

// ISO 32000-2, 7.2.3: white space and delimiters.
struct CharacterClasses {
    uint8_t of[256] = {};
    constexpr CharacterClasses() {
        for (int c : {0, 9, 10, 12, 13, 32}) of[c] = space;
        for (int c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) of[c] = delimiter;
    }
};
constexpr CharacterClasses classes;

bool isNumber(const uint8_t *token, size_t length) {
    for (size_t i = 0; i < length; i++) {
        uint8_t c = token[i];
        if (!((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+')) return false;
    }
    return length > 0;
}

const uint8_t *afterString(const uint8_t *at, const uint8_t *end) {
    int depth = 0;
    while (at < end) {
        uint8_t c = *at++;
        if (c == '\\') {
            if (at < end) at++;
        } else if (c == '(') {
            depth++;
        } else if (c == ')' && --depth == 0) {
            break;
        }
    }
    return at;
}

// Samples of an inline image may hold anything: it ends with EI between white space.
const uint8_t *afterInlineImage(const uint8_t *at, const uint8_t *end) {
    for (; end - at >= 3; at++) {
        if (classes.of[at[0]] == space && at[1] == 'E' && at[2] == 'I'
            && (end - at == 3 || classes.of[at[3]] != regular))
            return at + 3;
    }
    return end;
}

struct Token {
    const uint8_t *start;
    size_t length;
    size_t outputOffset;
};

}  // namespace

void neutralAsGray(const uint8_t *commands, size_t count, std::vector<uint8_t> &out) {
    const uint8_t *at = commands;
    const uint8_t *const end = commands + count;
    const size_t base = out.size();
    out.resize(base + count);
    uint8_t *write = out.data() + base;
    uint8_t *const first = write;
    Token operands[3];
    int operandCount = 0;

    auto copy = [&](const uint8_t *from, const uint8_t *to) {
        memcpy(write, from, size_t(to - from));
        write += to - from;
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
            if (a.length == b.length && a.length == d.length && memcmp(a.start, b.start, a.length) == 0
                && memcmp(a.start, d.start, a.length) == 0) {
                write = first + a.outputOffset + a.length;
                *write++ = ' ';
                *write++ = start[1] == 'g' ? 'g' : 'G';
                operandCount = 0;
                continue;
            }
        }
        copy(start, at);
        operandCount = 0;
        if (length == 2 && start[0] == 'I' && start[1] == 'D') {
            const uint8_t *data = at;
            at = afterInlineImage(at, end);
            copy(data, at);
        }
    }
    out.resize(base + size_t(write - first));
}
