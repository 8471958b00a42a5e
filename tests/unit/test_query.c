#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "content/query.h"
#include "support/pack_fixture.h"

#include <stdio.h>
#include <string.h>

/* One visit: Tuesday 2026-11-24, 14:05, at the town hall. */
struct visit {
    char *path;
    struct pack *pack;
    struct arena arena;
    struct err err;
    struct query query;
};

static struct visit visit_begin(const char *lang, const char *more_sql)
{
    struct visit visit = { .path = pack_fixture_new(more_sql) };
    if (!pack_open(&visit.pack, visit.path, &visit.err))
        fail_msg("%s", visit.err.detail);
    visit.query = (struct query){ visit.pack, lang, { 2026, 11, 24, 14, 5, 0, 2 }, { true, 45.1885, 5.7245 } };
    return visit;
}

static void visit_end(struct visit *visit)
{
    pack_close(visit->pack);
    arena_destroy(&visit->arena);
    pack_fixture_remove(visit->path);
}

#define VISIT(name, lang, more_sql) CLEANUP(visit_end) struct visit name = visit_begin((lang), (more_sql))

static void assert_text(struct localized text, const char *wanted, const char *lang, enum text_state state)
{
    assert_non_null(text.text);
    assert_string_equal(text.text, wanted);
    assert_string_equal(text.lang, lang);
    assert_int_equal(text.state, state);
}

static struct service_list list(struct visit *visit, const char *topic, const bool wanted[FACET_COUNT])
{
    struct service_list out = { 0 };
    struct service_wish wish = { .limit = 50 };
    memcpy(wish.wanted, wanted, sizeof(wish.wanted));
    if (!query_services(&out, &visit->query, topic, &wish, &visit->arena, &visit->err))
        fail_msg("%s", visit->err.detail);
    return out;
}

static struct service_detail detail(struct visit *visit, const char *id)
{
    struct service_detail out = { 0 };
    if (!query_service(&out, &visit->query, id, &visit->arena, &visit->err))
        fail_msg("%s", visit->err.detail);
    return out;
}

/* Compares the ids, in order, with a line of words. */
static void assert_ids(struct service_list services, const char *wanted)
{
    char line[512] = "";
    for (size_t i = 0; i < services.count; i++) {
        size_t used = strlen(line);
        snprintf(line + used, sizeof(line) - used, "%s%s", i ? " " : "", services.at[i].id);
    }
    assert_string_equal(line, wanted);
}

static const struct service_row *row_of(struct service_list services, const char *id)
{
    for (size_t i = 0; i < services.count; i++) {
        if (strcmp(services.at[i].id, id) == 0)
            return &services.at[i];
    }
    fail_msg("no %s in the list", id);
    return NULL;
}

static const bool no_wishes[FACET_COUNT];

static void topics_come_in_the_order_of_the_pack(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct topic_list topics;
    assert_true(query_topics(&topics, &visit.query, &visit.arena, &visit.err));
    assert_int_equal(topics.count, 2);
    assert_string_equal(topics.at[0].id, "health");
    assert_string_equal(topics.at[0].icon, "favorite");
    assert_int_equal(topics.at[0].colour, 0x2E7D32);
    assert_false(topics.at[0].sensitive);
    assert_true(topics.at[1].sensitive);
}

static void a_text_is_in_the_visitors_language_if_the_pack_has_it(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct topic_row topic;
    assert_true(query_topic(&topic, &visit.query, "health", &visit.arena, &visit.err));
    assert_text(topic.name, "الصحة", "ar", TEXT_CHECKED);
}

static void a_missing_text_falls_back_along_the_chain(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct topic_row topic;
    assert_true(query_topic(&topic, &visit.query, "health", &visit.arena, &visit.err));
    assert_text(topic.summary, "Doctors", "en", TEXT_STALE);
    assert_true(query_topic(&topic, &visit.query, "safety", &visit.arena, &visit.err));
    assert_text(topic.name, "Sécurité", "fr", TEXT_SOURCE);
    assert_null(topic.summary.text);
}

static void the_source_language_is_last_when_no_chain_names_it(void **state)
{
    (void)state;
    VISIT(visit, "so", "DELETE FROM fallback");
    struct topic_row topic;
    assert_true(query_topic(&topic, &visit.query, "health", &visit.arena, &visit.err));
    assert_text(topic.name, "Santé", "fr", TEXT_SOURCE);
}

static void a_visitor_without_a_language_is_answered_too(void **state)
{
    (void)state;
    VISIT(visit, NULL, NULL);
    struct topic_row topic;
    assert_true(query_topic(&topic, &visit.query, "health", &visit.arena, &visit.err));
    assert_text(topic.name, "Health", "en", TEXT_UNCHECKED);
    assert_int_equal(list(&visit, "health", no_wishes).count, 6);
}

