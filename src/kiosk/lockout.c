#include "kiosk/lockout.h"

#include "base/file.h"

#define WRONG_MOST 1000

static void lock(struct lockout *lockout, int64_t now)
{
    int64_t length = LOCKOUT_FIRST_MS;
    for (int i = 1; i < lockout->wrong && length < LOCKOUT_MOST_MS; i++)
        length *= 2;
    if (length > LOCKOUT_MOST_MS)
        length = LOCKOUT_MOST_MS;
    lockout->until = lockout->wrong > 0 ? now + length : now;
}

static bool save(const struct lockout *lockout, const char *folder, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    if (!folder)
        return true;
    return file_make_folder(folder, 0700, err) && file_write(arena_printf(&arena, "%s/staff-pin", folder),
                                                             str_of(arena_printf(&arena, "%d\n", lockout->wrong)), err);
}

void lockout_open(struct lockout *lockout, const char *folder, int64_t now)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str text;
    int64_t wrong;
    *lockout = (struct lockout){ .until = now };
    if (folder && file_read(&text, &arena, arena_printf(&arena, "%s/staff-pin", folder), 16, NULL) &&
        str_to_int64(str_trim(text), &wrong) && wrong > 0)
        lockout->wrong = wrong < WRONG_MOST ? (int)wrong : WRONG_MOST;
    lock(lockout, now);
}

bool lockout_try(struct lockout *lockout, const char *folder, int64_t now, struct err *err)
{
    if (lockout->wrong < WRONG_MOST)
        lockout->wrong++;
    lock(lockout, now);
    return save(lockout, folder, err);
}

bool lockout_clear(struct lockout *lockout, const char *folder, struct err *err)
{
    *lockout = (struct lockout){ 0 };
    return save(lockout, folder, err);
}

int lockout_seconds(const struct lockout *lockout, int64_t now)
{
    return now < lockout->until ? (int)((lockout->until - now + 999) / 1000) : 0;
}
