#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void err_fill(struct err *err, enum err_code code, const char *file, long row, const char *format, va_list args)
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
    size_t used = strlen(context);
    size_t kept = strlen(err->detail);
    size_t room = sizeof(err->detail) - 1;
    size_t shift = used + 2 < room ? used + 2 : room;
    kept = kept < room - shift ? kept : room - shift;
    memmove(err->detail + shift, err->detail, kept);
    memcpy(err->detail, context, used);
    memcpy(err->detail + used, ": ", shift - used);
    err->detail[shift + kept] = '\0';
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
