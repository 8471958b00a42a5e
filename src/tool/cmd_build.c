#include "base/log.h"
#include "publish/build.h"
#include "publish/check.h"
#include "tool/command.h"

static size_t say_errors(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        if (rule_severity(findings->at[i].rule) == SEVERITY_ERROR)
            log_line("%s", finding_text(&findings->at[i], findings->arena));
    }
    return findings_count(findings, SEVERITY_ERROR);
}

enum status cmd_build(const struct arguments *arguments)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct source source;
    struct err err;
    if (!check_folder(&source, &findings, &arena, arguments->words[0], &err))
        return command_failed(&err);
    if (say_errors(&findings) > 0)
        return STATUS_NO;
    if (!build_pack(&source, arguments->options[0], &err))
        return command_failed(&err);
    return STATUS_DONE;
}
