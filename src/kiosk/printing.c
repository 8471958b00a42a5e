#include "kiosk/printing.h"

#include "base/log.h"
#include "kiosk/app.h"
#include "screens/print.h"

#include <assert.h>

#define LOOK_AGAIN_MS 300

void printing_open(struct app *app)
{
    struct err err = { 0 };
    if (app->options->printer && !printer_open(&app->printing.printer, app->options->printer, &err))
        log_err(&err);
}

void printing_close(struct printing *printing)
{
    printer_close(printing->printer);
    printing->printer = NULL;
}

/* A first sheet as high as the page may become, only to find out how high it is; a roll is cut there. */
static bool make_page(struct app *app, struct raster *out, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct printer_paper paper = printer_paper(app->printing.printer);
    struct print_page page = { paper.width, paper.height, paper.margin, (float)paper.dots_per_mm };
    struct sheet *sheet = NULL;
    struct draw_list list;
    struct ui ui = { .arena = &arena, .paras = app->paras };
    if (page.height == 0)
        page.height = print_draw(&ui, &app->model, &page, &list);
    if (!sheet_open(&sheet, app->fonts, page.width, page.height, err))
        return false;
    ui.paras = sheet_paras(sheet);
    (void)print_draw(&ui, &app->model, &page, &list);
    bool drawn = sheet_draw(sheet, &list, out, err);
    sheet_close(sheet);
    arena_reset(&arena); /* overwrites what it held */
    return drawn;
}

static void tell(struct app *app, enum printer_state state)
{
    static const enum print_state told[] = {
        [PRINTER_IDLE] = PRINT_NONE,         [PRINTER_BUSY] = PRINT_BUSY,     [PRINTER_DONE] = PRINT_DONE,
        [PRINTER_NO_PAPER] = PRINT_NO_PAPER, [PRINTER_JAMMED] = PRINT_JAMMED, [PRINTER_FAILED] = PRINT_FAILED,
    };
    static_assert(COUNT(told) == PRINTER_STATE_COUNT, "each state of the printer is told");
    app_act(app, (struct action){ ACT_PRINT_STATE, NULL, (int)told[state] });
}

void printing_start(struct app *app)
{
    struct printing *printing = &app->printing;
    struct raster page = { 0 };
    struct err err = { 0 };
    if (!printing->printer || !print_can(&app->model))
        return;
    if (!make_page(app, &page, &err)) {
        log_err(&err);
        tell(app, PRINTER_FAILED);
        return;
    }
    printer_print(printing->printer, &page);
    printing->is_on = true;
    printing->look_at = clock_steady_ms(&app->clock);
    if (app->options->script)
        printer_wait(printing->printer);
    printing_tick(app);
}

void printing_tick(struct app *app)
{
    struct printing *printing = &app->printing;
    int64_t now = clock_steady_ms(&app->clock);
    if (!printing->is_on || now < printing->look_at)
        return;
    enum printer_state state = printer_state(printing->printer);
    printing->is_on = state == PRINTER_BUSY;
    printing->look_at = now + LOOK_AGAIN_MS;
    if (printing->is_on)
        return;
    if (printer_detail(printing->printer)[0])
        log_line("printer: %s", printer_detail(printing->printer));
    tell(app, state);
}

int64_t printing_deadline(const struct printing *printing)
{
    return printing->is_on ? printing->look_at : INT64_MAX;
}

void printing_cancel(struct printing *printing)
{
    if (printing->printer)
        printer_cancel(printing->printer);
    printing->is_on = false;
}
