#include "platform/cups_library.h"

#include <dlfcn.h>
#include <string.h>

#define FILE_NAME "libcups.so.2" /* Debian package libcups2 */

/* POSIX lets a function's address travel in a void pointer, ISO C has no cast for it. */
static bool find(void *library, const char *name, void *member, size_t size)
{
    void *address = dlsym(library, name);
    if (!address || size != sizeof(address))
        return false;
    memcpy(member, &address, size);
    return true;
}

bool cups_library_load(struct cups_library *out)
{
    struct cups_library loaded;
    void *library = dlopen(FILE_NAME, RTLD_LAZY | RTLD_LOCAL);
    bool ok = library != NULL;
#define CUPS_FIND(name) ok = ok && find(library, #name, &loaded.name, sizeof(loaded.name));
    CUPS_CALLS(CUPS_FIND)
#undef CUPS_FIND
    if (ok)
        *out = loaded;
    return ok;
}
