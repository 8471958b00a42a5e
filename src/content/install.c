#include "content/install.h"

#include "base/beneath.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "content/store_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Left free on the disk for everything else that runs there. */
#define RESERVE_BYTES (INT64_C(32) << 20)

struct install {
    struct arena arena; /* all strings */
    const char *path;   /* of the store */
    const char *name;   /* of the pack where it comes from */
    struct install_rules rules;
    struct str text; /* of the signature file */
    struct minisig signature;
    struct claims claims;
    char folder[STORE_NAME_MAX]; /* AUDIENCE-SEQUENCE */
    const char *pack;            /* the copy, or the installed one when it is the same */
    bool is_same, is_checked;

    int store;
    int staging; /* folder of the copy; locked as long as it is open */
    char staging_name[sizeof(STORE_STAGING "/") + 12];
    int file; /* the copy while it is written */
    int64_t got;
    struct minisig_hash hash;
};

static bool refuse_expired(const struct install *install, struct err *err)
{
    const struct claims *claims = &install->claims;
    if (install->rules.store.now_ms < claims->expired_ms)
        return true;
    struct civil today = civil_from_days(install->rules.store.now_ms / 86400000);
    return err_at(err, ERR_REFUSED, install->name, 0,
                  "has expired (%s; the clock says %04d-%02d-%02d); get a newer pack, or set the clock",
                  claims->expires, today.year, today.month, today.day);
}

static bool read_signature(struct install *install, struct err *err)
{
    const char *name = install->name;
    const char *file = arena_printf(&install->arena, "%s" MINISIG_SUFFIX, name);
    return minisig_parse(&install->signature, install->text, file, err) &&
           minisig_check_comment(&install->signature, &install->rules.store.trust, file, err) &&
           claims_read(&install->claims, install->signature.comment, file, err) &&
           store_rules_check(&install->rules.store, &install->claims, name, err) && refuse_expired(install, err);
}

/* Is what lies there the very pack that this signature is for, though it may have been signed with another key? */
static bool is_this_pack(const struct install *install, const struct stored *stored)
{
    struct err other = { 0 };
    return strcmp(install->signature.comment, stored->signature.comment) == 0 &&
           minisig_check_hash(&install->signature, &install->rules.store.trust, stored->hash, install->name, &other);
}

/* Under the lock: may this sequence come in, seen what has come in before? */
static bool check_sequence(struct install *install, const struct store_slots *slots, struct err *err)
{
    int64_t highest, rolled_back;
    const struct claims *claims = &install->claims;
    if (!store_highest(&highest, slots, claims->audience, install->path, err) ||
        !store_marks_read(&rolled_back, STORE_ROLLED_BACK, claims->audience, install->path, err))
        return false;
    if (claims->sequence < highest)
        return err_at(err, ERR_REFUSED, install->name, 0,
                      "has the sequence %" PRId64 ", and %" PRId64
                      " was installed here before; get the newest pack, or go back with 'maison-pack rollback'",
                      claims->sequence, highest);
    if (claims->sequence == rolled_back && !install->rules.again)
        return err_at(err, ERR_REFUSED, install->name, 0,
                      "has the sequence %" PRId64 ", which was rolled back here; publish a newer pack, or add --again",
                      claims->sequence);
    return true;
}

/* What lies in the store under this pack's name is either this pack or in the way. Sets is_same only when it is current
 * and whole; what is damaged is installed anew. */
static bool check_stored(struct install *install, const struct store_slots *slots, struct err *err)
{
    struct err why = { 0 };
    struct stored stored;
    const char *name = install->folder;
    bool is_current = strcmp(slots->names[STORE_CURRENT], name) == 0;
    if (!is_current && strcmp(slots->names[STORE_PREVIOUS], name) != 0)
        return true;
    if (!stored_verify(&stored, install->store, name, &install->rules.store, install->path, &why))
        return true;
    if (!is_this_pack(install, &stored))
        return err_at(err, ERR_REFUSED, install->name, 0,
                      "has the sequence %" PRId64
                      ", and so has another pack that is installed here; publish it with a higher sequence",
                      install->claims.sequence);
    install->is_same = is_current;
    install->pack = arena_strdup(&install->arena, stored.pack);
    return true;
}

static bool check_room(const struct install *install, struct err *err)
{
    struct statvfs disk;
    if (fstatvfs(install->store, &disk) != 0)
        return err_at(err, ERR_IO, install->path, 0, "can't be asked for its room: %s", strerrordesc_np(errno));
    uint64_t room = (uint64_t)disk.f_bavail * disk.f_frsize;
    uint64_t wanted = (uint64_t)(install->claims.size + RESERVE_BYTES);
    return room >= wanted || err_at(err, ERR_IO, install->path, 0,
                                    "has %" PRIu64 " MB free, and %" PRIu64 " MB are needed; make room on the disk",
                                    room >> 20, (wanted >> 20) + 1);
}

