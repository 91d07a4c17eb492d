# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# format, format-check and lint: the same tools for a developer and for .ci/run. Debian 12's default version, 14,
# is asked for by name, because another version formats and warns differently.
find_program(STRATADECK_CLANG_FORMAT clang-format-14)
find_program(STRATADECK_RUN_CLANG_TIDY run-clang-tidy-14)
find_program(STRATADECK_CLANG_TIDY clang-tidy-14)

function(_stratadeck_check_target target tool)
  if(tool)
    add_custom_target(${target} COMMAND ${ARGN} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} USES_TERMINAL VERBATIM)
    return()
  endif()
  add_custom_target(${target}
    COMMAND ${CMAKE_COMMAND} -E echo "${target} needs packages that .ci/setup installs; configure again after it."
    COMMAND ${CMAKE_COMMAND} -E false)
endfunction()

set(globs)
foreach(folder ${STRATADECK_FLOORS} tests packaging/cmake)
  list(APPEND globs ${PROJECT_SOURCE_DIR}/${folder}/*.h ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
endforeach()
file(GLOB_RECURSE ours CONFIGURE_DEPENDS ${globs})
list(JOIN ours "\n" lines)
file(WRITE ${PROJECT_BINARY_DIR}/formatted-files.txt "${lines}\n")
set(format ${STRATADECK_CLANG_FORMAT} --files=${PROJECT_BINARY_DIR}/formatted-files.txt)
_stratadeck_check_target(format "${STRATADECK_CLANG_FORMAT}" ${format} -i)
_stratadeck_check_target(format-check "${STRATADECK_CLANG_FORMAT}" ${format} --dry-run -Werror)

# Only our own sources, not what moc and rcc write; headers are seen through the sources that include them.
# The flags in compile_commands.json are those of GCC, some of which clang does not know.
_stratadeck_check_target(lint "${STRATADECK_RUN_CLANG_TIDY}" ${STRATADECK_RUN_CLANG_TIDY} -quiet
  -clang-tidy-binary ${STRATADECK_CLANG_TIDY} -p ${PROJECT_BINARY_DIR} -extra-arg=-Wno-unknown-warning-option
  "${PROJECT_SOURCE_DIR}/(models|widgets|app|tests)/.*\\.cpp$")

# Tests include what moc writes for them. moc needs nothing that is linked, so lint builds no library.
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON)
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
add_dependencies(lint autogen)
