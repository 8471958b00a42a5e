#include "base/file.h"
#include "base/list.h"
#include "content/store_parts.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#define MARKS_BYTES_MAX 4096

struct mark {
    struct str audience;
    int64_t sequence;
};

struct marks {
    struct mark *at;
    size_t count;
};

static bool read_marks(struct marks *out, struct arena *arena, const char *file, struct err *err)
{
    struct str text;
    struct err why = { 0 };
    *out = (struct marks){ 0 };
    if (!file_read(&text, arena, file, MARKS_BYTES_MAX, &why)) {
        if (err && why.code != ERR_MISSING)
            *err = why;
        return why.code == ERR_MISSING;
    }
    for (long row = 1; text.len > 0; row++) {
        struct str sequence;
        struct mark mark = { .audience = str_cut(str_cut(text, '\n', &text), ' ', &sequence) };
        if (!claims_is_audience(mark.audience) || !claims_read_sequence(&mark.sequence, sequence))
            return err_at(err, ERR_FORMAT, file, row, "can't be understood; delete the file");
        *LIST_ADD(arena, *out) = mark;
    }
    return true;
}

bool store_marks_read(int64_t *out, const char *file, const char *audience, const char *path, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct marks marks;
    if (!read_marks(&marks, &arena, arena_printf(&arena, "%s/%s", path, file), err))
        return false;
    *out = 0;
    for (size_t i = 0; i < marks.count; i++) {
        if (str_eq_c(marks.at[i].audience, audience))
            *out = marks.at[i].sequence;
    }
    return true;
}

bool store_marks_write(int store, const char *file, const char *audience, int64_t sequence, const char *path,
                       struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct marks marks;
    bool was_there = false;
    const char *name = arena_printf(&arena, "%s/%s", path, file);
    if (!read_marks(&marks, &arena, name, err))
        return false;
    const char *text = sequence > 0 ? arena_printf(&arena, "%s %" PRId64 "\n", audience, sequence) : "";
    for (size_t i = 0; i < marks.count; i++) {
        if (str_eq_c(marks.at[i].audience, audience))
            was_there = true;
        else
            text =
                arena_printf(&arena, "%s%.*s %" PRId64 "\n", text, STR_FMT(marks.at[i].audience), marks.at[i].sequence);
    }
    if (sequence == 0 && !was_there)
        return true;
    if (!text[0] && unlinkat(store, file, 0) != 0)
        return err_at(err, ERR_IO, name, 0, "can't be removed: %s", strerrordesc_np(errno));
    return (!text[0] || file_write(name, str_of(text), err)) && store_flush(store, path, err);
}

bool store_highest(int64_t *out, const struct store_slots *slots, const char *audience, const char *path,
                   struct err *err)
{
    int64_t highest;
    if (!store_marks_read(&highest, STORE_HIGHEST, audience, path, err))
        return false;
    for (int i = 0; i < STORE_SLOT_COUNT; i++) {
        char whose[CLAIMS_AUDIENCE_MAX];
        int64_t sequence;
        if (store_name_read(whose, &sequence, slots->names[i]) && strcmp(whose, audience) == 0 && sequence > highest)
            highest = sequence;
    }
    *out = highest;
    return true;
}
