#include "content/brief.h"

#include "base/list.h"
#include "base/varint.h"
#include "content/connection.h"
#include "content/service.h"
#include "content/timetable.h"
#include "text/locale.h"

#include <string.h>

/* No pack has more timetables than this; a larger number is damage. */
#define TIMETABLES_MAX 10000000

struct reader {
    struct ask ask; /* its arena is thrown away behind the reading */
    struct arena hours;
    struct closure_list general;
    int64_t today;
    bool with_names;
    int64_t language; /* seq; -1: the visitor's is none of the pack's */
    int language_bit;
    uint8_t *kinds; /* by timetable: 0 until it was read, then 1 + enum hours_kind */
    size_t kind_count;
    struct str briefs; /* of the block at hand */
    struct str names;
    struct arena block; /* holds them */
};

static bool damaged(const struct reader *reader)
{
    return connection_failed(reader->ask.query->pack->path, SQLITE_CORRUPT, reader->ask.err);
}

/* The pack's language that the visitor's is, or means. */
static const char *match_language(struct reader *reader)
{
    struct pack_languages languages = pack_languages(reader->ask.query->pack);
    const char *wanted = reader->ask.query->lang;
    const char *tag = wanted ? locale_match(wanted, languages.tags, languages.count) : NULL;
    for (size_t i = 0; tag && i < languages.count && i < 64; i++) {
        if (strcmp(languages.tags[i], tag) == 0)
            reader->language_bit = (int)i;
    }
    return tag;
}

static bool find_language(struct reader *reader)
{
    static const char sql[] = "SELECT seq FROM language WHERE tag = ?1";
    reader->language = reader->language_bit = -1;
    CLEANUP(statement_end) struct statement row = statement_begin(reader->ask.query->pack, sql);
    statement_bind_text(&row, 1, match_language(reader));
    if (statement_row(&row))
        reader->language = statement_int(&row, 0);
    return statement_ok(&row, reader->ask.err);
}

static bool make_room_for_kinds(struct reader *reader)
{
    static const char sql[] = "SELECT max(id) FROM timetable";
    int64_t last = 0;
    CLEANUP(statement_end) struct statement row = statement_begin(reader->ask.query->pack, sql);
    if (statement_row(&row))
        last = statement_int(&row, 0);
    if (!statement_ok(&row, reader->ask.err))
        return false;
    if (last < 0 || last > TIMETABLES_MAX)
        return damaged(reader);
    reader->kind_count = (size_t)last + 1;
    reader->kinds = arena_alloc(reader->ask.arena, reader->kind_count);
    reader->kinds[0] = 1 + HOURS_UNKNOWN;
    if (service_clock_is_wrong(reader->ask.query))
        memset(reader->kinds, 1 + HOURS_UNKNOWN, reader->kind_count);
    return true;
}

static bool reader_open(struct reader *reader)
{
    struct civil now = reader->ask.query->now;
    reader->today = civil_days(now.year, now.month, now.day);
    return find_language(reader) && make_room_for_kinds(reader) &&
           service_closures(&reader->general, &reader->ask, NULL);
}

static void reader_close(struct reader *reader)
{
    arena_destroy(&reader->hours);
    arena_destroy(&reader->block);
}

/* Each timetable is read once, however many places keep it. */
static bool kind_of(enum hours_kind *out, struct reader *reader, uint64_t timetable)
{
    static const char sql[] = "SELECT hours FROM timetable WHERE id = ?1";
    struct hours hours = { 0 };
    if (timetable >= reader->kind_count)
        return damaged(reader);
    uint8_t *kind = &reader->kinds[timetable];
    if (*kind == 0) {
        CLEANUP(statement_end) struct statement row = statement_begin(reader->ask.query->pack, sql);
        statement_bind_int(&row, 1, (int64_t)timetable);
        bool found = statement_row(&row);
        if (!statement_ok(&row, reader->ask.err))
            return false;
        if (!found ||
            !timetable_read(&hours, statement_bytes(&row, 0), &reader->general, reader->today, &reader->hours))
            return damaged(reader);
        *kind = (uint8_t)(1 + hours_kind_at(&hours, reader->ask.query->now));
        arena_reset(&reader->hours);
    }
    *out = (enum hours_kind)(*kind - 1);
    return true;
}

