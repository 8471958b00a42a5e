/* Services as a sheet shows them, one row each, from a pack's tables: the service with its organization, its first
 * place and telephone number, its hours, topics and answers. */
#ifndef MAISON_PUBLISH_SHEET_VIEW_H
#define MAISON_PUBLISH_SHEET_VIEW_H

#include "publish/export_base.h"
#include "publish/sheet_columns.h"

/* A row that the view shows something of. */
struct sheet_part {
    const char *table; /* "phones" */
    const char *id;
    const char *code; /* of an attribute its term's, of a language its own; else NULL */
};

struct sheet_parts {
    struct sheet_part *at;
    size_t count;
};

/* Strings are "" when there is nothing; all live until the next call. */
struct sheet_view {
    const char *cells[SHEET_COLUMN_COUNT];
    const char *service, *organization, *site, *location, *address, *phone; /* ids */
    const char *hours_owner; /* the column of schedules that names whose hours they are */
    struct sheet_parts schedules, attributes, languages;
    bool place_is_shared; /* other services are there too */
    const char *version;  /* of all this, 16 hexadecimal digits: it changes with any of it */
};

struct sheet_views {
    struct export_base *base;
    struct arena arena;
    const char *lang; /* of the answers */
};

/* False with *err when the tables can't be asked; *found tells whether there is such a service. */
MUST_USE bool sheet_view_find(struct sheet_view *out, struct sheet_views *views, const char *service, bool *found,
                              struct err *err);

/* The facets of a sheet: what an answer stands for. */
struct sheet_facet {
    enum sheet_column column;
    const char *yes, *no; /* codes of terms; NULL for none */
};
extern const struct sheet_facet sheet_facets[];
extern const size_t sheet_facet_count;

/* True if the code is an answer to a facet and no topic. */
bool sheet_code_is_facet(const char *code);

#endif
