#include "CPNG.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "message.h"

typedef struct {
    png_structp png;
    png_infop info;
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    cpng_message message;
} cpng_writer;

static void write_bytes(png_structp png, png_bytep source, size_t count) {
    cpng_writer *writer = png_get_io_ptr(png);
    if (count > writer->capacity - writer->count) {
        size_t capacity = writer->capacity * 2 + count;
        uint8_t *larger = realloc(writer->bytes, capacity);
        if (!larger) png_error(png, "out of memory");
        writer->bytes = larger;
        writer->capacity = capacity;
    }
    memcpy(writer->bytes + writer->count, source, count);
    writer->count += count;
}

static void flush(png_structp png) { (void)png; }

// The filter of row y, as libpng's bit of it.
static int filter_of(uint32_t width, uint32_t height, const uint8_t *filters, size_t y) {
    static const int bits[] = {PNG_FILTER_NONE, PNG_FILTER_SUB, PNG_FILTER_UP, PNG_FILTER_AVG, PNG_FILTER_PAETH};
    if (width == 1 || height == 1) return PNG_FILTER_NONE;
    // libpng keeps the row above only where the first row's filter asks for it.
    return y == 0 ? bits[2 + filters[y] % 3] : bits[filters[y] % 5];
}

// How the rows are written: where `filters` is given, uncompressed and each row with its own filter.
static void set_up(cpng_writer *writer, uint32_t width, uint32_t height, const uint8_t *filters) {
    png_set_IHDR(
        writer->png, writer->info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE,
        PNG_FILTER_TYPE_BASE);
    if (filters) {
        png_set_compression_level(writer->png, Z_NO_COMPRESSION);
        // Room for the pixels, zlib's five bytes a block, and more: so one chunk holds them all.
        size_t bytes = ((size_t)width * 3 + 1) * height;
        png_set_compression_buffer_size(writer->png, bytes + bytes / 1000 + 1024);
    } else {
        png_set_filter(writer->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_PAETH);
        // zlib's strategy for filtered pictures: only runs of one byte. Of generated faces it makes files 2 to 5 % smaller
        // than the search for longer repetitions, which there are none of, at level 6, in an eighth of the time.
        png_set_compression_strategy(writer->png, Z_RLE);
    }
}

// setjmp stands in a function of its own, none of whose locals is used after a jump.
static int write_picture(
    cpng_writer *writer, const uint8_t *pixels, uint32_t width, uint32_t height, const uint8_t *filters) {
    if (setjmp(png_jmpbuf(writer->png))) return -1;
    png_set_write_fn(writer->png, writer, write_bytes, flush);
    set_up(writer, width, height, filters);
    png_write_info(writer->png, writer->info);
    for (size_t y = 0; y < height; y++) {
        if (filters) png_set_filter(writer->png, PNG_FILTER_TYPE_BASE, filter_of(width, height, filters, y));
        png_write_row(writer->png, pixels + y * width * 3);
    }
    png_write_end(writer->png, NULL);
    return 0;
}

static uint8_t *encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, const uint8_t *filters, size_t *count, char *message,
    size_t capacity) {
    cpng_writer writer = {0};
    writer.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer.message, cpng_on_error, cpng_on_warning);
    writer.info = writer.png ? png_create_info_struct(writer.png) : NULL;
    if (!writer.info) {
        cpng_say(message, capacity, "libpng cannot start");
    } else if (write_picture(&writer, pixels, width, height, filters) != 0) {
        cpng_say(message, capacity, writer.message.text);
        free(writer.bytes);
        writer.bytes = NULL;
    }
    if (writer.png) png_destroy_write_struct(&writer.png, &writer.info);
    *count = writer.count;
    return writer.bytes;
}

uint8_t *cpng_encode(
    const uint8_t *pixels, uint32_t width, uint32_t height, size_t *count, char *message, size_t capacity) {
    return encode(pixels, width, height, NULL, count, message, capacity);
}

uint8_t *cpng_encode_stored(
    const uint8_t *pixels, uint32_t width, uint32_t height, const uint8_t *filters, size_t *count, char *message,
    size_t capacity) {
    return encode(pixels, width, height, filters, count, message, capacity);
}

void cpng_free(uint8_t *bytes) { free(bytes); }