static void an_empty_text_is_absent(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct service_detail counter = detail(&visit, "counter");
    assert_text(counter.description, "On vous aide.", "fr", TEXT_SOURCE);
    assert_null(counter.alert.text);
}

static void bytes_that_are_not_text_are_absent(void **state)
{
    (void)state;
    VISIT(visit, "ar",
          "UPDATE text SET value = CAST(x'ff41' AS TEXT) WHERE owner = 'services/counter' AND lang = 'ar'");
    assert_text(detail(&visit, "counter").name, "Guichet", "fr", TEXT_SOURCE);
}

static void unknown_ids_are_missing(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    union {
        struct topic_row topic;
        struct page_list pages;
        struct service_list services;
        struct service_detail service;
        struct page_detail page;
        struct phrase_detail phrase;
        struct kiosk_detail kiosk;
    } out;
    static const char *const ids[] = { "nothing", "", NULL };
    for (size_t i = 0; i < COUNT(ids); i++) {
        const struct query *query = &visit.query;
        struct err err[6] = { { 0 } };
        assert_false(query_topic(&out.topic, query, ids[i], &visit.arena, &err[0]));
        assert_false(query_pages(&out.pages, query, ids[i], &visit.arena, &err[1]));
        assert_false(query_services(&out.services, query, ids[i], &(struct service_wish){ .limit = 5 }, &visit.arena, &err[2]));
        assert_false(query_service(&out.service, query, ids[i], &visit.arena, &err[3]));
        assert_false(query_page(&out.page, query, ids[i], &visit.arena, &err[4]));
        assert_false(query_phrase(&out.phrase, query, ids[i], &visit.arena, &err[5]));
        for (size_t k = 0; k < COUNT(err); k++)
            assert_int_equal(err[k].code, ERR_MISSING);
    }
    assert_false(query_kiosk(&out.kiosk, visit.pack, "nothing", &visit.arena, &visit.err));
    assert_int_equal(visit.err.code, ERR_MISSING);
}

static void services_are_open_first_then_near(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_list services = list(&visit, "health", no_wishes);
    assert_ids(services, "counter shower clinic hotline lawyer library");
    assert_int_equal(services.total, 6);
}

static void services_as_near_come_by_their_names_in_the_language(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    visit.query.place = (struct geo){ 0 };
    struct service_list services = list(&visit, "health", no_wishes);
    assert_ids(services, "clinic shower hotline counter lawyer library"); /* Écoute stands between D and G */
    assert_false(services.at[0].has_distance);
}

static void each_service_says_when_it_is_open(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_list services = list(&visit, "health", no_wishes);
    assert_int_equal(row_of(services, "counter")->hours.until.hour, 18);
    assert_true(row_of(services, "shower")->hours.closes_soon);
    assert_true(row_of(services, "hotline")->hours.round_the_clock);
    assert_int_equal(row_of(services, "lawyer")->hours.kind, HOURS_BY_APPOINTMENT);
    assert_int_equal(row_of(services, "library")->hours.kind, HOURS_UNKNOWN);
}

static void a_service_is_as_far_as_its_nearest_open_place(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    const struct service_row *clinic = row_of(list(&visit, "health", no_wishes), "clinic");
    assert_int_equal(clinic->hours.kind, HOURS_OPEN);
    assert_true(clinic->distance_m > 2000);
    visit.query.now.hour = 18;
    clinic = row_of(list(&visit, "health", no_wishes), "clinic");
    assert_int_equal(clinic->hours.kind, HOURS_CLOSED);
    assert_true(clinic->distance_m < 600);
    assert_int_equal(clinic->hours.next_open.day, 25);
}

static void a_service_by_phone_has_no_distance(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_list services = list(&visit, "health", no_wishes);
    assert_int_equal(row_of(services, "hotline")->reach, REACH_PHONE);
    assert_false(row_of(services, "hotline")->has_distance);
    assert_int_equal(row_of(services, "library")->reach, REACH_PLACE);
    assert_false(row_of(services, "library")->has_distance);
}

static void a_service_without_a_place_says_how_one_gets_to_it(void **state)
{
    (void)state;
    VISIT(visit, "fr",
          "DELETE FROM service_place WHERE service IN (3, 4, 5);"
          "INSERT INTO phone VALUES ('services/lawyer', 1, 'p9', '04 00 00 00 09');"
          "UPDATE service SET url = 'https://example.org' WHERE id = 'library'");
    struct service_list services = list(&visit, "health", no_wishes);
    assert_int_equal(row_of(services, "lawyer")->reach, REACH_PHONE);
    assert_int_equal(row_of(services, "library")->reach, REACH_ONLINE);
    assert_int_equal(row_of(services, "clinic")->reach, REACH_UNKNOWN);
    assert_false(row_of(services, "clinic")->has_distance);
}

