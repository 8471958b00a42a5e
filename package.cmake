# The default pack, and the Debian package (./dev package): programs, catalogues, default pack, an example of the settings.
file(GLOB_RECURSE default_pack_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/grenoble/*)
set(default_pack ${CMAKE_BINARY_DIR}/grenoble.pack)
add_custom_command(
    OUTPUT ${default_pack}
    COMMAND ${CMAKE_COMMAND} -E env LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0
            $<TARGET_FILE:maison-pack> build ${CMAKE_SOURCE_DIR}/data/grenoble -o ${default_pack}
    DEPENDS maison-pack ${default_pack_sources})
add_custom_target(default_pack DEPENDS ${default_pack})

include(GNUInstallDirs)
install(FILES ${default_pack} DESTINATION ${CMAKE_INSTALL_DATADIR}/maison OPTIONAL)
install(FILES assets/maison.conf DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES data/grenoble/LICENSES DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright.grenoble)

# Whoever packs or installs has built what belongs in it; the tests do not.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY TRUE)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME maison)
set(CPACK_PACKAGE_VENDOR "The authors of Maison")
set(CPACK_PACKAGE_CONTACT "The authors of Maison <maison@maison.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "offline welcome kiosk for newcomers to a city")
set(CPACK_PACKAGE_DESCRIPTION
    "Shows a city's welcome pack on a touch screen in a public place: services, guide pages and emergency numbers in the visitor's
language, without any network. maison-pack makes and checks packs.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no shared library tells of: fonts, keyboards; gettext's msgmerge, which `maison-pack catalogue` runs; and libcups, which is
# loaded by whoever prints.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-noto-core, fonts-noto-cjk, fonts-material-design-icons-iconfont, xkb-data")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gettext, libcups2")
include(CPack)
