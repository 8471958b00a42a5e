/* What attributes say of services: the topics that gather them and the answers to facets. */
#ifndef MAISON_PUBLISH_TERMS_H
#define MAISON_PUBLISH_TERMS_H

#include "content/facet.h"
#include "publish/source.h"

struct topic_link {
    size_t topic;   /* row of topics.csv */
    size_t service; /* row of services.csv */
};

struct service_answers {
    enum answer facet[FACET_COUNT];
    unsigned contradictory; /* one bit per facet whose term and opposite are both asserted */
};

struct terms {
    struct topic_link *links; /* sorted, without doubles */
    size_t link_count;
    struct service_answers *answers; /* as many as services.csv has rows */
};

/* A native row wins (prices for FACET_FREE), then the asserted term, else not known. */
void terms_resolve(struct terms *out, const struct source *source);

/* Walks the words of a cell that lists several, parted by spaces, commas, semicolons or bars. False at the end; *code
 * then is empty. */
bool terms_next(struct str *rest, struct str *code);

/* The codes of topics.csv's column `terms`; an empty cell means the topic's own id. */
struct str terms_of_topic(const struct table *topics, const struct row *topic);

/* True for a row of attributes.csv that says something of a service. */
bool terms_are_of_service(const struct table *attributes, const struct row *row);

/* The codes of a facet, NULL for none. */
const char *terms_facet_code(enum facet facet);
const char *terms_opposite_code(enum facet facet);

#endif
