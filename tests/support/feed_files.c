#include "support/feed_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *feed_file_new(const char *name, struct str bytes)
{
    char folder[] = "/tmp/maison-feed-XXXXXX";
    char *path = calloc(1, sizeof(folder) + strlen(name) + 2);
    if (!path || !mkdtemp(folder))
        abort();
    sprintf(path, "%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(bytes.at, 1, bytes.len, out) != bytes.len || fclose(out) != 0)
        abort();
    return path;
}

void feed_file_remove(char *path)
{
    unlink(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    free(path);
}
