#include "content/store_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const links[] = { [STORE_CURRENT] = "current", [STORE_PREVIOUS] = "previous" };

void store_name(char out[static STORE_NAME_MAX], const struct claims *claims)
{
    snprintf(out, STORE_NAME_MAX, "%s-%" PRId64, claims->audience, claims->sequence);
}

bool store_name_read(char audience[static CLAIMS_AUDIENCE_MAX], int64_t *sequence, const char *name)
{
    const char *dash = strrchr(name, '-');
    struct str before = { name, dash ? (size_t)(dash - name) : 0 };
    if (!dash || !claims_is_audience(before) || !claims_read_sequence(sequence, str_of(dash + 1)))
        return false;
    snprintf(audience, CLAIMS_AUDIENCE_MAX, "%.*s", STR_FMT(before));
    return true;
}

/* A link that leads anywhere else than to a pack of the store leads nowhere. */
static bool read_link(char out[static STORE_NAME_MAX], int store, const char *link, const char *path, struct err *err)
{
    char target[sizeof(STORE_PACKS "/") + STORE_NAME_MAX];
    char audience[CLAIMS_AUDIENCE_MAX];
    int64_t sequence;
    out[0] = '\0';
    ssize_t length = readlinkat(store, link, target, sizeof(target));
    if (length < 0 && errno != ENOENT && errno != EINVAL)
        return err_at(err, ERR_IO, path, 0, "its link %s can't be read: %s", link, strerrordesc_np(errno));
    struct str view = { target, length > 0 ? (size_t)length : 0 };
    struct str prefix = STR(STORE_PACKS "/");
    if (!str_starts(view, prefix) || view.len - prefix.len >= STORE_NAME_MAX)
        return true;
    char name[STORE_NAME_MAX] = "";
    snprintf(name, sizeof(name), "%.*s", (int)(view.len - prefix.len), view.at + prefix.len);
    if (store_name_read(audience, &sequence, name))
        memcpy(out, name, sizeof(name));
    return true;
}

bool store_slots_read(struct store_slots *out, int store, const char *path, struct err *err)
{
    memset(out, 0, sizeof(*out)); /* so that two can be compared as they are */
    for (int i = 0; i < STORE_SLOT_COUNT; i++) {
        if (!read_link(out->names[i], store, links[i], path, err))
            return false;
    }
    return true;
}

bool store_slots_set(int store, enum store_slot slot, const char *name, const char *path, struct err *err)
{
    char target[sizeof(STORE_PACKS "/") + STORE_NAME_MAX], temporary[32];
    snprintf(target, sizeof(target), STORE_PACKS "/%s", name);
    snprintf(temporary, sizeof(temporary), "%s.new", links[slot]);
    (void)unlinkat(store, temporary, 0); /* of one that died */
    if (symlinkat(target, store, temporary) != 0 || renameat(store, temporary, store, links[slot]) != 0) {
        int saved = errno;
        (void)unlinkat(store, temporary, 0);
        return err_at(err, ERR_IO, path, 0, "its link %s can't be set: %s", links[slot], strerrordesc_np(saved));
    }
    return store_flush(store, path, err);
}
