/* Where a kiosk keeps its packs, so that at any moment, whatever has died, it opens the old one or the new one whole:
 *
 *     packs/AUDIENCE-SEQUENCE/city.pack, city.pack.minisig
 *     current, previous     relative links to two of these folders
 *     highest               "AUDIENCE SEQUENCE": the highest that was ever installed; an earlier one is never let in
 *     rolled-back           the same of what the staff have taken back, so that no timer brings it again
 *     staging/…             packs on their way in (content/install.h)
 *
 * The folder belongs to the kiosk; what comes from outside is verified before it lies here, and again whenever it is
 * opened. */
#ifndef MAISON_CONTENT_STORE_H
#define MAISON_CONTENT_STORE_H

#include "content/claims.h"
#include "content/minisig.h"

#define STORE_NAME_MAX (CLAIMS_AUDIENCE_MAX + 20)

/* What may be shown and let in. */
struct store_rules {
    struct minisig_trust trust;
    const char *audience; /* NULL: any */
    int64_t now_ms;       /* the kiosk's clock, Unix milliseconds */
};

enum store_slot { STORE_CURRENT, STORE_PREVIOUS, STORE_SLOT_COUNT };

/* Which pack is shown, and why not the one that should be. */
struct store_shown {
    enum store_slot slot;
    char name[STORE_NAME_MAX]; /* AUDIENCE-SEQUENCE */
    struct claims claims;
    struct err why_not_first; /* ERR_NONE when it is that one */
};

/* Opens the pack of slot `first` or, when that does not verify, of the slots behind it. False when none can be shown,
 * and *err says why the first one can't: ERR_MISSING when it is empty. *out is the caller's to pack_close. */
MUST_USE bool store_show(struct pack **out, struct store_shown *shown, const char *folder,
                         const struct store_rules *rules, enum store_slot first, struct err *err);

struct store_slot_status {
    char name[STORE_NAME_MAX]; /* "": the slot is empty */
    struct claims claims;      /* when it verifies */
    struct err why_not;        /* ERR_NONE when it verifies */
};

struct store_status {
    struct store_slot_status slots[STORE_SLOT_COUNT];
    int64_t highest;     /* of the audience of the rules, else of the current pack; 0: none */
    int64_t rolled_back; /* the same; 0: none */
};

/* Verifies what lies in both slots: reads both packs from end to end. */
MUST_USE bool store_status(struct store_status *out, const char *folder, const struct store_rules *rules,
                           struct err *err);

/* Current and previous change places; *out is then the current one's claims. ERR_REFUSED when there is no previous pack
 * that verifies. What was current is not let in again until a person asks for it (install_rules.again). */
MUST_USE bool store_roll_back(struct claims *out, const char *folder, const struct store_rules *rules, struct err *err);

/* The audience of the current pack by its folder's name; "" when there is none. */
void store_audience(char out[static CLAIMS_AUDIENCE_MAX], const char *folder);

/* Tells whether another pack has become current, with one question to the file system. */
struct store_mark {
    uint64_t device, file;
    int64_t changed_ns;
};
struct store_mark store_look(const char *folder);
bool store_mark_equal(struct store_mark a, struct store_mark b);

/* What the staff should know about the pack that is shown. */
enum store_alarm {
    STORE_CALM,
    STORE_CLOCK_BEHIND, /* the clock shows a time before the pack was made, so it is wrong */
    STORE_EXPIRED,
    STORE_ALARM_COUNT
};
enum store_alarm store_alarm(const struct claims *claims, int64_t now_ms);

/* In English, for stderr and the staff; NULL for STORE_CALM. */
const char *store_alarm_text(enum store_alarm alarm);

#endif
