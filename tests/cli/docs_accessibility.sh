# Every test that docs/accessibility.md names exists: `test_x` (a file of tests/unit), `test_x: sentence_name` (a test in it),
# `cli_x` and `journey_x` as ctest calls them. A document that names none, or a wrong one, fails.
set -u
doc=$SOURCE/docs/accessibility.md

# Says which of the names on stdin lead nowhere.
lost() {
    local name file
    while read -r name; do
        case $name in
            test_*:*)
                file=$SOURCE/tests/unit/${name%%:*}.c
                grep -qs "^static void ${name##*: }(" "$file" || echo "$name"
                ;;
            test_*) [ -f "$SOURCE/tests/unit/$name.c" ] || echo "$name" ;;
            cli_*) [ -f "$SOURCE/tests/cli/${name#cli_}.sh" ] || echo "$name" ;;
            journey_*) [ -f "$SOURCE/tests/journeys/${name#journey_}.script" ] || echo "$name" ;;
        esac
    done
}

names() { grep -oE '`(test|cli|journey)_[^`]*`' "$1" | tr -d '`' | sort -u; }

count=$(names "$doc" | wc -l)
[ "$count" -ge 20 ] || { echo "$doc names only $count tests"; exit 1; }
gone=$(names "$doc" | lost)
[ -z "$gone" ] || { echo "$doc names tests that are not there:"; echo "$gone"; exit 1; }

# It would notice.
for wrong in test_nothing "test_display: no_such_test" cli_nothing journey_nothing; do
    [ "$(echo "$wrong" | lost)" = "$wrong" ] || { echo "a wrong name was not noticed: $wrong"; exit 1; }
done
