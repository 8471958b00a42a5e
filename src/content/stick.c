#include "content/stick.h"

#include "base/beneath.h"
#include "base/file.h"
#include "content/store_parts.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#define PACK_SUFFIX ".pack"
#define PACKS_MAX 2000 /* that are looked at; a folder with more is no stick of packs */

struct search {
    const struct store_rules *rules;
    struct arena *arena;
    int folder;
    struct stick_pick best;
    const char *other; /* an audience besides the best one's; NULL: none */
    size_t seen;
    struct err why; /* the best pack that may not come in, of what sequence … */
    int64_t why_sequence;
};

/* The reason that says most: of the newest pack. */
static void keep_reason(struct search *search, const struct err *why, int64_t sequence)
{
    if (search->why.code != ERR_NONE && sequence <= search->why_sequence)
        return;
    search->why = *why;
    search->why_sequence = sequence;
}

/* A pack that was copied halfway, or is a link, must not stand in the way of one that is whole. */
static bool has_size(const struct search *search, const char *name, int64_t size, struct err *why)
{
    CLEANUP(beneath_closep) int fd = -1;
    struct stat info = { 0 };
    if (!beneath_open_file(&fd, search->folder, name, why))
        return false;
    if (fstat(fd, &info) == 0 && info.st_size == size)
        return true;
    return err_at(why, ERR_REFUSED, name, 0, "has %" PRId64 " bytes, and %" PRId64 " were signed; copy it again",
                  (int64_t)info.st_size, size);
}

static bool read_candidate(struct stick_pick *out, struct search *search, const char *name, struct err *why)
{
    struct minisig signature;
    const char *file = arena_printf(search->arena, "%s" MINISIG_SUFFIX, name);
    out->name = name;
    if (!beneath_read(&out->signature, search->arena, search->folder, file, MINISIG_FILE_MAX, why)) {
        if (why->code == ERR_MISSING)
            err_at(why, ERR_REFUSED, name, 0, "has no signature beside it (%s); copy both files", file);
        return false;
    }
    return minisig_parse(&signature, out->signature, file, why) &&
           minisig_check_comment(&signature, &search->rules->trust, file, why) &&
           claims_read(&out->claims, signature.comment, file, why);
}

static void consider(struct search *search, const char *name)
{
    struct err why = { 0 };
    struct stick_pick pick = { 0 };
    search->seen++;
    bool usable =
        read_candidate(&pick, search, name, &why) && store_rules_check(search->rules, &pick.claims, name, &why);
    usable = usable && has_size(search, name, pick.claims.size, &why);
    if (usable && search->rules->now_ms >= pick.claims.expired_ms)
        usable = err_at(&why, ERR_REFUSED, name, 0, "has expired (%s); get a newer pack", pick.claims.expires);
    if (!usable) {
        keep_reason(search, &why, pick.claims.sequence);
        return;
    }
    if (search->best.name && strcmp(search->best.claims.audience, pick.claims.audience) != 0)
        search->other = arena_strdup(search->arena, pick.claims.audience);
    if (!search->best.name || pick.claims.sequence > search->best.claims.sequence)
        search->best = pick;
}

bool stick_find(struct stick_pick *out, int folder, const char *path, const struct store_rules *rules,
                struct arena *arena, struct err *err)
{
    struct search search = { .rules = rules, .arena = arena, .folder = folder };
    struct file_names names;
    if (!file_list(&names, arena, path, PACK_SUFFIX, err))
        return false;
    for (size_t i = 0; i < names.count && search.seen < PACKS_MAX; i++) {
        if (beneath_is_name(names.at[i]))
            consider(&search, names.at[i]);
    }
    if (search.seen == 0)
        return err_at(err, ERR_MISSING, path, 0, "holds no pack; copy the .pack file and its .pack.minisig there");
    if (search.other)
        return err_at(err, ERR_REFUSED, path, 0, "holds packs for \"%s\" and \"%s\"; say which with --audience",
                      search.best.claims.audience, search.other);
    if (!search.best.name) {
        if (err)
            *err = search.why;
        return false;
    }
    *out = search.best;
    return true;
}
