#include "platform/faces.h"

#include "base/file.h"
#include "base/log.h"

#include <stdlib.h>

/* A face that is open for drawing keeps tables of its own in memory, 0.1 to 2 MB of them; a screen mixes a
 * handful. */
#define DRAWERS_MAX 12

/* Of a font with all of Han 20 MB would stay in memory, a page for each character ever shown. After so many words the
 * pages are given back; what is drawn next is read again from the system's cache. */
#define WORDS_BETWEEN_RESTS 100

struct face {
    bool tried;
    struct file_map file; /* shared by both readers */
    hb_font_t *shaper;
    int shaper_size;
    TTF_Font *drawer;
    int drawer_size;
    unsigned long used;
};

struct faces {
    struct fonts *fonts;
    struct face at[FONT_FACES_MAX];
    unsigned long clock;
    int drawers;
    int words; /* drawn since pages were given back */
};

struct faces *faces_new(struct fonts *fonts)
{
    struct faces *faces = calloc(1, sizeof(*faces));
    if (!faces)
        log_fatal("out of memory: the faces");
    faces->fonts = fonts;
    return faces;
}

static void drawer_close(struct faces *faces, struct face *face)
{
    if (!face->drawer)
        return;
    TTF_CloseFont(face->drawer);
    face->drawer = NULL;
    faces->drawers--;
}

void faces_free(struct faces *faces)
{
    if (!faces)
        return;
    for (size_t i = 0; i < COUNT(faces->at); i++) {
        drawer_close(faces, &faces->at[i]);
        hb_font_destroy(faces->at[i].shaper);
        file_unmap(faces->at[i].file);
    }
    free(faces);
}

static void shaper_open(struct face *face, struct font_file file)
{
    face->tried = true;
    struct err ignored;
    if (!file_map(&face->file, file.path, &ignored))
        return;
    hb_blob_t *bytes = hb_blob_create(face->file.at, (unsigned)face->file.len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *tables = hb_face_create(bytes, (unsigned)file.index);
    hb_blob_destroy(bytes); /* the face holds on to it */
    if (hb_face_get_glyph_count(tables) > 0)
        face->shaper = hb_font_create(tables);
    hb_face_destroy(tables);
}

static struct face *face_find(struct faces *faces, int number)
{
    if (number < 0 || number >= (int)COUNT(faces->at))
        return NULL;
    struct face *face = &faces->at[number];
    if (!face->tried)
        shaper_open(face, fonts_file(faces->fonts, number));
    return face->shaper ? face : NULL;
}

hb_font_t *faces_shaper(struct faces *faces, int number, int size)
{
    struct face *face = face_find(faces, number);
    if (!face)
        return NULL;
    if (face->shaper_size != size)
        hb_font_set_scale(face->shaper, size * 64, size * 64);
    face->shaper_size = size;
    return face->shaper;
}

static void close_oldest_drawer(struct faces *faces)
{
    struct face *oldest = NULL;
    for (size_t i = 0; i < COUNT(faces->at); i++) {
        struct face *face = &faces->at[i];
        if (face->drawer && (!oldest || face->used < oldest->used))
            oldest = face;
    }
    if (oldest)
        drawer_close(faces, oldest);
}

static void drawer_open(struct faces *faces, struct face *face, struct font_file file, int size)
{
    SDL_RWops *stream = SDL_RWFromConstMem(face->file.at, (int)face->file.len);
    if (!stream)
        return;
    face->drawer = TTF_OpenFontIndexRW(stream, 1, size, file.index);
    if (!face->drawer)
        return;
    /* The only mode that keeps glyphs where HarfBuzz puts them: the others round each to whole pixels. */
    TTF_SetFontHinting(face->drawer, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontKerning(face->drawer, 1);
    face->drawer_size = size;
    faces->drawers++;
}

static void give_pages_back(struct faces *faces)
{
    for (size_t i = 0; i < COUNT(faces->at); i++)
        file_let_go(faces->at[i].file);
    faces->words = 0;
}

TTF_Font *faces_drawer(struct faces *faces, int number, int size)
{
    struct face *face = face_find(faces, number);
    if (!face)
        return NULL;
    if (!face->drawer) {
        if (faces->drawers >= DRAWERS_MAX)
            close_oldest_drawer(faces);
        drawer_open(faces, face, fonts_file(faces->fonts, number), size);
    }
    /* Changing the size of an open font costs far less than opening the file again. */
    if (face->drawer && face->drawer_size != size && TTF_SetFontSize(face->drawer, size) != 0)
        return NULL;
    face->drawer_size = size;
    face->used = ++faces->clock;
    if (++faces->words >= WORDS_BETWEEN_RESTS)
        give_pages_back(faces);
    return face->drawer;
}
