# Writes the text file FROM as the C string NAME into TO, line by line (ISO C only promises literals of 4095 bytes,
# so it becomes an array of characters).
file(READ ${FROM} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${TO} "extern const char ${NAME}[];\nconst char ${NAME}[] = { ${bytes} 0 };\n")
