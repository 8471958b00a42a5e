/* Every rule: the fixture keeps them all, and one change breaks each. */
#include "base/file.h"
#include "publish/build.h"
#include "publish/check.h"
#include "publish/checks.h"
#include "support/pack_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static struct findings check(struct arena *arena, const char *folder)
{
    struct findings findings = { .arena = arena };
    struct source source;
    assert_true(check_folder_for(&source, &findings, arena, folder, (struct check_wishes){ .letters = true }, NULL));
    return findings;
}

static const struct finding *find(const struct findings *findings, enum rule rule)
{
    for (size_t i = 0; i < findings->count; i++) {
        if (findings->at[i].rule == rule)
            return &findings->at[i];
    }
    return NULL;
}

static void a_good_folder_gives_no_findings(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = check(&arena, PACK_FOLDER_TINY);
    (void)state;
    for (size_t i = 0; i < findings.count; i++)
        print_error("%s\n", finding_text(&findings.at[i], &arena));
    assert_int_equal(findings.count, 0);
}

static void a_missing_folder_is_an_error_and_no_finding(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct source source;
    struct err err;
    (void)state;
    assert_false(check_folder(&source, &findings, &arena, "/nowhere/at/all", &err));
    assert_int_equal(err.code, ERR_MISSING);
}

