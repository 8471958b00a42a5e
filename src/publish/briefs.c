#include "publish/briefs.h"

#include "base/list.h"
#include "content/brief.h"
#include "content/schema.h"
#include "content/service.h"
#include "publish/bytes.h"
#include "publish/timetables.h"

#include <math.h>

struct filling {
    struct timetables timetables;
    struct question service;
    struct question spoken;
    struct question place;
    struct insert blocks;
    struct arena arena;
    struct arena scratch; /* one service's */
    const char *languages[SCHEMA_LANGUAGES_MAX];
    size_t language_count;
    struct map masks; /* of languages, by the codes of what is spoken */
};

static void filling_end(struct filling *filling)
{
    timetables_end(&filling->timetables);
    question_end(&filling->service);
    question_end(&filling->spoken);
    question_end(&filling->place);
    insert_end(&filling->blocks);
    arena_destroy(&filling->arena);
    arena_destroy(&filling->scratch);
}

static bool read_languages(struct filling *filling, sqlite3 *db, struct err *err)
{
    CLEANUP(question_end) struct question row = { 0 };
    if (!question_begin(&row, db, "SELECT tag FROM language ORDER BY seq", err))
        return false;
    while (filling->language_count < COUNT(filling->languages) && question_row(&row))
        filling->languages[filling->language_count++] = arena_str(&filling->arena, question_text(&row, 0));
    return question_done(&row, err);
}

static bool filling_begin(struct filling *filling, sqlite3 *db, struct err *err)
{
    filling->blocks = insert_begin(db, "INSERT INTO service_brief (block, briefs) VALUES (?, ?)");
    return timetables_begin(&filling->timetables, db, err) && read_languages(filling, db, err) &&
           question_begin(&filling->service, db,
                          "SELECT seq, id, status = 'temporarily closed', no_papers, free, women_only, step_free, "
                          "children_welcome FROM service WHERE status NOT IN ('inactive', 'defunct') ORDER BY seq",
                          err) &&
           question_begin(&filling->spoken, db, "SELECT code FROM service_language WHERE service = ?1", err) &&
           question_begin(&filling->place, db,
                          "SELECT service_place.id, place.id, latitude, longitude FROM service_place "
                          "JOIN place ON place.id = service_place.place WHERE service = ?1 ORDER BY seq",
                          err);
}

static uint64_t mask_of(struct filling *filling, const char *code)
{
    size_t mask = 0;
    if (map_get(&filling->masks, code, &mask))
        return mask;
    for (size_t i = 0; i < filling->language_count; i++) {
        if (service_same_language(code, filling->languages[i]))
            mask |= (size_t)1 << i;
    }
    map_add(&filling->masks, &filling->arena, arena_strdup(&filling->arena, code), mask);
    return mask;
}

static unsigned facet_bits(const struct question *service)
{
    static const enum facet columns[] = { FACET_NO_PAPERS, FACET_FREE, FACET_WOMEN_ONLY, FACET_STEP_FREE,
                                          FACET_CHILDREN_WELCOME };
    unsigned bits = question_int(service, 2) != 0 ? BRIEF_PAUSED : 0;
    for (size_t i = 0; i < COUNT(columns); i++) {
        int column = (int)i + 3;
        if (!question_is_null(service, column))
            bits |= (unsigned)(question_int(service, column) != 0 ? ANSWER_YES : ANSWER_NO) << (2 * columns[i]);
    }
    return bits;
}

/* The two bytes, and what is spoken. */
static bool add_facets(struct bytes *out, struct filling *filling, struct err *err)
{
    uint64_t languages = 0;
    unsigned bits = facet_bits(&filling->service);
    question_bind_int(&filling->spoken, 1, question_int(&filling->service, 0));
    while (question_row(&filling->spoken)) {
        languages |= mask_of(filling, arena_str(&filling->scratch, question_text(&filling->spoken, 0)));
        bits |= BRIEF_SPEAKS;
    }
    bytes_add(out, &filling->scratch, (const uint8_t[]){ bits & 0xFF, (uint8_t)(bits >> 8) }, 2);
    if ((bits & BRIEF_SPEAKS) != 0)
        bytes_add_varint(out, &filling->scratch, languages);
    return question_done(&filling->spoken, err);
}

static void add_degrees(struct bytes *out, struct arena *arena, double degrees)
{
    uint32_t value = (uint32_t)(int32_t)lround(degrees * BRIEF_DEGREE);
    for (unsigned i = 0; i < 4; i++)
        bytes_add(out, arena, (const uint8_t[]){ value >> (8 * i) & 0xFF }, 1);
}

