/* Structures of data.inclusion: organizations, and the places where they are. */
#include "base/list.h"
#include "publish/di_codes.h"
#include "publish/di_import.h"
#include "publish/import_cells.h"
#include "publish/import_hours.h"
#include "publish/plain_markdown.h"

#include <stdlib.h>
#include <string.h>

struct str di_url(struct di_import *import, const struct di_record *record, enum di_field field)
{
    struct str url = record->at[field];
    if (url.len == 0 || cell_is_url(url))
        return url;
    staging_doubt(import->staging, di_field_name(field), url, "it is no web address");
    return (struct str){ 0 };
}

struct str di_phone(struct di_import *import, const struct di_record *record)
{
    struct str phone = record->at[DI_TELEPHONE];
    if (phone.len == 0 || cell_is_phone(phone))
        return phone;
    staging_doubt(import->staging, di_field_name(DI_TELEPHONE), phone, "it is no telephone number");
    return (struct str){ 0 };
}

struct str di_date(struct di_import *import, const struct di_record *record)
{
    struct str day = { 0 };
    struct str cell = record->at[DI_DATE_MAJ];
    if (cell.len == 0)
        staging_doubt(import->staging, di_field_name(DI_DATE_MAJ), cell,
                      "nothing says when it was last brought up to date");
    else if (!cell_date(&day, cell))
        staging_doubt(import->staging, di_field_name(DI_DATE_MAJ), cell, "it is no date");
    return day;
}

int di_year(const struct di_import *import, const struct di_record *record)
{
    struct str day;
    const char *text = import->context->today;
    if (cell_date(&day, record->at[DI_DATE_MAJ]))
        text = day.at;
    return atoi(text);
}

/* Spreadsheets take the zero off "01000". */
static struct str post_code(struct di_import *import, const struct di_record *record, enum di_field field)
{
    struct str code = record->at[field];
    if (code.len == 4 && strspn(code.at, "0123456789") >= 4) {
        staging_doubt(import->staging, di_field_name(field), code, "it has four digits; a zero was put before them");
        return str_of(arena_printf(&import->arena, "0%.*s", STR_FMT(code)));
    }
    if (code.len == 0 || code.len == 5)
        return code;
    staging_doubt(import->staging, di_field_name(field), code, "it has not five digits");
    return (struct str){ 0 };
}

static struct str coordinate(struct di_import *import, const struct di_record *record, enum di_field field)
{
    struct str number = record->at[field];
    if (number.len == 0 || cell_is_number(number))
        return number;
    staging_doubt(import->staging, di_field_name(field), number, "it is no number");
    return (struct str){ 0 };
}

const char *di_address(const struct di_record *record, struct arena *arena)
{
    if (record->at[DI_ADRESSE].len == 0 && record->at[DI_COMMUNE].len == 0)
        return "";
    return arena_printf(arena, "%.*s|%.*s|%.*s", STR_FMT(record->at[DI_ADRESSE]),
                        STR_FMT(record->at[DI_COMPLEMENT_ADRESSE]), STR_FMT(record->at[DI_COMMUNE]));
}

static void stage_address(struct di_import *import, const struct di_record *record, const char *id, struct str code)
{
    const struct cell cells[] = { { "id", str_of(id) },
                                  { "location_id", str_of(id) },
                                  { "address_1", record->at[DI_ADRESSE] },
                                  { "address_2", record->at[DI_COMPLEMENT_ADRESSE] },
                                  { "city", record->at[DI_COMMUNE] },
                                  { "postal_code", code },
                                  { "country", STR("FR") },
                                  { "address_type", STR("physical") },
                                  { "x_code_insee", post_code(import, record, DI_CODE_INSEE) } };
    staging_add(import->staging, "addresses", cells, COUNT(cells));
}

bool di_stage_place(struct di_import *import, const struct di_record *record, const char *id,
                    const char *organization_id)
{
    bool has_address = record->at[DI_ADRESSE].len > 0 && record->at[DI_COMMUNE].len > 0;
    struct str latitude = coordinate(import, record, DI_LATITUDE);
    struct str longitude = coordinate(import, record, DI_LONGITUDE);
    struct str code = post_code(import, record, DI_CODE_POSTAL);
    if (!has_address && record->at[DI_ADRESSE].len > 0)
        staging_doubt(import->staging, di_field_name(DI_ADRESSE), record->at[DI_ADRESSE],
                      "there is no commune, so the address is left out");
    if (!has_address && (latitude.len == 0 || longitude.len == 0))
        return false;
    const struct cell cells[] = { { "id", str_of(id) },
                                  { "organization_id", str_of(organization_id) },
                                  { "location_type", STR("physical") },
                                  { "name", record->at[DI_NOM] },
                                  { "latitude", latitude },
                                  { "longitude", longitude } };
    staging_add(import->staging, "locations", cells, COUNT(cells));
    if (has_address)
        stage_address(import, record, id, code);
    return true;
}

