#include "publish/hsds.h"

#include <assert.h>
#include <string.h>

#define ID                                                                                                             \
    {                                                                                                                  \
        "id", HSDS_ID, NULL, true                                                                                      \
    }
#define TEXT(name)                                                                                                     \
    {                                                                                                                  \
        name, HSDS_TEXT, NULL, false                                                                                   \
    }
#define NEEDED(name)                                                                                                   \
    {                                                                                                                  \
        name, HSDS_TEXT, NULL, true                                                                                    \
    }
#define NUMBER(name)                                                                                                   \
    {                                                                                                                  \
        name, HSDS_NUMBER, NULL, false                                                                                 \
    }
#define NUMBER_NEEDED(name)                                                                                            \
    {                                                                                                                  \
        name, HSDS_NUMBER, NULL, true                                                                                  \
    }
#define DATE(name)                                                                                                     \
    {                                                                                                                  \
        name, HSDS_DATE, NULL, false                                                                                   \
    }
#define DATE_NEEDED(name)                                                                                              \
    {                                                                                                                  \
        name, HSDS_DATE, NULL, true                                                                                    \
    }
#define TIME(name)                                                                                                     \
    {                                                                                                                  \
        name, HSDS_TIME, NULL, false                                                                                   \
    }
#define LINK(name, table)                                                                                              \
    {                                                                                                                  \
        name, HSDS_LINK, table, false                                                                                  \
    }
#define LINK_NEEDED(name, table)                                                                                       \
    {                                                                                                                  \
        name, HSDS_LINK, table, true                                                                                   \
    }
#define LINK_ANY(name, entity)                                                                                         \
    {                                                                                                                  \
        name, HSDS_LINK_ANY, entity, true                                                                              \
    }

