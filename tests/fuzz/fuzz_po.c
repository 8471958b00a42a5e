/* Whatever a translator's program has saved as a catalogue is read or is a finding. The library reads files only, so
 * each input becomes one. */
#include "publish/compare.h"
#include "publish/translations.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char path[] = "fuzz.po";

static void must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void write_file(const uint8_t *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    must(file && fwrite(bytes, 1, length, file) == length && fclose(file) == 0, "the file can't be written");
}

/* Every entry is found again by what it says it is, and can be compared. */
static void check_entry(const struct translations *translations, const struct translation *entry)
{
    const struct translation *found = NULL;
    must(entry->context && entry->source && entry->text, "an entry lacks a text");
    enum match match = translations_find(&found, translations, entry->context, entry->source);
    must(match == MATCH_NONE || found, "a match without a translation");
    (void)compare_placeholders(entry->source, entry->text);
    (void)compare_numbers(entry->source, entry->text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct translations translations = { .lang = "en", .file = path };
    struct str text = { (const char *)bytes, length };
    /* A folder's files are known to be text before they are read. */
    if (length == 0 || !str_is_utf8(text) || memchr(bytes, '\0', length))
        return -1;
    write_file(bytes, length);
    translations_read(&translations, &findings, path, text);
    for (size_t i = 0; i < translations.count; i++)
        check_entry(&translations, &translations.at[i]);
    arena_destroy(&arena);
    return 0;
}