/* `from` NULL: the file is deleted; `to` NULL: a folder stands in its place. */
static const struct breach {
    enum rule rule;
    const char *file;
    const char *from;
    const char *to;
    long row;
} breaches[] = {
    { RULE_MISSING_FILE, "emergency.csv", NULL, "", 0 },
    { RULE_BAD_FILE, "kiosks.csv", "", NULL, 0 },
    { RULE_NOT_UTF8, "kiosks.csv", "Hall", "H\xE9ll", 0 },
    { RULE_BAD_MANIFEST, "datapackage.json", "Europe/Paris", "Mars/Base", 0 },
    { RULE_BAD_SEQUENCE, "datapackage.json", "\"sequence\": 3", "\"sequence\": 0", 0 },
    { RULE_BAD_CSV, "kiosks.csv", "Hall de la mairie", "Hall \"de\" la mairie", 2 },
    { RULE_BAD_SEPARATOR, "kiosks.csv", "id,name,address,latitude,longitude", "id;name;address;latitude;longitude", 1 },
    { RULE_EMPTY_FILE, "hsds/languages.csv",
      "id,service_id,code,name\nf1124dba-e26b-5825-8ecf-7824dd2dc7e6,50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6,ar,arabe\n",
      "", 0 },
    { RULE_EMPTY_TABLE, "kiosks.csv", "hall,Hall de la mairie,\"1 place Neuve, 38999 Tiny\",45.19,5.72\n", "", 0 },
    { RULE_RAGGED_ROW, "closures.csv", "noel,Noël,", "noel,Noël,,", 2 },
    { RULE_MISSING_COLUMN, "kiosks.csv", "id,name,address", "id,name,adress", 1 },
    { RULE_MISSING_ID, "kiosks.csv", "hall,Hall", ",Hall", 2 },
    { RULE_BAD_ID, "kiosks.csv", "hall,Hall", "ha ll,Hall", 2 },
    { RULE_DUPLICATE_ID, "closures.csv", "travaux,", "noel,", 3 },
    { RULE_DANGLING_LINK, "phrases.csv", "emergency,,sos", "emergency,nowhere,sos", 2 },
    { RULE_PHONE_CANNOT_BE_DIALLED, "hsds/phones.csv", "01 99 00 12 34", "01 99 00 12 3", 2 },
    { RULE_PHONE_CANNOT_BE_DIALLED, "emergency.csv", "e112,112", "e112,11200", 2 },
    { RULE_NO_FONT, "topics.csv", "Dormir", "Dormir \xEF\xA3\xBF", 2 },
    { RULE_OUTSIDE_THE_CITY, "hsds/locations.csv", "45.19,5.72", "5.72,45.19", 2 },
    { RULE_LIKELY_DUPLICATE, "hsds/services.csv", "Un lit pour ce soir", "le  Dispensaire", 3 },
    { RULE_CHECKED_OVER_6_MONTHS_AGO, "hsds/services.csv", "2026-10-01", "2026-04-30", 2 },
    { RULE_CHECKED_OVER_12_MONTHS_AGO, "hsds/services.csv", "2026-10-01", "2025-10-31", 2 },
    { RULE_CHECKED_OVER_12_MONTHS_AGO, "guide/health/seeing-a-doctor.md", "checked: 2026", "checked: 2025", 1 },
    { RULE_BAD_MANIFEST, "datapackage.json", "\"sequence\": 3", "\"sequence\": 3, \"radius_km\": 0", 0 },
    { RULE_BAD_URL, "hsds/services.csv", "https://tiny.example/dispensaire", "https://tiny/dispensaire", 2 },
    { RULE_DANGLING_LINK, "hsds/attributes.csv", "50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6,service,756",
      "00000000-0000-4000-8000-000000000000,services,756", 2 },
    { RULE_MISSING_NAME, "topics.csv", "Santé,Voir", ",Voir", 3 },
    { RULE_MISSING_VALUE, "emergency.csv", "e112,112,sos", "e112,,sos", 2 },
    { RULE_BAD_DATE, "closures.csv", "2026-11-06", "2026-11-31", 3 },
    { RULE_BAD_TIME, "closures.csv", "id,name,start,end,service_id", "id,name,start,end,opens_at", 3 },
    { RULE_BAD_NUMBER, "kiosks.csv", "45.19", "north", 2 },
    { RULE_BAD_COLOUR, "topics.csv", "#B4341F", "red", 3 },
    { RULE_BAD_WORD, "topics.csv", ",yes", ",perhaps", 3 },
    { RULE_BAD_URL, "sources.csv", "https://tiny.example/mairie", "tiny.example/mairie", 6 },
    { RULE_BAD_PHONE, "emergency.csv", "e112,112,sos", "e112,police,sos", 2 },
    { RULE_BAD_CHARACTER, "kiosks.csv", "Hall de", "Hall \u202Ede", 2 },
    { RULE_UNKNOWN_ICON, "topics.csv", ",bed,", ",Bed!,", 2 },
    { RULE_UNKNOWN_LANGUAGE, "datapackage.json", "\"ar\"", "\"de\"", 0 },
    { RULE_BAD_SCHEDULE, "hsds/schedules.csv", "MO,TU,FR", "2MO,TU,FR", 2 },
    { RULE_CONTRADICTORY_HOURS, "hsds/schedules.csv", ",14:00", ",11:00", 3 },
    { RULE_BAD_CLOSURE, "closures.csv", "end,service_id\nnoel,Noël,2026-12-25,2026-12-25,",
      "opens_at,closes_at\nnoel,Noël,2026-12-25,10:00,12:00", 2 },
    { RULE_UNKNOWN_TERM, "topics.csv", "un médecin,health", "un médecin,helth", 3 },
    { RULE_CONTRADICTORY_TERMS, "hsds/taxonomy_terms.csv", ",women-only,women-only,", ",step-free,women-only,", 3 },
    { RULE_NO_TOPIC, "topics.csv", "ce soir,housing", "ce soir,paid", 3 },
    { RULE_TOPIC_EMPTY, "topics.csv", "ce soir,housing", "ce soir,paid", 2 },
    { RULE_NO_HOURS, "hsds/schedules.csv", NULL, "", 2 },
    { RULE_NO_PHONE_AND_NO_ADDRESS, "hsds/phones.csv", NULL, "", 3 },
    { RULE_NO_COORDINATES, "hsds/locations.csv", "45.19,5.72", ",", 2 },
    { RULE_NO_SOURCE, "sources.csv", "kiosks/hall", "emergency/e112", 2 },
    { RULE_NOTICE_OVER, "notices.csv", "2026-11-20,2026-11-30", "2026-10-20,2026-10-31", 2 },
    { RULE_NOT_ASSURED, "hsds/services.csv", ",2026-10-02,", ",,", 3 },
    { RULE_DATE_AHEAD, "hsds/services.csv", ",2026-10-02,", ",2026-11-02,", 3 },
    { RULE_BAD_FRONT_MATTER, "guide/health/seeing-a-doctor.md", "order: 10", "ordre: 10", 3 },
    { RULE_PAGE_NOT_CHECKED, "guide/health/seeing-a-doctor.md", "checked: 2026-10-01\n", "", 1 },
    { RULE_BAD_MARKDOWN, "guide/health/seeing-a-doctor.md", "Venez le", "Venez **le**", 16 },
    { RULE_BAD_LINK, "guide/health/seeing-a-doctor.md", "topic:health", "topic:nowhere", 24 },
    { RULE_BAD_PO, "po/en.po", "msgstr \"The clinic\"", "msgstr \"The clinic", 17 },
    { RULE_TRANSLATION_MISSING, "po/en.po", "msgstr \"Sleep\"", "msgstr \"\"", 0 },
    { RULE_TRANSLATION_STALE, "topics.csv", "Dormir", "Se reposer", 0 },
    { RULE_PLACEHOLDER_DIFFERS, "po/en.po", "I speak {language}", "I speak {langue}", 116 },
    { RULE_NUMBER_DIFFERS, "po/en.po", "costs 12 €", "costs twelve €", 44 },
    { RULE_BAD_CLIP, "media/en/phrases/doctor/text.opus", "OggS", "RIFF", 0 },
    { RULE_CLIP_STALE, "po/en.po", "I would like to see a doctor.", "I need a doctor.", 0 },
};

