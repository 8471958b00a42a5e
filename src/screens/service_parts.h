/* The cards of the service screen; each adds nothing when the pack has nothing to say. Internal to screens. */
#ifndef MAISON_SCREENS_SERVICE_PARTS_H
#define MAISON_SCREENS_SERVICE_PARTS_H

#include "screens/parts.h"

void service_hours_card(struct ui *ui, struct node *parent, const struct model *model);
void service_come_card(struct ui *ui, struct node *parent, const struct model *model);  /* who, how, which languages */
void service_bring_card(struct ui *ui, struct node *parent, const struct model *model); /* papers */
void service_cost_card(struct ui *ui, struct node *parent, const struct model *model);
void service_way_card(struct ui *ui, struct node *parent, const struct model *model); /* address and how to get there */
void service_phone_card(struct ui *ui, struct node *parent, const struct model *model);

/* The week, same days folded together, and the days ahead that differ from it, as people write them. */
struct hours_line {
    const char *days;  /* "Monday – Thursday" */
    const char *hours; /* "09:00–12:30, 13:30–16:00", "Closed" */
    const char *said_days; /* as they are said; NULL: as they are shown */
};
struct hours_line_list {
    struct hours_line *at;
    size_t count;
};
struct hours_line_list service_hours_lines(struct ui *ui, const struct hours_week *hours, struct civil today);

/* The same as rows of a card; what holds only now is left out, for paper. */
void service_hours_on_paper(struct ui *ui, struct node *card, const struct model *model);

/* The service's own phones and those of its places. */
size_t service_phone_total(const struct service_detail *service);

void service_footer(struct ui *ui, struct node *parent,
                    const struct model *model); /* checked when, and how far translated */

#endif