static void the_local_name_stands_beside_the_translated_one(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    const struct service_row *counter = row_of(list(&visit, "health", no_wishes), "counter");
    assert_text(counter->name, "شباك", "ar", TEXT_UNCHECKED);
    assert_text(counter->local_name, "Guichet", "fr", TEXT_SOURCE);
}

static void a_wish_leaves_out_no_and_keeps_not_known_behind_yes(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_list services = list(&visit, "health", (const bool[FACET_COUNT]){ [FACET_NO_PAPERS] = true });
    assert_ids(services, "counter shower hotline lawyer library");
    assert_int_equal(services.total, 6);
    assert_int_equal(row_of(services, "lawyer")->facets[FACET_NO_PAPERS], ANSWER_UNKNOWN);
    assert_ids(list(&visit, "health", (const bool[FACET_COUNT]){ [FACET_STEP_FREE] = true }),
               "counter clinic hotline lawyer library");
}

static void each_question_says_how_many_would_be_left(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_list services = list(&visit, "health", no_wishes);
    assert_int_equal(services.facets[FACET_NO_PAPERS].yes, 3);
    assert_int_equal(services.facets[FACET_NO_PAPERS].unknown, 2);
    assert_int_equal(services.facets[FACET_NO_PAPERS].known, 4);
    assert_int_equal(services.facets[FACET_WOMEN_ONLY].yes, 0);
    assert_int_equal(services.facets[FACET_WOMEN_ONLY].known, 2);
    services = list(&visit, "health", (const bool[FACET_COUNT]){ [FACET_NO_PAPERS] = true });
    assert_int_equal(services.yes, 3);
    assert_int_equal(services.found, 5);
    assert_int_equal(services.facets[FACET_STEP_FREE].yes, 1); /* the counter; the shower has steps */
    assert_int_equal(services.facets[FACET_STEP_FREE].unknown, 3);
    assert_int_equal(services.facets[FACET_STEP_FREE].known, 3); /* of all, the clinic too */
}

static const char *const health_ids[] = { "counter", "hotline", "clinic", "lawyer", "library", "shower" };

/* How many of the services, read one by one, say yes to all (and how many do not say no). */
static size_t count_read(size_t *not_no, enum answer facets[][FACET_COUNT], const bool wanted[FACET_COUNT])
{
    size_t all_yes = 0;
    *not_no = 0;
    for (size_t i = 0; i < COUNT(health_ids); i++) {
        size_t no = 0, unknown = 0;
        for (size_t facet = 0; facet < FACET_COUNT; facet++) {
            no += wanted[facet] && facets[i][facet] == ANSWER_NO;
            unknown += wanted[facet] && facets[i][facet] == ANSWER_UNKNOWN;
        }
        *not_no += no == 0;
        all_yes += no == 0 && unknown == 0;
    }
    return all_yes;
}

static void assert_order(struct service_list services)
{
    for (size_t i = 1; i < services.yes; i++) {
        const struct service_row *a = &services.at[i - 1], *b = &services.at[i];
        bool a_open = a->hours.kind == HOURS_OPEN, b_open = b->hours.kind == HOURS_OPEN;
        assert_true(a_open || !b_open);
        if (a_open == b_open && a->has_distance && b->has_distance)
            assert_true(a->distance_m <= b->distance_m + 1);
    }
}

static void assert_counts(struct visit *visit, enum answer facets[][FACET_COUNT], unsigned wish)
{
    bool wanted[FACET_COUNT];
    size_t found;
    for (unsigned facet = 0; facet < FACET_COUNT; facet++)
        wanted[facet] = (wish >> facet & 1) != 0;
    size_t yes = count_read(&found, facets, wanted);
    struct service_list services = list(visit, "health", wanted);
    assert_int_equal(services.yes, yes);
    assert_int_equal(services.found, found);
    assert_int_equal(services.count, found);
    assert_order(services);
    for (size_t facet = 0; facet < FACET_COUNT; facet++) {
        bool before = wanted[facet];
        wanted[facet] = true;
        assert_int_equal(services.facets[facet].yes, count_read(&found, facets, wanted));
        assert_int_equal(services.facets[facet].yes + services.facets[facet].unknown, found);
        wanted[facet] = before;
    }
    arena_reset(&visit->arena);
}

/* Lists are made of briefs that were written when the pack was built. */
static void every_combination_of_questions_agrees_with_services_read_one_by_one(void **state)
{
    (void)state;
    VISIT(visit, "ar", "UPDATE service SET status = 'temporarily closed' WHERE id = 'library'");
    for (int hour = 0; hour < 7 * 24; hour += 29) {
        enum answer facets[COUNT(health_ids)][FACET_COUNT];
        visit.query.now = (struct civil){ 2026, 11, 23 + hour / 24, hour % 24, 10, 0, hour / 24 + 1 };
        for (size_t i = 0; i < COUNT(health_ids); i++) {
            struct service_detail service = detail(&visit, health_ids[i]);
            memcpy(facets[i], service.facets, sizeof(facets[i]));
        }
        for (unsigned wish = 0; wish < 1u << FACET_COUNT; wish++)
            assert_counts(&visit, facets, wish);
    }
}

