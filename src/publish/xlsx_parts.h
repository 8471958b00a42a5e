/* What the parts of a workbook share. Internal to xlsx. */
#ifndef MAISON_PUBLISH_XLSX_PARTS_H
#define MAISON_PUBLISH_XLSX_PARTS_H

#include "publish/xlsx.h"
#include "publish/xml_stream.h"

/* What a number of a style means. */
enum xlsx_format { XLSX_AS_NUMBER, XLSX_AS_DATE, XLSX_AS_TIME, XLSX_AS_DATE_TIME };

struct xlsx_sheet {
    const char *name;
    const char *relation; /* its id in the workbook's relations */
    size_t file;          /* of the feed */
    bool hidden;
};

struct xlsx {
    struct arena arena;
    struct feed *feed;
    struct {
        struct xlsx_sheet *at;
        size_t count;
    } sheets;
    struct {
        struct str *at;
        size_t count;
    } strings;
    struct {
        enum xlsx_format *at;
        size_t count;
    } formats; /* by style */
    bool from_1904;
};

/* What `code`, a number format of a cell ("dd/mm/yyyy"), shows. `id` counts for the built-in ones (18.8.30). */
enum xlsx_format xlsx_format_of(int id, const char *code);

/* The value of a cell without a type, "46076.0", as its style shows it. False: it is no number. */
MUST_USE bool xlsx_number(struct xlsx_cell *out, struct arena *arena, struct str value, enum xlsx_format format,
                          bool from_1904);

/* The text of what starts with an element such as <si> or <is>, up to its end: its <t>, without what only says how it
 * is read aloud (<rPh>). ERR_FORMAT when it is longer than `cap`. */
MUST_USE bool xlsx_read_text(struct str *out, struct xml_stream *stream, struct arena *arena, const char *element,
                             size_t cap, struct err *err);

/* Reads the styles into xlsx->formats. */
MUST_USE bool xlsx_read_styles(struct xlsx *xlsx, struct err *err);

#endif
