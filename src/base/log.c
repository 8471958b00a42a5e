#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char *program = "maison";

void log_set_program(const char *name)
{
    program = name;
}

static void log_va(const char *format, va_list args)
{
    fprintf(stderr, "%s: ", program);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void log_line(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    log_va(format, args);
    va_end(args);
}

void log_err(const struct err *err)
{
    char text[sizeof(err->file) + sizeof(err->detail) + 32];
    log_line("%s", err_text(err, text, sizeof(text)));
}

void log_fatal(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    log_va(format, args);
    va_end(args);
    exit(3);
}
