# SPDX-License-Identifier: GPL-3.0-or-later
# Several files compiled in one go share one anonymous namespace. wherewithal_keep_clashes_apart(TARGET) looks for
# names at the margin that an earlier file of the target has too, and has those files compiled alone.

function(wherewithal_keep_clashes_apart target)
    get_target_property(is_unity ${target} UNITY_BUILD)
    if(NOT is_unity)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    set(seen "")
    foreach(source IN LISTS sources)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${folder}")
        if(NOT source MATCHES "\\.cpp$" OR NOT EXISTS "${source}")
            continue()
        endif()
        file(READ "${source}" text)
        string(REGEX REPLACE "\\[\\[[a-z_]+\\]\\] " "" text "${text}")
        if(text MATCHES "\nusing (namespace )?[A-Za-z:]+( =|;)") # would hold in the files after it, too
            set_source_files_properties("${source}" TARGET_DIRECTORY ${target}
                                        PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
            continue()
        endif()
        set(names "")
        # "double meanOf(", "meanOf(" under its return type, "constexpr int kMost =", "struct Job"
        string(REGEX MATCHALL "\n([a-zA-Z][a-zA-Z0-9_:<>,&* ]*[ &*])?[a-zA-Z_][a-zA-Z0-9_]*(\\(| ?=|{)" found "${text}")
        string(REGEX MATCHALL "\n(struct|class|enum|enum class) [A-Z][a-zA-Z0-9_]*" types "${text}")
        foreach(line IN LISTS found types)
            string(REGEX REPLACE "^.*[^a-zA-Z0-9_]([a-zA-Z_][a-zA-Z0-9_]*)(\\(| ?=|{)?$" "\\1" name "${line}")
            list(APPEND names "${name}")
        endforeach()
        list(REMOVE_DUPLICATES names)
        foreach(name IN LISTS names)
            if(name IN_LIST seen)
                set_source_files_properties("${source}" TARGET_DIRECTORY ${target}
                                            PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
                message(DEBUG "${source}: compiled alone for ${name}")
                break()
            endif()
        endforeach()
        list(APPEND seen ${names})
    endforeach()
endfunction()
