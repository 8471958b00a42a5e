/* Records of data.inclusion, whatever they come in: rows of CSV files or of a workbook's sheets, objects of JSON. */
#ifndef MAISON_PUBLISH_DI_RECORD_H
#define MAISON_PUBLISH_DI_RECORD_H

#include "publish/importer.h"

enum di_field {
    DI_IGNORE,
    DI_ID,
    DI_STRUCTURE_ID,
    DI_SOURCE,
    DI_NOM,
    DI_DESCRIPTION,
    DI_DATE_MAJ,
    DI_LIEN_SOURCE,
    DI_SITE_WEB,
    DI_SIRET,
    DI_ADRESSE,
    DI_COMPLEMENT_ADRESSE,
    DI_COMMUNE,
    DI_CODE_POSTAL,
    DI_CODE_INSEE,
    DI_LATITUDE,
    DI_LONGITUDE,
    DI_TELEPHONE,
    DI_COURRIEL,
    DI_HORAIRES_ACCUEIL,
    DI_ACCESSIBILITE_LIEU,
    DI_RESEAUX_PORTEURS,
    DI_TYPE,
    DI_THEMATIQUES_FIELD,
    DI_FRAIS,
    DI_FRAIS_PRECISIONS,
    DI_PUBLICS_FIELD,
    DI_PUBLICS_PRECISIONS,
    DI_CONDITIONS_ACCES,
    DI_MODES_ACCUEIL,
    DI_MODES_MOBILISATION,
    DI_LIEN_MOBILISATION,
    DI_MOBILISABLE_PAR,
    DI_MOBILISATION_PRECISIONS,
    DI_CONTACT_NOM_PRENOM,
    DI_ZONE_ELIGIBILITE,
    DI_VOLUME_HORAIRE_HEBDOMADAIRE,
    DI_NOMBRE_SEMAINES,
    DI_FIELD_COUNT
};

/* Fields hold no white space at their ends; a list has its words parted by commas. */
struct di_record {
    struct spot where;
    struct str at[DI_FIELD_COUNT];
    uint64_t formulas; /* the fields that a formula made, a bit each */
    const char *fault; /* why the record can't be read as a whole, or NULL */
};

const char *di_field_name(enum di_field field);

enum di_kind { DI_STRUCTURE, DI_SERVICE };

struct di_visitor {
    /* False ends the reading, with *err filled. */
    bool (*visit)(void *data, const struct di_record *record, struct err *err);
    void *data;
    struct staging *staging; /* told of files and of what is left out of them; NULL: nobody is */
};

/* Goes through all structures, or all services, of the feed. */
MUST_USE bool di_each(struct feed *feed, enum di_kind kind, const struct di_visitor *visitor, struct err *err);

/* How many tables and lists of the feed look like that kind. */
MUST_USE bool di_look(struct feed *feed, size_t found[2], struct err *err);

#endif
