#include "platform/shape.h"

static hb_script_t script_of(const struct text_unit *unit)
{
    return hb_script_from_string(unit->script, -1);
}

void shape_script_name(const struct text_unit *unit, char out[5])
{
    hb_tag_to_string(hb_script_to_iso15924_tag(script_of(unit)), out);
    out[4] = '\0';
}

struct shape shape_unit(hb_buffer_t *buffer, hb_font_t *font, const struct text_unit *unit)
{
    hb_buffer_reset(buffer);
    hb_buffer_add_utf8(buffer, unit->text.at, (int)unit->text.len, 0, (int)unit->text.len);
    hb_buffer_set_direction(buffer, unit->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script_of(unit));
    /* Not the unit's own language: SDL2_ttf 2.20 can't be told one, and the width must be that of what is
     * drawn. */
    hb_buffer_set_language(buffer, hb_language_get_default());
    hb_shape(font, buffer, NULL, 0);

    unsigned count = 0;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    struct shape shape = { .glyphs = (int)count };
    int64_t advance = 0;
    for (unsigned i = 0; i < count; i++) {
        advance += places[i].x_advance;
        shape.missing = shape.missing || glyphs[i].codepoint == 0;
    }
    shape.advance = (float)advance / 64.0f;
    return shape;
}

static int floor_64(int value)
{
    return (value - ((value % 64) + 64) % 64) / 64;
}

static int ceil_64(int value)
{
    return -floor_64(-value);
}

static int min(int a, int b)
{
    return a < b ? a : b;
}

static int max(int a, int b)
{
    return a > b ? a : b;
}

/* The pen's place and the glyph's own box are rounded apart from each other, as SDL2_ttf does. */
struct ink shape_ink(hb_buffer_t *buffer, hb_font_t *font)
{
    unsigned count = 0;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    struct ink ink = { 0 };
    int x = 0;
    for (unsigned i = 0; i < count; i++) {
        hb_glyph_extents_t box;
        if (hb_font_get_glyph_extents(font, glyphs[i].codepoint, &box)) {
            int left = floor_64(x + places[i].x_offset), base = floor_64(-places[i].y_offset);
            ink.left = min(ink.left, left + floor_64(box.x_bearing));
            ink.right = max(ink.right, left + ceil_64(box.x_bearing + box.width));
            ink.top = min(ink.top, base - ceil_64(box.y_bearing));
            ink.bottom = max(ink.bottom, base - floor_64(box.y_bearing + box.height));
        }
        x += places[i].x_advance;
    }
    return ink;
}
