/* Words measured and drawn with the fonts that are installed: the widths are those of what SDL2_ttf draws,
 * and the ink is where the shaper says. */
#include "platform/faces.h"
#include "platform/glyphs.h"
#include "platform/shape.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>
#include <math.h>
#include <SDL.h>
#include <stdlib.h>
#include <string.h>

struct world {
    struct fonts *fonts;
    struct faces *faces; /* beside the glyphs' own, to compare with */
    struct glyphs *glyphs;
    SDL_Surface *surface;
    SDL_Renderer *renderer;
};

static int setup(void **state)
{
    struct world *world = calloc(1, sizeof(*world));
    struct err err;
    assert_non_null(world);
    assert_true(fonts_open(&world->fonts, &err));
    assert_true(glyphs_open(&world->glyphs, world->fonts, &err));
    world->faces = faces_new(world->fonts);
    world->surface = SDL_CreateRGBSurfaceWithFormat(0, 400, 300, 32, SDL_PIXELFORMAT_ARGB8888);
    world->renderer = SDL_CreateSoftwareRenderer(world->surface);
    assert_non_null(world->renderer);
    *state = world;
    return 0;
}

static int teardown(void **state)
{
    struct world *world = *state;
    faces_free(world->faces);
    glyphs_clear(world->glyphs);
    SDL_DestroyRenderer(world->renderer);
    SDL_FreeSurface(world->surface);
    glyphs_close(world->glyphs);
    fonts_close(world->fonts);
    free(world);
    return 0;
}

struct sample {
    const char *text, *script, *lang;
    bool rtl;
};

static const struct sample samples[] = {
    { "jaffa", "Latn", "en", false },
    { "Bibliothèque", "Latn", "fr", false },
    { "AVATAR Toulouse", "Latn", "fr", false },
    { "fjord", "Latn", "en", false },
    { "Ґрунтовно", "Cyrl", "uk", false },
    { "Лікарня", "Cyrl", "uk", false },
    { "مستشفى", "Arab", "ar", true },
    { "الرعاية", "Arab", "ar", true },
    { "طَبِيبٌ", "Arab", "ar", true },
    { "پناهندگی", "Arab", "fa", true },
    { "ہسپتال", "Arab", "ur", true },
    { "نستعلیق", "Arab", "ur", true },
    { "کچھ", "Arab", "ur", true },
    { "ሆስፒታል", "Ethi", "ti", false },
    { "መኖሪያ", "Ethi", "am", false },
    { "হাসপাতাল", "Beng", "bn", false },
    { "স্বাস্থ্য", "Beng", "bn", false },
    { "மருத்துவமனை", "Taml", "ta", false },
    { "საავადმყოფო", "Geor", "ka", false },
    { "医院", "Hani", "zh", false },
    { "紧急电话", "Hani", "zh", false },
    { "មន្ទីរពេទ្យ", "Khmr", "km", false },
    { "ဆေးရုံ", "Mymr", "my", false },
    { "अस्पताल", "Deva", "hi", false },
};

static const int sizes[] = { 25, 30, 56 };

static struct text_unit unit_of(struct world *world, const struct sample *sample, int size, enum font_weight weight)
{
    struct text_unit unit = { .text = str_of(sample->text), .size = size, .rtl = sample->rtl, .lang = sample->lang };
    const char *at = sample->text;
    uint32_t first = str_next_codepoint(&at, at + strlen(at));
    unit.face = fonts_face(world->fonts, first, sample->lang, weight, FONT_NONE);
    memcpy(unit.script, sample->script, sizeof(unit.script));
    assert_int_not_equal(unit.face, FONT_NONE);
    return unit;
}

static void each_unit(struct world *world, void (*check)(struct world *, const struct sample *, struct text_unit))
{
    for (size_t i = 0; i < COUNT(samples); i++) {
        for (size_t s = 0; s < COUNT(sizes); s++) {
            for (int weight = 0; weight < FONT_WEIGHT_COUNT; weight++)
                check(world, &samples[i], unit_of(world, &samples[i], sizes[s], (enum font_weight)weight));
        }
    }
}

static float advance_of(struct world *world, const struct text_unit *unit)
{
    struct text_measurer measurer = glyphs_measurer(world->glyphs);
    return measurer.unit(measurer.data, unit).advance;
}

