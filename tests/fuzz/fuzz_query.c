/* Whatever is typed is answered. The pack is search.pack, in eight languages. An input is a line of tests/data/search.tsv: the
 * visitor's language, a tab, what they type, and what follows the next tab is not looked at. */
#include "content/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct pack *pack;
static struct arena arena;

static void must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void check_marks(struct str_ranges marks, const char *text)
{
    for (size_t i = 0; i < marks.count; i++)
        must(marks.at[i].start < marks.at[i].end && marks.at[i].end <= strlen(text) &&
                 (i == 0 || marks.at[i].start > marks.at[i - 1].end),
             "a mark is no part of its text");
}

static void ask(const char *lang, const char *words)
{
    struct search_list list;
    struct err err = { 0 };
    struct query query = { pack, lang, { 2026, 11, 24, 14, 5, 0, 2 }, { true, 45.18, 5.72 } };
    must(query_search(&list, &query, words, 10, &arena, &err), err.detail);
    must(list.count <= 10 && list.count <= list.total, "the counts don't fit");
    for (size_t i = 0; i < list.count; i++) {
        check_marks(list.at[i].name_marks, list.at[i].name.text);
        check_marks(list.at[i].local_marks, list.at[i].local_name.text);
    }
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    struct err err = { 0 };
    const char *folder = getenv("FUZZ_PACKS");
    (void)argc;
    (void)argv;
    must(folder != NULL, "FUZZ_PACKS names no folder");
    must(pack_open(&pack, arena_printf(&arena, "%s/search.pack", folder), &err), err.detail);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct str rest = { (const char *)bytes, length };
    const char *lang = arena_str(&arena, str_cut(rest, '\t', &rest));
    ask(lang, arena_str(&arena, str_cut(rest, '\t', &rest)));
    arena_reset(&arena);
    return 0;
}