static void a_limit_leaves_the_counts_alone(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_list services;
    assert_true(query_services(&services, &visit.query, "health", &(struct service_wish){ .limit = 2 }, &visit.arena,
                               &visit.err));
    assert_ids(services, "counter shower");
    assert_int_equal(services.found, 6);
    assert_int_equal(services.total, 6);
}

static void damaged_briefs_are_an_error(void **state)
{
    (void)state;
    static const char *const damages[] = {
        "UPDATE service_brief SET briefs = x'00ff'", "UPDATE service_brief SET briefs = x'000101'",
        "UPDATE timetable SET hours = x'01'", "UPDATE timetable SET hours = x'05050505'", "DELETE FROM timetable WHERE id = 1",
        "UPDATE topic_services SET services = x'00'",
    };
    for (size_t i = 0; i < COUNT(damages); i++) {
        VISIT(visit, "fr", NULL);
        struct service_list services;
        pack_close(visit.pack);
        pack_fixture_change(visit.path, damages[i]);
        assert_true(pack_open(&visit.pack, visit.path, &visit.err));
        visit.query.pack = visit.pack;
        assert_false(query_services(&services, &visit.query, "health", &(struct service_wish){ .limit = 9 },
                                    &visit.arena, &visit.err));
        assert_int_equal(visit.err.code, ERR_FORMAT);
    }
}

static void open_now_leaves_out_what_is_closed(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    visit.query.now.hour = 18;
    assert_ids(list(&visit, "health", (const bool[FACET_COUNT]){ [FACET_OPEN_NOW] = true }), "hotline lawyer library");
}

static void my_language_knows_codes_of_two_and_three_letters(void **state)
{
    (void)state;
    static const bool wanted[FACET_COUNT] = { [FACET_MY_LANGUAGE] = true };
    VISIT(visit, "ar", NULL);
    struct service_list services = list(&visit, "health", wanted);
    assert_ids(services, "counter shower clinic hotline lawyer");
    assert_int_equal(row_of(services, "counter")->facets[FACET_MY_LANGUAGE], ANSWER_YES);
    assert_int_equal(row_of(services, "counter")->language_count, 2);
    assert_int_equal(row_of(services, "hotline")->facets[FACET_MY_LANGUAGE], ANSWER_UNKNOWN);
    visit.query.lang = "en-GB";
    assert_ids(list(&visit, "health", wanted), "library shower clinic hotline lawyer");
}

static void services_that_are_no_more_are_not_listed(void **state)
{
    (void)state;
    VISIT(visit, "fr",
          "UPDATE service SET status = 'defunct' WHERE id = 'library';"
          "UPDATE service SET status = 'inactive' WHERE id = 'lawyer'");
    struct service_list services = list(&visit, "health", no_wishes);
    assert_ids(services, "counter shower clinic hotline");
    assert_int_equal(services.total, 4);
    assert_string_equal(detail(&visit, "library").id, "library");
}

static void a_service_that_pauses_is_closed(void **state)
{
    (void)state;
    VISIT(visit, "fr", "UPDATE service SET status = 'temporarily closed' WHERE id = 'hotline'");
    struct service_detail hotline = detail(&visit, "hotline");
    assert_int_equal(hotline.hours.kind, HOURS_CLOSED);
    assert_false(hotline.hours.has_next);
    assert_int_equal(hotline.facets[FACET_OPEN_NOW], ANSWER_NO);
}

static void closures_concern_all_services_or_one(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    visit.query.now = (struct civil){ 2026, 11, 25, 10, 0, 0, 3 };
    assert_int_equal(detail(&visit, "shower").hours.kind, HOURS_CLOSED);
    assert_int_equal(detail(&visit, "shower").hours.next_open.day, 30);
    assert_int_equal(detail(&visit, "counter").hours.kind, HOURS_OPEN);
    visit.query.now = (struct civil){ 2026, 12, 25, 10, 0, 0, 5 };
    assert_int_equal(detail(&visit, "counter").hours.kind, HOURS_CLOSED);
    assert_int_equal(detail(&visit, "hotline").hours.kind, HOURS_OPEN);
}

