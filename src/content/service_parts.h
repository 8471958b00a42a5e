/* The lists that hang on one service, for its own screen. Internal to query_service. */
#ifndef MAISON_CONTENT_SERVICE_PARTS_H
#define MAISON_CONTENT_SERVICE_PARTS_H

#include "content/service.h"

MUST_USE bool service_places(struct service_detail *out, const struct site_list *sites, const struct ask *ask);
MUST_USE bool service_phones(struct service_detail *out, const struct ask *ask, const char *organization_id);
MUST_USE bool service_documents(struct service_detail *out, const struct ask *ask, int64_t seq);
MUST_USE bool service_costs(struct service_detail *out, const struct ask *ask, int64_t seq);

/* The schedules' words, each once, as one text in one language. */
MUST_USE bool service_hours_note(struct localized *out, const struct site *site, const struct ask *ask);

#endif
