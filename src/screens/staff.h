/* What the staff screen shows: facts about the kiosk, filled by whoever runs it (kiosk/staff.h), never anything of a
 * visit. The screen asks with ACT_STAFF_DO and shows what has become of it. */
#ifndef MAISON_SCREENS_STAFF_H
#define MAISON_SCREENS_STAFF_H

#include "base/clock.h"
#include "content/diff.h"

/* What takes a while; one thing at a time. */
enum staff_task {
    STAFF_IDLE,
    STAFF_PIN,     /* whether it is the right one */
    STAFF_LOOK,    /* at the store */
    STAFF_TAKE,    /* a pack from a stick, and what it would change */
    STAFF_INSTALL, /* what was taken */
    STAFF_ROLL_BACK,
    STAFF_COPY, /* notes and counts to a stick */
    STAFF_SET_CLOCK,
    STAFF_TASK_COUNT
};

/* One pack in plain words; `sequence` 0: there is none. Dates are YYYY-MM-DD. */
struct staff_pack {
    int64_t sequence;
    char created[11], expires[11];
    int64_t age_days; /* negative: the clock is behind */
    bool is_damaged;  /* it can't be gone back to */
};

/* What a change is about: a record, or how many texts of a language have come into a state. */
enum staff_about {
    STAFF_ABOUT_RECORD,
    STAFF_ABOUT_CHECKED,
    STAFF_ABOUT_UNCHECKED,
    STAFF_ABOUT_OUT_OF_DATE,
    STAFF_ABOUT_COUNT
};

#define STAFF_CHANGES 100 /* told one by one; the rest is only counted */
struct staff_change {
    enum diff_kind kind;
    enum diff_change change;
    enum staff_about about;     /* other than a record: `after` is how many texts of `lang` */
    const char *name;           /* in the source language */
    const char *lang;           /* of `before` and `after`; "" when they are the same in all */
    const char *before, *after; /* NULL: nothing to show */
};

#define STAFF_STICKS 6
#define STAFF_STICK_MAX 256
#define STAFF_WHY_MAX 800

struct staff {
    /* The PIN. */
    bool is_open;
    size_t digits; /* typed so far */
    bool was_wrong;
    int locked_s; /* no PIN is taken for so many seconds; 0: now */

    enum staff_task task; /* under way */
    int percent;          /* of it; -1: not known */
    enum staff_task told; /* what ended last … */
    bool has_failed;      /* … and how */
    enum err_code why;
    char detail[STAFF_WHY_MAX]; /* of a failure, in English */

    bool has_store;
    struct staff_pack shown, previous;
    bool is_previous_shown; /* not the store's newest, or none of it */

    /* Sticks that are plugged in, by the names of their folders. */
    char sticks[STAFF_STICKS][STAFF_STICK_MAX];
    size_t stick_count;

    /* What was taken from one. */
    bool has_taken, is_same;
    struct staff_pack taken;
    const struct staff_change *changes;
    size_t change_count, more_changes;
    bool is_compared; /* false: what changes is not known */

    size_t notes;  /* that visitors left; 0 also without a folder for them */
    bool can_copy; /* there is a folder for notes */

    bool is_clock_behind; /* the clock shows a time before the pack was made */
    bool can_set_clock;
    struct civil clock; /* as it is being set */
};

/* The parts, as ids of places. */
#define STAFF_PART_INSTALL "install"
#define STAFF_PART_ROLL_BACK "rollback"
#define STAFF_PART_COPY "copy"
#define STAFF_PART_CLOCK "clock"

/* Year, month, day, hour, minute. */
#define STAFF_CLOCK_PARTS 5

#endif
