#include "content/minisig.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (64 * 1024)

static bool changed(const char *how, const char *file, struct err *err)
{
    return err_at(err, ERR_REFUSED, file, 0, "has %s bytes than were signed; get it again", how);
}

bool minisig_hash_file(unsigned char out[static MINISIG_HASH_BYTES], int fd, int64_t size, const char *file,
                       struct err *err)
{
    unsigned char bytes[CHUNK];
    struct minisig_hash hash;
    int64_t got = 0;
    minisig_hash_begin(&hash);
    for (;;) {
        ssize_t n = read(fd, bytes, sizeof(bytes));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_at(err, ERR_IO, file, 0, "can't be read: %s", strerrordesc_np(errno));
        if (n == 0)
            break;
        got += n;
        if (got > size)
            return changed("more", file, err);
        minisig_hash_add(&hash, bytes, (size_t)n);
    }
    if (got < size)
        return changed("fewer", file, err);
    minisig_hash_end(&hash, out);
    return true;
}
