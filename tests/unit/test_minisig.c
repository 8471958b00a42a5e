#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/signed_pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COMMENT                                                                                                        \
    "maison-pack format=1 audience=testville sequence=7 created=2026-11-01T00:00:00Z expires=2027-11-01 "              \
    "size=66000 min-app=0.1.0"

struct case_of {
    struct arena arena;
    struct minisig_trust trust;
    unsigned char pack[66000];
    unsigned char hash[MINISIG_HASH_BYTES];
    const char *text;
};

static void hash_of(unsigned char out[static MINISIG_HASH_BYTES], const unsigned char *bytes, size_t len)
{
    struct minisig_hash hash;
    minisig_hash_begin(&hash);
    minisig_hash_add(&hash, bytes, len);
    minisig_hash_end(&hash, out);
}

static int set_up(void **state)
{
    static struct case_of it;
    struct secret_key key = signed_pack_key(0);
    it = (struct case_of){ .trust = signed_pack_trust(0) };
    for (size_t i = 0; i < sizeof(it.pack); i++)
        it.pack[i] = (unsigned char)(i * 7919 >> 3);
    hash_of(it.hash, it.pack, sizeof(it.pack));
    it.text = signed_pack_signature(it.pack, sizeof(it.pack), COMMENT, "ED", &key, &it.arena);
    *state = &it;
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(&((struct case_of *)*state)->arena);
    return 0;
}

/* The whole way: parsed, comment and file verified, comment understood. */
static bool is_accepted(const struct case_of *it, struct str text, const unsigned char *hash, struct err *err)
{
    struct minisig signature;
    struct claims claims;
    return minisig_parse(&signature, text, "a.minisig", err) &&
           minisig_check_comment(&signature, &it->trust, "a.minisig", err) &&
           claims_read(&claims, signature.comment, "a.minisig", err) &&
           minisig_check_hash(&signature, &it->trust, hash, "a", err);
}

static void assert_refused(const struct case_of *it, const char *text, enum err_code code, const char *word)
{
    struct err err = { 0 };
    assert_false(is_accepted(it, str_of(text), it->hash, &err));
    assert_int_equal(err.code, code);
    if (!strstr(err.detail, word))
        fail_msg("'%s' does not say '%s'", err.detail, word);
}

static void a_signature_is_accepted_as_it_was_made(void **state)
{
    struct case_of *it = *state;
    struct err err = { 0 };
    if (!is_accepted(it, str_of(it->text), it->hash, &err))
        fail_msg("%s", err.detail);
}

/* A signature that went through Windows is still one; minisign thinks so too. */
static void line_ends_of_either_kind_are_accepted(void **state)
{
    struct case_of *it = *state;
    struct err err = { 0 };
    char *crlf = arena_alloc(&it->arena, strlen(it->text) + 8);
    char *to = crlf;
    for (const char *at = it->text; *at; at++) {
        if (*at == '\n')
            *to++ = '\r';
        *to++ = *at;
    }
    assert_true(is_accepted(it, str_of(crlf), it->hash, &err));
}

static void each_bit_of_the_signature_file_counts(void **state)
{
    struct case_of *it = *state;
    size_t length = strlen(it->text), first = strcspn(it->text, "\n") + 1;
    char *text = arena_strdup(&it->arena, it->text);
    for (size_t bit = first * 8; bit < length * 8; bit++) {
        text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
        if (is_accepted(it, (struct str){ text, length }, it->hash, NULL))
            fail_msg("bit %zu may change", bit);
        text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
    }
}

static void a_signature_is_refused_when_it_is_cut_short_or_longer(void **state)
{
    struct case_of *it = *state;
    size_t length = strlen(it->text);
    for (size_t i = 0; i + 1 < length; i++)
        assert_false(is_accepted(it, (struct str){ it->text, i }, it->hash, NULL));
    assert_refused(it, arena_printf(&it->arena, "%sx", it->text), ERR_FORMAT, "no signature");
    assert_refused(it, arena_printf(&it->arena, "%s\n", it->text), ERR_FORMAT, "no signature");
}

