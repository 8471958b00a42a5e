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
void check_phones(const struct source *source, struct findings *findings);
void check_places(const struct source *source, struct findings *findings);
void check_ages(const struct source *source, struct findings *findings);
void check_twins(const struct source *source, struct findings *findings);
void check_fonts(const struct source *source, struct findings *findings);
void check_clips(const struct source *source, struct findings *findings);

/* How long ago something was checked, on a day (YYYY-MM-DD; a time behind it does not matter). */
enum check_age { AGE_NOT_KNOWN, AGE_FRESH, AGE_OVER_6_MONTHS, AGE_OVER_12_MONTHS };
enum check_age check_age_of(const char *checked, const char *day);

/* A day on which something was checked can't come after the one on which the pack was made. */
void check_day(const struct source *source, struct findings *findings, struct spot where, const char *day);

/* Text that a screen can't show, or that would turn what stands beside it around. */
void check_characters(struct findings *findings, struct spot where, const char *text);

#endif
