#include "kiosk/staff_copy.h"

#include "base/beneath.h"
#include "base/file.h"
#include "kiosk/counters.h"
#include "kiosk/notes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

static bool read_notes(struct str *out, struct arena *arena, const char *folder, struct err *err)
{
    const char *path = arena_printf(arena, "%s/notes.csv", folder);
    *out = STR(NOTES_HEAD);
    return !file_exists(path) || file_read(out, arena, path, NOTES_BYTES_MAX, err);
}

bool staff_copy(const char *folder, const char *stick, const char *kiosk, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(beneath_closep) int fd = open(stick, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    struct str notes, counts;
    if (fd < 0)
        return err_at(err, ERR_IO, stick, 0, "can't be opened: %s", strerrordesc_np(errno));
    return read_notes(&notes, &arena, folder, err) && counters_export(&counts, &arena, folder, err) &&
           beneath_write(fd, arena_printf(&arena, "notes-%s.csv", kiosk), notes, err) &&
           beneath_write(fd, arena_printf(&arena, "counters-%s.csv", kiosk), counts, err);
}

size_t staff_count_notes(const char *folder)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str notes;
    size_t lines = 0;
    if (!folder || !read_notes(&notes, &arena, folder, NULL))
        return 0;
    for (size_t i = 0; i < notes.len; i++)
        lines += notes.at[i] == '\n';
    return lines > 0 ? lines - 1 : 0;
}
