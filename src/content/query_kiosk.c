#include "content/ask.h"

bool query_kiosk(struct kiosk_detail *out, struct pack *pack, const char *id, struct arena *arena, struct err *err)
{
    static const char sql[] = "SELECT id, name, address, latitude, longitude FROM kiosk "
                              "WHERE ?1 IS NULL OR id = ?1 ORDER BY seq, id LIMIT 1";
    struct kiosk_detail kiosk = { 0 };
    CLEANUP(statement_end) struct statement row = statement_begin(pack, sql);
    statement_bind_text(&row, 1, id);
    if (statement_row(&row)) {
        kiosk.id = statement_text(&row, 0, arena);
        kiosk.name = statement_text_or_empty(&row, 1, arena);
        kiosk.address = statement_text_or_empty(&row, 2, arena);
        kiosk.place = ask_geo(&row, 3, 4);
    }
    if (!statement_ok(&row, err))
        return false;
    if (!kiosk.id)
        return err_set(err, ERR_MISSING, id ? "no kiosk '%s' in the pack" : "no kiosk%s in the pack", id ? id : "");
    *out = kiosk;
    return true;
}
