#include "publish/opening_plain.h"

#include "publish/opening_plain_words.h"

#include <assert.h>

#define SPANS_MAX 6

/* "Lundi et mardi, 9h-12h et 14h-17h", as far as it has been read. */
struct item {
    unsigned days;
    bool holidays;
    bool is_off;
    bool off_first; /* "fermé le lundi" */
    int last_day;   /* that a range may go on from; -1: none */
    bool to_day;    /* "to" came after it */
    struct {
        int opens_at, closes_at;
    } spans[SPANS_MAX];
    size_t count;
    int from;               /* a time that waits for its end; -1: none */
    struct plain_word word; /* that it was */
    bool to_time;
    bool times_first; /* "9h-12h le lundi" */
};

struct reader {
    struct arena *arena;
    struct item item;
    unsigned timed; /* days that have hours */
    const char *out;
};

static void begin_item(struct reader *reader)
{
    reader->item = (struct item){ .last_day = -1, .from = -1 };
}

static bool is_begun(const struct item *item)
{
    return item->days != 0 || item->holidays || item->count > 0 || item->is_off || item->from >= 0;
}

static const char *days_text(struct arena *arena, const struct item *item)
{
    static const char *const names[] = { "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su" };
    const char *out = "";
    for (unsigned day = 0; day < COUNT(names); day++) {
        if ((item->days >> day & 1) != 0)
            out = arena_printf(arena, "%s%s%s", out, out[0] ? "," : "", names[day]);
    }
    return item->holidays ? arena_printf(arena, "%s%sPH", out, out[0] ? "," : "") : out;
}

static const char *spans_text(struct arena *arena, const struct item *item)
{
    const char *out = "";
    for (size_t i = 0; i < item->count; i++)
        out = arena_printf(arena, "%s%s%02d:%02d-%02d:%02d", out, i > 0 ? "," : "", item->spans[i].opens_at / 60,
                           item->spans[i].opens_at % 60, item->spans[i].closes_at / 60, item->spans[i].closes_at % 60);
    return out;
}

/* Hours need days, and days need hours or that they are off; half a range is none. */
static bool end_item(struct reader *reader)
{
    struct item *item = &reader->item;
    if (!is_begun(item))
        return true;
    bool is_whole =
        (item->days != 0 || item->holidays) && item->is_off == (item->count == 0) && item->from < 0 && !item->to_day;
    if (!is_whole || (!item->is_off && (reader->timed & item->days) != 0))
        return false;
    reader->timed |= item->is_off ? 0 : item->days;
    reader->out = arena_printf(reader->arena, "%s%s%s %s", reader->out, reader->out[0] ? "; " : "",
                               days_text(reader->arena, item), item->is_off ? "off" : spans_text(reader->arena, item));
    begin_item(reader);
    return true;
}

static int only_day(unsigned days)
{
    for (int day = 0; day < 7; day++) {
        if (days == 1u << day)
            return day;
    }
    return -1;
}

static bool add_range(struct item *item, int to)
{
    if (item->last_day < 0 || to < 0)
        return false;
    for (int day = item->last_day; day != to; day = (day + 1) % 7)
        item->days |= 1u << day;
    item->days |= 1u << to;
    item->last_day = -1;
    item->to_day = false;
    return true;
}

static bool take_days(struct reader *reader, const struct plain_word *word)
{
    struct item *item = &reader->item;
    if (item->to_day)
        return add_range(item, only_day(word->days));
    bool is_next = (item->count > 0 && !item->times_first) || (item->is_off && !item->off_first);
    if (is_next && !end_item(reader))
        return false;
    item->days |= word->days;
    item->last_day = only_day(word->days);
    return true;
}

static bool add_span(struct item *item, int opens_at, int closes_at)
{
    if (item->count == SPANS_MAX || item->is_off || opens_at >= 24 * 60 || closes_at == opens_at)
        return false;
    item->spans[item->count].opens_at = opens_at;
    item->spans[item->count++].closes_at = closes_at;
    item->times_first = item->times_first || (item->days == 0 && !item->holidays);
    return true;
}