/* The same rules where steps, phrases, answers and notices can break them. */
static const struct breach further_breaches[] = {
    { RULE_BAD_WORD, "steps.csv", ",week,", ",year,", 5 },
    { RULE_BAD_LINK, "steps.csv", "page:seeing-a-doctor", "page:nowhere", 2 },
    { RULE_BAD_LINK, "steps.csv", "service:26104c5c-6b4c-5c9f-8493-a36258b94d92",
      "service:08ded249-1052-5ea8-8e8e-cb023020e592", 3 }, /* a service that is no more */
    { RULE_BAD_LINK, "steps.csv", "topic:health", "health", 5 },
    { RULE_MISSING_VALUE, "steps.csv", ",Préparer vos papiers,", ",,", 5 },
    { RULE_UNKNOWN_ICON, "answers.csv", "close", "Close", 2 },
    { RULE_MISSING_VALUE, "answers.csv", ",Oui", ", ", 3 },
    { RULE_DANGLING_LINK, "phrases.csv", "yes later", "yes perhaps later", 3 },
    { RULE_DANGLING_LINK, "answers.csv", NULL, "", 3 },
    { RULE_BAD_WORD, "notices.csv", ",urgent,", ",very urgent,", 2 },
    { RULE_BAD_DATE, "notices.csv", "2026-11-30", "2026-11-19", 2 },
    { RULE_BAD_DATE, "notices.csv", "2026-11-02Z", "soon", 3 },
    { RULE_DANGLING_LINK, "notices.csv", "housing health", "housing wealth", 2 },
    { RULE_UNKNOWN_LANGUAGE, "notices.csv", "en fr", "en de", 3 },
    { RULE_MISSING_VALUE, "notices.csv", ",Grand froid,", ",,", 2 },
    { RULE_NO_SOURCE, "notices.csv", "https://tiny.example/froid", " ", 2 },
    { RULE_NO_SOURCE, "sources.csv", "notices/class", "notices/cold", 3 },
    { RULE_BAD_URL, "notices.csv", "https://tiny.example/froid", "tiny.example", 2 },
};

/* Packs that read well and yet could not work. */
static const struct breach hollow_breaches[] = {
    { RULE_EMPTY_TABLE, "emergency.csv", "e112,112,sos,10,Urgence,\"En cas de danger, partout en Europe\"\n", "", 0 },
    { RULE_BAD_PHONE, "hsds/phones.csv", "01 99 00 12 34", "à la mairie", 2 },
    { RULE_MISSING_COLUMN, "topics.csv", "terms,sensitive", "terms,private", 1 },
    { RULE_MISSING_VALUE, "topics.csv", ",health,yes", ",health,", 3 },
    { RULE_NO_COORDINATES, "kiosks.csv", "45.19,5.72", "45.19,", 2 },
    { RULE_DATE_AHEAD, "guide/health/seeing-a-doctor.md", "checked: 2026-10-01", "checked: 2027-10-01", 1 },
    { RULE_BAD_MANIFEST, "datapackage.json", "\"FR\"", "\"FRA\"", 0 },
    { RULE_BAD_MANIFEST, "datapackage.json", "\"FR\"", "\"fr\"", 0 },
    { RULE_BAD_CLIP, "media/en/phrases/doctor/text.txt", NULL, "", 0 },
    { RULE_BAD_CLIP, "media/en/phrases/doctor/text.txt", "I would", "I would \xff", 0 },
    { RULE_BAD_SCHEDULE, "hsds/schedules.csv", ",WEEKLY,MO,", ",YEARLY,MO,", 3 },
    { RULE_BAD_SCHEDULE, "hsds/schedules.csv", "9:00am", "9h00", 2 },
    { RULE_BAD_CHARACTER, "datapackage.json", "\"Tiny\"", "\"Ti\\u202eny\"", 0 },
    { RULE_BAD_CHARACTER, "topics.csv", "Une place", "Une\x07place", 2 },
    { RULE_BAD_CHARACTER, "guide/health/seeing-a-doctor.md", "Venez le", "Venez \u202Ale", 16 },
    { RULE_BAD_CHARACTER, "po/en.po", "msgstr \"Sleep\"", "msgstr \"Sle\\033ep\"", 80 },
};

