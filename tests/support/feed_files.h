/* Files that a test imports, each in a new folder of its own. A failure ends the test program. */
#ifndef TESTS_SUPPORT_FEED_FILES_H
#define TESTS_SUPPORT_FEED_FILES_H

#include "base/str.h"

/* Returns the path, to be given to feed_file_remove. */
char *feed_file_new(const char *name, struct str bytes);
void feed_file_remove(char *path);

#endif
