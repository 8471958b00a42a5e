#include "faults/faults.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static struct fault armed;
static bool is_armed;
static long now;
static struct fault_log *log_of;

/* Files with bytes that no flush has covered; a closed one is kept open here under another number. */
#define DIRTY_MAX 64
static int dirty[DIRTY_MAX];
static int dirty_count;

static void lose_unflushed(void)
{
    for (int i = 0; i < dirty_count; i++)
        (void)!ftruncate(dirty[i], 0);
}

static _Noreturn void die(void)
{
    if (armed.mode == FAULT_POWER_CUT)
        lose_unflushed();
    (void)kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

/* True if this step shall fail. */
static bool step(enum fault_kind kind, size_t bytes)
{
    if (!is_armed)
        return false;
    now++;
    if (log_of && now <= FAULT_STEPS_MAX) {
        log_of->count = now;
        log_of->steps[now - 1].kind = (unsigned char)kind;
        log_of->steps[now - 1].bytes = bytes;
    }
    if (now == armed.step && (armed.mode == FAULT_DIE_BEFORE || armed.mode == FAULT_POWER_CUT))
        die();
    bool fails = (armed.mode == FAULT_ONCE && now == armed.step) || (armed.mode == FAULT_ON && now >= armed.step);
    if (fails)
        errno = armed.error;
    return fails;
}

static void stepped(void)
{
    if (is_armed && now == armed.step && armed.mode == FAULT_DIE_AFTER)
        die();
}

/* Allocations of SQLite, which does not call malloc through us. */
static sqlite3_mem_methods usual;

static void *sqlite_malloc(int size)
{
    void *at = step(STEP_SQLITE_ALLOCATION, 0) ? NULL : usual.xMalloc(size);
    stepped();
    return at;
}

static void *sqlite_realloc(void *before, int size)
{
    void *at = step(STEP_SQLITE_ALLOCATION, 0) ? NULL : usual.xRealloc(before, size);
    stepped();
    return at;
}

void faults_arm(struct fault fault, struct fault_log *log)
{
    sqlite3_shutdown();
    if (!usual.xMalloc)
        sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual);
    sqlite3_mem_methods ours = usual;
    ours.xMalloc = sqlite_malloc;
    ours.xRealloc = sqlite_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
    armed = fault;
    now = 0;
    log_of = log;
    is_armed = true;
}

void faults_disarm(void)
{
    is_armed = false;
}

#define WRAP(type, name, parameters, arguments, kind)                                                                  \
    type __real_##name parameters;                                                                                     \
    type __wrap_##name parameters;                                                                                     \
    type __wrap_##name parameters                                                                                      \
    {                                                                                                                  \
        if (step(kind, 0))                                                                                             \
            return -1;                                                                                                 \
        type result = __real_##name arguments;                                                                         \
        stepped();                                                                                                     \
        return result;                                                                                                 \
    }

WRAP(ssize_t, read, (int fd, void *at, size_t len), (fd, at, len), STEP_CALL)
WRAP(ssize_t, readlinkat, (int folder, const char *name, char *at, size_t len), (folder, name, at, len), STEP_CALL)
WRAP(int, rename, (const char *from, const char *to), (from, to), STEP_CALL)
WRAP(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), STEP_CALL)
WRAP(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags), (a, from, b, to, flags),
     STEP_CALL)
WRAP(int, mkdir, (const char *name, mode_t mode), (name, mode), STEP_CALL)
WRAP(int, mkdirat, (int folder, const char *name, mode_t mode), (folder, name, mode), STEP_CALL)
WRAP(int, symlinkat, (const char *to, int folder, const char *name), (to, folder, name), STEP_CALL)
WRAP(int, unlink, (const char *name), (name), STEP_CALL)
WRAP(int, unlinkat, (int folder, const char *name, int flags), (folder, name, flags), STEP_CALL)
WRAP(int, fchmod, (int fd, mode_t mode), (fd, mode), STEP_CALL)
WRAP(int, flock, (int fd, int how), (fd, how), STEP_CALL)

int __real_fstatvfs(int fd, struct statvfs *out);
int __wrap_fstatvfs(int fd, struct statvfs *out);
int __wrap_fstatvfs(int fd, struct statvfs *out)
{
    if (step(STEP_CALL, 0))
        return -1;
    int result = __real_fstatvfs(fd, out);
    if (is_armed && armed.mode == FAULT_NO_ROOM)
        out->f_bavail = 16;
    stepped();
    return result;
}

static void forget_dirty(int fd)
{
    for (int i = 0; i < dirty_count; i++) {
        if (dirty[i] == fd)
            dirty[i--] = dirty[--dirty_count];
    }
}

ssize_t __real_write(int fd, const void *at, size_t len);
ssize_t __wrap_write(int fd, const void *at, size_t len);
ssize_t __wrap_write(int fd, const void *at, size_t len)
{
    if (step(STEP_WRITE, len))
        return -1;
    if (is_armed && now == armed.step && armed.mode == FAULT_DIE_WITHIN) {
        (void)!__real_write(fd, at, armed.bytes < len ? armed.bytes : len);
        die();
    }
    ssize_t result = __real_write(fd, at, len);
    forget_dirty(fd);
    if (is_armed && dirty_count < DIRTY_MAX)
        dirty[dirty_count++] = fd;
    stepped();
    return result;
}

int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __wrap_fsync(int fd)
{
    if (step(STEP_CALL, 0))
        return -1;
    int result = __real_fsync(fd);
    forget_dirty(fd);
    stepped();
    return result;
}

int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
    for (int i = 0; i < dirty_count; i++) {
        if (dirty[i] == fd)
            dirty[i] = dup(fd);
    }
    return __real_close(fd);
}

int __real_open(const char *name, int flags, ...);
int __wrap_open(const char *name, int flags, ...);
int __wrap_open(const char *name, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (step(STEP_CALL, 0))
        return -1;
    int result = __real_open(name, flags, mode);
    stepped();
    return result;
}

int __real_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *name, int flags, ...);
int __wrap_openat(int folder, const char *name, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (step(STEP_CALL, 0))
        return -1;
    int result = __real_openat(folder, name, flags, mode);
    stepped();
    return result;
}

/* The only call that is made by its number is openat2. */
long __real_syscall(long number, ...);
long __wrap_syscall(long number, ...);
long __wrap_syscall(long number, ...)
{
    va_list rest;
    va_start(rest, number);
    int folder = va_arg(rest, int);
    const char *name = va_arg(rest, const char *);
    void *how = va_arg(rest, void *);
    size_t size = va_arg(rest, size_t);
    va_end(rest);
    if (step(STEP_CALL, 0))
        return -1;
    long result = __real_syscall(number, folder, name, how, size);
    stepped();
    return result;
}

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_malloc(size_t size)
{
    void *at = step(STEP_ALLOCATION, 0) ? NULL : __real_malloc(size);
    stepped();
    return at;
}

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size)
{
    void *at = step(STEP_ALLOCATION, 0) ? NULL : __real_calloc(count, size);
    stepped();
    return at;
}
