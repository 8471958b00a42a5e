#include "platform/printer_job.h"

#include "base/log.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A4 with a margin of 12 mm, which every printer can keep; and the 72 mm that heads reach of a receipt of 80 mm. */
#define DPI(dots) ((dots) / 25.4)
#define A4                                                                                                             \
    {                                                                                                                  \
        2480, 3508, 142, DPI(300)                                                                                      \
    }
#define A4_DRAFT                                                                                                       \
    {                                                                                                                  \
        1240, 1754, 71, DPI(150)                                                                                       \
    }
#define RECEIPT                                                                                                        \
    {                                                                                                                  \
        576, 0, 0, DPI(203)                                                                                            \
    }

static const struct kind {
    const char *scheme;
    bool keeps_scheme; /* the printer's address begins with it */
    struct printer_paper paper;
    printer_fn *print;
} kinds[] = {
    { "cups:", false, A4, printer_to_queue },      { "ipp://", true, A4, printer_to_ipp },
    { "ipps://", true, A4, printer_to_ipp },       { "escpos:", false, RECEIPT, printer_to_escpos },
    { "file:", false, A4_DRAFT, printer_to_file },
};

/* One page in its thread. The next one's waits for it there, not where somebody is touching the screen: taking a page
 * back from a queue can take seconds. */
struct turn {
    struct printer_job job;
    printer_fn *print;
    struct turn *before; /* ended and freed by this one's thread first */
    pthread_t thread;
    bool has_thread;
    atomic_int state;
};

struct printer {
    const struct kind *kind;
    const char *where;
    char *where_copy;
    unsigned pages;
    struct turn *turn; /* of the last page; NULL before the first */
};

enum printer_state printer_job_failed(struct printer_job *job, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(job->detail, sizeof(job->detail), format, args);
    va_end(args);
    return PRINTER_FAILED;
}

bool printer_open(struct printer **out, const char *where, struct err *err)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        size_t length = strlen(kinds[i].scheme);
        if (strncmp(where, kinds[i].scheme, length) != 0 || !where[length])
            continue;
        struct printer *printer = calloc(1, sizeof(*printer));
        char *copy = strdup(where);
        if (!printer || !copy)
            log_fatal("out of memory: the printer");
        printer->kind = &kinds[i];
        printer->where_copy = copy;
        printer->where = copy + (kinds[i].keeps_scheme ? 0 : length);
        *out = printer;
        return true;
    }
    return err_set(err, ERR_USAGE,
                   "\"%s\" is no printer; write cups:QUEUE, ipp://HOST/PATH, escpos:DEVICE or file:FOLDER", where);
}

static void join(struct turn *turn)
{
    if (turn && turn->has_thread) {
        pthread_join(turn->thread, NULL);
        turn->has_thread = false;
    }
}

static void end_turn(struct turn *turn)
{
    join(turn);
    free(turn);
}

void printer_close(struct printer *printer)
{
    if (!printer)
        return;
    printer_cancel(printer);
    end_turn(printer->turn);
    free(printer->where_copy);
    free(printer);
}

struct printer_paper printer_paper(const struct printer *printer)
{
    return printer->kind->paper;
}

static void *run(void *data)
{
    struct turn *turn = data;
    end_turn(turn->before);
    turn->before = NULL;
    enum printer_state state = PRINTER_IDLE;
    if (!atomic_load(&turn->job.cancelled))
        state = turn->print(&turn->job);
    raster_free(&turn->job.page);
    atomic_store(&turn->state, (int)state);
    return NULL;
}

static struct turn *turn_of(struct printer *printer, struct raster *page)
{
    struct turn *turn = calloc(1, sizeof(*turn));
    if (!turn)
        log_fatal("out of memory: a page to print");
    turn->print = printer->kind->print;
    turn->before = printer->turn;
    turn->job.where = printer->where;
    turn->job.page = *page;
    turn->job.number = ++printer->pages;
    turn->job.paper = printer->kind->paper;
    atomic_store(&turn->state, PRINTER_BUSY);
    *page = (struct raster){ 0 };
    return turn;
}

void printer_print(struct printer *printer, struct raster *page)
{
    printer_cancel(printer);
    struct turn *turn = printer->turn = turn_of(printer, page);
    turn->has_thread = pthread_create(&turn->thread, NULL, run, turn) == 0;
    if (turn->has_thread)
        return;
    raster_free(&turn->job.page);
    end_turn(turn->before);
    turn->before = NULL;
    atomic_store(&turn->state, printer_job_failed(&turn->job, "no thread to print in"));
}

enum printer_state printer_state(struct printer *printer)
{
    struct turn *turn = printer->turn;
    return turn && !atomic_load(&turn->job.cancelled) ? (enum printer_state)atomic_load(&turn->state) : PRINTER_IDLE;
}

const char *printer_detail(struct printer *printer)
{
    struct turn *turn = printer->turn;
    return !turn || atomic_load(&turn->state) == PRINTER_BUSY ? "" : turn->job.detail;
}

void printer_cancel(struct printer *printer)
{
    if (printer->turn)
        atomic_store(&printer->turn->job.cancelled, true);
}

void printer_wait(struct printer *printer)
{
    join(printer->turn);
}
