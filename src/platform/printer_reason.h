/* What printers say when they stop: the keywords of printer-state-reasons (RFC 8011, 5.4.12; PWG 5100.9 has more).
 * Internal to platform. */
#ifndef MAISON_PLATFORM_PRINTER_REASON_H
#define MAISON_PLATFORM_PRINTER_REASON_H

#include "platform/printer.h"

/* How and when the printer was asked. */
struct printer_asked {
    bool is_stopped; /* it says that it is */
    bool is_queue;   /* a queue of CUPS answers, which repeats the printer's last words until a page has reached it */
    int waited;      /* milliseconds since the page was sent; 0 before */
};

struct printer_reason {
    const char *reason;
    enum printer_state state;
    const char *detail; /* for staff */
    bool may_go_on;     /* said of one tray or cartridge while another serves */
};

/* NULL when the keyword means nothing to us, or no trouble yet. */
const struct printer_reason *printer_reason_of(const char *keyword, const struct printer_asked *asked);

#endif
