#include "platform/printer_job.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Receipt printers, by the commands that Epson's ESC/POS and all that follow it share: ESC @ (initialise), GS v 0
 * (print raster bit image), GS V 66 (feed and cut), DLE EOT 4 (paper sensor status). */

#define BAND_ROWS 128   /* of one GS v 0: small printers hold no more */
#define BLACK_BELOW 160 /* grey: letters keep their weight on thermal paper */
#define PATIENCE_MS 10000
#define LOOK_UP_MS 200 /* how soon a cancelled page is noticed */
#define STATUS_MS 500
#define NO_PAPER_BITS 0x60 /* of the paper sensor's status */

/* False when the device takes nothing any more: it is off, or out of paper and silent about it. */
static bool can_take(int device, const struct printer_job *job)
{
    for (int waited = 0; waited < PATIENCE_MS && !atomic_load(&job->cancelled); waited += LOOK_UP_MS) {
        struct pollfd wait = { device, POLLOUT, 0 };
        if (poll(&wait, 1, LOOK_UP_MS) > 0)
            return (wait.revents & POLLOUT) != 0;
    }
    return false;
}

static bool send(int device, const struct printer_job *job, const uint8_t *bytes, size_t count)
{
    while (count > 0) {
        if (!can_take(device, job))
            return false;
        ssize_t sent = write(device, bytes, count);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        if (sent > 0) {
            bytes += sent;
            count -= (size_t)sent;
        }
    }
    return true;
}

/* Asks the paper sensor. A printer that does not answer is taken to have paper. */
static bool has_no_paper(int device, const struct printer_job *job)
{
    static const uint8_t question[] = { 0x10, 0x04, 4 };
    struct pollfd wait = { device, POLLIN, 0 };
    uint8_t answer;
    if (!send(device, job, question, sizeof(question)) || poll(&wait, 1, STATUS_MS) <= 0)
        return false;
    return read(device, &answer, 1) == 1 && (answer & NO_PAPER_BITS) != 0;
}

/* Eight dots a byte, the leftmost in the highest bit; 1 is black. */
static void pack_row(uint8_t *out, const uint8_t *grey, int width)
{
    memset(out, 0, (size_t)(width + 7) / 8);
    for (int x = 0; x < width; x++) {
        if (grey[x] < BLACK_BELOW)
            out[x / 8] |= (uint8_t)(0x80 >> (x % 8));
    }
}

static bool send_band(int device, const struct printer_job *job, int first, int rows)
{
    const struct raster *page = &job->page;
    size_t bytes_a_row = (size_t)(page->width + 7) / 8;
    uint8_t head[] = { 0x1D,
                       'v',
                       '0',
                       0,
                       (uint8_t)(bytes_a_row & 0xFF),
                       (uint8_t)(bytes_a_row >> 8),
                       (uint8_t)(rows & 0xFF),
                       (uint8_t)(rows >> 8) };
    uint8_t *band = malloc(bytes_a_row * (size_t)rows);
    bool ok = band != NULL;
    for (int row = 0; ok && row < rows; row++)
        pack_row(band + (size_t)row * bytes_a_row, page->grey + (size_t)(first + row) * (size_t)page->width,
                 page->width);
    ok = ok && send(device, job, head, sizeof(head)) && send(device, job, band, bytes_a_row * (size_t)rows);
    free(band);
    return ok;
}

static bool send_page(int device, const struct printer_job *job)
{
    static const uint8_t start[] = { 0x1B, '@' };
    static const uint8_t cut[] = { 0x1D, 'V', 66, 0 };
    bool ok = send(device, job, start, sizeof(start));
    for (int first = 0; ok && first < job->page.height; first += BAND_ROWS) {
        int left = job->page.height - first;
        ok = send_band(device, job, first, left < BAND_ROWS ? left : BAND_ROWS);
    }
    return ok && send(device, job, cut, sizeof(cut));
}

enum printer_state printer_to_escpos(struct printer_job *job)
{
    struct stat info;
    int device = open(job->where, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (device < 0)
        return printer_job_failed(job, "%s can't be opened (%s)", job->where, strerror(errno));
    bool answers = fstat(device, &info) == 0 && !S_ISREG(info.st_mode);
    enum printer_state state = PRINTER_DONE;
    if (answers && has_no_paper(device, job))
        state = PRINTER_NO_PAPER;
    else if (!send_page(device, job))
        state = answers && has_no_paper(device, job) ? PRINTER_NO_PAPER
                                                     : printer_job_failed(job, "%s takes no data", job->where);
    close(device);
    return state;
}
