#include "publish/spec.h"

#include <assert.h>
#include <string.h>

#define ID                                                                                                             \
    {                                                                                                                  \
        "id", CELL_ID, true, 0, NULL                                                                                   \
    }
#define LINK(column, table)                                                                                            \
    {                                                                                                                  \
        column, CELL_LINK, false, table, NULL                                                                          \
    }
#define LINKS(column, table)                                                                                           \
    {                                                                                                                  \
        column, CELL_LINKS, false, table, NULL                                                                         \
    }
#define LINK_NEEDED(column, table)                                                                                     \
    {                                                                                                                  \
        column, CELL_LINK, true, table, NULL                                                                           \
    }
#define PLAIN(column)                                                                                                  \
    {                                                                                                                  \
        column, CELL_TEXT, false, 0, NULL                                                                              \
    }
#define PLAIN_NEEDED(column)                                                                                           \
    {                                                                                                                  \
        column, CELL_TEXT, true, 0, NULL                                                                               \
    }
#define KIND(column, kind)                                                                                             \
    {                                                                                                                  \
        column, kind, false, 0, NULL                                                                                   \
    }
#define KIND_NEEDED(column, kind)                                                                                      \
    {                                                                                                                  \
        column, kind, true, 0, NULL                                                                                    \
    }
#define WORDS(column, what)                                                                                            \
    {                                                                                                                  \
        column, CELL_TEXT, false, 0, what                                                                              \
    }
#define WORDS_NEEDED(column, what)                                                                                     \
    {                                                                                                                  \
        column, CELL_TEXT, true, 0, what                                                                               \
    }
#define NAME(what)                                                                                                     \
    {                                                                                                                  \
        "name", CELL_NAME, true, 0, what                                                                               \
    }

/* "yes": the source does not want the row to be seen. An import writes it, whatever the source calls it. */
#define PRIVATE PLAIN("x_private")

#define OWNERS                                                                                                         \
    LINK("service_at_location_id", TABLE_SERVICE_AT_LOCATION), LINK("service_id", TABLE_SERVICES),                     \
        LINK("location_id", TABLE_LOCATIONS)

