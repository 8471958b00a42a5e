#include "kiosk/options.h"

#include <errno.h>
#include <ini.h>
#include <string.h>

struct reading {
    struct options *options;
    struct arena *arena;
    const char *path;
    struct err *err;
    bool failed;
};

/* inih calls this for each setting and stops at the first that is refused (INI_STOP_ON_FIRST_ERROR); it then returns that
 * line's number. */
static int on_setting(void *user, const char *section, const char *name, const char *value)
{
    struct reading *reading = user;
    if (reading->failed)
        return 0;
    if (section[0]) {
        reading->failed = true;
        err_set(reading->err, ERR_USAGE, "[%s] is not expected; write settings without sections", section);
        return 0;
    }
    const char *kept = arena_strdup(reading->arena, value);
    reading->failed = !options_set(reading->options, name, kept, reading->err);
    return reading->failed ? 0 : 1;
}

bool options_read_config(struct options *options, struct arena *arena, const char *path, struct err *err)
{
    struct options read = *options;
    struct err detail = { 0 };
    struct reading reading = { &read, arena, path, &detail, false };
    int result = ini_parse(path, on_setting, &reading);

    if (result < 0)
        return err_at(err, ERR_MISSING, path, 0, "can't be opened: %s", strerror(errno));
    if (reading.failed)
        return err_at(err, ERR_USAGE, path, result, "%s", detail.detail);
    if (result > 0)
        return err_at(err, ERR_USAGE, path, result, "is not a setting; write `name = value`");
    *options = read;
    return true;
}
