#include "base/beneath.h"
#include "base/file.h"
#include "content/store_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define TRY_EVERY_MS 50
#define TRIES 100

bool store_folder_open(int *out, const char *path, bool make, struct err *err)
{
    if (make && !file_make_folder(path, 0755, err))
        return false;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return err_at(err, errno == ENOENT ? ERR_MISSING : ERR_IO, path, 0, "can't be opened: %s",
                      strerrordesc_np(errno));
    *out = fd;
    return true;
}

bool store_lock(int store, const char *path, struct err *err)
{
    for (int i = 0; i < TRIES; i++) {
        if (flock(store, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return err_at(err, ERR_IO, path, 0, "can't be locked: %s", strerrordesc_np(errno));
        nanosleep(&(struct timespec){ 0, TRY_EVERY_MS * 1000000 }, NULL);
    }
    return err_at(err, ERR_IO, path, 0, "is being changed by another program; try again when that has ended");
}

void store_unlock(int store)
{
    (void)flock(store, LOCK_UN);
}

bool store_flush(int folder, const char *path, struct err *err)
{
    return fsync(folder) == 0 || err_at(err, ERR_IO, path, 0, "can't be flushed to disk: %s", strerrordesc_np(errno));
}
