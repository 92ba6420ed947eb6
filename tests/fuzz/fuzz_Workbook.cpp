// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/Workbook.h"

#include <cstdint>
#include <cstdlib>

using namespace wherewithal::providers;

/// The parts of a workbook, cut at zero bytes: worksheet, shared texts, styles. Around them an ordinary
/// workbook.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const auto part = [&rest] {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        const std::string_view found = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return found;
    };
    const std::string_view sheet = part();
    const std::string_view texts = part();
    const std::string_view styles = part();
    const auto file = [](const char* path, std::string_view bytes) {
        return ArchiveFile{path, memorySource(bytes, path)};
    };
    const auto source = worksheetSource(
        {file("[Content_Types].xml", "<Types/>"),
         file("xl/workbook.xml",
              "<workbook xmlns:r='r'><sheets><sheet name='s' r:id='1'/></sheets></workbook>"),
         file("xl/_rels/workbook.xml.rels", "<R><Relationship Id='1' Target='worksheets/sheet1.xml'/></R>"),
         file("xl/worksheets/sheet1.xml", sheet),
         file("xl/sharedStrings.xml", texts),
         file("xl/styles.xml", styles)},
        "fuzz.xlsx");
    if (!source) {
        if (source.error().message.empty()) {
            std::abort();
        }
        return 0;
    }
    auto stream = (*source)->open();
    std::string buffer(4096, '\0');
    constexpr int kMostPieces = 4096; // a row number far away makes many empty lines
    for (int i = 0; i < kMostPieces; ++i) {
        const auto got = (*stream)->read(buffer);
        if (!got || *got == 0) {
            break;
        }
    }
    return 0;
}
