#include "base/clock.h"
#include "content/search.h"
#include "text/locale.h"
#include "text/zone.h"
#include "tool/command.h"
#include "tool/names.h"

#include <assert.h>
#include <jansson.h>
#include <stdio.h>

enum { OPTION_LANG, OPTION_NEAR, OPTION_AT, OPTION_FACET, OPTION_LIMIT, OPTION_JSON };

#define LIMIT_USUAL 20

static const char *const match_names[] = {
    [SEARCH_EXACT] = "exact", [SEARCH_FOLDED] = "folded", [SEARCH_LATIN] = "latin",
    [SEARCH_SOUND] = "latin", [SEARCH_SLIP] = "slip",   [SEARCH_SYNONYM] = "synonym",
};
static_assert(COUNT(match_names) == SEARCH_MATCH_COUNT, "each way to match needs a name");

static bool read_limit(size_t *out, const char *text, struct err *err)
{
    int64_t limit = LIMIT_USUAL;
    if (text && (!str_to_int64(str_of(text), &limit) || limit < 1 || limit > SEARCH_LIMIT_MAX))
        return err_set(err, ERR_USAGE, "--limit %s is no number from 1 to %d", text, SEARCH_LIMIT_MAX);
    *out = (size_t)limit;
    return true;
}

static bool read_near(struct geo *out, const char *text, struct err *err)
{
    struct geo place = { .known = text != NULL };
    struct str longitude;
    struct str latitude = str_cut(str_of(text), ',', &longitude);
    if (text &&
        (!str_to_double(latitude, &place.latitude) || !str_to_double(longitude, &place.longitude) ||
         !(place.latitude >= -90 && place.latitude <= 90) || !(place.longitude >= -180 && place.longitude <= 180)))
        return err_set(err, ERR_USAGE, "--near %s is no place; write one such as 45.1885,5.7245", text);
    *out = place;
    return true;
}

static bool read_lang(const char **out, const struct pack *pack, const char *wanted, struct err *err)
{
    struct pack_languages languages = pack_languages(pack);
    const char *tag = locale_match(wanted, languages.tags, languages.count);
    if (!tag)
        return err_set(err, ERR_USAGE, "the pack has no language %s", wanted);
    *out = tag;
    return true;
}

static bool read_moment(struct civil *out, const struct pack *pack, const char *at, struct err *err)
{
    CLEANUP(zone_closep) struct zone *zone = NULL;
    struct clock clock = clock_real();
    int64_t when = clock_wall_ms(&clock);
    if (at && !clock_parse_rfc3339(&when, str_of(at)))
        return err_set(err, ERR_USAGE, "--at %s is no RFC 3339 time; write one such as 2026-11-24T14:05:00+01:00", at);
    if (!zone_open(&zone, pack_meta(pack, "time_zone"), err))
        return false;
    *out = zone_civil(zone, when);
    return true;
}

static const char *kind_of(const struct search_hit *hit)
{
    return hit->is_page ? "page" : "service";
}

static void print_json(const struct search_list *list)
{
    json_t *hits = json_array();
    for (size_t i = 0; i < list->count; i++) {
        const struct search_hit *hit = &list->at[i];
        json_t *topics = json_array();
        for (size_t j = 0; j < hit->topic_count; j++)
            json_array_append_new(topics, json_string(hit->topics[j]));
        json_array_append_new(
            hits, json_pack("{s:s, s:s, s:o, s:s?, s:s?, s:s?, s:o, s:s}", "kind", kind_of(hit), "id", hit->id,
                            "topics", topics, "name", hit->name.text, "local_name", hit->local_name.text, "state",
                            hit->has_hours ? names_state(hit->hours.kind) : NULL, "distance_m",
                            hit->has_distance ? json_integer((json_int_t)(hit->distance_m + 0.5)) : json_null(),
                            "matched", match_names[hit->matched]));
    }
    json_auto_t *document = json_pack("{s:I, s:o}", "total", (json_int_t)list->total, "hits", hits);
    json_dumpf(document, stdout, JSON_INDENT(2));
    putchar('\n');
}

static void print_lines(const struct search_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct search_hit *hit = &list->at[i];
        printf("%s %s %s", kind_of(hit), hit->id, hit->name.text ? hit->name.text : "-");
        if (hit->has_hours)
            printf(", %s", names_state(hit->hours.kind));
        if (hit->has_distance)
            printf(", %.0f m", hit->distance_m);
        printf("\n");
    }
}

static bool read_facets(bool wanted[FACET_COUNT], const struct arguments *arguments, struct err *err)
{
    for (size_t i = 0; i < arguments->given_count; i++) {
        enum facet facet;
        if (arguments->given[i].option != OPTION_FACET)
            continue;
        if (!facet_from_id(&facet, arguments->given[i].value))
            return err_set(err, ERR_USAGE, "there is no facet %s; there are open-now, no-papers, free, my-language, "
                           "women-only, step-free and children-welcome", arguments->given[i].value);
        wanted[facet] = true;
    }
    return true;
}

static bool search(struct search_list *out, const struct arguments *arguments, struct pack *pack, struct arena *arena,
                   struct err *err)
{
    struct query query = { .pack = pack };
    struct service_wish wish = { 0 };
    return read_facets(wish.wanted, arguments, err) && read_limit(&wish.limit, arguments->options[OPTION_LIMIT], err) &&
           read_near(&query.place, arguments->options[OPTION_NEAR], err) &&
           read_lang(&query.lang, pack, arguments->options[OPTION_LANG], err) &&
           read_moment(&query.now, pack, arguments->options[OPTION_AT], err) &&
           query_search_narrowed(out, &query, arguments->words[1], &wish, arena, err);
}

enum status cmd_search(const struct arguments *arguments)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(pack_closep) struct pack *pack = NULL;
    struct search_list list;
    struct err err;
    if (!pack_open(&pack, arguments->words[0], &err) || !search(&list, arguments, pack, &arena, &err))
        return command_failed(&err);
    if (arguments->options[OPTION_JSON])
        print_json(&list);
    else
        print_lines(&list);
    return list.total > 0 ? STATUS_DONE : STATUS_NO;
}
