/* Paper to take along: what is shown becomes a page, the page goes to the printer, and what the printer says comes back
 * to the screen. */
#ifndef MAISON_KIOSK_PRINTING_H
#define MAISON_KIOSK_PRINTING_H

#include "platform/printer.h"

struct app;

struct printing {
    struct printer *printer; /* NULL: none is configured, and no button shows */
    bool is_on;              /* a page is on its way */
    int64_t look_at;         /* steady milliseconds: when to ask the printer how it goes */
};

/* As the options say; a printer that is none is said on stderr and left out. */
void printing_open(struct app *app);
void printing_close(struct printing *printing);

/* Prints what the model shows, if that can be printed. In a script it waits for the page. */
void printing_start(struct app *app);

/* Tells the model what the printer has come to, when it is time to ask. */
void printing_tick(struct app *app);
int64_t printing_deadline(const struct printing *printing); /* INT64_MAX for never */

/* Takes the page back: the visit is over. */
void printing_cancel(struct printing *printing);

#endif
