#include "kiosk/staff_job.h"

#include "kiosk/staff_copy.h"

#include <assert.h>
#include <errno.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

#define TEXT_BYTES 240  /* of what changes, so much is shown */
#define BEFORE_BYTES 60 /* of them at most so many before the first difference */

static struct install_rules rules_of(const struct staff_job *job)
{
    const struct options *options = job->options;
    /* A person asks for it: also what was rolled back may come again. */
    return (struct install_rules){ { options->trust, options->audience, job->now_ms }, true };
}

static bool check_pin(struct staff_job *job)
{
    bool matches = pin_matches(job->options->staff_pin_hash, job->pin);
    explicit_bzero(job->pin, sizeof(job->pin));
    return matches;
}

static bool look(struct staff_job *job)
{
    struct install_rules rules = rules_of(job);
    return store_status(&job->status, job->options->store, &rules.store, &job->err);
}

static bool report(void *data, int64_t done, int64_t total)
{
    struct staff_job *job = data;
    atomic_store(&job->percent, total > 0 ? (int)(done * 100 / total) : 0);
    return !atomic_load(&job->shall_stop);
}

/* Where a long text first differs from the other, and a little before. */
static size_t place_of_change(const char *text, const char *other)
{
    size_t same = 0;
    while (other && text[same] && text[same] == other[same])
        same++;
    return same > BEFORE_BYTES ? str_last_letter(text, same - BEFORE_BYTES + 1) : 0;
}

/* As much of a text as is shown, from where it differs from the other on, cut between letters. */
static const char *excerpt(struct arena *arena, const char *text, const char *other)
{
    if (!text || strlen(text) <= TEXT_BYTES)
        return arena_strdup(arena, text);
    size_t first = place_of_change(text, other);
    const char *at = text + first;
    bool is_cut = strlen(at) > TEXT_BYTES;
    size_t length = is_cut ? str_last_letter(at, TEXT_BYTES + 1) : strlen(at);
    return arena_printf(arena, "%s%.*s%s", first > 0 ? "…" : "", (int)length, at, is_cut ? "…" : "");
}

static enum staff_about about_of(const struct diff_item *item)
{
    static const char *const fields[] = { [STAFF_ABOUT_CHECKED] = DIFF_TEXTS_CHECKED,
                                          [STAFF_ABOUT_UNCHECKED] = DIFF_TEXTS_UNCHECKED,
                                          [STAFF_ABOUT_OUT_OF_DATE] = DIFF_TEXTS_OUT_OF_DATE };
    static_assert(COUNT(fields) == STAFF_ABOUT_COUNT, "each state of texts has its field");
    for (enum staff_about about = STAFF_ABOUT_RECORD + 1; about < STAFF_ABOUT_COUNT; about++) {
        if (item->field && strcmp(item->field, fields[about]) == 0)
            return about;
    }
    return STAFF_ABOUT_RECORD;
}

static struct staff_change change_of(struct staff_job *job, const struct diff_item *item)
{
    struct staff_change change = { .kind = item->kind,
                                   .change = item->change,
                                   .name = excerpt(&job->changed, item->name ? item->name : "", NULL),
                                   .lang = excerpt(&job->changed, item->lang ? item->lang : "", NULL) };
    if (item->change == DIFF_CHANGED) {
        change.about = about_of(item);
        change.before = excerpt(&job->changed, item->before, item->after);
        change.after = excerpt(&job->changed, item->after, item->before);
    }
    return change;
}

static bool note_change(void *data, const struct diff_item *item)
{
    struct staff_job *job = data;
    if (job->change_count == STAFF_CHANGES) {
        job->more_changes++;
    } else {
        job->changes[job->change_count++] = change_of(job, item);
    }
    return !atomic_load(&job->shall_stop);
}

