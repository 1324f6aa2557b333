/* The few calls of qpdf that the QPDF room needs, in C: qpdf's own C interface has no lazily supplied stream data, no
 * list of all objects and no place for a fast pass over page contents. No C++ exception leaves these functions: a call
 * that fails returns false (or 0) and cqpdf_error() says why. A document belongs to one thread. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cqpdf_document cqpdf_document;

/* Takes the bytes of one stream. */
typedef struct cqpdf_sink cqpdf_sink;
void cqpdf_sink_write(cqpdf_sink *_Nonnull sink, const uint8_t *_Nullable bytes, size_t count);

/* Writes the data of the stream that was announced with `token` to the sink, while the file is being written. False
 * stops the writing. The same token gives the same bytes however often it is asked for. */
typedef bool (*cqpdf_provide)(void *_Nullable context, uint64_t token, cqpdf_sink *_Nonnull sink);

/* An empty document; open or fill it next. */
cqpdf_document *_Nullable cqpdf_create(cqpdf_provide _Nonnull provide, void *_Nullable context);
void cqpdf_destroy(cqpdf_document *_Nonnull document);

/* Why the last call failed; empty if none did. Good until the next call. */
const char *_Nonnull cqpdf_error(const cqpdf_document *_Nonnull document);
/* The system's error number (errno) where the failed call was the file's writing, else 0. */
int cqpdf_system_code(const cqpdf_document *_Nonnull document);

/* Reads the PDF in an open file. The descriptor must stay open, and the file as it is, until the document is written. */
bool cqpdf_open(cqpdf_document *_Nonnull document, int descriptor);

size_t cqpdf_page_count(const cqpdf_document *_Nonnull document);

/* Images of 4 x 1 RGB pixels: their objects and samples, in the order of their object numbers. */
size_t cqpdf_tiny_image_count(const cqpdf_document *_Nonnull document);
bool cqpdf_tiny_image(
    const cqpdf_document *_Nonnull document, size_t index, int *_Nonnull object, uint8_t samples[_Nonnull 12]);

/* Makes the object a stream with this dictionary (PDF syntax) and with data that are asked for by token. */
bool cqpdf_replace_stream(
    cqpdf_document *_Nonnull document, int object, const char *_Nonnull dictionary, uint64_t token);
/* A new stream; its object number, 0 on failure. */
int cqpdf_add_stream(cqpdf_document *_Nonnull document, const char *_Nonnull dictionary, uint64_t token);
/* A new stream with data that are kept as they are, uncompressed; its object number, 0 on failure. */
int cqpdf_add_plain_stream(
    cqpdf_document *_Nonnull document, const char *_Nonnull dictionary, const uint8_t *_Nonnull bytes, size_t count);

/* Copies what the first page of another PDF needs to be painted; its resources' object number, 0 on failure, and its
 * media box (left, bottom, right, top). */
int cqpdf_import_resources(
    cqpdf_document *_Nonnull document, const uint8_t *_Nonnull bytes, size_t count, double box[_Nonnull 4]);
/* The painting commands of the first page of another PDF, with neutral colours as grey, as a zlib stream. */
bool cqpdf_page_commands(
    const uint8_t *_Nonnull bytes, size_t count, cqpdf_sink *_Nonnull sink);

/* The matrices of a page, put in the places of their markers while the page is written: in another open file, one after
 * the other, each as side (uint32), red, green, blue, the six numbers of the map from modules (y downwards) to the
 * drawing (float64, in the machine's order), and the modules row by row, one bit each from the lowest up. The marker of
 * the n-th matrix is a path filled with red 0.123457, green 0.1 + (n / 256) / 1000, blue 0.1 + (n % 256) / 1000. */
bool cqpdf_set_matrices(
    cqpdf_document *_Nonnull document, size_t page, int descriptor, int64_t offset, size_t count);

/* The boxes of a page: left, bottom, right, top, in points. */
bool cqpdf_set_boxes(
    cqpdf_document *_Nonnull document, size_t page, const double media[_Nonnull 4], const double bleed[_Nonnull 4],
    const double trim[_Nonnull 4]);
/* An area of a page that leads to an address. */
bool cqpdf_add_link(
    cqpdf_document *_Nonnull document, size_t page, const double area[_Nonnull 4], const char *_Nonnull address);
/* Merges the entries of a dictionary in PDF syntax into the catalog, or into the information dictionary, where null
 * removes an entry. */
bool cqpdf_set_catalog(cqpdf_document *_Nonnull document, const char *_Nonnull entries);
bool cqpdf_set_information(cqpdf_document *_Nonnull document, const char *_Nonnull entries);

/* Mends what Cairo leaves: neutral RGB as grey in all painting commands, text rendering mode 3 (read, not painted) for
 * text in red 0.765433, green 0.234568, blue 0.543213, CIDToGIDMap. Contents of pages are rewritten
 * while the file is being written. After the last import. */
bool cqpdf_mend(cqpdf_document *_Nonnull document);

/* Writes the file whole: object streams, an identifier made from the content, an end of line before endstream. */
bool cqpdf_write(
    cqpdf_document *_Nonnull document, const char *_Nonnull path, const char *_Nonnull version);

/* The painting commands with `r g b rg` and `RG` of three equal components as `g` and `G`; strings, names, comments and
 * inline images are left as they are. */
bool cqpdf_neutral_as_gray(const uint8_t *_Nullable commands, size_t count, cqpdf_sink *_Nonnull sink);
/* The bytes as a zlib stream (RFC 1950). */
bool cqpdf_deflate(const uint8_t *_Nullable bytes, size_t count, cqpdf_sink *_Nonnull sink);

/* A sink that collects bytes, for calls outside a document's writing. */
cqpdf_sink *_Nullable cqpdf_sink_create(void);
void cqpdf_sink_destroy(cqpdf_sink *_Nonnull sink);
const uint8_t *_Nullable cqpdf_sink_bytes(const cqpdf_sink *_Nonnull sink, size_t *_Nonnull count);

#ifdef __cplusplus
}
#endif
