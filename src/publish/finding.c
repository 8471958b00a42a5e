#include "publish/finding.h"

#include "base/list.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Takes away the part of a character that a full buffer has cut: half of one is no text, and JSON would lose it all. */
static void drop_cut_character(char *text, size_t length)
{
    size_t last = length;
    while (last > 0 && ((unsigned char)text[last - 1] & 0xC0) == 0x80)
        last--;
    last -= last > 0 ? 1 : 0;
    if (!str_is_utf8((struct str){ text + last, length - last }))
        text[last] = '\0';
}

void finding_add(struct findings *findings, enum rule rule, struct spot where, const char *format, ...)
{
    char message[1024];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    if (length >= (int)sizeof(message))
        drop_cut_character(message, sizeof(message) - 1);
    *LIST_ADD(findings->arena, *findings) = (struct finding){ rule, where, arena_strdup(findings->arena, message) };
}

size_t findings_count(const struct findings *findings, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        if (rule_severity(findings->at[i].rule) == severity)
            count++;
    }
    return count;
}

static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare(const void *left, const void *right)
{
    const struct finding *a = left;
    const struct finding *b = right;
    int order = compare_text(a->where.file, b->where.file);
    if (order == 0)
        order = (a->where.row > b->where.row) - (a->where.row < b->where.row);
    if (order == 0)
        order = compare_text(a->where.column, b->where.column);
    if (order == 0)
        order = (int)a->rule - (int)b->rule;
    return order != 0 ? order : strcmp(a->message, b->message);
}

void findings_sort(struct findings *findings)
{
    if (findings->count > 0)
        qsort(findings->at, findings->count, sizeof(*findings->at), compare);
}

#define ALIKE_MAX 10

static bool is_alike(const struct finding *a, const struct finding *b)
{
    return a->rule == b->rule && strcmp(a->where.file, b->where.file) == 0;
}

static size_t count_alike(const struct finding *from, const struct finding *to, const struct finding *wanted)
{
    size_t count = 0;
    for (; from < to; from++)
        count += is_alike(from, wanted) ? 1 : 0;
    return count;
}

void findings_limit(struct findings *findings)
{
    if (findings->count == 0)
        return;
    const struct finding *end = findings->at + findings->count;
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        struct finding finding = findings->at[i];
        bool limited = strncmp(finding.where.file, "po/", 3) == 0;
        size_t before = limited ? count_alike(findings->at, findings->at + kept, &finding) : 0;
        if (before > ALIKE_MAX)
            continue;
        if (before == ALIKE_MAX)
            finding.message =
                arena_printf(findings->arena, "and %zu more like this", count_alike(findings->at + i, end, &finding));
        findings->at[kept++] = finding;
    }
    findings->count = kept;
}

const char *finding_text(const struct finding *finding, struct arena *arena)
{
    const struct spot *where = &finding->where;
    const char *row = where->row > 0 ? arena_printf(arena, ":%ld", where->row) : "";
    const char *column = where->column ? arena_printf(arena, ":%s", where->column) : "";
    return arena_printf(arena, "%s%s%s: %s: %s. %s [%s]", where->file, row, column,
                        severity_name(rule_severity(finding->rule)), finding->message, rule_advice(finding->rule),
                        rule_id(finding->rule));
}
