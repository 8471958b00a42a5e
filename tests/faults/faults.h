/* Makes the system refuse, or the process die, at a chosen step. The steps are the calls that our own code makes to
 * open, read, write, flush, rename, link, remove, lock and allocate (wrapped by the linker, see tests/CMakeLists.txt),
 * and SQLite's allocations. Counted and armed in one process; a child that is armed takes nobody with it. */
#ifndef TESTS_FAULTS_FAULTS_H
#define TESTS_FAULTS_FAULTS_H

#include <stdbool.h>
#include <stddef.h>

enum fault_mode {
    FAULT_COUNT_ONLY,
    FAULT_ONCE,       /* the step fails */
    FAULT_ON,         /* it fails, and all behind it */
    FAULT_NO_ROOM,    /* the disk says that it is nearly full, whenever it is asked */
    FAULT_DIE_BEFORE, /* SIGKILL instead of the step */
    FAULT_DIE_AFTER,  /* the step is done, then SIGKILL */
    FAULT_DIE_WITHIN, /* a write: `bytes` of it are done, then SIGKILL */
    FAULT_POWER_CUT,  /* as FAULT_DIE_BEFORE, and what was written but not flushed to disk is gone */
};

struct fault {
    enum fault_mode mode;
    long step; /* from 1 */
    int error; /* errno of a failing call; an allocation just gives NULL */
    size_t bytes;
};

/* What each step was, when they were counted. */
enum fault_kind { STEP_CALL, STEP_WRITE, STEP_ALLOCATION, STEP_SQLITE_ALLOCATION };
#define FAULT_STEPS_MAX 20000

struct fault_log {
    long count;
    struct {
        unsigned char kind;
        size_t bytes; /* of a write */
    } steps[FAULT_STEPS_MAX];
};

/* From here on. `log` may be NULL. */
void faults_arm(struct fault fault, struct fault_log *log);
void faults_disarm(void);

#endif