static void closures_come_back_every_year_and_with_easter(void **state)
{
    (void)state;
    VISIT(visit, "fr",
          "INSERT INTO closure VALUES ('easter', 'easter+1', NULL, NULL, NULL, NULL),"
          " ('may', '--05-01', NULL, NULL, NULL, NULL), ('open', 'easter+1', NULL, 'counter', 600, 660);"
          "DELETE FROM closure WHERE id = 'noel'");
    visit.query.now = (struct civil){ 2029, 4, 2, 10, 30, 0, 1 };
    assert_int_equal(detail(&visit, "shower").hours.kind, HOURS_CLOSED);
    assert_int_equal(detail(&visit, "counter").hours.kind, HOURS_OPEN);
    assert_int_equal(detail(&visit, "counter").hours.until.hour, 11);
    visit.query.now = (struct civil){ 2029, 5, 1, 10, 30, 0, 2 };
    assert_int_equal(detail(&visit, "counter").hours.kind, HOURS_CLOSED);
}

static void nothing_is_known_before_the_pack_was_made(void **state)
{
    (void)state;
    static const char *const ids[] = { "counter", "shower", "clinic", "hotline", "lawyer", "library" };
    VISIT(visit, "fr", NULL);
    for (size_t i = 0; i < COUNT(ids); i++) {
        visit.query.now = (struct civil){ 2026, 10, 31, 23, 59, 0, 6 };
        struct service_detail service = detail(&visit, ids[i]);
        assert_int_equal(service.hours.kind, HOURS_UNKNOWN);
        assert_int_equal(service.facets[FACET_OPEN_NOW], ANSWER_UNKNOWN);
        assert_false(service.week.known);
    }
    visit.query.now = (struct civil){ 2026, 11, 1, 0, 0, 0, 7 };
    assert_int_equal(detail(&visit, "hotline").hours.kind, HOURS_OPEN);
    visit.query.now = (struct civil){ 2026, 10, 31, 23, 59, 0, 6 };
    assert_non_null(detail(&visit, "lawyer").hours_note.text);
}

static void a_service_shows_all_that_is_known_of_it(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_detail counter = detail(&visit, "counter");
    assert_string_equal(counter.topic, "health");
    assert_false(counter.sensitive);
    assert_string_equal(counter.organization, "Ville");
    assert_string_equal(counter.assured_date, "2026-10-10");
    assert_int_equal(counter.facets[FACET_WOMEN_ONLY], ANSWER_NO);
    assert_int_equal(counter.place_count, 1);
    assert_string_equal(counter.places[0].address, "1 rue A\n38000 Testville");
    assert_string_equal(counter.places[0].phones[0].number, "04 00 00 00 03");
    assert_int_equal(counter.places[0].compass, GEO_NORTH);
    assert_text(counter.places[0].transportation, "Tram A, arrêt Centre", "fr", TEXT_SOURCE);
    assert_true(counter.week.known);
    assert_int_equal(counter.week.days[0].count, 2);
    assert_int_equal(counter.document_count, 1);
    assert_int_equal(counter.source_count, 1);
    assert_null(counter.alert.text);
}

static void a_service_is_sensitive_when_one_of_its_topics_is(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_detail hotline = detail(&visit, "hotline");
    assert_string_equal(hotline.topic, "health");
    assert_true(hotline.sensitive);
    assert_int_equal(hotline.place_count, 0);
}

static void phones_are_the_services_else_the_organizations(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    assert_string_equal(detail(&visit, "counter").phones[0].number, "04 00 00 00 01");
    assert_text(detail(&visit, "hotline").phones[0].description, "Standard", "fr", TEXT_SOURCE);
    assert_int_equal(detail(&visit, "lawyer").phone_count, 0);
}

static void the_place_that_is_open_comes_first(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct service_detail clinic = detail(&visit, "clinic");
    assert_int_equal(clinic.place_count, 2);
    assert_string_equal(clinic.places[0].address, "3 rue C");
    assert_null(clinic.places[0].name);
    assert_int_equal(clinic.places[1].hours.kind, HOURS_CLOSED);
    assert_int_equal(clinic.places[1].week.days[2].count, 1);
    assert_int_equal(clinic.cost_count, 2);
    assert_true(clinic.costs[0].has_amount);
    assert_false(clinic.costs[1].has_amount);
    assert_null(clinic.costs[1].currency);
}

static void notes_on_hours_are_in_one_language(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    assert_text(detail(&visit, "counter").hours_note, "Sans rendez-vous\nFermé les veilles de fête", "fr", TEXT_SOURCE);
    assert_text(detail(&visit, "lawyer").hours_note, "Sur rendez-vous", "fr", TEXT_SOURCE);
    assert_null(detail(&visit, "shower").hours_note.text);
}

static void pages_are_listed_by_topic(void **state)
{
    (void)state;
    VISIT(visit, "en", NULL);
    struct page_list pages;
    assert_true(query_pages(&pages, &visit.query, "health", &visit.arena, &visit.err));
    assert_int_equal(pages.count, 1);
    assert_text(pages.at[0].title, "See a doctor", "en", TEXT_CHECKED);
    assert_true(query_pages(&pages, &visit.query, "safety", &visit.arena, &visit.err));
    assert_true(pages.at[0].sensitive);
}

