#include "publish/check.h"

#include "base/clock.h"
#include "base/file.h"
#include "publish/checks.h"
#include "text/zone.h"

#include <string.h>

static void check_zone(const struct source *source, struct findings *findings)
{
    CLEANUP(zone_closep) struct zone *zone = NULL;
    const char *name = source->manifest.time_zone;
    if (name[0] && !zone_open(&zone, name, NULL))
        finding_add(findings, RULE_BAD_MANIFEST, (struct spot){ MANIFEST_FILE, 0, "time_zone" },
                    "\"%s\" is no time zone; write one such as Europe/Paris", name);
}

void check_manifest(const struct source *source, struct findings *findings)
{
    check_zone(source, findings);
    for (size_t i = 0; i < source->manifest.resources.count; i++) {
        const char *path = source->manifest.resources.at[i];
        if (!file_exists(arena_printf(source->arena, "%s/%s", source->folder, path)))
            finding_add(findings, RULE_MISSING_FILE, (struct spot){ MANIFEST_FILE, 0, "resources" },
                        "there is no file %s", path);
    }
}

void check_day(const struct source *source, struct findings *findings, struct spot where, const char *day)
{
    struct civil date;
    const char *created = source->manifest.created;
    if (created[0] && civil_parse_date(&date, str_of(day)) && strncmp(day, created, 10) > 0)
        finding_add(findings, RULE_DATE_AHEAD, where, "%s comes after the day on which the pack was made, %.10s", day,
                    created);
}

static void (*const checks[])(const struct source *source, struct findings *findings) = {
    check_manifest, check_pack,    check_cells,   check_schedules, check_closures,     check_terms,
    check_services, check_sources, check_notices, check_guide,     check_translations, check_phones,
    check_places,   check_ages,    check_twins,   check_fonts,     check_clips,
};

bool check_folder_for(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                      struct check_wishes wishes, struct err *err)
{
    if (!source_load(out, findings, arena, folder, err))
        return false;
    if (wishes.day)
        out->day = wishes.day;
    for (size_t i = 0; i < COUNT(checks); i++)
        checks[i](out, findings);
    if (wishes.letters)
        check_fonts(out, findings);
    findings_sort(findings);
    findings_limit(findings);
    return true;
}

bool check_folder(struct source *out, struct findings *findings, struct arena *arena, const char *folder,
                  struct err *err)
{
    return check_folder_for(out, findings, arena, folder, (struct check_wishes){ 0 }, err);
}
