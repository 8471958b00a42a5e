#include "publish/guide.h"

#include "base/clock.h"
#include "base/list.h"

#include <string.h>

struct reading {
    struct guide_page *page;
    struct findings *findings;
    struct spot where;
};

long guide_line_of(struct str base, const char *at)
{
    long line = 1;
    for (const char *c = base.at; c < at && c < base.at + base.len; c++) {
        if (*c == '\n')
            line++;
    }
    return line;
}

static bool is_date(struct str text)
{
    struct civil date;
    return text.len == 10 && civil_parse_date(&date, text);
}

static void read_id(struct reading *reading, struct str value)
{
    reading->page->id = arena_str(reading->findings->arena, value);
}

static void read_order(struct reading *reading, struct str value)
{
    if (!str_to_int64(value, &reading->page->order))
        finding_add(reading->findings, RULE_BAD_NUMBER, reading->where, "\"%.*s\" is no whole number", STR_FMT(value));
}

static void read_checked(struct reading *reading, struct str value)
{
    if (is_date(value))
        reading->page->checked = arena_str(reading->findings->arena, value);
    else
        finding_add(reading->findings, RULE_BAD_DATE, reading->where, "\"%.*s\" is no date", STR_FMT(value));
}

static void read_sensitive(struct reading *reading, struct str value)
{
    reading->page->sensitive = str_eq_c(value, "yes");
    if (!str_eq_c(value, "yes") && !str_eq_c(value, "no"))
        finding_add(reading->findings, RULE_BAD_WORD, reading->where, "\"%.*s\" is neither yes nor no", STR_FMT(value));
}

static void read_source(struct reading *reading, struct str value)
{
    struct guide_page *page = reading->page;
    struct arena *arena = reading->findings->arena;
    struct str date;
    struct str url = str_cut(value, ' ', &date);
    date = str_trim(date);
    if (!str_starts(url, STR("https://")) && !str_starts(url, STR("http://"))) {
        finding_add(reading->findings, RULE_BAD_URL, reading->where, "\"%.*s\" is no web address", STR_FMT(url));
        return;
    }
    if (!is_date(date)) {
        finding_add(reading->findings, RULE_BAD_DATE, reading->where, "a source needs its date behind the address");
        return;
    }
    LIST_ROOM(arena, page->sources, page->source_count);
    page->sources[page->source_count++] = (struct guide_source){ arena_str(arena, url), arena_str(arena, date) };
}

static const struct front_key {
    const char *name;
    void (*read)(struct reading *reading, struct str value);
} front_keys[] = {
    { "id", read_id },         { "order", read_order }, { "checked", read_checked }, { "sensitive", read_sensitive },
    { "source", read_source },
};

static void read_front_line(struct reading *reading, struct str line)
{
    struct str value;
    struct str key = str_trim(str_cut(line, ':', &value));
    value = str_trim(value);
    if (key.len == 0)
        return;
    for (size_t i = 0; i < COUNT(front_keys); i++) {
        if (str_eq_c(key, front_keys[i].name)) {
            reading->where.column = front_keys[i].name;
            front_keys[i].read(reading, value);
            return;
        }
    }
    reading->where.column = NULL;
    finding_add(reading->findings, RULE_BAD_FRONT_MATTER, reading->where, "\"%.*s\" is no key of a page", STR_FMT(key));
}

/* Returns what follows the front matter. */
static struct str read_front(struct reading *reading, struct str text)
{
    struct str rest = text;
    if (!str_eq_c(str_trim(str_cut(rest, '\n', &rest)), "---")) {
        finding_add(reading->findings, RULE_BAD_FRONT_MATTER, reading->where, "the page has no front matter");
        return text;
    }
    while (rest.len > 0) {
        struct str line = str_trim(str_cut(rest, '\n', &rest));
        reading->where.row++;
        if (str_eq_c(line, "---"))
            return rest;
        read_front_line(reading, line);
    }
    reading->where.column = NULL;
    finding_add(reading->findings, RULE_BAD_FRONT_MATTER, reading->where, "the front matter does not end");
    return rest;
}

void guide_read_page(struct guide_page *page, struct findings *findings, struct str bytes)
{
    struct reading reading = { page, findings, { page->file, 1, NULL } };
    page->id = page->checked = page->title = "";
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = (struct str){ bytes.at + 3, bytes.len - 3 };
    struct str body = read_front(&reading, bytes);
    guide_read_body(page, findings, bytes, body);
}

const struct guide_page *guide_find(const struct guide *guide, const char *id)
{
    size_t at;
    return map_get(&guide->ids, id, &at) ? &guide->pages[at] : NULL;
}
