// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/AnomalyWatch.h"
#include "providers/import/prices/CsvBlock.h"
#include "providers/import/prices/PriceSink.h"

#include <functional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace wherewithal::providers {

/// A shape whose price is composed from component prices (Google Cloud).
struct ComposedShape
{
    std::string name;   ///< a2-highgpu-1g
    std::string family; ///< a2
    double vcpus = 0.0;
    double memoryGib = 0.0;
    std::string accelerator; ///< words of the accelerator's price text, e.g. "Nvidia Tesla A100"; empty: none
    int acceleratorCount = 0;

    bool operator==(const ComposedShape&) const = default;
};

/// What the caller may set; everything else is found in the file.
struct ImportOptions
{
    std::string format;  ///< name of a format, overruling detection; empty: detect
    std::string mapping; ///< mapping of a CSV as JSON text, overruling the proposed one; empty: propose
    std::vector<std::string> families; ///< keep these product families only; empty: all
    std::vector<std::string> regions;  ///< keep these regions only; empty: all
    std::string currency; ///< for files that name none; empty: such rows are rejected with that hint
    std::string provider; ///< for files that name none (a mapped CSV); empty: the mapping's, else "custom"
    std::string day;      ///< of the sheet, "YYYY-MM-DD": overrules the file's own; empty: as in the file
    std::vector<ComposedShape> shapes; ///< shapes to compose prices for; empty: none
    std::uint64_t mostOffers = 0;      ///< end after so many offers: a preview; 0: all
    std::size_t workers = 2;
    SourceLimits source;
    CsvLimits csv;
    std::uint64_t maxRows = 500'000'000;
    /// Called now and then with the bytes read so far, on the calling thread.
    std::function<void(std::uint64_t)> progress;
};

/// Book-keeping of one import: what was read, kept, skipped and rejected. Readers talk to the sink through
/// it.
class ImportRun
{
public:
    ImportRun(PriceSink& sink, const ImportOptions& options, std::stop_token stop);

    [[nodiscard]] const ImportOptions& options() const { return m_options; }
    [[nodiscard]] const std::stop_token& stopToken() const { return m_stop; }
    [[nodiscard]] PriceSheet& sheet() { return m_outcome.sheet; }
    [[nodiscard]] ImportOutcome& outcome() { return m_outcome; }

    /// Hands the sheet's head to the sink; once, further calls do nothing.
    [[nodiscard]] model::Result<void> begin();
    /// True once `mostOffers` were handed over: the reading ends here, and that is no failure.
    [[nodiscard]] bool isFull() const
    {
        return m_options.mostOffers > 0 && m_outcome.offers >= m_options.mostOffers;
    }
    [[nodiscard]] model::Result<void> offer(const OfferRow& row);
    /// True if the sink has not seen this shape yet; then hand it over with machine().
    [[nodiscard]] bool isNewMachine(std::string_view provider, std::string_view name);
    [[nodiscard]] model::Result<void> machine(const MachineRow& row);
    [[nodiscard]] model::Result<ImportOutcome> end();
    /// The source's text: watched for progress and cancel, hashed, as valid UTF-8.
    [[nodiscard]] model::Result<std::unique_ptr<ByteStream>> openText(const ByteSource& source,
                                                                      Encoding encoding);

    /// Counts a row read; Cancelled when the user stopped, TooLarge beyond maxRows.
    [[nodiscard]] model::Result<void> countRow(std::uint64_t rows = 1);
    void issue(RowIssue issue);
    void reject(std::uint64_t line,
                std::string column,
                std::string_view raw,
                model::ErrorCode code,
                std::string message,
                std::string hint = {});
    void warn(std::uint64_t line,
              std::string column,
              std::string_view raw,
              std::string message,
              std::string hint = {});
    void skip(std::string_view reason, std::uint64_t line, std::string_view example, std::uint64_t count = 1);

private:
    PriceSink& m_sink;
    const ImportOptions& m_options;
    std::stop_token m_stop;
    ImportOutcome m_outcome;
    std::set<std::string, std::less<>> m_machines;
    std::string m_machineKey;
    ContentHash m_hash;
    std::uint64_t m_bytesRead = 0;
    std::uint64_t m_repairedBytes = 0;
    AnomalyWatch m_anomalies;
    bool m_isBegun = false;
};

/// Text of a file, shortened for a message: control characters replaced, at most 120 bytes.
[[nodiscard]] std::string shortened(std::string_view text);
/// "Pre Installed S/W" and "preInstalledSw" are the same column: letters and digits only, in lower case.
[[nodiscard]] std::string columnKey(std::string_view name);
[[nodiscard]] std::string_view stripped(std::string_view text);
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);
[[nodiscard]] std::string lowered(std::string_view text);

} // namespace wherewithal::providers