static void break_folder(const char *folder, const struct breach *breach)
{
    if (!breach->from)
        pack_folder_delete(folder, breach->file);
    else if (!breach->to)
        pack_folder_obstruct(folder, breach->file);
    else
        pack_folder_replace(folder, breach->file, breach->from, breach->to);
}

static void assert_breach(const struct breach *breach)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    break_folder(folder, breach);
    struct findings findings = check(&arena, folder);
    const struct finding *finding = find(&findings, breach->rule);
    if (!finding)
        fail_msg("%s did not break %s", breach->file, rule_id(breach->rule));
    if (finding->where.row != breach->row)
        fail_msg("row %ld expected: %s", breach->row, finding_text(finding, &arena));
    assert_true(finding->message[0] && rule_advice(finding->rule)[0]);
    pack_folder_remove(folder);
}

static void one_change_breaks_each_rule_and_names_the_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(breaches); i++)
        assert_breach(&breaches[i]);
}

static void one_change_breaks_a_rule_in_each_column_of_the_first_days(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(further_breaches); i++)
        assert_breach(&further_breaches[i]);
}

static void one_change_makes_a_pack_that_could_not_work(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hollow_breaches); i++)
        assert_breach(&hollow_breaches[i]);
}

static const struct exceptions_case {
    const char *rows;
    enum rule rule;
    long row; /* 0: nothing is wrong */
} exceptions[] = {
    { "a,A,--07-14,,,,\n", RULE_BAD_DATE, 0 },
    { "a,A,easter+1,,,,\nb,B,easter-2,easter,,,\n", RULE_BAD_DATE, 0 },
    { "a,A,--12-24,--01-02,,,\n", RULE_BAD_DATE, 0 },
    { "a,A,2026-12-24,,SERVICE,10:00,12:00\nb,B,2026-12-24,,SERVICE,14:00,16:00\n", RULE_CONTRADICTORY_HOURS, 0 },
    { "a,A,2026-12-01,2026-12-31,SERVICE,,\nb,B,2026-12-24,,SERVICE,14:00,16:00\n", RULE_CONTRADICTORY_HOURS, 0 },
    { "a,A,2026-12-24,,SERVICE,,\nb,B,--12-24,,SERVICE,14:00,16:00\n", RULE_CONTRADICTORY_HOURS, 3 },
    { "a,A,--12-24,,SERVICE,10:00,15:00\nb,B,--12-24,,SERVICE,14:00,16:00\n", RULE_CONTRADICTORY_HOURS, 3 },
    { "a,A,--02-30,,,,\n", RULE_BAD_DATE, 2 },
    { "a,A,pentecost,,,,\n", RULE_BAD_DATE, 2 },
    { "a,A,easter+,,,,\n", RULE_BAD_DATE, 2 },
    { "a,A,2026-12-24,easter,,,\n", RULE_BAD_DATE, 2 },
    { "a,A,2026-12-24,2026-12-23,,,\n", RULE_BAD_DATE, 2 },
    { "a,A,easter,easter-1,,,\n", RULE_BAD_DATE, 2 },
    { "a,A,2026-12-24,,SERVICE,10:00,\n", RULE_BAD_CLOSURE, 2 },
    { "a,A,2026-12-24,,,10:00,12:00\n", RULE_BAD_CLOSURE, 2 },
    { "a,A,2026-12-24,,SERVICE,10:00,noon\n", RULE_BAD_TIME, 2 },
};

static void exceptions_are_checked_row_by_row_and_against_each_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(exceptions); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        char *folder = pack_folder_new();
        const char *text = "id,name,start,end,service_id,opens_at,closes_at\n";
        struct str rest = str_of(exceptions[i].rows);
        while (rest.len > 0) {
            struct str part = str_cut(rest, 'S', &rest);
            bool names = str_starts(rest, STR("ERVICE"));
            text = arena_printf(&arena, "%s%.*s%s", text, (int)part.len, part.at,
                                names ? "50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6" : "");
            rest = names ? (struct str){ rest.at + 6, rest.len - 6 } : rest;
        }
        pack_folder_write(folder, "closures.csv", text);
        struct findings findings = check(&arena, folder);
        const struct finding *finding = find(&findings, exceptions[i].rule);
        long row = finding ? finding->where.row : 0;
        if (row != exceptions[i].row)
            fail_msg("%s: row %ld", exceptions[i].rows, row);
        pack_folder_remove(folder);
    }
}

