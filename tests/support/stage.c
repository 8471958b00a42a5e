#include "support/stage.h"

#include "support/pack_fixture.h"
#include "text/message.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void require(bool done, const struct err *err)
{
    if (done)
        return;
    fprintf(stderr, "stage: %s\n", err->detail);
    abort();
}

void stage_open(struct stage *stage)
{
    struct err err = { 0 };
    *stage = (struct stage){ .fake = FAKE_MEASURER, .width = 1920, .height = 1080 };
    stage->theme = theme_of(THEME_UNITS_PER_MM, (struct look){ 0 });
    require(message_init(TEST_SOURCE_DIR "/tests/support", &err), &err); /* a folder without catalogues */
    require(fonts_open(&stage->fonts, &err), &err);
    require(para_cache_new(&stage->paras, stage->fonts, fake_measurer(&stage->fake), &err), &err);
}

static void find_languages(struct stage *stage)
{
    struct pack_languages tags = pack_languages(stage->pack);
    struct locale *locales = ARENA_ARRAY(&stage->kept, struct locale, tags.count);
    for (size_t i = 0; i < tags.count; i++)
        locales[i] = locale_of(tags.tags[i], &stage->kept);
    bool *voices = ARENA_ARRAY(&stage->kept, bool, tags.count);
    for (size_t i = 0; i < tags.count; i++)
        voices[i] = strcmp(tags.tags[i], "ti") != 0;
    stage->kiosk.has_voice = stage->kiosk.has_greeting = voices;
    stage->kiosk.languages = locales;
    stage->kiosk.language_count = tags.count;
}

void stage_open_pack(struct stage *stage, const char *more_sql)
{
    struct err err = { 0 };
    stage_open(stage);
    stage->path = pack_fixture_new(more_sql);
    require(pack_open(&stage->pack, stage->path, &err), &err);
    find_languages(stage);
    stage->kiosk.source_lang = pack_meta(stage->pack, "source_language");
    stage->kiosk.sample = stage->kiosk.preview = true;
    stage->kiosk.volume = 7;
    stage->kiosk.volume_limit = 9;
    stage->kiosk.emergency_number = "112";
    require(query_kiosk(&stage->kiosk.here, stage->pack, NULL, &stage->kept, &err), &err);
    stage->model.kiosk = &stage->kiosk;
    stage->model.speech = model_usual_speech(&stage->model);
    stage->model.depth = 1;
    stage->model.now = (struct civil){ 2026, 11, 24, 14, 5, 0, 2 };
}

void stage_close(struct stage *stage)
{
    pack_close(stage->pack);
    if (stage->path)
        pack_fixture_remove(stage->path);
    para_cache_free(stage->paras);
    fonts_close(stage->fonts);
    arena_destroy(&stage->frame);
    arena_destroy(&stage->view);
    arena_destroy(&stage->kept);
}

struct ui stage_ui(struct stage *stage)
{
    arena_reset(&stage->frame);
    struct ui ui = { .arena = &stage->frame,
                     .paras = stage->paras,
                     .theme = &stage->theme,
                     .width = stage->width,
                     .height = stage->height,
                     .lang = "en" };
    ui_start(&ui);
    return ui;
}

bool stage_act(struct stage *stage, enum action_kind kind, const char *arg)
{
    struct update_context context = { stage->pack, &stage->view };
    stage->err = (struct err){ 0 };
    return update(&stage->model, (struct action){ (int)kind, arg, 0 }, &context, &stage->err);
}

const struct draw_list *stage_draw(struct stage *stage)
{
    struct ui ui = stage_ui(stage);
    screen_draw(&ui, &stage->model, &stage->list);
    const struct scroll_area *scroll = &stage->list.scroll;
    update_clamp_scroll(&stage->model, scroll->present ? scroll->content_height - scroll->view.h : 0);
    return &stage->list;
}

bool stage_tap(struct stage *stage, const char *id)
{
    const struct tap_region *region = draw_list_region(stage_draw(stage), id);
    struct update_context context = { stage->pack, &stage->view };
    stage->err = (struct err){ 0 };
    if (!region) {
        fprintf(stderr, "stage: there is no #%s on the screen %s\n", id, screen_name(model_screen(&stage->model)));
        abort();
    }
    return update(&stage->model, region->action, &context, &stage->err);
}
