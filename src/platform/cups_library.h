/* libcups, loaded when a page is first printed: with what it brings along (TLS, Kerberos, Avahi) it would cost each
 * start of each kiosk more than all our own libraries, and most kiosks never print. Internal to platform. */
#ifndef MAISON_PLATFORM_CUPS_LIBRARY_H
#define MAISON_PLATFORM_CUPS_LIBRARY_H

#include "base/def.h"

#include <cups/cups.h>
#include <cups/raster.h>

#define CUPS_CALLS(X)                                                                                                  \
    X(cupsDoRequest)                                                                                                   \
    X(cupsGetResponse)                                                                                                 \
    X(cupsLastErrorString)                                                                                             \
    X(cupsRasterClose)                                                                                                 \
    X(cupsRasterOpenIO)                                                                                                \
    X(cupsRasterWriteHeader2)                                                                                          \
    X(cupsRasterWritePixels)                                                                                           \
    X(cupsSendRequest)                                                                                                 \
    X(cupsWriteRequestData)                                                                                            \
    X(httpAssembleURIf)                                                                                                \
    X(httpClose)                                                                                                       \
    X(httpConnect2)                                                                                                    \
    X(httpSeparateURI)                                                                                                 \
    X(ippAddBoolean)                                                                                                   \
    X(ippAddInteger)                                                                                                   \
    X(ippAddString)                                                                                                    \
    X(ippAddStrings)                                                                                                   \
    X(ippDelete)                                                                                                       \
    X(ippFindAttribute)                                                                                                \
    X(ippGetBoolean)                                                                                                   \
    X(ippGetCount)                                                                                                     \
    X(ippGetInteger)                                                                                                   \
    X(ippGetStatusCode)                                                                                                \
    X(ippGetString)                                                                                                    \
    X(ippNewRequest)                                                                                                   \
    X(ippPort)

/* Its functions, with the types that its headers give them. */
struct cups_library {
#define CUPS_MEMBER(name) __typeof__(name) *name;
    CUPS_CALLS(CUPS_MEMBER)
#undef CUPS_MEMBER
};

/* False when the library or one of the functions is not there. It stays loaded: what it brings along can't be unloaded
 * safely. */
MUST_USE bool cups_library_load(struct cups_library *out);

#endif
