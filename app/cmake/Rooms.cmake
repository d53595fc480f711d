# hub_room(NAME ARROWS room... LIBRARIES target... SHOWS target...): the static library hub_NAME of every .cpp beside the
# caller and in its subfolders; main.cpp is a program of its own. ARROWS are the rooms it may include; they are the only project headers it can see. SHOWS are libraries that
# its own headers name.

add_library(hub_warnings INTERFACE)
target_compile_options(hub_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
  # GCC 12 to 14 warn of std::string's own operator+ (GCC bug 105329), under one of these names or another.
  target_compile_options(hub_warnings INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
                         -Wno-stringop-overread)
endif()

if(HUB_SANITIZE)
  # These four are a quarter of the time that compiling takes, and the fuzz targets have them: AddressSanitizer itself
  # finds a null pointer that is followed.
  add_compile_definitions(HUB_SANITIZED)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,pointer-overflow
                      -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined -fuse-ld=lld)
endif()

if(HUB_FUZZ)
  # Without float-cast-overflow, which is not in clang's "undefined", a number of JSON might become an int unseen.
  set(sanitizers address,undefined,float-cast-overflow)
  add_compile_definitions(FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION) # libFuzzer's name for it
  add_compile_options(-fsanitize=fuzzer-no-link,${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${sanitizers} -fuse-ld=lld)
endif()

# hub_reads_once(TARGET SAME_AS OTHER | HEADERS header...): what most sources include of the standard library is read once
# for all of them, which is a third of the time that a source takes. GCC wants the same options for all that read it:
# those of OTHER. Each source still names what it uses: clang-tidy and the fuzz targets read it as it stands.
function(hub_reads_once target)
  cmake_parse_arguments(READS "" "SAME_AS" "HEADERS" ${ARGN})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp") # ccache compares what it holds
  endif()
  if(READS_SAME_AS)
    target_precompile_headers(${target} REUSE_FROM ${READS_SAME_AS})
  else()
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cmath> <cstdint> <cstdlib> <filesystem>
                              <fstream> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
                              <utility> <variant> <vector> ${READS_HEADERS})
  endif()
endfunction()

function(hub_room name)
  cmake_parse_arguments(ROOM "" "" "ARROWS;LIBRARIES;SHOWS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  add_library(hub_${name} STATIC ${sources})
  if(name STREQUAL base)
    hub_reads_once(hub_base)
  else()
    hub_reads_once(hub_${name} SAME_AS hub_base)
  endif()
  # A header is included as "room/header.h": each room has an include folder that shows itself alone.
  set(shown ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${shown})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${shown}/${name} SYMBOLIC)
  target_include_directories(hub_${name} PUBLIC ${shown})
  foreach(arrow ${ROOM_ARROWS})
    target_link_libraries(hub_${name} PUBLIC hub_${arrow})
  endforeach()
  target_link_libraries(hub_${name} PUBLIC ${ROOM_SHOWS} PRIVATE hub_warnings ${ROOM_LIBRARIES})
endfunction()
