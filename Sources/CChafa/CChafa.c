#include "CChafa.h"

#include <chafa.h>
#include <stdlib.h>
#include <string.h>

static ChafaCanvasConfig *new_config(
    cchafa_mode mode, int32_t columns, int32_t rows, int32_t cell_width, int32_t cell_height) {
    static const ChafaPixelMode pixel_modes[] = {
        [CCHAFA_BLOCKS_TRUECOLOR] = CHAFA_PIXEL_MODE_SYMBOLS, [CCHAFA_BLOCKS_256] = CHAFA_PIXEL_MODE_SYMBOLS,
        [CCHAFA_SIXEL] = CHAFA_PIXEL_MODE_SIXELS, [CCHAFA_KITTY] = CHAFA_PIXEL_MODE_KITTY,
        [CCHAFA_ITERM] = CHAFA_PIXEL_MODE_ITERM2,
    };
    ChafaCanvasConfig *config = chafa_canvas_config_new();
    chafa_canvas_config_set_geometry(config, columns, rows);
    chafa_canvas_config_set_cell_geometry(config, cell_width, cell_height);
    chafa_canvas_config_set_pixel_mode(config, pixel_modes[mode]);
    chafa_canvas_config_set_canvas_mode(
        config, mode == CCHAFA_BLOCKS_256 ? CHAFA_CANVAS_MODE_INDEXED_240 : CHAFA_CANVAS_MODE_TRUECOLOR);
    // People judge these images: no boosted contrast, and little banding where colours are few.
    chafa_canvas_config_set_preprocessing_enabled(config, FALSE);
    chafa_canvas_config_set_dither_mode(
        config, mode == CCHAFA_SIXEL ? CHAFA_DITHER_MODE_DIFFUSION
                : mode == CCHAFA_BLOCKS_256 ? CHAFA_DITHER_MODE_ORDERED : CHAFA_DITHER_MODE_NONE);
    chafa_canvas_config_set_work_factor(config, 1.0f);

    ChafaSymbolMap *symbols = chafa_symbol_map_new();
    chafa_symbol_map_add_by_tags(
        symbols, CHAFA_SYMBOL_TAG_SPACE | CHAFA_SYMBOL_TAG_SOLID | CHAFA_SYMBOL_TAG_HALF | CHAFA_SYMBOL_TAG_QUAD);
    chafa_canvas_config_set_symbol_map(config, symbols);
    chafa_symbol_map_unref(symbols);
    return config;
}

char *cchafa_draw(
    const uint8_t *pixels, int32_t width, int32_t height, cchafa_mode mode, int32_t columns, int32_t rows,
    int32_t cell_width, int32_t cell_height, size_t *length) {
    *length = 0;
    ChafaCanvasConfig *config = new_config(mode, columns, rows, cell_width, cell_height);
    ChafaCanvas *canvas = chafa_canvas_new(config);
    chafa_canvas_config_unref(config);
    chafa_canvas_draw_all_pixels(canvas, CHAFA_PIXEL_RGB8, pixels, width, height, width * 3);

    // The fallback knows the sequences of all four modes; which one a terminal understands was asked before.
    ChafaTermInfo *terminal = chafa_term_db_get_fallback_info(chafa_term_db_get_default());
    GString *drawn = chafa_canvas_print(canvas, terminal);
    chafa_term_info_unref(terminal);
    chafa_canvas_unref(canvas);
    if (drawn == NULL) return NULL;

    char *text = drawn->len > 0 ? malloc(drawn->len + 1) : NULL;
    if (text != NULL) {
        memcpy(text, drawn->str, drawn->len + 1);
        *length = drawn->len;
    }
    g_string_free(drawn, TRUE);
    return text;
}

void cchafa_free(char *text) { free(text); }
