#include "content/diff_kinds.h"

#include <assert.h>

#define SOURCE_LANGUAGE "(SELECT value FROM meta WHERE key = 'source_language')"

/* A record's name is one of its own texts. */
#define NAME_BY_TEXT(table, owner, field)                                                                              \
    "SELECT t.value FROM " table " r LEFT JOIN text t ON t.owner = '" owner "/' || r.id AND t.field = '" field         \
    "' AND t.lang = " SOURCE_LANGUAGE " WHERE r.id = ?1"

/* What names it first. */
#define TEXTS(owner)                                                                                                   \
    "SELECT field, lang, value, state FROM text WHERE owner = '" owner "/' || ?1 "                                     \
    "ORDER BY field NOT IN ('name', 'title', 'text'), field, lang"

#define YES_NO(column) "CASE " column " WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END"
#define POSITION(record) "printf('%.5f, %.5f', " record ".latitude, " record ".longitude)"
#define CLOCK(column) "printf('%02d:%02d', " column " / 60 % 24, " column " % 60)"

#define CLOSURE_DAYS "start || ifnull(' to ' || \"end\", '')"
#define CLOSURE_TIMES                                                                                                  \
    "CASE WHEN opens_at IS NULL THEN 'closed' ELSE " CLOCK("opens_at") " || '-' || " CLOCK("closes_at") " END"

static const char sources_of_page[] = "SELECT 'sources', '', url || ' ' || date, -1 FROM source "
                                      "WHERE record = 'guide/' || ?1 ORDER BY seq";

/* A page reads as it is written, so that a new kind of block shows as well. */
static const char page_body[] =
    "SELECT 'body', t.lang, CASE b.kind WHEN 1 THEN '## ' WHEN 3 THEN '1. ' WHEN 4 THEN '- ' ELSE '' END || t.value || "
    "ifnull(' (' || b.target || ')', ''), t.state FROM block b "
    "JOIN text t ON t.owner = 'guide/' || b.page AND t.field = printf('body/%03d', b.seq) "
    "WHERE b.page = ?1 ORDER BY t.lang, b.seq";

static const char service_plain[] =
    "SELECT f.column1, '', CASE f.column1 WHEN 'organization' THEN organization WHEN 'status' THEN status "
    "WHEN 'url' THEN url WHEN 'email' THEN email WHEN 'checked' THEN assured_date "
    "WHEN 'no-papers' THEN " YES_NO("no_papers") " WHEN 'free' THEN " YES_NO("free") " WHEN 'women-only' THEN " YES_NO(
        "women_only") " WHEN 'step-free' THEN " YES_NO("step_free") " ELSE " YES_NO("children_welcome") " END, -1 "
                                                                                                        "FROM (VALUES "
                                                                                                        "('status'), "
                                                                                                        "('"
                                                                                                        "organization')"
                                                                                                        ", ('url'), "
                                                                                                        "('email'), "
                                                                                                        "('free'), "
                                                                                                        "('no-papers'),"
                                                                                                        " ('women-only'"
                                                                                                        "), "
                                                                                                        "('step-free'),"
                                                                                                        " ('children-"
                                                                                                        "welcome'), "
                                                                                                        "('checked')) "
                                                                                                        "f CROSS JOIN "
                                                                                                        "service WHERE "
                                                                                                        "service.id = "
                                                                                                        "?1";

