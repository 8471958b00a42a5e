#include "kiosk/script_find.h"

#include "text/plain.h"

#include <stdio.h>
#include <string.h>

bool script_find_point(const char *word, int *x, int *y)
{
    struct str rest;
    struct str first = str_cut(str_of(word), ',', &rest);
    int64_t left, top;
    if (!str_to_int64(first, &left) || !str_to_int64(rest, &top))
        return false;
    if (left < -100000 || left > 100000 || top < -100000 || top > 100000)
        return false;
    *x = (int)left;
    *y = (int)top;
    return true;
}

static void list_ids(const struct app *app, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < app->list.region_count && used < size; i++) {
        int length = snprintf(out + used, size - used, "%s#%s", i ? " " : "", app->list.regions[i].id);
        used += length > 0 ? (size_t)length : 0;
    }
}

static const struct tap_region *not_found(const struct app *app, const char *what, struct err *err)
{
    char ids[400];
    list_ids(app, ids, sizeof(ids));
    err_set(err, ERR_MISSING, "there is no %s; there are %s", what, ids);
    return NULL;
}

/* `#lang/zh` also means the pack's zh-Hans. */
static const struct tap_region *by_language(const struct app *app, const char *id)
{
    if (strncmp(id, "lang/", 5) != 0 || !app->pack)
        return NULL;
    struct pack_languages tags = pack_languages(app->pack);
    const char *tag = locale_match(id + 5, tags.tags, tags.count);
    char full[MODEL_ID_MAX + 8];
    if (!tag)
        return NULL;
    snprintf(full, sizeof(full), "lang/%s", tag);
    return draw_list_region(&app->list, full);
}

static const struct tap_region *by_id(const struct app *app, const char *word, struct err *err)
{
    const struct tap_region *region = draw_list_region(&app->list, word + 1);
    region = region ? region : by_language(app, word + 1);
    return region ? region : not_found(app, word, err);
}

static size_t count_labels(const struct app *app, struct arena *arena, const char *wanted, bool whole,
                           const struct tap_region **found)
{
    size_t count = 0;
    for (size_t i = 0; i < app->list.region_count; i++) {
        const char *label = plain_text(arena, str_of(app->list.regions[i].label));
        bool matches = whole ? strcmp(label, wanted) == 0 : strstr(label, wanted) != NULL;
        if (!matches)
            continue;
        *found = &app->list.regions[i];
        count++;
    }
    return count;
}

static const struct tap_region *by_label(const struct app *app, const char *word, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const struct tap_region *found = NULL;
    const char *wanted = plain_text(&arena, str_of(word));
    size_t count = count_labels(app, &arena, wanted, true, &found);
    if (count == 0)
        count = count_labels(app, &arena, wanted, false, &found);
    if (count == 1)
        return found;
    if (count == 0)
        return not_found(app, arena_printf(&arena, "target \"%s\"", word), err);
    err_set(err, ERR_MISSING, "%zu targets match \"%s\"; use an id", count, word);
    return NULL;
}

const struct tap_region *script_find_region(const struct app *app, const struct script_word *word, struct err *err)
{
    if (!word->quoted && word->text[0] == '#')
        return by_id(app, word->text, err);
    return by_label(app, word->text, err);
}

/* A JSON string (RFC 8259, 7): quotes, backslashes and controls are escaped. */
static void print_json(const char *text)
{
    putchar('"');
    for (const char *at = text; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < 0x20)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

void script_print_targets(const struct app *app)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    for (size_t i = 0; i < app->list.region_count; i++) {
        const struct tap_region *region = &app->list.regions[i];
        printf("{\"id\":");
        print_json(region->id);
        printf(",\"label\":");
        print_json(plain_text(&arena, str_of(region->label)));
        printf(",\"x\":%d,\"y\":%d,\"w\":%d,\"h\":%d,\"visible\":%s,\"lang\":", region->rect.x, region->rect.y,
               region->rect.w, region->rect.h, region->visible ? "true" : "false");
        print_json(region->lang);
        printf(",\"dir\":\"%s\"}\n", region->rtl ? "rtl" : "ltr");
    }
}