static void a_page_falls_back_block_by_block(void **state)
{
    (void)state;
    VISIT(visit, "en", NULL);
    struct page_detail page;
    assert_true(query_page(&page, &visit.query, "doctor", &visit.arena, &visit.err));
    assert_string_equal(page.topic, "health");
    assert_string_equal(page.checked, "2026-10-01");
    assert_int_equal(page.block_count, 3);
    assert_int_equal(page.blocks[0].kind, BLOCK_HEADING);
    assert_text(page.blocks[0].text, "Où aller", "fr", TEXT_SOURCE);
    assert_text(page.blocks[1].text, "To the clinic.", "en", TEXT_STALE);
    assert_string_equal(page.blocks[2].target, "service:clinic");
    assert_int_equal(page.source_count, 1);
    assert_string_equal(page.sources[0].date, "2026-09-03");
    assert_true(query_page(&page, &visit.query, "violence", &visit.arena, &visit.err));
    assert_true(page.sensitive);
}

static void emergency_numbers_come_in_order(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct emergency_list emergency;
    assert_true(query_emergency(&emergency, &visit.query, &visit.arena, &visit.err));
    assert_int_equal(emergency.count, 2);
    assert_string_equal(emergency.at[0].number, "112");
    assert_text(emergency.at[0].name, "كل طارئ", "ar", TEXT_CHECKED);
    assert_text(emergency.at[0].when, "En danger", "fr", TEXT_SOURCE);
    assert_null(emergency.at[1].when.text);
}

static void a_phrase_is_in_both_languages(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct phrase_detail phrase;
    assert_true(query_phrase(&phrase, &visit.query, "emergency", &visit.arena, &visit.err));
    assert_text(phrase.local, "Je suis à {address}.", "fr", TEXT_SOURCE);
    assert_text(phrase.text, "أنا في {address}.", "ar", TEXT_CHECKED);
    assert_text(phrase.say, "جو سوي أ", "ar", TEXT_UNCHECKED);
}

static void phrases_are_listed_but_for_the_emergency_one(void **state)
{
    (void)state;
    VISIT(visit, "ar", "INSERT INTO phrase VALUES ('mute', 9, NULL, NULL)");
    struct phrase_list phrases;
    assert_true(query_phrases(&phrases, &visit.query, &visit.arena, &visit.err));
    assert_int_equal(phrases.count, 2);
    assert_string_equal(phrases.at[0].id, "appointment");
    assert_string_equal(phrases.at[0].topic, "health");
    assert_null(phrases.at[0].icon);
    assert_text(phrases.at[0].local, "Je voudrais un rendez-vous.", "fr", TEXT_SOURCE);
    assert_text(phrases.at[0].text, "أريد موعدًا.", "ar", TEXT_CHECKED);
    assert_string_equal(phrases.at[1].icon, "translate");
    assert_text(phrases.at[1].text, "Il me faut un interprète.", "fr", TEXT_SOURCE);
}

static void an_interpreter_is_not_offered_to_who_reads_the_local_language(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct phrase_list phrases;
    assert_true(query_phrases(&phrases, &visit.query, &visit.arena, &visit.err));
    assert_int_equal(phrases.count, 1);
    assert_string_equal(phrases.at[0].id, "appointment");
}

static void each_other_phrase_knows_of_the_one_for_an_interpreter(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct phrase_detail phrase;
    assert_true(query_phrase(&phrase, &visit.query, "appointment", &visit.arena, &visit.err));
    assert_true(phrase.has_interpreter);
    assert_true(query_phrase(&phrase, &visit.query, "interpreter", &visit.arena, &visit.err));
    assert_false(phrase.has_interpreter);
    VISIT(without, "ar", "DELETE FROM phrase WHERE id = 'interpreter'");
    assert_true(query_phrase(&phrase, &without.query, "appointment", &without.arena, &without.err));
    assert_false(phrase.has_interpreter);
}

static void a_phrase_is_as_sensitive_as_its_topic(void **state)
{
    (void)state;
    VISIT(visit, "ar", "UPDATE phrase SET topic = 'safety' WHERE id = 'appointment'");
    struct phrase_detail phrase;
    assert_true(query_phrase(&phrase, &visit.query, "appointment", &visit.arena, &visit.err));
    assert_true(phrase.sensitive);
    assert_true(query_phrase(&phrase, &visit.query, "interpreter", &visit.arena, &visit.err));
    assert_false(phrase.sensitive);
}

