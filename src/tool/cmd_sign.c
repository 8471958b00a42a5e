#include "publish/sign.h"
#include "tool/command.h"
#include "tool/password.h"
#include "tool/trust.h"

#include <inttypes.h>
#include <stdio.h>

static bool ask(void *data, char out[static SECRET_PASSWORD_MAX], struct err *err)
{
    (void)data;
    return password_ask("Password for the secret key", out, err);
}

static void print_claims(const struct claims *claims)
{
    printf("%s sequence %" PRId64 ", made %s, holds until %s, %" PRId64 " bytes\n", claims->audience, claims->sequence,
           claims->created, claims->expires, claims->size);
}

enum status cmd_sign(const struct arguments *arguments)
{
    CLEANUP(secret_wipe) struct secret_key key = { 0 };
    struct secret_asker asker = { ask, NULL };
    struct claims claims;
    struct err err;
    if (!secret_read(&key, arguments->options[0], &asker, &err) || !sign_pack(&claims, arguments->words[0], &key, &err))
        return command_failed(&err);
    print_claims(&claims);
    return STATUS_DONE;
}

enum status cmd_verify(const struct arguments *arguments)
{
    struct minisig_trust trust;
    struct claims claims;
    struct err err;
    if (!trust_read(&trust, arguments->options[0], &err))
        return command_failed(&err);
    if (!sign_verify(&claims, arguments->words[0], &trust, &err))
        return command_refused(&err);
    print_claims(&claims);
    return STATUS_DONE;
}
