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

struct printer {
    const struct kind *kind;
    const char *where;
    char *where_copy;
    pthread_t thread;
    bool has_thread; /* one was started and not yet joined */
    unsigned pages;
    struct printer_job job;
    atomic_int state;
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

static void join(struct printer *printer)
{
    if (printer->has_thread)
        pthread_join(printer->thread, NULL);
    printer->has_thread = false;
}

void printer_close(struct printer *printer)
{
    if (!printer)
        return;
    atomic_store(&printer->job.cancelled, true);
    join(printer);
    free(printer->where_copy);
    free(printer);
}

struct printer_paper printer_paper(const struct printer *printer)
{
    return printer->kind->paper;
}

static void *run(void *data)
{
    struct printer *printer = data;
    enum printer_state state = printer->kind->print(&printer->job);
    raster_free(&printer->job.page);
    atomic_store(&printer->state, atomic_load(&printer->job.cancelled) ? PRINTER_IDLE : (int)state);
    return NULL;
}

void printer_print(struct printer *printer, struct raster *page)
{
    atomic_store(&printer->job.cancelled, true);
    join(printer);
    printer->job.where = printer->where;
    printer->job.page = *page;
    printer->job.number = ++printer->pages;
    printer->job.paper = printer->kind->paper;
    printer->job.detail[0] = '\0';
    atomic_store(&printer->job.cancelled, false);
    atomic_store(&printer->state, PRINTER_BUSY);
    *page = (struct raster){ 0 };
    printer->has_thread = pthread_create(&printer->thread, NULL, run, printer) == 0;
    if (!printer->has_thread) {
        raster_free(&printer->job.page);
        atomic_store(&printer->state, printer_job_failed(&printer->job, "no thread to print in"));
    }
}

enum printer_state printer_state(struct printer *printer)
{
    bool cancelled = atomic_load(&printer->job.cancelled);
    return cancelled ? PRINTER_IDLE : (enum printer_state)atomic_load(&printer->state);
}

const char *printer_detail(struct printer *printer)
{
    return printer_state(printer) == PRINTER_BUSY ? "" : printer->job.detail;
}

void printer_cancel(struct printer *printer)
{
    atomic_store(&printer->job.cancelled, true);
}

void printer_wait(struct printer *printer)
{
    join(printer);
}
