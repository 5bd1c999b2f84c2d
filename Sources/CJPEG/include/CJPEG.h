// JPEG from memory through libjpeg-turbo. Every setjmp stays behind this header: a call returns, with success or with a
// message.
#ifndef DOTCHI_CJPEG_H
#define DOTCHI_CJPEG_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A JPEG whose header has been read.
typedef struct cjpeg_reader cjpeg_reader;

/// Reads the header of the `count` bytes at `bytes`, which must stay until the reader is closed.
/// Returns NULL, with `message` (zero-terminated within `capacity`) saying why, if this is no readable JPEG.
cjpeg_reader *_Nullable cjpeg_reader_open(const uint8_t *bytes, size_t count, char *message, size_t capacity);

/// Width in pixels, as stored.
uint32_t cjpeg_reader_width(const cjpeg_reader *reader);

/// Height in pixels, as stored.
uint32_t cjpeg_reader_height(const cjpeg_reader *reader);

/// The body of the first APP1 segment that holds Exif (from "Exif\0\0" on), owned by the reader, and its length in
/// `count`; NULL if there is none. Valid until the picture is decoded.
const uint8_t *_Nullable cjpeg_reader_exif(const cjpeg_reader *reader, size_t *count);

/// Decodes into `pixels`, `count` = width x height x 3 bytes: 8-bit RGB, row by row, as stored (not turned by Exif).
/// CMYK is converted without a colour profile. Data that libjpeg would patch up (cut off, damaged) are an error.
/// To be called once. Returns 0, or -1 with `message` saying why not.
int cjpeg_reader_decode(cjpeg_reader *reader, uint8_t *pixels, size_t count, char *message, size_t capacity);

/// Frees the reader.
void cjpeg_reader_close(cjpeg_reader *reader);

#pragma clang assume_nonnull end

#endif
