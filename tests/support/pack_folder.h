/* Copies of the fixture tests/data/packs/tiny that a test may spoil. A failure ends the test program. */
#ifndef TESTS_SUPPORT_PACK_FOLDER_H
#define TESTS_SUPPORT_PACK_FOLDER_H

#define PACK_FOLDER_TINY TEST_SOURCE_DIR "/tests/data/packs/tiny"

/* Makes a copy in a new temporary folder and returns its path, to be given back to pack_folder_remove. */
char *pack_folder_new(void);
void pack_folder_remove(char *folder);

/* Replaces the first `from`, which must be there. */
void pack_folder_replace(const char *folder, const char *file, const char *from, const char *to);
void pack_folder_write(const char *folder, const char *file, const char *text);
void pack_folder_delete(const char *folder, const char *file);

/* Puts an empty folder where the file was. */
void pack_folder_obstruct(const char *folder, const char *file);

#endif
