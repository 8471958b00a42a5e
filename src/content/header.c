#include "content/header.h"

#include "content/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100

/* Offsets of the fields that are looked at; all numbers are big-endian. */
enum {
    AT_PAGE_SIZE = 16,
    AT_WRITE_VERSION = 18,
    AT_READ_VERSION = 19,
    AT_PAGE_COUNT = 28,
    AT_ENCODING = 56,
    AT_USER_VERSION = 60,
    AT_APPLICATION_ID = 68
};

static const unsigned char magic[16] = "SQLite format 3";

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
}

static uint32_t read_u32(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static int64_t page_size(const unsigned char *header)
{
    int64_t size = (int64_t)header[AT_PAGE_SIZE] << 8 | header[AT_PAGE_SIZE + 1];
    return size == 1 ? 65536 : size;
}

static bool read_header(unsigned char out[HEADER_SIZE], int64_t *size, const char *path, struct err *err)
{
    /* Not blocking: opening a pipe must not wait for its writer. */
    CLEANUP(close_fd) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info;
    if (fd < 0)
        return err_at(err, errno == ENOENT || errno == ENOTDIR ? ERR_MISSING : ERR_IO, path, 0, "can't be opened: %s",
                      strerrordesc_np(errno));
    if (fstat(fd, &info) != 0)
        return err_at(err, ERR_IO, path, 0, "can't be read: %s", strerrordesc_np(errno));
    if (!S_ISREG(info.st_mode))
        return err_at(err, ERR_FORMAT, path, 0, "is not a regular file; name the pack's own file");
    ssize_t got = pread(fd, out, HEADER_SIZE, 0);
    if (got < 0)
        return err_at(err, ERR_IO, path, 0, "can't be read: %s", strerrordesc_np(errno));
    if (got == 0)
        return err_at(err, ERR_FORMAT, path, 0, "is empty; copy the pack again");
    memset(out + got, 0, (size_t)(HEADER_SIZE - got));
    *size = info.st_size;
    return true;
}

static bool check_identity(const unsigned char *header, const char *path, struct err *err)
{
    if (memcmp(header, magic, sizeof(magic)) != 0)
        return err_at(err, ERR_FORMAT, path, 0, "is not a pack; give the .pack file that 'maison-pack build' has made");
    if (read_u32(header + AT_APPLICATION_ID) != PACK_APPLICATION_ID)
        return err_at(err, ERR_FORMAT, path, 0,
                      "is a database, but not a pack; give the .pack file that 'maison-pack build' has made");
    uint32_t format = read_u32(header + AT_USER_VERSION);
    if (format > PACK_FORMAT)
        return err_at(err, ERR_TOO_NEW, path, 0,
                      "was made for a later version of Maison (format %" PRIu32
                      "); update the program, or build the pack again",
                      format);
    if (format < PACK_FORMAT)
        return err_at(err, ERR_FORMAT, path, 0,
                      "has an old format (%" PRIu32 "); build the pack again with this version of Maison", format);
    return true;
}

static bool check_length(const unsigned char *header, int64_t size, const char *path, struct err *err)
{
    int64_t page = page_size(header);
    int64_t expected = page * read_u32(header + AT_PAGE_COUNT);
    if (size < expected)
        return err_at(err, ERR_FORMAT, path, 0,
                      "is cut short: %" PRId64 " of %" PRId64 " bytes are there; copy the pack again", size, expected);
    if (size > expected)
        return err_at(err, ERR_FORMAT, path, 0,
                      "is %" PRId64 " bytes longer than it says; copy the pack again, or build it again",
                      size - expected);
    /* A pack is finished: no write-ahead log belongs to it, and its text is UTF-8. */
    if (header[AT_WRITE_VERSION] != 1 || header[AT_READ_VERSION] != 1 || read_u32(header + AT_ENCODING) != 1)
        return err_at(err, ERR_FORMAT, path, 0, "is not a finished pack; build it again");
    return true;
}

bool header_check(int64_t *size, const char *path, struct err *err)
{
    unsigned char header[HEADER_SIZE];
    int64_t found = 0;
    if (!read_header(header, &found, path, err) || !check_identity(header, path, err) ||
        !check_length(header, found, path, err))
        return false;
    *size = found;
    return true;
}
