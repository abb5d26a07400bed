# Installs the public headers. In the checkout they include one another from its root ("formats/record.hpp"); installed,
# from the folder above daicho/, so that nobody's own formats/ is taken for them.
file(REMOVE_RECURSE "${staged}")
foreach(header IN LISTS headers)
  file(READ "${source}/${header}" text)
  string(REGEX REPLACE "#include \"(converters|formats)/" "#include \"daicho/\\1/" text "${text}")
  file(WRITE "${staged}/daicho/${header}" "${text}")
endforeach()
file(INSTALL "${staged}/daicho" DESTINATION "${CMAKE_INSTALL_PREFIX}/${include}" TYPE DIRECTORY
     FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ
     DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
