/* An install dies, or is refused by the system, at each of its steps. Afterwards the kiosk opens the old pack or the
 * new one whole, and the next install leaves nothing behind. Each call of ours is tried in every way; of the places
 * within writes and of SQLite's allocations only some are, and all of them with MAISON_EVERY_STEP=1, which takes long.
 * Usage: faults_install [kill | fail | memory] */
#include "base/file.h"
#include "content/install.h"
#include "faults/faults.h"
#include "publish/run.h"
#include "support/signed_pack.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS 2
#define POINTS_MAX 30000

struct point {
    struct fault fault;
    const char *what;
};

struct point_list {
    struct point *at;
    size_t count;
};

static char house[64];
static struct install_rules rules;

static void require(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "faults_install: %s (%s)\n", what, strerror(errno));
    abort();
}

static const char *in(char out[256], const char *folder, const char *name)
{
    require(snprintf(out, 256, "%s/%s", folder, name) < 256, "long name");
    return out;
}

static void remove_tree(const char *path)
{
    require(run_program((const char *const[]){ "rm", "-rf", path, NULL }, NULL), "a folder can't be removed");
}

static bool install(const char *store, const char *pack, struct err *err)
{
    CLEANUP(install_closep) struct install *install = NULL;
    return install_take(&install, store, pack, &rules, NULL, err) && install_commit(install, err);
}

static void must_install(const char *store, int sequence)
{
    char name[64], path[256];
    struct err err = { 0 };
    snprintf(name, sizeof(name), "%d.pack", sequence);
    if (!install(store, in(path, house, name), &err)) {
        fprintf(stderr, "faults_install: sequence %d: %s: %s\n", sequence, err.file, err.detail);
        abort();
    }
}

/* The store in which 2 is current and 1 the previous one, of which every trial gets a copy: its packs are the same
 * files, for nobody ever writes to one. */
static void make_house(void)
{
    char store[256];
    struct secret_key key = signed_pack_key(0);
    /* In memory where that can be: a disk would take most of the time to flush. */
    snprintf(house, sizeof(house), "/dev/shm/maison-faults-XXXXXX");
    if (!mkdtemp(house)) {
        snprintf(house, sizeof(house), "faults-XXXXXX");
        require(mkdtemp(house) != NULL, "no folder");
    }
    for (int i = 1; i <= 3; i++) {
        char name[64];
        snprintf(name, sizeof(name), "%d.pack", i);
        signed_pack_write(house, name, "testville", i, &key, NULL);
    }
    rules = (struct install_rules){ .store = { signed_pack_trust(0), "testville", SIGNED_PACK_NOW } };
    must_install(in(store, house, "model"), 1);
    must_install(store, 2);
}

static void link_pack(const char *model, const char *store, const char *name)
{
    char from[256], to[256], folder[256];
    snprintf(folder, sizeof(folder), "%s/packs/%s", store, name);
    require(mkdir(folder, 0755) == 0, "no pack's folder");
    static const char *const files[] = { "city.pack", "city.pack.minisig" };
    for (size_t i = 0; i < COUNT(files); i++) {
        require(snprintf(from, sizeof(from), "%s/packs/%s/%s", model, name, files[i]) < 256, "long name");
        require(snprintf(to, sizeof(to), "%s/packs/%s/%s", store, name, files[i]) < 256, "long name");
        require(link(from, to) == 0, "no link");
    }
}

static void copy_model(const char *store)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char model[256], path[256];
    struct str highest;
    in(model, house, "model");
    require(mkdir(store, 0755) == 0 && mkdir(in(path, store, "packs"), 0755) == 0, "no store");
    link_pack(model, store, "testville-1");
    link_pack(model, store, "testville-2");
    require(symlink("packs/testville-2", in(path, store, "current")) == 0, "no link");
    require(symlink("packs/testville-1", in(path, store, "previous")) == 0, "no link");
    require(file_read(&highest, &arena, in(path, model, "highest"), 4096, NULL), "no highest");
    FILE *file = fopen(in(path, store, "highest"), "w");
    require(file && fwrite(highest.at, 1, highest.len, file) == highest.len && fclose(file) == 0, "no highest");
}

/* Fails if there is more than there should be. */
static void remove_store(const char *store, const char *previous)
{
    static const char *const links[] = { "current", "previous", "highest" };
    const char *const packs[] = { previous, "packs/testville-3" };
    char path[256], file[320];
    for (size_t i = 0; i < COUNT(links); i++)
        require(unlink(in(path, store, links[i])) == 0, links[i]);
    for (size_t i = 0; i < COUNT(packs); i++) {
        in(path, store, packs[i]);
        snprintf(file, sizeof(file), "%s/city.pack", path);
        require(unlink(file) == 0, file);
        snprintf(file, sizeof(file), "%s/city.pack.minisig", path);
        require(unlink(file) == 0 && rmdir(path) == 0, file);
    }
    require(rmdir(in(path, store, "packs")) == 0 && rmdir(store) == 0, "something was left behind");
}

