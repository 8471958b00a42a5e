/* After a visit nothing of it is left. The running kiosk, with its real fonts, caches and pack, is told a search, a
 * tick and choices that stand nowhere else; when the visit has ended, the process's own memory is read through: all
 * that can be written to, except what is below the stack, in UTF-8, UTF-16 and UTF-32. Nor is any of it in the kiosk's
 * folder.
 *
 * Freed memory is overwritten: by kiosk/freed.c, and where a sanitizer's allocator stands in for the C library's, by
 * that (ctest sets ASAN_OPTIONS max_free_fill_size). The needles are kept in disguise, or the test would find itself.
 */
#include "kiosk/app.h"

#include "base/file.h"
#include "kiosk/freed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DISGUISE 0x5A
#define NEEDLE_MAX 32

/* What is typed, ticked and answered, under the disguise. */
enum { TYPED, TICKED, ANSWERED, NEEDLES };
static unsigned char needles[NEEDLES][NEEDLE_MAX];
static size_t needle_lengths[NEEDLES];

/* Built letter by letter from numbers, so that not even the program file holds them in a row. */
static void hide_needles(void)
{
    static const unsigned char numbers[NEEDLES][NEEDLE_MAX] = {
        { 17, 10, 24, 22, 1, 14, 20, 26, 11 },
        { 26, 17, 20, 9, 3, 11, 5, 4, 19, 20, 5, 16, 23 },
        { 22, 24, 1, 14, 19, 23, 5, 18, 17, 26 },
    };
    for (int n = 0; n < NEEDLES; n++) {
        while (numbers[n][needle_lengths[n]] != 0) {
            size_t i = needle_lengths[n]++;
            needles[n][i] = (unsigned char)(('a' - 1 + numbers[n][i]) ^ DISGUISE);
        }
    }
}

/* Read millions of times: not instrumented, or the test would take minutes. */
#define FAST __attribute__((no_sanitize("address", "undefined")))

/* True if the needle stands at `at`, one letter every `step` bytes with zeroes between. */
FAST static bool stands_at(const unsigned char *at, int needle, size_t step)
{
    for (size_t i = 0; i < needle_lengths[needle]; i++) {
        if ((at[i * step] ^ DISGUISE) != needles[needle][i])
            return false;
        for (size_t zero = 1; zero < step; zero++) {
            if (at[i * step + zero] != 0)
                return false;
        }
    }
    return true;
}

static const size_t steps[] = { 1, 2, 4 };

static long found[NEEDLES];

static void count_found(const unsigned char *at, const char *where)
{
    for (int n = 0; n < NEEDLES; n++) {
        for (size_t s = 0; s < COUNT(steps); s++) {
            if (stands_at(at, n, steps[s]) && found[n]++ < 3 && where)
                print_message("needle %d, %zu bytes a letter, in %s\n", n, steps[s], where);
        }
    }
}

/* `bytes` has room for a needle behind `length`. */
FAST static void search_bytes(const unsigned char *bytes, size_t length, const char *where)
{
    unsigned char first[256] = { 0 };
    for (int n = 0; n < NEEDLES; n++)
        first[needles[n][0] ^ DISGUISE] = 1;
    for (size_t i = 0; i < length; i++) {
        if (first[bytes[i]])
            count_found(bytes + i, where);
    }
}

#define CHUNK (1u << 20)
#define OVERLAP (NEEDLE_MAX * 4)
#define MAPPING_MAX (UINT64_C(4) << 30) /* the sanitizer's shadow is larger, and holds no texts */

static unsigned char chunk[CHUNK + OVERLAP]; /* what is being looked at; itself left out of the search */

static void search_range(int memory, uint64_t from, uint64_t to, const char *where)
{
    for (uint64_t at = from; at < to; at += CHUNK) {
        size_t left = to - at < sizeof(chunk) ? (size_t)(to - at) : sizeof(chunk);
        memset(chunk, 0, sizeof(chunk));
        ssize_t got = pread(memory, chunk, left, (off_t)at);
        if (got > 0)
            search_bytes(chunk, (size_t)got < CHUNK ? (size_t)got : CHUNK, where);
    }
    memset(chunk, 0, sizeof(chunk));
}

static void search_mapping(int memory, uint64_t from, uint64_t to, const char *where)
{
    uint64_t own = (uint64_t)(uintptr_t)chunk, own_end = own + sizeof(chunk);
    if (from >= own_end || to <= own) {
        search_range(memory, from, to, where);
        return;
    }
    if (from < own)
        search_range(memory, from, own, where);
    if (to > own_end)
        search_range(memory, own_end, to, where);
}

/* What is below the stack pointer is what calls have left behind, and is overwritten by the next ones. */
static uint64_t stack_pointer(void)
{
    return (uint64_t)(uintptr_t)__builtin_frame_address(0);
}

static void search_memory(bool say_where)
{
    char line[512];
    int memory = open("/proc/self/mem", O_RDONLY);
    FILE *maps = fopen("/proc/self/maps", "r");
    assert_true(memory >= 0 && maps);
    memset(found, 0, sizeof(found));
    while (fgets(line, sizeof(line), maps)) {
        unsigned long long from, to;
        char rights[5];
        if (sscanf(line, "%llx-%llx %4s", &from, &to, rights) != 3 || rights[1] != 'w' || to - from > MAPPING_MAX)
            continue;
        if (strstr(line, "[stack]"))
            from = stack_pointer() & ~UINT64_C(4095);
        search_mapping(memory, from, to, say_where ? line : NULL);
    }
    fclose(maps);
    close(memory);
}

static struct app app;
static struct options options;
static char folder[] = "/tmp/maison-forgotten-XXXXXX";

