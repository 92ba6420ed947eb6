// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/import/prices/ByteSource.h"
#include "providers/import/prices/Detect.h"
#include "providers/import/prices/ImportRun.h"

/// One function per format: reads one source to its end and hands the rows to the run.
///
/// A failure means the whole file (or the sink) failed; bad rows are issues of the run. PriceImport.h is the
/// way in.
namespace wherewithal::providers {

[[nodiscard]] model::Result<void>
readAwsOfferCsv(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void>
readAwsOfferJson(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void>
readAwsPriceList(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void>
readAwsSavingsPlanCsv(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void>
readAwsSavingsPlanJson(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readAzureRetail(std::span<const std::shared_ptr<ByteSource>> sources,
                                                  ImportRun& run);

[[nodiscard]] model::Result<void> readVantage(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readAwsFlat(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readLinode(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readVultr(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void>
readDigitalOcean(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readHetzner(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void>
readEuCloudPrices(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readScaleway(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readOvh(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readOracle(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void> readGcpSkus(const ByteSource& source, Encoding encoding, ImportRun& run);
[[nodiscard]] model::Result<void>
readGcpConsole(const ByteSource& source, const Detection& detection, ImportRun& run);
[[nodiscard]] model::Result<void>
readFocus(const ByteSource& source, const Detection& detection, ImportRun& run);
[[nodiscard]] model::Result<void>
readAzureSheet(const ByteSource& source, const Detection& detection, ImportRun& run);
[[nodiscard]] model::Result<void>
readGcosts(const ByteSource& source, const Detection& detection, ImportRun& run);

/// Any table, through the mapping of the options, the format's own, or a proposed one.
[[nodiscard]] model::Result<void>
readMappedCsv(const ByteSource& source, const Detection& detection, ImportRun& run);

} // namespace wherewithal::providers