/* How the armed child ended: 0 installed, 1 said no, 3 out of memory, -1 killed. */
static int try_install(const char *store, const struct fault *fault, struct fault_log *log)
{
    pid_t child = fork();
    int status;
    require(child >= 0, "no child");
    if (child == 0) {
        char path[256];
        struct err err = { 0 };
        (void)!freopen("/dev/null", "w", stderr);
        in(path, house, "3.pack");
        faults_arm(*fault, log);
        bool done = install(store, path, &err);
        faults_disarm();
        _exit(done ? 0 : err.code == ERR_NONE ? 9 : 1);
    }
    require(waitpid(child, &status, 0) == child, "a child got lost");
    return WIFEXITED(status) ? WEXITSTATUS(status) : WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? -1 : -2;
}

static bool fails(const struct point *point, const char *what, const struct err *err)
{
    fprintf(stderr, "faults_install: %s at step %ld (%zu bytes): %s: %s: %s\n", point->what, point->fault.step,
            point->fault.bytes, what, err->file, err->detail);
    return false;
}

/* The kiosk opens the current pack, and it is the old one or the new one. */
static bool opens(const struct point *point, const char *store, int ended)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    struct store_shown shown;
    struct err err = { 0 };
    if (!store_show(&pack, &shown, store, &rules.store, STORE_CURRENT, &err))
        return fails(point, "nothing can be shown", &err);
    if (shown.why_not_first.code != ERR_NONE)
        return fails(point, "the current pack can't be shown", &shown.why_not_first);
    if (shown.claims.sequence != 3 && (shown.claims.sequence != 2 || ended == 0))
        return fails(point, "another pack is shown", &err);
    return true;
}

/* The new pack is current and the old one the previous, and nothing else is there. Where the old one could not be read
 * when it was to become the previous one, that stays what it was. */
static bool is_clean(char previous[64], const struct point *point, const char *store, int ended)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct file_names names = { 0 };
    struct err err = { 0 };
    char text[512] = "", current[64] = "", path[256];
    require(file_list(&names, &arena, store, "", &err), "the store can't be listed");
    for (size_t i = 0; i < names.count; i++)
        snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s ", names.at[i]);
    if (strcmp(text, "current highest packs previous ") != 0)
        return fails(point, text, &err);
    memset(previous, 0, 64);
    if (readlink(in(path, store, "current"), current, sizeof(current) - 1) <= 0 ||
        strcmp(current, "packs/testville-3") != 0)
        return fails(point, "the new pack is not current", &err);
    if (readlink(in(path, store, "previous"), previous, 63) <= 0 ||
        (strcmp(previous, "packs/testville-2") != 0 && (ended != 0 || strcmp(previous, "packs/testville-1") != 0)))
        return fails(point, "the previous pack is another one", &err);
    return true;
}

static bool try_point(const struct point *point, const char *store)
{
    struct err err = { 0 };
    char path[256], previous[64];
    copy_model(store);
    int ended = try_install(store, &point->fault, NULL);
    bool dies = point->fault.mode >= FAULT_DIE_BEFORE;
    bool refused = point->fault.mode == FAULT_NO_ROOM;
    if (ended == -2 || ended == 9 || (dies && ended != -1) || (refused && ended != 1))
        return fails(point, "it ended in another way", &err);
    if (!opens(point, store, ended))
        return false;
    if (!install(store, in(path, house, "3.pack"), &err))
        return fails(point, "the next install fails", &err);
    if (!is_clean(previous, point, store, ended))
        return false;
    remove_store(store, previous);
    return true;
}

static int work(const struct point_list *points, int worker)
{
    char store[256], name[32];
    snprintf(name, sizeof(name), "store-%d", worker);
    in(store, house, name);
    for (size_t i = (size_t)worker; i < points->count; i += WORKERS) {
        if (!try_point(&points->at[i], store))
            return 1;
    }
    return 0;
}

static bool try_all(const struct point_list *points)
{
    pid_t workers[WORKERS];
    bool good = true;
    for (int i = 0; i < WORKERS; i++) {
        workers[i] = fork();
        require(workers[i] >= 0, "no worker");
        if (workers[i] == 0)
            _exit(work(points, i));
    }
    for (int i = 0; i < WORKERS; i++) {
        int status = 1;
        good = waitpid(workers[i], &status, 0) == workers[i] && status == 0 && good;
    }
    return good;
}

