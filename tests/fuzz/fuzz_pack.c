/* Fuzzes the pack file: an input is a list of changes to a good pack, each three bytes of place, one of length, and so
 * many bytes (a place beyond the end cuts the file there). Refused or readable, and whatever is asked of it then, never
 * a crash. */
#include "base/file.h"
#include "content/search.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char path[] = "fuzzed.pack";
static struct str good; /* the pack as it was built */
static int file;
static struct arena arena;

static void must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "fuzz_pack: %s\n", what);
    abort();
}

static void put(size_t at, const void *bytes, size_t len)
{
    must(pwrite(file, bytes, len, (off_t)at) == (ssize_t)len, "can't write");
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static struct arena kept;
    struct err err = { 0 };
    char from[4096];
    (void)argc;
    (void)argv;
    snprintf(from, sizeof(from), "%s/search.pack", getenv("FUZZ_PACKS"));
    must(file_read(&good, &kept, from, 16 << 20, &err), err.detail);
    file = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    must(file >= 0, "no file");
    put(0, good.at, good.len);
    return 0;
}

struct changes {
    const uint8_t *at, *end;
};

/* The next change, held within the file. */
static bool next_change(struct changes *changes, size_t *place, size_t *len, const uint8_t **bytes)
{
    if (changes->end - changes->at < 4)
        return false;
    *place = (size_t)changes->at[0] << 16 | (size_t)changes->at[1] << 8 | changes->at[2];
    *len = changes->at[3];
    changes->at += 4;
    if (*len > (size_t)(changes->end - changes->at))
        *len = (size_t)(changes->end - changes->at);
    *bytes = changes->at;
    changes->at += *len;
    if (*place<good.len && * len> good.len - *place)
        *len = good.len - *place;
    return true;
}

static void change(struct changes changes)
{
    size_t place, len;
    const uint8_t *bytes;
    while (next_change(&changes, &place, &len, &bytes)) {
        if (place < good.len)
            put(place, bytes, len);
        else
            must(ftruncate(file, (off_t)(place % good.len)) == 0, "can't cut");
    }
}

static void restore(struct changes changes)
{
    size_t place, len;
    const uint8_t *bytes;
    bool cut = false;
    for (struct changes again = changes; next_change(&again, &place, &len, &bytes);)
        cut = cut || place >= good.len;
    while (!cut && next_change(&changes, &place, &len, &bytes))
        put(place, good.at + place, len);
    if (cut)
        put(0, good.at, good.len);
}

static void ask_topic(const struct query *query, const char *id)
{
    static const struct service_wish any = { .limit = 20 };
    struct err err;
    struct page_list pages;
    struct service_list services;
    struct page_detail page;
    struct service_detail service;
    if (query_pages(&pages, query, id, &arena, &err) && pages.count > 0)
        (void)!query_page(&page, query, pages.at[0].id, &arena, &err);
    if (query_services(&services, query, id, &any, &arena, &err)) {
        for (size_t i = 0; i < services.count && i < 3; i++)
            (void)!query_service(&service, query, services.at[i].id, &arena, &err);
    }
}

/* Searching takes longer than all the rest: not every input asks it. */
static void ask(struct pack *pack, bool searches)
{
    struct err err;
    struct query query = { pack, "ar", { 2026, 11, 24, 14, 5, 0, 2 }, { true, 45.1885, 5.7245 } };
    struct topic_list topics;
    struct emergency_list emergency;
    struct phrase_list phrases;
    struct step_list steps;
    struct notice_list notices;
    struct kiosk_detail kiosk;
    struct search_list found;
    if (query_topics(&topics, &query, &arena, &err)) {
        for (size_t i = 0; i < topics.count && i < 2; i++)
            ask_topic(&query, topics.at[i].id);
    }
    (void)!query_emergency(&emergency, &query, &arena, &err);
    (void)!query_phrases(&phrases, &query, &arena, &err);
    (void)!query_steps(&steps, &query, &arena, &err);
    (void)!query_notices(&notices, &query, NULL, &arena, &err);
    (void)!query_kiosk(&kiosk, pack, NULL, &arena, &err);
    if (searches)
        (void)!query_search(&found, &query, "medcin طب", 10, &arena, &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct err err = { 0 };
    struct pack *pack = NULL;
    struct changes changes = { data, data + size };
    change(changes);
    if (pack_open(&pack, path, &err))
        ask(pack, size % 4 == 0);
    else
        must(err.code == ERR_FORMAT || err.code == ERR_TOO_NEW || err.code == ERR_IO, "refused in another way");
    pack_close(pack);
    arena_reset(&arena);
    restore(changes);
    return 0;
}
