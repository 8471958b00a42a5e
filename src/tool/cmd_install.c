#include "base/clock.h"
#include "content/install.h"
#include "publish/fetch.h"
#include "tool/command.h"
#include "tool/progress.h"
#include "tool/trust.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { OPTION_STORE, OPTION_KEY, OPTION_AUDIENCE, OPTION_AGAIN };

/* Whom the store is for: as --audience says, else as the current pack is, else whoever the first pack is for. */
static bool read_rules(struct install_rules *out, char audience[static CLAIMS_AUDIENCE_MAX],
                       const struct arguments *arguments, struct err *err)
{
    struct clock clock = clock_real();
    const char *given = arguments->options[OPTION_AUDIENCE];
    const char *store = arguments->options[OPTION_STORE];
    *out = (struct install_rules){ .again = arguments->options[OPTION_AGAIN] != NULL };
    out->store.now_ms = clock_wall_ms(&clock);
    if (given && !claims_is_audience(str_of(given)))
        return err_set(err, ERR_USAGE, "--audience %s is no audience; write it as datapackage.json does", given);
    store_audience(audience, store);
    out->store.audience = given ? given : audience[0] ? audience : NULL;
    return trust_of_store(&out->store.trust, store, arguments->options[OPTION_KEY], err);
}

static bool take(struct install **out, const struct arguments *arguments, const struct install_rules *rules,
                 struct err *err)
{
    struct progress progress;
    const char *from = arguments->words[0], *store = arguments->options[OPTION_STORE];
    struct install_progress report = progress_begin(&progress, "Copying");
    bool taken = fetch_is_address(from) ? fetch_install(out, store, from, rules, &report, err)
                                        : install_take(out, store, from, rules, &report, err);
    progress_end(&progress);
    return taken;
}

enum status cmd_install(const struct arguments *arguments)
{
    CLEANUP(install_closep) struct install *install = NULL;
    char audience[CLAIMS_AUDIENCE_MAX];
    struct install_rules rules;
    struct err err = { 0 };
    if (!read_rules(&rules, audience, arguments, &err))
        return command_failed(&err);
    if (!take(&install, arguments, &rules, &err) || !install_commit(install, &err))
        return command_refused(&err);
    if (!trust_keep(arguments->options[OPTION_STORE], arguments->options[OPTION_KEY], &err))
        return command_failed(&err);
    const struct claims *claims = install_claims(install);
    printf("%s sequence %" PRId64 " %s\n", claims->audience, claims->sequence,
           install_is_same(install) ? "is installed already" : "installed");
    return STATUS_DONE;
}