static bool no_staging(const struct install *install, struct err *err)
{
    return err_at(err, ERR_IO, install->path, 0, "can't be written: %s", strerrordesc_np(errno));
}

/* Files that whoever runs the kiosk can read, whatever the umask of whoever installs. */
static bool create_file(int *out, int folder, const char *name)
{
    *out = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644);
    return *out >= 0 && fchmod(*out, 0644) == 0;
}

#define STAGING_MAX 64

static bool make_staging(struct install *install, struct err *err)
{
    if (mkdirat(install->store, STORE_STAGING, 0755) != 0 && errno != EEXIST)
        return no_staging(install, err);
    for (int i = 1; i <= STAGING_MAX; i++) {
        snprintf(install->staging_name, sizeof(install->staging_name), STORE_STAGING "/%d", i);
        if (mkdirat(install->store, install->staging_name, 0755) == 0)
            break;
        if (errno != EEXIST || i == STAGING_MAX)
            return no_staging(install, err);
    }
    install->staging = openat(install->store, install->staging_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (install->staging < 0 || fchmod(install->staging, 0755) != 0 ||
        flock(install->staging, LOCK_EX | LOCK_NB) != 0 || !create_file(&install->file, install->staging, STORE_PACK))
        return no_staging(install, err);
    install->pack = arena_printf(&install->arena, "%s/%s/" STORE_PACK, install->path, install->staging_name);
    return true;
}

static bool make_ready(struct install *install, struct err *err)
{
    struct store_slots slots;
    store_clean(install->store, install->path);
    if (!store_slots_read(&slots, install->store, install->path, err) || !check_sequence(install, &slots, err) ||
        !check_stored(install, &slots, err))
        return false;
    if (install->is_same)
        return true;
    minisig_hash_begin(&install->hash);
    return check_room(install, err) && make_staging(install, err);
}

static struct install *new_install(const char *store, struct str signature, const char *name,
                                   const struct install_rules *rules)
{
    struct install *install = calloc(1, sizeof(*install));
    if (!install)
        log_fatal("out of memory: no room to install a pack");
    install->path = arena_strdup(&install->arena, store);
    install->name = arena_strdup(&install->arena, name);
    install->text = (struct str){ arena_str(&install->arena, signature), signature.len };
    install->rules = *rules;
    install->store = install->staging = install->file = -1;
    return install;
}

bool install_begin(struct install **out, const char *store, struct str signature, const char *name,
                   const struct install_rules *rules, struct err *err)
{
    CLEANUP(install_closep) struct install *install = new_install(store, signature, name, rules);
    if (!read_signature(install, err))
        return false;
    store_name(install->folder, &install->claims);
    if (!store_folder_open(&install->store, install->path, true, err) ||
        !store_lock(install->store, install->path, err) || !make_ready(install, err))
        return false;
    store_unlock(install->store);
    *out = install;
    install = NULL;
    return true;
}

bool install_is_same(const struct install *install)
{
    return install->is_same;
}

const struct claims *install_claims(const struct install *install)
{
    return &install->claims;
}

const char *install_pack(const struct install *install)
{
    return install->pack;
}

static bool cant_write(const struct install *install, struct err *err)
{
    return err_at(err, ERR_IO, install->pack, 0, "can't be written: %s", strerrordesc_np(errno));
}

bool install_add(struct install *install, const void *bytes, size_t len, struct err *err)
{
    if (install->is_same)
        return true;
    if (len > (uint64_t)(install->claims.size - install->got))
        return err_at(err, ERR_REFUSED, install->name, 0,
                      "is longer than the %" PRId64 " bytes that were signed; get it again", install->claims.size);
    minisig_hash_add(&install->hash, bytes, len);
    if (!file_write_all(install->file, (struct str){ bytes, len }))
        return cant_write(install, err);
    install->got += (int64_t)len;
    return true;
}

static bool close_file(int *fd)
{
    bool done = fsync(*fd) == 0;
    int saved = errno;
    done = close(*fd) == 0 && done;
    *fd = -1;
    errno = saved;
    return done;
}

/* Pack and signature lie on the disk, and their names too, before anything leads to them. */
static bool flush_copy(struct install *install, struct err *err)
{
    int file = -1;
    bool done = close_file(&install->file) && create_file(&file, install->staging, STORE_SIGNATURE) &&
                file_write_all(file, (struct str){ install->text.at, install->text.len });
    if (file >= 0)
        done = close_file(&file) && done;
    return (done && fsync(install->staging) == 0) || cant_write(install, err);
}

static bool opens(const struct install *install, struct err *err)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    if (store_open_claimed(&pack, install->pack, &install->claims, err) && pack_check_pages(pack, err))
        return true;
    if (err) /* what people know is the pack that they brought */
        snprintf(err->file, sizeof(err->file), "%s", install->name);
    return false;
}