/* Whose hours count at each place: those of the service there, else the service's, else the place's. */
static const char service_hours[] =
    "WITH door(seq, owner, place) AS (SELECT min(sp.seq), CASE "
    "WHEN EXISTS (SELECT 1 FROM schedule WHERE owner = 'service_at_location/' || sp.id) "
    "THEN 'service_at_location/' || sp.id "
    "WHEN EXISTS (SELECT 1 FROM schedule WHERE owner = 'services/' || s.id) THEN 'services/' || s.id "
    "ELSE 'locations/' || sp.place END AS whose, p.name FROM service s "
    "LEFT JOIN service_place sp ON sp.service = s.seq LEFT JOIN place p ON p.id = sp.place WHERE s.id = ?1 "
    "GROUP BY whose) "
    "SELECT 'hours', '', CASE WHEN (SELECT count(*) FROM door) > 1 THEN ifnull(d.place || ': ', '') ELSE '' END || "
    "ifnull(h.byday || ' ', '') || ifnull('day ' || h.bymonthday || ' ', '') || "
    "CASE WHEN h.opens_at IS NULL THEN 'by appointment' WHEN h.opens_at < 0 OR ifnull(h.closes_at, -1) < 0 "
    "THEN 'not known' ELSE " CLOCK("h.opens_at") " || '-' || " CLOCK(
        "h.closes_at") " END || "
                       "CASE WHEN h.freq IS NULL OR h.freq = 'WEEKLY' THEN '' ELSE ' ' || lower(h.freq) END || "
                       "CASE WHEN h.interval > 1 THEN ' every ' || h.interval ELSE '' END || "
                       "ifnull(' ' || h.count || ' times', '') || ifnull(' from ' || h.dtstart, '') || ifnull(' until "
                       "' || h.until, '') "
                       "|| ifnull(' valid from ' || h.valid_from, '') || ifnull(' valid to ' || h.valid_to, ''), -1 "
                       "FROM door d JOIN schedule h ON h.owner = d.owner ORDER BY d.seq, h.seq";

static const char service_hours_note[] =
    "WITH door(owner) AS (SELECT 'services/' || ?1 UNION ALL SELECT 'service_at_location/' || sp.id FROM service s "
    "JOIN service_place sp ON sp.service = s.seq WHERE s.id = ?1 UNION ALL SELECT 'locations/' || sp.place FROM "
    "service s JOIN service_place sp ON sp.service = s.seq WHERE s.id = ?1) "
    "SELECT 'hours-note', t.lang, t.value, t.state FROM door d JOIN schedule h ON h.owner = d.owner "
    "JOIN text t ON t.owner = 'schedules/' || h.id AND t.field = 'description' ORDER BY t.lang, d.owner, h.seq";

static const char service_exceptions[] = "SELECT 'exceptions', '', " CLOSURE_DAYS " || ' ' || " CLOSURE_TIMES
                                         ", -1 FROM closure WHERE service = ?1 ORDER BY start, id";

/* A number of the service, else of its organization; at a place that of the service there, else the place's. */
#define RINGING                                                                                                        \
    "WITH ringing(rank, owner) AS (SELECT 0, CASE WHEN EXISTS (SELECT 1 FROM phone "                                   \
    "WHERE owner = 'services/' || s.id) THEN 'services/' || s.id ELSE 'organizations/' || s.organization_id END "      \
    "FROM service s WHERE s.id = ?1 UNION ALL SELECT sp.seq, CASE WHEN EXISTS (SELECT 1 FROM phone "                   \
    "WHERE owner = 'service_at_location/' || sp.id) THEN 'service_at_location/' || sp.id "                             \
    "ELSE 'locations/' || sp.place END FROM service s JOIN service_place sp ON sp.service = s.seq WHERE s.id = ?1) "

static const char service_phones_sql[] =
    RINGING "SELECT 'phone', '', p.number, -1 FROM ringing r JOIN phone p ON p.owner = r.owner ORDER BY r.rank, p.seq";

static const char service_phone_note[] =
    RINGING "SELECT 'phone-note', t.lang, t.value, t.state FROM ringing r JOIN phone p ON p.owner = r.owner "
            "JOIN text t ON t.owner = 'phones/' || p.id AND t.field = 'description' ORDER BY t.lang, r.rank, p.seq";

#define PLACES "FROM service s JOIN service_place sp ON sp.service = s.seq JOIN place p ON p.id = sp.place "

static const char service_address[] =
    "SELECT 'address', '', ifnull(p.name || char(10), '') || ifnull(p.address, ''), -1 " PLACES
    "WHERE s.id = ?1 ORDER BY sp.seq";

static const char service_position[] =
    "SELECT 'position', '', " POSITION("p") ", -1 " PLACES "WHERE s.id = ?1 AND p.latitude IS NOT NULL ORDER BY sp.seq";

static const char service_way[] =
    "SELECT t.field, t.lang, t.value, t.state " PLACES "JOIN text t ON t.owner = 'locations/' || p.id "
    "WHERE s.id = ?1 ORDER BY t.field DESC, t.lang, sp.seq";

