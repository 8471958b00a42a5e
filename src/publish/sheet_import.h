/* From rows of a sheet to rows of HSDS. Internal to import_sheet. */
#ifndef MAISON_PUBLISH_SHEET_IMPORT_H
#define MAISON_PUBLISH_SHEET_IMPORT_H

#include "publish/import_pack.h"
#include "publish/sheet_view.h"

struct sheet_import {
    struct arena arena; /* of one row */
    struct staging *staging;
    const struct import_context *context;
    struct import_pack *pack;
    struct export_base *base; /* the folder's tables as they stand there */
    struct sheet_views views;
    struct sheet_words *words;
};

/* One row of a sheet beside what the folder has of the service. */
struct sheet_record {
    struct str at[SHEET_COLUMN_COUNT];       /* as in the sheet; of a column that it lacks what the folder has */
    const char *headers[SHEET_COLUMN_COUNT]; /* what the columns are called there */
    struct sheet_view view;                  /* all empty for a service that the folder does not have */
    bool known;                              /* the folder has the service under this id */
    bool current;                            /* and it is as it was when the sheet was taken from it */
    const char *id; /* of the service: the folder's, the sheet's, or made of what the row says */
};

/* True if the cell says something else than the folder. */
bool sheet_differs(const struct sheet_record *record, enum sheet_column column);

void sheet_doubt(struct sheet_import *import, const struct sheet_record *record, enum sheet_column column,
                 const char *why);

/* The cells of a row of the folder, to be changed and staged. */
struct sheet_cells {
    struct cell at[64];
    size_t count;
};

/* Reads them; with a record that is current they count as what the source said. */
void sheet_copy(struct sheet_import *import, const struct sheet_record *record, const char *name, const char *id,
                struct sheet_cells *out);
void sheet_set(struct sheet_cells *cells, const char *column, struct str value);
void sheet_add(struct sheet_import *import, const char *table, const struct sheet_cells *cells);

/* Copies and stages a row as it is. */
void sheet_keep(struct sheet_import *import, const struct sheet_record *record, const char *table, const char *id);

/* Copies a row that the sheet no longer has. */
void sheet_drop(struct sheet_import *import, const struct sheet_record *record, const char *table, const char *id);

/* Each stages its part of the record. */
void sheet_stage_service(struct sheet_import *import, const struct sheet_record *record);
void sheet_stage_phone(struct sheet_import *import, const struct sheet_record *record);
void sheet_stage_terms(struct sheet_import *import, const struct sheet_record *record);
void sheet_stage_languages(struct sheet_import *import, const struct sheet_record *record);
void sheet_stage_source(struct sheet_import *import, const struct sheet_record *record);

/* Returns the id of the service at its place, NULL when it has none. */
const char *sheet_stage_place(struct sheet_import *import, const struct sheet_record *record);
void sheet_stage_hours(struct sheet_import *import, const struct sheet_record *record, const char *site);

#endif
