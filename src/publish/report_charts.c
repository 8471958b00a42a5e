/* Bars and columns as inline SVG (https://www.w3.org/TR/SVG11/), with every number beside them as text. */
#include "publish/report_parts.h"

#define BAR_WIDTH 240
#define BAR_HEIGHT 14

#define COLUMN_WIDTH 90
#define COLUMN_HEIGHT 110
#define LABEL_HEIGHT 22

void report_text(FILE *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        default:
            /* HTML has no place for control characters, and a broken pack may hold some. */
            fputc((unsigned char)*text < 0x20 && *text != '\n' && *text != '\t' ? ' ' : *text, out);
        }
    }
}

void report_name(FILE *out, const char *text)
{
    fputs("<bdi>", out);
    report_text(out, text);
    fputs("</bdi>", out);
}

void report_bar(FILE *out, const size_t *parts, size_t count, size_t whole, const char *what)
{
    double at = 0;
    fprintf(out, "<svg class=\"bar\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\"><title>", BAR_WIDTH,
            BAR_HEIGHT, BAR_WIDTH, BAR_HEIGHT);
    report_text(out, what);
    fprintf(out, "</title><rect class=\"room\" width=\"%d\" height=\"%d\"/>", BAR_WIDTH, BAR_HEIGHT);
    for (size_t i = 0; i < count; i++) {
        double width = whole > 0 ? (double)parts[i] * BAR_WIDTH / (double)whole : 0;
        if (width > 0)
            fprintf(out, "<rect class=\"p%zu\" x=\"%.1f\" width=\"%.1f\" height=\"%d\"/>", i, at, width, BAR_HEIGHT);
        at += width;
    }
    fputs("</svg>", out);
}

void report_legend(FILE *out, const char *const *labels, size_t count)
{
    fputs("<p class=\"small legend\">", out);
    for (size_t i = 0; i < count; i++) {
        if (labels[i])
            fprintf(out,
                    "<span><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"p%zu\" width=\"12\" "
                    "height=\"12\"/></svg> %s</span> ",
                    i, labels[i]);
    }
    fputs("</p>\n", out);
}

void report_columns(FILE *out, const size_t *values, const char *const *labels, size_t count, const char *what)
{
    size_t most = 1;
    for (size_t i = 0; i < count; i++)
        most = values[i] > most ? values[i] : most;
    int width = (int)count * COLUMN_WIDTH;
    int height = COLUMN_HEIGHT + 2 * LABEL_HEIGHT;
    fprintf(out, "<svg class=\"columns\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\"><title>", width,
            height, width, height);
    report_text(out, what);
    fputs("</title>", out);
    for (size_t i = 0; i < count; i++) {
        int left = (int)i * COLUMN_WIDTH;
        double tall = (double)values[i] * COLUMN_HEIGHT / (double)most;
        double top = LABEL_HEIGHT + COLUMN_HEIGHT - tall;
        fprintf(out,
                "<rect class=\"p%zu\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>"
                "<text x=\"%d\" y=\"%.1f\">%zu</text><text x=\"%d\" y=\"%d\">%s</text>",
                i, left + 12, top, COLUMN_WIDTH - 24, tall, left + COLUMN_WIDTH / 2, top - 5, values[i],
                left + COLUMN_WIDTH / 2, COLUMN_HEIGHT + 2 * LABEL_HEIGHT - 5, labels[i]);
    }
    fprintf(out, "<path class=\"floor\" d=\"M0 %d.5H%d\"/></svg>\n", LABEL_HEIGHT + COLUMN_HEIGHT, width);
}
