/* Every finding, by rule, the errors first, each rule with what to do about it. */
#include "publish/report_parts.h"

/* A manager reads no longer list; the command line has them all. */
#define LISTED_MAX 200

static size_t count_of(const struct findings *findings, enum rule rule)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count += findings->at[i].rule == rule ? 1 : 0;
    return count;
}

static void finding_row(FILE *out, const struct finding *finding)
{
    fputs("<tr><td class=\"where\">", out);
    report_text(out, finding->where.file);
    if (finding->where.row > 0)
        fprintf(out, ", row %ld", finding->where.row);
    if (finding->where.column) {
        fputs("<br/><span class=\"small\">", out);
        report_text(out, finding->where.column);
        fputs("</span>", out);
    }
    fputs("</td><td>", out);
    report_name(out, finding->message);
    fputs("</td></tr>\n", out);
}

static void rule_block(FILE *out, const struct findings *findings, enum rule rule, size_t count)
{
    bool is_error = rule_severity(rule) == SEVERITY_ERROR;
    size_t listed = 0;
    fprintf(out,
            "<article class=\"%s\"><h3><span class=\"badge\">%s</span> %s <span class=\"count\">%zu</span></h3>\n<p>",
            is_error ? "error" : "warning", is_error ? "error" : "warning", rule_id(rule), count);
    report_text(out, rule_advice(rule));
    fputs(".</p>\n<table><tbody>\n", out);
    for (size_t i = 0; i < findings->count && listed < LISTED_MAX; i++) {
        if (findings->at[i].rule != rule)
            continue;
        finding_row(out, &findings->at[i]);
        listed++;
    }
    fputs("</tbody></table>\n", out);
    if (count > listed)
        fprintf(out, "<p class=\"small\">And %zu more: maison-pack check lists them all.</p>\n", count - listed);
    fputs("</article>\n", out);
}

void report_findings(FILE *out, const struct findings *findings)
{
    fputs("<section><h2>What to do</h2>\n", out);
    if (findings->count == 0)
        fputs("<p>Nothing was found.</p>\n", out);
    for (enum severity severity = SEVERITY_ERROR; severity <= SEVERITY_WARNING; severity++) {
        for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
            size_t count = rule_severity(rule) == severity ? count_of(findings, rule) : 0;
            if (count > 0)
                rule_block(out, findings, rule, count);
        }
    }
    fputs("</section>\n", out);
}
