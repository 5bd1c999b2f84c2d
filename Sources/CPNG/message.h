// What libpng says when it gives up, kept until the caller takes it.
#ifndef DOTCHI_CPNG_MESSAGE_H
#define DOTCHI_CPNG_MESSAGE_H

#include <png.h>
#include <stddef.h>

typedef struct {
    char text[200];
} cpng_message;

/// Copies `text` into `message`, cut to its capacity.
void cpng_say(char *message, size_t capacity, const char *text);

/// Keeps the text in the cpng_message that is the error pointer, and jumps.
PNG_NORETURN void cpng_on_error(png_structp png, png_const_charp text);

/// Warnings of libpng are about what does not matter here (profiles, times, unknown chunks).
void cpng_on_warning(png_structp png, png_const_charp text);

#endif
