#include "base/beneath.h"
#include "base/file.h"
#include "content/store_parts.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* What can't be removed stays for the next time: an install does not fail for want of tidiness. */

/* A folder of files, without following any link. */
static void remove_folder(int parent, const char *name)
{
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
    if (!dir && fd >= 0)
        close(fd);
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            (void)unlinkat(dirfd(dir), entry->d_name, 0);
    }
    if (dir)
        closedir(dir);
    (void)unlinkat(parent, name, dir ? AT_REMOVEDIR : 0);
}

/* An install that is alive holds the lock of its folder. */
static bool is_abandoned(int staging, const char *name)
{
    CLEANUP(beneath_closep) int fd = openat(staging, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return fd < 0 || flock(fd, LOCK_EX | LOCK_NB) == 0;
}

static void clean_staging(int store, const char *path, struct arena *arena)
{
    struct file_names names = { 0 };
    CLEANUP(beneath_closep) int staging = openat(store, STORE_STAGING, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (staging < 0 || !file_list(&names, arena, arena_printf(arena, "%s/" STORE_STAGING, path), "", NULL))
        return;
    for (size_t i = 0; i < names.count; i++) {
        if (is_abandoned(staging, names.at[i]))
            remove_folder(staging, names.at[i]);
    }
    (void)unlinkat(store, STORE_STAGING, AT_REMOVEDIR); /* unless one is alive */
}

static void clean_packs(int store, const char *path, struct arena *arena)
{
    struct file_names names = { 0 };
    struct store_slots slots;
    CLEANUP(beneath_closep) int packs = openat(store, STORE_PACKS, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (packs < 0 || !store_slots_read(&slots, store, path, NULL) ||
        !file_list(&names, arena, arena_printf(arena, "%s/" STORE_PACKS, path), "", NULL))
        return;
    for (size_t i = 0; i < names.count; i++) {
        if (strcmp(names.at[i], slots.names[STORE_CURRENT]) != 0 &&
            strcmp(names.at[i], slots.names[STORE_PREVIOUS]) != 0)
            remove_folder(packs, names.at[i]);
    }
}

void store_clean(int store, const char *path)
{
    static const char *const half_written[] = { "current.new", "previous.new", STORE_HIGHEST ".new",
                                                STORE_ROLLED_BACK ".new" };
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    for (size_t i = 0; i < COUNT(half_written); i++)
        (void)unlinkat(store, half_written[i], 0);
    clean_staging(store, path, &arena);
    clean_packs(store, path, &arena);
}
