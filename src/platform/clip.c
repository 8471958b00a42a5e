#include "platform/clip.h"

#include "base/log.h"

#include <opusfile.h>
#include <stdlib.h>

#define CHUNK 5760 /* samples of one channel: the longest packet, 120 ms */

static void op_closep(OggOpusFile **file)
{
    if (*file)
        op_free(*file);
}

static int16_t mix(const opus_int16 *frame)
{
    return (int16_t)((frame[0] + frame[1]) / 2);
}

/* Half of it is better not played: what stops in the middle of a sentence misleads. */
static bool read_all(OggOpusFile *file, int16_t *samples, size_t room, size_t *count)
{
    opus_int16 stereo[2 * CHUNK];
    *count = 0;
    for (;;) {
        int frames = op_read_stereo(file, stereo, 2 * CHUNK);
        if (frames == 0)
            return *count > 0;
        if (frames < 0 || *count + (size_t)frames > room)
            return false;
        for (int i = 0; i < frames; i++)
            samples[(*count)++] = mix(&stereo[2 * i]);
    }
}

bool clip_decode(int16_t **samples, size_t *count, struct str opus, struct err *err)
{
    int error = 0;
    CLEANUP(op_closep)
    OggOpusFile *file = op_open_memory((const unsigned char *)opus.at, opus.len, &error);
    ogg_int64_t total = file ? op_pcm_total(file, -1) : 0;
    if (!file || total <= 0 || total > (ogg_int64_t)CLIP_SECONDS_MOST * CLIP_RATE)
        return err_set(err, ERR_FORMAT, "a clip is no Ogg Opus of up to %d s", CLIP_SECONDS_MOST);
    int16_t *room = malloc((size_t)total * sizeof(*room));
    if (!room)
        log_fatal("out of memory: a clip");
    if (!read_all(file, room, (size_t)total, count)) {
        free(room);
        return err_set(err, ERR_FORMAT, "a clip is damaged");
    }
    *samples = room;
    return true;
}
