#include "kiosk/counters.h"

#include "base/file.h"

#include <string.h>

#define HEAD "day,topic,count\r\n"
#define FILE_BYTES_MAX (64u * 1024u) /* COUNTERS_TOPICS lines are far fewer */
#define PREFIX "counters-"

static const char *day_path(struct arena *arena, const char *folder, const struct counters *counters)
{
    return arena_printf(arena, "%s/" PREFIX "%04d-%02d-%02d.csv", folder, counters->year, counters->month,
                        counters->day);
}

static int *count_of(struct counters *counters, struct str topic)
{
    for (size_t i = 0; i < counters->count; i++) {
        if (str_eq_c(topic, counters->at[i].topic))
            return &counters->at[i].count;
    }
    if (counters->count == COUNTERS_TOPICS || topic.len == 0 || topic.len >= COUNTERS_ID_MAX)
        return NULL;
    memcpy(counters->at[counters->count].topic, topic.at, topic.len);
    return &counters->at[counters->count++].count;
}

/* One line "day,topic,count"; false for the head and for what is none. */
static bool read_line(struct str line, struct str *topic, int64_t *count)
{
    struct str rest, number;
    str_cut(line, ',', &rest);
    *topic = str_cut(rest, ',', &number);
    return str_to_int64(number, count) && *count > 0 && *count <= INT32_MAX;
}

static struct str next_line(struct str *text)
{
    struct str line = str_cut(*text, '\n', text);
    if (line.len > 0 && line.at[line.len - 1] == '\r')
        line.len--;
    return line;
}

static bool read_day(struct counters *counters, const char *folder, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str text, topic;
    int64_t count;
    const char *path = day_path(&arena, folder, counters);
    if (!file_exists(path))
        return true;
    if (!file_read(&text, &arena, path, FILE_BYTES_MAX, err))
        return false;
    while (text.len > 0) {
        if (!read_line(next_line(&text), &topic, &count))
            continue;
        int *kept = count_of(counters, topic);
        if (kept)
            *kept = (int)count;
    }
    return true;
}

bool counters_flush(struct counters *counters, const char *folder, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    if (!counters->is_dirty)
        return true;
    if (!file_make_folder(folder, 0700, err))
        return false;
    const char *text = HEAD;
    for (size_t i = 0; i < counters->count; i++)
        text = arena_printf(&arena, "%s%04d-%02d-%02d,%s,%d\r\n", text, counters->year, counters->month, counters->day,
                            counters->at[i].topic, counters->at[i].count);
    if (!file_write(day_path(&arena, folder, counters), str_of(text), err))
        return false;
    counters->is_dirty = false;
    return true;
}

static bool turn_to(struct counters *counters, const char *folder, struct civil day, struct err *err)
{
    if (counters->year == day.year && counters->month == day.month && counters->day == day.day)
        return true;
    bool written = counters_flush(counters, folder, err);
    *counters = (struct counters){ .year = day.year, .month = day.month, .day = day.day };
    return read_day(counters, folder, err) && written;
}

bool counters_add(struct counters *counters, const char *folder, struct civil day, const char *topic, struct err *err)
{
    bool turned = turn_to(counters, folder, day, err);
    int *count = count_of(counters, str_of(topic));
    if (count && *count < INT32_MAX) {
        ++*count;
        counters->is_dirty = true;
    }
    return turned;
}

/* The lines of a day's file whose count may be shown. */
static const char *shown_lines(struct arena *arena, const char *before, struct str text)
{
    struct str topic;
    int64_t count;
    while (text.len > 0) {
        struct str line = next_line(&text);
        if (read_line(line, &topic, &count) && count >= COUNTERS_SHOWN_FROM)
            before = arena_printf(arena, "%s%.*s\r\n", before, STR_FMT(line));
    }
    return before;
}

bool counters_export(struct str *out, struct arena *arena, const char *folder, struct err *err)
{
    struct file_names names = { 0 };
    const char *text = HEAD;
    if (!file_list(&names, arena, folder, ".csv", err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        struct str day;
        if (strncmp(names.at[i], PREFIX, strlen(PREFIX)) != 0)
            continue;
        if (!file_read(&day, arena, arena_printf(arena, "%s/%s", folder, names.at[i]), FILE_BYTES_MAX, err))
            return false;
        text = shown_lines(arena, text, day);
    }
    *out = str_of(text);
    return true;
}
