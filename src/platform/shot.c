#include "platform/shot.h"

#include <errno.h>
#include <png.h>
#include <stdio.h>
#include <string.h>

/* libpng reports through longjmp: everything that it may jump out of is in here, and nothing is allocated
 * here. */
static bool write_rows(png_structp png, png_infop info, FILE *file, const void *pixels, int width, int height,
                       size_t pitch)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_init_io(png, file);
    png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    /* Flat colours: the fastest level without filters is also nearly the smallest. */
    png_set_compression_level(png, 1);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_write_info(png, info);
    png_set_filler(png, 0, PNG_FILLER_AFTER);
    png_set_bgr(png);
    for (int row = 0; row < height; row++)
        png_write_row(png, (png_const_bytep)pixels + (size_t)row * pitch);
    png_write_end(png, info);
    return true;
}

static bool write_file(FILE *file, const void *pixels, int width, int height, size_t pitch)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    if (!png)
        return false;
    png_infop info = png_create_info_struct(png);
    bool written = info && write_rows(png, info, file, pixels, width, height, pitch);
    png_destroy_write_struct(&png, &info);
    return written;
}

bool shot_write(const char *path, const void *pixels, int width, int height, size_t pitch, struct err *err)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return err_at(err, ERR_IO, path, 0, "cannot be written: %s", strerrordesc_np(errno));
    bool written = write_file(file, pixels, width, height, pitch);
    bool closed = fclose(file) == 0;
    if (!written || !closed)
        return err_at(err, ERR_IO, path, 0, "could not be written completely");
    return true;
}
