#include "screens/parts.h"
#include "screens/print_parts.h"
#include "screens/screens.h"

#include "text/format.h"

/* A guide page: plain words in short blocks, one below the other, narrow enough to read. */

static void step(struct ui *ui, struct node *card, const struct block_row *block, int number)
{
    struct node *row = ui_row(ui, card, 20);
    row->align = NODE_START;
    struct node *disc = ui_column(ui, row, 0);
    disc->min_w = disc->max_w = disc->min_h = ui_grown(ui, 52);
    disc->radius = ui_grown(ui, 26);
    disc->align = disc->justify = NODE_CENTRE;
    ui_fill(disc, ui_colour(ui, COLOUR_ACCENT));
    struct node *digit = ui_text(ui, disc, UI_STRONG, format_number(ui->arena, ui->lang, number, 0));
    digit->colour = ui_colour(ui, COLOUR_ON_ACCENT);
    struct node *words = parts_localized(ui, row, UI_BODY, block->text);
    if (words) {
        words->grow = 1;
        words->self = NODE_CENTRE;
    }
}

static void bullet(struct ui *ui, struct node *card, const struct block_row *block)
{
    struct node *row = ui_row(ui, card, 18);
    row->align = NODE_START;
    struct node *mark = ui_column(ui, row, 0);
    mark->min_w = mark->max_w = ui_grown(ui, 52);
    mark->min_h = ui_grown(ui, 42);
    mark->align = mark->justify = NODE_CENTRE;
    ui_icon(ui, mark, "fiber_manual_record", 18, ui_colour(ui, COLOUR_ACCENT));
    struct node *words = parts_localized(ui, row, UI_BODY, block->text);
    if (words)
        words->grow = 1;
}

/* What follows belongs to it, so it stands nearer to that than to what comes before. */
static void heading(struct ui *ui, struct node *card, const struct block_row *block, bool is_first)
{
    struct node *column = ui_column(ui, card, is_first ? 0 : 14);
    if (!is_first)
        ui_column(ui, column, 0);
    parts_localized_heading(ui, column, UI_H2, block->text);
}

/* Links lead nowhere on paper: there they are words among the others. */
static void blocks(struct ui *ui, struct node *card, const struct page_detail *page, bool on_paper)
{
    int number = 0;
    for (size_t i = 0; i < page->block_count; i++) {
        const struct block_row *block = &page->blocks[i];
        number = block->kind == BLOCK_STEP ? number + 1 : 0;
        if (block->kind == BLOCK_STEP)
            step(ui, card, block, number);
        else if (block->kind == BLOCK_BULLET || (block->kind == BLOCK_LINK && on_paper))
            bullet(ui, card, block);
        else if (block->kind == BLOCK_LINK)
            parts_link(ui, card, (struct parts_link){ block->target, block->text, NULL });
        else if (block->kind == BLOCK_HEADING)
            heading(ui, card, block, i == 0);
        else
            parts_localized(ui, card, UI_BODY, block->text);
    }
}

static void note_all(struct parts_notice *notice, const struct ui *ui, const struct page_detail *page)
{
    parts_notice_text(notice, ui, page->title);
    for (size_t i = 0; i < page->block_count; i++)
        parts_notice_text(notice, ui, page->blocks[i].text);
}

void print_guide_page(struct ui *ui, struct node *column, const struct model *model)
{
    const struct page_detail *page = &model->view.page;
    parts_localized(ui, column, UI_H1, page->title);
    blocks(ui, column, page, true);
    parts_checked(ui, column, model, page->checked);
    parts_origin(ui, column, page->sources, page->source_count);
    struct parts_notice notice = { 0 };
    note_all(&notice, ui, page);
    parts_notice_draw(ui, column, &notice);
}

void screen_page(struct ui *ui, const struct model *model)
{
    const struct page_detail *page = &model->view.page;
    struct parts_notice notice = { 0 };
    struct node *content = parts_frame(ui, model);
    content->align = NODE_START;
    struct node *column = ui_column(ui, content, 28);
    column->max_w = ui_grown(ui, 1400);
    column->self = NODE_CENTRE;
    parts_title(ui, column, &model->view.topic, page->title);
    struct node *card = ui_card(ui, column);
    card->gap = ui_px(ui, 18);
    ui_pad(ui, card, 48, 40);
    blocks(ui, card, page, false);
    note_all(&notice, ui, page);
    struct node *about = ui_column(ui, column, 12);
    parts_checked(ui, about, model, page->checked);
    parts_origin(ui, about, page->sources, page->source_count);
    parts_notice_draw(ui, about, &notice);
    parts_wrong_button(ui, about, model);
}