static void answers_come_as_the_phrase_lists_them_in_both_languages(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct phrase_detail phrase;
    assert_true(query_phrase(&phrase, &visit.query, "appointment", &visit.arena, &visit.err));
    assert_string_equal(phrase.topic, "health");
    assert_null(phrase.icon);
    assert_int_equal(phrase.answer_count, 3);
    assert_string_equal(phrase.answers[0].id, "yes");
    assert_string_equal(phrase.answers[0].icon, "check");
    assert_text(phrase.answers[0].local, "Oui", "fr", TEXT_SOURCE);
    assert_text(phrase.answers[0].text, "نعم", "ar", TEXT_CHECKED);
    assert_text(phrase.answers[1].local, "Revenez plus tard", "fr", TEXT_SOURCE);
    assert_text(phrase.answers[1].text, "Come back later", "en", TEXT_UNCHECKED);
    assert_string_equal(phrase.answers[2].id, "no");
    assert_true(query_phrase(&phrase, &visit.query, "interpreter", &visit.arena, &visit.err));
    assert_int_equal(phrase.answer_count, 0);
}

static void steps_come_by_part_then_in_order(void **state)
{
    (void)state;
    VISIT(visit, "ar",
          "INSERT INTO step VALUES ('mute', 9, 0, 'bed', NULL), ('never', 9, 7, 'bed', NULL);"
          "INSERT INTO text VALUES ('steps/never', 'text', 'fr', 'Jamais', 0)");
    struct step_list steps;
    assert_true(query_steps(&steps, &visit.query, &visit.arena, &visit.err));
    assert_int_equal(steps.count, 4);
    assert_string_equal(steps.at[0].id, "sleep");
    assert_int_equal(steps.at[0].part, STEP_DAY);
    assert_string_equal(steps.at[0].icon, "bed");
    assert_string_equal(steps.at[0].target, "service:shower");
    assert_text(steps.at[0].text, "النوم", "ar", TEXT_CHECKED);
    assert_string_equal(steps.at[1].id, "eat");
    assert_null(steps.at[1].target);
    assert_int_equal(steps.at[2].part, STEP_WEEK);
    assert_int_equal(steps.at[3].part, STEP_MONTH);
}

/* Compares the ids, in order, with a line of words. */
static void assert_notices(struct visit *visit, const char *topic, const char *wanted)
{
    char line[512] = "";
    struct notice_list notices;
    if (!query_notices(&notices, &visit->query, topic, &visit->arena, &visit->err))
        fail_msg("%s", visit->err.detail);
    for (size_t i = 0; i < notices.count; i++) {
        size_t used = strlen(line);
        snprintf(line + used, sizeof(line) - used, "%s%s", i ? " " : "", notices.at[i].id);
    }
    assert_string_equal(line, wanted);
}

static void home_shows_the_notices_of_today_the_urgent_first(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct notice_list notices;
    assert_notices(&visit, NULL, "cold flu concert arabic-class");
    assert_true(query_notices(&notices, &visit.query, NULL, &visit.arena, &visit.err));
    assert_int_equal(notices.at[0].severity, NOTICE_URGENT);
    assert_string_equal(notices.at[0].end, "2026-11-24");
    assert_text(notices.at[0].title, "برد شديد", "ar", TEXT_CHECKED);
    assert_text(notices.at[0].body, "Appelez le 115.", "fr", TEXT_SOURCE);
    assert_string_equal(notices.at[0].topic, "health");
    assert_null(notices.at[1].body.text);
    assert_null(notices.at[2].topic);
}

static void a_notice_holds_from_its_first_day_to_its_last(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    visit.query.now = (struct civil){ 2026, 11, 23, 23, 59, 59, 1 };
    assert_notices(&visit, NULL, "over flu concert");
    visit.query.now = (struct civil){ 2026, 11, 25, 0, 0, 0, 3 };
    assert_notices(&visit, NULL, "not-yet flu concert");
    visit.query.now = (struct civil){ 2027, 1, 1, 0, 0, 0, 5 };
    assert_notices(&visit, NULL, "");
}

static void a_topic_shows_the_notices_that_concern_it(void **state)
{
    (void)state;
    VISIT(visit, "ar", NULL);
    struct notice_list notices;
    assert_notices(&visit, "health", "cold flu");
    assert_notices(&visit, "safety", "cold");
    assert_false(query_notices(&notices, &visit.query, "nowhere", &visit.arena, &visit.err));
    assert_int_equal(visit.err.code, ERR_MISSING);
}

static void a_notice_for_some_languages_is_not_shown_in_others(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    assert_notices(&visit, NULL, "cold flu concert");
    visit.query.lang = "en";
    assert_notices(&visit, NULL, "cold flu concert arabic-class");
    visit.query.lang = NULL;
    assert_notices(&visit, NULL, "cold flu concert");
}

