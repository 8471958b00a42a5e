#include "tool/command.h"

const struct command commands[] = {
    { "new",
      "DIR",
      1,
      { { "--lang", "TAG", false } },
      "makes a pack's folder with everything to fill in",
      "DIR must not be there yet, or be empty. TAG is the language that its texts will be\n"
      "written in (en when not given). DIR/README.md says what comes next.\n",
      cmd_new },
    { "check",
      "DIR",
      1,
      { { "--json", NULL, false }, { "--html", "FILE", false }, { "--at", "DAY", false } },
      "says what is wrong in a pack's folder",
      "Prints one line for each finding: FILE:ROW:COLUMN: severity: message. advice [rule]\n"
      "With --html it writes a report to read, keep and print into FILE as well.\n"
      "Ages are counted to DAY, or else to the day on which the pack was made.\n"
      "With --json an array of {rule, severity, file, row, column, message, advice}.\n"
      "Exit status 0 without errors (warnings are allowed), 1 with errors.\n",
      cmd_check },
    { "import",
      "FROM",
      1,
      { { "--into", "DIR", true },
        { "--format", "F", false },
        { "--dry-run", NULL, false },
        { "--report", "FILE.json", false },
        { "--source", "NAME", false },
        { "--url", "URL", false },
        { "--json", NULL, false } },
      "brings services from elsewhere into a pack's folder",
      "FROM is a file, a zip or a folder. F is hsds-csv, hsds-json, data-inclusion or sheet; it is\n"
      "found out when not given. Whatever was edited in DIR stays; the report lists every row that was refused,\n"
      "every value left out, and where the source says something else now. NAME keeps the rows\n"
      "of one source together over several imports (else FROM's name, without a date); URL is\n"
      "where it is published, for sources.csv. With --dry-run nothing is written.\n"
      "Exit status 0 when anything was taken, 1 when FROM was refused as a whole.\n",
      cmd_import },
    { "catalogue",
      "DIR",
      1,
      { { NULL, NULL, false } },
      "brings the translation catalogues up to date",
      "Writes DIR/po/pack.pot, merges it into the catalogue of each language that\n"
      "datapackage.json names (a missing one is made), and prints how much is translated.\n",
      cmd_catalogue },
    { "build",
      "DIR",
      1,
      { { "-o", "FILE.pack", true } },
      "checks the folder and builds the pack",
      "The same folder gives the same bytes. With errors nothing is written, they go to\n"
      "stderr, and the exit status is 1.\n",
      cmd_build },
    { "diff",
      "OLD NEW",
      2,
      { { "--json", NULL, false } },
      "says what a reader would see change",
      "OLD and NEW are packs or folders. Lists what is new (+), gone (-) or changed (~): services,\n"
      "hours, phone numbers, addresses, pages, notices, and texts in each language.\n"
      "With --json {old, new, changes, counts}. Exit status 0, changed or not.\n",
      cmd_diff },
    { "export",
      "DIR-or-PACK",
      1,
      { { "--format", "F", true }, { "-o", "OUT", true }, { "--all", NULL, false } },
      "writes the directory for other programs",
      "F is hsds-csv (OUT is a folder that is not there yet), hsds-json or sheet (OUT is a file).\n"
      "What a pack does not show stays at home: contacts, staff mails, who changed what, services\n"
      "that are inactive. With --all it leaves as well. Prints what was written and left out.\n",
      cmd_export },
    { "hours",
      "PACK SERVICE-ID",
      2,
      { { "--at", "RFC3339", true }, { "--json", NULL, false } },
      "says whether a service is open at a moment",
      "Prints its state (open, closed, by-appointment, unknown) and its week, as a kiosk\n"
      "would show them: of its place that is open, else of its first.\n",
      cmd_hours },
    { "search",
      "PACK WORDS",
      2,
      { { "--lang", "TAG", true },
        { "--near", "LAT,LON", false },
        { "--at", "RFC3339", false },
        { "--facet", "ID", false },
        { "--limit", "N", false },
        { "--json", NULL, false } },
      "says what a visitor finds who types these words",
      "Prints one line for each hit, best first: kind, id, name, state, distance. N is 20\n"
      "unless given, the moment is now; without --near there are no distances.\n"
      "--facet may stand several times (open-now, no-papers, free, my-language, women-only,\n"
      "step-free, children-welcome): then only services are listed, those last whose answer\n"
      "is not known.\n"
      "Exit status 0 with hits, 1 without.\n",
      cmd_search },
    { "keygen",
      "",
      0,
      { { "-p", "PUB", true }, { "-s", "SEC", true }, { "-W", NULL, false } },
      "makes a key pair to sign packs with",
      "Writes a public key, for the kiosks, and a secret key, for those who publish; both as\n"
      "minisign does. Asks for a password; with -W there is none. Never writes over a file.\n",
      cmd_keygen },
    { "sign",
      "FILE.pack",
      1,
      { { "-s", "SEC", true } },
      "signs a pack",
      "Writes FILE.pack.minisig, which says whom the pack is for, its sequence, how long it\n"
      "holds and how large it is. Copy both files together.\n",
      cmd_sign },
    { "verify",
      "FILE.pack",
      1,
      { { "-p", "PUB", true } },
      "says whether a pack is what was signed",
      "Reads FILE.pack.minisig beside it. Exit status 0 when it is, 1 when it is not.\n",
      cmd_verify },
    { "publish",
      "PACK...",
      WORDS_MANY,
      { { "--to", "FOLDER", true }, { "-p", "PUB", false } },
      "puts signed packs into a folder that any web server can serve",
      "Copies each pack and its signature under a name of its own and writes index.json. The\n"
      "same packs again change nothing. With -p the signatures are verified first.\n",
      cmd_publish },
    { "install",
      "FROM",
      1,
      { { "--store", "DIR", true },
        { "-p", "PUB", false },
        { "--audience", "NAME", false },
        { "--again", NULL, false } },
      "lets a signed pack into a kiosk's store",
      "FROM is a pack, a folder such as a stick (the newest pack in it), or an http(s) address.\n"
      "The first install needs -p; the store keeps the key for the next ones. --again also\n"
      "takes what was rolled back. The same pack again changes nothing. Exit status 1 when the\n"
      "pack is refused; the store is then as it was.\n",
      cmd_install },
    { "rollback",
      "",
      0,
      { { "--store", "DIR", true }, { "-p", "PUB", false } },
      "goes back to the pack before",
      "What was current becomes the previous one; the same again returns to it.\n",
      cmd_rollback },
    { "pin",
      "",
      0,
      { { NULL, NULL, false } },
      "makes the setting with which a kiosk knows the PIN of its staff",
      "Asks for a PIN of 4 to 12 digits twice (on a terminal without showing it, else a line of\n"
      "stdin each) and prints the line for the kiosk's settings; the PIN can't be read from it.\n",
      cmd_pin },
    { "status",
      "",
      0,
      { { "--store", "DIR", true }, { "-p", "PUB", false }, { "--json", NULL, false } },
      "says which packs a store holds",
      "Verifies both packs from end to end. Exit status 0 when the current one is whole and\n"
      "has not expired, else 1.\n",
      cmd_status },
};
const size_t command_count = COUNT(commands);
