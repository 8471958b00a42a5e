#include "publish/build.h"
#include "publish/check.h"
#include "tool/command.h"

enum status cmd_build(const struct arguments *arguments)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct source source;
    struct err err;
    if (!check_folder(&source, &findings, &arena, arguments->words[0], &err))
        return command_failed(&err);
    if (command_say_errors(&findings))
        return STATUS_NO;
    if (!build_pack(&source, arguments->options[0], &err))
        return command_failed(&err);
    return STATUS_DONE;
}