static void a_pack_without_topics_is_refused(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_write(folder, "topics.csv", "id,icon,colour,order,name,sensitive\n");
    struct findings findings = check(&arena, folder);
    const struct finding *finding = find(&findings, RULE_EMPTY_TABLE);
    assert_non_null(finding);
    assert_string_equal(finding->where.file, "topics.csv");
    pack_folder_remove(folder);
}

/* Rows of other files point into each of these. */
static const char *const pointed_at[] = {
    "topics.csv",
    "answers.csv",
    "emergency.csv",
    "kiosks.csv",
    "notices.csv",
    "sources.csv",
    "hsds/services.csv",
    "hsds/organizations.csv",
    "hsds/phones.csv",
    "hsds/attributes.csv",
    "hsds/schedules.csv",
    "hsds/locations.csv",
    "hsds/taxonomy_terms.csv",
    "hsds/service_at_location.csv",
    "guide/health/seeing-a-doctor.md",
};

static void assert_only(const char *folder, enum rule rule, const char *file)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = check(&arena, folder);
    for (size_t i = 0; i < findings.count; i++) {
        if (findings.at[i].rule != rule || strcmp(findings.at[i].where.file, file) != 0)
            fail_msg("besides %s of %s: %s", rule_id(rule), file, finding_text(&findings.at[i], &arena));
    }
    assert_int_equal(findings.count, 1);
}

static void what_can_not_be_read_is_the_only_finding(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(pointed_at); i++) {
        char *folder = pack_folder_new();
        pack_folder_write(folder, pointed_at[i], "\xE9\n");
        assert_only(folder, RULE_NOT_UTF8, pointed_at[i]);
        pack_folder_obstruct(folder, pointed_at[i]);
        if (strncmp(pointed_at[i], "guide", 5) != 0) {
            assert_only(folder, RULE_BAD_FILE, pointed_at[i]);
            pack_folder_remove(folder);
            folder = pack_folder_new();
            pack_folder_write(folder, pointed_at[i], "id\n\"open");
            CLEANUP(arena_destroy) struct arena arena = { 0 };
            struct findings findings = check(&arena, folder);
            assert_null(find(&findings, RULE_DANGLING_LINK));
            assert_null(find(&findings, RULE_BAD_LINK));
            assert_null(find(&findings, RULE_NO_TOPIC));
        }
        pack_folder_remove(folder);
    }
}

static void a_table_without_ids_is_the_only_finding(void **state)
{
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "hsds/services.csv", "id,organization_id", "ident,organization_id");
    assert_only(folder, RULE_MISSING_COLUMN, "hsds/services.csv");
    pack_folder_remove(folder);
}

static const struct other_csv {
    const char *text;
    enum rule rule;
    const char *message;
} other_csvs[] = {
    { "id;name;address\n1;a;b\n", RULE_BAD_SEPARATOR, "the file is separated by semicolons" },
    { "\"id\";\"name\"\r\n", RULE_BAD_SEPARATOR, "the file is separated by semicolons" },
    { "\xEF\xBB\xBFid\tname\taddress\n1\ta,c\tb\n", RULE_BAD_SEPARATOR, "the file is separated by tabs" },
    { "id;\"name, short\";address\n", RULE_BAD_SEPARATOR, "the file is separated by semicolons" },
    { "sep=;\nid;name\n", RULE_BAD_SEPARATOR, "the file is separated by semicolons" },
    { "sep=,\r\nid,name,address\n", RULE_BAD_SEPARATOR,
      "the first line is \"sep=,\" and not the names of the columns; delete this line" },
    { "", RULE_EMPTY_FILE, "the file is empty" },
    { "\xEF\xBB\xBF\n\n", RULE_EMPTY_FILE, "the file is empty" },
    { "\"id", RULE_BAD_CSV, "the row's quotation marks don't match" },
};

static void a_file_of_another_kind_is_one_clear_finding(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(other_csvs); i++) {
        CLEANUP(arena_destroy) struct arena arena = { 0 };
        char *folder = pack_folder_new();
        pack_folder_write(folder, "kiosks.csv", other_csvs[i].text);
        pack_folder_replace(folder, "sources.csv", "kiosks/hall", "emergency/e112");
        struct findings findings = check(&arena, folder);
        if (findings.count != 1)
            fail_msg("%zu findings for: %s", findings.count, other_csvs[i].text);
        assert_int_equal(findings.at[0].rule, other_csvs[i].rule);
        assert_string_equal(findings.at[0].message, other_csvs[i].message);
        pack_folder_remove(folder);
    }
}

