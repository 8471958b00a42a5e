/* The body of a guide page, from md4c's events. Everything that a kiosk's screen has no place for is a finding that
 * names the line. */
#include "base/list.h"
#include "publish/guide.h"

#include <md4c.h>
#include <string.h>

#define TEXT_MAX 8192

struct body {
    struct guide_page *page;
    struct findings *findings;
    struct str base;
    const char *at; /* behind the last text that was seen */
    bool in_item;
    bool item_has_paragraph;
    enum block_kind item_kind;

    /* The block being gathered. */
    bool open;
    bool is_title;
    enum block_kind kind;
    long start_line;
    char text[TEXT_MAX];
    size_t length;
    char target[256]; /* of its link */
    bool has_link;
    bool beside_link; /* and there is other text as well */
    bool in_link;
};

/* md4c gives no lines, only texts that point into the page. A block begins on the next line that is not empty. */
static long next_line(const struct body *body)
{
    const char *end = body->base.at + body->base.len;
    const char *at = body->at;
    if (at > body->base.at && at[-1] != '\n') {
        while (at < end && *at != '\n')
            at++;
    }
    while (at < end && (*at == '\n' || *at == '\r' || *at == ' '))
        at++;
    return guide_line_of(body->base, at);
}

static void complain_at(struct body *body, long line, const char *what)
{
    finding_add(body->findings, RULE_BAD_MARKDOWN, (struct spot){ body->page->file, line, NULL }, "%s", what);
}

/* Of a block that begins. */
static void complain_of_block(struct body *body, const char *what)
{
    complain_at(body, next_line(body), what);
}

/* Of what stands inside the block that is being gathered. */
static void complain(struct body *body, const char *what)
{
    complain_at(body, body->length > 0 ? guide_line_of(body->base, body->at) : next_line(body), what);
}

static void begin(struct body *body, enum block_kind kind)
{
    body->open = true;
    body->kind = kind;
    body->is_title = false;
    body->start_line = 0;
    body->length = 0;
    body->has_link = body->beside_link = body->in_link = false;
}

static void set_title(struct body *body, const char *text)
{
    if (body->page->title[0] || body->page->block_count > 0)
        complain(body, "a page has one # title, and it comes first");
    body->page->title = text;
    body->page->title_line = body->start_line;
}

static void add_block(struct body *body, const char *text)
{
    struct guide_page *page = body->page;
    struct arena *arena = body->findings->arena;
    if (body->has_link && (body->beside_link || body->kind != BLOCK_PARAGRAPH))
        complain(body, "a link stands alone in its paragraph");
    else if (body->has_link)
        body->kind = BLOCK_LINK;
    const char *target = body->kind == BLOCK_LINK ? arena_strdup(arena, body->target) : NULL;
    LIST_ROOM(arena, page->blocks, page->block_count);
    page->blocks[page->block_count++] = (struct guide_block){ body->kind, text, target, body->start_line };
}

static void end(struct body *body)
{
    struct str view = str_trim((struct str){ body->text, body->length });
    if (body->open && body->has_link && view.len == 0)
        complain(body, "a link has no label; write one between the square brackets");
    if (!body->open || view.len == 0) {
        body->open = false;
        return;
    }
    const char *text = arena_str(body->findings->arena, view);
    if (body->is_title)
        set_title(body, text);
    else
        add_block(body, text);
    body->open = false;
}

static void enter_heading(struct body *body, void *detail)
{
    const MD_BLOCK_H_DETAIL *heading = detail;
    if (heading->level > 2)
        complain_of_block(body, "a heading is deeper than ##");
    if (body->in_item) {
        complain_of_block(body, "a heading stands inside a list");
        return;
    }
    begin(body, BLOCK_HEADING);
    body->is_title = heading->level == 1;
}

static void enter_list(struct body *body, enum block_kind kind)
{
    if (body->in_item)
        complain_of_block(body, "a list stands inside another list");
    end(body);
    body->item_kind = kind;
}

static void enter_bullets(struct body *body, void *detail)
{
    (void)detail;
    enter_list(body, BLOCK_BULLET);
}

static void enter_steps(struct body *body, void *detail)
{
    (void)detail;
    enter_list(body, BLOCK_STEP);
}

static void enter_item(struct body *body, void *detail)
{
    (void)detail;
    begin(body, body->item_kind);
    body->in_item = true;
    body->item_has_paragraph = false;
}

