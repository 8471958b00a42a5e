#include "tool/trust.h"

#include "base/file.h"

#include <string.h>

static const char *kept(const char *store, struct arena *arena)
{
    return arena_printf(arena, "%s/trust.pub", store);
}

bool trust_read(struct minisig_trust *out, const char *path, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str text;
    *out = (struct minisig_trust){ 0 };
    return file_read(&text, &arena, path, MINISIG_FILE_MAX, err) && minisig_trust_read(out, text, path, err);
}

bool trust_of_store(struct minisig_trust *out, const char *store, const char *given, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct err why = { 0 };
    if (given)
        return trust_read(out, given, err);
    if (trust_read(out, kept(store, &arena), &why))
        return true;
    if (why.code == ERR_MISSING)
        return err_at(err, ERR_USAGE, store, 0, "knows no key yet; give the public key with -p PUB");
    *err = why;
    return false;
}

bool trust_keep(const char *store, const char *given, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str text;
    if (!given || file_exists(kept(store, &arena)))
        return true;
    return file_read(&text, &arena, given, MINISIG_FILE_MAX, err) && file_write(kept(store, &arena), text, err);
}
