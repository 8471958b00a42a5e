#include "publish/secret.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static_assert(SECRET_BYTES == crypto_sign_SECRETKEYBYTES, "minisign's keys are Ed25519");

#define CHECK_BYTES 32
#define SALT_BYTES crypto_pwhash_scryptsalsa208sha256_SALTBYTES
#define MEMORY_MAX (UINT64_C(4) << 30) /* a file that asks for more is none of ours, nor minisign's */

/* The bytes of the file's second line; with a password, all from `id` on are masked by what scrypt makes of it. */
struct layout {
    unsigned char kind[2];       /* "Ed" */
    unsigned char kdf[2];        /* "Sc", or two zeros without a password */
    unsigned char check_kind[2]; /* "B2" */
    unsigned char salt[SALT_BYTES];
    unsigned char operations[8]; /* little-endian, as memory */
    unsigned char memory[8];
    struct {
        unsigned char id[MINISIG_ID_BYTES];
        unsigned char secret[SECRET_BYTES];
        unsigned char check[CHECK_BYTES]; /* BLAKE2b-256 of kind, id and secret */
    } key;
};
static_assert(sizeof(struct layout) == 158, "nothing lies between the fields");

#define BASE64_MAX (sizeof(struct layout) * 4 / 3 + 8)
#define LINE_MAX_BYTES 1024
#define FILE_BYTES_MAX (LINE_MAX_BYTES + BASE64_MAX + 8)

static const unsigned char no_kdf[2] = { 0 };

static void wipe_layout(struct layout *layout)
{
    sodium_memzero(layout, sizeof(*layout));
}

void secret_wipe(struct secret_key *key)
{
    sodium_memzero(key, sizeof(*key));
}

static bool ready(struct err *err)
{
    return sodium_init() >= 0 || err_set(err, ERR_IO, "the system gives no random numbers");
}

bool secret_make(struct secret_key *out, struct err *err)
{
    unsigned char public[MINISIG_KEY_BYTES];
    if (!ready(err))
        return false;
    randombytes_buf(out->id, sizeof(out->id));
    (void)crypto_sign_keypair(public, out->secret);
    return true;
}

static void put_u64(unsigned char out[static 8], uint64_t value)
{
    for (int i = 0; i < 8; i++)
        out[i] = (unsigned char)(value >> (8 * i));
}

static uint64_t get_u64(const unsigned char at[static 8])
{
    uint64_t value = 0;
    for (int i = 8; i-- > 0;)
        value = value << 8 | at[i];
    return value;
}

static void make_check(unsigned char out[static CHECK_BYTES], const struct layout *layout)
{
    crypto_generichash_state state;
    (void)crypto_generichash_init(&state, NULL, 0, CHECK_BYTES);
    (void)crypto_generichash_update(&state, layout->kind, sizeof(layout->kind));
    (void)crypto_generichash_update(&state, layout->key.id, sizeof(layout->key.id));
    (void)crypto_generichash_update(&state, layout->key.secret, sizeof(layout->key.secret));
    (void)crypto_generichash_final(&state, out, CHECK_BYTES);
    sodium_memzero(&state, sizeof(state));
}

/* Masks or unmasks. False when there is too little memory. */
static bool mask(struct layout *layout, const char *password)
{
    unsigned char stream[sizeof(layout->key)];
    unsigned char *bytes = (unsigned char *)&layout->key;
    bool made = crypto_pwhash_scryptsalsa208sha256(stream, sizeof(stream), password, strlen(password), layout->salt,
                                                   get_u64(layout->operations), get_u64(layout->memory)) == 0;
    for (size_t i = 0; made && i < sizeof(stream); i++)
        bytes[i] ^= stream[i];
    sodium_memzero(stream, sizeof(stream));
    return made;
}

struct secret_cost secret_cost_usual(void)
{
    return (struct secret_cost){ crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE,
                                 crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE };
}

static bool lock(struct layout *layout, const char *password, struct secret_cost cost, struct err *err)
{
    memcpy(layout->kdf, "Sc", 2);
    randombytes_buf(layout->salt, sizeof(layout->salt));
    while (cost.operations >= crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_MIN &&
           cost.memory >= crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_MIN) {
        put_u64(layout->operations, cost.operations);
        put_u64(layout->memory, cost.memory);
        if (mask(layout, password))
            return true;
        cost.operations /= 2;
        cost.memory /= 2;
    }
    return err_set(err, ERR_IO, "there is too little memory to protect the key by a password");
}

/* A new file, or none: an old key is never written over. */
static bool write_new(const char *path, const char *text, size_t length, mode_t mode, struct err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0)
        return err_at(err, ERR_IO, path, 0, "%s%s",
                      errno == EEXIST ? "is there already; name another file, or move this one away"
                                      : "can't be written: ",
                      errno == EEXIST ? "" : strerrordesc_np(errno));
    bool written = write(fd, text, length) == (ssize_t)length && fsync(fd) == 0;
    int saved = errno;
    written = close(fd) == 0 && written;
    if (!written)
        unlink(path);
    return written || err_at(err, ERR_IO, path, 0, "can't be written: %s", strerrordesc_np(saved));
}

static bool write_layout(const struct layout *layout, const char *path, struct err *err)
{
    char text[FILE_BYTES_MAX];
    int head = snprintf(text, sizeof(text), "%s%s\n", MINISIG_UNTRUSTED, "minisign encrypted secret key");
    size_t at = (size_t)head;
    sodium_bin2base64(text + at, sizeof(text) - at, (const unsigned char *)layout, sizeof(*layout),
                      sodium_base64_VARIANT_ORIGINAL);
    size_t length = strlen(text);
    text[length++] = '\n';
    bool written = write_new(path, text, length, 0600, err);
    sodium_memzero(text, sizeof(text));
    return written;
}

