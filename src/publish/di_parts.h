/* The two ways in which records of data.inclusion come. Internal to di_record. */
#ifndef MAISON_PUBLISH_DI_PARTS_H
#define MAISON_PUBLISH_DI_PARTS_H

#include "publish/di_record.h"

/* The field of that name, DI_FIELD_COUNT for none. */
enum di_field di_field_of(struct str name);

/* True if these fields are those of a structure or a service; *kind says which. */
bool di_kind_of(uint64_t fields, enum di_kind *kind);

MUST_USE bool di_each_in_grids(struct feed *feed, enum di_kind kind, const struct di_visitor *visitor, struct err *err);
MUST_USE bool di_each_in_json(struct feed *feed, enum di_kind kind, const struct di_visitor *visitor, struct err *err);

#endif
