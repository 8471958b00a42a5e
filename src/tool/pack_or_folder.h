/* A pack for commands that take a built file or a source folder alike. */
#ifndef MAISON_TOOL_PACK_OR_FOLDER_H
#define MAISON_TOOL_PACK_OR_FOLDER_H

#include "content/pack.h"
#include "tool/command.h"

/* Opens the file, or builds the folder into a temporary file that is gone when the pack is closed. Anything but
 * STATUS_DONE has been explained on stderr. */
enum status open_pack_or_folder(struct pack **out, const char *path);

#endif