static void stage_organization(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str email = record->at[DI_COURRIEL];
    if (email.len > 0 && (!cell_is_email(email) || cell_is_personal_email(email))) {
        staging_doubt(import->staging, di_field_name(DI_COURRIEL), email, "%s",
                      cell_is_email(email) ? "it reads like a person's, and is not for the public"
                                           : "it is no address for mail");
        email = (struct str){ 0 };
    }
    const struct cell cells[] = { { "id", str_of(id) },
                                  { "name", record->at[DI_NOM] },
                                  { "description", plain_markdown(&import->arena, record->at[DI_DESCRIPTION]) },
                                  { "email", email },
                                  { "website", di_url(import, record, DI_SITE_WEB) } };
    staging_add(import->staging, "organizations", cells, COUNT(cells));
    if (record->at[DI_SIRET].len == 0)
        return;
    const struct cell number[] = { { "id", str_of(id) },
                                   { "organization_id", str_of(id) },
                                   { "identifier_type", STR("SIRET") },
                                   { "identifier", record->at[DI_SIRET] } };
    staging_add(import->staging, "organization_identifiers", number, COUNT(number));
}

static void stage_phone(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str phone = di_phone(import, record);
    const struct cell cells[] = { { "id", str_of(arena_printf(&import->arena, "organization/%s", id)) },
                                  { "organization_id", str_of(id) },
                                  { "number", phone },
                                  { "type", STR("voice") } };
    if (phone.len > 0)
        staging_add(import->staging, "phones", cells, COUNT(cells));
}

static void stage_source(struct di_import *import, const struct di_record *record, const char *id, struct str url)
{
    struct str day = { 0 };
    if (url.len == 0 || !cell_date(&day, record->at[DI_DATE_MAJ]))
        return;
    const char *name = arena_printf(&import->arena, "organizations/%s", id);
    const struct cell cells[] = {
        { "id", str_of(name) }, { "record", str_of(name) }, { "field", STR("*") }, { "url", url }, { "date", day }
    };
    staging_add(import->staging, "sources", cells, COUNT(cells));
}

/* Hours that need rows of closures wait for the services; others are the place's. */
static void stage_hours(struct di_import *import, const struct di_record *record, struct di_place *place,
                        const char *id)
{
    struct opening_hours hours;
    struct str text = record->at[DI_HORAIRES_ACCUEIL];
    const struct import_door door = { "location_id", id, NULL };
    if (text.len == 0)
        return;
    opening_hours_read(&hours, &import->arena, text, di_year(import, record));
    if (import_hours_need_service(&hours))
        place->hours = arena_str(&import->pack->arena, text);
    else if (place->has_location)
        import_hours_stage(import->staging, import->pack, &door, &hours, di_field_name(DI_HORAIRES_ACCUEIL), text);
    else
        staging_doubt(import->staging, di_field_name(DI_HORAIRES_ACCUEIL), text,
                      "the structure has no address, so its opening hours are left out");
}

static void stage_networks(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str rest = record->at[DI_RESEAUX_PORTEURS];
    struct str word;
    while (cell_next_word(&rest, &word)) {
        const char *code = arena_str(&import->arena, word);
        const char *label = di_label(DI_RESEAUX, code);
        if (!label)
            staging_doubt(import->staging, di_field_name(DI_RESEAUX_PORTEURS), word, "the code list has no such word");
        else
            import_pack_link(import->staging, "organization", id,
                             import_pack_term(import->pack, import->staging, di_taxonomy(DI_RESEAUX), code, label),
                             "network");
    }
}

static void stage_accessibility(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str url = di_url(import, record, DI_ACCESSIBILITE_LIEU);
    const struct cell cells[] = { { "id", str_of(id) }, { "location_id", str_of(id) }, { "url", url } };
    if (url.len > 0)
        staging_add(import->staging, "accessibility", cells, COUNT(cells));
}

void di_stage_structure(struct di_import *import, const struct di_record *record)
{
    struct arena *keep = &import->pack->arena;
    const char *id = arena_str(keep, record->at[DI_ID]);
    struct str url = di_url(import, record, DI_LIEN_SOURCE);
    struct di_place place = { .address = di_address(record, keep), .hours = "", .lien_source = arena_str(keep, url) };
    stage_organization(import, record, id);
    place.has_location = di_stage_place(import, record, id, id);
    stage_phone(import, record, id);
    stage_hours(import, record, &place, id);
    stage_networks(import, record, id);
    if (place.has_location)
        stage_accessibility(import, record, id);
    stage_source(import, record, id, url);
    if (map_add(&import->structures, keep, id, import->places.count))
        *LIST_ADD(keep, import->places) = place;
}
