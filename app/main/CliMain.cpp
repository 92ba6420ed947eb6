// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include <QHashFunctions>

#include <iostream>
#include <string>
#include <vector>

int main(int count, char** words)
{
    using namespace wherewithal::app::cli;
    // The order in which Qt's hashes give their fonts reaches the bytes of a PDF: the same run, the same
    // file.
    QHashSeed::setDeterministicGlobalSeed();
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(words + 1, words + count);
    Streams streams{.in = std::cin, .out = std::cout, .err = std::cerr};
    return static_cast<int>(run(arguments, programServices(), streams));
}
