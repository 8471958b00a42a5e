#include "base/beneath.h"
#include "publish/fetch.h"
#include "publish/fetch_parts.h"
#include "publish/served.h"

#include <string.h>
#include <strings.h>

bool fetch_is_address(const char *text)
{
    return strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "https://", 8) == 0;
}

struct transfer {
    struct install *install;
    const struct install_progress *progress;
    int64_t done;
};

static bool take(void *data, const void *bytes, size_t len, struct err *err)
{
    struct transfer *transfer = data;
    const struct install_progress *progress = transfer->progress;
    transfer->done += (int64_t)len;
    if (progress && !progress->report(progress->data, transfer->done, install_claims(transfer->install)->size))
        return err_set(err, ERR_STOPPED, "stopped; nothing was installed");
    return install_add(transfer->install, bytes, len, err);
}

static bool fetch_pack(struct install **out, const char *store, const char *address, const struct install_rules *rules,
                       const struct install_progress *progress, const struct fetch_limits *limits, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    CLEANUP(install_closep) struct install *install = NULL;
    struct str signature;
    if (!fetch_text(&signature, &arena, arena_printf(&arena, "%s" MINISIG_SUFFIX, address), MINISIG_FILE_MAX, limits,
                    err) ||
        !install_begin(&install, store, signature, address, rules, err))
        return false;
    struct transfer transfer = { install, progress, 0 };
    if (!install_is_same(install) && !fetch_file(address, limits, &(struct fetch_sink){ take, &transfer }, err))
        return false;
    if (!install_check(install, err))
        return false;
    *out = install;
    install = NULL;
    return true;
}

/* The newest that the index offers; whether it may come in, its signature says. */
static bool fetch_newest(struct install **out, const char *store, const char *folder, const struct install_rules *rules,
                         const struct install_progress *progress, const struct fetch_limits *limits, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str index;
    const char *file;
    const char *address = arena_printf(&arena, "%s/" SERVED_INDEX, folder);
    if (!fetch_text(&index, &arena, address, SERVED_INDEX_MAX, limits, err) ||
        !served_newest(&file, index, rules->store.audience, address, &arena, err))
        return false;
    return fetch_pack(out, store, arena_printf(&arena, "%s/%s", folder, file), rules, progress, limits, err);
}

bool fetch_install_within(struct install **out, const char *store, const char *address,
                          const struct install_rules *rules, const struct install_progress *progress,
                          const struct fetch_limits *limits, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str view = str_of(address);
    if (strpbrk(address, "?# \t\r\n"))
        return err_at(err, ERR_USAGE, address, 0, "is no plain address of a pack or a folder");
    if (str_ends(view, STR(".pack")))
        return fetch_pack(out, store, address, rules, progress, limits, err);
    if (str_ends(view, STR("/" SERVED_INDEX)))
        view.len -= sizeof(SERVED_INDEX) - 1;
    while (str_ends(view, STR("/")))
        view.len--;
    return fetch_newest(out, store, arena_str(&arena, view), rules, progress, limits, err);
}

bool fetch_install(struct install **out, const char *store, const char *address, const struct install_rules *rules,
                   const struct install_progress *progress, struct err *err)
{
    return fetch_install_within(out, store, address, rules, progress, &fetch_usual, err);
}
