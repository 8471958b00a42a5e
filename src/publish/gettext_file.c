#include "publish/gettext_file.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The library reports through plain functions without a data pointer, so what they write to has to be static. It is
 * set while one file is read or written and nowhere else. */
static struct call {
    const struct gettext_report *report;
    jmp_buf on_fatal; /* the library's contract: its handler must not return from a fatal error */
} * call;

static void on_error(int severity, po_message_t message, const char *file, size_t line, size_t column, int multiline,
                     const char *text)
{
    (void)message;
    (void)column;
    (void)multiline;
    if (severity == PO_SEVERITY_WARNING)
        return;
    call->report->on_error(call->report->data, file && line != (size_t)-1 ? (long)line : 0, text);
    if (severity == PO_SEVERITY_FATAL_ERROR)
        longjmp(call->on_fatal, 1);
}

static void on_error_pair(int severity, po_message_t message1, const char *file1, size_t line1, size_t column1,
                          int multiline1, const char *text1, po_message_t message2, const char *file2, size_t line2,
                          size_t column2, int multiline2, const char *text2)
{
    (void)message2;
    (void)file2;
    (void)line2;
    (void)column2;
    (void)multiline2;
    (void)text2;
    on_error(severity, message1, file1, line1, column1, multiline1, text1);
}

static const struct po_xerror_handler handler = { on_error, on_error_pair };

po_file_t gettext_read(const char *path, const struct gettext_report *report)
{
    struct call here = { .report = report };
    po_file_t volatile file = NULL;
    call = &here;
    if (setjmp(here.on_fatal) == 0)
        file = po_file_read(path, &handler);
    call = NULL;
    return file;
}

static void remember(void *data, long line, const char *text)
{
    (void)line;
    err_set(data, ERR_IO, "%s", text);
}

/* libgettextpo has written and closed it. */
static bool flush(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool flushed = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return flushed;
}

bool gettext_write(po_file_t file, const char *path, struct err *err)
{
    struct err problem = { 0 };
    struct gettext_report report = { &problem, remember };
    struct call here = { .report = &report };
    char temporary[4096];
    int length = snprintf(temporary, sizeof(temporary), "%s.new", path);
    if (length < 0 || (size_t)length >= sizeof(temporary))
        return err_at(err, ERR_IO, path, 0, "has too long a name");
    call = &here;
    if (setjmp(here.on_fatal) == 0)
        po_file_write(file, temporary, &handler);
    call = NULL;
    if (problem.code == ERR_NONE && flush(temporary) && rename(temporary, path) == 0)
        return file_flush_name(path, err);
    if (problem.code == ERR_NONE)
        err_set(&problem, ERR_IO, "%s", strerror(errno));
    unlink(temporary);
    return err_at(err, ERR_IO, path, 0, "can't be written: %s", problem.detail);
}

void gettext_freep(po_file_t *file)
{
    if (*file)
        po_file_free(*file);
}
