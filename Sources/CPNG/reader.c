#include "CPNG.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

struct cpng_reader {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t count;
    size_t position;
    uint32_t width;
    uint32_t height;
    png_bytep *rows;
    uint8_t *blended; // red, green, blue, alpha, where the picture has an alpha channel
    cpng_message message;
};

static void read_bytes(png_structp png, png_bytep target, size_t count) {
    cpng_reader *reader = png_get_io_ptr(png);
    if (count > reader->count - reader->position) png_error(png, "the file ends too early");
    memcpy(target, reader->bytes + reader->position, count);
    reader->position += count;
}

// setjmp stands in functions of their own, none of whose locals is used after a jump.
static int read_header(cpng_reader *reader) {
    if (setjmp(png_jmpbuf(reader->png))) return -1;
    png_set_read_fn(reader->png, reader, read_bytes);
    png_read_info(reader->png, reader->info);
    reader->width = png_get_image_width(reader->png, reader->info);
    reader->height = png_get_image_height(reader->png, reader->info);
    return 0;
}

static int read_pixels(cpng_reader *reader, uint8_t *pixels) {
    if (setjmp(png_jmpbuf(reader->png))) return -1;
    png_set_expand(reader->png);
    png_set_scale_16(reader->png);
    png_set_gray_to_rgb(reader->png);
    png_set_interlace_handling(reader->png);
    png_read_update_info(reader->png, reader->info);

    size_t channels = png_get_channels(reader->png, reader->info);
    size_t pitch = png_get_rowbytes(reader->png, reader->info);
    if ((channels != 3 && channels != 4) || pitch != channels * reader->width) png_error(reader->png, "unknown layout");

    uint8_t *target = pixels;
    if (channels == 4) {
        target = reader->blended = malloc(pitch * reader->height);
        if (!target) png_error(reader->png, "out of memory");
    }
    reader->rows = malloc(sizeof(png_bytep) * reader->height);
    if (!reader->rows) png_error(reader->png, "out of memory");
    for (size_t y = 0; y < reader->height; y++) reader->rows[y] = target + y * pitch;

    png_read_image(reader->png, reader->rows);
    png_read_end(reader->png, NULL);
    return 0;
}

// Over white, in the picture's own (gamma-encoded) samples, as browsers do.
static void lay_over_white(const uint8_t *rgba, uint8_t *rgb, size_t pixels) {
    for (size_t i = 0; i < pixels; i++) {
        unsigned alpha = rgba[4 * i + 3];
        for (size_t c = 0; c < 3; c++) {
            rgb[3 * i + c] = (uint8_t)((rgba[4 * i + c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
}

cpng_reader *cpng_reader_open(const uint8_t *bytes, size_t count, char *message, size_t capacity) {
    cpng_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        cpng_say(message, capacity, "out of memory");
        return NULL;
    }
    reader->bytes = bytes;
    reader->count = count;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->message, cpng_on_error, cpng_on_warning);
    reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
    if (!reader->info) {
        cpng_say(message, capacity, "libpng cannot start");
    } else if (read_header(reader) == 0) {
        return reader;
    } else {
        cpng_say(message, capacity, reader->message.text);
    }
    cpng_reader_close(reader);
    return NULL;
}

uint32_t cpng_reader_width(const cpng_reader *reader) { return reader->width; }

uint32_t cpng_reader_height(const cpng_reader *reader) { return reader->height; }

int cpng_reader_decode(cpng_reader *reader, uint8_t *pixels, size_t count, char *message, size_t capacity) {
    size_t area = (size_t)reader->width * reader->height;
    if (count != area * 3) {
        cpng_say(message, capacity, "a buffer of another size than the picture");
        return -1;
    }
    if (read_pixels(reader, pixels) != 0) {
        cpng_say(message, capacity, reader->message.text);
        return -1;
    }
    if (reader->blended) lay_over_white(reader->blended, pixels, area);
    return 0;
}

void cpng_reader_close(cpng_reader *reader) {
    free(reader->rows);
    free(reader->blended);
    if (reader->png) png_destroy_read_struct(&reader->png, &reader->info, NULL);
    free(reader);
}
