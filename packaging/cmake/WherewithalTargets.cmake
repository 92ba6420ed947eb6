# SPDX-License-Identifier: GPL-3.0-or-later
# Interface targets and helper functions. Nothing here sets a global flag.

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without these words ccache passes over everything that uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros" "${CCACHE_PROGRAM}")
endif()

add_library(wherewithal_options INTERFACE)
target_compile_features(wherewithal_options INTERFACE cxx_std_20)
target_compile_definitions(wherewithal_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING QT_USE_QSTRINGBUILDER)
# Contraction to fused operations differs between machines: the same plan must give the same bits.
target_compile_options(wherewithal_options INTERFACE -ffp-contract=off)
if(WHEREWITHAL_SANITIZE)
    target_compile_options(wherewithal_options INTERFACE
        -fsanitize=${WHEREWITHAL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(wherewithal_options INTERFACE -fsanitize=${WHEREWITHAL_SANITIZE})
endif()

# A quicker linker, where there is one: a hundred test programs are linked.
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM)
    target_link_options(wherewithal_options INTERFACE -fuse-ld=lld)
endif()

add_library(wherewithal_warnings INTERFACE)
target_compile_options(wherewithal_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    # Designated initialisers leave the other fields at their default on purpose.
    -Wno-missing-field-initializers
    -Woverloaded-virtual -Wcast-align -Wdouble-promotion -Wnull-dereference -Wformat=2
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast -Wsuggest-override>
    # With several files in one, gcc takes their anonymous namespaces for those of headers.
    $<$<AND:$<BOOL:${WHEREWITHAL_UNITY}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
    $<$<BOOL:${WHEREWITHAL_WERROR}>:-Werror>)

# Headers that nearly every source of the engine includes, compiled once for each library.
set(WHEREWITHAL_ENGINE_HEADERS <algorithm> <array> <cmath> <cstdint> <functional> <map> <memory> <optional> <span>
    <string> <string_view> <utility> <variant> <vector> <fmt/format.h> <tl/expected.hpp>)

# wherewithal_library(NAME alias SOURCES ... PUBLIC ... PRIVATE ... [QT])
#
# A static library of one layer. Its include root is the source directory, so that a path in an #include
# names the layer: #include "model/base/Error.h".
function(wherewithal_library name alias)
    cmake_parse_arguments(PARSE_ARGV 2 arg "QT" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(${name} STATIC ${arg_SOURCES})
    add_library(Wherewithal::${alias} ALIAS ${name})
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC wherewithal_options ${arg_PUBLIC}
                                  PRIVATE wherewithal_warnings ${arg_PRIVATE})
    if(arg_QT)
        # The moc of Qt 6.4 stops at libstdc++'s <concepts>; see STYLE of the project, Qt habits.
        set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON
                              AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")
    else()
        target_precompile_headers(${name} PRIVATE ${WHEREWITHAL_ENGINE_HEADERS})
    endif()
    # CI compiles eight files in one go; developers compile each alone, which shows a missing #include.
    set_target_properties(${name} PROPERTIES UNITY_BUILD "${WHEREWITHAL_UNITY}" UNITY_BUILD_BATCH_SIZE 8)
    set_property(GLOBAL APPEND PROPERTY WHEREWITHAL_LIBRARIES ${name})
endfunction()

# Qt Test without its definition of the test's folder, which differs between tests and would forbid them to
# share a precompiled header. QFINDTESTDATA is not used here.
function(wherewithal_add_test_headers name)
    add_library(${name} OBJECT "${PROJECT_SOURCE_DIR}/tests/support/Precompiled.cpp")
    target_link_libraries(${name} PRIVATE wherewithal_options wherewithal_warnings wherewithal_qttest ${ARGN})
    target_precompile_headers(${name} PRIVATE <QTest> <QString> <algorithm> <array> <functional> <map> <optional>
                              <string> <string_view> <vector>)
    if("Wherewithal::Gui" IN_LIST ARGN)
        target_precompile_headers(${name} PRIVATE <QtWidgets/QtWidgets>)
    endif()
endfunction()
if(WHEREWITHAL_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
    add_library(wherewithal_qttest INTERFACE)
    target_link_libraries(wherewithal_qttest INTERFACE Qt6::Core $<TARGET_LINKER_FILE:Qt6::Test>)
    target_include_directories(wherewithal_qttest SYSTEM INTERFACE
        $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
    target_compile_definitions(wherewithal_qttest INTERFACE QT_TESTLIB_LIB)
    target_compile_options(wherewithal_qttest INTERFACE -fPIC)
endif()

# wherewithal_moc(target source output): one call of moc. AUTOMOC runs CMake and compiles an empty file for every
# target: minutes for all tests together.
function(wherewithal_moc target source output)
    cmake_path(GET output PARENT_PATH folder)
    file(MAKE_DIRECTORY "${folder}")
    add_custom_command(OUTPUT "${output}" COMMAND Qt6::moc -o "${output}" "${source}" DEPENDS "${source}" COMMENT "" VERBATIM)
    target_sources(${target} PRIVATE "${output}")
    target_include_directories(${target} PRIVATE "${folder}")
endfunction()

# wherewithal_moc_test(tst_Name headers...): what tst_Name.cpp includes at its end, and the headers among its sources.
function(wherewithal_moc_test name)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
    wherewithal_moc(${name} "${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp" "${folder}/${name}.moc")
    foreach(header IN LISTS ARGN)
        cmake_path(GET header STEM stem)
        cmake_path(ABSOLUTE_PATH header BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
        wherewithal_moc(${name} "${header}" "${folder}/moc_${stem}.cpp")
    endforeach()
endfunction()

# wherewithal_test(tst_Name [SOURCES ...] LIBRARIES ... [LABELS ...] [QT])
#
# tst_Name.cpp in the current folder becomes a Qt Test executable and a CTest of the same name.
# WHEREWITHAL_SOURCE_DIR and WHEREWITHAL_TEST_DATA are defined for it.
function(wherewithal_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES;LABELS;ARGUMENTS")
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    set(headers "${arg_SOURCES}")
    list(FILTER headers INCLUDE REGEX "\\.h$")
    wherewithal_moc_test(${name} ${headers})
    target_compile_definitions(${name} PRIVATE
        WHEREWITHAL_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        WHEREWITHAL_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    target_link_libraries(${name} PRIVATE wherewithal_options wherewithal_warnings wherewithal_qttest ${arg_LIBRARIES})
    if("Wherewithal::Gui" IN_LIST arg_LIBRARIES)
        target_precompile_headers(${name} REUSE_FROM wherewithal_gui_test_headers)
    elseif(NOT CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/app") # what is between includes parts of both
        target_precompile_headers(${name} REUSE_FROM wherewithal_test_headers)
    endif()
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGUMENTS})
    if(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8" TIMEOUT 300)
endfunction()

# wherewithal_benchmark(bench_Name LIBRARIES ...): a Google Benchmark executable, built on request only.
function(wherewithal_benchmark name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    find_package(benchmark REQUIRED)
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_compile_definitions(${name} PRIVATE WHEREWITHAL_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE wherewithal_options wherewithal_warnings benchmark::benchmark ${arg_LIBRARIES})
endfunction()

# wherewithal_fuzzer(fuzz_Name LIBRARIES ... [CORPUS folder]): a libFuzzer target, and a smoke test over its corpus.
function(wherewithal_fuzzer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "CORPUS" "SOURCES;LIBRARIES")
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE wherewithal_options wherewithal_warnings ${arg_LIBRARIES})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    if(arg_CORPUS)
        set_target_properties(${name} PROPERTIES WHEREWITHAL_CORPUS "${arg_CORPUS}")
    endif()
    set_property(GLOBAL APPEND PROPERTY WHEREWITHAL_FUZZ_TARGETS ${name})
endfunction()
