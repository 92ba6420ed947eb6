// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/EmbeddedCatalogue.h"

// The image is placed into read-only data as it is; SQLite reads it there.
__asm__(".pushsection .rodata\n"
        ".balign 16\n"
        ".global wherewithalCatalogueBegin\n"
        "wherewithalCatalogueBegin:\n"
        ".incbin \"" WHEREWITHAL_CATALOGUE_IMAGE "\"\n"
        ".global wherewithalCatalogueEnd\n"
        "wherewithalCatalogueEnd:\n"
        ".byte 0\n"
        ".popsection\n");

extern "C" {
extern const std::byte
    wherewithalCatalogueBegin[]; // NOLINT(modernize-avoid-c-arrays): a symbol of the assembler
extern const std::byte wherewithalCatalogueEnd[]; // NOLINT(modernize-avoid-c-arrays): as above
}

namespace wherewithal::providers {

std::span<const std::byte> embeddedCatalogueImage()
{
    return {wherewithalCatalogueBegin, wherewithalCatalogueEnd};
}

model::Result<CatalogueStore> openCatalogue(const std::optional<std::filesystem::path>& file)
{
    return file ? CatalogueStore::open(*file, embeddedCatalogueImage())
                : CatalogueStore::openImage(embeddedCatalogueImage());
}

} // namespace wherewithal::providers
