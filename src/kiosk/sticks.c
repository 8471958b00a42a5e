#include "kiosk/sticks.h"

#include "base/beneath.h"
#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* An open folder of the place, never through a link in it. */
static int open_stick(const char *place, const char *name)
{
    CLEANUP(beneath_closep) int root = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int stick = -1;
    if (root < 0 || strlen(name) >= STAFF_STICK_MAX || !beneath_open_folder(&stick, root, name, NULL))
        return -1;
    return stick;
}

static bool holds_something(const char *place, const char *name)
{
    int fd = open_stick(place, name);
    DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
    bool any = false;
    if (!folder) {
        if (fd >= 0)
            close(fd);
        return false;
    }
    for (struct dirent *entry = readdir(folder); entry && !any; entry = readdir(folder))
        any = strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return any;
}

static bool next_place(const char **out, struct str *rest, struct arena *arena)
{
    while (rest->len > 0) {
        struct str place = str_cut(*rest, ':', rest);
        if (place.len == 0)
            continue;
        *out = arena_str(arena, place);
        return true;
    }
    return false;
}

size_t sticks_find(char out[static STAFF_STICKS][STAFF_STICK_MAX], const char *places)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str rest = str_of(places);
    const char *place;
    size_t count = 0;
    while (next_place(&place, &rest, &arena)) {
        struct file_names names;
        if (!file_list(&names, &arena, place, "", NULL))
            continue;
        for (size_t i = 0; i < names.count && count < STAFF_STICKS; i++) {
            if (holds_something(place, names.at[i]))
                strcpy(out[count++], names.at[i]);
        }
    }
    return count;
}

const char *sticks_path(struct arena *arena, const char *places, const char *name)
{
    struct str rest = str_of(places);
    const char *place;
    while (next_place(&place, &rest, arena)) {
        if (holds_something(place, name))
            return arena_printf(arena, "%s/%s", place, name);
    }
    return NULL;
}
