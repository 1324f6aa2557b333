#include "icu_shim.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/udat.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

enum { NAME_CAPACITY = 200 };

/* Where ICU has no data of a language (names, dates, breaks) it takes those of its default locale, which is the user's: the
   same deck would give other bytes on another machine. Done before main, when there is no other thread. uloc_setDefault. */
__attribute__((constructor)) static void use_english_by_default(void) {
    UErrorCode status = U_ZERO_ERROR;
    uloc_setDefault("en", &status);
}

static int32_t normalize(
    const UNormalizer2 *normalizer, UErrorCode status, const uint16_t *text, int32_t length, uint16_t *out,
    int32_t capacity) {
    if (U_FAILURE(status)) return -1;
    int32_t needed = unorm2_normalize(normalizer, (const UChar *)text, length, (UChar *)out, capacity, &status);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}

int32_t capprint_icu_nfc(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
    return normalize(normalizer, status, text, length, out, capacity);
}

int32_t capprint_icu_nfd(const uint16_t *text, int32_t length, uint16_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFDInstance(&status);
    return normalize(normalizer, status, text, length, out, capacity);
}

bool capprint_icu_bidi_levels(const uint16_t *text, int32_t length, uint8_t base, uint8_t *levels) {
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(length, 0, &status);
    if (U_FAILURE(status)) return false;
    ubidi_setPara(bidi, (const UChar *)text, length, base, NULL, &status);
    const UBiDiLevel *found = ubidi_getLevels(bidi, &status);
    if (U_SUCCESS(status) && length > 0) memcpy(levels, found, (size_t)length);
    ubidi_close(bidi);
    return U_SUCCESS(status);
}

int32_t capprint_icu_strong_direction(uint32_t character) {
    switch (u_charDirection((UChar32)character)) {
    case U_LEFT_TO_RIGHT: return 1;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC: return 2;
    default: return 0;
    }
}

static uint32_t packed(const char *name) {
    if (strlen(name) != 4) return 0;
    return (uint32_t)(uint8_t)name[0] << 24 | (uint32_t)(uint8_t)name[1] << 16 | (uint32_t)(uint8_t)name[2] << 8
        | (uint32_t)(uint8_t)name[3];
}

static UScriptCode code_of(uint32_t script) {
    char name[5] = {(char)(script >> 24), (char)(script >> 16), (char)(script >> 8), (char)script, 0};
    int32_t value = u_getPropertyValueEnum(UCHAR_SCRIPT, name);
    return value == UCHAR_INVALID_CODE ? USCRIPT_UNKNOWN : (UScriptCode)value;
}

uint32_t capprint_icu_script(uint32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code = uscript_getScript((UChar32)character, &status);
    return packed(uscript_getShortName(U_SUCCESS(status) ? code : USCRIPT_UNKNOWN));
}

const char *capprint_icu_script_name(uint32_t script) {
    UScriptCode code = code_of(script);
    return code == USCRIPT_UNKNOWN ? NULL : uscript_getName(code);
}

bool capprint_icu_has_script(uint32_t character, uint32_t script) {
    return uscript_hasScript((UChar32)character, code_of(script));
}

uint32_t capprint_icu_paired_bracket(uint32_t character) {
    return (uint32_t)u_getBidiPairedBracket((UChar32)character);
}

