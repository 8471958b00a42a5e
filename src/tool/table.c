#include "tool/command.h"

const struct command commands[] = {
    { "check", "DIR", 1, { { "--json", NULL, false } }, "says what is wrong in a pack's folder",
      "Prints one line for each finding: FILE:ROW:COLUMN: severity: message. advice [rule]\n"
      "With --json an array of {rule, severity, file, row, column, message, advice}.\n"
      "Exit status 0 without errors (warnings are allowed), 1 with errors.\n",
      cmd_check },
    { "catalogue", "DIR", 1, { { NULL, NULL, false } }, "brings the translation catalogues up to date",
      "Writes DIR/po/pack.pot, merges it into the catalogue of each language that\n"
      "datapackage.json names (a missing one is made), and prints how much is translated.\n",
      cmd_catalogue },
    { "build", "DIR", 1, { { "-o", "FILE.pack", true } }, "checks the folder and builds the pack",
      "The same folder gives the same bytes. With errors nothing is written, they go to\n"
      "stderr, and the exit status is 1.\n",
      cmd_build },
    { "hours", "PACK SERVICE-ID", 2, { { "--at", "RFC3339", true }, { "--json", NULL, false } },
      "says whether a service is open at a moment",
      "Prints its state (open, closed, by-appointment, unknown) and its week, as a kiosk\n"
      "would show them: of its place that is open, else of its first.\n",
      cmd_hours },
};
const size_t command_count = COUNT(commands);
