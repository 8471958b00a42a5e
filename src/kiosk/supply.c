#include "kiosk/supply.h"

static bool store_rules(struct store_rules *out, const struct options *options, int64_t now_ms, struct err *err)
{
    *out = (struct store_rules){ options->trust, options->audience, now_ms };
    return (out->trust.count > 0 && out->audience) ||
           err_set(err, ERR_USAGE, "a store needs the settings trust (a public key) and audience; see --config");
}

static bool open_stored(struct supply *out, const struct options *options, int64_t now_ms, enum supply_level level)
{
    struct err why = { 0 };
    struct store_rules rules;
    enum store_slot first = level == SUPPLY_CURRENT ? STORE_CURRENT : STORE_PREVIOUS;
    bool shown = store_rules(&rules, options, now_ms, &why) &&
                 store_show(&out->pack, &out->shown, options->store, &rules, first, &why);
    if (shown)
        why = out->shown.why_not_first;
    if (level == SUPPLY_CURRENT)
        out->why = why;
    if (shown)
        out->level = out->shown.slot == STORE_CURRENT ? SUPPLY_CURRENT : SUPPLY_PREVIOUS;
    return shown;
}

static void open_built_in(struct supply *out, const struct options *options)
{
    out->level = SUPPLY_BUILT_IN;
    if (!options->pack)
        out->err = out->why;
    else if (!pack_open(&out->pack, options->pack, &out->err))
        out->pack = NULL;
}

void supply_open(struct supply *out, const struct options *options, int64_t now_ms, enum supply_level level,
                 const struct err *why)
{
    *out = (struct supply){ .level = level };
    if (why)
        out->why = *why;
    if (level >= SUPPLY_NOTHING) {
        out->err = out->why;
    } else if (!options->store) {
        if (!options->pack)
            err_set(&out->err, ERR_MISSING, "no pack was named; give one with --pack FILE");
        else if (!pack_open(&out->pack, options->pack, &out->err))
            out->pack = NULL;
    } else {
        out->mark = store_look(options->store);
        if (level >= SUPPLY_BUILT_IN || !open_stored(out, options, now_ms, level))
            open_built_in(out, options);
    }
}

bool supply_is_signed(const struct supply *supply, const struct options *options)
{
    return options->store && supply->pack && supply->level < SUPPLY_BUILT_IN;
}

const char *supply_notice(const struct supply *supply, const struct options *options, struct arena *arena)
{
    char text[sizeof(supply->why.file) + sizeof(supply->why.detail) + 32];
    if (!options->store || supply->why.code == ERR_NONE)
        return NULL;
    err_text(&supply->why, text, sizeof(text));
    if (supply->level == SUPPLY_BUILT_IN)
        return arena_printf(arena, "the built-in pack %s is shown: %s", options->pack ? options->pack : "", text);
    return arena_printf(arena, "the pack %s is shown and not the newest: %s", supply->shown.name, text);
}
