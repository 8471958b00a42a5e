#include "content/store.h"

#include "base/beneath.h"
#include "content/store_parts.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static bool open_slot(struct pack **out, struct store_shown *shown, const struct store_slots *slots,
                      enum store_slot slot, int store, const struct store_rules *rules, const char *path,
                      struct err *err)
{
    struct stored stored;
    const char *name = slots->names[slot];
    if (!name[0])
        return err_at(err, ERR_MISSING, path, 0, "holds no %s pack; install one with 'maison-pack install'",
                      slot == STORE_CURRENT ? "current" : "previous");
    if (!stored_open(out, &stored, store, name, rules, path, err))
        return false;
    shown->slot = slot;
    shown->claims = stored.claims;
    memcpy(shown->name, name, sizeof(shown->name));
    return true;
}

static bool show_one_of(struct pack **out, struct store_shown *shown, const struct store_slots *slots, int store,
                        const struct store_rules *rules, enum store_slot first, const char *path, struct err *err)
{
    struct err why_not_first = { 0 };
    *shown = (struct store_shown){ 0 };
    for (enum store_slot slot = first; slot < STORE_SLOT_COUNT; slot++) {
        struct err why = { 0 };
        if (open_slot(out, shown, slots, slot, store, rules, path, &why)) {
            shown->why_not_first = why_not_first;
            return true;
        }
        if (slot == first)
            why_not_first = why;
    }
    if (err)
        *err = why_not_first;
    return false;
}

#define TRIES 3

bool store_show(struct pack **out, struct store_shown *shown, const char *folder, const struct store_rules *rules,
                enum store_slot first, struct err *err)
{
    CLEANUP(beneath_closep) int store = -1;
    struct store_slots slots, now;
    if (!store_folder_open(&store, folder, false, err) || !store_slots_read(&slots, store, folder, err))
        return false;
    for (int i = 1;; i++) {
        if (show_one_of(out, shown, &slots, store, rules, first, folder, err))
            return true;
        /* An install may have taken away what the slots led to a moment ago. */
        if (i == TRIES || !store_slots_read(&now, store, folder, NULL) || memcmp(&now, &slots, sizeof(now)) == 0)
            return false;
        slots = now;
    }
}

static void read_status(struct store_slot_status *out, int store, const char *name, const struct store_rules *rules,
                        const char *path)
{
    CLEANUP(pack_closep) struct pack *pack = NULL;
    struct stored stored;
    *out = (struct store_slot_status){ 0 };
    snprintf(out->name, sizeof(out->name), "%s", name);
    if (!name[0])
        return;
    if (stored_open(&pack, &stored, store, name, rules, path, &out->why_not))
        out->claims = stored.claims;
}

/* Whose sequences are asked for. */
static void audience_of(char out[static CLAIMS_AUDIENCE_MAX], const struct store_rules *rules,
                        const struct store_slots *slots)
{
    int64_t sequence;
    out[0] = '\0';
    if (rules->audience)
        snprintf(out, CLAIMS_AUDIENCE_MAX, "%s", rules->audience);
    else if (!store_name_read(out, &sequence, slots->names[STORE_CURRENT]))
        out[0] = '\0';
}

bool store_status(struct store_status *out, const char *folder, const struct store_rules *rules, struct err *err)
{
    CLEANUP(beneath_closep) int store = -1;
    struct store_slots slots;
    struct store_status status = { 0 };
    char audience[CLAIMS_AUDIENCE_MAX];
    if (!store_folder_open(&store, folder, false, err) || !store_slots_read(&slots, store, folder, err))
        return false;
    audience_of(audience, rules, &slots);
    if (!store_highest(&status.highest, &slots, audience, folder, err) ||
        !store_marks_read(&status.rolled_back, STORE_ROLLED_BACK, audience, folder, err))
        return false;
    for (int i = 0; i < STORE_SLOT_COUNT; i++)
        read_status(&status.slots[i], store, slots.names[i], rules, folder);
    *out = status;
    return true;
}

/* The mark comes first: dying after it leaves a pack current that no timer brings again, and not the other way round.
 */
static bool exchange(int store, const struct store_slots *slots, const struct claims *back, const char *path,
                     struct err *err)
{
    char audience[CLAIMS_AUDIENCE_MAX];
    int64_t sequence = 0;
    const char *before = slots->names[STORE_CURRENT];
    bool was_later = store_name_read(audience, &sequence, before) && strcmp(audience, back->audience) == 0 &&
                     sequence > back->sequence;
    return store_marks_write(store, STORE_ROLLED_BACK, back->audience, was_later ? sequence : 0, path, err) &&
           store_slots_set(store, STORE_CURRENT, slots->names[STORE_PREVIOUS], path, err) &&
           (!before[0] || store_slots_set(store, STORE_PREVIOUS, before, path, err));
}

bool store_roll_back(struct claims *out, const char *folder, const struct store_rules *rules, struct err *err)
{
    CLEANUP(beneath_closep) int store = -1;
    CLEANUP(pack_closep) struct pack *pack = NULL;
    struct store_slots slots;
    struct stored stored;
    if (!store_folder_open(&store, folder, false, err) || !store_lock(store, folder, err) ||
        !store_slots_read(&slots, store, folder, err))
        return false;
    const char *name = slots.names[STORE_PREVIOUS];
    if (!name[0] || strcmp(name, slots.names[STORE_CURRENT]) == 0)
        return err_at(err, ERR_REFUSED, folder, 0, "holds no previous pack to go back to");
    if (!stored_open(&pack, &stored, store, name, rules, folder, err) ||
        !exchange(store, &slots, &stored.claims, folder, err))
        return false;
    *out = stored.claims;
    return true;
}

void store_audience(char out[static CLAIMS_AUDIENCE_MAX], const char *folder)
{
    static const struct store_rules any;
    CLEANUP(beneath_closep) int store = -1;
    struct store_slots slots;
    out[0] = '\0';
    if (store_folder_open(&store, folder, false, NULL) && store_slots_read(&slots, store, folder, NULL))
        audience_of(out, &any, &slots);
}

struct store_mark store_look(const char *folder)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct stat info;
    if (stat(arena_printf(&arena, "%s/current/" STORE_PACK, folder), &info) != 0)
        return (struct store_mark){ 0 };
    return (struct store_mark){ (uint64_t)info.st_dev, (uint64_t)info.st_ino,
                                (int64_t)info.st_ctim.tv_sec * 1000000000 + info.st_ctim.tv_nsec };
}

bool store_mark_equal(struct store_mark a, struct store_mark b)
{
    return a.device == b.device && a.file == b.file && a.changed_ns == b.changed_ns;
}

enum store_alarm store_alarm(const struct claims *claims, int64_t now_ms)
{
    if (now_ms < claims->created_ms)
        return STORE_CLOCK_BEHIND;
    return now_ms >= claims->expired_ms ? STORE_EXPIRED : STORE_CALM;
}

const char *store_alarm_text(enum store_alarm alarm)
{
    static const char *const texts[STORE_ALARM_COUNT] = {
        [STORE_CLOCK_BEHIND] = "the clock shows a time before the pack was made, so no hours are shown; set the clock",
        [STORE_EXPIRED] = "the pack has expired, and visitors are told so; install a newer one",
    };
    return texts[alarm];
}