bool secret_write(const struct secret_key *key, const char *password, struct secret_cost cost, const char *path,
                  struct err *err)
{
    CLEANUP(wipe_layout) struct layout layout = { .kind = MINISIG_KEY_KIND, .check_kind = "B2" };
    memcpy(layout.key.id, key->id, sizeof(key->id));
    memcpy(layout.key.secret, key->secret, sizeof(key->secret));
    make_check(layout.key.check, &layout);
    return ready(err) && (!password || lock(&layout, password, cost, err)) && write_layout(&layout, path, err);
}

static bool is_no_key(const char *path, struct err *err)
{
    return err_at(err, ERR_FORMAT, path, 0,
                  "is no secret key; name the file that 'maison-pack keygen' or minisign has made");
}

static bool parse(struct layout *out, char *text, const char *path, struct err *err)
{
    size_t got = 0;
    char *line = strchr(text, '\n');
    if (strncmp(text, "untrusted comment:", 18) != 0 || !line)
        return is_no_key(path, err);
    line++;
    size_t length = strcspn(line, "\r\n");
    if (sodium_base642bin((unsigned char *)out, sizeof(*out), line, length, NULL, &got, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        got != sizeof(*out) || memcmp(out->kind, MINISIG_KEY_KIND, 2) != 0 || memcmp(out->check_kind, "B2", 2) != 0)
        return is_no_key(path, err);
    bool known = memcmp(out->kdf, "Sc", 2) == 0 || memcmp(out->kdf, no_kdf, 2) == 0;
    return (known && get_u64(out->memory) <= MEMORY_MAX) || is_no_key(path, err);
}

static bool read_layout(struct layout *out, const char *path, struct err *err)
{
    char text[FILE_BYTES_MAX + 1];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return err_at(err, errno == ENOENT ? ERR_MISSING : ERR_IO, path, 0, "can't be opened: %s",
                      strerrordesc_np(errno));
    ssize_t length = read(fd, text, FILE_BYTES_MAX);
    int saved = errno;
    close(fd);
    if (length < 0)
        return err_at(err, ERR_IO, path, 0, "can't be read: %s", strerrordesc_np(saved));
    text[length] = '\0';
    bool parsed = parse(out, text, path, err);
    sodium_memzero(text, sizeof(text));
    return parsed;
}

static bool unlock(struct layout *layout, const char *path, const struct secret_asker *asker, struct err *err)
{
    char password[SECRET_PASSWORD_MAX];
    if (!asker->ask(asker->data, password, err))
        return false;
    bool made = mask(layout, password);
    sodium_memzero(password, sizeof(password));
    return made || err_at(err, ERR_IO, path, 0, "there is too little memory to open the key with its password");
}

/* Of a key without a password minisign leaves the check empty; its two halves must then belong together. */
static bool is_sound(const struct layout *layout)
{
    unsigned char check[CHECK_BYTES], seed[crypto_sign_SEEDBYTES], public[MINISIG_KEY_BYTES], secret[SECRET_BYTES];
    make_check(check, layout);
    bool sound = sodium_memcmp(check, layout->key.check, sizeof(check)) == 0;
    bool empty = sodium_is_zero(layout->key.check, sizeof(layout->key.check)) != 0;
    if (!sound && empty && memcmp(layout->kdf, no_kdf, sizeof(no_kdf)) == 0) {
        (void)crypto_sign_ed25519_sk_to_seed(seed, layout->key.secret);
        (void)crypto_sign_seed_keypair(public, secret, seed);
        sound = sodium_memcmp(secret, layout->key.secret, sizeof(secret)) == 0;
        sodium_memzero(seed, sizeof(seed));
        sodium_memzero(secret, sizeof(secret));
    }
    return sound;
}

bool secret_read(struct secret_key *out, const char *path, const struct secret_asker *asker, struct err *err)
{
    CLEANUP(wipe_layout) struct layout layout = { 0 };
    if (!ready(err) || !read_layout(&layout, path, err))
        return false;
    bool locked = memcmp(layout.kdf, no_kdf, sizeof(no_kdf)) != 0;
    if (locked && !unlock(&layout, path, asker, err))
        return false;
    if (!is_sound(&layout))
        return locked ? err_at(err, ERR_REFUSED, path, 0, "has another password") : is_no_key(path, err);
    memcpy(out->id, layout.key.id, sizeof(out->id));
    memcpy(out->secret, layout.key.secret, sizeof(out->secret));
    return true;
}

bool secret_write_public(const struct secret_key *key, const char *path, struct err *err)
{
    unsigned char bytes[2 + MINISIG_ID_BYTES + MINISIG_KEY_BYTES];
    char base64[sodium_base64_ENCODED_LEN(sizeof(bytes), sodium_base64_VARIANT_ORIGINAL)];
    char id[MINISIG_ID_TEXT], text[256];
    memcpy(bytes, MINISIG_KEY_KIND, 2);
    memcpy(bytes + 2, key->id, MINISIG_ID_BYTES);
    memcpy(bytes + 2 + MINISIG_ID_BYTES, key->secret + SECRET_BYTES - MINISIG_KEY_BYTES, MINISIG_KEY_BYTES);
    sodium_bin2base64(base64, sizeof(base64), bytes, sizeof(bytes), sodium_base64_VARIANT_ORIGINAL);
    int length = snprintf(text, sizeof(text), MINISIG_UNTRUSTED "minisign public key %s\n%s\n",
                          minisig_id_text(key->id, id), base64);
    return write_new(path, text, (size_t)length, 0644, err);
}
