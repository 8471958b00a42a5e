#include "publish/fetch_parts.h"

#include <curl/curl.h>
#include <string.h>

#define REDIRECTIONS_MAX 5L
#define SLOW_BYTES_A_SECOND 512L

const struct fetch_limits fetch_usual = { .connect_s = 15, .silence_s = 30, .total_s = 2 * 60 * 60 };

struct transfer {
    const struct fetch_sink *sink;
    struct err err; /* of the sink */
    bool refused;
};

static size_t on_bytes(char *bytes, size_t size, size_t count, void *user)
{
    struct transfer *transfer = user;
    if (transfer->sink->take(transfer->sink->data, bytes, size * count, &transfer->err))
        return size * count;
    transfer->refused = true;
    return 0;
}

static void closep(CURL **curl)
{
    curl_easy_cleanup(*curl);
}

/* From https no redirection leads back to where everybody can listen. */
static CURLcode allow_protocols(CURL *curl, const char *address)
{
    bool secure = curl_strnequal(address, "https:", 6);
    CURLcode code = curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    return code != CURLE_OK ? code
                            : curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, secure ? "https" : "http,https");
}

static CURLcode set_limits(CURL *curl, const struct fetch_limits *limits)
{
    const struct {
        CURLoption option;
        long value;
    } numbers[] = {
        { CURLOPT_NOSIGNAL, 1 },
        { CURLOPT_FAILONERROR, 1 },
        { CURLOPT_FOLLOWLOCATION, 1 },
        { CURLOPT_MAXREDIRS, REDIRECTIONS_MAX },
        { CURLOPT_CONNECTTIMEOUT, limits->connect_s },
        { CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES_A_SECOND },
        { CURLOPT_LOW_SPEED_TIME, limits->silence_s },
        { CURLOPT_TIMEOUT, limits->total_s },
    };
    CURLcode code = CURLE_OK;
    for (size_t i = 0; i < COUNT(numbers) && code == CURLE_OK; i++)
        code = curl_easy_setopt(curl, numbers[i].option, numbers[i].value);
    return code;
}

static CURLcode prepare(CURL *curl, const char *address, const struct fetch_limits *limits, struct transfer *transfer,
                        char *words)
{
    CURLcode code = set_limits(curl, limits);
    if (code == CURLE_OK)
        code = allow_protocols(curl, address);
    if (code == CURLE_OK)
        code = curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, words);
    if (code == CURLE_OK)
        code = curl_easy_setopt(curl, CURLOPT_USERAGENT, "maison-pack/" MAISON_VERSION);
    if (code == CURLE_OK)
        code = curl_easy_setopt(curl, CURLOPT_URL, address);
    if (code == CURLE_OK)
        code = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_bytes);
    if (code == CURLE_OK)
        code = curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    return code;
}

static bool failed(CURL *curl, CURLcode code, const char *address, const char *words, struct err *err)
{
    long status = 0;
    (void)curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (code == CURLE_HTTP_RETURNED_ERROR)
        return err_at(err, status == 404 || status == 410 ? ERR_MISSING : ERR_IO, address, 0,
                      "the server does not give it (status %ld); check the address", status);
    return err_at(err, code == CURLE_URL_MALFORMAT ? ERR_USAGE : ERR_IO, address, 0,
                  "can't be fetched: %s; try again later, or bring the pack on a stick",
                  words[0] ? words : curl_easy_strerror(code));
}

bool fetch_file(const char *address, const struct fetch_limits *limits, const struct fetch_sink *sink, struct err *err)
{
    char words[CURL_ERROR_SIZE] = "";
    struct transfer transfer = { .sink = sink };
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return err_set(err, ERR_IO, "the network library can't be started");
    CLEANUP(closep) CURL *curl = curl_easy_init();
    if (!curl)
        return err_set(err, ERR_IO, "the network library can't be started");
    CURLcode code = prepare(curl, address, limits, &transfer, words);
    if (code == CURLE_OK)
        code = curl_easy_perform(curl);
    if (transfer.refused) {
        if (err)
            *err = transfer.err;
        return false;
    }
    return code == CURLE_OK || failed(curl, code, address, words, err);
}

struct text {
    char *at;
    size_t len, cap;
    const char *address;
};

static bool take_text(void *data, const void *bytes, size_t len, struct err *err)
{
    struct text *text = data;
    if (len > text->cap - text->len)
        return err_at(err, ERR_FORMAT, text->address, 0, "is larger than %zu bytes, which is more than it may be",
                      text->cap);
    memcpy(text->at + text->len, bytes, len);
    text->len += len;
    return true;
}

bool fetch_text(struct str *out, struct arena *arena, const char *address, size_t cap,
                const struct fetch_limits *limits, struct err *err)
{
    struct text text = { arena_alloc(arena, cap + 1), 0, cap, address };
    if (!fetch_file(address, limits, &(struct fetch_sink){ take_text, &text }, err))
        return false;
    *out = (struct str){ text.at, text.len };
    return true;
}
