#include "support/pack_fixture.h"

#include "content/schema.h"
#include "publish/briefs.h"
#include "publish/index.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* 0x4D616973 is PACK_APPLICATION_ID. Small pages give damage tests many pages to hit. */
static const char prepare_sql[] = "PRAGMA page_size=1024; PRAGMA application_id=0x4D616973; PRAGMA user_version=1;";

static const char pack_sql[] =
    "INSERT INTO meta VALUES ('id', 'testville'), ('city', 'Testville'), ('country', 'FR'),"
    " ('time_zone', 'Europe/Paris'), ('source_language', 'fr'), ('audience', 'testville'), ('sequence', '1'),"
    " ('created', '2026-11-01T00:00:00Z'), ('expires', '2027-11-01T00:00:00Z'), ('status', 'sample');"
    "INSERT INTO language VALUES (1, 'fr'), (2, 'ar'), (3, 'en');"
    "INSERT INTO fallback VALUES (1, 'en'), (2, 'fr');"
    "INSERT INTO kiosk VALUES ('hall', 1, 'Mairie', '1 place de la Mairie', 45.1885, 5.7245),"
    " ('annex', 2, 'Annexe', '2 rue du Pont', NULL, NULL);"
    "INSERT INTO emergency VALUES ('e112', 10, 'sos', '112'), ('e15', 20, 'medical_services', '15');"
    "INSERT INTO phrase VALUES ('emergency', 1, NULL, 'sos');"
    "INSERT INTO closure VALUES ('noel', '2026-12-25', '2026-12-25', NULL, NULL, NULL),"
    " ('works', '2026-11-25', '2026-11-27', 'shower', NULL, NULL);";

static const char topics_sql[] =
    "INSERT INTO topic VALUES ('safety', 20, 'shield', 0xC62828, 1), ('health', 10, 'favorite', 0x2E7D32, 0);"
    "INSERT INTO page VALUES ('doctor', 'health', 1, 0, '2026-10-01'), ('violence', 'safety', 1, 0, "
    "'2026-10-02');"
    "INSERT INTO block VALUES ('doctor', 1, 1, NULL), ('doctor', 2, 2, NULL), ('doctor', 3, 5, "
    "'service:clinic'),"
    " ('doctor', 4, 2, NULL), ('violence', 1, 3, NULL);"
    "INSERT INTO source VALUES ('guide/doctor', 1, 'body', 'https://example.org/a', '2026-09-01'),"
    " ('guide/doctor', 2, 'title', 'https://example.org/a', '2026-09-03'),"
    " ('services/counter', 1, 'name', 'https://example.org/b', '2026-09-02');";

/* seq, id, organization, url, email, status, assured_date, no_papers, free, women_only, step_free,
 * children_welcome, organization_id */
static const char services_sql[] =
    "INSERT INTO service VALUES"
    " (1, 'counter', 'Ville', 'https://example.org', 'a@example.org', 'active', '2026-10-10', 1, 1, 0, 1, 1, "
    "'city'),"
    " (2, 'hotline', 'Ville', NULL, NULL, 'active', NULL, 1, 1, NULL, NULL, NULL, 'city'),"
    " (3, 'clinic', 'Hôpital', NULL, NULL, 'active', NULL, 0, 0, 0, 1, NULL, NULL),"
    " (4, 'lawyer', 'Barreau', NULL, NULL, 'active', NULL, NULL, 1, NULL, NULL, NULL, NULL),"
    " (5, 'library', NULL, NULL, NULL, 'active', NULL, NULL, 1, NULL, NULL, 1, NULL),"
    " (6, 'shower', 'Ville', NULL, NULL, 'active', NULL, 1, 1, NULL, 0, NULL, 'city');"
    "INSERT INTO service_topic VALUES ('health', 1), ('health', 2), ('health', 3), ('health', 4), ('health', "
    "5),"
    " ('health', 6), ('safety', 2);"
    "INSERT INTO service_language VALUES (1, 'fr'), (1, 'ara'), (5, 'en');"
    "INSERT INTO place VALUES ('near', 'Centre', '1 rue A' || char(10) || '38000 Testville', 45.1895, "
    "5.7245),"
    " ('middle', 'Milieu', '2 rue B', 45.1935, 5.7245), ('far', NULL, '3 rue C', 45.2085, 5.7245),"
    " ('nowhere', 'Inconnu', NULL, NULL, NULL);"
    "INSERT INTO service_place VALUES (1, 1, 'counter-near', 'near'), (3, 1, 'clinic-middle', 'middle'),"
    " (3, 2, 'clinic-far', 'far'), (4, 1, 'lawyer-near', 'near'), (5, 1, 'library-nowhere', 'nowhere'),"
    " (6, 1, 'shower-middle', 'middle');"
    "INSERT INTO phone VALUES ('services/counter', 1, 'p1', '04 00 00 00 01'),"
    " ('organizations/city', 1, 'p2', '04 00 00 00 02'), ('locations/near', 1, 'p3', '04 00 00 00 03');"
    "INSERT INTO document VALUES (1, 1, 'd1'), (1, 2, 'd2');"
    "INSERT INTO cost VALUES (3, 1, 'c1', 8.5, 'EUR'), (3, 2, 'c2', NULL, NULL);";

