#include "kiosk/script_commands.h"

#include "base/log.h"
#include "kiosk/loop.h"
#include "kiosk/script_find.h"
#include "kiosk/voice_log.h"
#include "screens/table.h"
#include "text/plain.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* A frame at sixty a second; what a finger does takes at least that long. */
#define STEP_MS 16

static enum script_result shown(struct app *app, struct err *err)
{
    return app_frame(app, err) ? SCRIPT_DONE : SCRIPT_COULD_NOT;
}

static bool send(struct app *app, struct input_event event, struct err *err)
{
    (void)app_input(app, &event);
    return app_frame(app, err);
}

bool script_wait(struct app *app, int64_t milliseconds, struct err *err)
{
    int64_t end = clock_steady_ms(&app->clock) + milliseconds;
    for (;;) {
        int64_t now = clock_steady_ms(&app->clock);
        int64_t deadline = app_deadline(app);
        int64_t next = deadline < end ? deadline : end;
        clock_advance(&app->clock, next > now ? next - now : 0);
        app_tick(app);
        if (!app_frame(app, err))
            return false;
        if (clock_steady_ms(&app->clock) >= end && app_deadline(app) > end)
            return true;
    }
}

static enum script_result tap_at(struct app *app, int x, int y, struct err *err)
{
    bool done = send(app, (struct input_event){ .kind = INPUT_PRESS, .x = x, .y = y }, err) &&
                send(app, (struct input_event){ .kind = INPUT_RELEASE, .x = x, .y = y }, err);
    return done ? SCRIPT_DONE : SCRIPT_COULD_NOT;
}

/* The way in that fingers have too: a corner without a target is held. A millimetre from both edges nothing is ever. */
static enum script_result hold_corner(struct app *app, struct err *err)
{
    int inset = (int)app->pixels_per_mm;
    bool done = send(app, (struct input_event){ .kind = INPUT_PRESS, .x = inset, .y = inset }, err) &&
                script_wait(app, HOLD_MS, err) &&
                send(app, (struct input_event){ .kind = INPUT_RELEASE, .x = inset, .y = inset }, err);
    return done ? SCRIPT_DONE : SCRIPT_COULD_NOT;
}

/* As a finger does it: what is out of view is brought there first. */
static enum script_result tap_target(struct app *app, const struct script_word *word, struct err *err)
{
    const struct tap_region *region = script_find_region(app, word, err);
    if (!region)
        return SCRIPT_FAILED;
    if (region->scrolls)
        app_reveal(app, region->rect);
    app_layout(app);
    region = script_find_region(app, word, err);
    if (!region || !region->visible) {
        err_set(err, ERR_MISSING, "%s can't be brought into view", word->text);
        return SCRIPT_FAILED;
    }
    return tap_at(app, region->shown.x + region->shown.w / 2, region->shown.y + region->shown.h / 2, err);
}

static enum script_result run_tap(struct app *app, const struct script_line *line, struct err *err)
{
    int x, y;
    const struct script_word *word = &line->words[1];
    app_layout(app);
    if (!word->quoted && script_find_point(word->text, &x, &y))
        return tap_at(app, x, y, err);
    if (!word->quoted && strcmp(word->text, "#staff") == 0)
        return hold_corner(app, err);
    return tap_target(app, word, err);
}

static enum script_result point_event(struct app *app, enum input_kind kind, const char *word, struct err *err)
{
    struct input_event event = { .kind = kind };
    if (!script_find_point(word, &event.x, &event.y)) {
        err_set(err, ERR_USAGE, "\"%s\" is not a point; write X,Y", word);
        return SCRIPT_USAGE;
    }
    return send(app, event, err) ? SCRIPT_DONE : SCRIPT_COULD_NOT;
}

static enum script_result run_press(struct app *app, const struct script_line *line, struct err *err)
{
    return point_event(app, INPUT_PRESS, line->words[1].text, err);
}

/* The finger goes to the point and leaves there: somewhere else than where it was pressed, it has slid off. */
static enum script_result run_release(struct app *app, const struct script_line *line, struct err *err)
{
    enum script_result moved = point_event(app, INPUT_MOVE, line->words[1].text, err);
    return moved == SCRIPT_DONE ? point_event(app, INPUT_RELEASE, line->words[1].text, err) : moved;
}

#define SWIPE_STEPS 10

