#include "base/clock.h"
#include "tool/command.h"
#include "tool/trust.h"

#include <assert.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>

enum { OPTION_STORE, OPTION_KEY, OPTION_JSON };

static bool read_rules(struct store_rules *out, const struct arguments *arguments, struct err *err)
{
    struct clock clock = clock_real();
    *out = (struct store_rules){ .now_ms = clock_wall_ms(&clock) };
    return trust_of_store(&out->trust, arguments->options[OPTION_STORE], arguments->options[OPTION_KEY], err);
}

enum status cmd_rollback(const struct arguments *arguments)
{
    struct store_rules rules;
    struct claims claims;
    struct err err;
    if (!read_rules(&rules, arguments, &err))
        return command_failed(&err);
    if (!store_roll_back(&claims, arguments->options[OPTION_STORE], &rules, &err))
        return command_refused(&err);
    printf("%s sequence %" PRId64 " is current again\n", claims.audience, claims.sequence);
    return STATUS_DONE;
}

static const char *const slot_names[] = { [STORE_CURRENT] = "current", [STORE_PREVIOUS] = "previous" };
static_assert(COUNT(slot_names) == STORE_SLOT_COUNT, "each slot needs a name");

#define DAY_MS INT64_C(86400000)

/* What a script asks first. */
static const char *state_of(const struct store_slot_status *slot, int64_t now_ms)
{
    static const char *const words[STORE_ALARM_COUNT] = { "whole", "clock-behind", "expired" };
    return slot->why_not.code == ERR_NONE ? words[store_alarm(&slot->claims, now_ms)] : "refused";
}

static json_t *slot_json(const struct store_slot_status *slot, int64_t now_ms)
{
    char text[1024];
    const struct claims *claims = &slot->claims;
    if (!slot->name[0])
        return json_null();
    if (slot->why_not.code != ERR_NONE)
        return json_pack("{s:s, s:s, s:s}", "name", slot->name, "state", "refused", "why",
                         err_text(&slot->why_not, text, sizeof(text)));
    return json_pack("{s:s, s:s, s:s, s:I, s:s, s:s, s:I, s:I, s:s}", "name", slot->name, "state",
                     state_of(slot, now_ms), "audience", claims->audience, "sequence", (json_int_t)claims->sequence,
                     "created", claims->created, "expires", claims->expires, "age_days",
                     (json_int_t)((now_ms - claims->created_ms) / DAY_MS), "size", (json_int_t)claims->size, "min_app",
                     claims->min_app);
}

static void print_json(const struct store_status *status, int64_t now_ms)
{
    json_auto_t *document =
        json_pack("{s:o, s:o, s:I, s:o}", "current", slot_json(&status->slots[STORE_CURRENT], now_ms), "previous",
                  slot_json(&status->slots[STORE_PREVIOUS], now_ms), "highest", (json_int_t)status->highest,
                  "rolled_back", status->rolled_back > 0 ? json_integer((json_int_t)status->rolled_back) : json_null());
    json_dumpf(document, stdout, JSON_INDENT(2));
    putchar('\n');
}

static void print_slot(const char *title, const struct store_slot_status *slot, int64_t now_ms)
{
    char text[1024];
    const struct claims *claims = &slot->claims;
    if (!slot->name[0])
        printf("%s: none\n", title);
    else if (slot->why_not.code != ERR_NONE)
        printf("%s: %s is refused: %s\n", title, slot->name, err_text(&slot->why_not, text, sizeof(text)));
    else
        printf("%s: %s sequence %" PRId64 ", made %s (%" PRId64 " days ago), holds until %s, %s\n", title,
               claims->audience, claims->sequence, claims->created, (now_ms - claims->created_ms) / DAY_MS,
               claims->expires, state_of(slot, now_ms));
}

static void print_text(const struct store_status *status, int64_t now_ms)
{
    for (int i = 0; i < STORE_SLOT_COUNT; i++)
        print_slot(slot_names[i], &status->slots[i], now_ms);
    printf("highest: %" PRId64 "\n", status->highest);
    if (status->rolled_back > 0)
        printf("rolled back: %" PRId64 "\n", status->rolled_back);
}

enum status cmd_status(const struct arguments *arguments)
{
    struct store_rules rules;
    struct store_status status;
    struct err err;
    if (!read_rules(&rules, arguments, &err) || !store_status(&status, arguments->options[OPTION_STORE], &rules, &err))
        return command_failed(&err);
    if (arguments->options[OPTION_JSON])
        print_json(&status, rules.now_ms);
    else
        print_text(&status, rules.now_ms);
    const struct store_slot_status *current = &status.slots[STORE_CURRENT];
    bool good = current->name[0] && current->why_not.code == ERR_NONE &&
                store_alarm(&current->claims, rules.now_ms) == STORE_CALM;
    return good ? STATUS_DONE : STATUS_NO;
}
