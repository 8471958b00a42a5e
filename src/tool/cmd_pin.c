#include "content/pin.h"
#include "tool/command.h"
#include "tool/password.h"

#include <stdio.h>
#include <string.h>

/* Twice, because nobody could open the staff screen after a slip. */
static bool ask(char out[static SECRET_PASSWORD_MAX], struct err *err)
{
    char again[SECRET_PASSWORD_MAX];
    if (!password_ask("PIN for the staff screen", out, err) || !password_ask("The same PIN again", again, err))
        return false;
    bool same = strcmp(out, again) == 0;
    explicit_bzero(again, sizeof(again));
    return same || err_set(err, ERR_USAGE, "the two PINs differ");
}

enum status cmd_pin(const struct arguments *arguments)
{
    char pin[SECRET_PASSWORD_MAX] = "";
    char hash[PIN_HASH_MAX];
    struct err err;
    (void)arguments;
    bool done = ask(pin, &err) && pin_hash(hash, pin, &err);
    explicit_bzero(pin, sizeof(pin));
    if (!done)
        return command_failed(&err);
    printf("staff_pin_hash = %s\n", hash);
    return STATUS_DONE;
}
