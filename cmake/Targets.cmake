# How every target of this project is built.

function(daicho_compile_options target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                         -Wnon-virtual-dtor -Woverloaded-virtual)
  if(DAICHO_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(DAICHO_SANITIZE)
    target_compile_options(${target} PUBLIC -fsanitize=${DAICHO_SANITIZE} -fno-sanitize-recover=all
                           -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${DAICHO_SANITIZE})
  endif()
endfunction()

# daicho_layer(NAME [LINKS ...] [USES ...] [HEADERS ...]): the library of one top-level folder, from all of its sources,
# with the layers that it LINKS and the other libraries that it USES, and those that consist of HEADERS alone. The command
# line is a library of objects, because each command announces itself and a linker would leave out what nobody names.
function(daicho_layer name)
  cmake_parse_arguments(LAYER "" "" "LINKS;USES;HEADERS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.cpp ${CMAKE_SOURCE_DIR}/${name}/*/*.cpp)
  list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/cli/main.cpp)
  set(kind STATIC)
  if(name STREQUAL cli)
    set(kind OBJECT)
  endif()
  add_library(daicho_${name} ${kind} ${sources})
  add_library(daicho::${name} ALIAS daicho_${name})
  target_include_directories(daicho_${name} PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}>)
  target_link_libraries(daicho_${name} PUBLIC ${LAYER_LINKS})
  foreach(library ${LAYER_USES})
    target_link_libraries(daicho_${name} PUBLIC $<BUILD_INTERFACE:${library}>
                          $<INSTALL_INTERFACE:$<LINK_ONLY:${library}>>)
  endforeach()
  foreach(library ${LAYER_HEADERS})
    target_link_libraries(daicho_${name} PUBLIC $<BUILD_INTERFACE:${library}>)
  endforeach()
  daicho_compile_options(daicho_${name})
endfunction()
