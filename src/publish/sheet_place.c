/* Where a service of a sheet is, and when it is open there. */
#include "publish/import_cells.h"
#include "publish/import_hours.h"
#include "publish/sheet_hours.h"
#include "publish/sheet_import.h"

#include <stdlib.h>
#include <string.h>

static const struct place_column {
    enum sheet_column column;
    const char *name;
} of_location[] = { { SHEET_PLACE, "name" },
                    { SHEET_TRANSPORTATION, "transportation" },
                    { SHEET_LATITUDE, "latitude" },
                    { SHEET_LONGITUDE, "longitude" } },
  of_address[] = { { SHEET_ADDRESS, "address_1" },
                   { SHEET_ADDRESS_2, "address_2" },
                   { SHEET_POSTAL_CODE, "postal_code" },
                   { SHEET_CITY, "city" } };

static bool any_differs(const struct sheet_record *record, const struct place_column *columns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sheet_differs(record, columns[i].column))
            return true;
    }
    return false;
}

static bool any_filled(const struct sheet_record *record, const struct place_column *columns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (record->at[columns[i].column].len > 0)
            return true;
    }
    return false;
}

/* "45,18" is how many countries write it. */
static struct str coordinate(struct sheet_import *import, const struct sheet_record *record, enum sheet_column column)
{
    struct str text = record->at[column];
    char *dotted = arena_str(&import->arena, text);
    char *comma = strchr(dotted, ',');
    if (comma)
        *comma = '.';
    if (text.len == 0 || cell_is_number(str_of(dotted)))
        return str_of(dotted);
    sheet_doubt(import, record, column, "it is no number");
    return (struct str){ 0 };
}

static void set_location(struct sheet_import *import, const struct sheet_record *record, struct sheet_cells *cells)
{
    struct str name = record->at[SHEET_PLACE].len > 0 ? record->at[SHEET_PLACE] : record->at[SHEET_ORGANIZATION];
    sheet_set(cells, "name", name);
    sheet_set(cells, "transportation", record->at[SHEET_TRANSPORTATION]);
    sheet_set(cells, "latitude", coordinate(import, record, SHEET_LATITUDE));
    sheet_set(cells, "longitude", coordinate(import, record, SHEET_LONGITUDE));
}

/* False: what there is does not make an address. */
static bool set_address(struct sheet_import *import, const struct sheet_record *record, struct sheet_cells *cells)
{
    if (record->at[SHEET_ADDRESS].len == 0 || record->at[SHEET_CITY].len == 0) {
        enum sheet_column there = record->at[SHEET_ADDRESS].len > 0 ? SHEET_ADDRESS : SHEET_CITY;
        sheet_doubt(import, record, there, "an address needs a street and a city, so it is left out");
        return false;
    }
    for (size_t i = 0; i < COUNT(of_address); i++)
        sheet_set(cells, of_address[i].name, record->at[of_address[i].column]);
    return true;
}

static void stage_address(struct sheet_import *import, const struct sheet_record *record, const char *location,
                          const char *address)
{
    struct sheet_cells cells = { .count = 0 };
    if (address[0])
        sheet_copy(import, record, "addresses", address, &cells);
    if (!any_filled(record, of_address, COUNT(of_address)))
        return;
    if (!address[0]) {
        sheet_set(&cells, "id", str_of(location));
        sheet_set(&cells, "location_id", str_of(location));
        sheet_set(&cells, "country", str_of(import->context->country));
        sheet_set(&cells, "address_type", STR("physical"));
    }
    if (set_address(import, record, &cells))
        sheet_add(import, "addresses", &cells);
}

/* Services of a sheet that say the same of their place are at one place. */
static const char *place_key(struct sheet_import *import, const struct sheet_record *record)
{
    return arena_printf(&import->arena, "%.*s|%.*s|%.*s|%.*s", STR_FMT(record->at[SHEET_PLACE]),
                        STR_FMT(record->at[SHEET_ADDRESS]), STR_FMT(record->at[SHEET_POSTAL_CODE]),
                        STR_FMT(record->at[SHEET_CITY]));
}

static const char *stage_new_place(struct sheet_import *import, const struct sheet_record *record)
{
    const char *key = place_key(import, record);
    struct sheet_cells cells = { .count = 0 };
    struct sheet_cells site = { .count = 0 };
    sheet_set(&cells, "id", str_of(key));
    sheet_set(&cells, "location_type", STR("physical"));
    set_location(import, record, &cells);
    sheet_add(import, "locations", &cells);
    stage_address(import, record, key, "");
    if (record->view.site[0])
        sheet_copy(import, record, "service_at_location", record->view.site, &site);
    else
        sheet_set(&site, "id", str_of(record->id));
    sheet_set(&site, "service_id", str_of(record->id));
    sheet_set(&site, "location_id", str_of(key));
    sheet_add(import, "service_at_location", &site);
    return record->view.site[0] ? record->view.site : record->id;
}

static void change_place(struct sheet_import *import, const struct sheet_record *record)
{
    const struct sheet_view *view = &record->view;
    struct sheet_cells cells;
    sheet_keep(import, record, "service_at_location", view->site);
    sheet_copy(import, record, "locations", view->location, &cells);
    if (any_differs(record, of_location, COUNT(of_location)))
        set_location(import, record, &cells);
    sheet_add(import, "locations", &cells);
    if (any_differs(record, of_address, COUNT(of_address)))
        stage_address(import, record, view->location, view->address);
    else if (view->address[0])
        sheet_keep(import, record, "addresses", view->address);
}

const char *sheet_stage_place(struct sheet_import *import, const struct sheet_record *record)
{
    const struct sheet_view *view = &record->view;
    bool differs =
        any_differs(record, of_location, COUNT(of_location)) || any_differs(record, of_address, COUNT(of_address));
    bool filled =
        any_filled(record, of_location, COUNT(of_location)) || any_filled(record, of_address, COUNT(of_address));
    if (!filled && view->site[0] && differs) {
        sheet_drop(import, record, "service_at_location", view->site);
        return NULL;
    }
    if (view->site[0] && (!differs || !view->place_is_shared)) {
        change_place(import, record);
        return view->site;
    }
    return filled ? stage_new_place(import, record) : NULL;
}

/* "09:00-12:00" in the column of Monday and so on; "-" or nothing: closed. */
static struct str of_days(struct sheet_import *import, const struct sheet_record *record)
{
    static const char *const days[7] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
    const char *text = "";
    for (int i = 0; i < 7; i++) {
        struct str cell = record->at[SHEET_MONDAY + i];
        if (cell.len > 0 && !str_eq(cell, STR("-")))
            text = arena_printf(&import->arena, "%s%s%s %.*s", text, text[0] ? "; " : "", days[i], STR_FMT(cell));
    }
    return str_of(text);
}

/* Seasons are spelled out from the year in which somebody checked. */
static int year_of(const struct sheet_import *import, const struct sheet_record *record)
{
    struct str day;
    return atoi(cell_date(&day, record->at[SHEET_CHECKED]) ? day.at : import->context->today);
}

static void replace_hours(struct sheet_import *import, const struct sheet_record *record, const char *site,
                          struct str text)
{
    struct opening_hours hours;
    const struct import_door door = { site ? "service_at_location_id" : "service_id", site ? site : record->id,
                                      record->id };
    const char *header = record->headers[SHEET_HOURS] ? record->headers[SHEET_HOURS] : "hours";
    bool of_place = strcmp(record->view.hours_owner ? record->view.hours_owner : "", "location_id") == 0;
    for (size_t i = 0; i < record->view.schedules.count && !of_place; i++)
        sheet_drop(import, record, "schedules", record->view.schedules.at[i].id);
    opening_hours_read(&hours, &import->arena, text, year_of(import, record));
    import_hours_stage(import->staging, import->pack, &door, &hours, header, text);
}

void sheet_stage_hours(struct sheet_import *import, const struct sheet_record *record, const char *site)
{
    struct str text = record->at[SHEET_HOURS];
    bool has_rows = record->view.schedules.count > 0;
    struct str days = of_days(import, record);
    bool same = !sheet_differs(record, SHEET_HOURS);
    if (days.len > 0 && (same || text.len == 0)) {
        text = days;
        same = str_eq_c(days, record->view.cells[SHEET_HOURS]);
    }
    if (same || str_eq_c(text, SHEET_HOURS_ELSEWHERE)) {
        for (size_t i = 0; i < record->view.schedules.count; i++)
            sheet_keep(import, record, "schedules", record->view.schedules.at[i].id);
    } else if (has_rows && !record->current) {
        sheet_doubt(import, record, SHEET_HOURS,
                    "the folder says something else, and stays: take the sheet from it anew and change that one");
    } else {
        replace_hours(import, record, site, text);
    }
}