/* A service at a place, or (NULL) its own hours without one. */
static bool add_spot(struct bytes *out, struct filling *filling, const char *service, const struct question *place,
                     struct err *err)
{
    struct arena *arena = &filling->scratch;
    const char *owners[3] = { NULL, arena_printf(arena, "services/%s", service), NULL };
    double latitude = 91, longitude = 181;
    uint64_t timetable;
    if (place) {
        owners[0] = arena_printf(arena, "service_at_location/%.*s", STR_FMT(question_text(place, 0)));
        owners[2] = arena_printf(arena, "locations/%.*s", STR_FMT(question_text(place, 1)));
        if (!question_is_null(place, 2) && !question_is_null(place, 3)) {
            latitude = sqlite3_column_double(place->row, 2);
            longitude = sqlite3_column_double(place->row, 3);
        }
    }
    bool is_known = latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
    if (!timetables_number(&timetable, &filling->timetables, owners, service, err))
        return false;
    bytes_add_varint(out, arena, timetable << 1 | is_known);
    if (is_known) {
        add_degrees(out, arena, latitude);
        add_degrees(out, arena, longitude);
    }
    return true;
}

static bool add_spots(struct bytes *out, struct filling *filling, struct err *err)
{
    const char *id = arena_str(&filling->scratch, question_text(&filling->service, 1));
    size_t count = 0;
    question_bind_int(&filling->place, 1, question_int(&filling->service, 0));
    for (; question_row(&filling->place); count++) {
        if (!add_spot(out, filling, id, &filling->place, err))
            return false;
    }
    return question_done(&filling->place, err) && (count > 0 || add_spot(out, filling, id, NULL, err));
}

/* The block that is being filled. */
struct block {
    struct bytes bytes;
    int64_t number;
    int64_t next; /* the seq whose brief comes next */
};

static void store_block(struct block *block, struct filling *filling)
{
    if (block->bytes.count == 0)
        return;
    insert_int(&filling->blocks, block->number);
    insert_bytes(&filling->blocks, block->bytes.at, block->bytes.count);
    insert_row(&filling->blocks);
    block->bytes.count = 0;
}

static void add_brief(struct block *block, struct filling *filling, int64_t seq, const struct bytes *brief)
{
    if (seq / BRIEF_BLOCK != block->number) {
        store_block(block, filling);
        block->number = seq / BRIEF_BLOCK;
        block->next = block->number * BRIEF_BLOCK;
    }
    for (; block->next < seq; block->next++)
        bytes_add_varint(&block->bytes, &filling->arena, 0);
    bytes_add_varint(&block->bytes, &filling->arena, brief->count);
    bytes_add(&block->bytes, &filling->arena, brief->at, brief->count);
    block->next++;
}

static bool fill_briefs(struct filling *filling, struct err *err)
{
    struct block block = { 0 };
    while (question_row(&filling->service)) {
        struct bytes brief = { 0 };
        if (!add_facets(&brief, filling, err) || !add_spots(&brief, filling, err))
            return false;
        add_brief(&block, filling, question_int(&filling->service, 0), &brief);
        arena_reset(&filling->scratch);
    }
    store_block(&block, filling);
    return question_done(&filling->service, err) && insert_ok(&filling->blocks, err);
}

static void store_topic(struct insert *rows, const char *topic, struct bytes *services)
{
    if (!topic)
        return;
    insert_text(rows, topic);
    insert_bytes(rows, services->at, services->count);
    insert_row(rows);
    services->count = 0;
}

static bool fill_topics(sqlite3 *db, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(question_end) struct question row = { 0 };
    CLEANUP(insert_end)
    struct insert rows = insert_begin(db, "INSERT INTO topic_services (topic, services) VALUES (?, ?)");
    const char *topic = NULL;
    struct bytes services = { 0 };
    int64_t before = 0;
    if (!question_begin(&row, db,
                        "SELECT topic, service FROM service_topic JOIN service ON service.seq = service "
                        "WHERE status NOT IN ('inactive', 'defunct') ORDER BY topic, service",
                        err))
        return false;
    while (question_row(&row)) {
        if (!topic || !str_eq_c(question_text(&row, 0), topic)) {
            store_topic(&rows, topic, &services);
            topic = arena_str(&arena, question_text(&row, 0));
            before = 0;
        }
        bytes_add_varint(&services, &arena, (uint64_t)(question_int(&row, 1) - before));
        before = question_int(&row, 1);
    }
    store_topic(&rows, topic, &services);
    return question_done(&row, err) && insert_ok(&rows, err);
}

bool briefs_fill(sqlite3 *db, struct err *err)
{
    CLEANUP(filling_end) struct filling filling = { 0 };
    return filling_begin(&filling, db, err) && fill_briefs(&filling, err) && fill_topics(db, err) &&
           name_order_fill(db, err);
}
