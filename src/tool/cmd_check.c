#include "base/clock.h"
#include "publish/check.h"
#include "publish/report.h"
#include "tool/command.h"

#include <jansson.h>
#include <stdio.h>

enum { OPTION_JSON, OPTION_HTML, OPTION_AT };

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static bool print_json(const struct findings *findings)
{
    json_auto_t *list = json_array();
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->at[i];
        json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:o, s:o, s:s, s:s}", "rule", rule_id(finding->rule),
                                              "severity", severity_name(rule_severity(finding->rule)), "file",
                                              finding->where.file, "row",
                                              finding->where.row > 0 ? json_integer(finding->where.row) : json_null(),
                                              "column", text_or_null(finding->where.column), "message",
                                              finding->message, "advice", rule_advice(finding->rule)));
    }
    return json_dumpf(list, stdout, JSON_INDENT(2)) == 0 && putchar('\n') == '\n';
}

static void print_lines(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        printf("%s\n", finding_text(&findings->at[i], findings->arena));
    size_t errors = findings_count(findings, SEVERITY_ERROR);
    size_t warnings = findings_count(findings, SEVERITY_WARNING);
    printf("%zu error%s, %zu warning%s\n", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

static bool read_day(const char **out, const char *text, struct err *err)
{
    struct civil day;
    if (text && !civil_parse_date(&day, str_of(text)))
        return err_set(err, ERR_USAGE, "--at %s is no day; write one such as 2026-11-24", text);
    *out = text;
    return true;
}

enum status cmd_check(const struct arguments *arguments)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct check_wishes wishes = { .letters = true };
    struct source source;
    struct err err;
    if (!read_day(&wishes.day, arguments->options[OPTION_AT], &err) ||
        !check_folder_for(&source, &findings, &arena, arguments->words[0], wishes, &err))
        return command_failed(&err);
    const char *html = arguments->options[OPTION_HTML];
    if (html && !report_write(&source, &findings, html, &err))
        return command_failed(&err);
    if (!arguments->options[OPTION_JSON])
        print_lines(&findings);
    else if (!print_json(&findings))
        return STATUS_FAILED;
    return findings_count(&findings, SEVERITY_ERROR) > 0 ? STATUS_NO : STATUS_DONE;
}
