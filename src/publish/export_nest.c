#include "publish/export_nest.h"

static const struct nest taxonomy_term[] = {
    { "taxonomy_detail", "taxonomies", "taxonomy_id", false, NULL },
    { 0 },
};

static const struct nest attribute[] = {
    { "taxonomy_term", "taxonomy_terms", "taxonomy_term_id", false, taxonomy_term },
    { 0 },
};

#define ATTRIBUTES                                                                                                     \
    { "attributes", "attributes", "link_id", true, attribute },                                                        \
    {                                                                                                                  \
        "metadata", "metadata", "resource_id", true, NULL                                                              \
    }

static const struct nest plain[] = { ATTRIBUTES, { 0 } };

static const struct nest phone[] = { { "languages", "languages", "phone_id", true, plain }, ATTRIBUTES, { 0 } };

static const struct nest contact[] = { { "phones", "phones", "contact_id", true, phone }, ATTRIBUTES, { 0 } };

static const struct nest location[] = {
    { "languages", "languages", "location_id", true, plain },
    { "addresses", "addresses", "location_id", true, plain },
    { "contacts", "contacts", "location_id", true, contact },
    { "accessibility", "accessibility", "location_id", true, plain },
    { "phones", "phones", "location_id", true, phone },
    { "schedules", "schedules", "location_id", true, plain },
    ATTRIBUTES,
    { 0 },
};

static const struct nest service_at_location[] = {
    { "service_areas", "service_areas", "service_at_location_id", true, plain },
    { "contacts", "contacts", "service_at_location_id", true, contact },
    { "phones", "phones", "service_at_location_id", true, phone },
    { "schedules", "schedules", "service_at_location_id", true, plain },
    { "location", "locations", "location_id", false, location },
    ATTRIBUTES,
    { 0 },
};

static const struct nest organization[] = {
    { "additional_websites", "url", "organization_id", true, plain },
    { "funding", "funding", "organization_id", true, plain },
    { "contacts", "contacts", "organization_id", true, contact },
    { "phones", "phones", "organization_id", true, phone },
    { "programs", "programs", "organization_id", true, plain },
    { "organization_identifiers", "organization_identifiers", "organization_id", true, plain },
    ATTRIBUTES,
    { 0 },
};

static const struct nest capacity[] = { { "unit", "units", "unit_id", false, plain }, ATTRIBUTES, { 0 } };

static const struct nest service[] = {
    { "additional_urls", "url", "service_id", true, plain },
    { "phones", "phones", "service_id", true, phone },
    { "schedules", "schedules", "service_id", true, plain },
    { "service_areas", "service_areas", "service_id", true, plain },
    { "service_at_locations", "service_at_location", "service_id", true, service_at_location },
    { "languages", "languages", "service_id", true, plain },
    { "organization", "organizations", "organization_id", false, organization },
    { "funding", "funding", "service_id", true, plain },
    { "cost_options", "cost_options", "service_id", true, plain },
    { "program", "programs", "program_id", false, plain },
    { "required_documents", "required_documents", "service_id", true, plain },
    { "contacts", "contacts", "service_id", true, contact },
    { "capacities", "service_capacity", "service_id", true, capacity },
    ATTRIBUTES,
    { 0 },
};

const struct nest nest_service = { "services", "services", NULL, true, service };
