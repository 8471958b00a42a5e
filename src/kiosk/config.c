#include "kiosk/options.h"

#include "base/file.h"

#include <ini.h>
#include <string.h>

#define CONFIG_SIZE_MAX (64u * 1024u)

struct reading {
    struct options *options;
    struct arena *arena;
    struct str rest; /* of the file */
    long row;        /* of the line that was read last */
    struct err err;
    bool failed;
};

/* inih takes an indented line for more of the value before it, and cuts a line that its buffer can't hold: here a line
 * is a setting, however it is indented, and one that is too long is refused. */
static char *next_line(char *out, int room, void *stream)
{
    struct reading *reading = stream;
    if (reading->failed || reading->rest.len == 0)
        return NULL;
    struct str line = str_trim(str_cut(reading->rest, '\n', &reading->rest));
    reading->row++;
    if (line.len >= (size_t)room) {
        reading->failed = true;
        err_set(&reading->err, ERR_USAGE, "the line is longer than %d bytes; shorten it", room - 1);
        return NULL;
    }
    if (line.len > 0)
        memcpy(out, line.at, line.len);
    out[line.len] = '\0';
    return out;
}

/* inih calls this for each setting; 0 means that it is refused. */
static int on_setting(void *user, const char *section, const char *name, const char *value)
{
    struct reading *reading = user;
    if (section[0])
        reading->failed =
            !err_set(&reading->err, ERR_USAGE, "[%s] is not expected; write settings without sections", section);
    else
        reading->failed = !options_set(reading->options, name, arena_strdup(reading->arena, value), &reading->err);
    return reading->failed ? 0 : 1;
}

bool options_read_config(struct options *options, struct arena *arena, const char *path, struct err *err)
{
    struct options read = *options;
    struct reading reading = { .options = &read, .arena = arena };
    if (!file_read(&reading.rest, arena, path, CONFIG_SIZE_MAX, err))
        return false;
    int result = ini_parse_stream(next_line, &reading, on_setting, &reading);

    /* inih goes on behind a line that it can't read, and tells its number at the end. */
    if (result > 0 && (!reading.failed || result < reading.row))
        return err_at(err, ERR_USAGE, path, result, "is not a setting; write `name = value`");
    if (reading.failed)
        return err_at(err, ERR_USAGE, path, reading.row, "%s", reading.err.detail);
    *options = read;
    return true;
}
