#include "publish/served.h"
#include "tool/command.h"
#include "tool/trust.h"

#include <inttypes.h>
#include <stdio.h>

enum { OPTION_TO, OPTION_KEY };

enum status cmd_publish(const struct arguments *arguments)
{
    const char *folder = arguments->options[OPTION_TO], *key = arguments->options[OPTION_KEY];
    struct minisig_trust trust;
    struct claims claims;
    struct err err;
    if (key && !trust_read(&trust, key, &err))
        return command_failed(&err);
    for (size_t i = 0; i < arguments->word_count; i++) {
        if (!served_put(&claims, folder, arguments->words[i], key ? &trust : NULL, &err))
            return command_refused(&err);
        printf("%s/%s-%" PRId64 ".pack\n", folder, claims.audience, claims.sequence);
    }
    return served_write_index(folder, &err) ? STATUS_DONE : command_failed(&err);
}
