#pragma once

#include <cstdint>

/* The syntax of painting commands (ISO 32000-2, 7.2 and 8.9.7), as far as a pass over them must know it. */

enum CharacterClass : uint8_t { regular = 0, space = 1, delimiter = 2 };

// ISO 32000-2, 7.2.3: white space and delimiters.
struct CharacterClasses {
    uint8_t of[256] = {};
    constexpr CharacterClasses() {
        for (int c : {0, 9, 10, 12, 13, 32}) of[c] = space;
        for (int c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) of[c] = delimiter;
    }
};
inline constexpr CharacterClasses classes;

/* Behind the literal string that begins here. */
inline const uint8_t *afterString(const uint8_t *at, const uint8_t *end) {
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
inline const uint8_t *afterInlineImage(const uint8_t *at, const uint8_t *end) {
    for (; end - at >= 3; at++) {
        if (classes.of[at[0]] == space && at[1] == 'E' && at[2] == 'I'
            && (end - at == 3 || classes.of[at[3]] != regular))
            return at + 3;
    }
    return end;
}