static void reveal(char out[NEEDLE_MAX], int needle)
{
    memset(out, 0, NEEDLE_MAX);
    for (size_t i = 0; i < needle_lengths[needle]; i++)
        out[i] = (char)(needles[needle][i] ^ DISGUISE);
}

static void act(enum action_kind kind, const char *arg)
{
    struct err err = { 0 };
    app_act(&app, (struct action){ (int)kind, arg, 0 });
    assert_int_equal(app.model.problem, ERR_NONE);
    assert_true(app_frame(&app, &err));
}

static void act_with(enum action_kind kind, int needle)
{
    char word[NEEDLE_MAX];
    reveal(word, needle);
    act(kind, word);
    explicit_bzero(word, sizeof(word));
}

/* A visit that leaves traces wherever it can: typed letter by letter, found nothing, scrolled, warmed. */
static void visit(void)
{
    char word[NEEDLE_MAX], letter[2] = "";
    act(ACT_CHOOSE_LANGUAGE, "en");
    act(ACT_FIRST_DAYS, NULL);
    act_with(ACT_STEP, TICKED);
    act(ACT_PHRASES, NULL);
    act(ACT_PHRASE, "i-am-pregnant");
    act_with(ACT_ANSWER, ANSWERED);
    act(ACT_SEARCH, NULL);
    reveal(word, TYPED);
    for (size_t i = 0; word[i]; i++) {
        letter[0] = word[i];
        act(ACT_TYPE, letter);
    }
    explicit_bzero(word, sizeof(word));
    while (warm_step(&app.warm, &app)) {
    }
}

/* The stack that the visit used, which the test itself would otherwise hold above its own frame. */
static void __attribute__((noinline)) overwrite_stack(void)
{
    volatile unsigned char room[256 * 1024];
    for (size_t i = 0; i < sizeof(room); i++)
        room[i] = 0;
}

static void assert_remembered(void)
{
    search_memory(false);
    for (int n = 0; n < NEEDLES; n++)
        assert_true(found[n] > 0);
}

static void assert_forgotten(void)
{
    overwrite_stack();
    search_memory(true);
    for (int n = 0; n < NEEDLES; n++)
        assert_int_equal(found[n], 0);
}

static void assert_not_on_disk(void)
{
    struct arena arena = { 0 };
    struct file_names names;
    struct err err = { 0 };
    memset(found, 0, sizeof(found));
    assert_true(file_list(&names, &arena, folder, "", &err));
    for (size_t i = 0; i < names.count; i++) {
        struct str text;
        assert_true(file_read(&text, &arena, arena_printf(&arena, "%s/%s", folder, names.at[i]), CHUNK, &err));
        memset(chunk, 0, sizeof(chunk));
        memcpy(chunk, text.at, text.len);
        search_bytes(chunk, text.len, names.at[i]);
    }
    for (int n = 0; n < NEEDLES; n++)
        assert_int_equal(found[n], 0);
    arena_destroy(&arena);
}

static void finish_leaves_nothing_in_memory_or_on_disk(void **state)
{
    (void)state;
    visit();
    assert_remembered();
    act(ACT_FINISH, NULL);
    assert_forgotten();
    assert_not_on_disk();
}

static void hide_leaves_nothing_in_memory(void **state)
{
    (void)state;
    visit();
    act(ACT_HIDE, NULL);
    assert_forgotten();
    act(ACT_FINISH, NULL);
}

/* Two minutes pass on a clock that is told so. */
static void a_visitor_who_went_away_leaves_nothing_in_memory(void **state)
{
    (void)state;
    struct err err = { 0 };
    visit();
    for (int second = 0; second < 130; second++) {
        clock_advance(&app.clock, 1000);
        app_tick(&app);
        assert_true(app_frame(&app, &err));
    }
    assert_int_equal(model_screen(&app.model), SCREEN_LANGUAGES);
    assert_forgotten();
}

enum { PIECES = 40 };

/* As a library does that clears nothing: pieces of one size, given back in the order in which they were taken. */
static void use_and_free(size_t size)
{
    char *pieces[PIECES];
    for (size_t i = 0; i < PIECES; i++) {
        pieces[i] = malloc(size);
        assert_non_null(pieces[i]);
        memset(pieces[i], '.', size);
        reveal(pieces[i] + size - NEEDLE_MAX, TYPED);
    }
    for (size_t i = 0; i < PIECES; i++)
        free(pieces[i]);
}

static void what_was_freed_is_overwritten(void **state)
{
    (void)state;
    for (size_t size = NEEDLE_MAX; size <= 20000; size += size < 1200 ? 8 : 3000)
        use_and_free(size);
    freed_sweep();
    overwrite_stack();
    search_memory(true);
    assert_int_equal(found[TYPED], 0);
}

static int set_up(void **state)
{
    (void)state;
    struct err err = { 0 };
    hide_needles();
    options = options_default();
    options.pack = TEST_BUILD_DIR "/tests/packs/grenoble.pack";
    options.local_dir = mkdtemp(folder);
    options.offscreen = true;
    options.script = "-"; /* a clock that is told the time */
    options.width = 1280;
    options.height = 720;
    return app_open(&app, &options, ERR_NONE, &err) && app.model.kiosk ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct file_names names;
    struct err err = { 0 };
    app_close(&app);
    if (file_list(&names, &arena, folder, "", &err)) {
        for (size_t i = 0; i < names.count; i++)
            unlink(arena_printf(&arena, "%s/%s", folder, names.at[i]));
    }
    rmdir(folder);
    arena_destroy(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finish_leaves_nothing_in_memory_or_on_disk),
        cmocka_unit_test(hide_leaves_nothing_in_memory),
        cmocka_unit_test(a_visitor_who_went_away_leaves_nothing_in_memory),
        cmocka_unit_test(what_was_freed_is_overwritten),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
