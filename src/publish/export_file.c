#include "publish/export_file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool failed(const struct export_file *file, struct err *err)
{
    return err_at(err, ERR_IO, file->path, 0, "can't be written: %s", strerrordesc_np(errno));
}

bool export_file_begin(struct export_file *out, const char *path, struct err *err)
{
    struct stat info;
    struct export_file file = { 0 };
    int length = snprintf(file.path, sizeof(file.path), "%s", path);
    if (length < 0 || (size_t)length + sizeof(".new") > sizeof(file.path))
        return err_at(err, ERR_IO, path, 0, "has too long a name");
    memcpy(file.temporary, file.path, (size_t)length);
    memcpy(file.temporary + length, ".new", sizeof(".new"));
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return err_at(err, ERR_IO, path, 0, "is not a regular file; name a file to write");
    file.stream = fopen(file.temporary, "we");
    if (!file.stream)
        return failed(&file, err);
    *out = file;
    return true;
}

bool export_file_finish(struct export_file *file, struct err *err)
{
    bool written = fflush(file->stream) == 0 && !ferror(file->stream) && fsync(fileno(file->stream)) == 0;
    int saved = errno;
    if (fclose(file->stream) != 0 && written) {
        written = false;
        saved = errno;
    }
    file->stream = NULL;
    errno = saved;
    if (written && rename(file->temporary, file->path) == 0)
        return true;
    saved = errno;
    unlink(file->temporary);
    errno = saved;
    return failed(file, err);
}

void export_file_end(struct export_file *file)
{
    if (!file->stream)
        return;
    fclose(file->stream);
    unlink(file->temporary);
}

void export_file_cell(struct export_file *file, const char *text, bool first)
{
    const char *cell = text ? text : "";
    bool quoted = strpbrk(cell, ",\"\r\n") || cell[0] == ' ' || (cell[0] && cell[strlen(cell) - 1] == ' ');
    if (!first)
        fputc(',', file->stream);
    if (!quoted) {
        fputs(cell, file->stream);
        return;
    }
    fputc('"', file->stream);
    for (; *cell; cell++) {
        if (*cell == '"')
            fputc('"', file->stream);
        fputc(*cell, file->stream);
    }
    fputc('"', file->stream);
}
