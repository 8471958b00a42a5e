/* A file of fuzzed bytes, and an importer that reads it: rows must add up, and nothing may fail but with a reason. */
#ifndef TESTS_SUPPORT_FUZZ_IMPORT_H
#define TESTS_SUPPORT_FUZZ_IMPORT_H

#include "publish/importer.h"

/* Writes the bytes to a file of that name in a folder of this process, and opens it as a feed. NULL for no bytes. */
struct feed *fuzz_feed(const char *name, const uint8_t *data, size_t size);

void fuzz_expect(bool holds);

/* Reads the feed into a staging of its own. */
void fuzz_import(const struct importer *importer, struct feed *feed);

#endif
