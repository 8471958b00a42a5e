#include "kiosk/voice_log.h"

#include "base/log.h"

#include <stdlib.h>
#include <string.h>

static void put(struct voice_log *log, struct str text)
{
    if (log->length + text.len > log->room) {
        log->room = 2 * log->room + text.len + 1024;
        log->at = realloc(log->at, log->room);
        if (!log->at)
            log_fatal("out of memory: what was said");
    }
    memcpy(log->at + log->length, text.at, text.len);
    log->length += text.len;
}

void voice_log_add(struct voice_log *log, const char *lang, const char *text)
{
    if (!log->is_kept || !text[0])
        return;
    put(log, str_of(lang));
    put(log, STR("\t"));
    put(log, str_of(text));
    put(log, STR("\n"));
}

void voice_log_close(struct voice_log *log)
{
    free(log->at);
    *log = (struct voice_log){ 0 };
}

struct str voice_log_take(struct voice_log *log)
{
    if (log->length == 0)
        return STR("");
    struct str taken = { log->at + log->printed, log->length - log->printed };
    log->printed = log->length;
    return taken;
}

struct str voice_log_rest(const struct voice_log *log)
{
    if (log->length == 0)
        return STR("");
    return (struct str){ log->at + log->expected, log->length - log->expected };
}

bool voice_log_expect(struct voice_log *log, struct str wanted)
{
    struct str rest = voice_log_rest(log);
    while (rest.len > 0) {
        struct str line = str_cut(rest, '\n', &rest);
        if (!str_contains(line, wanted))
            continue;
        log->expected = log->length - rest.len;
        return true;
    }
    return false;
}
