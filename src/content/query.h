/* Questions that the screens ask of a pack. Answers are plain data in the caller's arena, in the language asked for,
 * or else the first language of the fallback chain that has the text, then the source language.
 *
 * All functions: false fills *err (ERR_MISSING: no such topic, page or service; ERR_FORMAT: the file is damaged) and
 * leaves *out alone. */
#ifndef MAISON_CONTENT_QUERY_H
#define MAISON_CONTENT_QUERY_H

#include "content/facet.h"
#include "content/geo.h"
#include "content/hours.h"
#include "content/pack.h"
#include "text/spoken.h"

/* How far a text can be trusted. The numbers stand in the pack. */
enum text_state { TEXT_SOURCE, TEXT_CHECKED, TEXT_UNCHECKED, TEXT_STALE };

/* A text and the language that it is really in. `text` is NULL when no language has it. Borrowed from the arena. */
struct localized {
    const char *text;
    const char *lang;
    enum text_state state;
};

/* Who asks, when and where from; borrowed. `place` may be unknown. */
struct query {
    struct pack *pack;
    const char *lang;
    struct civil now; /* in the pack's time zone */
    struct geo place; /* where the kiosk stands */
};

struct topic_row {
    const char *id;
    const char *icon;
    uint32_t colour; /* 0xRRGGBB */
    bool sensitive;
    struct localized name;
    struct localized summary;
};

struct topic_list {
    const struct topic_row *at;
    size_t count;
};

MUST_USE bool query_topics(struct topic_list *out, const struct query *query, struct arena *arena, struct err *err);
MUST_USE bool query_topic(struct topic_row *out, const struct query *query, const char *topic, struct arena *arena,
                          struct err *err);

struct page_row {
    const char *id;
    const char *topic;
    bool sensitive;
    struct localized title;
};

struct page_list {
    const struct page_row *at;
    size_t count;
};

MUST_USE bool query_pages(struct page_list *out, const struct query *query, const char *topic, struct arena *arena,
                          struct err *err);

/* How one gets to a service. Only a place has a distance. */
enum service_reach { REACH_PLACE, REACH_PHONE, REACH_ONLINE, REACH_UNKNOWN };

/* What a list shows of a service. */
struct service_row {
    const char *id;
    struct localized name;
    struct localized local_name; /* in the source language; equal to `name` in that language */
    struct localized description;
    struct hours_state hours;
    enum service_reach reach;
    bool has_phone; /* its own or its organization's */
    bool has_distance;
    double distance_m; /* to the nearest of its places that is open, else to the nearest */
    enum answer facets[FACET_COUNT];
    const char *const *languages; /* ISO 639 codes spoken there */
    size_t language_count;
};

/* How many services of a list would be left if one more question were asked. */
struct facet_count {
    size_t yes;     /* answer yes to it and to all that is wanted */
    size_t unknown; /* may do so: some of these answers are not known */
    size_t known;   /* of the whole list: those whose answer to this question alone is known */
};

struct service_list {
    const struct service_row *at;
    size_t count; /* up to the limit */
    size_t yes;   /* answer yes to all that is wanted */
    size_t found; /* these, and behind them those that may: not every answer is known */
    size_t total; /* before the facets narrowed it */
    struct facet_count facets[FACET_COUNT];
};

/* What a list is narrowed to, and how much of it is read. */
struct service_wish {
    bool wanted[FACET_COUNT];
    size_t limit;
};

/* The services of a topic that answer yes to every facet that is wanted. A service whose answer is not known stays,
 * after those that say yes; open ones come first, then the nearest, then by name as the language sorts them. */
MUST_USE bool query_services(struct service_list *out, const struct query *query, const char *topic,
                             const struct service_wish *wish, struct arena *arena, struct err *err);

struct phone_row {
    const char *number;
    struct localized description;
};

struct place_row {
    const char *name;    /* local; may be NULL */
    const char *address; /* local form, lines parted by '\n'; may be NULL */
    struct localized transportation;
    struct localized description;
    bool has_distance;
    double distance_m;
    enum geo_compass compass; /* seen from the kiosk */
    struct hours_state hours;
    struct hours_week week;
    const struct phone_row *phones;
    size_t phone_count;
};

struct cost_row {
    struct localized option;
    struct localized detail;
    bool has_amount;
    double amount;
    const char *currency; /* ISO 4217; may be NULL */
};

struct source_row {
    const char *url;
    const char *date; /* YYYY-MM-DD */
};

struct service_detail {
    const char *id;
    const char *topic;        /* the first of its topics in the kiosk's order */
    bool sensitive;           /* one of its topics is */
    const char *organization; /* local; may be NULL */
    const char *url;          /* may be NULL */
    const char *email;        /* may be NULL */
    const char *assured_date; /* YYYY-MM-DD; may be NULL */
    struct localized name;
    struct localized local_name;
    struct localized description;
    struct localized application_process;
    struct localized fees_description;
    struct localized eligibility_description;
    struct localized interpretation_services;
    struct localized alert;
    enum answer facets[FACET_COUNT];
    struct hours_state hours;       /* of the place that is open and nearest, else nearest */
    struct hours_week week;         /* of the same place */
    struct localized hours_note;    /* the schedules' descriptions in one text; may be absent */
    const struct place_row *places; /* that place first */
    size_t place_count;
    const struct phone_row *phones; /* of the service, else of its organization */
    size_t phone_count;
    const struct localized *documents;
    size_t document_count;
    const struct cost_row *costs;
    size_t cost_count;
    const char *const *languages;
    size_t language_count;
    const struct source_row *sources;
    size_t source_count;
};

