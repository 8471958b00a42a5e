#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void err_fill(struct err *err, enum err_code code, const char *file, long row, const char *format,
                     va_list args)
{
    if (!err)
        return;
    err->code = code;
    err->row = row;
    snprintf(err->file, sizeof(err->file), "%s", file ? file : "");
    vsnprintf(err->detail, sizeof(err->detail), format, args);
}

bool err_set(struct err *err, enum err_code code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    err_fill(err, code, NULL, 0, format, args);
    va_end(args);
    return false;
}

bool err_at(struct err *err, enum err_code code, const char *file, long row, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    err_fill(err, code, file, row, format, args);
    va_end(args);
    return false;
}

bool err_add(struct err *err, const char *format, ...)
{
    if (!err)
        return false;
    char context[sizeof(err->detail)];
    va_list args;
    va_start(args, format);
    vsnprintf(context, sizeof(context), format, args);
    va_end(args);
    char detail[sizeof(err->detail)];
    memcpy(detail, err->detail, sizeof(detail));
    size_t room = sizeof(err->detail);
    int used = snprintf(err->detail, room, "%s: ", context);
    if (used > 0 && (size_t)used < room)
        snprintf(err->detail + used, room - (size_t)used, "%s", detail);
    return false;
}

const char *err_text(const struct err *err, char *out, size_t size)
{
    if (err->file[0] && err->row > 0)
        snprintf(out, size, "%s:%ld: %s", err->file, err->row, err->detail);
    else if (err->file[0])
        snprintf(out, size, "%s: %s", err->file, err->detail);
    else
        snprintf(out, size, "%s", err->detail);
    return out;
}