/* What can't be told keeps nobody from installing: the pack has been verified. */
static void compare(struct staff_job *job)
{
    CLEANUP(pack_closep) struct pack *before = NULL;
    CLEANUP(pack_closep) struct pack *after = NULL;
    struct diff_counts counts;
    job->changes = ARENA_ARRAY(&job->changed, struct staff_change, STAFF_CHANGES);
    job->is_compared = job->shown_pack[0] && pack_open(&before, job->shown_pack, NULL) &&
                       pack_open(&after, install_pack(job->install), NULL) &&
                       diff_packs(&counts, before, after, note_change, job, NULL);
}

static bool take(struct staff_job *job)
{
    struct install_rules rules = rules_of(job);
    struct install_progress progress = { report, job };
    if (!install_take(&job->install, job->options->store, job->stick, &rules, &progress, &job->err))
        return false;
    if (!install_is_same(job->install))
        compare(job);
    return true;
}

static bool commit(struct staff_job *job)
{
    return install_commit(job->install, &job->err) && look(job);
}

static bool roll_back(struct staff_job *job)
{
    struct install_rules rules = rules_of(job);
    struct claims claims;
    return store_roll_back(&claims, job->options->store, &rules.store, &job->err) && look(job);
}

static bool copy(struct staff_job *job)
{
    return staff_copy(job->options->local_dir, job->stick, job->kiosk, &job->err);
}

/* The program gets the moment as "@SECONDS" (since 1970, UTC), which `date -s` and `timedatectl set-time` both take. */
static bool set_clock(struct staff_job *job)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    const char *command = job->options->clock_command;
    const char *argv[] = { command, arena_printf(&arena, "@%lld", (long long)job->clock_s), NULL };
    pid_t child;
    int status = 0;
    /* POSIX leaves the strings alone; its signature predates const. */
    int failed = posix_spawn(&child, command, NULL, NULL, (char *const *)(uintptr_t)argv, environ);
    if (failed != 0)
        return err_at(&job->err, ERR_USAGE, command, 0, "can't be started: %s", strerrordesc_np(failed));
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            return err_at(&job->err, ERR_USAGE, command, 0, "got lost: %s", strerrordesc_np(errno));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return err_at(&job->err, ERR_USAGE, command, 0, "did not set the clock");
    return true;
}

static bool (*const tasks[])(struct staff_job *job) = {
    [STAFF_IDLE] = NULL,      [STAFF_PIN] = check_pin,       [STAFF_LOOK] = look, [STAFF_TAKE] = take,
    [STAFF_INSTALL] = commit, [STAFF_ROLL_BACK] = roll_back, [STAFF_COPY] = copy, [STAFF_SET_CLOCK] = set_clock,
};
static_assert(COUNT(tasks) == STAFF_TASK_COUNT, "each task is done by something");

static void *run(void *data)
{
    struct staff_job *job = data;
    job->has_failed = !tasks[job->task](job);
    atomic_store(&job->is_done, true);
    return NULL;
}

void staff_job_start(struct staff_job *job, enum staff_task task, bool at_once)
{
    job->task = task;
    job->err = (struct err){ 0 };
    atomic_store(&job->is_done, false);
    atomic_store(&job->shall_stop, false);
    atomic_store(&job->percent, task == STAFF_TAKE ? 0 : -1);
    job->is_running = !at_once && pthread_create(&job->thread, NULL, run, job) == 0;
    if (!job->is_running)
        (void)run(job);
}

static void join(struct staff_job *job)
{
    if (job->is_running)
        pthread_join(job->thread, NULL);
    job->is_running = false;
}

bool staff_job_has_ended(struct staff_job *job)
{
    if (job->task == STAFF_IDLE || !atomic_load(&job->is_done))
        return false;
    join(job);
    job->task = STAFF_IDLE;
    return true;
}

void staff_job_drop(struct staff_job *job)
{
    install_close(job->install);
    job->install = NULL;
    job->changes = NULL;
    job->change_count = job->more_changes = 0;
    job->is_compared = false;
    arena_reset(&job->changed);
}

void staff_job_destroy(struct staff_job *job)
{
    atomic_store(&job->shall_stop, true);
    join(job);
    staff_job_drop(job);
    arena_destroy(&job->changed);
}
