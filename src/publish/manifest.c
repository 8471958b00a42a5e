#include "publish/manifest.h"

#include "base/clock.h"
#include "content/claims.h"

#include <jansson.h>
#include <stddef.h>
#include <string.h>

static struct spot key_spot(const char *key)
{
    return (struct spot){ MANIFEST_FILE, 0, key };
}

static const struct text_key {
    const char *name;
    size_t offset;
} text_keys[] = {
    { "id", offsetof(struct manifest, id) },
    { "city", offsetof(struct manifest, city) },
    { "country", offsetof(struct manifest, country) },
    { "time_zone", offsetof(struct manifest, time_zone) },
    { "source_language", offsetof(struct manifest, source_language) },
    { "audience", offsetof(struct manifest, audience) },
    { "created", offsetof(struct manifest, created) },
    { "expires", offsetof(struct manifest, expires) },
    { "status", offsetof(struct manifest, status) },
};

static const char **text_at(struct manifest *manifest, const struct text_key *key)
{
    return (const char **)(void *)((char *)manifest + key->offset);
}

static void read_texts(struct manifest *out, struct findings *findings, const json_t *maison)
{
    for (size_t i = 0; i < COUNT(text_keys); i++) {
        const char *value = json_string_value(json_object_get(maison, text_keys[i].name));
        if (!value || !value[0])
            finding_add(findings, RULE_BAD_MANIFEST, key_spot(text_keys[i].name),
                        "the object \"maison\" has no text \"%s\"", text_keys[i].name);
        else
            *text_at(out, &text_keys[i]) = arena_strdup(findings->arena, value);
    }
}

bool tag_is_wellformed(const char *tag)
{
    struct str rest = str_of(tag);
    if (str_ends(rest, STR("-")))
        return false;
    for (bool first = true; first || rest.len > 0; first = false) {
        struct str part = str_cut(rest, '-', &rest);
        size_t least = first ? 2 : 1;
        size_t most = first ? 3 : 8;
        if (part.len < least || part.len > most)
            return false;
        for (size_t i = 0; i < part.len; i++) {
            char c = part.at[i];
            bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (first || c < '0' || c > '9'))
                return false;
        }
    }
    return true;
}

bool tags_have(const struct tags *tags, const char *tag)
{
    for (size_t i = 0; i < tags->count; i++) {
        if (strcmp(tags->at[i], tag) == 0)
            return true;
    }
    return false;
}

static void read_tags(struct tags *out, struct findings *findings, const json_t *maison, const char *key)
{
    const json_t *list = json_object_get(maison, key);
    if (!json_is_array(list))
        finding_add(findings, RULE_BAD_MANIFEST, key_spot(key), "the object \"maison\" has no list \"%s\"", key);
    size_t count = json_array_size(list);
    out->at = ARENA_ARRAY(findings->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        const char *tag = json_string_value(json_array_get(list, i));
        if (!tag || !tag_is_wellformed(tag))
            finding_add(findings, RULE_UNKNOWN_LANGUAGE, key_spot(key), "\"%s\" is no language tag", tag ? tag : "");
        else if (tags_have(out, tag))
            finding_add(findings, RULE_BAD_MANIFEST, key_spot(key), "the language %s is listed twice", tag);
        else
            out->at[out->count++] = arena_strdup(findings->arena, tag);
    }
}

static void read_resources(struct tags *out, struct findings *findings, const json_t *root)
{
    const json_t *list = json_object_get(root, "resources");
    size_t count = json_array_size(list);
    out->at = ARENA_ARRAY(findings->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        const char *path = json_string_value(json_object_get(json_array_get(list, i), "path"));
        if (path)
            out->at[out->count++] = arena_strdup(findings->arena, path);
    }
}

static void read_sequence(struct manifest *out, struct findings *findings, const json_t *maison)
{
    const json_t *value = json_object_get(maison, "sequence");
    if (json_is_integer(value) && json_integer_value(value) >= 1)
        out->sequence = json_integer_value(value);
    else
        finding_add(findings, RULE_BAD_SEQUENCE, key_spot("sequence"),
                    "the object \"maison\" has no whole number \"sequence\" of 1 or more");
}

