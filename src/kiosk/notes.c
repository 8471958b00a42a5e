#include "kiosk/notes.h"

#include "base/arena.h"
#include "base/file.h"

#include <string.h>

bool notes_add(const char *folder, struct civil day, const char *record, const char *kind, const char *sequence,
               struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    if (!file_make_folder(folder, 0700, err))
        return false;
    const char *path = arena_printf(&arena, "%s/notes.csv", folder);
    const char *line =
        arena_printf(&arena, "%04d-%02d-%02d,%s,%s,%s\r\n", day.year, day.month, day.day, record, kind, sequence);
    return file_append(path, STR(NOTES_HEAD), str_of(line), NOTES_BYTES_MAX, err);
}
