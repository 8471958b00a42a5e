/* A printer that takes pages as pixels: a queue of CUPS or any IPP printer (PWG raster, PWG 5102.4), a receipt printer
 * (ESC/POS raster), or a folder of pictures for trying. Printing happens in a thread of its own; one page at a time. */
#ifndef MAISON_PLATFORM_PRINTER_H
#define MAISON_PLATFORM_PRINTER_H

#include "base/err.h"
#include "platform/sheet.h"

struct printer;

struct printer_paper {
    int width, height; /* pixels; height 0: as long as needed */
    int margin;        /* pixels at each edge that stay white */
    double dots_per_mm;
};

enum printer_state {
    PRINTER_IDLE,
    PRINTER_BUSY,
    PRINTER_DONE,     /* the page is out, or the queue has it */
    PRINTER_NO_PAPER, /* nothing was printed, or only a part */
    PRINTER_JAMMED,
    PRINTER_FAILED, /* off, not connected, refuses */
    PRINTER_STATE_COUNT
};

/* `where` is one of
 *   cups:QUEUE          a queue of this machine's CUPS
 *   ipp://HOST…         an IPP printer, also ipps://
 *   escpos:DEVICE       a receipt printer of 80 mm, such as /dev/usb/lp0
 *   file:FOLDER         pictures page-1.png, page-2.png … for trying
 * ERR_USAGE for anything else. Nothing is connected yet. */
MUST_USE bool printer_open(struct printer **out, const char *where, struct err *err);

/* Cancels what is being printed, and waits for that. Accepts NULL. */
void printer_close(struct printer *printer);

struct printer_paper printer_paper(const struct printer *printer);

/* Starts printing a page, which it takes over. A page that is still being printed is cancelled; this one waits, in its
 * own thread, until that has been taken back. */
void printer_print(struct printer *printer, struct raster *page);

enum printer_state printer_state(struct printer *printer);

/* What went wrong with the last page, for staff; "" for nothing. Borrowed until the next page. */
const char *printer_detail(struct printer *printer);

/* Stops the page and takes it out of the queue; does not wait. Afterwards the printer is idle. */
void printer_cancel(struct printer *printer);

/* Waits until the page is out or has failed. */
void printer_wait(struct printer *printer);

#endif
