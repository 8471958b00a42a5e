/* datapackage.json: a Frictionless data package (https://specs.frictionlessdata.io/data-package/) whose object
 * "maison" says which city's pack this is, in which languages, for whom and until when. */
#ifndef MAISON_PUBLISH_MANIFEST_H
#define MAISON_PUBLISH_MANIFEST_H

#include "publish/finding.h"

#define MANIFEST_FILE "datapackage.json"
#define MANIFEST_RADIUS_KM 30

struct tags {
    const char **at;
    size_t count;
};

/* Strings are "" when absent. */
struct manifest {
    const char *id;
    const char *city;
    const char *country;   /* ISO 3166-1 alpha-2 */
    const char *time_zone; /* IANA */
    const char *source_language;
    const char *audience;
    const char *created; /* a date or an RFC 3339 time */
    const char *expires;
    const char *status; /* "sample" or "checked" */
    int64_t sequence;
    double radius_km;      /* how far from a kiosk a place may be; MANIFEST_RADIUS_KM unless the manifest says more */
    struct tags languages; /* BCP 47, in the kiosk's order, the source language among them */
    struct tags fallback;
    struct tags resources; /* paths */
};

/* Reads what can be read; what is wrong is a finding. NULL gives an empty manifest and no finding. */
void manifest_read(struct manifest *out, struct findings *findings, const struct str *json);

bool tags_have(const struct tags *tags, const char *tag);

/* True for the form of a BCP 47 tag: "fr", "zh-Hans", "pt-BR". */
bool tag_is_wellformed(const char *tag);

#endif
