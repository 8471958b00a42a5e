#include "content/claims.h"

#include "base/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define FORMAT "1"
#define DAY_MS INT64_C(86400000)

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
}

bool claims_is_audience(struct str text)
{
    if (text.len == 0 || text.len >= CLAIMS_AUDIENCE_MAX || !is_letter_or_digit(text.at[0]))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_letter_or_digit(text.at[i]) && !memchr("-._", text.at[i], 3))
            return false;
    }
    return true;
}

bool claims_read_sequence(int64_t *out, struct str text)
{
    int64_t value;
    if (text.len == 0 || text.at[0] < '1' || text.at[0] > '9')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.at[i]))
            return false;
    }
    if (!str_to_int64(text, &value))
        return false;
    *out = value;
    return true;
}

/* A date stands for its first moment in UTC. */
static bool read_moment(int64_t *out, bool *is_date, struct str text)
{
    struct civil date;
    *is_date = civil_parse_date(&date, text);
    if (*is_date)
        *out = civil_days(date.year, date.month, date.day) * DAY_MS;
    return *is_date || clock_parse_rfc3339(out, text);
}

static bool copy_text(char *out, size_t size, struct str text)
{
    if (text.len == 0 || text.len >= size || memchr(text.at, ' ', text.len))
        return false;
    memcpy(out, text.at, text.len);
    out[text.len] = '\0';
    return true;
}

static bool set_audience(struct claims *claims, struct str value)
{
    return claims_is_audience(value) && copy_text(claims->audience, sizeof(claims->audience), value);
}

static bool set_sequence(struct claims *claims, struct str value)
{
    return claims_read_sequence(&claims->sequence, value);
}

static bool set_created(struct claims *claims, struct str value)
{
    bool is_date;
    return read_moment(&claims->created_ms, &is_date, value) &&
           copy_text(claims->created, sizeof(claims->created), value);
}

static bool set_expires(struct claims *claims, struct str value)
{
    bool is_date;
    if (!read_moment(&claims->expired_ms, &is_date, value))
        return false;
    claims->expired_ms += is_date ? DAY_MS : 0;
    return copy_text(claims->expires, sizeof(claims->expires), value);
}

static bool set_size(struct claims *claims, struct str value)
{
    return claims_read_sequence(&claims->size, value) && claims->size <= CLAIMS_SIZE_MAX;
}

#define VERSION_PARTS 3

/* "1.2.3" */
static bool read_version(int64_t out[VERSION_PARTS], struct str text)
{
    for (size_t i = 0; i < VERSION_PARTS; i++) {
        struct str part = str_cut(text, '.', &text);
        if (part.len == 0 || part.len > 6 || !is_digit(part.at[0]) || !str_to_int64(part, &out[i]))
            return false;
    }
    return text.len == 0;
}

static bool set_min_app(struct claims *claims, struct str value)
{
    int64_t version[VERSION_PARTS];
    return read_version(version, value) && copy_text(claims->min_app, sizeof(claims->min_app), value);
}

/* In the order in which they are written; all are needed. */
static const struct {
    const char *name;
    bool (*set)(struct claims *claims, struct str value);
} fields[] = {
    { "audience", set_audience }, { "sequence", set_sequence }, { "created", set_created },
    { "expires", set_expires },   { "size", set_size },         { "min-app", set_min_app },
};

static bool read_field(struct claims *claims, bool seen[COUNT(fields)], struct str word, const char *file,
                       struct err *err)
{
    struct str value;
    struct str name = str_cut(word, '=', &value);
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (!str_eq_c(name, fields[i].name))
            continue;
        if (seen[i] || !fields[i].set(claims, value))
            return err_at(err, ERR_FORMAT, file, 0, "says \"%.*s\", which can't be; sign the pack again",
                          (int)(word.len < 80 ? word.len : 80), word.at);
        seen[i] = true;
        return true;
    }
    return true;
}

