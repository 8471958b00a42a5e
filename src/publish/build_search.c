/* What services and pages are found by, and what lists of services are ordered and narrowed by. */
#include "publish/briefs.h"
#include "publish/build_parts.h"
#include "publish/index.h"

bool build_search(const struct build *build, struct err *err)
{
    return index_fill(build->db, err) && briefs_fill(build->db, err);
}