MUST_USE bool query_service(struct service_detail *out, const struct query *query, const char *id, struct arena *arena,
                            struct err *err);

/* The numbers stand in the pack. */
enum block_kind { BLOCK_HEADING = 1, BLOCK_PARAGRAPH, BLOCK_STEP, BLOCK_BULLET, BLOCK_LINK };

struct block_row {
    enum block_kind kind;
    struct localized text;
    const char *target; /* of a link: service:ID, page:ID or topic:ID; else NULL */
};

struct page_detail {
    const char *id;
    const char *topic;
    bool sensitive;
    const char *checked; /* YYYY-MM-DD */
    struct localized title;
    const struct block_row *blocks;
    size_t block_count;
    const struct source_row *sources;
    size_t source_count;
};

MUST_USE bool query_page(struct page_detail *out, const struct query *query, const char *id, struct arena *arena,
                         struct err *err);

struct emergency_row {
    const char *id;
    const char *icon;
    const char *number;
    struct localized name; /* what it is for */
    struct localized when; /* when to call it */
};

struct emergency_list {
    const struct emergency_row *at;
    size_t count;
};

MUST_USE bool query_emergency(struct emergency_list *out, const struct query *query, struct arena *arena,
                              struct err *err);

/* What the person at the desk can tap. */
struct answer_row {
    const char *id;
    const char *icon;
    struct localized local; /* in the source language */
    struct localized text;  /* in the visitor's language */
};

struct phrase_detail {
    const char *id;
    const char *topic;      /* may be NULL */
    const char *icon;       /* may be NULL */
    bool sensitive;         /* its topic is */
    bool has_interpreter;   /* the pack has the phrase `interpreter` beside this one */
    struct localized local; /* the sentence in the source language */
    struct localized text;  /* the same in the visitor's language */
    struct localized say;   /* how the local sentence sounds, for the visitor's eyes */
    const struct answer_row *answers;
    size_t answer_count;
};

MUST_USE bool query_phrase(struct phrase_detail *out, const struct query *query, const char *id, struct arena *arena,
                           struct err *err);

struct phrase_row {
    const char *id;
    const char *topic;      /* may be NULL */
    const char *icon;       /* may be NULL */
    struct localized local; /* the sentence in the source language */
    struct localized text;  /* the same in the visitor's language */
};

struct phrase_list {
    const struct phrase_row *at;
    size_t count;
};

/* All but the phrase `emergency`, which has its place beside the emergency numbers, and for who reads the source
 * language `interpreter`, which asks for an interpreter of the visitor's language. */
MUST_USE bool query_phrases(struct phrase_list *out, const struct query *query, struct arena *arena, struct err *err);

enum step_part { STEP_DAY, STEP_WEEK, STEP_MONTH, STEP_PART_COUNT };

struct step_row {
    const char *id;
    enum step_part part;
    const char *icon;
    struct localized text;
    const char *target; /* service:ID, page:ID or topic:ID; NULL: none */
};

struct step_list {
    const struct step_row *at;
    size_t count;
};

/* By part, then in the order of the pack. */
MUST_USE bool query_steps(struct step_list *out, const struct query *query, struct arena *arena, struct err *err);

enum notice_severity { NOTICE_INFO, NOTICE_WARNING, NOTICE_URGENT, NOTICE_SEVERITY_COUNT };

struct notice_row {
    const char *id;
    enum notice_severity severity;
    struct localized title;
    struct localized body; /* may be absent */
    const char *end;       /* YYYY-MM-DD, its last day */
    const char *topic;     /* the first that it concerns; NULL: none */
};

struct notice_list {
    const struct notice_row *at;
    size_t count;
};

/* What holds today for visitors of this language, the urgent first. `topic` NULL: for home, which shows all. */
MUST_USE bool query_notices(struct notice_list *out, const struct query *query, const char *topic, struct arena *arena,
                            struct err *err);

/* A recorded clip (Ogg Opus) that speaks just these words in that language; empty when the pack has none. In the arena. */
MUST_USE bool query_clip(struct str *out, struct pack *pack, const char *lang, const char *text, struct arena *arena,
                         struct err *err);

/* How the pack's abbreviations are said. */
MUST_USE bool query_abbreviations(struct spoken_shorts *out, struct pack *pack, struct arena *arena, struct err *err);

struct kiosk_detail {
    const char *id;
    const char *name;    /* local */
    const char *address; /* local */
    struct geo place;
};

/* `id` NULL: the first kiosk of the pack. */
MUST_USE bool query_kiosk(struct kiosk_detail *out, struct pack *pack, const char *id, struct arena *arena,
                          struct err *err);

#endif
