/* A check as a page that a manager can read, keep and print: one HTML file that needs nothing else. It shows how the
 * topics and languages stand, how old the facts are, and every finding with what to do about it. */
#ifndef MAISON_PUBLISH_REPORT_H
#define MAISON_PUBLISH_REPORT_H

#include "publish/source.h"

/* The same source and findings give the same bytes. The file is there whole or not at all. */
MUST_USE bool report_write(const struct source *source, const struct findings *findings, const char *path,
                           struct err *err);

#endif
