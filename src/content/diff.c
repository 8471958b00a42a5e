#include "content/diff.h"

#include "base/list.h"
#include "content/diff_facts.h"
#include "content/query.h"
#include "content/statement.h"

#include <string.h>

/* Texts of a language that say the same as before, but are to be trusted more or less. */
struct trust {
    const char *lang;
    size_t now[TEXT_STALE + 1]; /* by the state they have now */
};

struct trusts {
    struct trust *at;
    size_t count;
};

struct diff {
    struct pack *before;
    struct pack *after;
    diff_fn *see;
    void *data;
    struct err *err;
    struct diff_counts counts;
    struct arena record; /* what is known of the record that is compared */
    struct arena arena;
    struct trusts trusts;
    bool stopped;
};

static void diff_end(struct diff *diff)
{
    arena_destroy(&diff->record);
    arena_destroy(&diff->arena);
}

static void tell(struct diff *diff, const struct diff_item *item)
{
    if (diff->see && !diff->stopped && !diff->see(diff->data, item))
        diff->stopped = true;
}

/* *out is NULL when the pack has no such record. */
static bool read_name(const char **out, struct diff *diff, struct pack *pack, enum diff_kind kind, const char *id)
{
    CLEANUP(statement_end) struct statement row = statement_begin(pack, diff_kinds[kind].name);
    statement_bind_text(&row, 1, id);
    *out = NULL;
    if (statement_row(&row)) {
        const char *name = statement_text(&row, 0, &diff->record);
        *out = name ? name : id;
    }
    return statement_ok(&row, diff->err);
}

static void note_trust(struct diff *diff, const struct diff_fact *fact)
{
    size_t at = 0;
    if (fact->state < 0 || fact->state > TEXT_STALE)
        return;
    while (at < diff->trusts.count && strcmp(diff->trusts.at[at].lang, fact->lang) != 0)
        at++;
    if (at == diff->trusts.count)
        LIST_ADD(&diff->arena, diff->trusts)->lang = arena_strdup(&diff->arena, fact->lang);
    diff->trusts.at[at].now[fact->state]++;
}

static size_t compare_facts(struct diff *diff, struct diff_item item, struct diff_facts *before,
                            const struct diff_facts *after)
{
    size_t hint = 0;
    size_t changes = 0;
    for (size_t i = 0; i < after->count; i++) {
        const struct diff_fact *fact = &after->at[i];
        struct diff_fact *old = diff_facts_find(before, fact, &hint);
        if (old)
            old->matched = true;
        if (old && strcmp(old->value, fact->value) == 0) {
            if (old->state != fact->state)
                note_trust(diff, fact);
            continue;
        }
        item.field = fact->field;
        item.lang = fact->lang;
        item.before = old ? old->value : NULL;
        item.after = fact->value;
        tell(diff, &item);
        changes++;
    }
    item.after = NULL;
    for (size_t i = 0; i < before->count; i++) {
        if (before->at[i].matched)
            continue;
        item.field = before->at[i].field;
        item.lang = before->at[i].lang;
        item.before = before->at[i].value;
        tell(diff, &item);
        changes++;
    }
    return changes;
}

static bool compare_record(struct diff *diff, struct diff_item item)
{
    struct diff_facts before;
    struct diff_facts after;
    const struct diff_kind_row *kind = &diff_kinds[item.kind];
    if (!diff_facts_read(&before, diff->before, kind, item.id, &diff->record, diff->err) ||
        !diff_facts_read(&after, diff->after, kind, item.id, &diff->record, diff->err))
        return false;
    if (compare_facts(diff, item, &before, &after) > 0)
        diff->counts.of[item.kind][DIFF_CHANGED]++;
    return true;
}

static void tell_record(struct diff *diff, struct diff_item item, enum diff_change change)
{
    item.change = change;
    diff->counts.of[item.kind][change]++;
    tell(diff, &item);
}

/* What is new or changed. */
static bool walk_after(struct diff *diff, enum diff_kind kind)
{
    CLEANUP(statement_end) struct statement row = statement_begin(diff->after, diff_kinds[kind].list);
    while (!diff->stopped && statement_row(&row)) {
        const char *old_name;
        struct diff_item item = { .kind = kind, .change = DIFF_CHANGED };
        arena_reset(&diff->record);
        item.id = statement_text(&row, 0, &diff->record);
        if (!item.id)
            continue;
        if (!read_name(&item.name, diff, diff->after, kind, item.id) ||
            !read_name(&old_name, diff, diff->before, kind, item.id))
            return false;
        if (!old_name)
            tell_record(diff, item, DIFF_ADDED);
        else if (!compare_record(diff, item))
            return false;
    }
    return statement_ok(&row, diff->err);
}

