#include "base/clock.h"
#include "publish/manifest.h"
#include "publish/new_pack.h"
#include "tool/command.h"

#include <stdio.h>

enum { OPTION_LANG };

enum status cmd_new(const struct arguments *arguments)
{
    char today[16];
    struct err err;
    const char *lang = arguments->options[OPTION_LANG] ? arguments->options[OPTION_LANG] : "en";
    struct clock clock = clock_real();
    struct civil date = civil_from_days(clock_wall_ms(&clock) / 86400000);
    snprintf(today, sizeof(today), "%04d-%02d-%02d", date.year % 10000, date.month % 100, date.day % 100);
    if (!tag_is_wellformed(lang)) {
        err_set(&err, ERR_USAGE, "\"%s\" is no language; write a tag such as fr or pt-BR", lang);
        return command_failed(&err);
    }
    if (!new_pack_write(arguments->words[0], lang, today, &err))
        return command_failed(&err);
    printf("%s/README.md says what to fill in, and so does: maison-pack check %s\n", arguments->words[0],
           arguments->words[0]);
    return STATUS_DONE;
}
