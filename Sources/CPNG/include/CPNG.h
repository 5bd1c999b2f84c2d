// PNG to and from memory through libpng. Every setjmp stays behind this header: a call returns, with success or with a
// message, and frees what it took.
#ifndef DOTCHI_CPNG_H
#define DOTCHI_CPNG_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A PNG whose header has been read.
typedef struct cpng_reader cpng_reader;

/// Reads the header of the `count` bytes at `bytes`, which must stay until the reader is closed.
/// Returns NULL, with `message` (zero-terminated within `capacity`) saying why, if this is no readable PNG.
cpng_reader *_Nullable cpng_reader_open(const uint8_t *bytes, size_t count, char *message, size_t capacity);

/// Width in pixels.
uint32_t cpng_reader_width(const cpng_reader *reader);

/// Height in pixels.
uint32_t cpng_reader_height(const cpng_reader *reader);

/// Decodes into `pixels`, `count` = width x height x 3 bytes: 8-bit RGB, row by row; what is transparent shows white.
/// To be called once. Returns 0, or -1 with `message` saying why not.
int cpng_reader_decode(cpng_reader *reader, uint8_t *pixels, size_t count, char *message, size_t capacity);

/// Frees the reader.
void cpng_reader_close(cpng_reader *reader);

/// Encodes width x height pixels of 8-bit RGB: the Paeth filter, zlib's run lengths, no chunk beside IHDR, IDAT and IEND.
/// Returns the bytes, to be freed with cpng_free, and their number in `count`; or NULL with `message` saying why not.
uint8_t *_Nullable cpng_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, size_t *count, char *message, size_t capacity);

/// Encodes width x height pixels of 8-bit RGB without compressing them, in one IDAT chunk: how long the file is, and each
/// of its chunks, depends on width and height alone. `filters` has the filter of each row, height bytes of 0 (none) to 4
/// (Paeth); the first row takes one of the last three, and a picture of one row or column none. Returns as cpng_encode
/// does.
uint8_t *_Nullable cpng_encode_stored(
    const uint8_t *pixels, uint32_t width, uint32_t height, const uint8_t *filters, size_t *count, char *message,
    size_t capacity);

/// Frees what cpng_encode and cpng_encode_stored returned.
void cpng_free(uint8_t *bytes);

#pragma clang assume_nonnull end

#endif
