#include "base/beneath.h"
#include "content/store_parts.h"

#include <stdio.h>
#include <string.h>

bool store_rules_check(const struct store_rules *rules, const struct claims *claims, const char *file, struct err *err)
{
    if (rules->audience && strcmp(rules->audience, claims->audience) != 0)
        return err_at(err, ERR_REFUSED, file, 0, "is meant for \"%s\", and this kiosk is for \"%s\"", claims->audience,
                      rules->audience);
    if (claims_need_later_app(claims))
        return err_at(err, ERR_TOO_NEW, file, 0,
                      "needs Maison %s or later, and this is " MAISON_VERSION "; update the program", claims->min_app);
    return true;
}

static bool read_signature(struct stored *out, int folder, const char *name, const struct store_rules *rules,
                           struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char expected[STORE_NAME_MAX];
    struct str text;
    if (!beneath_read(&text, &arena, folder, STORE_SIGNATURE, MINISIG_FILE_MAX, err) ||
        !minisig_parse(&out->signature, text, STORE_SIGNATURE, err) ||
        !minisig_check_comment(&out->signature, &rules->trust, STORE_SIGNATURE, err) ||
        !claims_read(&out->claims, out->signature.comment, STORE_SIGNATURE, err))
        return false;
    store_name(expected, &out->claims);
    if (strcmp(expected, name) != 0)
        return err_at(err, ERR_REFUSED, STORE_SIGNATURE, 0, "is that of %s", expected);
    return true;
}

static bool verify_in(struct stored *out, int folder, const char *name, const struct store_rules *rules,
                      struct err *err)
{
    CLEANUP(beneath_closep) int fd = -1;
    return read_signature(out, folder, name, rules, err) && store_rules_check(rules, &out->claims, STORE_PACK, err) &&
           beneath_open_file(&fd, folder, STORE_PACK, err) &&
           minisig_hash_file(out->hash, fd, out->claims.size, STORE_PACK, err) &&
           minisig_check_hash(&out->signature, &rules->trust, out->hash, STORE_PACK, err);
}

/* Names the whole path in an error that names a file of the pack's folder only. */
static bool in_folder(struct err *err, const char *path, const char *name)
{
    if (!err)
        return false;
    char file[sizeof(err->file)];
    memcpy(file, err->file, sizeof(file));
    bool inside = file[0] && strcmp(file, name) != 0;
    int length = snprintf(err->file, sizeof(err->file), "%s/" STORE_PACKS "/%s%s%s", path, name, inside ? "/" : "",
                          inside ? file : "");
    if (length < 0 || (size_t)length >= sizeof(err->file))
        memcpy(err->file, file, sizeof(file));
    return false;
}

bool stored_verify(struct stored *out, int store, const char *name, const struct store_rules *rules, const char *path,
                   struct err *err)
{
    CLEANUP(beneath_closep) int packs = -1;
    CLEANUP(beneath_closep) int folder = -1;
    int length = snprintf(out->pack, sizeof(out->pack), "%s/" STORE_PACKS "/%s/" STORE_PACK, path, name);
    if (length < 0 || (size_t)length >= sizeof(out->pack))
        return err_at(err, ERR_IO, path, 0, "has too long a name");
    if (!beneath_open_folder(&packs, store, STORE_PACKS, err) || !beneath_open_folder(&folder, packs, name, err) ||
        !verify_in(out, folder, name, rules, err))
        return in_folder(err, path, name);
    return true;
}

bool store_open_claimed(struct pack **out, const char *file, const struct claims *claims, struct err *err)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    struct claims said;
    if (!pack_open(&pack, file, err) || !claims_of_pack(&said, pack, claims->size, file, err) ||
        !claims_require_equal(&said, claims, file, err))
        return false;
    *out = pack;
    pack = NULL;
    return true;
}

bool stored_open(struct pack **out, struct stored *stored, int store, const char *name, const struct store_rules *rules,
                 const char *path, struct err *err)
{
    return stored_verify(stored, store, name, rules, path, err) &&
           store_open_claimed(out, stored->pack, &stored->claims, err);
}