static void a_manifest_may_begin_with_a_byte_order_mark(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "datapackage.json", "{", "\xEF\xBB\xBF{");
    assert_int_equal(check(&arena, folder).count, 0);
    pack_folder_remove(folder);
}

static void a_place_beyond_the_poles_is_told_the_range(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "kiosks.csv", "45.19,5.72", "95.19,185.72");
    struct findings findings = check(&arena, folder);
    assert_int_equal(findings.count, 2);
    assert_string_equal(findings.at[0].message, "\"95.19\" is no latitude: that is a number from −90 to 90");
    assert_string_equal(findings.at[1].message, "\"185.72\" is no longitude: that is a number from −180 to 180");
    pack_folder_remove(folder);
}

static void a_catalogue_names_ten_of_a_kind_and_counts_the_rest(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    (void)state;
    for (long line = 1; line <= 40; line++) {
        finding_add(&findings, line % 2 ? RULE_BAD_CHARACTER : RULE_NUMBER_DIFFERS,
                    (struct spot){ line <= 36 ? "po/en.po" : "po/uk.po", line, NULL }, "wrong");
        finding_add(&findings, RULE_BAD_DATE, (struct spot){ "notices.csv", line, NULL }, "wrong");
    }
    findings_sort(&findings);
    findings_limit(&findings);
    assert_int_equal(findings.count, 40 + 2 * 11 + 4);
    assert_string_equal(findings.at[40 + 20].message, "and 8 more like this");
    assert_int_equal(findings.at[40 + 20].where.row, 21);
    assert_string_equal(findings.at[40 + 21].message, "and 8 more like this");
    assert_string_equal(findings.at[40 + 22].message, "wrong");
}

static void a_broken_manifest_is_the_only_finding(void **state)
{
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_write(folder, "datapackage.json", "{");
    assert_only(folder, RULE_BAD_MANIFEST, "datapackage.json");
    pack_folder_delete(folder, "datapackage.json");
    assert_only(folder, RULE_MISSING_FILE, "datapackage.json");
    pack_folder_remove(folder);
}

static void a_notice_that_is_over_is_a_warning(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "notices.csv", "2026-11-20,2026-11-30", "2026-10-20,2026-10-31");
    struct findings findings = check(&arena, folder);
    assert_int_equal(findings.count, 1);
    assert_int_equal(rule_severity(findings.at[0].rule), SEVERITY_WARNING);
    pack_folder_replace(folder, "notices.csv", "2026-10-20,2026-10-31", "2026-10-20,2026-11-01");
    assert_int_equal(check(&arena, folder).count, 0); /* the day it was made still counts */
    pack_folder_remove(folder);
}

static void a_clip_must_speak_a_text_of_the_pack(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "phrases.csv", "doctor,health", "physician,health");
    struct findings findings = check(&arena, folder);
    const struct finding *finding = find(&findings, RULE_BAD_CLIP);
    assert_non_null(finding);
    assert_string_equal(finding->where.file, "media/en/phrases/doctor/text.opus");
    pack_folder_remove(folder);
}

static void steps_phrases_and_notices_may_be_absent(void **state)
{
    static const char *const files[] = { "steps.csv", "phrases.csv", "answers.csv", "notices.csv" };
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_delete(folder, "media/en/phrases/doctor/text.opus"); /* nothing is left that it could speak */
    for (size_t i = 0; i < COUNT(files); i++) {
        pack_folder_delete(folder, files[i]);
        pack_folder_replace(folder, "datapackage.json", files[i], "topics.csv");
    }
    pack_folder_replace(folder, "sources.csv", "notices/class", "kiosks/hall");
    struct findings findings = check(&arena, folder);
    assert_int_equal(findings.count, 0);
    pack_folder_remove(folder);
}

