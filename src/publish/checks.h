/* The parts of a check, one subject each; check.c runs them all. */
#ifndef MAISON_PUBLISH_CHECKS_H
#define MAISON_PUBLISH_CHECKS_H

#include "publish/source.h"

void check_manifest(const struct source *source, struct findings *findings);
void check_pack(const struct source *source, struct findings *findings);
void check_cells(const struct source *source, struct findings *findings);
void check_schedules(const struct source *source, struct findings *findings);
void check_closures(const struct source *source, struct findings *findings);
void check_terms(const struct source *source, struct findings *findings);
void check_services(const struct source *source, struct findings *findings);
void check_sources(const struct source *source, struct findings *findings);
void check_notices(const struct source *source, struct findings *findings);
void check_guide(const struct source *source, struct findings *findings);
void check_translations(const struct source *source, struct findings *findings);

/* A day on which something was checked can't come after the one on which the pack was made. */
void check_day(const struct source *source, struct findings *findings, struct spot where, const char *day);

/* Text that a screen can't show, or that would turn what stands beside it around. */
void check_characters(struct findings *findings, struct spot where, const char *text);

#endif