static const char service_documents[] =
    "SELECT 'documents', t.lang, t.value, t.state FROM service s JOIN document d ON d.service = s.seq "
    "JOIN text t ON t.owner = 'required_documents/' || d.id AND t.field = 'document' WHERE s.id = ?1 "
    "ORDER BY t.lang, d.seq";

static const char service_prices[] =
    "SELECT 'price', '', printf('%.2f', c.amount) || ifnull(' ' || c.currency, ''), -1 FROM service s "
    "JOIN cost c ON c.service = s.seq WHERE s.id = ?1 AND c.amount IS NOT NULL ORDER BY c.seq";

static const char service_price_note[] =
    "SELECT 'price-note', t.lang, t.value, t.state FROM service s JOIN cost c ON c.service = s.seq "
    "JOIN text t ON t.owner = 'cost_options/' || c.id WHERE s.id = ?1 ORDER BY t.lang, c.seq, t.field DESC";

static const char service_lists[] =
    "SELECT 'topics', '', st.topic, -1 FROM service s JOIN service_topic st ON st.service = s.seq WHERE s.id = ?1 "
    "UNION ALL SELECT 'languages', '', sl.code, -1 FROM service s JOIN service_language sl ON sl.service = s.seq "
    "WHERE s.id = ?1 ORDER BY 1 DESC, 3";

static const char sources_of_service[] = "SELECT 'sources', '', url || ' ' || date, -1 FROM source "
                                         "WHERE record = 'services/' || ?1 ORDER BY seq";