/* The places have hours of their own, which only the clinic uses, and only where no closer rows exist. */
static const char schedules_sql[] = "INSERT INTO schedule (owner, seq, id, freq, byday, opens_at, closes_at) VALUES"
                                    " ('services/counter', 1, 'h1', 'WEEKLY', 'MO,TU,WE,TH,FR', 540, 720),"
                                    " ('services/counter', 2, 'h2', 'WEEKLY', 'MO,TU,WE,TH,FR', 840, 1080),"
                                    " ('services/hotline', 1, 'h3', 'WEEKLY', 'MO,TU,WE,TH,FR,SA,SU', 0, 1439),"
                                    " ('service_at_location/clinic-middle', 1, 'h4', 'WEEKLY', 'WE', 540, 720),"
                                    " ('locations/far', 1, 'h5', 'WEEKLY', 'TU', 840, 1020),"
                                    " ('locations/middle', 1, 'h6', 'WEEKLY', 'TU', 0, 1439),"
                                    " ('services/lawyer', 1, 'h7', NULL, NULL, NULL, NULL),"
                                    " ('services/library', 1, 'h8', 'YEARLY', '2TU', 600, 1080),"
                                    " ('services/shower', 1, 'h9', 'WEEKLY', 'MO,TU,WE,TH,FR', 480, 870);";

/* Notices hold today unless their id says otherwise. */
static const char counter_sql[] =
    "INSERT INTO phrase VALUES ('interpreter', 3, NULL, 'translate'), ('appointment', 2, 'health', NULL);"
    "INSERT INTO answer VALUES ('no', 2, 'close'), ('yes', 1, 'check'), ('later', 3, 'schedule');"
    "INSERT INTO phrase_answer VALUES ('appointment', 1, 'yes'), ('appointment', 2, 'later'),"
    " ('appointment', 3, 'no'), ('emergency', 1, 'yes');"
    "INSERT INTO step VALUES ('doctor', 1, 2, 'medical_services', 'page:doctor'), ('eat', 4, 0, "
    "'restaurant', "
    "NULL),"
    " ('school', 3, 1, 'school', 'topic:safety'), ('sleep', 2, 0, 'bed', 'service:shower');"
    "INSERT INTO notice VALUES ('over', 1, '2026-11-01', '2026-11-23', 2), ('not-yet', 2, '2026-11-25', "
    "'2026-11-30', 2),"
    " ('concert', 3, '2026-11-01', '2026-12-31', 0), ('cold', 4, '2026-11-24', '2026-11-24', 2),"
    " ('flu', 5, '2026-11-20', '2026-11-30', 1), ('arabic-class', 6, '2026-11-20', '2026-11-30', 0);"
    "INSERT INTO notice_topic VALUES ('flu', 'health'), ('cold', 'health'), ('cold', 'safety');"
    "INSERT INTO notice_language VALUES ('arabic-class', 'ar'), ('arabic-class', 'en');";