/* From what others point to, to what points to others: a table stands behind those that its needed links lead to. */
static const struct hsds_table tables[] = {
    { "organization",
      "organizations",
      { ID, NEEDED("name"), TEXT("alternate_name"), NEEDED("description"), TEXT("email"), TEXT("website"),
        TEXT("tax_status"), TEXT("tax_id"), NUMBER("year_incorporated"), TEXT("legal_status"), TEXT("logo"),
        TEXT("uri"), LINK("parent_organization_id", "organizations") } },
    { "program",
      "programs",
      { ID, LINK_NEEDED("organization_id", "organizations"), NEEDED("name"), TEXT("alternate_name"),
        NEEDED("description") } },
    { "service",
      "services",
      { ID,
        LINK_NEEDED("organization_id", "organizations"),
        LINK("program_id", "programs"),
        NEEDED("name"),
        TEXT("alternate_name"),
        TEXT("description"),
        TEXT("url"),
        TEXT("email"),
        NEEDED("status"),
        TEXT("interpretation_services"),
        TEXT("application_process"),
        TEXT("fees_description"),
        TEXT("wait_time"),
        TEXT("fees"),
        TEXT("accreditations"),
        TEXT("eligibility_description"),
        NUMBER("minimum_age"),
        NUMBER("maximum_age"),
        DATE("assured_date"),
        TEXT("assurer_email"),
        TEXT("licenses"),
        TEXT("alert"),
        DATE("last_modified") } },
    { "location",
      "locations",
      { ID, NEEDED("location_type"), TEXT("url"), LINK("organization_id", "organizations"), TEXT("name"),
        TEXT("alternate_name"), TEXT("description"), TEXT("transportation"), NUMBER("latitude"), NUMBER("longitude"),
        TEXT("external_identifier"), TEXT("external_identifier_type") } },
    { "service_at_location",
      "service_at_location",
      { ID, LINK_NEEDED("service_id", "services"), LINK_NEEDED("location_id", "locations"), TEXT("description") } },
    { "contact",
      "contacts",
      { ID, LINK("organization_id", "organizations"), LINK("service_id", "services"),
        LINK("service_at_location_id", "service_at_location"), LINK("location_id", "locations"), TEXT("name"),
        TEXT("title"), TEXT("department"), TEXT("email") } },
    { "phone",
      "phones",
      { ID, LINK("location_id", "locations"), LINK("service_id", "services"), LINK("organization_id", "organizations"),
        LINK("contact_id", "contacts"), LINK("service_at_location_id", "service_at_location"), NEEDED("number"),
        NUMBER("extension"), TEXT("type"), TEXT("description") } },
    { "taxonomy", "taxonomies", { ID, NEEDED("name"), NEEDED("description"), TEXT("uri"), TEXT("version") } },
    { "taxonomy_term",
      "taxonomy_terms",
      { ID, TEXT("code"), NEEDED("name"), NEEDED("description"), LINK("parent_id", "taxonomy_terms"), TEXT("taxonomy"),
        TEXT("language"), LINK("taxonomy_id", "taxonomies"), TEXT("term_uri") } },
    { "unit", "units", { ID, NEEDED("name"), TEXT("scheme"), TEXT("identifier"), TEXT("uri") } },
    { "attribute",
      "attributes",
      { ID, LINK_ANY("link_id", "link_entity"), LINK_NEEDED("taxonomy_term_id", "taxonomy_terms"), TEXT("link_type"),
        NEEDED("link_entity"), TEXT("value"), TEXT("label") } },
    { "address",
      "addresses",
      { ID, LINK("location_id", "locations"), TEXT("attention"), NEEDED("address_1"), TEXT("address_2"), NEEDED("city"),
        TEXT("region"), NEEDED("state_province"), NEEDED("postal_code"), NEEDED("country"), NEEDED("address_type") } },
    { "schedule",
      "schedules",
      { ID,
        LINK("service_id", "services"),
        LINK("location_id", "locations"),
        LINK("service_at_location_id", "service_at_location"),
        DATE("valid_from"),
        DATE("valid_to"),
        DATE("dtstart"),
        NUMBER("timezone"),
        DATE("until"),
        NUMBER("count"),
        TEXT("wkst"),
        TEXT("freq"),
        NUMBER("interval"),
        TEXT("byday"),
        TEXT("byweekno"),
        TEXT("bymonthday"),
        TEXT("byyearday"),
        TEXT("description"),
        TIME("opens_at"),
        TIME("closes_at"),
        TEXT("schedule_link"),
        TEXT("attending_type"),
        TEXT("notes") } },
    { "funding",
      "funding",
      { ID, LINK("organization_id", "organizations"), LINK("service_id", "services"), TEXT("source") } },
    { "service_area",
      "service_areas",
      { ID, LINK("service_id", "services"), LINK("service_at_location_id", "service_at_location"), TEXT("name"),
        TEXT("description"), TEXT("extent"), TEXT("extent_type"), TEXT("uri") } },
    { "required_document",
      "required_documents",
      { ID, LINK("service_id", "services"), TEXT("document"), TEXT("uri") } },
    { "language",
      "languages",
      { ID, LINK("service_id", "services"), LINK("location_id", "locations"), LINK("phone_id", "phones"), TEXT("name"),
        TEXT("code"), TEXT("note") } },
    { "accessibility",
      "accessibility",
      { ID, LINK("location_id", "locations"), TEXT("description"), TEXT("details"), TEXT("url") } },
    { "metadata",
      "metadata",
      { ID, LINK_ANY("resource_id", "resource_type"), NEEDED("resource_type"), DATE_NEEDED("last_action_date"),
        NEEDED("last_action_type"), NEEDED("field_name"), NEEDED("previous_value"), NEEDED("replacement_value"),
        NEEDED("updated_by") } },
    { "meta_table_description",
      "meta_table_descriptions",
      { ID, TEXT("name"), TEXT("language"), TEXT("character_set") } },
    { "cost_option",
      "cost_options",
      { ID, LINK_NEEDED("service_id", "services"), DATE("valid_from"), DATE("valid_to"), TEXT("option"),
        TEXT("currency"), NUMBER("amount"), TEXT("amount_description") } },
    { "organization_identifier",
      "organization_identifiers",
      { ID, LINK_NEEDED("organization_id", "organizations"), TEXT("identifier_scheme"), NEEDED("identifier_type"),
        NEEDED("identifier") } },
    { "service_capacity",
      "service_capacity",
      { ID, LINK_NEEDED("service_id", "services"), LINK_NEEDED("unit_id", "units"), NUMBER_NEEDED("available"),
        NUMBER("maximum"), TEXT("description"), DATE_NEEDED("updated") } },
    { "url",
      "url",
      { ID, TEXT("label"), NEEDED("url"), LINK("organization_id", "organizations"), LINK("service_id", "services") } },
};
static_assert(COUNT(tables) == HSDS_TABLE_COUNT, "HSDS 3.2 has 24 tables");

const struct hsds_table *hsds_table(size_t at)
{
    return &tables[at];
}

bool hsds_find(size_t *out, const char *file)
{
    for (size_t i = 0; i < COUNT(tables); i++) {
        if (strcmp(tables[i].file, file) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

const struct hsds_column *hsds_column(const struct hsds_table *table, const char *name)
{
    for (size_t i = 0; i < HSDS_COLUMNS_MAX && table->columns[i].name; i++) {
        if (strcmp(table->columns[i].name, name) == 0)
            return &table->columns[i];
    }
    return NULL;
}