static void ages_are_counted_to_the_day_of_the_check(void **state)
{
    static const struct {
        const char *checked, *day;
        enum check_age age;
    } cases[] = {
        { "2026-05-24", "2026-11-24", AGE_FRESH },
        { "2026-05-23", "2026-11-24", AGE_OVER_6_MONTHS },
        { "2025-11-24", "2026-11-24T12:00:00+01:00", AGE_OVER_6_MONTHS },
        { "2025-11-23", "2026-11-24", AGE_OVER_12_MONTHS },
        { "2026-08-31", "2027-03-01", AGE_FRESH }, /* there is no 31 February */
        { "2026-08-31", "2027-03-02", AGE_OVER_6_MONTHS },
        { "2027-01-01", "2026-11-24", AGE_FRESH },
        { "", "2026-11-24", AGE_NOT_KNOWN },
        { "2026-05-24", "", AGE_NOT_KNOWN },
    };
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct source source;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(check_age_of(cases[i].checked, cases[i].day), cases[i].age);
    assert_true(check_folder_for(&source, &findings, &arena, PACK_FOLDER_TINY,
                                 (struct check_wishes){ .day = "2027-11-24" }, NULL));
    assert_non_null(find(&findings, RULE_CHECKED_OVER_12_MONTHS_AGO));
    assert_int_equal(findings.count, 3); /* two services and a page */
}

static void a_place_may_be_as_far_as_the_manifest_says(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "hsds/locations.csv", "45.19,5.72", "45.76,4.84"); /* 92 km away */
    struct findings findings = check(&arena, folder);
    const struct finding *found = find(&findings, RULE_OUTSIDE_THE_CITY);
    assert_non_null(found);
    assert_non_null(strstr(found->message, "is 93 km from the nearest kiosk: Maison de la place"));
    pack_folder_replace(folder, "datapackage.json", "\"sequence\": 3", "\"sequence\": 3, \"radius_km\": 100");
    findings = check(&arena, folder);
    assert_int_equal(findings.count, 0);
    pack_folder_remove(folder);
}

static void coordinates_that_changed_places_are_told(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "hsds/locations.csv", "45.19,5.72", "5.72,45.19");
    struct findings findings = check(&arena, folder);
    assert_non_null(strstr(find(&findings, RULE_OUTSIDE_THE_CITY)->message, "latitude and longitude look swapped"));
    pack_folder_remove(folder);
}

/* A phone number or an address in common is enough, the name alone is not. */
static void duplicates_have_a_name_and_something_else_in_common(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "hsds/organizations.csv", "\nfe79141c",
                        "\n2b3c5a0e-8e0c-4d07-9d0e-0f6f7f0f2d11,Autre ville,\nfe79141c");
    pack_folder_replace(folder, "hsds/services.csv",
                        "26104c5c-6b4c-5c9f-8493-a36258b94d92,1ed0fe8d-d61d-5709-904c-82b925db1bc1,Un lit pour ce soir",
                        "26104c5c-6b4c-5c9f-8493-a36258b94d92,2b3c5a0e-8e0c-4d07-9d0e-0f6f7f0f2d11,Le dispensaire");
    struct findings findings = check(&arena, folder);
    assert_null(find(&findings, RULE_LIKELY_DUPLICATE));
    pack_folder_replace(folder, "hsds/phones.csv", ",115,", ",0199001234,");
    findings = check(&arena, folder);
    assert_non_null(strstr(find(&findings, RULE_LIKELY_DUPLICATE)->message, "the same phone number"));
    pack_folder_replace(folder, "hsds/phones.csv", ",0199001234,", ",115,");
    pack_folder_replace(folder, "hsds/service_at_location.csv", "\n011e9c75",
                        "\n7f1f36d1-7f2e-4f3c-8a55-3a1d6f5c9b02,26104c5c-6b4c-5c9f-8493-a36258b94d92,"
                        "75c0f6c5-7b0a-53d0-908e-61ada6f560ea,\n011e9c75");
    findings = check(&arena, folder);
    assert_non_null(strstr(find(&findings, RULE_LIKELY_DUPLICATE)->message, "the same address"));
    pack_folder_remove(folder);
}

static void every_rule_has_a_breach(void **state)
{
    (void)state;
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        bool found = false;
        for (size_t i = 0; i < COUNT(breaches); i++)
            found = found || breaches[i].rule == rule;
        if (!found)
            fail_msg("no test breaks %s", rule_id((enum rule)rule));
    }
}

static void findings_are_sorted_whatever_found_them(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    (void)state;
    pack_folder_replace(folder, "topics.csv", "#B4341F", "red");
    pack_folder_replace(folder, "topics.csv", ",bed,", ",Bed!,");
    pack_folder_replace(folder, "closures.csv", "2026-11-06", "2026-11-31");
    struct findings findings = check(&arena, folder);
    assert_int_equal(findings.count, 3);
    assert_string_equal(findings.at[0].where.file, "closures.csv");
    assert_int_equal(findings.at[1].where.row, 2);
    assert_int_equal(findings.at[2].where.row, 3);
    pack_folder_remove(folder);
}

