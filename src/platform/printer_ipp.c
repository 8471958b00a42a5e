#include "platform/cups_library.h"
#include "platform/printer_job.h"
#include "platform/printer_reason.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Pages by IPP (RFC 8011): to a queue of CUPS, or straight to a printer. The page goes as PWG raster, which every
 * IPP Everywhere printer and every CUPS queue takes; what the printer says of paper and jams comes back. */

#define CONNECT_MS 5000
#define LOOK_AGAIN_MS 400
#define PATIENCE_S 90 /* for one page */
#define STOP_MS 5000
#define DPI 300

struct connection {
    const struct cups_library *cups;
    http_t *http;
    bool is_queue; /* of CUPS, which speaks for a printer */
    char uri[1024];
    char resource[512];
};

static bool connect_to(struct connection *out, const char *uri, struct printer_job *job)
{
    const struct cups_library *cups = out->cups;
    char scheme[32], user[64], host[256];
    int port = 0;
    http_uri_status_t status =
        cups->httpSeparateURI(HTTP_URI_CODING_ALL, uri, scheme, sizeof(scheme), user, sizeof(user), host, sizeof(host),
                              &port, out->resource, sizeof(out->resource));
    if (status < HTTP_URI_STATUS_OK || strlen(uri) >= sizeof(out->uri)) {
        (void)printer_job_failed(job, "\"%.150s\" is no printer's address", uri);
        return false;
    }
    strcpy(out->uri, uri);
    http_encryption_t encryption = strcmp(scheme, "ipps") == 0 ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    out->http = cups->httpConnect2(host, port, NULL, AF_UNSPEC, encryption, 1, CONNECT_MS, NULL);
    if (!out->http)
        (void)printer_job_failed(job, "%s:%d does not answer", host, port);
    return out->http != NULL;
}

static ipp_t *request_of(const struct connection *connection, ipp_op_t operation)
{
    const struct cups_library *cups = connection->cups;
    ipp_t *request = cups->ippNewRequest(operation);
    cups->ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, connection->uri);
    cups->ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, "maison");
    return request;
}

/* What the printer complains about; PRINTER_IDLE for nothing. */
static enum printer_state hear_complaint(const struct connection *connection, ipp_t *answer, struct printer_job *job,
                                         int waited)
{
    const struct cups_library *cups = connection->cups;
    ipp_attribute_t *found = cups->ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD);
    ipp_attribute_t *state = cups->ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
    struct printer_asked asked = { state && cups->ippGetInteger(state, 0) == IPP_PSTATE_STOPPED, connection->is_queue,
                                   waited };
    for (int i = 0; found && i < cups->ippGetCount(found); i++) {
        const struct printer_reason *reason = printer_reason_of(cups->ippGetString(found, i, NULL), &asked);
        if (!reason)
            continue;
        (void)printer_job_failed(job, "%s", reason->detail);
        return reason->state;
    }
    return asked.is_stopped ? printer_job_failed(job, "the printer or its queue is stopped") : PRINTER_IDLE;
}

/* The caller's to delete; NULL when the printer does not say. */
static ipp_t *get_printer(struct connection *connection)
{
    const struct cups_library *cups = connection->cups;
    static const char *const wanted[] = { "printer-state", "printer-state-reasons", "printer-is-accepting-jobs" };
    ipp_t *request = request_of(connection, IPP_OP_GET_PRINTER_ATTRIBUTES);
    cups->ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", (int)COUNT(wanted), NULL,
                        wanted);
    ipp_t *answer = cups->cupsDoRequest(connection->http, request, connection->resource);
    if (answer && cups->ippGetStatusCode(answer) <= IPP_STATUS_OK_CONFLICTING)
        return answer;
    cups->ippDelete(answer);
    return NULL;
}

static enum printer_state ask_printer(struct connection *connection, struct printer_job *job, int waited)
{
    const struct cups_library *cups = connection->cups;
    ipp_t *answer = get_printer(connection);
    if (!answer)
        return printer_job_failed(job, "%s: %s", connection->uri, cups->cupsLastErrorString());
    enum printer_state state = hear_complaint(connection, answer, job, waited);
    ipp_attribute_t *accepts = cups->ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    if (state == PRINTER_IDLE && accepts && !cups->ippGetBoolean(accepts, 0))
        state = printer_job_failed(job, "the queue takes no pages");
    cups->ippDelete(answer);
    return state;
}

