// libchafa for Swift: pixels in, the characters of a terminal out. Nothing of libchafa or glib shows.
#pragma once

#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define CCHAFA_NULLABLE _Nullable
#else
#define CCHAFA_NULLABLE
#endif

/// How a terminal can be made to show pixels.
typedef enum {
    CCHAFA_BLOCKS_TRUECOLOR, ///< half and quadrant blocks in 24-bit colour
    CCHAFA_BLOCKS_256,       ///< the same in the 256 colours of xterm
    CCHAFA_SIXEL,
    CCHAFA_KITTY,
    CCHAFA_ITERM,
} cchafa_mode;

/// Draws packed 8-bit RGB pixels (`width` x `height`, no padding between rows) into a box of `columns` x `rows` cells, each
/// `cell_width` x `cell_height` pixels. Everything is at least 1.
///
/// Gives a string of `*length` bytes and a closing zero, to be given back to `cchafa_free`; NULL where libchafa drew
/// nothing. Blocks come as `rows` lines with a newline between them; the other modes are drawn from the cursor's cell.
char *CCHAFA_NULLABLE cchafa_draw(
    const uint8_t *pixels, int32_t width, int32_t height, cchafa_mode mode, int32_t columns, int32_t rows,
    int32_t cell_width, int32_t cell_height, size_t *length);

/// Frees what `cchafa_draw` gave.
void cchafa_free(char *CCHAFA_NULLABLE text);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif
