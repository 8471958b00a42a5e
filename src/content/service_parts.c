#include "content/service_parts.h"

#include "base/list.h"

#include <string.h>

struct phones {
    struct phone_row *at;
    size_t count;
};

static bool read_phones(struct phones *out, const struct ask *ask, const char *table, const char *id)
{
    static const char sql[] = "SELECT number, id FROM phone WHERE owner = ?1 || '/' || ?2 ORDER BY seq";
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_text(&row, 1, table);
    statement_bind_text(&row, 2, id);
    while (statement_row(&row)) {
        struct phone_row phone = { .number = statement_text(&row, 0, ask->arena) };
        const char *phone_id = statement_text(&row, 1, ask->arena);
        if (!phone.number)
            continue;
        if (!ask_text(&phone.description, ask, "phones", phone_id, "description"))
            return false;
        *LIST_ADD(ask->arena, *out) = phone;
    }
    return statement_ok(&row, ask->err);
}

bool service_phones(struct service_detail *out, const struct ask *ask, const char *organization_id)
{
    struct phones phones = { 0 };
    if (!read_phones(&phones, ask, "services", out->id))
        return false;
    if (phones.count == 0 && organization_id && !read_phones(&phones, ask, "organizations", organization_id))
        return false;
    out->phones = phones.at;
    out->phone_count = phones.count;
    return true;
}

static bool read_place(struct place_row *out, const struct site *site, const struct ask *ask)
{
    struct phones phones = { 0 };
    *out = (struct place_row){
        .name = site->name,
        .address = site->address,
        .has_distance = site->has_distance,
        .distance_m = site->distance_m,
        .compass = site->compass,
        .hours = site->state,
        .week = hours_week(&site->hours, ask->query->now),
    };
    if (!ask_text(&out->transportation, ask, "locations", site->place, "transportation") ||
        !ask_text(&out->description, ask, "locations", site->place, "description") ||
        !read_phones(&phones, ask, "service_at_location", site->id) ||
        (phones.count == 0 && !read_phones(&phones, ask, "locations", site->place)))
        return false;
    out->phones = phones.at;
    out->phone_count = phones.count;
    return true;
}

bool service_places(struct service_detail *out, const struct site_list *sites, const struct ask *ask)
{
    bool by_phone_only = !sites->at[0].id;
    size_t count = by_phone_only ? 0 : sites->count;
    struct place_row *places = ARENA_ARRAY(ask->arena, struct place_row, count);
    for (size_t i = 0; i < count; i++) {
        if (!read_place(&places[i], &sites->at[i], ask))
            return false;
    }
    out->places = places;
    out->place_count = count;
    return true;
}

bool service_documents(struct service_detail *out, const struct ask *ask, int64_t seq)
{
    static const char sql[] = "SELECT id FROM document WHERE service = ?1 ORDER BY seq";
    struct {
        struct localized *at;
        size_t count;
    } documents = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_int(&row, 1, seq);
    while (statement_row(&row)) {
        struct localized document;
        const char *id = statement_text(&row, 0, ask->arena);
        if (!ask_text(&document, ask, "required_documents", id, "document"))
            return false;
        if (document.text)
            *LIST_ADD(ask->arena, documents) = document;
    }
    out->documents = documents.at;
    out->document_count = documents.count;
    return statement_ok(&row, ask->err);
}

bool service_costs(struct service_detail *out, const struct ask *ask, int64_t seq)
{
    static const char sql[] = "SELECT id, amount, currency FROM cost WHERE service = ?1 ORDER BY seq";
    struct {
        struct cost_row *at;
        size_t count;
    } costs = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(ask->query->pack, sql);
    statement_bind_int(&row, 1, seq);
    while (statement_row(&row)) {
        const char *id = statement_text(&row, 0, ask->arena);
        struct cost_row cost = {
            .has_amount = !statement_is_null(&row, 1),
            .amount = statement_real(&row, 1),
            .currency = statement_text(&row, 2, ask->arena),
        };
        if (!ask_text(&cost.option, ask, "cost_options", id, "option") ||
            !ask_text(&cost.detail, ask, "cost_options", id, "amount_description"))
            return false;
        *LIST_ADD(ask->arena, costs) = cost;
    }
    out->costs = costs.at;
    out->cost_count = costs.count;
    return statement_ok(&row, ask->err);
}

typedef bool text_fn(struct localized *out, const struct ask *ask, const char *table, const char *id,
                     const char *field);

/* Joins what `read` finds, each wording once. *mixed: not all of it is in one language. */
static bool join_notes(struct localized *out, bool *mixed, const struct site *site, const struct ask *ask,
                       text_fn *read)
{
    struct localized all = { 0 };
    *mixed = false;
    for (size_t i = 0; i < site->schedule_id_count; i++) {
        struct localized note;
        if (!read(&note, ask, "schedules", site->schedule_ids[i], "description"))
            return false;
        if (!note.text || (all.text && strstr(all.text, note.text)))
            continue;
        *mixed = *mixed || (all.lang && strcmp(all.lang, note.lang) != 0);
        all.text = all.text ? arena_printf(ask->arena, "%s\n%s", all.text, note.text) : note.text;
        all.lang = note.lang;
        all.state = note.state > all.state ? note.state : all.state;
    }
    *out = all;
    return true;
}

/* A half translated note would be read aloud in the wrong voice: it's shown in the source language instead.
 */
bool service_hours_note(struct localized *out, const struct site *site, const struct ask *ask)
{
    bool mixed;
    if (!join_notes(out, &mixed, site, ask, ask_text))
        return false;
    return !mixed || join_notes(out, &mixed, site, ask, ask_local_text);
}
