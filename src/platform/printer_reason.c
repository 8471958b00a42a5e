#include "platform/printer_reason.h"

#include <string.h>

#define STALE_MS 5000
#define DOUBT_MS 20000

static const struct printer_reason reasons[] = {
    { "media-empty", PRINTER_NO_PAPER, "no paper", true },
    { "media-needed", PRINTER_NO_PAPER, "no paper", false },
    { "input-tray-missing", PRINTER_NO_PAPER, "the tray is not in", true },
    { "media-jam", PRINTER_JAMMED, "a page is stuck", false },
    { "cover-open", PRINTER_FAILED, "the printer is open", false },
    { "door-open", PRINTER_FAILED, "the printer is open", false },
    { "interlock-open", PRINTER_FAILED, "the printer is open", false },
    { "marker-supply-empty", PRINTER_FAILED, "no ink", true },
    { "toner-empty", PRINTER_FAILED, "no toner", true },
    { "output-area-full", PRINTER_FAILED, "nobody has taken the pages", true },
    { "offline", PRINTER_FAILED, "the printer is off, or not connected", false },
    { "shutdown", PRINTER_FAILED, "the printer is off, or not connected", false },
};

/* A keyword may end in -report, -warning or -error, and without an end is an error. Many printers call everything a
 * warning, so what may be said of an empty tray beside a full one counts when the page does not come for a while. */
static bool counts(const struct printer_reason *reason, const char *end, const struct printer_asked *asked)
{
    bool is_error = !end[0] || strcmp(end, "-error") == 0;
    if (!is_error && strcmp(end, "-warning") != 0 && strcmp(end, "-report") != 0)
        return false; /* a longer word, which begins the same */
    if (asked->is_stopped)
        return true;
    if (!is_error && reason->may_go_on)
        return asked->waited >= DOUBT_MS;
    return !asked->is_queue || asked->waited >= STALE_MS;
}

const struct printer_reason *printer_reason_of(const char *keyword, const struct printer_asked *asked)
{
    for (size_t i = 0; i < COUNT(reasons); i++) {
        size_t length = strlen(reasons[i].reason);
        if (strncmp(keyword, reasons[i].reason, length) == 0 && counts(&reasons[i], keyword + length, asked))
            return &reasons[i];
    }
    return NULL;
}
