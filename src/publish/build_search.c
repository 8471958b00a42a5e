/* What services and pages are found by. */
#include "publish/build_parts.h"
#include "publish/index.h"

bool build_search(const struct build *build, struct err *err)
{
    return index_fill(build->db, err);
}
