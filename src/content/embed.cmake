# Writes the text file FROM as the C string NAME into TO, as an array of characters (ISO C only promises literals of
# 4095 bytes). Each is a character constant: those above 127 would not fit a signed char as numbers.
file(READ ${FROM} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
file(WRITE ${TO} "extern const char ${NAME}[];\nconst char ${NAME}[] = { ${bytes} 0 };\n")
