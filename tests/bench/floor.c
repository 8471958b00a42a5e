/* What SDL2 and SDL2_ttf cost by themselves: a window of the same size, one font, a screen full of lines, each drawn
 * anew for each frame as the simplest program would. The kiosk's figures stand beside these. maison-floor first FONT
 * opens, shows, says so on stdout, waits to be ended maison-floor frames FONT TEXT N  draws N frames of 40 lines of
 * TEXT; prints milliseconds, one a line */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LINES 40

static void draw_line(SDL_Renderer *renderer, TTF_Font *font, const char *text, int y)
{
    SDL_Surface *surface = TTF_RenderUTF8_Blended(font, text, (SDL_Color){ 20, 33, 61, 255 });
    if (!surface)
        return;
    SDL_Texture *texture = SDL_CreateTextureFromSurface(renderer, surface);
    SDL_RenderCopy(renderer, texture, NULL, &(SDL_Rect){ 40, y, surface->w, surface->h });
    SDL_DestroyTexture(texture);
    SDL_FreeSurface(surface);
}

static void draw_screen(SDL_Renderer *renderer, TTF_Font *font, const char *text, int number)
{
    SDL_SetRenderDrawColor(renderer, 250, 247, 242, 255);
    SDL_RenderClear(renderer);
    for (int i = 0; i < LINES; i++) {
        char line[512];
        snprintf(line, sizeof(line), "%d %s %d", number, text, i);
        draw_line(renderer, font, line, 10 + i * 26);
    }
    SDL_RenderPresent(renderer);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0)
        return 3;
    SDL_Window *window = SDL_CreateWindow("floor", 0, 0, 1920, 1080, SDL_WINDOW_BORDERLESS);
    SDL_Renderer *renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    TTF_Font *font = TTF_OpenFont(argv[2], 22);
    if (!renderer || !font)
        return 3;
    if (strcmp(argv[1], "first") == 0) {
        draw_screen(renderer, font, "Bienvenue", 0);
        printf("{\"event\":\"first-frame\"}\n");
        fflush(stdout);
        pause();
        return 0;
    }
    int frames = argc > 4 ? atoi(argv[4]) : 30;
    for (int i = 0; i < frames && argc > 3; i++) {
        Uint64 start = SDL_GetPerformanceCounter();
        draw_screen(renderer, font, argv[3], i);
        double ms = (double)(SDL_GetPerformanceCounter() - start) * 1e3 / (double)SDL_GetPerformanceFrequency();
        printf("%.4f\n", ms);
    }
    return 0;
}
