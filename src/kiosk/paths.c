#include "kiosk/paths.h"

#include "base/file.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

static const char *program_folder(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);
    if (length <= 0)
        return ".";
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash)
        *slash = '\0';
    return arena_strdup(arena, path);
}

const char *paths_catalogues(struct arena *arena)
{
    const char *folder = program_folder(arena);
    const char *beside = arena_printf(arena, "%s/locale", folder);
    return file_is_dir(beside) ? beside : arena_printf(arena, "%s/../share/locale", folder);
}