static ssize_t write_raster(void *context, unsigned char *bytes, size_t count)
{
    const struct connection *connection = context;
    return connection->cups->cupsWriteRequestData(connection->http, (char *)bytes, count) == HTTP_STATUS_CONTINUE
               ? (ssize_t)count
               : -1;
}

static cups_page_header2_t header_of(const struct raster *page)
{
    cups_page_header2_t header;
    memset(&header, 0, sizeof(header));
    strcpy(header.MediaClass, "PwgRaster");
    strcpy(header.cupsPageSizeName, "iso_a4_210x297mm");
    header.HWResolution[0] = header.HWResolution[1] = DPI;
    header.NumCopies = 1;
    header.cupsWidth = (unsigned)page->width;
    header.cupsHeight = (unsigned)page->height;
    header.PageSize[0] = header.cupsWidth * 72 / DPI;
    header.PageSize[1] = header.cupsHeight * 72 / DPI;
    header.cupsPageSize[0] = (float)header.PageSize[0];
    header.cupsPageSize[1] = (float)header.PageSize[1];
    header.cupsBitsPerColor = header.cupsBitsPerPixel = 8;
    header.cupsBytesPerLine = header.cupsWidth;
    header.cupsColorOrder = CUPS_ORDER_CHUNKED;
    header.cupsColorSpace = CUPS_CSPACE_SW;
    header.cupsNumColors = 1;
    header.cupsInteger[CUPS_RASTER_PWG_TotalPageCount] = 1;
    header.cupsInteger[CUPS_RASTER_PWG_CrossFeedTransform] = 1;
    header.cupsInteger[CUPS_RASTER_PWG_FeedTransform] = 1;
    return header;
}

static bool send_page(struct connection *connection, const struct raster *page)
{
    const struct cups_library *cups = connection->cups;
    cups_page_header2_t header = header_of(page);
    cups_raster_t *raster = cups->cupsRasterOpenIO(write_raster, connection, CUPS_RASTER_WRITE_PWG);
    bool ok = raster && cups->cupsRasterWriteHeader2(raster, &header);
    for (int y = 0; ok && y < page->height; y++) {
        unsigned char *row = page->grey + (size_t)y * (size_t)page->width;
        ok = cups->cupsRasterWritePixels(raster, row, header.cupsBytesPerLine) == header.cupsBytesPerLine;
    }
    if (raster)
        cups->cupsRasterClose(raster);
    return ok;
}

/* The job's number; 0 when the printer did not take it. */
static int start_job(struct connection *connection, struct printer_job *job)
{
    const struct cups_library *cups = connection->cups;
    ipp_t *request = request_of(connection, IPP_OP_PRINT_JOB);
    /* No name and no title: queues keep those. */
    cups->ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL, "page");
    cups->ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL, "image/pwg-raster");
    cups->ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL, "iso_a4_210x297mm");
    http_status_t status = cups->cupsSendRequest(connection->http, request, connection->resource, CUPS_LENGTH_VARIABLE);
    bool sent = status == HTTP_STATUS_CONTINUE && send_page(connection, &job->page);
    cups->ippDelete(request);
    ipp_t *answer = cups->cupsGetResponse(connection->http, connection->resource);
    ipp_attribute_t *number = cups->ippFindAttribute(answer, "job-id", IPP_TAG_INTEGER);
    bool taken = sent && answer && cups->ippGetStatusCode(answer) <= IPP_STATUS_OK_CONFLICTING && number;
    int id = taken ? cups->ippGetInteger(number, 0) : 0;
    if (!taken)
        (void)printer_job_failed(job, "%s: %s", connection->uri, cups->cupsLastErrorString());
    cups->ippDelete(answer);
    return id;
}

static void cancel_job(struct connection *connection, int id, bool purge)
{
    const struct cups_library *cups = connection->cups;
    ipp_t *request = request_of(connection, IPP_OP_CANCEL_JOB);
    cups->ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
    if (purge)
        cups->ippAddBoolean(request, IPP_TAG_OPERATION, "purge-job", 1);
    cups->ippDelete(cups->cupsDoRequest(connection->http, request, connection->resource));
}

static void pause_a_moment(void)
{
    nanosleep(&(struct timespec){ 0, LOOK_AGAIN_MS * 1000000L }, NULL);
}

