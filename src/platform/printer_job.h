/* What each kind of printer does with a page. Internal to platform. */
#ifndef MAISON_PLATFORM_PRINTER_JOB_H
#define MAISON_PLATFORM_PRINTER_JOB_H

#include "platform/printer.h"

#include <stdatomic.h>

/* One page on its way. The functions below run in the printer's thread. */
struct printer_job {
    const char *where; /* behind the scheme; the whole for ipp */
    struct raster page;
    unsigned number; /* of the page, from 1 */
    struct printer_paper paper;
    atomic_bool cancelled; /* stop, and take the page back where that can be done */
    char detail[256];      /* what went wrong, for staff */
};

typedef enum printer_state printer_fn(struct printer_job *job);

printer_fn printer_to_file, printer_to_escpos, printer_to_queue, printer_to_ipp;

/* Notes what went wrong; returns PRINTER_FAILED. */
enum printer_state printer_job_failed(struct printer_job *job, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
