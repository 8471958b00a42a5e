/* The code lists of data.inclusion v1. */
#ifndef MAISON_PUBLISH_DI_CODES_H
#define MAISON_PUBLISH_DI_CODES_H

enum di_list_id { DI_THEMATIQUES, DI_PUBLICS, DI_TYPES, DI_RESEAUX, DI_WAYS, DI_LIST_COUNT };

/* What the list is called as a taxonomy of a pack. */
const char *di_taxonomy(enum di_list_id list);

/* The label of a code, in French; NULL for one that the list does not have. */
const char *di_label(enum di_list_id list, const char *code);

/* The code of the topic that we propose for services of this thématique; NULL for none. */
const char *di_topic(const char *thematique);

#endif
