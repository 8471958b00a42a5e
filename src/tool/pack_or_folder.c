#include "tool/pack_or_folder.h"

#include "base/file.h"
#include "publish/build.h"
#include "publish/check.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The open pack keeps its file alive; its name is not needed any more. */
static bool open_and_unlink(struct pack **out, const char *path, const char *folder, struct err *err)
{
    bool opened = pack_open(out, path, err);
    unlink(path);
    rmdir(folder);
    return opened;
}

static bool build_and_open(struct pack **out, const struct source *source, struct err *err)
{
    const char *place = getenv("TMPDIR");
    char *folder = arena_printf(source->arena, "%s/maison-pack-XXXXXX", place && place[0] ? place : "/tmp");
    if (!mkdtemp(folder))
        return err_at(err, ERR_IO, folder, 0, "can't be made: %s; set TMPDIR to a folder that can be written",
                      strerror(errno));
    const char *path = arena_printf(source->arena, "%s/built.pack", folder);
    if (build_pack(source, path, err))
        return open_and_unlink(out, path, folder, err);
    rmdir(folder);
    return false;
}

enum status open_pack_or_folder(struct pack **out, const char *path)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct source source;
    struct err err;
    if (!file_is_dir(path))
        return pack_open(out, path, &err) ? STATUS_DONE : command_failed(&err);
    if (!check_folder(&source, &findings, &arena, path, &err))
        return command_failed(&err);
    if (command_say_errors(&findings))
        return STATUS_NO;
    return build_and_open(out, &source, &err) ? STATUS_DONE : command_failed(&err);
}
