#include "publish/translations.h"

#include "base/list.h"
#include "publish/gettext_file.h"

#include <stdlib.h>
#include <string.h>

struct report {
    struct findings *findings;
    const char *file;
};

static void on_error(void *data, long line, const char *text)
{
    const struct report *report = data;
    struct str rest;
    struct str first = str_trim(str_cut(str_of(text), '\n', &rest));
    finding_add(report->findings, RULE_BAD_PO, (struct spot){ report->file, line, NULL }, "%.*s", STR_FMT(first));
}

/* The library does not tell where a message stands, but it keeps their order. */
static long next_context_line(struct str *rest, long *line)
{
    while (rest->len > 0) {
        struct str here = str_cut(*rest, '\n', rest);
        ++*line;
        if (str_starts(here, STR("msgctxt")))
            return *line;
    }
    return 0;
}

static void add(struct translations *out, struct arena *arena, const struct translation *translation)
{
    size_t first;
    *LIST_ADD(arena, *out) = *translation;
    if (map_get(&out->contexts, translation->context, &first)) {
        size_t last = first;
        while (out->at[last].next)
            last = out->at[last].next - 1;
        out->at[last].next = out->count;
        return;
    }
    map_add(&out->contexts, arena, translation->context, out->count - 1);
}

static void add_message(struct translations *out, struct arena *arena, po_message_t message, long line)
{
    const char *context = po_message_msgctxt(message);
    const char *before = po_message_prev_msgctxt(message);
    bool fuzzy = po_message_is_fuzzy(message) != 0;
    struct translation translation = {
        .context = arena_strdup(arena, context),
        .source = arena_strdup(arena, po_message_msgid(message)),
        .text = arena_strdup(arena, po_message_msgstr(message)),
        .fuzzy = fuzzy,
        .borrowed = fuzzy && before && strcmp(before, context) != 0,
        .line = line,
    };
    add(out, arena, &translation);
}

static bool header_says_checked(po_file_t file)
{
    const char *header = po_file_domain_header(file, NULL);
    char *value = header ? po_header_field(header, "X-Checked-By-Speaker") : NULL;
    bool checked = value && strcmp(value, "yes") == 0;
    free(value);
    return checked;
}

void translations_read(struct translations *out, struct findings *findings, const char *path, struct str bytes)
{
    struct report report = { findings, out->file };
    CLEANUP(gettext_freep) po_file_t file = gettext_read(path, &(struct gettext_report){ &report, on_error });
    long line = 0;
    if (!file)
        return;
    out->checked = header_says_checked(file);
    po_message_iterator_t messages = po_message_iterator(file, NULL);
    for (po_message_t message = po_next_message(messages); message; message = po_next_message(messages)) {
        if (po_message_msgctxt(message) && !po_message_is_obsolete(message))
            add_message(out, findings->arena, message, next_context_line(&bytes, &line));
    }
    po_message_iterator_free(messages);
}

static enum match state_of(const struct translation *translation)
{
    if (!translation->text[0] || translation->borrowed)
        return MATCH_NONE;
    return translation->fuzzy ? MATCH_STALE : MATCH_CURRENT;
}

enum match translations_find(const struct translation **out, const struct translations *translations,
                             const char *context, const char *source)
{
    size_t first;
    if (!map_get(&translations->contexts, context, &first))
        return MATCH_NONE;
    const struct translation *only = &translations->at[first];
    *out = only;
    if (!only->next && strcmp(only->source, source) != 0 && !str_ends(str_of(context), STR("/body")))
        return state_of(only) == MATCH_NONE ? MATCH_NONE : MATCH_STALE;
    for (size_t at = first + 1; at != 0; at = translations->at[at - 1].next) {
        *out = &translations->at[at - 1];
        if (strcmp((*out)->source, source) == 0)
            return state_of(*out);
    }
    return MATCH_NONE;
}
