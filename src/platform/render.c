#include "platform/render.h"

#include "base/log.h"
#include "platform/boxes.h"
#include "platform/shot.h"

#include <math.h>
#include <SDL.h>
#include <stdlib.h>

struct render {
    struct glyphs *glyphs;
    struct window *window; /* NULL, like the next two, until there is one */
    SDL_Renderer *sdl;
    struct boxes *boxes;
    uint64_t shown; /* hash of the list on the screen */
    bool valid;     /* … is on the screen */
    unsigned generation;
    unsigned long frames;
};

struct render *render_new(struct glyphs *glyphs)
{
    struct render *render = calloc(1, sizeof(*render));
    if (!render)
        log_fatal("out of memory: the renderer");
    render->glyphs = glyphs;
    return render;
}

void render_attach(struct render *render, struct window *window)
{
    render->window = window;
    render->sdl = window_renderer(window);
    render->boxes = boxes_new(render->sdl);
    render->generation = window_generation(window);
}

void render_close(struct render *render)
{
    if (!render)
        return;
    boxes_free(render->boxes);
    glyphs_clear(render->glyphs);
    free(render);
}

void render_invalidate(struct render *render)
{
    render->valid = false;
}

void render_forget(struct render *render)
{
    glyphs_clear(render->glyphs);
    render->valid = false;
}

unsigned long render_frames(const struct render *render)
{
    return render->frames;
}

/* Without a renderer it is drawn all the same, but nothing can be shown yet. */
static struct glyph_picture ready_picture(struct render *render, const struct text_unit *unit, uint32_t colour)
{
    if (render->sdl)
        return glyphs_picture(render->glyphs, render->sdl, unit, colour);
    glyphs_draw(render->glyphs, unit, colour);
    return (struct glyph_picture){ 0 };
}

static void draw_picture(struct render *render, const struct text_unit *unit, uint32_t colour, int x, int y, bool show)
{
    struct glyph_picture picture = ready_picture(render, unit, colour);
    if (!show || !picture.texture)
        return;
    SDL_Rect to = { x + picture.left, y + picture.top, picture.width, picture.height };
    SDL_RenderCopy(render->sdl, picture.texture, NULL, &to);
}

/* The same, turned round within `rect`. */
static void draw_mirrored(struct render *render, const struct text_unit *unit, const struct draw_command *command,
                          int x, int y, bool show)
{
    struct glyph_picture picture = ready_picture(render, unit, command->icon.colour);
    if (!show || !picture.texture)
        return;
    int from_left = x + picture.left - command->rect.x;
    SDL_Rect to = { command->rect.x + command->rect.w - from_left - picture.width, y + picture.top, picture.width,
                    picture.height };
    SDL_RenderCopyEx(render->sdl, picture.texture, NULL, &to, 0, NULL, SDL_FLIP_HORIZONTAL);
}

/* Letters may reach beyond their line, Nastaliq by more than its own size. */
static bool line_shows(const struct draw_command *command, int baseline)
{
    int reach = command->text.size * 3;
    return baseline + reach > command->clip.y && baseline - reach < command->clip.y + command->clip.h;
}

static float line_left(const struct draw_command *command, const struct para_line *line)
{
    float room = (float)command->rect.w - line->width;
    float part = command->text.align == ALIGN_LEFT ? 0.0f : command->text.align == ALIGN_CENTRE ? 0.5f : 1.0f;
    return (float)command->rect.x + room * part;
}

static void draw_text(struct render *render, const struct draw_command *command, bool show)
{
    const struct para *para = command->text.para;
    for (size_t i = 0; i < para->line_count; i++) {
        const struct para_line *line = &para->lines[i];
        int baseline = command->rect.y + (int)lroundf(line->baseline);
        if (!line_shows(command, baseline))
            continue;
        float left = line_left(command, line);
        for (size_t u = 0; u < line->count; u++) {
            int pen = (int)lroundf(left + line->units[u].x);
            draw_picture(render, &line->units[u].unit, command->text.colour, pen, baseline, show);
        }
    }
}

static void draw_icon(struct render *render, const struct draw_command *command, bool show)
{
    struct rect rect = command->rect;
    if (!rect_intersects(rect, command->clip))
        return;
    int size = rect.w < rect.h ? rect.w : rect.h;
    struct text_unit unit = glyphs_icon_unit(render->glyphs, command->icon.name, size);
    struct text_measurer measurer = glyphs_measurer(render->glyphs);
    float width = measurer.unit(measurer.data, &unit).advance;
    struct face_metrics face = measurer.face(measurer.data, unit.face, size);
    float x = (float)rect.x + ((float)rect.w - width) / 2.0f;
    float y = (float)rect.y + ((float)rect.h + face.ascent - face.descent) / 2.0f;
    if (command->icon.mirrored)
        draw_mirrored(render, &unit, command, (int)lroundf(x), (int)lroundf(y), show);
    else
        draw_picture(render, &unit, command->icon.colour, (int)lroundf(x), (int)lroundf(y), show);
}

