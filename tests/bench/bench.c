/* The benchmark: starts, visits every screen, scrolls and rests as a visitor would, in a real window, and puts the bare
 * cost of SDL2 and SDL2_ttf beside each figure in the same run. Usage: maison-bench MAISON FLOOR PACK JSON (under a
 * display) */
#include "bench/figures.h"
#include "bench/processes.h"
#include "kiosk/app.h"
#include "kiosk/warm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LATIN_FONT "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
#define ARABIC_FONT "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"
#define LATIN_TEXT "Vous pouvez demander un rendez-vous à l’accueil"
#define ARABIC_TEXT "يمكنكم طلب موعد عند مكتب الاستقبال"
#define STARTS 25
#define ROUNDS 12
#define IDLE_SECONDS 24

static struct app app;

static void fail(const char *what)
{
    fprintf(stderr, "maison-bench: %s\n", what);
    exit(3);
}

static void bench_start(struct figures *figures, char **argv)
{
    static struct series kiosk, floor;
    char *kiosk_argv[] = { argv[1], "--pack", argv[3], "--size", "1920x1080", "--stats", NULL };
    char *floor_argv[] = { argv[2], "first", LATIN_FONT, NULL };
    struct series warm_up = { 0 };
    if (!process_first_line(&warm_up, kiosk_argv) || !process_first_line(&warm_up, floor_argv))
        fail("the programs don't start");
    for (int i = 0; i < STARTS; i++) {
        process_first_line(&kiosk, kiosk_argv);
        process_first_line(&floor, floor_argv);
    }
    figures_add(figures, "start to first interactive frame", "ms", &kiosk, 60, &floor, "bare SDL2 + SDL2_ttf");
}

static void frame(void)
{
    struct err err = { 0 };
    if (!app_frame(&app, &err))
        fail(err.detail);
}

/* A tap as the loop does it; the time is from the release to the next screen presented. */
static double tap(const char *id)
{
    app_layout(&app);
    const struct tap_region *region = draw_list_region(&app.list, id);
    if (!region)
        return -1;
    if (region->scrolls)
        app_reveal(&app, region->rect);
    frame();
    region = draw_list_region(&app.list, id);
    struct input_event press = { .kind = INPUT_PRESS };
    press.x = region->shown.x + region->shown.w / 2;
    press.y = region->shown.y + region->shown.h / 2;
    app_input(&app, &press);
    frame();
    struct input_event release = press;
    release.kind = INPUT_RELEASE;
    double from = figures_now_ms();
    app_input(&app, &release);
    frame();
    return figures_now_ms() - from;
}

/* Where a list leads: copies of the ids of its topics, pages or services. */
struct targets {
    char ids[64][MODEL_ID_MAX + 16];
    size_t count;
};

static void collect(struct targets *out, const char *prefix)
{
    out->count = 0;
    app_layout(&app);
    for (size_t i = 0; i < app.list.region_count && out->count < COUNT(out->ids); i++) {
        const char *id = app.list.regions[i].id;
        if (strncmp(id, prefix, strlen(prefix)) == 0)
            snprintf(out->ids[out->count++], sizeof(out->ids[0]), "%s", id);
    }
}

static void add(struct series *series, double ms)
{
    if (ms >= 0)
        series_add(series, ms);
}

static void visit_each(struct series *series, const char *prefix)
{
    struct targets targets;
    collect(&targets, prefix);
    for (size_t i = 0; i < targets.count; i++) {
        add(series, tap(targets.ids[i]));
        add(series, tap("back"));
    }
}

static void visit_places(struct series *series)
{
    struct targets topics;
    collect(&topics, "topic/");
    for (size_t i = 0; i < topics.count; i++) {
        add(series, tap(topics.ids[i]));
        visit_each(series, "page/");
        visit_each(series, "service/");
        add(series, tap("back"));
    }
    add(series, tap("emergency"));
    add(series, tap("back"));
}

struct visits {
    struct series first, cached;
    struct series memory; /* at the end of each visit, before it is forgotten */
};

/* One visit: finishing it empties the caches. */
static void visit_language(struct visits *visits, const char *tag)
{
    char id[MODEL_ID_MAX + 8];
    snprintf(id, sizeof(id), "lang/%s", tag);
    add(&visits->first, tap(id));
    visit_places(&visits->first);
    for (int i = 0; i < ROUNDS; i++)
        visit_places(&visits->cached);
    series_add(&visits->memory, process_pss_mb(0));
    add(&visits->first, tap("finish"));
}