/* "9-12h" and "9h-12": the number alone is an hour. It may be either half of the day in "9-5pm" and "9am-5". */
static bool is_range(const struct plain_word *from, const struct plain_word *to)
{
    bool from_is_bare = from->kind == PLAIN_NUMBER, to_is_bare = to->kind == PLAIN_NUMBER;
    if (!from_is_bare && !to_is_bare)
        return true;
    return from_is_bare != to_is_bare && !from->is_half_day && !to->is_half_day && to->minutes > from->minutes;
}

static bool take_time(struct reader *reader, const struct plain_word *word)
{
    struct item *item = &reader->item;
    item->last_day = -1;
    if (item->from < 0) {
        if (item->times_first && (item->days != 0 || item->holidays) && !end_item(reader))
            return false;
        item->from = word->minutes;
        item->word = *word;
        return true;
    }
    if (!item->to_time || !is_range(&item->word, word))
        return false;
    int from = item->from;
    item->from = -1;
    item->to_time = false;
    return add_span(item, from % (24 * 60), word->minutes);
}

static bool take_to(struct reader *reader, const struct plain_word *word)
{
    struct item *item = &reader->item;
    (void)word;
    if (item->from >= 0 && !item->to_time)
        return item->to_time = true;
    if (item->last_day >= 0 && !item->to_day)
        return item->to_day = true;
    return false;
}

static bool take_and(struct reader *reader, const struct plain_word *word)
{
    struct item *item = &reader->item;
    (void)word;
    item->last_day = -1;
    return item->from < 0 && !item->to_day;
}

/* "Mercredi fermé" or "fermé le mercredi". */
static bool take_off(struct reader *reader, const struct plain_word *word)
{
    struct item *item = &reader->item;
    (void)word;
    bool is_about_days = (item->days != 0 || item->holidays) && item->count == 0 && !item->is_off;
    if (!is_about_days && !end_item(reader))
        return false;
    item->off_first = item->days == 0 && !item->holidays;
    item->is_off = true;
    return item->from < 0 && !item->to_day;
}

static bool take_holidays(struct reader *reader, const struct plain_word *word)
{
    struct item *item = &reader->item;
    (void)word;
    if (item->count > 0 && !item->times_first && !end_item(reader))
        return false;
    item->holidays = true;
    return !item->to_day;
}

static bool take_stop(struct reader *reader, const struct plain_word *word)
{
    (void)word;
    return end_item(reader);
}

static bool take_always(struct reader *reader, const struct plain_word *word)
{
    (void)word;
    return reader->item.from < 0 && add_span(&reader->item, 0, 24 * 60);
}

static bool pass_over(struct reader *reader, const struct plain_word *word)
{
    (void)reader;
    (void)word;
    return true;
}

/* NULL: it is not understood. */
static bool (*const takes[])(struct reader *reader, const struct plain_word *word) = {
    [PLAIN_DAYS] = take_days,     [PLAIN_HOLIDAYS] = take_holidays,
    [PLAIN_TIME] = take_time,     [PLAIN_NUMBER] = take_time,
    [PLAIN_TO] = take_to,         [PLAIN_AND] = take_and,
    [PLAIN_STOP] = take_stop,     [PLAIN_OFF] = take_off,
    [PLAIN_ALWAYS] = take_always, [PLAIN_FILLER] = pass_over,
    [PLAIN_UNKNOWN] = NULL,
};
static_assert(COUNT(takes) == PLAIN_UNKNOWN + 1, "each kind of word is taken or not");

const char *opening_plain(struct arena *arena, struct str text)
{
    struct reader reader = { .arena = arena, .out = "" };
    const char *rest = opening_plain_text(arena, text);
    begin_item(&reader);
    if (!rest)
        return NULL;
    for (struct plain_word word = opening_plain_next(&rest); word.kind != PLAIN_END; word = opening_plain_next(&rest)) {
        if (!takes[word.kind] || !takes[word.kind](&reader, &word))
            return NULL;
    }
    return end_item(&reader) && reader.timed != 0 ? reader.out : NULL;
}
