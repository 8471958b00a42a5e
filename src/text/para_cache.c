#include "text/para.h"

#include "base/log.h"
#include "text/para_build.h"

#include <stdlib.h>
#include <string.h>

#define BUCKET_COUNT 1024u

/* What a paragraph was asked for with. The text of the key is that of the paragraph itself. */
struct key {
    struct str text;
    struct para_style style;
    float width;
    uint64_t hash;
};

/* In its bucket's chain and in the list by last use. */
struct entry {
    struct entry *chain;
    struct entry *newer;
    struct entry *older;
    struct key key;
    struct para_block block;
};

struct para_cache {
    struct para_tools tools;
    struct entry *buckets[BUCKET_COUNT];
    struct entry *newest;
    struct entry *oldest;
    size_t count;
};

bool para_cache_new(struct para_cache **out, struct fonts *fonts, struct text_measurer measurer, struct err *err)
{
    CLEANUP(para_cache_freep) struct para_cache *cache = calloc(1, sizeof(*cache));
    if (!cache)
        return err_set(err, ERR_IO, "out of memory");
    if (!para_tools_open(&cache->tools, fonts, measurer, err))
        return err_add(err, "paragraphs");
    *out = cache;
    cache = NULL;
    return true;
}

static uint64_t hash_of(struct str text, struct para_style style, float width)
{
    int numbers[] = { style.size, (int)style.weight, style.tight };
    uint64_t hash = str_hash(numbers, sizeof(numbers), STR_HASH_SEED);
    hash = str_hash(&width, sizeof(width), hash);
    hash = str_hash(style.lang, strlen(style.lang) + 1, hash);
    return str_hash(text.at, text.len, hash);
}

static bool is_for(const struct entry *entry, const struct key *key)
{
    const struct key *own = &entry->key;
    return own->hash == key->hash && own->style.size == key->style.size && own->style.weight == key->style.weight &&
           own->style.tight == key->style.tight && memcmp(&own->width, &key->width, sizeof(key->width)) == 0 &&
           str_eq(own->text, key->text) && strcmp(own->style.lang, key->style.lang) == 0;
}

static void use_unlink(struct para_cache *cache, struct entry *entry)
{
    *(entry->newer ? &entry->newer->older : &cache->newest) = entry->older;
    *(entry->older ? &entry->older->newer : &cache->oldest) = entry->newer;
}

static void use_push(struct para_cache *cache, struct entry *entry)
{
    entry->newer = NULL;
    entry->older = cache->newest;
    *(cache->newest ? &cache->newest->newer : &cache->oldest) = entry;
    cache->newest = entry;
}

static struct entry **bucket_of(struct para_cache *cache, uint64_t hash)
{
    return &cache->buckets[(hash ^ (hash >> 32)) % BUCKET_COUNT];
}

static struct entry *find(struct para_cache *cache, const struct key *key)
{
    struct entry *entry = *bucket_of(cache, key->hash);
    while (entry && !is_for(entry, key))
        entry = entry->chain;
    return entry;
}

static struct entry *add(struct para_cache *cache, const struct key *key)
{
    struct entry *entry = calloc(1, sizeof(*entry));
    if (!entry)
        log_fatal("out of memory: a paragraph's place in the cache");
    entry->key = *key;
    entry->key.style.lang = languages_get(&cache->tools.languages, key->style.lang)->locale.tag;
    entry->block = para_build(&cache->tools, key->text, key->style, key->width);
    entry->key.text = entry->block.para->text;
    entry->chain = *bucket_of(cache, key->hash);
    *bucket_of(cache, key->hash) = entry;
    use_push(cache, entry);
    cache->count++;
    return entry;
}

const struct para *para_layout(struct para_cache *cache, struct str text, struct para_style style, float width)
{
    struct key key = { text, style, width, hash_of(text, style, width) };
    struct entry *entry = find(cache, &key);
    if (!entry)
        return add(cache, &key)->block.para;
    if (entry != cache->newest) {
        use_unlink(cache, entry);
        use_push(cache, entry);
    }
    return entry->block.para;
}

struct para_marks para_marks(struct para_cache *cache, const struct para *para, struct str_ranges ranges,
                             struct arena *arena)
{
    return para_tools_marks(&cache->tools, para, ranges, arena);
}

static void drop(struct para_cache *cache, struct entry *entry)
{
    struct entry **link = bucket_of(cache, entry->key.hash);
    while (*link != entry)
        link = &(*link)->chain;
    *link = entry->chain;
    use_unlink(cache, entry);
    cache->count--;
    explicit_bzero(entry->block.block, entry->block.size);
    free(entry->block.block);
    free(entry);
}

void para_cache_trim(struct para_cache *cache, size_t keep)
{
    while (cache->count > keep)
        drop(cache, cache->oldest);
}

void para_cache_clear(struct para_cache *cache)
{
    para_cache_trim(cache, 0);
    advances_clear(cache->tools.advances);
}

void para_cache_free(struct para_cache *cache)
{
    if (!cache)
        return;
    para_cache_trim(cache, 0);
    para_tools_close(&cache->tools);
    free(cache);
}

void para_cache_freep(struct para_cache **cache)
{
    para_cache_free(*cache);
}
