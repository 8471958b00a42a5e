#include "publish/report.h"

#include "publish/export_file.h"
#include "publish/report_parts.h"

/* Ages, from green to red; the same colours say how a language stands. Every number is also there as text. */
static const char style[] =
    "body{font:15px/1.5 system-ui,sans-serif;color:#1b1b1f;background:#fff;margin:2rem auto;max-width:64rem;padding:0 "
    "1.5rem}\n"
    "h1{font-size:1.9rem;margin:0}h2{font-size:1.3rem;margin:2.4rem 0 .6rem}h3{font-size:1rem;margin:0}\n"
    "p{margin:.3rem 0 .8rem;max-width:44rem}.small{font-size:.85rem;color:#5a5a63}\n"
    ".verdict{font-size:1.1rem;padding:.8rem 1rem;border-radius:.5rem;margin:1.2rem 0}\n"
    ".verdict.good{background:#e6f3ea}.verdict.bad{background:#fbe9e7}\n"
    ".tiles{display:flex;flex-wrap:wrap;gap:1rem;margin:0;padding:0;list-style:none}\n"
    ".tiles li{border:1px solid #d8d8de;border-radius:.5rem;padding:.6rem 1.2rem;min-width:6rem}\n"
    ".tiles b{display:block;font-size:1.7rem;line-height:1.2}\n"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;"
    "border-bottom:1px solid #e4e4e9}\n"
    "thead th{font-size:.8rem;font-weight:600;color:#5a5a63;vertical-align:bottom}tbody th{font-weight:600}\n"
    ".n{text-align:right;font-variant-numeric:tabular-nums}.due{font-weight:700}\n"
    ".where{width:34%;font-size:.85rem;overflow-wrap:anywhere}\n"
    "svg{display:block}svg text{font:12px system-ui,sans-serif;text-anchor:middle;fill:#1b1b1f}\n"
    ".legend span{margin-right:1rem}.legend svg{display:inline;vertical-align:-1px}\n"
    ".bar{margin-top:.3rem;border-radius:3px}.room{fill:#ececf1}.floor{stroke:#8c8c96}\n"
    ".p0{fill:#1e7a46}.p1{fill:#6fae7f}.p2{fill:#e3b341}.p3{fill:#d98204}.p4{fill:#b3261e}.p5{fill:#8c8c96}\n"
    "article{border-left:4px solid #d98204;padding:.2rem 0 .2rem 1rem;margin:1.4rem "
    "0}article.error{border-color:#b3261e}\n"
    ".badge{font-size:.75rem;font-weight:600;color:#fff;background:#8a5200;border-radius:3px;padding:.1rem .4rem}\n"
    ".error .badge{background:#b3261e}.count{color:#5a5a63;font-weight:400}\n"
    "@media print{body{margin:0;max-width:none;font-size:11px}section,tr,h3{break-inside:avoid}h2,h3{break-after:avoid}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n";

static void write_head(FILE *out, const struct source *source, const struct report_facts *facts)
{
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>",
          out);
    report_text(out, source->manifest.city);
    fprintf(out, ": check of the welcome pack</title>\n<style>\n%s</style>\n</head>\n<body>\n<header><h1>", style);
    report_name(out, source->manifest.city);
    fprintf(out, "</h1>\n<p>Check of the welcome pack, number %lld, made on ", (long long)source->manifest.sequence);
    report_text(out, facts->made);
    fputs("</p></header>\n", out);
}

static void write_verdict(FILE *out, const struct report_facts *facts)
{
    if (facts->errors == 0)
        fputs("<p class=\"verdict good\">The pack can be built.", out);
    else
        fprintf(out, "<p class=\"verdict bad\">%zu error%s keep%s the pack from being built.", facts->errors,
                facts->errors == 1 ? "" : "s", facts->errors == 1 ? "s" : "");
    if (facts->warnings > 0)
        fprintf(out, " %zu warning%s say%s what would serve people better.", facts->warnings,
                facts->warnings == 1 ? "" : "s", facts->warnings == 1 ? "s" : "");
    fputs("</p>\n", out);
}

static void write_tiles(FILE *out, const struct report_facts *facts)
{
    const struct {
        size_t count;
        const char *what;
    } tiles[] = {
        { facts->services, "services" },  { facts->pages, "pages" },
        { facts->topic_count, "topics" }, { facts->language_count + 1, "languages" },
        { facts->errors, "errors" },      { facts->warnings, "warnings" },
    };
    fputs("<ul class=\"tiles\">", out);
    for (size_t i = 0; i < COUNT(tiles); i++)
        fprintf(out, "<li><b>%zu</b>%s</li>", tiles[i].count, tiles[i].what);
    fputs("</ul>\n", out);
}

bool report_write(const struct source *source, const struct findings *findings, const char *path, struct err *err)
{
    CLEANUP(export_file_end) struct export_file file = { 0 };
    struct report_facts facts;
    report_facts_gather(&facts, source, findings);
    if (!export_file_begin(&file, path, err))
        return false;
    write_head(file.stream, source, &facts);
    write_verdict(file.stream, &facts);
    write_tiles(file.stream, &facts);
    report_topics(file.stream, &facts);
    report_ages(file.stream, &facts);
    report_languages(file.stream, &facts);
    report_findings(file.stream, findings);
    fputs("</body>\n</html>\n", file.stream);
    return export_file_finish(&file, err);
}
