#include "support/workbook.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect(bool holds)
{
    if (!holds)
        abort();
}

static void add_part(struct archive *zip, const struct workbook_part *part)
{
    struct archive_entry *entry = archive_entry_new();
    size_t length = strlen(part->xml);
    expect(entry != NULL);
    archive_entry_set_pathname(entry, part->name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, (la_int64_t)length);
    expect(archive_write_header(zip, entry) == ARCHIVE_OK);
    expect(archive_write_data(zip, part->xml, length) == (la_ssize_t)length);
    archive_entry_free(entry);
}

char *workbook_of_parts(const struct workbook_part *parts, size_t count)
{
    char folder[] = "/tmp/maison-workbook-XXXXXX";
    char *path = calloc(1, sizeof(folder) + sizeof("/book.xlsx"));
    struct archive *zip = archive_write_new();
    expect(path && zip && mkdtemp(folder));
    sprintf(path, "%s/book.xlsx", folder);
    expect(archive_write_set_format_zip(zip) == ARCHIVE_OK && archive_write_open_filename(zip, path) == ARCHIVE_OK);
    for (size_t i = 0; i < count; i++)
        add_part(zip, &parts[i]);
    expect(archive_write_close(zip) == ARCHIVE_OK);
    archive_write_free(zip);
    return path;
}

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char relations[] = "<Relationships><Relationship Id='rId1' Type='" OFFICE
                                "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";

static const char strings[] = "<sst xmlns='" MAIN "'><si><t>Zéro</t></si><si><r><t>un </t></r><r><t>deux</t></r>"
                              "<rPh sb='0' eb='1'><t>rien</t></rPh></si></sst>";

static const char styles[] =
    "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='164' formatCode='&quot;jj&quot; dd/mm/yyyy'/>"
    "<numFmt numFmtId='165' formatCode='0 &quot;day&quot;'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='20'/><xf numFmtId='22'/><xf numFmtId='164'/>"
    "<xf numFmtId='165'/></cellXfs></styleSheet>";

char *workbook_of_rows(const char *rows, bool from_1904)
{
    static const char workbook[] = "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'><workbookPr date1904='%d'/><sheets>"
                                   "<sheet name='Sheet' sheetId='7' r:id='rId1'/></sheets></workbook>";
    char book[sizeof(workbook) + 8];
    size_t room = strlen(rows) + 200;
    char *sheet = malloc(room);
    expect(sheet != NULL);
    snprintf(book, sizeof(book), workbook, from_1904 ? 1 : 0);
    snprintf(sheet, room, "<worksheet xmlns='" MAIN "'><sheetData>%s</sheetData></worksheet>", rows);
    const struct workbook_part parts[] = { { "xl/workbook.xml", book },
                                           { "xl/_rels/workbook.xml.rels", relations },
                                           { "xl/sharedStrings.xml", strings },
                                           { "xl/styles.xml", styles },
                                           { "xl/worksheets/sheet1.xml", sheet } };
    char *path = workbook_of_parts(parts, COUNT(parts));
    free(sheet);
    return path;
}