int32_t capprint_icu_bracket_type(uint32_t character) {
    switch (u_getIntPropertyValue((UChar32)character, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN: return 1;
    case U_BPT_CLOSE: return 2;
    default: return 0;
    }
}

bool capprint_icu_needs_dictionary(uint32_t character) {
    return u_getIntPropertyValue((UChar32)character, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

bool capprint_icu_is_upright(uint32_t character) {
    return u_getIntPropertyValue((UChar32)character, UCHAR_VERTICAL_ORIENTATION) != U_VO_ROTATED;
}

bool capprint_icu_is_right_to_left_script(uint32_t script) { return uscript_isRightToLeft(code_of(script)); }

/* Opening an iterator takes twenty times as long as using it on a word, so each thread keeps the last few that it opened.
   ICU: an iterator may not be used by two threads at once; these never leave their thread. */
enum { KEPT_ITERATORS = 24, LOCALE_CAPACITY = 128 };

struct kept_iterator {
    UBreakIterator *iterator;
    int32_t kind;
    char locale[LOCALE_CAPACITY];
};

static _Thread_local struct kept_iterator kept[KEPT_ITERATORS];
static _Thread_local int next_kept;

static UBreakIterator *iterator_for(int32_t kind, const char *locale) {
    static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_LINE};
    if (strlen(locale) >= LOCALE_CAPACITY) return NULL;
    for (int at = 0; at < KEPT_ITERATORS; at++) {
        if (kept[at].iterator && kept[at].kind == kind && strcmp(kept[at].locale, locale) == 0)
            return kept[at].iterator;
    }
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(types[kind], locale, NULL, 0, &status);
    if (U_FAILURE(status)) return NULL;
    struct kept_iterator *place = &kept[next_kept];
    next_kept = (next_kept + 1) % KEPT_ITERATORS;
    if (place->iterator) ubrk_close(place->iterator);
    place->iterator = iterator;
    place->kind = kind;
    strcpy(place->locale, locale);
    return iterator;
}

bool capprint_icu_boundaries(
    int32_t kind, const char *locale, const uint16_t *text, int32_t length, uint8_t *flags) {
    if (kind < 0 || kind > 2) return false;
    UBreakIterator *iterator = iterator_for(kind, locale);
    if (!iterator) return false;
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator, (const UChar *)text, length, &status);
    if (U_FAILURE(status)) return false;
    for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        if (at > 0 && at < length) flags[at] = 1;
    }
    /* The text belongs to the caller: the iterator must not hold on to it. */
    ubrk_setText(iterator, NULL, 0, &status);
    return true;
}

int32_t capprint_icu_locale(const char *tag, char *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t parsed = 0;
    int32_t length = uloc_forLanguageTag(tag, out, capacity, &parsed, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || parsed == 0) return -1;
    return length;
}

bool capprint_icu_likely_subtags(const char *tag, char *language, char *script, char *region) {
    char name[NAME_CAPACITY];
    char full[NAME_CAPACITY];
    if (capprint_icu_locale(tag, name, NAME_CAPACITY) < 0) return false;
    UErrorCode status = U_ZERO_ERROR;
    uloc_addLikelySubtags(name, full, NAME_CAPACITY, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return false;
    uloc_getLanguage(full, language, 12, &status);
    uloc_getScript(full, script, 12, &status);
    uloc_getCountry(full, region, 12, &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING;
}

int32_t capprint_icu_display_name(const char *tag, const char *in_tag, uint16_t *out, int32_t capacity) {
    char name[NAME_CAPACITY];
    char in_name[NAME_CAPACITY];
    if (capprint_icu_locale(tag, name, NAME_CAPACITY) < 0) return -1;
    if (capprint_icu_locale(in_tag, in_name, NAME_CAPACITY) < 0) return -1;
    UErrorCode status = U_ZERO_ERROR;
    ULocaleDisplayNames *names = uldn_open(in_name, ULDN_DIALECT_NAMES, &status);
    if (U_FAILURE(status)) return -1;
    int32_t length = uldn_localeDisplayName(names, name, (UChar *)out, capacity, &status);
    uldn_close(names);
    return U_SUCCESS(status) && length <= capacity ? length : -1;
}

int32_t capprint_icu_long_date(const char *tag, double days, uint16_t *out, int32_t capacity) {
    static const UChar utc[] = {'U', 'T', 'C', 0};
    char name[NAME_CAPACITY];
    if (capprint_icu_locale(tag, name, NAME_CAPACITY) < 0) return -1;
    UErrorCode status = U_ZERO_ERROR;
    uloc_setKeywordValue("calendar", "gregorian", name, NAME_CAPACITY, &status);
    UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, name, utc, 3, NULL, 0, &status);
    if (U_FAILURE(status)) return -1;
    int32_t length = udat_format(format, days * 86400000.0, (UChar *)out, capacity, NULL, &status);
    udat_close(format);
    return U_SUCCESS(status) && length <= capacity ? length : -1;
}

int32_t capprint_icu_decode(
    const char *charset, const uint8_t *bytes, int32_t length, uint16_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &status);
    if (U_FAILURE(status)) return -1;
    int32_t count = ucnv_toUChars(converter, (UChar *)out, capacity, (const char *)bytes, length, &status);
    ucnv_close(converter);
    return U_SUCCESS(status) && count <= capacity ? count : -1;
}
