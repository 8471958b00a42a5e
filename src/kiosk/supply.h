/* Where the kiosk's pack comes from: a file that somebody names, or a store, whose current pack is shown if it
 * verifies, else the previous one, else the one that the settings name beside the store. */
#ifndef MAISON_KIOSK_SUPPLY_H
#define MAISON_KIOSK_SUPPLY_H

#include "content/store.h"
#include "kiosk/options.h"

/* How far down the row of packs to begin. */
enum supply_level { SUPPLY_CURRENT, SUPPLY_PREVIOUS, SUPPLY_BUILT_IN, SUPPLY_NOTHING };

struct supply {
    struct pack *pack; /* the caller's to close; NULL: see err */
    struct err err;
    enum supply_level level;  /* of the pack */
    struct store_shown shown; /* of a pack from the store */
    struct err why;           /* why not the current pack of the store; ERR_NONE when it is that */
    struct store_mark mark;   /* what was current in the store before it was opened */
};

/* Opens the first pack from `level` on that can be shown. Below SUPPLY_CURRENT, `why` is why. */
void supply_open(struct supply *out, const struct options *options, int64_t now_ms, enum supply_level level,
                 const struct err *why);

/* True if it was signed and verified. */
bool supply_is_signed(const struct supply *supply, const struct options *options);

/* What staff should know in one line of English, in the arena; NULL when all is well. */
const char *supply_notice(const struct supply *supply, const struct options *options, struct arena *arena);

#endif
