#include "support/pack_folder.h"

#include "base/file.h"
#include "publish/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void require(bool done, const char *what)
{
    if (!done) {
        fprintf(stderr, "pack_folder: %s\n", what);
        abort();
    }
}

static const char *path_of(char out[4096], const char *folder, const char *file)
{
    snprintf(out, 4096, "%s/%s", folder, file);
    return out;
}

char *pack_folder_new(void)
{
    char folder[] = "/tmp/maison-folder-XXXXXX";
    char inside[sizeof(folder) + 8];
    require(mkdtemp(folder) != NULL, "no temporary folder");
    snprintf(inside, sizeof(inside), "%s/tiny", folder);
    require(run_program((const char *const[]){ "cp", "-r", PACK_FOLDER_TINY, inside, NULL }, NULL), "can't copy");
    return strdup(inside);
}

void pack_folder_remove(char *folder)
{
    *strrchr(folder, '/') = '\0';
    require(run_program((const char *const[]){ "rm", "-r", folder, NULL }, NULL), "can't remove");
    free(folder);
}

void pack_folder_write(const char *folder, const char *file, const char *text)
{
    char path[4096];
    require(file_write(path_of(path, folder, file), str_of(text), NULL), file);
}

void pack_folder_replace(const char *folder, const char *file, const char *from, const char *to)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char path[4096];
    struct str text;
    require(file_read(&text, &arena, path_of(path, folder, file), 1 << 20, NULL), file);
    const char *at = strstr(text.at, from);
    require(at != NULL, from);
    pack_folder_write(folder, file,
                      arena_printf(&arena, "%.*s%s%s", (int)(at - text.at), text.at, to, at + strlen(from)));
}

void pack_folder_delete(const char *folder, const char *file)
{
    char path[4096];
    require(unlink(path_of(path, folder, file)) == 0, file);
}

void pack_folder_obstruct(const char *folder, const char *file)
{
    char path[4096];
    pack_folder_delete(folder, file);
    require(mkdir(path_of(path, folder, file), 0755) == 0, file);
}
