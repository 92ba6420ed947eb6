// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/CatalogueBuilder.h"

#include <cstdio>
#include <exception>
#include <fmt/format.h>

/// wherewithal_catalogue_builder FOLDER IMAGE: makes the shipped catalogue at build time.
int main(int argc, char** argv)
{
    constexpr int kArguments = 3;
    constexpr std::size_t kMaxPrinted = 50;
    if (argc != kArguments) {
        fmt::print(stderr, "usage: {} FOLDER IMAGE\n", argv[0]);
        return 2;
    }
    try {
        const auto outcome = wherewithal::providers::buildCatalogue(argv[1], argv[2]);
        for (std::size_t i = 0; i < outcome.errors.size() && i < kMaxPrinted; ++i) {
            fmt::print(stderr, "{}/{}\n", argv[1], text(outcome.errors[i]));
        }
        if (!outcome.errors.empty()) {
            fmt::print(stderr, "{} errors in the catalogue\n", outcome.errors.size());
            return 1;
        }
        fmt::print("catalogue {}: {} tables, {} rows\n", outcome.hash, outcome.tables, outcome.rows);
        return 0;
    } catch (const std::exception& exception) {
        std::fputs(exception.what(), stderr);
        return 3;
    }
}
