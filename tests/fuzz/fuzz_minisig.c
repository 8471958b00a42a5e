/* Fuzzes what comes with a pack: signature files, public keys, trusted comments. Nothing may crash, nothing that was
 * not signed may be accepted, and what is understood must mean the same when it is written again. */
#include "content/claims.h"
#include "content/minisig.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool holds)
{
    if (!holds)
        abort();
}

/* Of a key that nobody has ever signed with: its secret half was never kept. */
static void read_signature(struct str text)
{
    static const char key[] = "RWTMMq+Sc6TI+yNM96ccUmvKuZESxvRgVK7iM01QKX8t4Op2MjsEFNM4";
    struct minisig_trust trust = { 0 };
    struct minisig signature;
    struct err err = { 0 };
    unsigned char hash[MINISIG_HASH_BYTES] = { 0 };
    expect(minisig_trust_add(&trust, str_of(key), &err));
    if (!minisig_parse(&signature, text, "a", &err))
        return;
    expect(strlen(signature.comment) <= MINISIG_COMMENT_MAX);
    expect(!minisig_check_comment(&signature, &trust, "a", &err) && err.code == ERR_REFUSED);
    memcpy(signature.key_id, trust.at[0].id, sizeof(signature.key_id));
    expect(!minisig_check_comment(&signature, &trust, "a", &err) && err.code == ERR_REFUSED);
    expect(!minisig_check_hash(&signature, &trust, hash, "a", &err) && err.code == ERR_REFUSED);
}

static void read_keys(struct str text)
{
    struct minisig_trust trust = { 0 };
    struct err err = { 0 };
    bool read = minisig_trust_read(&trust, text, "a", &err);
    expect(read ? trust.count >= 1 && trust.count <= MINISIG_KEYS_MAX : trust.count == 0);
}

static void read_comment(struct str text)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct claims claims, again;
    struct err err = { 0 };
    if (!claims_read(&claims, arena_str(&arena, text), "a", &err))
        return;
    expect(claims.sequence >= 1 && claims.size >= 1 && claims.size <= CLAIMS_SIZE_MAX);
    expect(claims_is_audience(str_of(claims.audience)));
    expect(claims_read(&again, claims_write(&claims, &arena), "a", &err));
    expect(claims_require_equal(&claims, &again, "a", &err));
    (void)claims_need_later_app(&claims);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = { (const char *)data, size };
    read_signature(text);
    read_keys(text);
    read_comment(text);
    return 0;
}