static void draw_box(struct render *render, const struct draw_command *command, bool show)
{
    if (show && rect_intersects(command->rect, command->clip))
        boxes_paint(render->boxes, command->rect, &command->box);
}

static void fill(struct render *render, SDL_Rect rect, Uint8 grey)
{
    SDL_SetRenderDrawColor(render->sdl, grey, grey, grey, SDL_ALPHA_OPAQUE);
    SDL_RenderFillRect(render->sdl, &rect);
}

/* One rectangle for each run of dark modules. */
static void draw_code_row(struct render *render, const struct draw_command *command, int row)
{
    const struct qr *qr = command->code.qr;
    const uint8_t *modules = &qr->modules[row * qr->size];
    int module = command->code.module;
    int x = command->rect.x + QR_QUIET * module, y = command->rect.y + (QR_QUIET + row) * module;
    for (int first = 0; first < qr->size;) {
        int next = first;
        while (next < qr->size && modules[next])
            next++;
        if (next > first)
            fill(render, (SDL_Rect){ x + first * module, y, (next - first) * module, module }, 0);
        first = next + 1;
    }
}

static void draw_code(struct render *render, const struct draw_command *command, bool show)
{
    const struct rect *rect = &command->rect;
    if (!show || !rect_intersects(*rect, command->clip))
        return;
    fill(render, (SDL_Rect){ rect->x, rect->y, rect->w, rect->h }, 255);
    for (int row = 0; row < command->code.qr->size; row++)
        draw_code_row(render, command, row);
}

static void draw_command(struct render *render, const struct draw_command *command, bool show)
{
    static void (*const by_kind[])(struct render *, const struct draw_command *, bool) = {
        [DRAW_BOX] = draw_box, [DRAW_TEXT] = draw_text, [DRAW_ICON] = draw_icon, [DRAW_CODE] = draw_code
    };
    by_kind[command->kind](render, command, show);
}

/* Words cover a fifth of a full screen: as many pixels as the screen has keep the last few screens ready. */
static void trim(struct render *render)
{
    glyphs_trim(render->glyphs, (size_t)window_width(render->window) * (size_t)window_height(render->window) * 4);
}

static bool same_rect(struct rect a, struct rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static void paint(struct render *render, const struct draw_list *list)
{
    struct rect screen = { 0, 0, window_width(render->window), window_height(render->window) };
    uint32_t ground = list->background;
    SDL_RenderSetClipRect(render->sdl, NULL);
    SDL_SetRenderDrawColor(render->sdl, (Uint8)(ground >> 16), (Uint8)(ground >> 8), (Uint8)ground, SDL_ALPHA_OPAQUE);
    SDL_RenderClear(render->sdl);
    struct rect clip = screen; /* as SDL has it */
    for (size_t i = 0; i < list->command_count; i++) {
        struct draw_command command = list->commands[i];
        command.clip = rect_intersection(command.clip, screen);
        if (command.clip.w == 0)
            continue;
        if (!same_rect(command.clip, clip)) {
            clip = command.clip;
            SDL_RenderSetClipRect(render->sdl,
                                  &(SDL_Rect){ command.clip.x, command.clip.y, command.clip.w, command.clip.h });
        }
        draw_command(render, &command, true);
    }
}

static void start_again_if_lost(struct render *render)
{
    unsigned generation = window_generation(render->window);
    if (generation == render->generation)
        return;
    render->generation = generation;
    boxes_clear(render->boxes);
    render_forget(render);
}

bool render_frame(struct render *render, const struct draw_list *list, struct err *err)
{
    start_again_if_lost(render);
    uint64_t hash = draw_list_hash(list);
    if (render->valid && hash == render->shown)
        return true;
    paint(render, list);
    if (SDL_RenderFlush(render->sdl) != 0)
        return err_set(err, ERR_DISPLAY, "the screen can't be painted (%s)", SDL_GetError());
    SDL_RenderPresent(render->sdl);
    render->shown = hash;
    render->valid = true;
    render->frames++;
    trim(render);
    return true;
}

void render_warm(struct render *render, const struct draw_list *list)
{
    for (size_t i = 0; i < list->command_count; i++) {
        if (list->commands[i].clip.w > 0)
            draw_command(render, &list->commands[i], false);
    }
    if (render->window)
        trim(render);
}

bool render_shot(struct render *render, const char *path, struct err *err)
{
    int width = window_width(render->window), height = window_height(render->window);
    size_t pitch = (size_t)width * 4;
    void *pixels = malloc(pitch * (size_t)height);
    if (!pixels)
        log_fatal("out of memory: a picture of the screen");
    SDL_RenderSetClipRect(render->sdl, NULL);
    bool ok = SDL_RenderReadPixels(render->sdl, NULL, SDL_PIXELFORMAT_ARGB8888, pixels, (int)pitch) == 0;
    if (ok)
        ok = shot_write(path, pixels, width, height, pitch, err);
    else
        err_set(err, ERR_DISPLAY, "the screen can't be read (%s)", SDL_GetError());
    free(pixels);
    return ok;
}