static void each_bit_of_the_hash_counts(void **state)
{
    struct case_of *it = *state;
    for (size_t bit = 0; bit < sizeof(it->hash) * 8; bit++) {
        it->hash[bit / 8] ^= (unsigned char)(1 << bit % 8);
        assert_false(is_accepted(it, str_of(it->text), it->hash, NULL));
        it->hash[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
}

#define FIRST_BYTES (64 * 1024)
#define BLOCK 128 /* of BLAKE2b */

/* All 524,288 bits of the first 64 KiB. Going on from a copy of the hash as it stands before the block of the bit, what
 * comes out behind that block differs from what came out before; a hash of the same bytes behind it can only be the
 * same by a collision. Every sixteenth byte goes the whole way to the signature. */
static void each_bit_of_the_first_64_KiB_counts(void **state)
{
    struct case_of *it = *state;
    struct minisig_hash before;
    unsigned char usual[MINISIG_HASH_BYTES], changed[MINISIG_HASH_BYTES];
    minisig_hash_begin(&before);
    for (size_t at = 0; at < FIRST_BYTES; at += BLOCK) {
        struct minisig_hash hash = before;
        minisig_hash_add(&hash, it->pack + at, BLOCK);
        minisig_hash_end(&hash, usual);
        for (size_t bit = 0; bit < BLOCK * 8; bit++) {
            unsigned char *byte = &it->pack[at + bit / 8];
            hash = before;
            *byte ^= (unsigned char)(1 << bit % 8);
            minisig_hash_add(&hash, it->pack + at, BLOCK);
            minisig_hash_end(&hash, changed);
            *byte ^= (unsigned char)(1 << bit % 8);
            if (memcmp(usual, changed, sizeof(usual)) == 0)
                fail_msg("bit %zu of byte %zu may change", bit % 8, at + bit / 8);
        }
        minisig_hash_add(&before, it->pack + at, BLOCK);
    }
}

/* The same to the very end, signature and all, `step` bits apart. */
static void assert_bits_count(struct case_of *it, size_t from, size_t to, size_t step)
{
    unsigned char hash[MINISIG_HASH_BYTES];
    for (size_t bit = from * 8; bit < to * 8; bit += step) {
        it->pack[bit / 8] ^= (unsigned char)(1 << bit % 8);
        hash_of(hash, it->pack, sizeof(it->pack));
        if (is_accepted(it, str_of(it->text), hash, NULL))
            fail_msg("bit %zu may change", bit);
        it->pack[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
}

/* MAISON_EVERY_BIT=1 goes the whole way with each of them, which takes minutes. */
static void bits_all_over_the_pack_count(void **state)
{
    struct case_of *it = *state;
    bool all = getenv("MAISON_EVERY_BIT") != NULL;
    assert_bits_count(it, 0, FIRST_BYTES, all ? 1 : 257);
    assert_bits_count(it, FIRST_BYTES, sizeof(it->pack), all ? 1 : 31);
}

static void another_key_of_the_same_name_is_no_help(void **state)
{
    struct case_of *it = *state;
    struct secret_key forger = signed_pack_key(1), key = signed_pack_key(0);
    assert_refused(it, signed_pack_signature(it->pack, sizeof(it->pack), COMMENT, "ED", &forger, &it->arena),
                   ERR_REFUSED, "not trusted here");
    memcpy(forger.id, key.id, sizeof(key.id));
    assert_refused(it, signed_pack_signature(it->pack, sizeof(it->pack), COMMENT, "ED", &forger, &it->arena),
                   ERR_REFUSED, "changed after it was signed");
}

static void the_comment_of_another_signature_is_refused(void **state)
{
    struct case_of *it = *state;
    struct secret_key key = signed_pack_key(0);
    const char *other = signed_pack_signature(it->pack, 100, "maison-pack", "ED", &key, &it->arena);
    const char *cut = strstr(it->text, "trusted comment: maison") ? strstr(it->text, "\ntrusted") : NULL;
    assert_non_null(cut);
    assert_refused(it, arena_printf(&it->arena, "%.*s%s", (int)(cut - it->text), it->text, strstr(other, "\ntrusted")),
                   ERR_REFUSED, "changed after it was signed");
}

static void the_old_kind_is_refused(void **state)
{
    struct case_of *it = *state;
    struct secret_key key = signed_pack_key(0);
    assert_refused(it, signed_pack_signature(it->pack, sizeof(it->pack), COMMENT, "Ed", &key, &it->arena), ERR_REFUSED,
                   "old kind");
    assert_refused(it, signed_pack_signature(it->pack, sizeof(it->pack), COMMENT, "EX", &key, &it->arena), ERR_FORMAT,
                   "no signature");
}

static void one_of_several_keys_is_enough(void **state)
{
    struct case_of *it = *state;
    struct err err = { 0 };
    struct minisig_trust other = signed_pack_trust(1);
    it->trust.at[1] = it->trust.at[0];
    it->trust.at[0] = other.at[0];
    it->trust.count = 2;
    assert_true(is_accepted(it, str_of(it->text), it->hash, &err));
    it->trust.count = 0;
    assert_refused(it, it->text, ERR_REFUSED, "A0A0A0A0A0A0A0A0");
}

#define KEY_A "RWRA1t+3P7Nn0ue1fED8P58fbWfyq52TyuU1CVz/Sjkafp8rZ9GqMHsX"
#define KEY_B "RWTaA6Xj4X6wkNAjDfmG1plSjZWehgVM5/2SMLV3Rg4ImWmnRvoDJAaM"

static void public_keys_are_read_one_or_many(void **state)
{
    (void)state;
    struct minisig_trust trust = { 0 };
    struct err err = { 0 };
    char id[MINISIG_ID_TEXT];
    assert_true(minisig_trust_read(&trust, str_of("untrusted comment: a\n" KEY_A "\n"), "a.pub", &err));
    assert_int_equal(trust.count, 1);
    assert_string_equal(minisig_id_text(trust.at[0].id, id), "D267B33FB7DFD640");
    assert_true(minisig_trust_read(&trust, str_of(KEY_B "\r\n\r\n" KEY_A), "b.pub", &err));
    assert_int_equal(trust.count, 3);
    assert_false(minisig_trust_read(&trust, str_of("untrusted comment: a\n"), "c.pub", &err));
    assert_non_null(strstr(err.detail, "no public key"));
    assert_false(minisig_trust_read(&trust, str_of(KEY_A "\nRWRA\n"), "d.pub", &err));
    assert_int_equal(err.row, 2);
    assert_int_equal(trust.count, 3);
    for (size_t i = trust.count; i < MINISIG_KEYS_MAX; i++)
        assert_true(minisig_trust_add(&trust, str_of(KEY_A), &err));
    assert_false(minisig_trust_add(&trust, str_of(KEY_A), &err));
}

static void claims_are_written_as_they_are_read(void **state)
{
    struct case_of *it = *state;
    struct claims claims;
    struct err err = { 0 };
    assert_true(claims_read(&claims, COMMENT, "a", &err));
    assert_string_equal(claims_write(&claims, &it->arena), COMMENT);
    assert_string_equal(claims.audience, "testville");
    assert_int_equal(claims.sequence, 7);
    assert_int_equal(claims.size, 66000);
    assert_int_equal(claims.created_ms, INT64_C(1793491200000));
    assert_int_equal(claims.expired_ms, INT64_C(1825113600000));          /* the end of the day */
    assert_true(claims_read(&claims, COMMENT " colour=blue", "a", &err)); /* said by a later version */
}

static void claims_that_cannot_be_are_refused(void **state)
{
    (void)state;
#define WITH(audience, sequence, created, expires, size, app)                                                          \
    "maison-pack format=1 audience=" audience " sequence=" sequence " created=" created " expires=" expires            \
    " size=" size " min-app=" app
    static const char *const comments[] = {
        "",
        "timestamp:1795640601\tfile:t3.pack\thashed",
        "maison-pack",
        "maison-pack format=1",
        "maison-pack audience=a format=1 sequence=1 created=2026-11-01 expires=2027-11-01 size=1 min-app=0.1.0",
        WITH("", "1", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("../..", "1", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a/b", "1", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("-a", "1", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a", "0", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a", "-1", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a", "+1", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a", "01", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a", "1x", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a", "9223372036854775808", "2026-11-01", "2027-11-01", "1", "0.1.0"), /* 2^63 */
        WITH("a", "18446744073709551617", "2026-11-01", "2027-11-01", "1", "0.1.0"),
        WITH("a", "1", "2026-02-30", "2027-11-01", "1", "0.1.0"),
        WITH("a", "1", "2026-11-01", "never", "1", "0.1.0"),
        WITH("a", "1", "2026-11-01", "2027-11-01", "0", "0.1.0"),
        WITH("a", "1", "2026-11-01", "2027-11-01", "2147483649", "0.1.0"),
        WITH("a", "1", "2026-11-01", "2027-11-01", "1", "1"),
        WITH("a", "1", "2026-11-01", "2027-11-01", "1", "1.2.3.4"),
        WITH("a", "1", "2026-11-01", "2027-11-01", "1", "-1.2.3"),
        WITH("a", "1", "2026-11-01", "2027-11-01", "1", "0.1.0") " sequence=2",
        WITH("a", "1", "2026-11-01", "2027-11-01", "1", "0.1.0") " size=1",
    };
    for (size_t i = 0; i < COUNT(comments); i++) {
        struct claims claims;
        struct err err = { 0 };
        if (claims_read(&claims, comments[i], "a", &err))
            fail_msg("\"%s\" is accepted", comments[i]);
        assert_int_equal(err.code, ERR_FORMAT);
    }
    struct claims claims;
    struct err err = { 0 };
    assert_false(claims_read(&claims, "maison-pack format=2 colour=blue", "a", &err));
    assert_int_equal(err.code, ERR_TOO_NEW);
    assert_true(
        claims_read(&claims, WITH("a", "9223372036854775807", "2026-11-01", "2027-11-01", "1", "0.1.0"), "a", &err));
    assert_int_equal(claims.sequence, INT64_MAX);
}

static void a_later_program_is_asked_for(void **state)
{
    (void)state;
    static const struct {
        const char *version;
        bool later;
    } rows[] = { { "0.0.9", false }, { MAISON_VERSION, false }, { "0.1.1", true },
                 { "0.10.0", true }, { "1.0.0", true },         { "999999.0.0", true } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct claims claims = { 0 };
        snprintf(claims.min_app, sizeof(claims.min_app), "%s", rows[i].version);
        assert_int_equal(claims_need_later_app(&claims), rows[i].later);
    }
}

#define WITH_CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_CASE(a_signature_is_accepted_as_it_was_made),
        WITH_CASE(line_ends_of_either_kind_are_accepted),
        WITH_CASE(each_bit_of_the_signature_file_counts),
        WITH_CASE(a_signature_is_refused_when_it_is_cut_short_or_longer),
        WITH_CASE(each_bit_of_the_hash_counts),
        WITH_CASE(each_bit_of_the_first_64_KiB_counts),
        WITH_CASE(bits_all_over_the_pack_count),
        WITH_CASE(another_key_of_the_same_name_is_no_help),
        WITH_CASE(the_comment_of_another_signature_is_refused),
        WITH_CASE(the_old_kind_is_refused),
        WITH_CASE(one_of_several_keys_is_enough),
        cmocka_unit_test(public_keys_are_read_one_or_many),
        WITH_CASE(claims_are_written_as_they_are_read),
        cmocka_unit_test(claims_that_cannot_be_are_refused),
        cmocka_unit_test(a_later_program_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
