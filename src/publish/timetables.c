#include "publish/timetables.h"

#include "publish/bytes.h"

bool timetables_begin(struct timetables *timetables, sqlite3 *db, struct err *err)
{
    *timetables = (struct timetables){ .rows = insert_begin(db, "INSERT INTO timetable (id, hours) VALUES (?, ?)") };
    return question_begin(&timetables->schedule, db,
                          "SELECT freq, byday, bymonthday, wkst, dtstart, until, valid_from, valid_to, interval, count, "
                          "opens_at, closes_at, EXISTS (SELECT 1 FROM text WHERE text.owner = 'schedules/' || "
                          "schedule.id AND text.field = 'description' AND text.value <> '') "
                          "FROM schedule WHERE owner = ?1 ORDER BY seq",
                          err) &&
           question_begin(&timetables->closure, db,
                          "SELECT start, \"end\", opens_at, closes_at FROM closure WHERE service = ?1 ORDER BY id",
                          err);
}

void timetables_end(struct timetables *timetables)
{
    question_end(&timetables->schedule);
    question_end(&timetables->closure);
    insert_end(&timetables->rows);
    arena_destroy(&timetables->arena);
}

static void add_text(struct bytes *out, struct arena *arena, const struct question *row, int column)
{
    struct str text = question_text(row, column);
    bytes_add_varint(out, arena, text.len > 0 ? text.len + 1 : 0);
    bytes_add(out, arena, (const uint8_t *)text.at, text.len);
}

/* As content/service_hours.c reads them: what is no number of times stays one. */
static void add_times(struct bytes *out, struct arena *arena, const struct question *row, int column)
{
    int64_t times = question_int(row, column);
    bytes_add_varint(out, arena, question_is_null(row, column) ? 0 : times < 0 ? 1 : (uint64_t)times + 1);
}

/* And so does a time off the clock. */
static void add_minutes(struct bytes *out, struct arena *arena, const struct question *row, int column)
{
    int64_t minutes = question_int(row, column);
    bool is_off = minutes < 0 || minutes > 1440;
    bytes_add_varint(out, arena, question_is_null(row, column) ? 1 : is_off ? 0 : (uint64_t)minutes + 2);
}

static void add_schedule(struct bytes *out, struct arena *arena, const struct question *row)
{
    for (int column = 0; column < 8; column++)
        add_text(out, arena, row, column);
    add_times(out, arena, row, 8);
    add_times(out, arena, row, 9);
    add_minutes(out, arena, row, 10);
    add_minutes(out, arena, row, 11);
    bytes_add_varint(out, arena, question_int(row, 12) != 0);
}

static void add_closure(struct bytes *out, struct arena *arena, const struct question *row)
{
    add_text(out, arena, row, 0);
    add_text(out, arena, row, 1);
    bytes_add_varint(out, arena, !question_is_null(row, 2));
    add_minutes(out, arena, row, 2);
    add_minutes(out, arena, row, 3);
}

typedef void add_fn(struct bytes *out, struct arena *arena, const struct question *row);

/* The rows behind their number, which is in *count. */
static bool add_rows(struct bytes *out, size_t *count, struct question *question, const char *key, add_fn *add,
                     struct arena *arena, struct err *err)
{
    struct bytes rows = { 0 };
    *count = 0;
    question_bind_text(question, 1, key);
    for (; question_row(question); ++*count)
        add(&rows, arena, question);
    if (!question_done(question, err))
        return false;
    bytes_add_varint(out, arena, *count);
    bytes_add(out, arena, rows.at, rows.count);
    return true;
}

static const char *hexadecimal(const struct bytes *bytes, struct arena *arena)
{
    static const char digits[] = "0123456789abcdef";
    char *out = arena_alloc(arena, bytes->count * 2 + 1);
    for (size_t i = 0; i < bytes->count; i++) {
        out[2 * i] = digits[bytes->at[i] >> 4];
        out[2 * i + 1] = digits[bytes->at[i] & 15];
    }
    return out;
}

static uint64_t number_of(struct timetables *timetables, const struct bytes *bytes, struct arena *scratch)
{
    const char *key = hexadecimal(bytes, scratch);
    size_t number;
    if (map_get(&timetables->known, key, &number))
        return number;
    number = timetables->known.count + 1;
    map_add(&timetables->known, &timetables->arena, arena_strdup(&timetables->arena, key), number);
    insert_int(&timetables->rows, (int64_t)number);
    insert_bytes(&timetables->rows, bytes->at, bytes->count);
    insert_row(&timetables->rows);
    return number;
}

bool timetables_number(uint64_t *out, struct timetables *timetables, const char *const owners[3], const char *service,
                       struct err *err)
{
    CLEANUP(arena_destroy) struct arena scratch = { 0 };
    struct bytes bytes = { 0 };
    size_t rows = 0, exceptions = 0;
    for (size_t i = 0; i < 3 && rows == 0; i++) {
        bytes.count = 0;
        if (!add_rows(&bytes, &rows, &timetables->schedule, owners[i], add_schedule, &scratch, err))
            return false;
    }
    if (!add_rows(&bytes, &exceptions, &timetables->closure, service, add_closure, &scratch, err))
        return false;
    *out = rows + exceptions > 0 ? number_of(timetables, &bytes, &scratch) : 0;
    return insert_ok(&timetables->rows, err);
}
