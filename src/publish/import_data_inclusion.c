/* French data.inclusion, version 1: structures and services as JSON, CSV or the workbook that producers fill in. */
#include "publish/di_codes.h"
#include "publish/di_import.h"

#include <stdio.h>
#include <string.h>

static void detect(struct detection *out, struct feed *feed)
{
    size_t found[2];
    struct err err = { 0 };
    *out = (struct detection){ 0 };
    if (!di_look(feed, found, &err)) {
        snprintf(out->missing, sizeof(out->missing), "%.200s", err.detail);
        return;
    }
    out->score = found[DI_SERVICE] > 0 ? 100 : found[DI_STRUCTURE] > 0 ? 80 : 0;
    if (out->score == 0)
        snprintf(out->missing, sizeof(out->missing),
                 "no file or sheet has the fields id and nom of structures or services");
}

/* Texts are French whatever the pack is written in. */
static void say_language(struct di_import *import)
{
    const char *language = import->context->language;
    if (!import->told && strncmp(language, "fr", 2) != 0)
        staging_doubt(import->staging, NULL, str_of(language),
                      "the texts of data.inclusion are French, but this is the source language of the pack");
    import->told = true;
}

static bool take(struct di_import *import, const struct di_record *record,
                 void (*stage)(struct di_import *, const struct di_record *), bool needs_structure)
{
    struct staging *staging = import->staging;
    staging_begin_row(staging, record->where);
    if (record->fault)
        staging_refuse(staging, NULL, (struct str){ 0 }, "%s", record->fault);
    else if (record->at[DI_ID].len == 0)
        staging_refuse(staging, di_field_name(DI_ID), record->at[DI_ID], "it has no id");
    else if (record->at[DI_NOM].len == 0)
        staging_refuse(staging, di_field_name(DI_NOM), record->at[DI_NOM], "it has no name");
    else if (needs_structure && record->at[DI_STRUCTURE_ID].len == 0)
        staging_refuse(staging, di_field_name(DI_STRUCTURE_ID), record->at[DI_STRUCTURE_ID],
                       "nothing says which structure it belongs to");
    else
        stage(import, record);
    import->met[needs_structure ? DI_SERVICE : DI_STRUCTURE]++;
    for (int field = 0; field < DI_FIELD_COUNT && record->formulas; field++) {
        if (record->formulas >> field & 1)
            staging_doubt(staging, di_field_name((enum di_field)field), record->at[field],
                          "a formula made this value when the file was saved");
    }
    say_language(import);
    staging_end_row(staging);
    arena_reset(&import->arena);
    return true;
}

static bool on_structure(void *data, const struct di_record *record, struct err *err)
{
    (void)err;
    return take(data, record, di_stage_structure, false);
}

static bool on_service(void *data, const struct di_record *record, struct err *err)
{
    (void)err;
    return take(data, record, di_stage_service, true);
}

/* Tables of which a row may be missing because the source took it back. */
static const char *const covered[] = { "organizations", "organization_identifiers",
                                       "locations",     "addresses",
                                       "phones",        "accessibility",
                                       "schedules",     "attributes",
                                       "services",      "service_at_location",
                                       "service_areas", "url",
                                       "contacts",      "closures",
                                       "sources" };

static bool read_feed(struct staging *staging, struct feed *feed, const struct import_context *context, struct err *err)
{
    struct di_import import = { .staging = staging, .context = context };
    struct di_visitor structures = { on_structure, &import, staging };
    struct di_visitor services = { on_service, &import, staging };
    if (!import_pack_open(&import.pack, context->into, err))
        return false;
    bool read = di_each(feed, DI_STRUCTURE, &structures, err) && di_each(feed, DI_SERVICE, &services, err);
    for (size_t i = 0; read && i < COUNT(covered); i++)
        staging_covers(staging, covered[i]);
    if (read && import.met[DI_STRUCTURE] == 0)
        staging_incomplete(staging, "there are services here and no structures");
    if (read && import.met[DI_SERVICE] == 0)
        staging_incomplete(staging, "there are structures here and no services");
    arena_destroy(&import.arena);
    import_pack_close(import.pack);
    return read;
}

const struct importer import_data_inclusion = { "data-inclusion", "data.inclusion", detect, read_feed };
