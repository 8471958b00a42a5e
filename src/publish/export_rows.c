/* Rows of the database as nested JSON. */
#include "publish/export_nest.h"
#include "publish/export_value.h"

#include "base/list.h"

#include <stdlib.h>
#include <string.h>

struct prepared_nest {
    const struct nest *nest;
    const struct export_table *parent;
    const struct export_table *table;
    sqlite3_stmt *stmt;
};

struct nester {
    struct export_base *base;
    struct arena row; /* reset with each service */
    struct {
        struct prepared_nest *at;
        size_t count;
    } prepared;
    struct arena arena; /* of `prepared` */
    sqlite3_stmt *services;
    int code;
};

static const struct export_table *table_of(const struct nester *nester, const struct nest *nest)
{
    size_t at = 0;
    return hsds_find(&at, nest->table) ? &nester->base->tables[at] : NULL;
}

/* A row that several could own hangs under one of them only: under the first of these that it names. */
static const char *const owners[] = { "contact_id",  "service_at_location_id", "service_id",
                                      "location_id", "organization_id",        "phone_id" };

static const char *owner_condition(struct arena *arena, const struct hsds_table *spec, const char *link)
{
    const char *sql = "";
    for (size_t i = 0; i < COUNT(owners) && strcmp(owners[i], link) != 0; i++) {
        if (hsds_column(spec, owners[i]))
            sql = arena_printf(arena, "%s AND %s IS NULL", sql, owners[i]);
    }
    return sql;
}

/* What links rows of any table names the parent's table as well. */
static const char *entity_condition(struct arena *arena, const struct hsds_table *spec, const struct hsds_table *parent,
                                    const char *link)
{
    const struct hsds_column *column = hsds_column(spec, link);
    if (!column || column->kind != HSDS_LINK_ANY)
        return "";
    return arena_printf(arena, " AND %s IN ('%s', '%s')", column->to, parent->name, parent->file);
}

static const char *select_sql(struct arena *arena, const struct export_table *table, const struct nest *nest,
                              const struct export_table *parent)
{
    const struct hsds_table *spec = table->spec;
    const char *names = "";
    for (size_t i = 0; i < table->count; i++)
        names = arena_printf(arena, "%s%s%s", names, i > 0 ? ", " : "", table->columns[i].sql);
    if (!nest->link)
        return arena_printf(arena, "SELECT %s FROM \"%s\" ORDER BY row", names, spec->file);
    if (!nest->many)
        return arena_printf(arena, "SELECT %s FROM \"%s\" WHERE id = ?1", names, spec->file);
    return arena_printf(arena, "SELECT %s FROM \"%s\" WHERE \"%s\" = ?1%s%s ORDER BY row", names, spec->file,
                        nest->link, owner_condition(arena, spec, nest->link),
                        entity_condition(arena, spec, parent->spec, nest->link));
}

static struct prepared_nest *prepare(struct nester *nester, const struct nest *nest, const struct export_table *parent)
{
    for (size_t i = 0; i < nester->prepared.count; i++) {
        struct prepared_nest *known = &nester->prepared.at[i];
        if (known->nest == nest && known->parent == parent)
            return known;
    }
    const struct export_table *table = table_of(nester, nest);
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(nester->base->db, select_sql(&nester->arena, table, nest, parent), -1, &stmt, NULL);
    if (code != SQLITE_OK)
        nester->code = code;
    LIST_ROOM(&nester->arena, nester->prepared.at, nester->prepared.count);
    struct prepared_nest *made = &nester->prepared.at[nester->prepared.count++];
    *made = (struct prepared_nest){ nest, parent, table, stmt };
    return made;
}

static json_t *value_json(struct nester *nester, const struct export_column *column, const char *text)
{
    bool sound = true;
    const char *value = export_value(column->standard, text, &nester->row, &sound);
    double number;
    int64_t whole;
    if (!column->standard || column->standard->kind != HSDS_NUMBER)
        return json_string(value);
    if (str_to_int64(str_of(value), &whole))
        return json_integer(whole);
    return str_to_double(str_of(value), &number) ? json_real(number) : NULL; /* a word where HSDS has a number */
}

