# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One place for language level, warnings, sanitizers, the linker and precompiled headers.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_COMPILE_WARNING_AS_ERROR ON)
set(STRATADECK_SANITIZE "" CACHE STRING "Sanitizers: empty, 'address,undefined' or 'thread'")
option(STRATADECK_PCH "Use precompiled headers" ON)

find_program(STRATADECK_MOLD mold)
if(STRATADECK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# What every target of ours is compiled with; the strict Qt switches keep text and connects explicit.
add_library(stratadeck_language INTERFACE)
target_include_directories(stratadeck_language INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(stratadeck_language INTERFACE
  QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_CAST_FROM_BYTEARRAY QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 STRATADECK_VERSION="${PROJECT_VERSION}")
if(STRATADECK_SANITIZE)
  target_compile_options(stratadeck_language INTERFACE
    -fsanitize=${STRATADECK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(stratadeck_language INTERFACE -fsanitize=${STRATADECK_SANITIZE})
endif()

add_library(stratadeck_warnings INTERFACE)
target_compile_options(stratadeck_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow=local -Wcast-qual -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Wformat=2)

# A precompiled header that a compiler refuses (a damaged cache, say) costs time, not the build.
target_compile_options(stratadeck_warnings INTERFACE -Wno-error=invalid-pch)

if(STRATADECK_SANITIZE)
  # GCC 12 loses track of std::optional in instrumented code and warns of values that are never read.
  target_compile_options(stratadeck_warnings INTERFACE -Wno-maybe-uninitialized)
endif()

# stratadeck_precompiled(core Qt6::Core): a target whose header pch_<name>.h others reuse, once. A target may define
# more than its header was made with, never less.
function(stratadeck_precompiled name)
  set(owner stratadeck_pch_${name})
  if(NOT TARGET ${owner})
    file(WRITE ${PROJECT_BINARY_DIR}/${owner}.cpp "")
    add_library(${owner} STATIC ${PROJECT_BINARY_DIR}/${owner}.cpp)
    target_link_libraries(${owner} PUBLIC stratadeck_language ${ARGN} PRIVATE stratadeck_warnings)
    target_precompile_headers(${owner} PRIVATE ${PROJECT_SOURCE_DIR}/packaging/cmake/pch_${name}.h)
    set_target_properties(${owner} PROPERTIES AUTOMOC OFF)
    # ccache takes this for what the header holds; reading its 200 MB for every file would take longer than compiling.
    file(GLOB parts ${PROJECT_SOURCE_DIR}/packaging/cmake/pch_*.h ${PROJECT_SOURCE_DIR}/tests/support/patience.h)
    set(sum ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${Qt6_VERSION} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS}
      ${CMAKE_CXX_FLAGS_DEBUG} ${CMAKE_CXX_FLAGS_RELWITHDEBINFO} ${STRATADECK_SANITIZE})
    foreach(part ${parts})
      file(SHA256 ${part} hash)
      list(APPEND sum ${hash})
    endforeach()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${parts})
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${owner}.dir/cmake_pch.hxx.gch.sum "${sum}\n")
  endif()
endfunction()

# Two narrow precompiled headers, one for rooms without pixels and one for the others: Qt's widget headers
# cost seconds per file without it, Core headers little, so headless code gets only the second.
function(stratadeck_precompile target headless)
  if(NOT STRATADECK_PCH)
    return()
  endif()
  if(headless)
    stratadeck_precompiled(core Qt6::Core)
    target_precompile_headers(${target} REUSE_FROM stratadeck_pch_core)
  else()
    stratadeck_precompiled(widgets Qt6::Widgets)
    target_precompile_headers(${target} REUSE_FROM stratadeck_pch_widgets)
  endif()
endfunction()

# The same for tests, whose files spend most of their time in the headers of Qt Test. What these look for is the same
# for all: QT_NETWORK_LIB is defined, with pixels QT_WIDGETS_LIB too, and no folders for QFINDTESTDATA, which differ.
# What they test is what people run, optimised; their own code is not, which halves the time to compile it.
function(stratadeck_precompile_test target headless)
  set(unoptimised $<$<CONFIG:RelWithDebInfo>:-O0>)
  target_compile_options(${target} PRIVATE ${unoptimised})
  if(NOT STRATADECK_PCH)
    target_compile_options(${target} PRIVATE -include ${PROJECT_SOURCE_DIR}/tests/support/patience.h)
    return()
  endif()
  set(name tests)
  set(qt Qt6::Network Qt6::Test)
  if(NOT headless)
    set(name tests_gui)
    list(APPEND qt Qt6::Widgets)
  endif()
  if(NOT TARGET stratadeck_pch_${name})
    stratadeck_precompiled(${name} ${qt})
    target_compile_options(stratadeck_pch_${name} PRIVATE ${unoptimised})
  endif()
  target_precompile_headers(${target} REUSE_FROM stratadeck_pch_${name})
endfunction()