static enum script_result run_swipe(struct app *app, const struct script_line *line, struct err *err)
{
    int x1, y1, x2, y2;
    if (!script_find_point(line->words[1].text, &x1, &y1) || !script_find_point(line->words[2].text, &x2, &y2)) {
        err_set(err, ERR_USAGE, "write: swipe X1,Y1 X2,Y2");
        return SCRIPT_USAGE;
    }
    if (!send(app, (struct input_event){ .kind = INPUT_PRESS, .x = x1, .y = y1 }, err))
        return SCRIPT_COULD_NOT;
    for (int i = 1; i <= SWIPE_STEPS; i++) {
        struct input_event move = { .kind = INPUT_MOVE };
        move.x = x1 + (x2 - x1) * i / SWIPE_STEPS;
        move.y = y1 + (y2 - y1) * i / SWIPE_STEPS;
        if (!script_wait(app, STEP_MS, err) || !send(app, move, err))
            return SCRIPT_COULD_NOT;
    }
    return send(app, (struct input_event){ .kind = INPUT_RELEASE, .x = x2, .y = y2 }, err) ? SCRIPT_DONE
                                                                                           : SCRIPT_COULD_NOT;
}

static enum script_result run_key(struct app *app, const struct script_line *line, struct err *err)
{
    struct input_event event = { .kind = INPUT_KEY };
    const char *name = line->words[1].text;
    event.shift = strncmp(name, "Shift+", 6) == 0;
    snprintf(event.key, sizeof(event.key), "%s", event.shift ? name + 6 : name);
    if (!window_has_key(event.key)) {
        err_set(err, ERR_USAGE, "there is no key \"%s\"; write SDL's name of it, such as Tab, Return or Escape", name);
        return SCRIPT_USAGE;
    }
    return send(app, event, err) ? SCRIPT_DONE : SCRIPT_COULD_NOT;
}

/* By the keys on the screen where there are such, else as a keyboard would. */
static enum script_result run_type(struct app *app, const struct script_line *line, struct err *err)
{
    struct str text = str_of(line->words[1].text);
    const char *end = text.at + text.len;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        uint32_t c = str_next_codepoint(&at, end);
        char id[16];
        snprintf(id, sizeof(id), c == ' ' ? "#key/space" : "#key/%.*s", (int)(at - start), start);
        app_layout(app);
        struct input_event typed = { .kind = INPUT_TEXT };
        memcpy(typed.text, start, (size_t)(at - start));
        enum script_result result = SCRIPT_DONE;
        if (draw_list_region(&app->list, id + 1))
            result = tap_target(app, &(struct script_word){ .text = id }, err);
        else if (!send(app, typed, err))
            result = SCRIPT_COULD_NOT;
        if (result != SCRIPT_DONE)
            return result;
    }
    return SCRIPT_DONE;
}

#define WAIT_SECONDS_MAX 1000000.0

static enum script_result run_wait(struct app *app, const struct script_line *line, struct err *err)
{
    double seconds;
    if (!str_to_double(str_of(line->words[1].text), &seconds) || seconds < 0 || seconds > WAIT_SECONDS_MAX) {
        err_set(err, ERR_USAGE, "\"%s\" is not a number of seconds", line->words[1].text);
        return SCRIPT_USAGE;
    }
    return script_wait(app, llround(seconds * 1000), err) ? SCRIPT_DONE : SCRIPT_COULD_NOT;
}

/* A failed expectation says what was there. */
static enum script_result expect_text(struct app *app, const char *wanted, bool present, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    app_layout(app);
    const char *text = script_screen_text(app, &arena);
    const char *plain = plain_text(&arena, str_of(wanted));
    bool found = str_contains(str_of(plain_text(&arena, str_of(text))), str_of(plain));
    if (found == present)
        return SCRIPT_DONE;
    log_line("the screen says:\n%s", text);
    err_set(err, ERR_MISSING, "\"%s\" %s on the screen %s", wanted, present ? "is not" : "should not be",
            screen_name(model_screen(&app->model)));
    return SCRIPT_FAILED;
}

static enum script_result run_expect(struct app *app, const struct script_line *line, struct err *err)
{
    return expect_text(app, line->words[1].text, true, err);
}

static enum script_result run_expect_not(struct app *app, const struct script_line *line, struct err *err)
{
    return expect_text(app, line->words[1].text, false, err);
}