/* The bytes of a row of the block, copied: what follows asks other questions. */
static struct str copy_of(const struct statement *row, struct arena *arena)
{
    struct str bytes = statement_bytes(row, 0);
    char *copy = arena_alloc(arena, bytes.len);
    if (bytes.len > 0)
        memcpy(copy, bytes.at, bytes.len);
    return (struct str){ copy, bytes.len };
}

static bool read_names(struct reader *reader, int64_t block)
{
    static const char sql[] = "SELECT ranks FROM name_order WHERE language = ?1 AND block = ?2";
    CLEANUP(statement_end) struct statement row = statement_begin(reader->ask.query->pack, sql);
    statement_bind_int(&row, 1, reader->language);
    statement_bind_int(&row, 2, block);
    if (statement_row(&row))
        reader->names = copy_of(&row, &reader->block);
    return statement_ok(&row, reader->ask.err);
}

static bool read_block(struct reader *reader, int64_t block)
{
    static const char sql[] = "SELECT briefs FROM service_brief WHERE block = ?1";
    arena_reset(&reader->block);
    reader->briefs = reader->names = STR("");
    CLEANUP(statement_end) struct statement row = statement_begin(reader->ask.query->pack, sql);
    statement_bind_int(&row, 1, block);
    if (statement_row(&row))
        reader->briefs = copy_of(&row, &reader->block);
    return statement_ok(&row, reader->ask.err) && (!reader->with_names || read_names(reader, block));
}

static uint32_t name_at(const struct str *names, size_t at)
{
    if ((at + 1) * BRIEF_RANK_BYTES > names->len)
        return 0;
    const uint8_t *bytes = (const uint8_t *)names->at + at * BRIEF_RANK_BYTES;
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16;
}

static int32_t take_int32(const uint8_t **at)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < 4; i++)
        value |= (uint32_t) * (*at)++ << (8 * i);
    return (int32_t)value;
}

/* One of a service's places. */
struct spot {
    uint64_t timetable;
    struct geo geo;
};

static bool take_spot(struct spot *out, const uint8_t **at, const uint8_t *end)
{
    uint64_t number;
    if (!varint_get(&number, at, end))
        return false;
    *out = (struct spot){ .timetable = number >> 1 };
    if ((number & 1) == 0)
        return true;
    if (end - *at < 8)
        return false;
    out->geo.known = true;
    out->geo.latitude = take_int32(at) / BRIEF_DEGREE;
    out->geo.longitude = take_int32(at) / BRIEF_DEGREE;
    return true;
}

/* As service_sites orders them: an open place before all others, then the nearest. */
static void note_spot(struct brief *brief, const struct spot *spot, enum hours_kind kind, struct geo from)
{
    bool is_open = kind == HOURS_OPEN;
    enum answer *open_now = &brief->facets[FACET_OPEN_NOW];
    if (is_open)
        *open_now = ANSWER_YES;
    else if (kind != HOURS_CLOSED && *open_now != ANSWER_YES)
        *open_now = ANSWER_UNKNOWN;
    if (brief->is_open && !is_open)
        return;
    if (is_open && !brief->is_open)
        brief->has_distance = false;
    brief->is_open = is_open;
    if (!spot->geo.known || !from.known)
        return;
    double distance = geo_distance_m(from, spot->geo);
    if (!brief->has_distance || distance < brief->distance_m)
        brief->distance_m = distance;
    brief->has_distance = true;
}

static bool take_spots(struct brief *brief, struct reader *reader, bool paused, const uint8_t *at, const uint8_t *end)
{
    brief->facets[FACET_OPEN_NOW] = ANSWER_NO;
    while (at < end) {
        struct spot spot;
        enum hours_kind kind = HOURS_CLOSED;
        if (!take_spot(&spot, &at, end))
            return damaged(reader);
        if (!paused && !kind_of(&kind, reader, spot.timetable))
            return false;
        note_spot(brief, &spot, kind, reader->ask.query->place);
    }
    return true;
}

static enum answer spoken(const struct reader *reader, uint64_t languages)
{
    bool is_spoken = reader->language_bit >= 0 && (languages >> reader->language_bit & 1) != 0;
    return is_spoken ? ANSWER_YES : ANSWER_NO;
}

