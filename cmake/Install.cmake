# What `make install` puts where, in the folders of GNUInstallDirs. Two components: `program` (daicho: the program with
# its schemas, examples and pages) and `libraries` (libdaicho-dev: headers, static libraries, CMake package, pkg-config).
include(CMakePackageConfigHelpers)

install(TARGETS daicho_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/daicho/schemas COMPONENT program
        FILES_MATCHING PATTERN "*.toml" PATTERN "*.tsv" PATTERN "*.md" PATTERN "LICENSE*")
install(FILES README.md README.ja.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs COMPONENT program
        FILES_MATCHING PATTERN "*.md" PATTERN "*.svg")
install(DIRECTORY samples/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program FILES_MATCHING
        PATTERN "*.toml" PATTERN "*.csv" PATTERN "*.dat" PATTERN "*.bdf" PATTERN "*.md")

# The headers that other programs may include, as <daicho/converters/...> and <daicho/formats/...>: their names and what
# their comments say stay within a minor version. They include one another and the standard library, nothing else
# (tests/packaging/installed.sh). Every other header is the inside of the libraries.
set(DAICHO_PUBLIC_HEADERS
    converters/changed_codes.hpp converters/character_fate.hpp converters/charset.hpp converters/check_digit.hpp
    converters/date.hpp converters/gaiji.hpp converters/gaiji_table.hpp converters/juki_table.hpp converters/kana.hpp
    converters/mj_table.hpp converters/repertoire.hpp converters/substitute.hpp converters/substitution_table.hpp
    converters/target_repertoire.hpp converters/transcode.hpp converters/utf8.hpp converters/width.hpp
    formats/byte_sink.hpp formats/byte_source.hpp formats/catalog.hpp formats/character_tables.hpp
    formats/checks/check.hpp formats/checks/profile.hpp formats/envelope.hpp formats/error.hpp formats/finding.hpp
    formats/finding_codes.hpp formats/finding_texts.hpp formats/format_spec.hpp formats/layout.hpp
    formats/layout_guess.hpp formats/reader.hpp formats/record.hpp formats/rejects.hpp formats/sha256.hpp
    formats/validation.hpp formats/writer.hpp)
install(CODE "set(headers \"${DAICHO_PUBLIC_HEADERS}\")
              set(source \"${CMAKE_SOURCE_DIR}\")
              set(staged \"${CMAKE_BINARY_DIR}/include\")
              set(include \"${CMAKE_INSTALL_INCLUDEDIR}\")" COMPONENT libraries)
install(SCRIPT cmake/install-headers.cmake COMPONENT libraries)

set_target_properties(daicho_converters PROPERTIES EXPORT_NAME converters)
set_target_properties(daicho_formats PROPERTIES EXPORT_NAME formats)
install(TARGETS daicho_converters daicho_formats EXPORT daichoTargets COMPONENT libraries
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/daicho)
install(EXPORT daichoTargets NAMESPACE daicho:: DESTINATION ${package_folder} COMPONENT libraries)
configure_package_config_file(packaging/daichoConfig.cmake.in daichoConfig.cmake
                              INSTALL_DESTINATION ${package_folder} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(daichoConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/daichoConfig.cmake ${CMAKE_BINARY_DIR}/daichoConfigVersion.cmake
        DESTINATION ${package_folder} COMPONENT libraries)

# pkg-config files name the prefix by where they stand themselves, so that a tree may be moved.
file(RELATIVE_PATH DAICHO_PC_TO_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" DAICHO_PC_TO_PREFIX "${DAICHO_PC_TO_PREFIX}")
foreach(library converters formats)
  configure_file(packaging/daicho-${library}.pc.in daicho-${library}.pc @ONLY)
  install(FILES ${CMAKE_BINARY_DIR}/daicho-${library}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
          COMPONENT libraries)
endforeach()
install(DIRECTORY examples/ DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libdaicho-dev/examples COMPONENT libraries)

# Man pages and completion, made of what the program knows of itself. They need Python, the program does not.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_executable(daicho_program_tables packaging/program_tables.cpp)
  target_link_libraries(daicho_program_tables PRIVATE daicho::cli)
  target_compile_definitions(daicho_program_tables PRIVATE DAICHO_VERSION="${PROJECT_VERSION}")
  daicho_compile_options(daicho_program_tables)
  file(GLOB page_sources CONFIGURE_DEPENDS docs/layouts.md docs/man/*.md packaging/*.py schemas/*.toml)
  set(tables ${CMAKE_BINARY_DIR}/packaging/tables.json)
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/packaging/made
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${CMAKE_BINARY_DIR}/packaging/man
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/packaging
    COMMAND daicho_program_tables > ${tables}
    COMMAND ${Python3_EXECUTABLE} -B packaging/pages.py ${tables} docs ${CMAKE_INSTALL_FULL_DOCDIR}
            ${CMAKE_BINARY_DIR}/packaging/man
    COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/packaging/made
    DEPENDS daicho_program_tables ${page_sources}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
  add_custom_target(daicho_pages ALL DEPENDS ${CMAKE_BINARY_DIR}/packaging/made)
  foreach(section 1 5 7)
    install(DIRECTORY ${CMAKE_BINARY_DIR}/packaging/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section}
            COMPONENT program FILES_MATCHING PATTERN "*.${section}")
  endforeach()
endif()
