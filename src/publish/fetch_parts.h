/* One file from a server. Internal to fetching. */
#ifndef MAISON_PUBLISH_FETCH_PARTS_H
#define MAISON_PUBLISH_FETCH_PARTS_H

#include "base/arena.h"
#include "base/err.h"

struct fetch_limits {
    long connect_s; /* to reach the server */
    long silence_s; /* with next to nothing coming */
    long total_s;
};

extern const struct fetch_limits fetch_usual;

/* What comes, piece by piece; false, with *err filled, ends it. */
struct fetch_sink {
    bool (*take)(void *data, const void *bytes, size_t len, struct err *err);
    void *data;
};

MUST_USE bool fetch_file(const char *address, const struct fetch_limits *limits, const struct fetch_sink *sink,
                         struct err *err);

/* A whole small file of at most `cap` bytes, terminated behind its length. */
MUST_USE bool fetch_text(struct str *out, struct arena *arena, const char *address, size_t cap,
                         const struct fetch_limits *limits, struct err *err);

/* fetch_install with other limits. */
struct install;
struct install_rules;
struct install_progress;
MUST_USE bool fetch_install_within(struct install **out, const char *store, const char *address,
                                   const struct install_rules *rules, const struct install_progress *progress,
                                   const struct fetch_limits *limits, struct err *err);

#endif
