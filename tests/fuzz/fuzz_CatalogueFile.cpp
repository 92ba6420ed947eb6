// SPDX-License-Identifier: GPL-3.0-or-later
// A catalogue file from anywhere: it opens, or it is refused with a place; what opens can be asked. The input
// damages a valid file: groups of four bytes are an offset (three bytes) and the byte to put there.
#include "providers/store/EmbeddedCatalogue.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>

namespace {

using namespace wherewithal;

const std::filesystem::path& scratch()
{
    static const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("fuzz-catalogue-" + std::to_string(::getpid()));
    return file;
}

void removeScratch()
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::remove(scratch().string() + suffix);
    }
}

/// A database with one imported price.
std::string validFile()
{
    removeScratch();
    {
        auto store = providers::openCatalogue(scratch());
        auto import = store->beginImport({.name = "list", .provider = "aws"});
        providers::PriceRow row;
        row.provider = "aws";
        row.region = "us-east-1";
        row.machine = "m5.large";
        row.isMachinePrice = true;
        row.amount = model::Decimal(1, -1);
        row.effectiveFrom = "2026-11-20";
        if (!import->add(row) || !import->commit()) {
            std::abort();
        }
    }
    std::ifstream in(scratch(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::string valid = validFile();
    std::string bytes = valid;
    for (std::size_t i = 0; i + 3 < size; i += 4) {
        const std::size_t offset = (data[i] * 65536U + data[i + 1] * 256U + data[i + 2]) % bytes.size();
        bytes[offset] = static_cast<char>(data[i + 3]);
    }
    removeScratch();
    std::ofstream(scratch(), std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto store = providers::openCatalogue(scratch());
    if (!store) {
        if (store.error().where.empty()) {
            std::abort();
        }
        return 0;
    }
    model::Plan plan;
    plan.candidates.push_back({.provider = model::ProviderId{"aws"},
                               .region = model::RegionId{"us-east-1"},
                               .machine = model::MachineId{"m5.large"}});
    static_cast<void>(store->slice(plan));
    static_cast<void>(store->listPrices({.provider = "aws", .machine = "m5.large"}));
    static_cast<void>(store->sheets());
    return 0;
}