static void add(struct point_list *points, const char *what, struct fault fault)
{
    require(points->count < POINTS_MAX, "too many points");
    points->at[points->count++] = (struct point){ fault, what };
}

static struct fault_log *count_steps(void)
{
    char store[256];
    struct fault_log *log = mmap(NULL, sizeof(*log), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    require(log != MAP_FAILED, "no memory");
    copy_model(in(store, house, "counted"));
    require(try_install(store, &(struct fault){ FAULT_COUNT_ONLY, 0, 0, 0 }, log) == 0,
            "an install without faults fails");
    require(log->count < FAULT_STEPS_MAX, "there are more steps than expected");
    remove_tree(store);
    return log;
}

static bool every_step(void)
{
    return getenv("MAISON_EVERY_STEP") != NULL;
}

#define TORN_WRITES 40 /* places within the writes, spread evenly over their bytes */
#define TORN_WRITES_ALL 1000

static bool is_call(const struct fault_log *log, long i)
{
    return log->steps[i].kind == STEP_CALL || log->steps[i].kind == STEP_WRITE;
}

static void kill_points(struct point_list *points, const struct fault_log *log)
{
    size_t total = 0, next = 0, at = 0, places = every_step() ? TORN_WRITES_ALL : TORN_WRITES;
    for (long i = 0; i < log->count; i++)
        total += log->steps[i].bytes;
    for (long i = 0; i < log->count; i++) {
        if (!is_call(log, i))
            continue; /* a death at an allocation is one before the next call */
        add(points, "death before", (struct fault){ FAULT_DIE_BEFORE, i + 1, 0, 0 });
        if (every_step()) /* nothing but thinking lies between this and the death before the next call */
            add(points, "death after", (struct fault){ FAULT_DIE_AFTER, i + 1, 0, 0 });
        add(points, "power cut", (struct fault){ FAULT_POWER_CUT, i + 1, 0, 0 });
        for (; next < at + log->steps[i].bytes; next += total / places + 1)
            add(points, "death within a write", (struct fault){ FAULT_DIE_WITHIN, i + 1, 0, next - at });
        at += log->steps[i].bytes;
    }
}

static void fail_points(struct point_list *points, const struct fault_log *log)
{
    static const int errors[] = { EIO, ENOSPC };
    add(points, "no room", (struct fault){ FAULT_NO_ROOM, 0, 0, 0 });
    for (long i = 0; i < log->count; i++) {
        for (size_t j = 0; j < COUNT(errors) && is_call(log, i); j++) {
            if (j == 0 || every_step())
                add(points, "failure", (struct fault){ FAULT_ONCE, i + 1, errors[j], 0 });
            if (j == 1 || every_step())
                add(points, "failure from then on", (struct fault){ FAULT_ON, i + 1, errors[j], 0 });
        }
    }
}

#define SQLITE_EVERY 331

static void memory_points(struct point_list *points, const struct fault_log *log)
{
    bool all = every_step();
    long of_sqlite = 0;
    for (long i = 0; i < log->count; i++) {
        bool is_sqlite = log->steps[i].kind == STEP_SQLITE_ALLOCATION;
        of_sqlite += is_sqlite;
        if (is_call(log, i) || (is_sqlite && !all && of_sqlite % SQLITE_EVERY != 0))
            continue;
        add(points, "no memory", (struct fault){ FAULT_ONCE, i + 1, ENOMEM, 0 });
        add(points, "no memory from then on", (struct fault){ FAULT_ON, i + 1, ENOMEM, 0 });
    }
}

static const struct {
    const char *name;
    void (*choose)(struct point_list *points, const struct fault_log *log);
} sweeps[] = { { "kill", kill_points }, { "fail", fail_points }, { "memory", memory_points } };

int main(int argc, char **argv)
{
    bool good = true;
    make_house();
    const struct fault_log *log = count_steps();
    for (size_t i = 0; i < COUNT(sweeps); i++) {
        if (argc > 1 && strcmp(argv[1], sweeps[i].name) != 0)
            continue;
        struct point_list points = { calloc(POINTS_MAX, sizeof(struct point)), 0 };
        require(points.at != NULL, "no memory");
        sweeps[i].choose(&points, log);
        printf("%s: %zu points in %ld steps\n", sweeps[i].name, points.count, log->count);
        fflush(stdout);
        good = try_all(&points) && good;
        free(points.at);
    }
    remove_tree(house);
    return good ? 0 : 1;
}
