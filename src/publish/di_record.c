#include "publish/di_parts.h"

#include <assert.h>
#include <string.h>

static const char *const names[] = {
    [DI_IGNORE] = "__ignore__",
    [DI_ID] = "id",
    [DI_STRUCTURE_ID] = "structure_id",
    [DI_SOURCE] = "source",
    [DI_NOM] = "nom",
    [DI_DESCRIPTION] = "description",
    [DI_DATE_MAJ] = "date_maj",
    [DI_LIEN_SOURCE] = "lien_source",
    [DI_SITE_WEB] = "site_web",
    [DI_SIRET] = "siret",
    [DI_ADRESSE] = "adresse",
    [DI_COMPLEMENT_ADRESSE] = "complement_adresse",
    [DI_COMMUNE] = "commune",
    [DI_CODE_POSTAL] = "code_postal",
    [DI_CODE_INSEE] = "code_insee",
    [DI_LATITUDE] = "latitude",
    [DI_LONGITUDE] = "longitude",
    [DI_TELEPHONE] = "telephone",
    [DI_COURRIEL] = "courriel",
    [DI_HORAIRES_ACCUEIL] = "horaires_accueil",
    [DI_ACCESSIBILITE_LIEU] = "accessibilite_lieu",
    [DI_RESEAUX_PORTEURS] = "reseaux_porteurs",
    [DI_TYPE] = "type",
    [DI_THEMATIQUES_FIELD] = "thematiques",
    [DI_FRAIS] = "frais",
    [DI_FRAIS_PRECISIONS] = "frais_precisions",
    [DI_PUBLICS_FIELD] = "publics",
    [DI_PUBLICS_PRECISIONS] = "publics_precisions",
    [DI_CONDITIONS_ACCES] = "conditions_acces",
    [DI_MODES_ACCUEIL] = "modes_accueil",
    [DI_MODES_MOBILISATION] = "modes_mobilisation",
    [DI_LIEN_MOBILISATION] = "lien_mobilisation",
    [DI_MOBILISABLE_PAR] = "mobilisable_par",
    [DI_MOBILISATION_PRECISIONS] = "mobilisation_precisions",
    [DI_CONTACT_NOM_PRENOM] = "contact_nom_prenom",
    [DI_ZONE_ELIGIBILITE] = "zone_eligibilite",
    [DI_VOLUME_HORAIRE_HEBDOMADAIRE] = "volume_horaire_hebdomadaire",
    [DI_NOMBRE_SEMAINES] = "nombre_semaines",
};
static_assert(COUNT(names) == DI_FIELD_COUNT, "each field needs a name");
static_assert(DI_FIELD_COUNT <= 64, "a set of fields is 64 bits");

const char *di_field_name(enum di_field field)
{
    return names[field];
}

enum di_field di_field_of(struct str name)
{
    for (size_t i = 0; i < DI_FIELD_COUNT; i++) {
        if (str_eq_c(name, names[i]))
            return (enum di_field)i;
    }
    return DI_FIELD_COUNT;
}

/* Any two of these say that it is data.inclusion and not another file with a column "nom". */
static const enum di_field marks[] = { DI_DATE_MAJ,         DI_LIEN_SOURCE,        DI_SIRET,      DI_HORAIRES_ACCUEIL,
                                       DI_RESEAUX_PORTEURS, DI_COMPLEMENT_ADRESSE, DI_CODE_INSEE, DI_THEMATIQUES_FIELD,
                                       DI_MODES_ACCUEIL,    DI_CODE_POSTAL,        DI_FRAIS,      DI_PUBLICS_FIELD };

bool di_kind_of(uint64_t fields, enum di_kind *kind)
{
    size_t count = 0;
    for (size_t i = 0; i < COUNT(marks); i++)
        count += fields >> marks[i] & 1;
    *kind = fields >> DI_STRUCTURE_ID & 1 ? DI_SERVICE : DI_STRUCTURE;
    return count >= 2 && (fields >> DI_ID & 1) && (fields >> DI_NOM & 1);
}

bool di_each(struct feed *feed, enum di_kind kind, const struct di_visitor *visitor, struct err *err)
{
    return di_each_in_grids(feed, kind, visitor, err) && di_each_in_json(feed, kind, visitor, err);
}

static bool count_first(void *data, const struct di_record *record, struct err *err)
{
    size_t *count = data;
    (void)record;
    (void)err;
    ++*count;
    return *count < 2; /* one is enough to know */
}

bool di_look(struct feed *feed, size_t found[2], struct err *err)
{
    for (int kind = DI_STRUCTURE; kind <= DI_SERVICE; kind++) {
        struct err stopped = { 0 };
        struct di_visitor visitor = { count_first, &found[kind], NULL };
        found[kind] = 0;
        if (!di_each(feed, (enum di_kind)kind, &visitor, &stopped) && stopped.code != ERR_NONE) {
            if (err)
                *err = stopped;
            return false;
        }
    }
    return true;
}