static enum script_result run_expect_screen(struct app *app, const struct script_line *line, struct err *err)
{
    const char *name = screen_name(model_screen(&app->model));
    if (strcmp(name, line->words[1].text) == 0)
        return SCRIPT_DONE;
    err_set(err, ERR_MISSING, "the screen should be \"%s\", but it is \"%s\"", line->words[1].text, name);
    return SCRIPT_FAILED;
}

static enum script_result run_expect_id(struct app *app, const struct script_line *line, struct err *err)
{
    app_layout(app);
    return script_find_region(app, &line->words[1], err) ? SCRIPT_DONE : SCRIPT_FAILED;
}

static enum script_result run_targets(struct app *app, const struct script_line *line, struct err *err)
{
    (void)line;
    (void)err;
    app_layout(app);
    script_print_targets(app);
    return SCRIPT_DONE;
}

static enum script_result run_text(struct app *app, const struct script_line *line, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    (void)line;
    (void)err;
    app_layout(app);
    fputs(script_screen_text(app, &arena), stdout);
    return SCRIPT_DONE;
}

static enum script_result run_spoken(struct app *app, const struct script_line *line, struct err *err)
{
    (void)line;
    (void)err;
    struct str said = voice_log_take(&app->voice.log);
    fwrite(said.at, 1, said.len, stdout);
    return SCRIPT_DONE;
}

static enum script_result run_expect_spoken(struct app *app, const struct script_line *line, struct err *err)
{
    struct str rest = voice_log_rest(&app->voice.log);
    if (voice_log_expect(&app->voice.log, str_of(line->words[1].text)))
        return SCRIPT_DONE;
    log_line("since what was expected last, this was said:\n%.*s", STR_FMT(rest));
    err_set(err, ERR_MISSING, "\"%s\" was not said", line->words[1].text);
    return SCRIPT_FAILED;
}

#define KEY_TIMES_MAX 200

/* As somebody does who can't see the screen: goes on until they hear it. */
static enum script_result run_key_until(struct app *app, const struct script_line *line, struct err *err)
{
    struct script_line key = { .words = { line->words[0], line->words[1] }, .count = 2 };
    for (int i = 0; i < KEY_TIMES_MAX; i++) {
        enum script_result result = run_key(app, &key, err);
        if (result != SCRIPT_DONE || voice_log_expect(&app->voice.log, str_of(line->words[2].text)))
            return result;
    }
    err_set(err, ERR_MISSING, "\"%s\" was not said however often %s was pressed", line->words[2].text,
            line->words[1].text);
    return SCRIPT_FAILED;
}

static enum script_result run_shot(struct app *app, const struct script_line *line, struct err *err)
{
    enum script_result result = shown(app, err);
    if (result != SCRIPT_DONE)
        return result;
    return render_shot(app->render, line->words[1].text, err) ? SCRIPT_DONE : SCRIPT_COULD_NOT;
}

static enum script_result run_stats(struct app *app, const struct script_line *line, struct err *err)
{
    (void)line;
    (void)err;
    loop_print_stats(app);
    return SCRIPT_DONE;
}

const struct script_command script_commands[] = {
    { "tap", 1, "#ID, tap \"LABEL\" or tap X,Y", run_tap },
    { "press", 1, "X,Y", run_press },
    { "release", 1, "X,Y", run_release },
    { "swipe", 2, "X1,Y1 X2,Y2", run_swipe },
    { "key", 1, "NAME", run_key },
    { "type", 1, "\"TEXT\"", run_type },
    { "wait", 1, "SECONDS", run_wait },
    { "expect", 1, "\"TEXT\"", run_expect },
    { "expect-not", 1, "\"TEXT\"", run_expect_not },
    { "expect-screen", 1, "NAME", run_expect_screen },
    { "expect-id", 1, "#ID", run_expect_id },
    { "targets", 0, "(nothing)", run_targets },
    { "text", 0, "(nothing)", run_text },
    { "spoken", 0, "(nothing)", run_spoken },
    { "expect-spoken", 1, "\"TEXT\"", run_expect_spoken },
    { "key-until", 2, "NAME \"TEXT\"", run_key_until },
    { "shot", 1, "FILE.png", run_shot },
    { "stats", 0, "(nothing)", run_stats },
    { 0 },
};
static_assert(COUNT(script_commands) <= SCRIPT_COMMANDS_MAX, "more commands than the runner looks through");
