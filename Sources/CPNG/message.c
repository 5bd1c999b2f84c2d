#include "message.h"

#include <stdio.h>

void cpng_say(char *message, size_t capacity, const char *text) { snprintf(message, capacity, "%s", text); }

void cpng_on_error(png_structp png, png_const_charp text) {
    cpng_message *message = png_get_error_ptr(png);
    cpng_say(message->text, sizeof message->text, text);
    png_longjmp(png, 1);
}

void cpng_on_warning(png_structp png, png_const_charp text) {
    (void)png;
    (void)text;
}
