#include "platform/glyphs.h"

#include "base/log.h"
#include "platform/faces.h"
#include "platform/shape.h"
#include "platform/words.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define ICON_UNKNOWN "help_outline"

struct glyphs {
    struct fonts *fonts;
    struct faces *faces;
    struct words *words;
    hb_buffer_t *buffer;
};

bool glyphs_open(struct glyphs **out, struct fonts *fonts, struct err *err)
{
    if (TTF_Init() != 0)
        return err_set(err, ERR_FONT, "the font library doesn't start: %s", TTF_GetError());
    struct glyphs *glyphs = calloc(1, sizeof(*glyphs));
    if (!glyphs)
        log_fatal("out of memory: the glyphs");
    glyphs->fonts = fonts;
    glyphs->faces = faces_new(fonts);
    glyphs->words = words_new();
    glyphs->buffer = hb_buffer_create();
    *out = glyphs;
    return true;
}

void glyphs_close(struct glyphs *glyphs)
{
    if (!glyphs)
        return;
    words_free(glyphs->words);
    faces_free(glyphs->faces);
    hb_buffer_destroy(glyphs->buffer);
    free(glyphs);
    TTF_Quit();
}

static const struct word *measured(struct glyphs *glyphs, const struct text_unit *unit)
{
    struct word *word = words_get(glyphs->words, unit, WORD_UNPAINTED);
    if (word->known)
        return word;
    word->known = true;
    hb_font_t *font = faces_shaper(glyphs->faces, unit->face, unit->size);
    if (font) {
        struct shape shape = shape_unit(glyphs->buffer, font, unit);
        struct ink ink = shape_ink(glyphs->buffer, font);
        word->advance = shape.advance;
        word->rise = (float)-ink.top;
        word->fall = (float)ink.bottom;
        word->glyphs = shape.missing ? 0 : shape.glyphs;
    }
    return word;
}

static struct unit_metrics measure_unit(void *data, const struct text_unit *unit)
{
    const struct word *word = measured(data, unit);
    return (struct unit_metrics){ word->advance, word->rise, word->fall };
}

static struct face_metrics measure_face(void *data, int face, int size)
{
    struct glyphs *glyphs = data;
    hb_font_t *font = faces_shaper(glyphs->faces, face, size);
    hb_font_extents_t extents;
    if (!font || !hb_font_get_h_extents(font, &extents))
        return (struct face_metrics){ (float)size, (float)size * 0.25f };
    return (struct face_metrics){ (float)extents.ascender / 64.0f, (float)-extents.descender / 64.0f };
}

struct text_measurer glyphs_measurer(struct glyphs *glyphs)
{
    return (struct text_measurer){ .data = glyphs, .unit = measure_unit, .face = measure_face };
}

static void draw_word(struct glyphs *glyphs, const struct text_unit *unit, struct word *word)
{
    hb_font_t *shaper = faces_shaper(glyphs->faces, unit->face, unit->size);
    TTF_Font *drawer = faces_drawer(glyphs->faces, unit->face, unit->size);
    if (!shaper || !drawer)
        return;
    shape_unit(glyphs->buffer, shaper, unit);
    struct ink ink = shape_ink(glyphs->buffer, shaper);
    word->picture = picture_draw(drawer, unit, word->text, word->colour, ink);
    words_count(glyphs->words, word, picture_bytes(&word->picture));
}

static struct word *drawn(struct glyphs *glyphs, const struct text_unit *unit, uint32_t colour)
{
    struct word *word = words_get(glyphs->words, unit, colour & 0xFFFFFFu);
    if (!word->known)
        draw_word(glyphs, unit, word);
    word->known = true;
    return word;
}

void glyphs_draw(struct glyphs *glyphs, const struct text_unit *unit, uint32_t colour)
{
    (void)drawn(glyphs, unit, colour);
}

struct glyph_picture glyphs_picture(struct glyphs *glyphs, struct SDL_Renderer *renderer, const struct text_unit *unit,
                                    uint32_t colour)
{
    return picture_show(&drawn(glyphs, unit, colour)->picture, renderer);
}

static struct text_unit icon_unit(struct glyphs *glyphs, const char *name, int size)
{
    return (struct text_unit){
        .text = str_of(name), .face = fonts_icon_face(glyphs->fonts), .size = size, .script = "Latn", .lang = "en"
    };
}

/* Names are ligatures: a known one becomes a single glyph. (So does a lone letter, which is no name.) */
bool glyphs_has_icon(struct glyphs *glyphs, const char *name)
{
    struct text_unit unit = icon_unit(glyphs, name, 24);
    return unit.text.len > 1 && measured(glyphs, &unit)->glyphs == 1;
}

struct text_unit glyphs_icon_unit(struct glyphs *glyphs, const char *name, int size)
{
    return icon_unit(glyphs, glyphs_has_icon(glyphs, name) ? name : ICON_UNKNOWN, size);
}

void glyphs_trim(struct glyphs *glyphs, size_t bytes)
{
    words_trim(glyphs->words, bytes);
}

void glyphs_clear(struct glyphs *glyphs)
{
    words_clear(glyphs->words);
    malloc_trim(0); /* thousands of small pictures went: give their memory back to the system */
}
