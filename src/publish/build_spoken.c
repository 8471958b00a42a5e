/* What read-aloud takes from the pack: how abbreviations are said, and recorded clips. */
#include "publish/build_parts.h"
#include "publish/clips.h"
#include "publish/insert.h"

bool build_abbreviations(const struct build *build, struct err *err)
{
    const struct table *table = &build->source->tables[TABLE_ABBREVIATIONS];
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT OR IGNORE INTO abbreviation (short, say) VALUES (?, ?)");
    for (size_t i = 0; i < table->count; i++) {
        insert_text(&rows, row_get(table, &table->rows[i], "short"));
        insert_text(&rows, row_get(table, &table->rows[i], "say"));
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}

/* Of two clips of the same words, the first is enough. */
bool build_clips(const struct build *build, struct err *err)
{
    struct clips clips;
    CLEANUP(insert_end)
    struct insert rows = insert_begin(build->db, "INSERT OR IGNORE INTO clip (lang, text, opus) VALUES (?, ?, ?)");
    clips_list(&clips, build->source, NULL);
    for (size_t i = 0; i < clips.count; i++) {
        insert_text(&rows, clips.at[i].lang);
        insert_text(&rows, clips.at[i].text);
        insert_bytes(&rows, (const uint8_t *)clips.at[i].opus.at, clips.at[i].opus.len);
        insert_row(&rows);
    }
    return insert_ok(&rows, err);
}
