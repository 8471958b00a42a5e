#include "screens/parts.h"

#include <string.h>

/* Where the facts of a page or service were read. */

static bool named_before(struct ui *ui, const struct source_row *sources, size_t index, const char *site)
{
    for (size_t i = 0; i < index; i++) {
        if (strcmp(parts_site(ui, sources[i].url), site) == 0)
            return true;
    }
    return false;
}

/* Addresses are joined without a word for "and", which some languages write as part of what it joins. Each keeps its
 * own direction (UAX #9, 3.1.2). */
static const char *site_list(struct ui *ui, const struct source_row *sources, size_t count)
{
    const char *list = "";
    for (size_t i = 0; i < count; i++) {
        const char *site = parts_site(ui, sources[i].url);
        if (!named_before(ui, sources, i, site))
            list = arena_printf(ui->arena, "%s%s\u2068%s\u2069", list, list[0] ? ui_tr(ui, N_(", ")) : "", site);
    }
    /* Nothing in it says in which direction it goes on: all that could stands apart. */
    return arena_printf(ui->arena, "%s%s\u2069", ui->rtl ? "\u2067" : "\u2066", list);
}

void parts_origin(struct ui *ui, struct node *parent, const struct source_row *sources, size_t count)
{
    if (count > 0)
        parts_fact(ui, parent, "menu_book", UI_SMALL,
                   UI_TRF(ui, N_("Facts from: {sources}"), { "sources", site_list(ui, sources, count) }));
}
