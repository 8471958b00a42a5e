/* Fuzzes JSON files: documents are counted and bounded; then the same bytes as nested services. */
#include "publish/json_stream.h"
#include "support/fuzz_import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    CLEANUP(feed_closep) struct feed *feed = fuzz_feed("services.json", data, size);
    CLEANUP(json_stream_closep) struct json_stream *stream = NULL;
    const struct json_item *item;
    long number = 0;
    struct err err = { 0 };
    if (!feed || feed_is_zip(feed))
        return 0;
    fuzz_expect(json_stream_open(&stream, feed, 0, &err));
    while (json_stream_next(stream, &item, &err) && item) {
        fuzz_expect(item->number == number + (item->kind == JSON_DOCUMENT ? 1 : 0));
        fuzz_expect(item->text.len <= 3 * size + 16 && (item->text.len > 0 || item->fault));
        number = item->number;
    }
    fuzz_expect(err.code == ERR_NONE || err.code == ERR_FORMAT);
    fuzz_import(&import_hsds_json, feed);
    return 0;
}