/* A queue calls a job cancelled at once, and only then takes it back from the printer. */
static void await_stop(struct connection *connection)
{
    bool is_at_work = true;
    for (int waited = 0; is_at_work && waited < STOP_MS; waited += LOOK_AGAIN_MS) {
        pause_a_moment();
        ipp_t *answer = get_printer(connection);
        ipp_attribute_t *state = connection->cups->ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
        is_at_work = state && connection->cups->ippGetInteger(state, 0) == IPP_PSTATE_PROCESSING;
        connection->cups->ippDelete(answer);
    }
}

/* Takes back what is not out, then has the queue forget the job: CUPS keeps the pages of finished ones for a day. The
 * other way round, it would end its own sending with no word to the printer, which then prints the page some day. */
static void leave_nothing(struct connection *connection, int id, enum printer_state state)
{
    if (state != PRINTER_DONE) {
        cancel_job(connection, id, false);
        await_stop(connection);
    }
    if (connection->is_queue)
        cancel_job(connection, id, true);
}

static ipp_jstate_t ask_job(struct connection *connection, int id)
{
    const struct cups_library *cups = connection->cups;
    ipp_t *request = request_of(connection, IPP_OP_GET_JOB_ATTRIBUTES);
    cups->ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
    cups->ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", NULL, "job-state");
    ipp_t *answer = cups->cupsDoRequest(connection->http, request, connection->resource);
    ipp_attribute_t *state = cups->ippFindAttribute(answer, "job-state", IPP_TAG_ENUM);
    /* A printer that has forgotten the job has printed it. */
    ipp_jstate_t found = state ? (ipp_jstate_t)cups->ippGetInteger(state, 0) : IPP_JSTATE_COMPLETED;
    cups->ippDelete(answer);
    return found;
}

/* Until the page is out, the printer complains or nobody wants it any more. */
static enum printer_state follow(struct connection *connection, struct printer_job *job, int id)
{
    for (int waited = 0; waited < PATIENCE_S * 1000; waited += LOOK_AGAIN_MS) {
        ipp_jstate_t state = ask_job(connection, id);
        if (state == IPP_JSTATE_COMPLETED)
            return PRINTER_DONE;
        if (state == IPP_JSTATE_CANCELED || state == IPP_JSTATE_ABORTED)
            return printer_job_failed(job, "the printer gave the page up");
        enum printer_state trouble = ask_printer(connection, job, waited);
        if (trouble != PRINTER_IDLE || atomic_load(&job->cancelled))
            return trouble;
        pause_a_moment();
    }
    return printer_job_failed(job, "the page was not printed in %d seconds", PATIENCE_S);
}

static enum printer_state print(struct connection connection, const char *uri, struct printer_job *job)
{
    if (!connect_to(&connection, uri, job))
        return PRINTER_FAILED;
    enum printer_state state = ask_printer(&connection, job, 0);
    int id = state == PRINTER_IDLE && !atomic_load(&job->cancelled) ? start_job(&connection, job) : 0;
    if (id > 0) {
        state = follow(&connection, job, id);
        leave_nothing(&connection, id, state);
    } else if (state == PRINTER_IDLE) {
        state = PRINTER_FAILED;
    }
    connection.cups->httpClose(connection.http);
    return state;
}

static enum printer_state has_no_cups(struct printer_job *job)
{
    return printer_job_failed(job, "libcups is not there; install the package libcups2");
}

enum printer_state printer_to_ipp(struct printer_job *job)
{
    struct cups_library cups;
    return cups_library_load(&cups) ? print((struct connection){ .cups = &cups }, job->where, job) : has_no_cups(job);
}

enum printer_state printer_to_queue(struct printer_job *job)
{
    struct cups_library cups;
    char uri[1024];
    if (!cups_library_load(&cups))
        return has_no_cups(job);
    if (cups.httpAssembleURIf(HTTP_URI_CODING_ALL, uri, sizeof(uri), "ipp", NULL, "localhost", cups.ippPort(),
                              "/printers/%s", job->where) < HTTP_URI_STATUS_OK)
        return printer_job_failed(job, "\"%.100s\" is no queue", job->where);
    return print((struct connection){ .cups = &cups, .is_queue = true }, uri, job);
}