static void bench_visits(struct figures *figures, char **argv)
{
    static struct visits visits;
    static struct series latin, arabic, floor;
    struct idle idle;
    char *latin_argv[] = { argv[2], "frames", LATIN_FONT, LATIN_TEXT, "60", NULL };
    char *arabic_argv[] = { argv[2], "frames", ARABIC_FONT, ARABIC_TEXT, "60", NULL };
    char *floor_argv[] = { argv[2], "first", LATIN_FONT, NULL };
    for (size_t i = 0; i < app.kiosk.language_count; i++)
        visit_language(&visits, app.kiosk.languages[i].tag);
    process_numbers(&latin, latin_argv);
    process_numbers(&arabic, arabic_argv);
    if (process_idle(&idle, floor_argv, 1, 1))
        series_add(&floor, idle.pss_mb);
    figures_add(figures, "release to next screen, words never drawn before", "ms", &visits.first, 33, &arabic,
                "bare, 40 fresh lines of Arabic");
    figures_add(figures, "release to next screen, words cached", "ms", &visits.cached, 8, &latin,
                "bare, 40 fresh lines of Latin");
    figures_add(figures, "PSS, all screens of a language visited", "MB", &visits.memory, 60, &floor, "bare");
}

/* A flick down a long list and up again, a step a frame. */
static void bench_scroll(struct figures *figures)
{
    static struct series scroll;
    add(&(struct series){ 0 }, tap("lang/ar"));
    tap("topic/health");
    for (int i = 0; i < 600; i++) {
        int step = (i / 60) % 2 == 0 ? 14 : -14;
        double from = figures_now_ms();
        app_act(&app, (struct action){ ACT_SCROLL, NULL, step });
        frame();
        series_add(&scroll, figures_now_ms() - from);
    }
    tap("finish");
    figures_add(figures, "a frame while scrolling", "ms", &scroll, 16, NULL, NULL);
}

/* Hide is pressed in fear: it has a limit of its own. A page of a sensitive topic, with all its words drawn. */
static void bench_hide(struct figures *figures)
{
    static struct series hide;
    for (size_t i = 0; i < app.kiosk.language_count; i++) {
        char id[MODEL_ID_MAX + 8];
        snprintf(id, sizeof(id), "lang/%s", app.kiosk.languages[i].tag);
        tap(id);
        tap("topic/women");
        add(&hide, tap("hide"));
        tap("language");
    }
    figures_add(figures, "Hide: release to hidden", "ms", &hide, 100, NULL, NULL);
}

/* Every word on the screen comes in another size or colour; idle kiosks have drawn them ahead. */
static void bench_display(struct figures *figures)
{
    static const char *const choices[] = { "size/large", "size/largest",  "contrast/dark", "contrast/black-yellow",
                                           "size/usual", "contrast/light" };
    static struct series switched;
    for (size_t i = 0; i < app.kiosk.language_count; i++) {
        char id[MODEL_ID_MAX + 8];
        snprintf(id, sizeof(id), "lang/%s", app.kiosk.languages[i].tag);
        tap(id);
        tap("display");
        for (size_t c = 0; c < COUNT(choices); c++) {
            while (warm_step(&app.warm, &app)) {
            }
            add(&switched, tap(choices[c]));
        }
        tap("finish");
    }
    figures_add(figures, "another text size or contrast, release to painted", "ms", &switched, 16, NULL, NULL);
}

static void bench_idle(struct figures *figures, char **argv)
{
    struct idle kiosk, floor;
    char *kiosk_argv[] = { argv[1], "--pack", argv[3], "--size", "1920x1080", "--stats", NULL };
    char *floor_argv[] = { argv[2], "first", LATIN_FONT, NULL };
    static struct series wakeups, floor_wakeups, cpu, floor_cpu;
    if (!process_idle(&kiosk, kiosk_argv, 3, IDLE_SECONDS) || !process_idle(&floor, floor_argv, 3, IDLE_SECONDS))
        fail("the programs don't start");
    series_add(&wakeups, kiosk.wakeups_a_second);
    series_add(&floor_wakeups, floor.wakeups_a_second);
    series_add(&cpu, kiosk.cpu_ms_a_second);
    series_add(&floor_cpu, floor.cpu_ms_a_second);
    figures_add(figures, "resting screen: wake-ups (a greeting each 6 s)", "1/s", &wakeups, 0, &floor_wakeups,
                "bare, paused");
    figures_add(figures, "resting screen: processor time", "ms/s", &cpu, 0, &floor_cpu, "bare, paused");
}

int main(int argc, char **argv)
{
    struct err err = { 0 };
    struct options options = options_default();
    if (argc != 5)
        return 2;
    struct figures *figures = figures_new();
    bench_start(figures, argv);
    options.pack = argv[3];
    options.width = 1920;
    options.height = 1080;
    if (!app_open(&app, &options, ERR_NONE, &err) || !app.model.kiosk)
        fail(err.detail[0] ? err.detail : "the pack can't be shown");
    frame();
    bench_visits(figures, argv);
    bench_scroll(figures);
    bench_hide(figures);
    bench_display(figures);
    app_close(&app);
    bench_idle(figures, argv);
    int over = figures_finish(figures, argv[4]);
    return over == 0 ? 0 : 1;
}
