#include "publish/import.h"
#include "base/clock.h"
#include "tool/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* As in the table of commands. */
enum { OPTION_INTO, OPTION_FORMAT, OPTION_DRY_RUN, OPTION_REPORT, OPTION_SOURCE, OPTION_URL, OPTION_JSON };

static bool write_report(const struct import *import, const char *path, struct err *err)
{
    FILE *out = fopen(path, "we");
    if (!out)
        return err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(errno));
    bool written = import_report_json(import, out, err);
    if (fclose(out) != 0 && written)
        return err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(errno));
    return written;
}

#define DATE_SIZE 40 /* for any numbers at all */

static void today(char out[static DATE_SIZE])
{
    struct clock clock = clock_real();
    int64_t days = clock_wall_ms(&clock) / (24 * 60 * 60 * 1000);
    struct civil date = civil_from_days(days);
    snprintf(out, DATE_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
}

enum status cmd_import(const struct arguments *arguments)
{
    CLEANUP(import_closep) struct import *import = NULL;
    struct err err = { 0 };
    char date[DATE_SIZE];
    today(date);
    struct import_options options = {
        .from = arguments->words[0],
        .into = arguments->options[OPTION_INTO],
        .format = arguments->options[OPTION_FORMAT],
        .source = arguments->options[OPTION_SOURCE],
        .url = arguments->options[OPTION_URL],
        .today = date,
        .dry_run = arguments->options[OPTION_DRY_RUN] != NULL,
    };
    if (!import_run(&import, &options, &err)) {
        enum status status = command_failed(&err);
        return err.code == ERR_FORMAT ? STATUS_NO : status;
    }
    bool said = arguments->options[OPTION_JSON] ? import_report_json(import, stdout, &err)
                                                : import_report_words(import, stdout, &err);
    if (!said || (arguments->options[OPTION_REPORT] && !write_report(import, arguments->options[OPTION_REPORT], &err)))
        return command_failed(&err);
    return import_is_useful(import) ? STATUS_DONE : STATUS_NO;
}
