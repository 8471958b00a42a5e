/* Whatever is typed is answered: random text against a pack with eight languages. With clang it is a libFuzzer target;
 * elsewhere, and without its arguments, a driver of its own makes seeded random texts out of pieces that are known to
 * be awkward. Usage: fuzz_query PACK SECONDS [SEED] */
#include "content/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const languages[] = { "fr", "ar", "en", "es", "fa", "uk", "ti", "zh-Hans" };
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

/* The first byte chooses the language, the rest is what is typed. */
static void ask(const uint8_t *bytes, size_t length)
{
    struct search_list list;
    struct err err = { 0 };
    struct query query = { pack,
                           languages[length > 0 ? bytes[0] % COUNT(languages) : 0],
                           { 2026, 11, 24, 14, 5, 0, 2 },
                           { true, 45.18, 5.72 } };
    struct str typed = { (const char *)bytes + 1, length > 0 ? length - 1 : 0 };
    must(query_search(&list, &query, arena_str(&arena, typed), 10, &arena, &err), err.detail);
    must(list.count <= 10 && list.count <= list.total, "the counts don't fit");
    for (size_t i = 0; i < list.count; i++) {
        check_marks(list.at[i].name_marks, list.at[i].name.text);
        check_marks(list.at[i].local_marks, list.at[i].local_name.text);
    }
    arena_reset(&arena);
}

#ifdef MAISON_LIBFUZZER
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    struct err err = { 0 };
    (void)argc;
    (void)argv;
    must(pack_open(&pack, getenv("FUZZ_PACK"), &err), err.detail);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    ask(bytes, length);
    return 0;
}
#else

static const char *const pieces[] = {
    " ",       "\"",    "*",      "'",     "’",  "ʼ",      "NEAR(",  "OR",     "-",  "\xFF", "\xC3", "\xED\xA0\x80",
    "méd",     "ecin",  "طب",     "ال",    "ـ",  "\u064E", "\u200C", "\u202E", "پز", "ሓኪ",   "лік",  "’я",
    "医",      "生",    "yi",     "sheng", "ｙ", "１",     "١",      "ß",      "œ",  "ﷺ",    "ﬃ",    "\U0001F600",
    "aaaaaaa", "hakim", "\u0301", "\t",    "%s", "\x01",   "ไทย",    "ខ្មែរ",   "ា",  "İ",    "ǰ",    "\u0345",
};

static uint64_t next(uint64_t *seed)
{
    *seed = str_hash("n", 1, *seed * 0x9E3779B97F4A7C15u + 1);
    return *seed >> 20;
}

static size_t make(uint8_t *out, size_t room, uint64_t *seed)
{
    size_t length = 0, wanted = next(seed) % 24;
    out[length++] = (uint8_t)next(seed);
    if (next(seed) % 50 == 0)
        wanted = 400;
    for (size_t i = 0; i < wanted && length + 16 < room; i++) {
        const char *piece = pieces[next(seed) % COUNT(pieces)];
        if (next(seed) % 8 == 0) {
            out[length++] = (uint8_t)(next(seed) % 255 + 1);
            continue;
        }
        memcpy(out + length, piece, strlen(piece));
        length += strlen(piece);
    }
    return length;
}

int main(int argc, char **argv)
{
    struct err err = { 0 };
    uint8_t bytes[4096];
    if (argc < 3)
        return 2;
    uint64_t seed = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
    time_t end = time(NULL) + atoi(argv[2]);
    size_t count = 0;
    must(pack_open(&pack, argv[1], &err), err.detail);
    for (; count < 200 || time(NULL) < end; count++)
        ask(bytes, make(bytes, sizeof(bytes), &seed));
    printf("%zu questions answered\n", count);
    pack_close(pack);
    arena_destroy(&arena);
    return 0;
}
#endif
