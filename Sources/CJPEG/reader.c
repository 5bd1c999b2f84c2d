#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

// A progressive file of more scans than any camera writes is made to take for ever.
static const int most_scans = 200;

struct cjpeg_reader {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf escape;
    uint8_t *inks; // one row of cyan, magenta, yellow, black
    char message[JMSG_LENGTH_MAX];
};

static void say(char *message, size_t capacity, const char *text) { snprintf(message, capacity, "%s", text); }

static void on_error(j_common_ptr jpeg) {
    cjpeg_reader *reader = jpeg->client_data;
    jpeg->err->format_message(jpeg, reader->message);
    longjmp(reader->escape, 1);
}

// libjpeg patches damaged data up, with a warning. Here they are an error: a grey half is not a photograph.
static void on_message(j_common_ptr jpeg, int level) {
    if (level >= 0) return;
    switch (jpeg->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
        on_error(jpeg);
        break;
    default:
        break;
    }
}

static void on_progress(j_common_ptr jpeg) {
    cjpeg_reader *reader = jpeg->client_data;
    if (reader->jpeg.input_scan_number <= most_scans) return;
    say(reader->message, sizeof reader->message, "more than 200 scans");
    longjmp(reader->escape, 1);
}

// setjmp stands in functions of their own, none of whose locals is used after a jump.
static int read_header(cjpeg_reader *reader, const uint8_t *bytes, size_t count) {
    if (setjmp(reader->escape)) return -1;
    jpeg_create_decompress(&reader->jpeg);
    reader->jpeg.progress = &reader->progress;
    jpeg_mem_src(&reader->jpeg, bytes, count);
    jpeg_save_markers(&reader->jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_read_header(&reader->jpeg, TRUE);
    return 0;
}

// `inks` are as Adobe's programs store them, inverted (255 is no ink), where `inverted`.
static void mix_inks(const uint8_t *inks, uint8_t *rgb, size_t pixels, int inverted) {
    for (size_t i = 0; i < pixels; i++) {
        unsigned light = inverted ? inks[4 * i + 3] : 255 - inks[4 * i + 3];
        for (size_t c = 0; c < 3; c++) {
            unsigned value = inverted ? inks[4 * i + c] : 255 - inks[4 * i + c];
            rgb[3 * i + c] = (uint8_t)((value * light + 127) / 255);
        }
    }
}

static int read_pixels(cjpeg_reader *reader, uint8_t *pixels) {
    if (setjmp(reader->escape)) return -1;
    struct jpeg_decompress_struct *jpeg = &reader->jpeg;
    int inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    jpeg->out_color_space = inks ? JCS_CMYK : JCS_RGB;
    jpeg_start_decompress(jpeg);
    size_t width = jpeg->output_width;
    if (inks) {
        reader->inks = malloc(width * 4);
        if (!reader->inks) ERREXIT1(jpeg, JERR_OUT_OF_MEMORY, 0);
    }
    while (jpeg->output_scanline < jpeg->output_height) {
        uint8_t *target = pixels + (size_t)jpeg->output_scanline * width * 3;
        JSAMPROW row = inks ? reader->inks : target;
        if (jpeg_read_scanlines(jpeg, &row, 1) != 1) ERREXIT(jpeg, JERR_INPUT_EOF);
        if (inks) mix_inks(reader->inks, target, width, jpeg->saw_Adobe_marker);
    }
    jpeg_finish_decompress(jpeg);
    return 0;
}

cjpeg_reader *cjpeg_reader_open(const uint8_t *bytes, size_t count, char *message, size_t capacity) {
    cjpeg_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        say(message, capacity, "out of memory");
        return NULL;
    }
    reader->jpeg.err = jpeg_std_error(&reader->errors);
    reader->errors.error_exit = on_error;
    reader->errors.emit_message = on_message;
    reader->progress.progress_monitor = on_progress;
    reader->jpeg.client_data = reader;
    if (read_header(reader, bytes, count) == 0) return reader;
    say(message, capacity, reader->message);
    cjpeg_reader_close(reader);
    return NULL;
}

uint32_t cjpeg_reader_width(const cjpeg_reader *reader) { return reader->jpeg.image_width; }

uint32_t cjpeg_reader_height(const cjpeg_reader *reader) { return reader->jpeg.image_height; }

const uint8_t *cjpeg_reader_exif(const cjpeg_reader *reader, size_t *count) {
    for (jpeg_saved_marker_ptr marker = reader->jpeg.marker_list; marker; marker = marker->next) {
        if (marker->data_length >= 6 && memcmp(marker->data, "Exif\0\0", 6) == 0) {
            *count = marker->data_length;
            return marker->data;
        }
    }
    *count = 0;
    return NULL;
}

int cjpeg_reader_decode(cjpeg_reader *reader, uint8_t *pixels, size_t count, char *message, size_t capacity) {
    if (count != (size_t)reader->jpeg.image_width * reader->jpeg.image_height * 3) {
        say(message, capacity, "a buffer of another size than the picture");
        return -1;
    }
    if (read_pixels(reader, pixels) == 0) return 0;
    say(message, capacity, reader->message);
    return -1;
}

void cjpeg_reader_close(cjpeg_reader *reader) {
    free(reader->inks);
    jpeg_destroy_decompress(&reader->jpeg);
    free(reader);
}
