/* The columns of a sheet: one flat table, a row for each service. What they are called in each language stands in one
 * table; case, accents and punctuation do not matter. */
#ifndef MAISON_PUBLISH_SHEET_COLUMNS_H
#define MAISON_PUBLISH_SHEET_COLUMNS_H

#include "base/arena.h"
#include "base/err.h"

enum sheet_column {
    SHEET_ID,
    SHEET_NAME,
    SHEET_DESCRIPTION,
    SHEET_ORGANIZATION,
    SHEET_TOPICS,
    SHEET_URL,
    SHEET_EMAIL,
    SHEET_PHONE,
    SHEET_PLACE,
    SHEET_ADDRESS,
    SHEET_ADDRESS_2,
    SHEET_POSTAL_CODE,
    SHEET_CITY,
    SHEET_LATITUDE,
    SHEET_LONGITUDE,
    SHEET_TRANSPORTATION,
    SHEET_HOURS,
    SHEET_APPLICATION,
    SHEET_FEES,
    SHEET_ELIGIBILITY,
    SHEET_INTERPRETERS,
    SHEET_LANGUAGES,
    SHEET_FREE,
    SHEET_PAPERS_NEEDED,
    SHEET_STEP_FREE,
    SHEET_WOMEN_ONLY,
    SHEET_CHILDREN_WELCOME,
    SHEET_ALERT,
    SHEET_CHECKED,
    SHEET_SOURCE,
    SHEET_VERSION,
    SHEET_MONDAY, /* the days of the week hold times: "09:00-12:00, 14:00-17:00" */
    SHEET_SUNDAY = SHEET_MONDAY + 6,
    SHEET_COLUMN_COUNT
};

/* Stable, and understood in every language: "postal_code", "monday". */
const char *sheet_column_id(enum sheet_column column);

/* What the column is called in a language, else in English. Valid in `arena`, or for ever. */
const char *sheet_column_word(enum sheet_column column, const char *lang, struct arena *arena);

/* Finds columns by what stands above them. */
struct sheet_words;
MUST_USE bool sheet_words_open(struct sheet_words **out, struct err *err);
void sheet_words_close(struct sheet_words *words); /* accepts NULL */
void sheet_words_closep(struct sheet_words **words);

/* SHEET_COLUMN_COUNT for a name that is none. */
enum sheet_column sheet_words_column(struct sheet_words *words, struct str name);

/* The answer of a cell in any language: false when it is neither. */
MUST_USE bool sheet_words_answer(struct sheet_words *words, struct str cell, bool *yes);

/* "yes" or "no" in a language, else in English. */
const char *sheet_answer_word(bool yes, const char *lang, struct arena *arena);

#endif