static void read_radius(struct manifest *out, struct findings *findings, const json_t *maison)
{
    const json_t *value = json_object_get(maison, "radius_km");
    if (json_is_number(value) && json_number_value(value) > 0)
        out->radius_km = json_number_value(value);
    else if (value)
        finding_add(findings, RULE_BAD_MANIFEST, key_spot("radius_km"),
                    "\"radius_km\" is no number above 0; write how far from a kiosk places may be, in kilometres");
}

static void read_languages(struct manifest *out, struct findings *findings, const json_t *maison)
{
    read_tags(&out->languages, findings, maison, "languages");
    read_tags(&out->fallback, findings, maison, "fallback");
    if (out->source_language[0] && !tags_have(&out->languages, out->source_language))
        finding_add(findings, RULE_UNKNOWN_LANGUAGE, key_spot("source_language"),
                    "the source language %s is not one of \"languages\"", out->source_language);
    for (size_t i = 0; i < out->fallback.count; i++) {
        if (!tags_have(&out->languages, out->fallback.at[i]))
            finding_add(findings, RULE_UNKNOWN_LANGUAGE, key_spot("fallback"), "%s is not one of \"languages\"",
                        out->fallback.at[i]);
    }
}

static bool is_moment(const char *text, int64_t *out)
{
    struct civil date;
    if (clock_parse_rfc3339(out, str_of(text)))
        return true;
    if (!civil_parse_date(&date, str_of(text)))
        return false;
    *out = civil_days(date.year, date.month, date.day) * 86400000;
    return true;
}

static void check_country(const char *country, struct findings *findings)
{
    bool capitals = strspn(country, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(country);
    if (country[0] && (strlen(country) != 2 || !capitals))
        finding_add(findings, RULE_BAD_MANIFEST, key_spot("country"),
                    "\"%s\" is no country; write its two capital letters, such as FR", country);
}

/* It becomes part of a folder's name on the kiosk. */
static void check_audience(const char *audience, struct findings *findings)
{
    if (audience[0] && !claims_is_audience(str_of(audience)))
        finding_add(findings, RULE_BAD_MANIFEST, key_spot("audience"),
                    "\"%s\" is no audience; write up to 64 letters, digits, points, dashes and underscores", audience);
}

static void check_moments(const struct manifest *manifest, struct findings *findings)
{
    int64_t created = 0;
    int64_t expires = 0;
    if (manifest->created[0] && !is_moment(manifest->created, &created))
        finding_add(findings, RULE_BAD_DATE, key_spot("created"), "\"%s\" is no date", manifest->created);
    else if (manifest->expires[0] && !is_moment(manifest->expires, &expires))
        finding_add(findings, RULE_BAD_DATE, key_spot("expires"), "\"%s\" is no date", manifest->expires);
    else if (manifest->created[0] && manifest->expires[0] && expires <= created)
        finding_add(findings, RULE_BAD_DATE, key_spot("expires"), "the pack expires before it is created");
}

void manifest_read(struct manifest *out, struct findings *findings, const struct str *json)
{
    json_error_t error;
    *out = (struct manifest){ .radius_km = MANIFEST_RADIUS_KM };
    for (size_t i = 0; i < COUNT(text_keys); i++)
        *text_at(out, &text_keys[i]) = "";
    if (!json)
        return;
    struct str text = *json;
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = (struct str){ text.at + 3, text.len - 3 };
    json_auto_t *root = json_loadb(text.at, text.len, JSON_REJECT_DUPLICATES, &error);
    const json_t *maison = json_object_get(root, "maison");
    if (!root)
        finding_add(findings, RULE_BAD_MANIFEST, (struct spot){ MANIFEST_FILE, error.line, NULL },
                    "the file is not JSON: %s", error.text);
    else if (!json_is_object(maison))
        finding_add(findings, RULE_BAD_MANIFEST, key_spot("maison"), "the object \"maison\" is missing");
    if (!json_is_object(maison))
        return;
    read_texts(out, findings, maison);
    read_sequence(out, findings, maison);
    read_radius(out, findings, maison);
    read_languages(out, findings, maison);
    read_resources(&out->resources, findings, root);
    check_country(out->country, findings);
    check_audience(out->audience, findings);
    check_moments(out, findings);
    if (out->status[0] && strcmp(out->status, "sample") != 0 && strcmp(out->status, "checked") != 0)
        finding_add(findings, RULE_BAD_WORD, key_spot("status"), "\"%s\" is neither sample nor checked", out->status);
}