static const struct table_spec specs[] = {
    [TABLE_SERVICES] = { "services",
                         "hsds/services.csv",
                         true,
                         true,
                         { ID, LINK_NEEDED("organization_id", TABLE_ORGANIZATIONS),
                           NAME("Name of a service, in lists and at the top of its screen; short"),
                           WORDS("description", "What the service does, in plain words"), KIND("url", CELL_URL),
                           PLAIN("email"), KIND_NEEDED("status", CELL_STATUS),
                           WORDS("interpretation_services", "Which interpreters there are"),
                           WORDS("application_process", "How to come or to apply"),
                           WORDS("fees_description", "What it costs"),
                           WORDS("eligibility_description", "Whom the service is for"), KIND("assured_date", CELL_DATE),
                           WORDS("alert", "A notice that holds for a short time"), PRIVATE } },
    [TABLE_LOCATIONS] = { "locations",
                          "hsds/locations.csv",
                          false,
                          true,
                          { ID, PLAIN("location_type"), PLAIN("name"),
                            WORDS("description", "What helps to find or to use the place"),
                            WORDS("transportation",
                                  "The stop and the line that lead there; names of stops stay as they are"),
                            KIND("latitude", CELL_LATITUDE), KIND("longitude", CELL_LONGITUDE), PRIVATE } },
    [TABLE_ORGANIZATIONS] = { "organizations", "hsds/organizations.csv", true, true, { ID, NAME(NULL), PRIVATE } },
    [TABLE_SERVICE_AT_LOCATION] = { "service_at_location",
                                    "hsds/service_at_location.csv",
                                    false,
                                    true,
                                    { ID, LINK_NEEDED("service_id", TABLE_SERVICES),
                                      LINK_NEEDED("location_id", TABLE_LOCATIONS), PRIVATE } },
    [TABLE_ADDRESSES] = { "addresses",
                          "hsds/addresses.csv",
                          false,
                          true,
                          { ID, LINK("location_id", TABLE_LOCATIONS), PLAIN("attention"), PLAIN_NEEDED("address_1"),
                            PLAIN("address_2"), PLAIN_NEEDED("city"), PLAIN("state_province"), PLAIN("postal_code"),
                            PLAIN("country"), PLAIN("address_type"), PRIVATE } },
    [TABLE_PHONES] = { "phones",
                       "hsds/phones.csv",
                       false,
                       true,
                       { ID, OWNERS, LINK("organization_id", TABLE_ORGANIZATIONS), PLAIN("contact_id"),
                         KIND_NEEDED("number", CELL_PHONE), PLAIN("type"),
                         WORDS("description", "What the phone number is for"), PRIVATE } },
    [TABLE_SCHEDULES] = { "schedules",
                          "hsds/schedules.csv",
                          false,
                          true,
                          { ID, OWNERS, PLAIN("valid_from"), PLAIN("valid_to"), PLAIN("dtstart"), PLAIN("until"),
                            PLAIN("count"), PLAIN("wkst"), PLAIN("freq"), PLAIN("interval"), PLAIN("byday"),
                            PLAIN("byweekno"), PLAIN("bymonthday"), PLAIN("byyearday"),
                            WORDS("description", "Opening hours in words"), PLAIN("opens_at"), PLAIN("closes_at"),
                            PRIVATE } },
    [TABLE_LANGUAGES] = { "languages",
                          "hsds/languages.csv",
                          false,
                          true,
                          { ID, LINK("service_id", TABLE_SERVICES), LINK("location_id", TABLE_LOCATIONS),
                            LINK("phone_id", TABLE_PHONES), PLAIN("name"), KIND("code", CELL_LANGUAGE), PRIVATE } },
    [TABLE_ACCESSIBILITY] = { "accessibility",
                              "hsds/accessibility.csv",
                              false,
                              true,
                              { ID, LINK("location_id", TABLE_LOCATIONS), PLAIN("description"), PRIVATE } },
    [TABLE_REQUIRED_DOCUMENTS] = { "required_documents",
                                   "hsds/required_documents.csv",
                                   false,
                                   true,
                                   { ID, LINK("service_id", TABLE_SERVICES),
                                     WORDS_NEEDED("document", "A paper to bring along"), PRIVATE } },
    [TABLE_COST_OPTIONS] = { "cost_options",
                             "hsds/cost_options.csv",
                             false,
                             true,
                             { ID, LINK_NEEDED("service_id", TABLE_SERVICES), KIND("valid_from", CELL_DATE),
                               KIND("valid_to", CELL_DATE), WORDS("option", "For whom or for what a price is"),
                               PLAIN("currency"), KIND("amount", CELL_NUMBER),
                               WORDS("amount_description", "What is added to a price, such as its unit"), PRIVATE } },
    [TABLE_TAXONOMIES] = { "taxonomies", "hsds/taxonomies.csv", false, true, { ID, NAME(NULL) } },
    [TABLE_TAXONOMY_TERMS] = { "taxonomy_terms",
                               "hsds/taxonomy_terms.csv",
                               false,
                               true,
                               { ID, PLAIN_NEEDED("code"), NAME(NULL), PLAIN("taxonomy"),
                                 LINK("taxonomy_id", TABLE_TAXONOMIES) } },
    [TABLE_ATTRIBUTES] = { "attributes",
                           "hsds/attributes.csv",
                           false,
                           true,
                           { ID, PLAIN_NEEDED("link_id"), PLAIN_NEEDED("link_entity"),
                             LINK_NEEDED("taxonomy_term_id", TABLE_TAXONOMY_TERMS) } },
    [TABLE_TOPICS] = { "topics",
                       "topics.csv",
                       true,
                       false,
                       { ID, KIND_NEEDED("icon", CELL_ICON), KIND_NEEDED("colour", CELL_COLOUR),
                         KIND_NEEDED("order", CELL_INTEGER), NAME("Name of a topic, on its tile; one or two words"),
                         WORDS("summary", "What is inside the topic, under its name; short"),
                         WORDS("words",
                               "What people type who look for this: everyday words, also as they are written in Latin "
                               "letters, with commas between; say it in your own words, don't translate"),
                         PLAIN("terms"), KIND_NEEDED("sensitive", CELL_YES_NO) } },
    [TABLE_EMERGENCY] = { "emergency",
                          "emergency.csv",
                          true,
                          false,
                          { ID, KIND_NEEDED("number", CELL_PHONE), KIND_NEEDED("icon", CELL_ICON),
                            KIND_NEEDED("order", CELL_INTEGER), NAME("Who answers an emergency number; short"),
                            WORDS("when", "When to call the emergency number") } },
    [TABLE_PHRASES] = { "phrases",
                        "phrases.csv",
                        false,
                        false,
                        { ID, LINK("topic", TABLE_TOPICS), KIND("icon", CELL_ICON), KIND_NEEDED("order", CELL_INTEGER),
                          WORDS_NEEDED("text", "A sentence to show to someone; braces stay as they are"),
                          WORDS("say", "How the local sentence sounds: write it with the letters of your language"),
                          LINKS("answers", TABLE_ANSWERS) } },
    [TABLE_ANSWERS] = { "answers",
                        "answers.csv",
                        false,
                        false,
                        { ID, KIND_NEEDED("icon", CELL_ICON), KIND_NEEDED("order", CELL_INTEGER),
                          WORDS_NEEDED("text", "What someone at a desk answers to a sentence, on a button; short") } },
    [TABLE_STEPS] = { "steps",
                      "steps.csv",
                      false,
                      false,
                      { ID, KIND_NEEDED("part", CELL_PART), KIND_NEEDED("icon", CELL_ICON),
                        KIND_NEEDED("order", CELL_INTEGER),
                        WORDS_NEEDED("text", "What to do in the first days, in a list to tick off; short"),
                        KIND("target", CELL_TARGET) } },
    [TABLE_NOTICES] = { "notices",
                        "notices.csv",
                        false,
                        false,
                        { ID, KIND_NEEDED("start", CELL_DATE), KIND_NEEDED("end", CELL_DATE),
                          KIND_NEEDED("severity", CELL_SEVERITY), LINKS("topics", TABLE_TOPICS),
                          KIND("languages", CELL_TAGS),
                          WORDS_NEEDED("title", "Title of a notice that holds for some days; short"),
                          WORDS("body", "What a notice says, in plain words"), KIND("source", CELL_URL) } },
    [TABLE_KIOSKS] = { "kiosks",
                       "kiosks.csv",
                       true,
                       false,
                       { ID, NAME(NULL), PLAIN_NEEDED("address"), KIND("latitude", CELL_LATITUDE),
                         KIND("longitude", CELL_LONGITUDE) } },
    [TABLE_CLOSURES] = { "closures",
                         "closures.csv",
                         false,
                         false,
                         { ID, NAME(NULL), KIND_NEEDED("start", CELL_CLOSURE_DATE), KIND("end", CELL_CLOSURE_DATE),
                           LINK("service_id", TABLE_SERVICES), KIND("opens_at", CELL_TIME),
                           KIND("closes_at", CELL_TIME) } },
    [TABLE_SOURCES] = { "sources",
                        "sources.csv",
                        true,
                        false,
                        { ID, PLAIN_NEEDED("record"), PLAIN("field"), KIND_NEEDED("url", CELL_URL),
                          KIND_NEEDED("date", CELL_DATE) } },
    [TABLE_ABBREVIATIONS] = { "abbreviations",
                              "abbreviations.csv",
                              false,
                              false,
                              { ID, PLAIN_NEEDED("short"), PLAIN_NEEDED("say") } },
};
static_assert(COUNT(specs) == TABLE_COUNT, "each table needs a row");

const struct table_spec *spec_of(enum table_id id)
{
    return &specs[id];
}

bool spec_find(enum table_id *out, const char *name)
{
    for (size_t i = 0; i < COUNT(specs); i++) {
        if (strcmp(specs[i].name, name) == 0) {
            *out = (enum table_id)i;
            return true;
        }
    }
    return false;
}

bool spec_id_is_plain(const char *id)
{
    size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
    return id[length] == '\0' && length <= 64;
}