static void the_first_kiosk_is_the_default(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    struct kiosk_detail kiosk;
    assert_true(query_kiosk(&kiosk, visit.pack, NULL, &visit.arena, &visit.err));
    assert_string_equal(kiosk.id, "hall");
    assert_true(kiosk.place.known);
    assert_true(query_kiosk(&kiosk, visit.pack, "annex", &visit.arena, &visit.err));
    assert_string_equal(kiosk.address, "2 rue du Pont");
    assert_false(kiosk.place.known);
}

static void places_off_the_globe_are_not_known(void **state)
{
    (void)state;
    VISIT(visit, "fr", "UPDATE place SET latitude = 451895 WHERE id = 'near'");
    assert_false(row_of(list(&visit, "health", no_wishes), "counter")->has_distance);
}

static void the_same_question_can_be_asked_again(void **state)
{
    (void)state;
    VISIT(visit, "fr", NULL);
    for (int i = 0; i < 50; i++) {
        assert_int_equal(list(&visit, "health", no_wishes).count, 6);
        assert_int_equal(detail(&visit, "counter").place_count, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(topics_come_in_the_order_of_the_pack),
        cmocka_unit_test(a_text_is_in_the_visitors_language_if_the_pack_has_it),
        cmocka_unit_test(a_missing_text_falls_back_along_the_chain),
        cmocka_unit_test(the_source_language_is_last_when_no_chain_names_it),
        cmocka_unit_test(a_visitor_without_a_language_is_answered_too),
        cmocka_unit_test(an_empty_text_is_absent),
        cmocka_unit_test(bytes_that_are_not_text_are_absent),
        cmocka_unit_test(unknown_ids_are_missing),
        cmocka_unit_test(services_are_open_first_then_near),
        cmocka_unit_test(services_as_near_come_by_their_names_in_the_language),
        cmocka_unit_test(each_service_says_when_it_is_open),
        cmocka_unit_test(a_service_is_as_far_as_its_nearest_open_place),
        cmocka_unit_test(a_service_by_phone_has_no_distance),
        cmocka_unit_test(a_service_without_a_place_says_how_one_gets_to_it),
        cmocka_unit_test(the_local_name_stands_beside_the_translated_one),
        cmocka_unit_test(a_wish_leaves_out_no_and_keeps_not_known_behind_yes),
        cmocka_unit_test(each_question_says_how_many_would_be_left),
        cmocka_unit_test(every_combination_of_questions_agrees_with_services_read_one_by_one),
        cmocka_unit_test(a_limit_leaves_the_counts_alone),
        cmocka_unit_test(damaged_briefs_are_an_error),
        cmocka_unit_test(open_now_leaves_out_what_is_closed),
        cmocka_unit_test(my_language_knows_codes_of_two_and_three_letters),
        cmocka_unit_test(services_that_are_no_more_are_not_listed),
        cmocka_unit_test(a_service_that_pauses_is_closed),
        cmocka_unit_test(closures_concern_all_services_or_one),
        cmocka_unit_test(closures_come_back_every_year_and_with_easter),
        cmocka_unit_test(nothing_is_known_before_the_pack_was_made),
        cmocka_unit_test(a_service_shows_all_that_is_known_of_it),
        cmocka_unit_test(a_service_is_sensitive_when_one_of_its_topics_is),
        cmocka_unit_test(phones_are_the_services_else_the_organizations),
        cmocka_unit_test(the_place_that_is_open_comes_first),
        cmocka_unit_test(notes_on_hours_are_in_one_language),
        cmocka_unit_test(pages_are_listed_by_topic),
        cmocka_unit_test(a_page_falls_back_block_by_block),
        cmocka_unit_test(emergency_numbers_come_in_order),
        cmocka_unit_test(a_phrase_is_in_both_languages),
        cmocka_unit_test(phrases_are_listed_but_for_the_emergency_one),
        cmocka_unit_test(an_interpreter_is_not_offered_to_who_reads_the_local_language),
        cmocka_unit_test(each_other_phrase_knows_of_the_one_for_an_interpreter),
        cmocka_unit_test(a_phrase_is_as_sensitive_as_its_topic),
        cmocka_unit_test(answers_come_as_the_phrase_lists_them_in_both_languages),
        cmocka_unit_test(steps_come_by_part_then_in_order),
        cmocka_unit_test(home_shows_the_notices_of_today_the_urgent_first),
        cmocka_unit_test(a_notice_holds_from_its_first_day_to_its_last),
        cmocka_unit_test(a_topic_shows_the_notices_that_concern_it),
        cmocka_unit_test(a_notice_for_some_languages_is_not_shown_in_others),
        cmocka_unit_test(the_first_kiosk_is_the_default),
        cmocka_unit_test(places_off_the_globe_are_not_known),
        cmocka_unit_test(the_same_question_can_be_asked_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