/* md4c marks paragraphs inside an item only when empty lines part the items. */
static void enter_paragraph(struct body *body, void *detail)
{
    (void)detail;
    if (!body->in_item)
        begin(body, BLOCK_PARAGRAPH);
    else if (body->item_has_paragraph)
        complain_of_block(body, "an item of a list has more than one paragraph");
    body->item_has_paragraph = true;
}

static const struct handler {
    void (*enter)(struct body *body, void *detail);
    const char *refused;
} blocks[] = {
    [MD_BLOCK_DOC] = { NULL, NULL },
    [MD_BLOCK_QUOTE] = { NULL, "a quotation has no place on a page" },
    [MD_BLOCK_UL] = { enter_bullets, NULL },
    [MD_BLOCK_OL] = { enter_steps, NULL },
    [MD_BLOCK_LI] = { enter_item, NULL },
    [MD_BLOCK_HR] = { NULL, "a line across has no place on a page" },
    [MD_BLOCK_H] = { enter_heading, NULL },
    [MD_BLOCK_CODE] = { NULL, "indented or fenced text has no place on a page" },
    [MD_BLOCK_HTML] = { NULL, "HTML has no place on a page" },
    [MD_BLOCK_P] = { enter_paragraph, NULL },
    [MD_BLOCK_TABLE] = { NULL, "a table has no place on a page" },
};

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct body *body = data;
    if (type >= COUNT(blocks))
        return 0; /* rows and cells of a table, which is refused as a whole */
    if (blocks[type].refused)
        complain_of_block(body, blocks[type].refused);
    if (blocks[type].enter)
        blocks[type].enter(body, detail);
    return 0;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct body *body = data;
    (void)detail;
    if (type == MD_BLOCK_LI || type == MD_BLOCK_H || (type == MD_BLOCK_P && !body->in_item))
        end(body);
    if (type == MD_BLOCK_LI)
        body->in_item = false;
    return 0;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct body *body = data;
    if (type != MD_SPAN_A) {
        complain(body, "bold, slanted and code letters and pictures have no place on a page");
        return 0;
    }
    const MD_SPAN_A_DETAIL *link = detail;
    body->beside_link = body->beside_link || body->has_link || body->length > 0;
    body->has_link = body->in_link = true;
    size_t length = link->href.size < sizeof(body->target) ? link->href.size : sizeof(body->target) - 1;
    if (length > 0)
        memcpy(body->target, link->href.text, length);
    body->target[length] = '\0';
    return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct body *body = data;
    (void)detail;
    if (type == MD_SPAN_A)
        body->in_link = false;
    return 0;
}

static void append(struct body *body, const char *text, size_t size)
{
    if (body->length + size > sizeof(body->text)) {
        complain(body, "the paragraph is too long for a screen");
        return;
    }
    memcpy(body->text + body->length, text, size);
    body->length += size;
}

static const char *const refused_texts[] = {
    [MD_TEXT_NULLCHAR] = "there is a NUL byte",
    [MD_TEXT_BR] = "a line is broken by hand (two spaces or a backslash at its end)",
    [MD_TEXT_ENTITY] = "an HTML entity stands for a character; write the character itself",
    [MD_TEXT_HTML] = "HTML has no place on a page",
};

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct body *body = data;
    bool inside = text >= body->base.at && text < body->base.at + body->base.len;
    if (inside && body->open && body->length == 0)
        body->start_line = guide_line_of(body->base, text);
    if (inside)
        body->at = text + size;
    if (type < COUNT(refused_texts) && refused_texts[type])
        complain(body, refused_texts[type]);
    if (body->has_link && !body->in_link)
        body->beside_link = true;
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
        append(body, " ", 1);
    else if (body->open)
        append(body, text, size);
    return 0;
}

void guide_read_body(struct guide_page *page, struct findings *findings, struct str base, struct str text)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span = on_enter_span,
        .leave_span = on_leave_span,
        .text = on_text,
    };
    struct body *body = ARENA_NEW(findings->arena, struct body);
    body->page = page;
    body->findings = findings;
    body->base = base;
    body->at = text.at;
    if (text.len > 0 && md_parse(text.at, (MD_SIZE)text.len, &parser, body) != 0)
        complain(body, "the page can't be read");
}
