#include "publish/new_texts.h"

const struct new_topic new_topics[] = {
    { "health", "medical_services", "#B4341F", false },    { "housing", "bed", "#6B3FA0", false },
    { "language", "record_voice_over", "#0A5C63", false }, { "papers", "badge", "#1D4E89", false },
    { "daily", "restaurant", "#4B6B12", false },           { "women", "favorite", "#8A2B5C", true },
    { "children", "child_care", "#A8326E", false },        { "work", "work", "#7A4B12", false },
    { "transport", "directions_bus", "#0F5F8C", false },   { "participate", "groups", "#3E5C1E", false },
};
const size_t new_topic_count = COUNT(new_topics);

const char *const new_answers[] = { "free",       "paid",      "no-papers", "papers-needed",
                                    "women-only", "step-free", "steps",     "children-welcome" };
const size_t new_answer_count = COUNT(new_answers);

const char new_manifest[] = "{\n"
                            "  \"name\": \"\",\n"
                            "  \"profile\": \"tabular-data-package\",\n"
                            "  \"resources\": [%s\n  ],\n"
                            "  \"maison\": {\n"
                            "    \"id\": \"\",\n"
                            "    \"city\": \"\",\n"
                            "    \"country\": \"\",\n"
                            "    \"time_zone\": \"\",\n"
                            "    \"source_language\": \"%s\",\n"
                            "    \"languages\": [\"%s\"],\n"
                            "    \"fallback\": [\"%s\"],\n"
                            "    \"audience\": \"\",\n"
                            "    \"sequence\": 1,\n"
                            "    \"created\": \"%s\",\n"
                            "    \"expires\": \"%s\",\n"
                            "    \"status\": \"sample\"\n"
                            "  }\n"
                            "}\n";

const char new_readme[] =
    "# A new welcome pack\n"
    "\n"
    "Run `maison-pack check DIR` after each step: it says what is still to be filled in, file by file and row by row.\n"
    "\n"
    "1. **datapackage.json**, the part `maison`: a short `id` and the name of the `city`; `country` in two capital "
    "letters\n"
    "   (`FR`); `time_zone` (`Europe/Paris`); the `languages` in the kiosk's order (`[\"fr\", \"ar\", \"en\"]`), the "
    "source\n"
    "   language among them; `fallback`, the languages to show where a text is not translated; whom the pack is for\n"
    "   (`audience`, often the same word as `id`).\n"
    "2. **topics.csv**: a `name` for each topic in the source language, one or two words. Delete the rows that you "
    "don't need.\n"
    "3. **emergency.csv**: `number` (112), `icon` (local_hospital, local_police, …), `order`, `name`, and `when` to "
    "call.\n"
    "4. **kiosks.csv**: each kiosk's `name`, `address`, `latitude` and `longitude`.\n"
    "5. **Services**: fill in sheet.csv in a spreadsheet, one row for each, and run\n"
    "   `maison-pack import DIR/sheet.csv --into DIR`. A row that begins with # is a note. Change a service in the "
    "sheet and\n"
    "   import it again, or edit the files in hsds/. Directories that are there already (HSDS, data.inclusion) come in "
    "with\n"
    "   `maison-pack import` as well.\n"
    "6. **sources.csv**: where each emergency number and kiosk was taken from: `record` is `emergency/ID` or "
    "`kiosks/ID`.\n"
    "7. **guide/TOPIC/NAME.md**: pages, such as how to see a doctor.\n"
    "8. **closures.csv**: public holidays, such as `--12-25` or `easter+1`.\n"
    "9. `maison-pack catalogue DIR` makes po/LANG.po for each language, for translators (Poedit, Weblate).\n"
    "10. `maison-pack build DIR -o FILE.pack`, then `maison --pack FILE.pack` shows it.\n"
    "\n"
    "phrases.csv, answers.csv, steps.csv and notices.csv may stay empty. docs/pack-format.md of Maison describes every "
    "file.\n";

static const struct example {
    enum sheet_column column;
    const char *text;
} examples[] = {
    { SHEET_ID, "#" },
    { SHEET_TOPICS, "\"health, papers\"" },
    { SHEET_URL, "https://" },
    { SHEET_LATITUDE, "45.1885" },
    { SHEET_LONGITUDE, "5.7245" },
    { SHEET_HOURS, "\"Mo-Fr 08:30-12:30,13:30-17:00; Sa 09:00-12:00; PH off\"" },
    { SHEET_LANGUAGES, "\"ar, ti\"" },
    { SHEET_CHECKED, "2026-11-24" },
    { SHEET_SOURCE, "https://" },
};

const char *new_sheet_example(enum sheet_column column)
{
    for (size_t i = 0; i < COUNT(examples); i++) {
        if (examples[i].column == column)
            return examples[i].text;
    }
    return "";
}