/* What is gone. */
static bool walk_before(struct diff *diff, enum diff_kind kind)
{
    CLEANUP(statement_end) struct statement row = statement_begin(diff->before, diff_kinds[kind].list);
    while (!diff->stopped && statement_row(&row)) {
        const char *new_name;
        struct diff_item item = { .kind = kind };
        arena_reset(&diff->record);
        item.id = statement_text(&row, 0, &diff->record);
        if (!item.id)
            continue;
        if (!read_name(&new_name, diff, diff->after, kind, item.id) ||
            !read_name(&item.name, diff, diff->before, kind, item.id))
            return false;
        if (!new_name)
            tell_record(diff, item, DIFF_REMOVED);
    }
    return statement_ok(&row, diff->err);
}

/* The next id that the other pack has as well; NULL at the end or when it can't be told. */
static const char *next_common(struct diff *diff, struct statement *row, struct pack *other, enum diff_kind kind,
                               bool *failed)
{
    while (statement_row(row)) {
        const char *name;
        const char *id = statement_text(row, 0, &diff->record);
        if (id && !read_name(&name, diff, other, kind, id)) {
            *failed = true;
            return NULL;
        }
        if (id && name)
            return id;
    }
    return NULL;
}

/* What is in both packs stands in another order: told once, for the list. */
static bool compare_order(struct diff *diff, enum diff_kind kind)
{
    CLEANUP(statement_end) struct statement before = statement_begin(diff->before, diff_kinds[kind].list);
    CLEANUP(statement_end) struct statement after = statement_begin(diff->after, diff_kinds[kind].list);
    bool failed = false;
    for (bool more = true; more;) {
        arena_reset(&diff->record);
        const char *old_id = next_common(diff, &before, diff->after, kind, &failed);
        const char *new_id = next_common(diff, &after, diff->before, kind, &failed);
        more = old_id && new_id;
        if (more && strcmp(old_id, new_id) != 0) {
            tell(diff, &(struct diff_item){ kind, DIFF_CHANGED, "", "", "order", "", NULL, NULL });
            return true;
        }
    }
    return !failed && statement_ok(&before, diff->err) && statement_ok(&after, diff->err);
}

/* Told last, of the pack as a whole: a language that a speaker has read through would fill the list otherwise. */
static void tell_trust(struct diff *diff)
{
    static const char *const fields[] = { [TEXT_CHECKED] = DIFF_TEXTS_CHECKED,
                                          [TEXT_UNCHECKED] = DIFF_TEXTS_UNCHECKED,
                                          [TEXT_STALE] = DIFF_TEXTS_OUT_OF_DATE };
    for (size_t i = 0; i < diff->trusts.count; i++) {
        for (enum text_state state = TEXT_CHECKED; state <= TEXT_STALE; state++) {
            const struct trust *trust = &diff->trusts.at[i];
            if (trust->now[state] == 0)
                continue;
            const char *count = arena_printf(&diff->arena, "%zu", trust->now[state]);
            tell(diff, &(struct diff_item){ DIFF_PACK, DIFF_CHANGED, "pack", pack_meta(diff->after, "city"),
                                            fields[state], trust->lang, NULL, count });
            diff->counts.of[DIFF_PACK][DIFF_CHANGED] = 1;
        }
    }
}

bool diff_packs(struct diff_counts *out, struct pack *before, struct pack *after, diff_fn *see, void *data,
                struct err *err)
{
    CLEANUP(diff_end) struct diff diff = { .before = before, .after = after, .see = see, .data = data, .err = err };
    for (enum diff_kind kind = 0; kind < DIFF_KIND_COUNT && !diff.stopped; kind++) {
        if (!walk_after(&diff, kind) || !walk_before(&diff, kind) ||
            (diff_kinds[kind].order_is_seen && !diff.stopped && !compare_order(&diff, kind)))
            return false;
    }
    tell_trust(&diff);
    *out = diff.counts;
    return true;
}