static void prepare_drawer(TTF_Font *drawer, const struct text_unit *unit)
{
    char script[5];
    shape_script_name(unit, script);
    TTF_SetFontScriptName(drawer, script);
    TTF_SetFontDirection(drawer, unit->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
}

/* SDL2_ttf's width is the advance, and more where ink sticks out of it. */
static void check_width(struct world *world, const struct sample *sample, struct text_unit unit)
{
    int width = 0;
    TTF_Font *drawer = faces_drawer(world->faces, unit.face, unit.size);
    assert_non_null(drawer);
    prepare_drawer(drawer, &unit);
    assert_int_equal(TTF_SizeUTF8(drawer, sample->text, &width, NULL), 0);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_font_t *shaper = faces_shaper(world->faces, unit.face, unit.size);
    struct shape shape = shape_unit(buffer, shaper, &unit);
    struct ink ink = shape_ink(buffer, shaper);
    hb_buffer_destroy(buffer);
    float right = fmaxf((float)ink.right, floorf(shape.advance)), expected = right - (float)ink.left;
    if (fabsf((float)width - expected) > 1.0f + 0.01f * expected)
        fail_msg("%s at %d is %d wide, not %.2f", sample->text, unit.size, width, (double)expected);
    assert_float_equal(advance_of(world, &unit), shape.advance, 0.001);
    assert_false(shape.missing);
}

static void widths_are_those_of_what_is_drawn(void **state)
{
    each_unit(*state, check_width);
}

/* The true outline of the shaped word, in pixels around the pen. */
struct outline {
    float left, top, right, bottom;
};

static struct outline outline_of(hb_buffer_t *buffer, hb_font_t *font)
{
    unsigned count = 0;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    struct outline all = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    float x = 0;
    for (unsigned i = 0; i < count; i++) {
        hb_glyph_extents_t box;
        if (hb_font_get_glyph_extents(font, glyphs[i].codepoint, &box) && box.width != 0) {
            float left = x + (float)(places[i].x_offset + box.x_bearing) / 64.0f;
            float top = -(float)(places[i].y_offset + box.y_bearing) / 64.0f;
            all.left = fminf(all.left, left);
            all.top = fminf(all.top, top);
            all.right = fmaxf(all.right, left + (float)box.width / 64.0f);
            all.bottom = fmaxf(all.bottom, top - (float)box.height / 64.0f);
        }
        x += (float)places[i].x_advance / 64.0f;
    }
    return all;
}

/* Whole pixels, and outlines that hinting moved up or down. */
#define ACROSS 1.3f
#define UPRIGHT 2.2f

static void expect_near(const char *text, int size, const char *side, float is, float should, float tolerance)
{
    if (fabsf(is - should) > tolerance)
        fail_msg("%s at %d: ink ends %s at %.1f instead of %.1f", text, size, side, (double)is, (double)should);
}

static void check_ink(struct world *world, const struct sample *sample, struct text_unit unit)
{
    struct glyph_picture picture = glyphs_picture(world->glyphs, world->renderer, &unit, 0x14213D);
    assert_non_null(picture.texture);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_font_t *shaper = faces_shaper(world->faces, unit.face, unit.size);
    shape_unit(buffer, shaper, &unit);
    struct outline outline = outline_of(buffer, shaper);
    hb_buffer_destroy(buffer);
    expect_near(sample->text, unit.size, "left", (float)picture.left, outline.left, ACROSS);
    expect_near(sample->text, unit.size, "above", (float)picture.top, outline.top, UPRIGHT);
    expect_near(sample->text, unit.size, "right", (float)(picture.left + picture.width), outline.right, ACROSS);
    expect_near(sample->text, unit.size, "below", (float)(picture.top + picture.height), outline.bottom, UPRIGHT);
}

static void ink_is_where_the_shaper_says(void **state)
{
    each_unit(*state, check_ink);
}

static void a_picture_is_drawn_once_for_each_colour(void **state)
{
    struct world *world = *state;
    struct text_unit unit = unit_of(world, &samples[1], 30, FONT_REGULAR);
    struct SDL_Texture *ink = glyphs_picture(world->glyphs, world->renderer, &unit, 0x14213D).texture;
    assert_ptr_equal(glyphs_picture(world->glyphs, world->renderer, &unit, 0x14213D).texture, ink);
    assert_ptr_not_equal(glyphs_picture(world->glyphs, world->renderer, &unit, 0xFFFFFF).texture, ink);
}

static void a_picture_has_its_colour(void **state)
{
    struct world *world = *state;
    struct text_unit unit = unit_of(world, &(struct sample){ "l", "Latn", "en", false }, 56, FONT_BOLD);
    struct glyph_picture picture = glyphs_picture(world->glyphs, world->renderer, &unit, 0x0A5C63);
    SDL_SetRenderDrawColor(world->renderer, 255, 255, 255, 255);
    SDL_RenderClear(world->renderer);
    SDL_RenderCopy(world->renderer, picture.texture, NULL, &(SDL_Rect){ 100, 100, picture.width, picture.height });
    SDL_RenderFlush(world->renderer);
    const uint32_t *row =
        (const uint32_t *)((const char *)world->surface->pixels + (100 + picture.height / 2) * world->surface->pitch);
    assert_int_equal(row[100 + picture.width / 2] & 0xFFFFFF, 0x0A5C63);
    assert_int_equal(row[99] & 0xFFFFFF, 0xFFFFFF);
}

static void spaces_have_a_width_but_no_picture(void **state)
{
    struct world *world = *state;
    struct text_unit unit = unit_of(world, &(struct sample){ "  ", "Latn", "en", false }, 30, FONT_REGULAR);
    assert_true(advance_of(world, &unit) > 5.0f);
    assert_null(glyphs_picture(world->glyphs, world->renderer, &unit, 0).texture);
}

static void the_empty_text_has_no_width(void **state)
{
    struct world *world = *state;
    struct text_unit unit = unit_of(world, &samples[0], 30, FONT_REGULAR);
    unit.text = (struct str){ 0 };
    assert_float_equal(advance_of(world, &unit), 0, 0);
    assert_null(glyphs_picture(world->glyphs, world->renderer, &unit, 0).texture);
}

static void a_unit_without_a_face_shows_nothing(void **state)
{
    struct world *world = *state;
    struct text_unit unit = { .text = STR("x"), .face = FONT_NONE, .size = 30, .script = "Latn" };
    assert_float_equal(advance_of(world, &unit), 0, 0);
    assert_null(glyphs_picture(world->glyphs, world->renderer, &unit, 0).texture);
    struct text_measurer measurer = glyphs_measurer(world->glyphs);
    assert_true(measurer.face(measurer.data, FONT_NONE, 30).ascent > 0);
}

static void faces_have_room_for_their_letters(void **state)
{
    struct world *world = *state;
    struct text_measurer measurer = glyphs_measurer(world->glyphs);
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct text_unit unit = unit_of(world, &samples[i], 30, FONT_REGULAR);
        struct face_metrics face = measurer.face(measurer.data, unit.face, 30);
        assert_in_range((int)face.ascent, 20, 80);
        assert_in_range((int)face.descent, 3, 60);
    }
}

