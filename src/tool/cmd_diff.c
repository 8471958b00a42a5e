#include "content/diff.h"
#include "tool/command.h"
#include "tool/diff_words.h"
#include "tool/pack_or_folder.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { OPTION_JSON };

/* What has been printed so far. */
struct printer {
    bool any;
    enum diff_kind kind;
    char id[128]; /* the record whose changes are being listed; an id is never longer */
};

/* What follows so many lines counts as one. */
#define LINES_MAX 512

struct lines {
    struct str at[LINES_MAX];
    size_t count;
    size_t head; /* so many lines at both ends are the same in the other text */
    size_t tail;
};

static void read_lines(struct lines *out, const char *text)
{
    struct str rest = str_of(text);
    *out = (struct lines){ 0 };
    while (rest.len > 0 && out->count < LINES_MAX - 1)
        out->at[out->count++] = str_cut(rest, '\n', &rest);
    if (rest.len > 0)
        out->at[out->count++] = rest;
}

static void trim_common(struct lines *a, struct lines *b)
{
    size_t least = a->count < b->count ? a->count : b->count;
    size_t head = 0;
    size_t tail = 0;
    while (head < least && str_eq(a->at[head], b->at[head]))
        head++;
    while (tail < least - head && str_eq(a->at[a->count - 1 - tail], b->at[b->count - 1 - tail]))
        tail++;
    a->head = b->head = head;
    a->tail = b->tail = tail;
}

static void print_lines(char sign, const struct lines *lines)
{
    for (size_t i = lines->head; i < lines->count - lines->tail; i++)
        printf("        %c %.*s\n", sign, STR_FMT(lines->at[i]));
}

static void print_values(const struct diff_item *item)
{
    struct lines before;
    struct lines after;
    read_lines(&before, item->before);
    read_lines(&after, item->after);
    trim_common(&before, &after);
    print_lines('-', &before);
    print_lines('+', &after);
}

static void print_heading(struct printer *printer, const struct diff_item *item)
{
    if (printer->any && printer->kind == item->kind)
        return;
    printf("\n%s\n", diff_words_heading(item->kind));
    printer->any = true;
    printer->kind = item->kind;
    printer->id[0] = '\0';
}

static bool print_item(void *data, const struct diff_item *item)
{
    static const char signs[] = { [DIFF_ADDED] = '+', [DIFF_REMOVED] = '-', [DIFF_CHANGED] = '~' };
    struct printer *printer = data;
    print_heading(printer, item);
    if (item->field && strcmp(item->field, "order") == 0) {
        printf("  ~ their order\n");
        return true;
    }
    if (!item->field || strcmp(printer->id, item->id) != 0)
        printf("  %c %s\n", signs[item->change], item->name);
    snprintf(printer->id, sizeof(printer->id), "%s", item->id);
    if (!item->field)
        return true;
    printf("      %s", diff_words_field(item->field));
    printf(item->lang[0] ? " (%s)\n" : "\n", item->lang);
    print_values(item);
    return true;
}

static void print_pack(const char *label, const struct pack *pack)
{
    const char *audience = pack_meta(pack, "audience");
    const char *sequence = pack_meta(pack, "sequence");
    const char *created = pack_meta(pack, "created");
    printf("%s: %s, number %s, made %s\n", label, audience ? audience : "?", sequence ? sequence : "?",
           created ? created : "?");
}

static void print_counts(const struct diff_counts *counts)
{
    bool any = false;
    for (enum diff_kind kind = 0; kind < DIFF_KIND_COUNT; kind++) {
        const size_t *of = counts->of[kind];
        size_t all = of[DIFF_ADDED] + of[DIFF_REMOVED] + of[DIFF_CHANGED];
        if (all > 0)
            printf("%s%zu %s (%zu new, %zu gone, %zu changed)\n", any ? "" : "\n", all, diff_words_count(kind, all),
                   of[DIFF_ADDED], of[DIFF_REMOVED], of[DIFF_CHANGED]);
        any = any || all > 0;
    }
}

static bool print_text(struct pack *before, struct pack *after, struct err *err)
{
    struct printer printer = { 0 };
    struct diff_counts counts;
    print_pack("old", before);
    print_pack("new", after);
    if (!diff_packs(&counts, before, after, print_item, &printer, err))
        return false;
    if (!printer.any)
        printf("\nA reader sees no difference.\n");
    print_counts(&counts);
    return true;
}

static bool print_json_item(void *data, const struct diff_item *item)
{
    bool *any = data;
    json_auto_t *change = json_pack(
        "{s:s, s:s, s:s, s:s?, s:s?, s:s?, s:s?, s:s?}", "kind", diff_kind_id(item->kind), "change",
        diff_change_id(item->change), "id", item->id, "name", item->name[0] ? item->name : NULL, "field", item->field,
        "lang", item->lang && item->lang[0] ? item->lang : NULL, "before", item->before, "after", item->after);
    printf(*any ? ",\n  " : "\n  ");
    *any = true;
    return json_dumpf(change, stdout, 0) == 0;
}

static void print_json_pack(const char *key, const struct pack *pack)
{
    json_auto_t *about = json_pack("{s:s?, s:s?, s:s?}", "audience", pack_meta(pack, "audience"), "sequence",
                                   pack_meta(pack, "sequence"), "created", pack_meta(pack, "created"));
    printf("\"%s\": ", key);
    json_dumpf(about, stdout, 0);
    printf(",\n ");
}

static void print_json_counts(const struct diff_counts *counts)
{
    json_auto_t *all = json_object();
    for (enum diff_kind kind = 0; kind < DIFF_KIND_COUNT; kind++) {
        const size_t *of = counts->of[kind];
        json_object_set_new(all, diff_kind_id(kind),
                            json_pack("{s:I, s:I, s:I}", "added", (json_int_t)of[DIFF_ADDED], "removed",
                                      (json_int_t)of[DIFF_REMOVED], "changed", (json_int_t)of[DIFF_CHANGED]));
    }
    json_dumpf(all, stdout, 0);
}

/* Written as it is found: the list of all changes may be larger than memory. */
static bool print_json(struct pack *before, struct pack *after, struct err *err)
{
    bool any = false;
    struct diff_counts counts;
    printf("{");
    print_json_pack("old", before);
    print_json_pack("new", after);
    printf("\"changes\": [");
    if (!diff_packs(&counts, before, after, print_json_item, &any, err))
        return false;
    printf(any ? "\n ],\n \"counts\": " : "],\n \"counts\": ");
    print_json_counts(&counts);
    printf("}\n");
    return true;
}

enum status cmd_diff(const struct arguments *arguments)
{
    CLEANUP(pack_closep) struct pack *before = NULL;
    CLEANUP(pack_closep) struct pack *after = NULL;
    struct err err;
    enum status status = open_pack_or_folder(&before, arguments->words[0]);
    if (status == STATUS_DONE)
        status = open_pack_or_folder(&after, arguments->words[1]);
    if (status != STATUS_DONE)
        return status;
    bool done = arguments->options[OPTION_JSON] ? print_json(before, after, &err) : print_text(before, after, &err);
    return done ? STATUS_DONE : command_failed(&err);
}
