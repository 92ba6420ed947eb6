// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SyntheticOffers.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// generate_offers csv|json MEGABYTES [SEED]: a synthetic EC2 offer file on standard output.
int main(int argc, char** argv)
{
    if (argc < 3) {
        std::fputs("generate_offers csv|json MEGABYTES [SEED] > FILE\n", stderr);
        return 2;
    }
    const auto write = [](std::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), stdout); };
    const std::uint64_t bytes = std::strtoull(argv[2], nullptr, 10) * 1'000'000ULL;
    const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    if (std::string_view(argv[1]) == "json") {
        wherewithal::testing::writeSyntheticEc2Json(bytes, seed, write);
    } else {
        wherewithal::testing::writeSyntheticEc2Csv(bytes, seed, write);
    }
    return 0;
}
