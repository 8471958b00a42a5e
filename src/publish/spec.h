/* What the tables of a pack folder look like: which file, which columns, what may stand in a cell, and which cells are
 * translated. HSDS 3.2's tabular form (https://docs.openreferral.org) for hsds/, our own for the others. Checks,
 * catalogues and the build all read these tables; columns that are not named here are left alone. */
#ifndef MAISON_PUBLISH_SPEC_H
#define MAISON_PUBLISH_SPEC_H

#include "base/def.h"

enum table_id {
    TABLE_SERVICES,
    TABLE_LOCATIONS,
    TABLE_ORGANIZATIONS,
    TABLE_SERVICE_AT_LOCATION,
    TABLE_ADDRESSES,
    TABLE_PHONES,
    TABLE_SCHEDULES,
    TABLE_LANGUAGES,
    TABLE_ACCESSIBILITY,
    TABLE_REQUIRED_DOCUMENTS,
    TABLE_COST_OPTIONS,
    TABLE_TAXONOMIES,
    TABLE_TAXONOMY_TERMS,
    TABLE_ATTRIBUTES,
    TABLE_TOPICS,
    TABLE_EMERGENCY,
    TABLE_PHRASES,
    TABLE_ANSWERS,
    TABLE_STEPS,
    TABLE_NOTICES,
    TABLE_KIOSKS,
    TABLE_CLOSURES,
    TABLE_SOURCES,
    TABLE_ABBREVIATIONS,
    TABLE_COUNT
};

enum cell_kind {
    CELL_TEXT,
    CELL_ID,   /* the row's own */
    CELL_LINK, /* the id of a row of another table */
    CELL_NAME,
    CELL_DATE,
    CELL_CLOSURE_DATE,
    CELL_TIME,
    CELL_INTEGER,
    CELL_NUMBER,
    CELL_LATITUDE,
    CELL_LONGITUDE,
    CELL_COLOUR,
    CELL_ICON,
    CELL_LANGUAGE, /* ISO 639 */
    CELL_URL,
    CELL_YES_NO,
    CELL_PHONE,
    CELL_STATUS,   /* of a service */
    CELL_LINKS,    /* ids of rows of another table */
    CELL_TAGS,     /* languages of the pack */
    CELL_TARGET,   /* service:ID, page:ID or topic:ID */
    CELL_PART,     /* of the first days */
    CELL_SEVERITY, /* of a notice */
    CELL_KIND_COUNT
};

struct column_spec {
    const char *name;
    enum cell_kind kind;
    bool required;         /* column and value */
    enum table_id to;      /* of CELL_LINK and CELL_LINKS */
    const char *translate; /* what the text is, for translators; NULL: not translated */
};

#define COLUMNS_MAX 24

struct table_spec {
    const char *name; /* as in msgctxt and owners: the file's base name */
    const char *file; /* in the pack folder */
    bool required;
    bool hsds;                               /* ids are UUIDs */
    struct column_spec columns[COLUMNS_MAX]; /* ends at the first without a name */
};

const struct table_spec *spec_of(enum table_id id);

/* The table that a name such as "services" means. */
MUST_USE bool spec_find(enum table_id *out, const char *name);

/* True for an id that needs no escaping in links, file names and msgctxt: up to 64 letters, digits, '.', '-' and '_'.
 */
bool spec_id_is_plain(const char *id);

#endif
