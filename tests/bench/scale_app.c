#include "bench/processes.h"
#include "bench/scale.h"
#include "kiosk/app.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#define TURNS 6

static struct app app;

static void frame(void)
{
    struct err err = { 0 };
    if (!app_frame(&app, &err))
        fprintf(stderr, "frame: %s\n", err.detail);
}

static void act(int kind, const char *arg)
{
    app_act(&app, (struct action){ kind, arg, 0 });
}

/* Letter by letter, as far as one keystroke goes on from the one before. */
static void type(struct series *out, const struct keystrokes *keystrokes)
{
    size_t before = 0;
    act(ACT_CLEAR, NULL);
    frame();
    for (size_t i = 0; i < keystrokes->count; i++) {
        const char *text = keystrokes->text[i];
        if (i == 0 || strncmp(text, keystrokes->text[i - 1], before) != 0) {
            act(ACT_CLEAR, NULL);
            before = 0;
        }
        double from = figures_now_ms();
        act(ACT_TYPE, text + before);
        frame();
        series_add(out, figures_now_ms() - from);
        before = strlen(text);
    }
}

void scale_painted(struct series *out, struct scale_pack *pack)
{
    static struct keystrokes keystrokes;
    struct options options = options_default();
    struct err err = { 0 };
    options.pack = pack->path;
    options.width = 1920;
    options.height = 1080;
    if (!app_open(&app, &options, ERR_NONE, &err) || !app.model.kiosk) {
        fprintf(stderr, "the pack can't be shown: %s\n", err.detail);
        return;
    }
    frame();
    for (size_t i = 0; i < app.kiosk.language_count; i++) {
        const char *lang = app.kiosk.languages[i].tag;
        act(ACT_CHOOSE_LANGUAGE, lang);
        act(ACT_SEARCH, NULL);
        frame();
        for (size_t turn = 0; turn < TURNS; turn++) {
            scale_keystrokes(&keystrokes, pack, lang, turn + 100);
            type(out, &keystrokes);
        }
    }
}

/* Of the kiosk that has just painted, which is closed then. */
void scale_memory(struct series *out, struct scale_pack *pack)
{
    (void)pack;
    malloc_trim(0);
    series_add(out, process_pss_mb(0));
    app_close(&app);
}