static const char texts_sql[] =
    "INSERT INTO text VALUES"
    " ('topics/health', 'name', 'fr', 'Santé', 0), ('topics/health', 'name', 'ar', 'الصحة', 1),"
    " ('topics/health', 'name', 'en', 'Health', 2), ('topics/health', 'summary', 'fr', 'Médecins', 0),"
    " ('topics/health', 'summary', 'en', 'Doctors', 3), ('topics/safety', 'name', 'fr', 'Sécurité', 0),"
    " ('services/counter', 'name', 'fr', 'Guichet', 0), ('services/counter', 'name', 'ar', 'شباك', 2),"
    " ('services/counter', 'description', 'fr', 'On vous aide.', 0),"
    " ('services/counter', 'description', 'ar', '', 2),"
    " ('services/hotline', 'name', 'fr', 'Écoute', 0), ('services/clinic', 'name', 'fr', 'Clinique', 0),"
    " ('services/lawyer', 'name', 'fr', 'Avocat', 0), ('services/library', 'name', 'fr', 'Bibliothèque', 0),"
    " ('services/shower', 'name', 'fr', 'Douches', 0), ('services/shower', 'name', 'en', 'Showers', 1),"
    " ('schedules/h1', 'description', 'fr', 'Sans rendez-vous', 0),"
    " ('schedules/h1', 'description', 'ar', 'بدون موعد', 2),"
    " ('schedules/h2', 'description', 'fr', 'Fermé les veilles de fête', 0),"
    " ('schedules/h7', 'description', 'fr', 'Sur rendez-vous', 0),"
    " ('phones/p1', 'description', 'fr', 'Accueil', 0), ('phones/p2', 'description', 'fr', 'Standard', 0),"
    " ('locations/near', 'transportation', 'fr', 'Tram A, arrêt Centre', 0),"
    " ('required_documents/d1', 'document', 'fr', 'Une pièce d’identité', 0),"
    " ('cost_options/c1', 'option', 'fr', 'Plein tarif', 0),"
    " ('cost_options/c1', 'amount_description', 'fr', 'par visite', 0),"
    " ('cost_options/c2', 'option', 'fr', 'Avec une assurance', 0),"
    " ('guide/doctor', 'title', 'fr', 'Voir un médecin', 0), ('guide/doctor', 'title', 'en', 'See a doctor', "
    "1),"
    " ('guide/doctor', 'body/001', 'fr', 'Où aller', 0), ('guide/doctor', 'body/002', 'fr', 'À la "
    "clinique.', 0),"
    " ('guide/doctor', 'body/002', 'en', 'To the clinic.', 3), ('guide/doctor', 'body/003', 'fr', 'La "
    "clinique', 0),"
    " ('guide/violence', 'title', 'fr', 'Violences', 0), ('guide/violence', 'body/001', 'fr', 'Appelez.', 0),"
    " ('emergency/e112', 'name', 'fr', 'Toute urgence', 0), ('emergency/e112', 'when', 'fr', 'En danger', 0),"
    " ('emergency/e112', 'name', 'ar', 'كل طارئ', 1), ('emergency/e15', 'name', 'fr', 'SAMU', 0),"
    " ('phrases/emergency', 'text', 'fr', 'Je suis à {address}.', 0),"
    " ('phrases/emergency', 'text', 'ar', 'أنا في {address}.', 1),"
    " ('phrases/emergency', 'say', 'ar', 'جو سوي أ', 2),"
    " ('phrases/appointment', 'text', 'fr', 'Je voudrais un rendez-vous.', 0),"
    " ('phrases/appointment', 'text', 'ar', 'أريد موعدًا.', 1),"
    " ('phrases/interpreter', 'text', 'fr', 'Il me faut un interprète.', 0),"
    " ('answers/yes', 'text', 'fr', 'Oui', 0), ('answers/yes', 'text', 'ar', 'نعم', 1),"
    " ('answers/no', 'text', 'fr', 'Non', 0), ('answers/later', 'text', 'fr', 'Revenez plus tard', 0),"
    " ('answers/later', 'text', 'en', 'Come back later', 2),"
    " ('steps/doctor', 'text', 'fr', 'Trouver un médecin', 0), ('steps/eat', 'text', 'fr', 'Manger', 0),"
    " ('steps/school', 'text', 'fr', 'Inscrire un enfant', 0), ('steps/sleep', 'text', 'fr', 'Dormir', 0),"
    " ('steps/sleep', 'text', 'ar', 'النوم', 1),"
    " ('notices/over', 'title', 'fr', 'Fini', 0), ('notices/not-yet', 'title', 'fr', 'Bientôt', 0),"
    " ('notices/concert', 'title', 'fr', 'Concert', 0), ('notices/cold', 'title', 'fr', 'Grand froid', 0),"
    " ('notices/cold', 'title', 'ar', 'برد شديد', 1), ('notices/cold', 'body', 'fr', 'Appelez le 115.', 0),"
    " ('notices/flu', 'title', 'fr', 'Vaccin', 0), ('notices/arabic-class', 'title', 'fr', 'Cours', 0);";

static void must(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK)
        return;
    fprintf(stderr, "the fixture pack can't be made: %s\n", message);
    abort();
}

static void must_succeed(bool done, const struct err *err)
{
    if (done)
        return;
    fprintf(stderr, "the fixture pack can't be made: %s\n", err->detail);
    abort();
}

static void fill(sqlite3 *db, const char *before_indexing, const char *after_indexing)
{
    struct err err = { 0 };
    const char *const parts[] = { "BEGIN",       pack_sql,    topics_sql, services_sql,
                                  schedules_sql, counter_sql, texts_sql,  before_indexing };
    must(db, prepare_sql);
    must_succeed(schema_make(db, &err), &err);
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        must(db, parts[i]);
    must_succeed(index_fill(db, &err), &err);
    must(db, "COMMIT");
    must(db, after_indexing);
    if (!briefs_fill(db, &err))
        fprintf(stderr, "the fixture pack, damaged on purpose, has no briefs: %s\n", err.detail);
}

static char *new_file(const char *before_indexing, const char *after_indexing)
{
    char *path = NULL;
    const char *folder = getenv("TMPDIR");
    if (asprintf(&path, "%s/maison-fixture-XXXXXX", folder ? folder : "/tmp") < 0)
        abort();
    int fd = mkstemp(path);
    sqlite3 *db = NULL;
    if (fd < 0 || close(fd) != 0 || sqlite3_open(path, &db) != SQLITE_OK) {
        fprintf(stderr, "the fixture pack can't be made at %s\n", path);
        abort();
    }
    fill(db, before_indexing, after_indexing);
    sqlite3_close(db);
    return path;
}

char *pack_fixture_new(const char *more_sql)
{
    return new_file("", more_sql ? more_sql : "");
}

char *pack_fixture_new_indexed(const char *more_sql)
{
    return new_file(more_sql, "");
}

void pack_fixture_change(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    if (sqlite3_open(path, &db) != SQLITE_OK)
        abort();
    must(db, sql);
    sqlite3_close(db);
}

void pack_fixture_remove(char *path)
{
    unlink(path);
    free(path);
}
