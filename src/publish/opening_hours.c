/* From rules to rows: which week holds on which days of the years ahead, and how to say so with the fewest rows. */
#include "publish/opening_hours.h"

#include "base/list.h"
#include "publish/opening_plain.h"
#include "publish/opening_rows.h"
#include "publish/opening_seasons.h"

#include <string.h>

/* "Aug off; Mo-Fr 09:00-12:00": the week, standing behind the month, takes its place. */
static bool is_undone(const struct opening_rules *rules, size_t off)
{
    const struct opening_rule *rule = &rules->at[off];
    for (size_t i = off + 1; i < rules->count; i++) {
        const struct opening_rule *later = &rules->at[i];
        if (rule->date_count > 0 && !rule->has_weekdays && later->date_count == 0 && later->span_count > 0 &&
            later->join == OPENING_REPLACES && later->state == OPENING_OPEN &&
            (later->has_weekdays || !later->holidays))
            return true;
    }
    return false;
}

/* A rule that no day is left of: nobody writes it for that. */
static bool has_hidden_rule(const struct opening_rules *rules, uint32_t matched, uint32_t survived)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct opening_rule *rule = &rules->at[i];
        bool off = rule->state == OPENING_OFF && rule->span_count == 0;
        bool opens = (rule->state == OPENING_OPEN || rule->state == OPENING_APPOINTMENT) && rule->span_count > 0;
        bool speaks = (off || opens) && rule->join != OPENING_FALLBACK && (rule->has_weekdays || !rule->holidays);
        if (speaks && (matched & ~survived & (uint32_t)1 << i) != 0)
            return true;
        if (off && is_undone(rules, i))
            return true;
    }
    return false;
}

/* What makes a text not known though each of its rules is understood. */
static const char *doubt_of_weeks(const struct opening_seasons *seasons, const struct opening_rules *rules)
{
    uint32_t matched = 0;
    uint32_t survived = 0;
    bool timed = false;
    bool untimed = false;
    for (size_t i = 0; i < seasons->week_count; i++) {
        const struct opening_week *week = &seasons->weeks[i];
        if (week->doubt)
            return week->doubt;
        matched |= week->matched;
        survived |= week->survived;
        timed = timed || week->timed;
        untimed = untimed || week->untimed;
    }
    if (timed && untimed)
        return "on some days it says \"by appointment\" and on others times, which rows can't say";
    if (has_hidden_rule(rules, matched, survived))
        return "one of its rules takes the place of another on all days, which may not be meant; parts of a day are "
               "joined by a comma";
    return NULL;
}

/* "|| "by appointment"" beside times; anything else behind "||" is rare and not taken. */
static const char *fallback_of(const struct opening_rules *rules, const char **words)
{
    *words = NULL;
    for (size_t i = 0; i < rules->count; i++) {
        const struct opening_rule *rule = &rules->at[i];
        if (rule->join != OPENING_FALLBACK)
            continue;
        if (rule->state != OPENING_APPOINTMENT || rule->has_weekdays || rule->date_count > 0 || rule->span_count > 0)
            return "what stands behind \"||\" is not understood";
        *words = rule->comment;
    }
    return NULL;
}

static void add_words(struct opening_hours *out, struct arena *arena, const char *words, const char *notes)
{
    LIST_ROOM(arena, out->rows, out->count);
    out->rows[out->count++] = (struct opening_row){ "", "", "", "", "", "", "", "", words, notes };
}

static bool is_day_and_night(const struct opening_week *week)
{
    return week->count == 1 && week->items[0].plain == 0x7F && week->items[0].span.opens_at == 0 &&
           week->items[0].span.closes_at == MINUTES_PER_DAY;
}

static const char *read_holidays(struct opening_hours *out, struct arena *arena, const struct opening_rules *rules,
                                 bool day_and_night)
{
    struct opening_holidays *holidays = &out->holidays;
    bool said;
    struct opening_day day = opening_holiday_of(rules, &said);
    if (day.state == OPENING_UNKNOWN || day.state == OPENING_APPOINTMENT || day.count > COUNT(holidays->spans))
        return "what it says of public holidays can't be put into rows";
    holidays->differ = said && (day.count > 0 || day_and_night);
    for (size_t i = 0; i < day.count; i++) {
        holidays->spans[i].opens_at = opening_time_text(arena, day.spans[i].opens_at);
        holidays->spans[i].closes_at = opening_closes_text(arena, day.spans[i]);
    }
    holidays->count = day.count;
    return NULL;
}

/* Only by appointment: the row has words and no times. */
static const char *appointment_rows(struct opening_hours *out, struct arena *arena,
                                    const struct opening_seasons *seasons, struct str text)
{
    const struct opening_week *week = &seasons->weeks[0];
    if (seasons->count > 1)
        return "at some times of the year it is by appointment, which rows can't say";
    add_words(out, arena, week->words, week->count > 0 ? arena_str(arena, text) : "");
    return NULL;
}

static const char *write_rows(struct opening_hours *out, struct arena *arena, const struct opening_seasons *seasons,
                              const struct opening_rules *rules, struct str text)
{
    const char *words;
    const char *doubt = fallback_of(rules, &words);
    bool open = false;
    bool timed = false;
    for (size_t i = 0; i < seasons->week_count; i++) {
        open = open || !opening_week_is_closed(&seasons->weeks[i]);
        timed = timed || seasons->weeks[i].timed;
    }
    if (!doubt && !open)
        doubt = "it names no day on which it is open";
    if (!doubt && !timed)
        return appointment_rows(out, arena, seasons, text);
    if (!doubt)
        doubt = opening_seasons_rows(out, arena, seasons);
    if (!doubt)
        doubt = read_holidays(out, arena, rules, seasons->count == 1 && is_day_and_night(&seasons->weeks[0]));
    if (!doubt && words)
        add_words(out, arena, words, "");
    return doubt;
}

/* What is not in OpenStreetMap's notation may be in plain words. */
static void read_rules(struct opening_rules *out, struct arena *arena, struct str text)
{
    opening_rules_read(out, arena, text);
    const char *plain = out->doubt ? opening_plain(arena, text) : NULL;
    if (plain)
        opening_rules_read(out, arena, str_of(plain));
}

void opening_hours_read(struct opening_hours *out, struct arena *arena, struct str text, int year)
{
    struct opening_rules *rules = ARENA_NEW(arena, struct opening_rules);
    struct opening_seasons *seasons = ARENA_NEW(arena, struct opening_seasons);
    *out = (struct opening_hours){ 0 };
    text = str_trim(text);
    if (text.len == 0)
        return;
    read_rules(rules, arena, text);
    const char *doubt = rules->doubt;
    if (!doubt)
        doubt = opening_seasons_find(seasons, arena, rules, year);
    if (!doubt)
        doubt = doubt_of_weeks(seasons, rules);
    if (!doubt)
        doubt = write_rows(out, arena, seasons, rules, text);
    if (!doubt && out->count > HOURS_ROWS_MAX)
        doubt = "it needs too many rows";
    if (!doubt)
        return;
    *out = (struct opening_hours){ .doubt = doubt };
    add_words(out, arena, "", arena_str(arena, text));
}
