/* A small pack file for tests, made from the schema and plain SQL: two topics, six services with all kinds of
 * hours, two pages, emergency numbers, phrases with answers, first steps, notices and kiosks, in French (the
 * source), Arabic and English, with translations missing.
 *
 * Its Tuesday is 2026-11-24; at 14:05 the services are: counter open, shower closing soon, clinic open at its
 * far place, hotline open day and night, lawyer by appointment, library not known.
 * The notices cold, flu and concert hold, arabic-class for Arabic and English. */
#ifndef TESTS_SUPPORT_PACK_FIXTURE_H
#define TESTS_SUPPORT_PACK_FIXTURE_H

/* Writes a new file and returns its path, to be given back to pack_fixture_remove. `more_sql` runs last and
 * may be NULL. A failure ends the test program. */
char *pack_fixture_new(const char *more_sql);

/* The same, but `more_sql` runs before the words are indexed, so that what it adds can be searched. */
char *pack_fixture_new_indexed(const char *more_sql);

/* Runs more SQL on a finished file. */
void pack_fixture_change(const char *path, const char *sql);
void pack_fixture_remove(char *path);

#endif
