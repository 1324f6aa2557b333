/* ICU for Swift. Here because ICU's functions are macros (ubrk_open is ubrk_open_72), which Swift does not see.
   Text is UTF-16. Nothing here keeps state between calls. A count below zero means that ICU refused. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/* Length of the NFC form; it is in `out` if that is no longer than `capacity`. unorm2_normalize. */
int32_t capprint_icu_nfc(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity);

/* The same for the NFD form. */
int32_t capprint_icu_nfd(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity);

/* Embedding level of each code unit (UAX #9); base 0 is left to right, 1 right to left. ubidi_setPara. */
bool capprint_icu_bidi_levels(const uint16_t *text, int32_t length, uint8_t base, uint8_t *levels);

/* 1 where a character is strongly left to right, 2 strongly right to left, else 0. u_charDirection. */
int32_t capprint_icu_strong_direction(uint32_t character);

/* Script of a character as four letters in one number (ISO 15924): 'Latn' is 0x4C61746E. uscript_getScript. */
uint32_t capprint_icu_script(uint32_t character);
/* English name of a script, such as "Latin" or "Canadian_Aboriginal"; NULL where ICU does not know it. uscript_getName. */
const char *_Nullable capprint_icu_script_name(uint32_t script);
/* Whether the script is among the character's script extensions (UAX #24). uscript_hasScript. */
bool capprint_icu_has_script(uint32_t character, uint32_t script);
/* Whether a character stands upright in vertical text, by itself or in a vertical form (UAX #50: U, Tu, Tr). */
bool capprint_icu_is_upright(uint32_t character);
/* The other half of a paired bracket, the character itself where it is none. u_getBidiPairedBracket. */
uint32_t capprint_icu_paired_bracket(uint32_t character);
/* 1 opening, 2 closing, 0 no paired bracket. */
int32_t capprint_icu_bracket_type(uint32_t character);
/* Whether lines need a dictionary (Thai, Lao, Khmer, Burmese …): line break class SA (UAX #14). */
bool capprint_icu_needs_dictionary(uint32_t character);
bool capprint_icu_is_right_to_left_script(uint32_t script);

enum { CAPPRINT_ICU_GRAPHEMES = 0, CAPPRINT_ICU_WORDS = 1, CAPPRINT_ICU_LINES = 2 };
/* Sets flags[i] to 1 where text may be parted before code unit i, 0 < i < length. `locale` is an ICU locale name. ubrk_open. */
bool capprint_icu_boundaries(
    int32_t kind, const char *locale, const uint16_t *text, int32_t length, uint8_t *flags);

/* ICU locale name of a BCP 47 tag. The length is that of the name, which is in `out` with a zero if it fits. uloc_forLanguageTag. */
int32_t capprint_icu_locale(const char *tag, char *out, int32_t capacity);
/* Language, script and region of a tag with what it leaves out filled in (UTS #35, likely subtags). Each buffer takes 12 bytes. */
bool capprint_icu_likely_subtags(const char *tag, char *language, char *script, char *region);

/* The name of a language in a language. Length in UTF-16. uldn_localeDisplayName with dialect names. */
int32_t capprint_icu_display_name(const char *tag, const char *in_tag, uint16_t *out, int32_t capacity);
/* Long date of the Gregorian calendar in a language, from days since 1970-01-01. udat_format. */
int32_t capprint_icu_long_date(const char *tag, double days, uint16_t *out, int32_t capacity);

/* Text in a charset by its name, such as "ISO8859-1". ucnv_toUChars. */
int32_t capprint_icu_decode(const char *charset, const uint8_t *bytes, int32_t length, uint16_t *out, int32_t capacity);

#pragma clang assume_nonnull end
