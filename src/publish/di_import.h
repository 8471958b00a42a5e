/* From records of data.inclusion to rows of HSDS. Internal to import_data_inclusion. */
#ifndef MAISON_PUBLISH_DI_IMPORT_H
#define MAISON_PUBLISH_DI_IMPORT_H

#include "publish/di_record.h"
#include "publish/import_pack.h"

/* What services need to know of their structure. Empty strings are "". */
struct di_place {
    bool has_location;
    const char *address; /* what it is written like, to know the same one by */
    const char *hours;   /* that only services can have: see import_hours_need_service */
    const char *lien_source;
};

struct di_places {
    struct di_place *at;
    size_t count;
};

struct di_import {
    struct arena arena;
    struct staging *staging;
    const struct import_context *context;
    struct import_pack *pack;
    struct map structures; /* by id: the index of its place */
    struct di_places places;
    size_t met[2]; /* records of each kind, taken or not */
    bool told;     /* about the language, with the first row */
};

/* Stage one record; the row of the staging has begun, and the record has an id and a name. */
void di_stage_structure(struct di_import *import, const struct di_record *record);
void di_stage_service(struct di_import *import, const struct di_record *record);

/* A field when it is sound; else it is left out, with a doubt. */
struct str di_url(struct di_import *import, const struct di_record *record, enum di_field field);
struct str di_phone(struct di_import *import, const struct di_record *record);
struct str di_date(struct di_import *import, const struct di_record *record);

/* The year that hours with seasons are spelled out from. */
int di_year(const struct di_import *import, const struct di_record *record);

/* Stages a location, with its address if there is one, under `id`. False: the record names no place. */
bool di_stage_place(struct di_import *import, const struct di_record *record, const char *id,
                    const char *organization_id);

/* How the record's address is written, "" when it has none. Valid in `arena`. */
const char *di_address(const struct di_record *record, struct arena *arena);

#endif