bool install_check(struct install *install, struct err *err)
{
    unsigned char hash[MINISIG_HASH_BYTES];
    if (install->is_same)
        return true;
    if (install->got < install->claims.size)
        return err_at(err, ERR_REFUSED, install->name, 0,
                      "is cut short: %" PRId64 " of %" PRId64 " bytes are there; get it again", install->got,
                      install->claims.size);
    minisig_hash_end(&install->hash, hash);
    if (!minisig_check_hash(&install->signature, &install->rules.store.trust, hash, install->name, err) ||
        !flush_copy(install, err) || !opens(install, err))
        return false;
    install->is_checked = true;
    return true;
}

/* Puts the copy under its name. What lies there already is damaged, or is what the staff went back from: it takes the
 * copy's place, and is cleared away with it. */
static bool move_in(struct install *install, struct err *err)
{
    char target[sizeof(STORE_PACKS "/") + STORE_NAME_MAX];
    snprintf(target, sizeof(target), STORE_PACKS "/%s", install->folder);
    if (mkdirat(install->store, STORE_PACKS, 0755) != 0 && errno != EEXIST)
        return no_staging(install, err);
    CLEANUP(beneath_closep) int packs = openat(install->store, STORE_PACKS, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (packs < 0)
        return no_staging(install, err);
    bool moved = renameat(install->store, install->staging_name, install->store, target) == 0;
    if (!moved && (errno == ENOTEMPTY || errno == EEXIST))
        moved = renameat2(install->store, install->staging_name, install->store, target, RENAME_EXCHANGE) == 0;
    return (moved || no_staging(install, err)) && store_flush(packs, install->path, err);
}

/* A current pack that does not verify is no pack to go back to. */
static bool keep_previous(struct install *install, const struct store_slots *slots, struct err *err)
{
    struct err why = { 0 };
    struct stored stored;
    const char *current = slots->names[STORE_CURRENT];
    const struct store_rules *rules = &install->rules.store;
    if (!current[0] || strcmp(current, install->folder) == 0)
        return true;
    if (slots->names[STORE_PREVIOUS][0] && !stored_verify(&stored, install->store, current, rules, install->path, &why))
        return true;
    return store_slots_set(install->store, STORE_PREVIOUS, current, install->path, err);
}

/* In this order: dying between any two steps leaves the old pack current, and the same install again ends well. */
static bool switch_over(struct install *install, struct err *err)
{
    struct store_slots slots;
    const struct claims *claims = &install->claims;
    const char *path = install->path;
    int store = install->store;
    /* Somebody else may have installed in the meantime. */
    if (!store_slots_read(&slots, store, path, err) || !check_sequence(install, &slots, err) ||
        !check_stored(install, &slots, err))
        return false;
    if (install->is_same)
        return true;
    return move_in(install, err) &&
           store_marks_write(store, STORE_HIGHEST, claims->audience, claims->sequence, path, err) &&
           keep_previous(install, &slots, err) && store_slots_set(store, STORE_CURRENT, install->folder, path, err) &&
           store_marks_write(store, STORE_ROLLED_BACK, claims->audience, 0, path, err);
}

bool install_commit(struct install *install, struct err *err)
{
    if (install->is_same)
        return true;
    if (!install->is_checked)
        return err_at(err, ERR_FORMAT, install->name, 0, "has not been checked");
    if (!store_lock(install->store, install->path, err))
        return false;
    bool done = switch_over(install, err);
    if (done)
        store_clean(install->store, install->path);
    store_unlock(install->store);
    return done;
}

void install_close(struct install *install)
{
    struct err ignored = { 0 };
    if (!install)
        return;
    beneath_closep(&install->file);
    bool has_copy = install->staging >= 0;
    beneath_closep(&install->staging); /* unlocks it, so that it can be cleared away */
    if (has_copy && store_lock(install->store, install->path, &ignored))
        store_clean(install->store, install->path);
    beneath_closep(&install->store);
    arena_destroy(&install->arena);
    free(install);
}

void install_closep(struct install **install)
{
    install_close(*install);
}