static void an_icon_is_one_glyph(void **state)
{
    struct world *world = *state;
    static const char *const names[] = {
        "local_hospital", "home", "arrow_back", "volume_up", "search", "help_outline"
    };
    for (size_t i = 0; i < COUNT(names); i++)
        assert_true(glyphs_has_icon(world->glyphs, names[i]));
    struct text_unit unit = glyphs_icon_unit(world->glyphs, "local_hospital", 48);
    assert_float_equal(advance_of(world, &unit), 48, 0.5);
    struct glyph_picture picture = glyphs_picture(world->glyphs, world->renderer, &unit, 0);
    assert_in_range(picture.width, 24, 48);
    assert_in_range(picture.height, 24, 48);
}

static void an_unknown_icon_shows_as_a_question_mark(void **state)
{
    struct world *world = *state;
    static const char *const names[] = { "", "a", "no_such_icon", "homehome", "Home sweet home" };
    for (size_t i = 0; i < COUNT(names); i++) {
        assert_false(glyphs_has_icon(world->glyphs, names[i]));
        assert_true(str_eq_c(glyphs_icon_unit(world->glyphs, names[i], 48).text, "help_outline"));
    }
}

static void trimming_drops_the_oldest_pictures_first(void **state)
{
    struct world *world = *state;
    glyphs_clear(world->glyphs);
    struct text_unit old = unit_of(world, &samples[0], 56, FONT_REGULAR);
    struct text_unit recent = unit_of(world, &samples[1], 56, FONT_REGULAR);
    glyphs_picture(world->glyphs, world->renderer, &old, 0);
    struct SDL_Texture *kept = glyphs_picture(world->glyphs, world->renderer, &recent, 0).texture;
    struct glyph_picture picture = glyphs_picture(world->glyphs, world->renderer, &recent, 0);
    glyphs_trim(world->glyphs, (size_t)picture.width * (size_t)picture.height * 4 + 1024);
    assert_ptr_equal(glyphs_picture(world->glyphs, world->renderer, &recent, 0).texture, kept);
    assert_non_null(glyphs_picture(world->glyphs, world->renderer, &old, 0).texture);
    glyphs_trim(world->glyphs, 0);
}

static void more_faces_than_stay_open_still_draw(void **state)
{
    struct world *world = *state;
    for (int round = 0; round < 3; round++) {
        glyphs_clear(world->glyphs);
        for (size_t i = 0; i < COUNT(samples); i++) {
            struct text_unit unit = unit_of(world, &samples[i], 25 + round, (enum font_weight)(i % 2));
            assert_non_null(glyphs_picture(world->glyphs, world->renderer, &unit, 0).texture);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_those_of_what_is_drawn),
        cmocka_unit_test(ink_is_where_the_shaper_says),
        cmocka_unit_test(a_picture_is_drawn_once_for_each_colour),
        cmocka_unit_test(a_picture_has_its_colour),
        cmocka_unit_test(spaces_have_a_width_but_no_picture),
        cmocka_unit_test(the_empty_text_has_no_width),
        cmocka_unit_test(a_unit_without_a_face_shows_nothing),
        cmocka_unit_test(faces_have_room_for_their_letters),
        cmocka_unit_test(an_icon_is_one_glyph),
        cmocka_unit_test(an_unknown_icon_shows_as_a_question_mark),
        cmocka_unit_test(trimming_drops_the_oldest_pictures_first),
        cmocka_unit_test(more_faces_than_stay_open_still_draw),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
