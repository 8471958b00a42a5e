/* Descriptions that their source writes in Markdown, as the plain text that a pack holds. */
#ifndef MAISON_PUBLISH_PLAIN_MARKDOWN_H
#define MAISON_PUBLISH_PLAIN_MARKDOWN_H

#include "base/arena.h"

/* Headings and paragraphs on lines of their own, list items behind a dash or their number, links as their words;
 * emphasis, rules and pictures go. A text without Markdown comes out as it was, but for single line ends inside a
 * paragraph, which stay. */
struct str plain_markdown(struct arena *arena, struct str markdown);

#endif
