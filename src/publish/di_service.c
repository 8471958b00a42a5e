/* Services of data.inclusion. */
#include "publish/di_codes.h"
#include "publish/di_import.h"
#include "publish/import_cells.h"
#include "publish/import_hours.h"
#include "publish/plain_markdown.h"

#include <string.h>

/* The labels of a list's words, parted by commas; words that it does not have are doubts. */
static const char *labels_of(struct di_import *import, const struct di_record *record, enum di_field field,
                             enum di_list_id list, const char *between)
{
    const char *text = "";
    struct str rest = record->at[field];
    struct str word;
    while (cell_next_word(&rest, &word)) {
        const char *label = di_label(list, arena_str(&import->arena, word));
        if (!label)
            staging_doubt(import->staging, di_field_name(field), word, "the code list has no such word");
        else
            text = arena_printf(&import->arena, "%s%s%s", text, text[0] ? between : "", label);
    }
    return text;
}

static bool has_word(struct str list, struct str wanted)
{
    struct str word;
    while (cell_next_word(&list, &word)) {
        if (str_eq(word, wanted))
            return true;
    }
    return false;
}

/* Paragraphs, those that are not empty. */
static const char *join(struct arena *arena, const char *a, struct str b)
{
    return arena_printf(arena, "%s%s%.*s", a, a[0] && b.len > 0 ? "\n" : "", STR_FMT(b));
}

/* How to come: the ways as sentences, then what the source says. */
static const char *application(struct di_import *import, const struct di_record *record)
{
    struct str by = record->at[DI_MOBILISABLE_PAR];
    struct str word;
    const char *text = labels_of(import, record, DI_MODES_MOBILISATION, DI_WAYS, " ");
    if (has_word(by, STR("professionnels")) && !has_word(by, STR("usagers")))
        text = join(&import->arena, "Sur orientation d’un professionnel.", str_of(text));
    while (cell_next_word(&by, &word)) {
        if (!str_eq(word, STR("professionnels")) && !str_eq(word, STR("usagers")))
            staging_doubt(import->staging, di_field_name(DI_MOBILISABLE_PAR), word, "the code list has no such word");
    }
    return join(&import->arena, text, record->at[DI_MOBILISATION_PRECISIONS]);
}

static const char *eligibility(struct di_import *import, const struct di_record *record)
{
    const char *text = labels_of(import, record, DI_PUBLICS_FIELD, DI_PUBLICS, ", ");
    text = join(&import->arena, text, record->at[DI_PUBLICS_PRECISIONS]);
    return join(&import->arena, text, record->at[DI_CONDITIONS_ACCES]);
}

/* Names and mails of persons go to contacts.csv, which never reaches a built pack. */
static struct str public_email(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str email = record->at[DI_COURRIEL];
    struct str name = record->at[DI_CONTACT_NOM_PRENOM];
    if (email.len > 0 && !cell_is_email(email)) {
        staging_doubt(import->staging, di_field_name(DI_COURRIEL), email, "it is no address for mail");
        email = (struct str){ 0 };
    }
    bool personal = email.len > 0 && (name.len > 0 || cell_is_personal_email(email));
    if (!personal && name.len == 0)
        return email;
    if (personal)
        staging_doubt(import->staging, di_field_name(DI_COURRIEL), email,
                      "it is a person's, and is kept in contacts.csv, which is not for the public");
    const struct cell cells[] = {
        { "id", str_of(id) }, { "service_id", str_of(id) }, { "name", name }, { "email", email }
    };
    staging_add(import->staging, "contacts", cells, COUNT(cells));
    return (struct str){ 0 };
}

/* A number that HSDS has no column for. */
static struct str number(struct di_import *import, const struct di_record *record, enum di_field field)
{
    struct str text = record->at[field];
    if (text.len == 0 || cell_is_number(text))
        return text;
    staging_doubt(import->staging, di_field_name(field), text, "it is no number");
    return (struct str){ 0 };
}