static json_t *row_json(struct nester *nester, const struct export_table *table, const struct nest *nest,
                        sqlite3_stmt *stmt)
{
    json_t *row = json_object();
    for (size_t i = 0; i < table->count; i++) {
        const struct export_column *column = &table->columns[i];
        const char *text = (const char *)sqlite3_column_text(stmt, (int)i);
        bool names_parent = nest->many && nest->link && strcmp(column->name, nest->link) == 0;
        json_t *value = text && !names_parent ? value_json(nester, column, text) : NULL;
        bool demanded =
            column->standard && column->standard->required && !names_parent && column->standard->kind == HSDS_TEXT;
        if (value && json_object_get(row, column->name))
            json_decref(value); /* a column that is there twice: the first one counts */
        else if (value)
            json_object_set_new(row, column->name, value);
        else if (demanded)
            json_object_set_new(row, column->name, json_string(""));
    }
    return row;
}

static json_t *hang(struct nester *nester, const struct export_table *table, const struct nest *nest,
                    sqlite3_stmt *stmt);

static const char *cell(const struct export_table *table, sqlite3_stmt *stmt, const char *name)
{
    for (size_t i = 0; i < table->count; i++) {
        if (strcmp(table->columns[i].name, name) == 0)
            return (const char *)sqlite3_column_text(stmt, (int)i);
    }
    return NULL;
}

/* The array, or the one object, that hangs under the parent's row; NULL for nothing. */
static json_t *child_json(struct nester *nester, const struct nest *nest, const struct export_table *parent,
                          sqlite3_stmt *parent_row)
{
    const char *id = cell(parent, parent_row, nest->many ? "id" : nest->link);
    /* Looked up afresh each time: preparing another one may have moved the list. */
    struct prepared_nest found = *prepare(nester, nest, parent);
    json_t *list = NULL;
    if (!id || !found.stmt || found.table->rows == 0)
        return NULL;
    sqlite3_bind_text(found.stmt, 1, id, -1, SQLITE_TRANSIENT);
    int code;
    while ((code = sqlite3_step(found.stmt)) == SQLITE_ROW) {
        json_t *row = hang(nester, found.table, nest, found.stmt);
        if (!nest->many) {
            sqlite3_reset(found.stmt);
            return row;
        }
        list = list ? list : json_array();
        json_array_append_new(list, row);
    }
    if (code != SQLITE_DONE)
        nester->code = code;
    sqlite3_reset(found.stmt);
    return list;
}

static json_t *hang(struct nester *nester, const struct export_table *table, const struct nest *nest,
                    sqlite3_stmt *stmt)
{
    json_t *row = row_json(nester, table, nest, stmt);
    for (const struct nest *child = nest->children; child && child->key; child++) {
        json_t *value = child_json(nester, child, table, stmt);
        if (value)
            json_object_set_new(row, child->key, value);
    }
    return row;
}

bool nester_open(struct nester **out, struct export_base *base, struct err *err)
{
    struct nester *nester = ARENA_NEW(&base->arena, struct nester);
    nester->base = base;
    const char *sql = select_sql(&base->arena, table_of(nester, &nest_service), &nest_service, NULL);
    if (!export_base_ask(&nester->services, base, sql, err))
        return false;
    *out = nester;
    return true;
}

void nester_closep(struct nester **nester)
{
    if (!*nester)
        return;
    for (size_t i = 0; i < (*nester)->prepared.count; i++)
        sqlite3_finalize((*nester)->prepared.at[i].stmt);
    sqlite3_finalize((*nester)->services);
    arena_destroy(&(*nester)->row);
    arena_destroy(&(*nester)->arena);
}

json_t *nester_next(struct nester *nester)
{
    int code = nester->code == SQLITE_OK ? sqlite3_step(nester->services) : nester->code;
    arena_reset(&nester->row);
    if (code == SQLITE_ROW)
        return hang(nester, table_of(nester, &nest_service), &nest_service, nester->services);
    if (code != SQLITE_DONE)
        nester->code = code;
    return NULL;
}

bool nester_ok(const struct nester *nester, struct err *err)
{
    return nester->code == SQLITE_OK ||
           err_set(err, ERR_IO, "the rows can't be read back: %s", sqlite3_errstr(nester->code));
}