static bool take_brief(struct brief *out, struct reader *reader, const uint8_t *at, const uint8_t *end)
{
    uint64_t languages;
    if (end - at < 2)
        return damaged(reader);
    unsigned flags = (unsigned)(at[0] | at[1] << 8);
    at += 2;
    for (unsigned facet = 0; facet < FACET_COUNT; facet++) {
        unsigned answer = flags >> (2 * facet) & 3;
        out->facets[facet] = answer == ANSWER_YES || answer == ANSWER_NO ? (enum answer)answer : ANSWER_UNKNOWN;
    }
    if ((flags & BRIEF_SPEAKS) != 0) {
        if (!varint_get(&languages, &at, end))
            return damaged(reader);
        out->facets[FACET_MY_LANGUAGE] = spoken(reader, languages);
    }
    return take_spots(out, reader, (flags & BRIEF_PAUSED) != 0, at, end);
}

/* Where the reading of a block is. */
struct walk {
    const uint8_t *at;
    const uint8_t *end;
    int64_t block;
    size_t next; /* the service of the block that *at is the length of */
};

/* The bytes of the service's brief; none when it has none. */
static bool walk_to(struct str *out, struct walk *walk, struct reader *reader, size_t wanted)
{
    *out = (struct str){ 0 };
    while (walk->at < walk->end && walk->next <= wanted) {
        uint64_t length;
        if (!varint_get(&length, &walk->at, walk->end) || length > (uint64_t)(walk->end - walk->at))
            return damaged(reader);
        *out = (struct str){ (const char *)walk->at, walk->next == wanted ? (size_t)length : 0 };
        walk->at += length;
        walk->next++;
    }
    return true;
}

static bool begin_block(struct walk *walk, struct reader *reader, int64_t block)
{
    if (!read_block(reader, block))
        return false;
    const uint8_t *at = (const uint8_t *)reader->briefs.at;
    *walk = (struct walk){ at, at + reader->briefs.len, block, 0 };
    return true;
}

static bool read_all(struct reader *reader, const struct service_seqs *services, brief_visit *visit, void *data)
{
    struct walk walk = { .block = -1 };
    for (size_t i = 0; i < services->count; i++) {
        struct brief brief = { .seq = services->at[i] };
        size_t within = (size_t)(brief.seq % BRIEF_BLOCK);
        struct str bytes;
        if (brief.seq / BRIEF_BLOCK != walk.block && !begin_block(&walk, reader, brief.seq / BRIEF_BLOCK))
            return false;
        if (!walk_to(&bytes, &walk, reader, within))
            return false;
        if (bytes.len == 0)
            continue;
        const uint8_t *at = (const uint8_t *)bytes.at;
        if (!take_brief(&brief, reader, at, at + bytes.len))
            return false;
        brief.name = name_at(&reader->names, within);
        visit(data, &brief);
    }
    return true;
}

bool brief_read(const struct ask *ask, const struct service_seqs *services, bool with_names, brief_visit *visit,
                void *data)
{
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    CLEANUP(reader_close)
    struct reader reader = { .ask = { ask->query, &scratch, ask->err }, .with_names = with_names };
    return reader_open(&reader) && read_all(&reader, services, visit, data);
}

bool brief_topic(struct service_seqs *out, const struct ask *ask, const char *topic)
{
    static const char sql[] = "SELECT services FROM topic_services WHERE topic = ?1";
    struct pack *pack = ask->query->pack;
    struct service_seqs list = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(pack, sql);
    statement_bind_text(&row, 1, topic);
    if (statement_row(&row)) {
        struct str bytes = statement_bytes(&row, 0);
        const uint8_t *at = (const uint8_t *)bytes.at, *end = bytes.len > 0 ? at + bytes.len : at;
        uint64_t step;
        int64_t seq = 0;
        while (at < end) {
            if (!varint_get(&step, &at, end) || step == 0 || step > (uint64_t)(UINT32_MAX - seq))
                return connection_failed(pack->path, SQLITE_CORRUPT, ask->err);
            seq += (int64_t)step;
            *LIST_ADD(ask->arena, list) = seq;
        }
    }
    *out = list;
    return statement_ok(&row, ask->err);
}