static bool read_fields(struct claims *out, struct str rest, const char *file, struct err *err)
{
    bool seen[COUNT(fields)] = { false };
    while (rest.len > 0) {
        struct str word = str_cut(rest, ' ', &rest);
        if (!read_field(out, seen, word, file, err))
            return false;
    }
    for (size_t i = 0; i < COUNT(fields); i++) {
        if (!seen[i])
            return err_at(err, ERR_FORMAT, file, 0, "does not say \"%s\"; sign the pack with 'maison-pack sign'",
                          fields[i].name);
    }
    return true;
}

bool claims_read(struct claims *out, const char *comment, const char *file, struct err *err)
{
    struct claims read = { 0 };
    struct str rest = str_of(comment);
    bool is_ours = str_eq_c(str_cut(rest, ' ', &rest), "maison-pack");
    struct str format = str_cut(rest, ' ', &rest);
    if (!is_ours || !str_starts(format, STR("format=")))
        return err_at(err, ERR_FORMAT, file, 0,
                      "does not say which pack it is for; sign the pack with 'maison-pack sign'");
    if (!str_eq(format, STR("format=" FORMAT)))
        return err_at(err, ERR_TOO_NEW, file, 0, "was made for a later version of Maison; update the program");
    if (!read_fields(&read, rest, file, err))
        return false;
    *out = read;
    return true;
}

static struct str meta_view(const struct pack *pack, const char *key)
{
    return str_of(pack_meta(pack, key));
}

bool claims_of_pack(struct claims *out, const struct pack *pack, int64_t size, const char *file, struct err *err)
{
    struct claims said = { .size = size };
    static const char *const keys[] = { "audience", "sequence", "created", "expires" };
    if (size > CLAIMS_SIZE_MAX)
        return err_at(err, ERR_FORMAT, file, 0, "is larger than %" PRId64 " bytes, which no pack may be",
                      CLAIMS_SIZE_MAX);
    for (size_t i = 0; i < COUNT(keys); i++) {
        struct str value = meta_view(pack, keys[i]);
        if (!fields[i].set(&said, value))
            return err_at(
                err, ERR_FORMAT, file, 0,
                "has the %s \"%.*s\", which can't be signed; correct datapackage.json and build the pack again",
                keys[i], (int)(value.len < 60 ? value.len : 60), value.len > 0 ? value.at : "");
    }
    if (!set_min_app(&said, STR(PACK_MIN_APP)))
        return err_set(err, ERR_FORMAT, "the program's own version %s can't be read", PACK_MIN_APP);
    *out = said;
    return true;
}

const char *claims_write(const struct claims *claims, struct arena *arena)
{
    return arena_printf(arena,
                        "maison-pack format=" FORMAT " audience=%s sequence=%" PRId64
                        " created=%s expires=%s size=%" PRId64 " min-app=%s",
                        claims->audience, claims->sequence, claims->created, claims->expires, claims->size,
                        claims->min_app);
}

bool claims_require_equal(const struct claims *a, const struct claims *b, const char *file, struct err *err)
{
    bool equal = strcmp(a->audience, b->audience) == 0 && a->sequence == b->sequence && a->size == b->size &&
                 strcmp(a->created, b->created) == 0 && strcmp(a->expires, b->expires) == 0;
    return equal || err_at(err, ERR_REFUSED, file, 0,
                           "says of itself something else than its signature says; sign the pack again");
}

bool claims_need_later_app(const struct claims *claims)
{
    int64_t wanted[VERSION_PARTS] = { 0 }, ours[VERSION_PARTS] = { 0 };
    if (!read_version(wanted, str_of(claims->min_app)) || !read_version(ours, str_of(MAISON_VERSION)))
        return true;
    for (size_t i = 0; i < VERSION_PARTS; i++) {
        if (wanted[i] != ours[i])
            return wanted[i] > ours[i];
    }
    return false;
}
