// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "tests/simulator/throughput/Hosts.h"

#include <QLatin1Char>
#include <QString>
#include <QStringList>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// Command lines run within the test: streams and services are handed in, what they leave is looked at.
namespace wherewithal::tests {

/// What one command line leaves behind.
struct Outcome
{
    app::cli::ExitStatus status{};
    std::string out;
    std::string err;

    /// The diagnostics say it somewhere.
    [[nodiscard]] bool says(std::string_view text) const { return err.find(text) != std::string::npos; }
};

/// A catalogue of an H100 and an L40S without a price; no engine, no clock.
inline app::cli::Services twoDevices()
{
    app::cli::Services services;
    services.slice = [](const model::Plan&,
                        const app::cli::Services::CatalogueFile&) -> model::Result<model::CatalogueSlice> {
        model::CatalogueSlice slice;
        slice.accelerators = {h100(), l40s()};
        return slice;
    };
    return services;
}

/// Runs one command line, without the program's name.
inline Outcome ran(const std::vector<std::string>& arguments,
                   const app::cli::Services& services = twoDevices())
{
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    app::cli::Streams streams{.in = in, .out = out, .err = err};
    const app::cli::ExitStatus status = app::cli::run(arguments, services, streams);
    return {.status = status, .out = out.str(), .err = err.str()};
}

/// Runs one command line on the program's own services: shipped catalogue, engine.
inline Outcome ranAsProgram(const std::vector<std::string>& arguments)
{
    return ran(arguments, app::cli::programServices());
}

/// A command line cut at blanks.
inline std::vector<std::string> words(const QString& line)
{
    std::vector<std::string> result;
    for (const QString& word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        result.push_back(word.toStdString());
    }
    return result;
}

/// Asks what a model does on an H100 with 1,000 tokens in and 200 out, as JSON; `more` goes to the end.
inline std::vector<std::string> throughputOf(const std::string& model,
                                             const std::vector<std::string>& more = {})
{
    std::vector<std::string> arguments{"throughput",
                                       "--model",
                                       model,
                                       "--device",
                                       "h100-sxm",
                                       "--input-tokens",
                                       "1000",
                                       "--output-tokens",
                                       "200",
                                       "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

} // namespace wherewithal::tests
