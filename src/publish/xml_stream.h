/* An XML file of a feed, read one tag after the other. Document types are refused, and with them every entity of the
 * file's own: nothing expands, nothing is fetched. */
#ifndef MAISON_PUBLISH_XML_STREAM_H
#define MAISON_PUBLISH_XML_STREAM_H

#include "publish/feed.h"

enum xml_event { XML_START, XML_END, XML_TEXT, XML_DONE };

struct xml_stream;

MUST_USE bool xml_stream_open(struct xml_stream **out, struct feed *feed, size_t file, struct err *err);
void xml_stream_close(struct xml_stream *stream); /* accepts NULL */
void xml_stream_closep(struct xml_stream **stream);

/* An empty element gives XML_START and XML_END as well. ERR_FORMAT when it is no well-formed XML. */
MUST_USE bool xml_stream_next(struct xml_stream *stream, enum xml_event *out, struct err *err);

/* True if the element that starts or ends has that name, whatever its namespace. */
bool xml_stream_is(const struct xml_stream *stream, const char *name);

/* Of an element that starts, whatever the attribute's namespace; NULL when it has none. Valid in `arena`. */
const char *xml_stream_attribute(struct xml_stream *stream, struct arena *arena, const char *name);

/* Of XML_TEXT; borrowed until the next event. */
struct str xml_stream_text(const struct xml_stream *stream);

#endif