static void stage_row(struct di_import *import, const struct di_record *record, const char *id, struct str url,
                      struct str link)
{
    const struct cell cells[] = {
        { "id", str_of(id) },
        { "organization_id", record->at[DI_STRUCTURE_ID] },
        { "name", record->at[DI_NOM] },
        { "description", plain_markdown(&import->arena, record->at[DI_DESCRIPTION]) },
        { "url", url.len > 0 ? url : link },
        { "email", public_email(import, record, id) },
        { "status", STR("active") },
        { "application_process", str_of(application(import, record)) },
        { "fees_description", record->at[DI_FRAIS_PRECISIONS] },
        { "eligibility_description", str_of(eligibility(import, record)) },
        { "assured_date", di_date(import, record) },
        { "x_volume_horaire_hebdomadaire", number(import, record, DI_VOLUME_HORAIRE_HEBDOMADAIRE) },
        { "x_nombre_semaines", number(import, record, DI_NOMBRE_SEMAINES) },
    };
    staging_next_is_main(import->staging);
    staging_add(import->staging, "services", cells, COUNT(cells));
}

static void stage_phone(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str phone = di_phone(import, record);
    const struct cell cells[] = { { "id", str_of(arena_printf(&import->arena, "service/%s", id)) },
                                  { "service_id", str_of(id) },
                                  { "number", phone },
                                  { "type", STR("voice") } };
    if (phone.len > 0)
        staging_add(import->staging, "phones", cells, COUNT(cells));
}

/* Where it comes from: its own page at the producer, else its structure's. */
static void stage_source(struct di_import *import, const struct di_record *record, const char *id, struct str url)
{
    struct str day;
    if (url.len == 0 || !cell_date(&day, record->at[DI_DATE_MAJ]))
        return;
    const char *name = arena_printf(&import->arena, "services/%s", id);
    const struct cell cells[] = {
        { "id", str_of(name) }, { "record", str_of(name) }, { "field", STR("*") }, { "url", url }, { "date", day }
    };
    staging_add(import->staging, "sources", cells, COUNT(cells));
}

static void link_own(struct di_import *import, const char *id, const char *code)
{
    import_pack_link(import->staging, "service", id,
                     import_pack_term(import->pack, import->staging, IMPORT_OWN_TAXONOMY, code, NULL), "");
}

/* Each word of a list becomes a term of its taxonomy, also one that the list does not have. */
static void link_words(struct di_import *import, const struct di_record *record, const char *id, enum di_field field,
                       enum di_list_id list, const char *link_type)
{
    struct str rest = record->at[field];
    struct str word;
    while (cell_next_word(&rest, &word)) {
        const char *code = arena_str(&import->arena, word);
        const char *label = di_label(list, code);
        if (!label && list == DI_THEMATIQUES)
            staging_doubt(import->staging, di_field_name(field), word,
                          "the code list has no such word; it is kept as a term of its own");
        const char *term = import_pack_term(import->pack, import->staging, di_taxonomy(list), code, label);
        import_pack_link(import->staging, "service", id, term, link_type);
    }
}

/* The topics that we propose, each once. */
static void link_topics(struct di_import *import, const struct di_record *record, const char *id)
{
    struct map linked = { 0 };
    struct str rest = record->at[DI_THEMATIQUES_FIELD];
    struct str word;
    while (cell_next_word(&rest, &word)) {
        const char *code = arena_str(&import->arena, word);
        const char *topic = di_topic(code);
        bool gathered = import_pack_has_topic(import->pack, code);
        if (!gathered && topic && map_add(&linked, &import->arena, topic, 0))
            link_own(import, id, topic);
    }
}

static void link_answers(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str fees = record->at[DI_FRAIS];
    if (str_eq(fees, STR("gratuit")))
        link_own(import, id, "free");
    else if (str_eq(fees, STR("payant")))
        link_own(import, id, "paid");
    else if (fees.len > 0)
        staging_doubt(import->staging, di_field_name(DI_FRAIS), fees, "the code list has no such word");
    if (str_eq(record->at[DI_PUBLICS_FIELD], STR("femmes")))
        link_own(import, id, "women-only");
}

/* Where one applies, when the page about the service is another. */
static void stage_link(struct di_import *import, const char *id, struct str url, struct str link)
{
    const struct cell cells[] = {
        { "id", str_of(id) }, { "service_id", str_of(id) }, { "label", STR("lien_mobilisation") }, { "url", link }
    };
    if (url.len > 0 && link.len > 0 && !str_eq(url, link))
        staging_add(import->staging, "url", cells, COUNT(cells));
}

