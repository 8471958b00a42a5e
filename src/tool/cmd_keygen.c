#include "publish/secret.h"
#include "tool/command.h"
#include "tool/password.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_PUBLIC, OPTION_SECRET, OPTION_NO_PASSWORD };

/* Twice, because a slip in it makes the key useless. */
static bool choose_password(char out[static SECRET_PASSWORD_MAX], struct err *err)
{
    char again[SECRET_PASSWORD_MAX];
    if (!password_ask("Password for the secret key", out, err) || !password_ask("The same password again", again, err))
        return false;
    bool same = strcmp(out, again) == 0;
    explicit_bzero(again, sizeof(again));
    if (!same)
        return err_set(err, ERR_USAGE, "the two passwords differ; nothing was written");
    return out[0] || err_set(err, ERR_USAGE, "the password is empty; give one, or ask for none with -W");
}

static bool write_pair(const struct secret_key *key, const char *password, const struct arguments *arguments,
                       struct err *err)
{
    if (!secret_write(key, password, secret_cost_usual(), arguments->options[OPTION_SECRET], err))
        return false;
    if (secret_write_public(key, arguments->options[OPTION_PUBLIC], err))
        return true;
    unlink(arguments->options[OPTION_SECRET]); /* half a pair is of no use to anyone */
    return false;
}

enum status cmd_keygen(const struct arguments *arguments)
{
    CLEANUP(secret_wipe) struct secret_key key = { 0 };
    char password[SECRET_PASSWORD_MAX] = "";
    char id[MINISIG_ID_TEXT];
    struct err err;
    bool with_password = !arguments->options[OPTION_NO_PASSWORD];
    bool done = (!with_password || choose_password(password, &err)) && secret_make(&key, &err) &&
                write_pair(&key, with_password ? password : NULL, arguments, &err);
    explicit_bzero(password, sizeof(password));
    if (!done)
        return command_failed(&err);
    printf("key %s\n", minisig_id_text(key.id, id));
    return STATUS_DONE;
}
