#include "publish/served.h"

#include "base/beneath.h"
#include "base/file.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define SUFFIX ".pack" MINISIG_SUFFIX
#define INDEX_FORMAT 1

struct entry {
    const char *file;
    struct claims claims;
};

/* The newest of an audience first, audiences by their letters. */
static int by_audience_and_sequence(const void *a, const void *b)
{
    const struct claims *first = &((const struct entry *)a)->claims;
    const struct claims *second = &((const struct entry *)b)->claims;
    int order = strcmp(first->audience, second->audience);
    if (order != 0)
        return order;
    return first->sequence > second->sequence ? -1 : first->sequence < second->sequence;
}

/* False for a file that is no signature of a pack: it is left out. */
static bool read_entry(struct entry *out, const char *folder, const char *name, struct arena *arena)
{
    struct err ignored = { 0 };
    struct minisig signature;
    struct str text;
    out->file = arena_str(arena, (struct str){ name, strlen(name) - strlen(MINISIG_SUFFIX) });
    return file_exists(arena_printf(arena, "%s/%s", folder, out->file)) &&
           file_read(&text, arena, arena_printf(arena, "%s/%s", folder, name), MINISIG_FILE_MAX, &ignored) &&
           minisig_parse(&signature, text, name, &ignored) &&
           claims_read(&out->claims, signature.comment, name, &ignored);
}

static json_t *entry_json(const struct entry *entry)
{
    const struct claims *claims = &entry->claims;
    return json_pack("{s:s, s:s, s:I, s:s, s:s, s:I}", "file", entry->file, "audience", claims->audience, "sequence",
                     (json_int_t)claims->sequence, "created", claims->created, "expires", claims->expires, "size",
                     (json_int_t)claims->size);
}

bool served_write_index(const char *folder, struct err *err)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct file_names names;
    if (!file_list(&names, &arena, folder, SUFFIX, err))
        return false;
    struct entry *entries = ARENA_ARRAY(&arena, struct entry, names.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < names.count; i++)
        count += read_entry(&entries[count], folder, names.at[i], &arena);
    qsort(entries, count, sizeof(*entries), by_audience_and_sequence);
    json_t *packs = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(packs, entry_json(&entries[i]));
    json_auto_t *index = json_pack("{s:i, s:o}", "format", INDEX_FORMAT, "packs", packs);
    char *text = json_dumps(index, JSON_INDENT(2));
    const char *content = arena_printf(&arena, "%s\n", text ? text : "");
    free(text);
    return file_write(arena_printf(&arena, "%s/" SERVED_INDEX, folder), str_of(content), err);
}

/* What an index of any server may say of a file is a plain name, and no way out of its folder. */
static bool is_file_name(const char *name)
{
    return name && beneath_is_name(name) && str_ends(str_of(name), STR(".pack")) &&
           strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._") == strlen(name);
}

struct choice {
    const char *file, *audience;
    json_int_t sequence;
    bool several; /* audiences */
};

static void consider(struct choice *choice, const json_t *row, const char *wanted)
{
    const char *file = json_string_value(json_object_get(row, "file"));
    const char *audience = json_string_value(json_object_get(row, "audience"));
    json_int_t sequence = json_integer_value(json_object_get(row, "sequence"));
    if (!is_file_name(file) || !audience || (wanted && strcmp(audience, wanted) != 0))
        return;
    if (choice->file && strcmp(choice->audience, audience) != 0)
        choice->several = true;
    if (!choice->file || sequence > choice->sequence)
        *choice = (struct choice){ file, audience, sequence, choice->several };
}

bool served_newest(const char **out, struct str index, const char *audience, const char *name, struct arena *arena,
                   struct err *err)
{
    json_error_t error;
    struct choice choice = { 0 };
    json_auto_t *root = json_loadb(index.at, index.len, JSON_REJECT_DUPLICATES, &error);
    const json_t *packs = json_object_get(root, "packs");
    if (!json_is_array(packs))
        return err_at(err, ERR_FORMAT, name, 0,
                      "is no index of packs; name a folder that 'maison-pack publish' has written");
    if (json_integer_value(json_object_get(root, "format")) != INDEX_FORMAT)
        return err_at(err, ERR_TOO_NEW, name, 0, "was written by a later version of Maison; update the program");
    for (size_t i = 0; i < json_array_size(packs); i++)
        consider(&choice, json_array_get(packs, i), audience);
    if (choice.several)
        return err_at(err, ERR_REFUSED, name, 0, "has packs for several audiences; say which with --audience");
    if (!choice.file)
        return err_at(err, ERR_MISSING, name, 0, "has no pack%s%s", audience ? " for " : "", audience ? audience : "");
    *out = arena_strdup(arena, choice.file);
    return true;
}