static void stage_areas(struct di_import *import, const struct di_record *record, const char *id)
{
    struct str rest = record->at[DI_ZONE_ELIGIBILITE];
    struct str word;
    while (cell_next_word(&rest, &word)) {
        const struct cell cells[] = { { "id", str_of(arena_printf(&import->arena, "%s/%.*s", id, STR_FMT(word))) },
                                      { "service_id", str_of(id) },
                                      { "name", word } };
        staging_add(import->staging, "service_areas", cells, COUNT(cells));
    }
}

/* Where it is: at its own address, at its structure's, or nowhere when it is only at a distance. Returns the location's
 * id or NULL. */
static const char *place_of(struct di_import *import, const struct di_record *record, const char *id,
                            const struct di_place *structure)
{
    const char *structure_id = arena_str(&import->arena, record->at[DI_STRUCTURE_ID]);
    struct str modes = record->at[DI_MODES_ACCUEIL];
    const char *address = di_address(record, &import->arena);
    const char *own = arena_printf(&import->arena, "service/%s", id);
    struct str word;
    struct str rest = modes;
    while (cell_next_word(&rest, &word)) {
        if (!str_eq(word, STR("en-presentiel")) && !str_eq(word, STR("a-distance")))
            staging_doubt(import->staging, di_field_name(DI_MODES_ACCUEIL), word, "the code list has no such word");
    }
    if (has_word(modes, STR("a-distance")) && !has_word(modes, STR("en-presentiel")))
        return NULL;
    bool same = structure && structure->has_location && (!address[0] || strcmp(address, structure->address) == 0);
    if (!same && di_stage_place(import, record, own, structure_id))
        return own;
    return structure && structure->has_location ? structure_id : NULL;
}

static void stage_hours(struct di_import *import, const struct di_record *record, const char *id, bool has_place,
                        const struct di_place *structure)
{
    struct opening_hours hours;
    struct str text = record->at[DI_HORAIRES_ACCUEIL];
    const struct import_door door = { has_place ? "service_at_location_id" : "service_id", id, id };
    if (text.len == 0 && structure && has_place)
        text = str_of(structure->hours);
    if (text.len == 0)
        return;
    opening_hours_read(&hours, &import->arena, text, di_year(import, record));
    import_hours_stage(import->staging, import->pack, &door, &hours, di_field_name(DI_HORAIRES_ACCUEIL), text);
}

static const struct di_place *structure_of(const struct di_import *import, const struct di_record *record)
{
    CLEANUP(arena_destroy) struct arena arena = { 0 };
    size_t at;
    bool found = map_get(&import->structures, arena_str(&arena, record->at[DI_STRUCTURE_ID]), &at);
    return found ? &import->places.at[at] : NULL;
}

void di_stage_service(struct di_import *import, const struct di_record *record)
{
    const char *id = arena_str(&import->arena, record->at[DI_ID]);
    const struct di_place *structure = structure_of(import, record);
    struct str url = di_url(import, record, DI_LIEN_SOURCE);
    struct str link = di_url(import, record, DI_LIEN_MOBILISATION);
    stage_row(import, record, id, url, link);
    const char *place = place_of(import, record, id, structure);
    const struct cell cells[] = { { "id", str_of(id) },
                                  { "service_id", str_of(id) },
                                  { "location_id", str_of(place) } };
    if (place)
        staging_add(import->staging, "service_at_location", cells, COUNT(cells));
    stage_phone(import, record, id);
    stage_hours(import, record, id, place != NULL, structure);
    link_words(import, record, id, DI_THEMATIQUES_FIELD, DI_THEMATIQUES, "subject");
    link_words(import, record, id, DI_PUBLICS_FIELD, DI_PUBLICS, "audience");
    link_words(import, record, id, DI_TYPE, DI_TYPES, "type");
    link_topics(import, record, id);
    link_answers(import, record, id);
    stage_link(import, id, url, link);
    stage_areas(import, record, id);
    stage_source(import, record, id, url.len > 0 || !structure ? url : str_of(structure->lien_source));
}
