/* What a new pack folder begins with. Internal to new_pack. */
#ifndef MAISON_PUBLISH_NEW_TEXTS_H
#define MAISON_PUBLISH_NEW_TEXTS_H

#include "publish/sheet_columns.h"

/* The topics that the kiosk's own texts and imports know. */
struct new_topic {
    const char *id;
    const char *icon;
    const char *colour;
    bool sensitive;
};
extern const struct new_topic new_topics[];
extern const size_t new_topic_count;

/* The codes of the terms that answer facets. */
extern const char *const new_answers[];
extern const size_t new_answer_count;

/* datapackage.json: printf with the resources, the source language three times, the days of creation and expiry. */
extern const char new_manifest[];
extern const char new_readme[];

/* What the sheet's first row, a note, shows in a column; a cell of a CSV. */
const char *new_sheet_example(enum sheet_column column);

#endif