/* Whatever a check lets pass, a build must be able to store. */
static void check_and_build(const char *folder, const char *what, size_t at)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct findings findings = { .arena = &arena };
    struct source source;
    struct err err;
    assert_true(check_folder(&source, &findings, &arena, folder, NULL));
    if (findings_count(&findings, SEVERITY_ERROR) > 0)
        return;
    if (!build_pack(&source, arena_printf(&arena, "%s/out.pack", folder), &err))
        fail_msg("%s, byte %zu: passed the check but not the build: %s", what, at, err.detail);
}

static void spoil(const char *folder, const char *file, size_t step)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    struct str bytes;
    const char *path = arena_printf(&arena, "%s/%s", folder, file);
    assert_true(file_read(&bytes, &arena, path, 1 << 20, NULL));
    for (size_t at = 0; at < bytes.len; at += step) {
        char *copy = arena_str(&arena, bytes);
        copy[at] = (char)(copy[at] ^ (1 << (at % 7)));
        assert_true(file_write(path, (struct str){ copy, bytes.len }, NULL));
        check_and_build(folder, file, at);
        memcpy(copy, bytes.at, bytes.len);
        memmove(copy + at, copy + at + 1, bytes.len - at - 1);
        assert_true(file_write(path, (struct str){ copy, bytes.len - 1 }, NULL));
        check_and_build(folder, file, at);
    }
    assert_true(file_write(path, bytes, NULL));
}

static void no_flipped_or_lost_byte_crashes_anything(void **state)
{
    static const char *const files[] = {
        "datapackage.json",
        "topics.csv",
        "closures.csv",
        "kiosks.csv",
        "hsds/schedules.csv",
        "hsds/services.csv",
        "hsds/attributes.csv",
        "guide/health/seeing-a-doctor.md",
        "hsds/service_at_location.csv",
        "steps.csv",
        "phrases.csv",
        "answers.csv",
        "notices.csv",
    };
    char *folder = pack_folder_new();
    (void)state;
    for (size_t i = 0; i < COUNT(files); i++)
        spoil(folder, files[i], 17);
    spoil(folder, "po/en.po", 97); /* a much longer file */
    pack_folder_remove(folder);
}

/* libgettextpo gives up after twenty errors, through a call that must not return. */
static void a_hopeless_catalogue_is_a_finding(void **state)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    char *folder = pack_folder_new();
    const char *text = "";
    (void)state;
    for (int i = 0; i < 100; i++)
        text = arena_printf(&arena, "%sno catalogue\n\n", text);
    pack_folder_write(folder, "po/en.po", text);
    struct findings findings = check(&arena, folder);
    assert_non_null(find(&findings, RULE_BAD_PO));
    pack_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_folder_gives_no_findings),
        cmocka_unit_test(a_missing_folder_is_an_error_and_no_finding),
        cmocka_unit_test(ages_are_counted_to_the_day_of_the_check),
        cmocka_unit_test(a_place_may_be_as_far_as_the_manifest_says),
        cmocka_unit_test(coordinates_that_changed_places_are_told),
        cmocka_unit_test(duplicates_have_a_name_and_something_else_in_common),
        cmocka_unit_test(one_change_breaks_each_rule_and_names_the_row),
        cmocka_unit_test(one_change_breaks_a_rule_in_each_column_of_the_first_days),
        cmocka_unit_test(one_change_makes_a_pack_that_could_not_work),
        cmocka_unit_test(exceptions_are_checked_row_by_row_and_against_each_other),
        cmocka_unit_test(a_pack_without_topics_is_refused),
        cmocka_unit_test(what_can_not_be_read_is_the_only_finding),
        cmocka_unit_test(a_table_without_ids_is_the_only_finding),
        cmocka_unit_test(a_broken_manifest_is_the_only_finding),
        cmocka_unit_test(a_file_of_another_kind_is_one_clear_finding),
        cmocka_unit_test(a_manifest_may_begin_with_a_byte_order_mark),
        cmocka_unit_test(a_place_beyond_the_poles_is_told_the_range),
        cmocka_unit_test(a_catalogue_names_ten_of_a_kind_and_counts_the_rest),
        cmocka_unit_test(a_notice_that_is_over_is_a_warning),
        cmocka_unit_test(a_clip_must_speak_a_text_of_the_pack),
        cmocka_unit_test(steps_phrases_and_notices_may_be_absent),
        cmocka_unit_test(every_rule_has_a_breach),
        cmocka_unit_test(findings_are_sorted_whatever_found_them),
        cmocka_unit_test(a_hopeless_catalogue_is_a_finding),
        cmocka_unit_test(no_flipped_or_lost_byte_crashes_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
