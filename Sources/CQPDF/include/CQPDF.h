/* The few calls of qpdf that the QPDF room needs, in C: qpdf's own C interface has no objects told in syntax under other
 * numbers and no place for a fast pass over page contents. No C++ exception leaves these functions: a call that fails
 * returns false and cqpdf_error() says why. A document belongs to one thread. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Collects the bytes that a call answers. */
typedef struct cqpdf_sink cqpdf_sink;
cqpdf_sink *_Nullable cqpdf_sink_create(void);
void cqpdf_sink_destroy(cqpdf_sink *_Nonnull sink);
void cqpdf_sink_clear(cqpdf_sink *_Nonnull sink);
const uint8_t *_Nullable cqpdf_sink_bytes(const cqpdf_sink *_Nonnull sink, size_t *_Nonnull count);

/* A PDF that Cairo wrote, taken apart object by object. What is read of it stays in memory until it is forgotten. */
typedef struct cqpdf_document cqpdf_document;

/* An empty document; open it next. */
cqpdf_document *_Nullable cqpdf_create(void);
void cqpdf_destroy(cqpdf_document *_Nonnull document);

/* Why the last call failed; empty if none did. Good until the next call. */
const char *_Nonnull cqpdf_error(const cqpdf_document *_Nonnull document);

/* Reads the PDF in an open file. The descriptor must stay open, and the file as it is, while the document lives. */
bool cqpdf_open(cqpdf_document *_Nonnull document, int descriptor);
/* Reads the PDF in memory, which must stay as it is while the document lives. */
bool cqpdf_open_bytes(cqpdf_document *_Nonnull document, const uint8_t *_Nonnull bytes, size_t count);

size_t cqpdf_page_count(const cqpdf_document *_Nonnull document);

/* Told the number of an object that another names; answers its number in the file that is written, 0 for none. */
typedef int (*cqpdf_rename)(void *_Nullable context, int object);

/* A page's resources in PDF syntax: a dictionary, or a reference to one. */
bool cqpdf_page_resources(
    cqpdf_document *_Nonnull document, size_t page, cqpdf_rename _Nonnull rename, void *_Nullable context,
    cqpdf_sink *_Nonnull text);
/* A page's media box: left, bottom, right, top. */
bool cqpdf_page_media_box(cqpdf_document *_Nonnull document, size_t page, double edges[_Nonnull 4]);
/* Where the zlib stream of a page's painting commands lies in the document's file. The page is forgotten. */
bool cqpdf_page_place(
    cqpdf_document *_Nonnull document, size_t page, int64_t *_Nonnull offset, size_t *_Nonnull count);
/* A page's painting commands, with neutral colours as grey and text in red 0.765433, green 0.234568, blue 0.543213 in
 * text rendering mode 3 (read, not painted), as a zlib stream. */
bool cqpdf_page_commands(cqpdf_document *_Nonnull document, size_t page, cqpdf_sink *_Nonnull sink);

/* Whether an object is an image of 4 x 1 RGB pixels, and its samples. */
bool cqpdf_tiny_image(cqpdf_document *_Nonnull document, int object, uint8_t samples[_Nonnull 12]);

/* An object in PDF syntax, of a stream the dictionary without /Length and the data as they are stored. Mends what Cairo
 * leaves: neutral RGB as grey and invisible text in the commands of forms and patterns, CIDToGIDMap. */
bool cqpdf_object(
    cqpdf_document *_Nonnull document, int object, cqpdf_rename _Nonnull rename, void *_Nullable context,
    cqpdf_sink *_Nonnull text, cqpdf_sink *_Nonnull data, bool *_Nonnull isStream);
/* Frees what was read of an object, which must not be asked for again. */
void cqpdf_forget(cqpdf_document *_Nonnull document, int object);

/* Bytes of an open file. */
typedef struct {
    int descriptor;
    int64_t offset;
    size_t count;
} cqpdf_span;

/* The painting commands of a page, a zlib stream, and the matrices of the page, which are put in the places of their
 * markers: one after the other, each as side (uint32), red, green, blue, the six numbers of the map from modules (y
 * downwards) to the drawing (float64, in the machine's order), and the modules row by row, one bit each from the lowest
 * up. The marker of the n-th matrix is a path filled with red 0.123457, green 0.1 + (n / 256) / 1000,
 * blue 0.1 + (n % 256) / 1000. */
typedef struct {
    cqpdf_span commands;
    cqpdf_span matrices;
} cqpdf_content;

/* Finishes the contents of pages on so many threads, this one among them: matrices in their places, neutral RGB as grey;
 * each a zlib stream again, in the sink of its place. */
bool cqpdf_finish_contents(
    const cqpdf_content *_Nonnull contents, size_t count, size_t workers,
    cqpdf_sink *_Nonnull const *_Nonnull results, cqpdf_sink *_Nonnull error);

/* The painting commands with `r g b rg` and `RG` of three equal components as `g` and `G`; strings, names, comments and
 * inline images are left as they are. */
bool cqpdf_neutral_as_gray(const uint8_t *_Nullable commands, size_t count, cqpdf_sink *_Nonnull sink);
/* The bytes as a zlib stream (RFC 1950). */
bool cqpdf_deflate(const uint8_t *_Nullable bytes, size_t count, cqpdf_sink *_Nonnull sink);

/* A PDF that is only read: its pages, and what each paints. Made by anyone, so nothing is taken for granted. */
typedef struct cqpdf_reader cqpdf_reader;

typedef enum {
    CQPDF_READING_FAILED,
    CQPDF_READING_DAMAGED,
    CQPDF_READING_NEEDS_PASSWORD,
} cqpdf_reading;

cqpdf_reader *_Nullable cqpdf_reader_create(void);
void cqpdf_reader_destroy(cqpdf_reader *_Nonnull reader);
/* Why the last call failed, in words and as a kind. */
const char *_Nonnull cqpdf_reader_error(const cqpdf_reader *_Nonnull reader);
cqpdf_reading cqpdf_reader_failure(const cqpdf_reader *_Nonnull reader);

/* Reads the PDF in an open file, which must stay open while the reader lives. */
bool cqpdf_reader_open(cqpdf_reader *_Nonnull reader, int descriptor);
size_t cqpdf_reader_page_count(const cqpdf_reader *_Nonnull reader);
/* A page's width and height as it is shown, in units of its user space, and a digest of what it paints: the same for
 * pages that look the same whatever file they are in; isKnown is false where there is none. */
bool cqpdf_reader_page(
    cqpdf_reader *_Nonnull reader, size_t index, double size[_Nonnull 2], uint64_t digest[_Nonnull 2],
    bool *_Nonnull isKnown);
/* What a program keeps for itself in the catalog of the PDF in an open file (ISO 32000-2, 14.5): the streams of its private
 * data, joined. False where there is none, it is encoded otherwise than by Flate, or it is larger than the limit. */
bool cqpdf_piece(int descriptor, const char *_Nonnull application, size_t limit, cqpdf_sink *_Nonnull sink);

#ifdef __cplusplus
}
#endif