const struct diff_kind_row diff_kinds[] = {
    [DIFF_PACK] = { "pack",
                    "SELECT 'pack'",
                    "SELECT (SELECT value FROM meta WHERE key = 'city') WHERE ?1 = 'pack'",
                    false,
                    { "SELECT key, '', value, -1 FROM meta WHERE key IN ('city', 'country', 'expires', 'status', "
                      "'time_zone') AND ?1 = 'pack' ORDER BY key",
                      "SELECT 'languages', '', tag, -1 FROM language WHERE ?1 = 'pack' ORDER BY seq",
                      "SELECT 'fallback', '', tag, -1 FROM fallback WHERE ?1 = 'pack' ORDER BY seq" } },
    [DIFF_NOTICE] = { "notice",
                      "SELECT id FROM notice ORDER BY severity DESC, seq",
                      NAME_BY_TEXT("notice", "notices", "title"),
                      false,
                      { TEXTS("notices"), "SELECT 'days', '', start || ' to ' || \"end\", -1 FROM notice WHERE id = ?1",
                        "SELECT 'severity', '', CASE severity WHEN 0 THEN 'info' WHEN 1 THEN 'warning' ELSE 'urgent' "
                        "END, -1 FROM notice WHERE id = ?1",
                        "SELECT 'topics', '', topic, -1 FROM notice_topic WHERE notice = ?1 ORDER BY topic",
                        "SELECT 'languages', '', lang, -1 FROM notice_language WHERE notice = ?1 ORDER BY lang" } },
    [DIFF_EMERGENCY] = { "emergency",
                         "SELECT id FROM emergency ORDER BY seq",
                         NAME_BY_TEXT("emergency", "emergency", "name"),
                         true,
                         { TEXTS("emergency"), "SELECT 'number', '', number, -1 FROM emergency WHERE id = ?1",
                           "SELECT 'icon', '', icon, -1 FROM emergency WHERE id = ?1" } },
    [DIFF_TOPIC] = { "topic",
                     "SELECT id FROM topic ORDER BY seq",
                     NAME_BY_TEXT("topic", "topics", "name"),
                     true,
                     { TEXTS("topics"), "SELECT 'icon', '', icon, -1 FROM topic WHERE id = ?1",
                       "SELECT 'colour', '', printf('#%06X', colour), -1 FROM topic WHERE id = ?1",
                       "SELECT 'sensitive', '', " YES_NO("sensitive") ", -1 FROM topic WHERE id = ?1" } },
    [DIFF_PAGE] = { "page",
                    "SELECT page.id FROM page LEFT JOIN topic ON topic.id = page.topic ORDER BY topic.seq, page.seq",
                    NAME_BY_TEXT("page", "guide", "title"),
                    true,
                    { "SELECT field, lang, value, state FROM text WHERE owner = 'guide/' || ?1 AND field = 'title' "
                      "ORDER BY lang",
                      page_body, "SELECT 'topic', '', topic, -1 FROM page WHERE id = ?1",
                      "SELECT 'sensitive', '', " YES_NO("sensitive") ", -1 FROM page WHERE id = ?1",
                      "SELECT 'checked', '', checked, -1 FROM page WHERE id = ?1", sources_of_page } },
    [DIFF_SERVICE] = { "service",
                       "SELECT id FROM service ORDER BY seq",
                       NAME_BY_TEXT("service", "services", "name"),
                       false,
                       { TEXTS("services"), service_plain, service_hours, service_hours_note, service_exceptions,
                         service_phones_sql, service_phone_note, service_address, service_position, service_way,
                         service_documents, service_prices, service_price_note, service_lists, sources_of_service } },
    [DIFF_STEP] = { "step",
                    "SELECT id FROM step ORDER BY part, seq",
                    NAME_BY_TEXT("step", "steps", "text"),
                    true,
                    { TEXTS("steps"),
                      "SELECT 'part', '', CASE part WHEN 0 THEN 'day' WHEN 1 THEN 'week' ELSE 'month' END, -1 FROM "
                      "step WHERE id = ?1",
                      "SELECT 'icon', '', icon, -1 FROM step WHERE id = ?1",
                      "SELECT 'target', '', target, -1 FROM step WHERE id = ?1" } },
    [DIFF_PHRASE] = { "phrase",
                      "SELECT id FROM phrase ORDER BY seq",
                      NAME_BY_TEXT("phrase", "phrases", "text"),
                      true,
                      { TEXTS("phrases"), "SELECT 'topic', '', topic, -1 FROM phrase WHERE id = ?1",
                        "SELECT 'icon', '', icon, -1 FROM phrase WHERE id = ?1",
                        "SELECT 'answers', '', answer, -1 FROM phrase_answer WHERE phrase = ?1 ORDER BY seq" } },
    [DIFF_ANSWER] = { "answer",
                      "SELECT id FROM answer ORDER BY seq",
                      NAME_BY_TEXT("answer", "answers", "text"),
                      false,
                      { TEXTS("answers"), "SELECT 'icon', '', icon, -1 FROM answer WHERE id = ?1" } },
    [DIFF_CLOSURE] = { "closure",
                       "SELECT id FROM closure WHERE service IS NULL ORDER BY start, id",
                       "SELECT " CLOSURE_DAYS " FROM closure WHERE id = ?1 AND service IS NULL",
                       false,
                       { "SELECT 'days', '', " CLOSURE_DAYS ", -1 FROM closure WHERE id = ?1",
                         "SELECT 'hours', '', " CLOSURE_TIMES ", -1 FROM closure WHERE id = ?1" } },
    [DIFF_KIOSK] = { "kiosk",
                     "SELECT id FROM kiosk ORDER BY seq",
                     "SELECT name FROM kiosk WHERE id = ?1",
                     false,
                     { "SELECT 'name', '', name, -1 FROM kiosk WHERE id = ?1",
                       "SELECT 'address', '', address, -1 FROM kiosk WHERE id = ?1",
                       "SELECT 'position', '', " POSITION(
                           "kiosk") ", -1 FROM kiosk WHERE id = ?1 AND latitude IS NOT NULL" } },
};
static_assert(COUNT(diff_kinds) == DIFF_KIND_COUNT, "each kind of record needs a row");

const char *diff_kind_id(enum diff_kind kind)
{
    return diff_kinds[kind].id;
}

const char *diff_change_id(enum diff_change change)
{
    static const char *const ids[] = { [DIFF_ADDED] = "added", [DIFF_REMOVED] = "removed", [DIFF_CHANGED] = "changed" };
    static_assert(COUNT(ids) == DIFF_CHANGE_COUNT, "each change needs a word");
    return ids[change];
}
