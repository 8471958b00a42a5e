#include "publish/hsds_versions.h"

#include "base/arena.h"

#include <ctype.h>
#include <string.h>

#define ROWS(table) table, HSDS_AS_ROWS

/* The first that fits. */
static const struct hsds_file files[] = {
    { { "organization", "organizations" }, NULL, ROWS("organizations"), { { "url", "website" } }, { NULL } },
    { { "program", "programs" }, NULL, ROWS("programs"), { { NULL } }, { NULL } },
    { { "service", "services" },
      NULL,
      ROWS("services"),
      { { "fees", "fees_description" }, { "eligibility", "eligibility_description" } },
      { NULL } },
    { { "location", "locations" }, NULL, ROWS("locations"), { { NULL } }, { NULL } },
    { { "service_at_location", "services_at_location", "service_at_locations" },
      NULL,
      ROWS("service_at_location"),
      { { NULL } },
      { NULL } },
    { { "contact", "contacts" }, NULL, ROWS("contacts"), { { NULL } }, { NULL } },
    { { "phone", "phones" }, NULL, ROWS("phones"), { { NULL } }, { NULL } },
    { { "address", "addresses" }, NULL, ROWS("addresses"), { { NULL } }, { NULL } },
    { { "physical_address", "physical_addresses" },
      NULL,
      ROWS("addresses"),
      { { NULL } },
      { "address_type", "physical" } },
    { { "postal_address", "postal_addresses" }, NULL, ROWS("addresses"), { { NULL } }, { "address_type", "postal" } },
    { { "schedule", "schedules" }, NULL, ROWS("schedules"), { { NULL } }, { NULL } },
    { { "regular_schedule", "regular_schedules" }, NULL, ROWS("schedules"), { { NULL } }, { "freq", "WEEKLY" } },
    { { "holiday_schedule", "holiday_schedules" },
      NULL,
      "closures",
      HSDS_AS_CLOSURE,
      { { "start_date", "start" }, { "end_date", "end" } },
      { NULL } },
    { { "language", "languages" }, NULL, ROWS("languages"), { { "language", "name" } }, { NULL } },
    { { "accessibility", "accessibility_for_disabilities" },
      NULL,
      ROWS("accessibility"),
      { { "accessibility", "description" } },
      { NULL } },
    { { "required_document", "required_documents" }, NULL, ROWS("required_documents"), { { NULL } }, { NULL } },
    { { "cost_option", "cost_options" }, NULL, ROWS("cost_options"), { { NULL } }, { NULL } },
    { { "eligibility", "eligibilities" },
      NULL,
      "services",
      HSDS_AS_TEXT,
      { { "eligibility", "eligibility_description" } },
      { NULL } },
    { { "payment_accepted", "payments_accepted" }, NULL, "services", HSDS_NOT_TAKEN, { { NULL } }, { NULL } },
    { { "service_area", "service_areas" }, NULL, ROWS("service_areas"), { { "service_area", "name" } }, { NULL } },
    { { "funding", "fundings" }, NULL, ROWS("funding"), { { NULL } }, { NULL } },
    { { "url", "urls" }, NULL, ROWS("url"), { { NULL } }, { NULL } },
    { { "unit", "units" }, NULL, ROWS("units"), { { NULL } }, { NULL } },
    { { "service_capacity", "service_capacities" }, NULL, ROWS("service_capacity"), { { NULL } }, { NULL } },
    { { "organization_identifier", "organization_identifiers" },
      NULL,
      ROWS("organization_identifiers"),
      { { NULL } },
      { NULL } },
    /* What 1.1 called a taxonomy are its terms. */
    { { "taxonomy", "taxonomies" }, "parent_id", ROWS("taxonomy_terms"), { { "vocabulary", "taxonomy" } }, { NULL } },
    { { "taxonomy", "taxonomies" }, "vocabulary", ROWS("taxonomy_terms"), { { "vocabulary", "taxonomy" } }, { NULL } },
    { { "taxonomy", "taxonomies" }, NULL, ROWS("taxonomies"), { { NULL } }, { NULL } },
    { { "taxonomy_term", "taxonomy_terms" }, NULL, ROWS("taxonomy_terms"), { { "term", "name" } }, { NULL } },
    { { "attribute", "attributes" }, NULL, ROWS("attributes"), { { NULL } }, { NULL } },
    { { "service_taxonomy", "service_taxonomies" },
      NULL,
      ROWS("attributes"),
      { { "service_id", "link_id" }, { "taxonomy_id", "taxonomy_term_id" } },
      { "link_entity", "service" } },
    { { "service_attribute", "service_attributes" },
      NULL,
      ROWS("attributes"),
      { { "service_id", "link_id" } },
      { "link_entity", "service" } },
    { { "other_attribute", "other_attributes" },
      NULL,
      ROWS("attributes"),
      { { "link_type", "link_entity" } },
      { NULL } },
    { { "metadata" }, NULL, ROWS("metadata"), { { NULL } }, { NULL } },
    { { "meta_table_description", "meta_table_descriptions" },
      NULL,
      ROWS("meta_table_descriptions"),
      { { NULL } },
      { NULL } },
};

#define NAME_MAX_LENGTH 64

/* Lower case letters, underscores for everything else that is no digit; "" for a name of no length or too long. */
static void plain_name(char out[static NAME_MAX_LENGTH], struct str name)
{
    size_t length = 0;
    name = str_trim(name);
    for (size_t i = 0; i < name.len && name.len < NAME_MAX_LENGTH; i++) {
        unsigned char c = (unsigned char)name.at[i];
        out[length++] = isalnum(c) ? (char)tolower(c) : '_';
    }
    out[length] = '\0';
}

static bool has_column(const char *wanted, const struct str *columns, size_t count)
{
    char plain[NAME_MAX_LENGTH];
    for (size_t i = 0; i < count; i++) {
        plain_name(plain, columns[i]);
        if (strcmp(plain, wanted) == 0)
            return true;
    }
    return false;
}

static bool has_name(const struct hsds_file *file, const char *plain)
{
    for (size_t i = 0; i < COUNT(file->names) && file->names[i]; i++) {
        if (strcmp(file->names[i], plain) == 0)
            return true;
    }
    return false;
}

const struct hsds_file *hsds_file_find(const char *name, const struct str *columns, size_t count)
{
    const char *slash = strrchr(name, '/');
    struct str base = str_of(slash ? slash + 1 : name);
    struct str extension;
    char plain[NAME_MAX_LENGTH];
    plain_name(plain, str_cut(base, '.', &extension));
    for (size_t i = 0; i < COUNT(files); i++) {
        if (has_name(&files[i], plain) && (!files[i].when || has_column(files[i].when, columns, count)))
            return &files[i];
    }
    return NULL;
}

const char *hsds_file_column(const struct hsds_file *file, struct str column, struct arena *arena)
{
    char plain[NAME_MAX_LENGTH];
    size_t table;
    plain_name(plain, column);
    for (size_t i = 0; i < COUNT(file->columns) && file->columns[i].from; i++) {
        if (strcmp(file->columns[i].from, plain) == 0)
            return file->columns[i].to;
    }
    if (hsds_find(&table, file->table) && hsds_column(hsds_table(table), plain))
        return hsds_column(hsds_table(table), plain)->name;
    return file->way == HSDS_AS_ROWS ? arena_str(arena, str_trim(column)) : arena_strdup(arena, plain);
}
