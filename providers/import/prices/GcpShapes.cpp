// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/GcpShapes.h"

#include <array>
#include <fmt/format.h>

namespace wherewithal::providers {

namespace {

struct Family
{
    std::string_view name;
    std::string_view kind;
    double gibPerVcpu;
    std::array<int, 12> sizes; ///< vCPUs; zeros fill up
};

// Google Compute Engine documentation, "Machine families resource and comparison guide": vCPU and GB per
// shape.
constexpr std::array kFamilies = {
    Family{"e2", "standard", 4.0, {2, 4, 8, 16, 32}},
    Family{"e2", "highmem", 8.0, {2, 4, 8, 16}},
    Family{"e2", "highcpu", 1.0, {2, 4, 8, 16, 32}},
    Family{"n1", "standard", 3.75, {1, 2, 4, 8, 16, 32, 64, 96}},
    Family{"n1", "highmem", 6.5, {2, 4, 8, 16, 32, 64, 96}},
    Family{"n1", "highcpu", 0.9, {2, 4, 8, 16, 32, 64, 96}},
    Family{"n2", "standard", 4.0, {2, 4, 8, 16, 32, 48, 64, 80, 96, 128}},
    Family{"n2", "highmem", 8.0, {2, 4, 8, 16, 32, 48, 64, 80, 96}},
    Family{"n2", "highcpu", 1.0, {2, 4, 8, 16, 32, 48, 64, 80, 96}},
    Family{"n2d", "standard", 4.0, {2, 4, 8, 16, 32, 48, 64, 80, 96, 128, 224}},
    Family{"n2d", "highmem", 8.0, {2, 4, 8, 16, 32, 48, 64, 80, 96}},
    Family{"n2d", "highcpu", 1.0, {2, 4, 8, 16, 32, 48, 64, 80, 96, 128, 224}},
    Family{"t2d", "standard", 4.0, {1, 2, 4, 8, 16, 32, 48, 60}},
    Family{"t2a", "standard", 4.0, {1, 2, 4, 8, 16, 32, 48}},
    Family{"c2", "standard", 4.0, {4, 8, 16, 30, 60}},
    Family{"c2d", "standard", 4.0, {2, 4, 8, 16, 32, 56, 112}},
};

std::vector<ComposedShape> makeShapes()
{
    std::vector<ComposedShape> shapes;
    for (const Family& family : kFamilies) {
        for (const int vcpus : family.sizes) {
            if (vcpus == 0) {
                break;
            }
            shapes.push_back({.name = fmt::format("{}-{}-{}", family.name, family.kind, vcpus),
                              .family = std::string(family.name),
                              .vcpus = static_cast<double>(vcpus),
                              .memoryGib = family.gibPerVcpu * vcpus,
                              .accelerator = {},
                              .acceleratorCount = 0});
        }
    }
    for (const int gpus : {1, 2, 4, 8}) {
        shapes.push_back({.name = fmt::format("a2-highgpu-{}g", gpus),
                          .family = "a2",
                          .vcpus = 12.0 * gpus,
                          .memoryGib = 85.0 * gpus,
                          .accelerator = "Nvidia Tesla A100",
                          .acceleratorCount = gpus});
        shapes.push_back({.name = fmt::format("a2-ultragpu-{}g", gpus),
                          .family = "a2",
                          .vcpus = 12.0 * gpus,
                          .memoryGib = 170.0 * gpus,
                          .accelerator = "Nvidia Tesla A100 80GB",
                          .acceleratorCount = gpus});
    }
    struct L4
    {
        int vcpus;
        double gib;
        int gpus;
    };
    for (const L4& shape : {L4{4, 16, 1},
                            L4{8, 32, 1},
                            L4{12, 48, 1},
                            L4{16, 64, 1},
                            L4{24, 96, 2},
                            L4{32, 128, 1},
                            L4{48, 192, 4},
                            L4{96, 384, 8}}) {
        shapes.push_back({.name = fmt::format("g2-standard-{}", shape.vcpus),
                          .family = "g2",
                          .vcpus = static_cast<double>(shape.vcpus),
                          .memoryGib = shape.gib,
                          .accelerator = "Nvidia L4",
                          .acceleratorCount = shape.gpus});
    }
    return shapes;
}

} // namespace

const std::vector<ComposedShape>& googleShapes()
{
    static const std::vector<ComposedShape> shapes = makeShapes();
    return shapes;
}

} // namespace wherewithal::providers
