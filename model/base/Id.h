// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace wherewithal::model {

/// An identity: a text that is never mixed with another kind of identity.
///
/// Providers, machines and regions go by their own ids ("aws", "m5.large", "us-east-1").
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(std::string text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.empty(); }

    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;

private:
    std::string m_text;
};

using ProviderId = Id<struct ProviderTag>;
using RegionId = Id<struct RegionTag>;
using MachineId = Id<struct MachineTag>;         ///< the provider's own name of a shape, e.g. "p5.48xlarge"
using AcceleratorId = Id<struct AcceleratorTag>; ///< our id of a device, e.g. "h100-sxm"
using ServerBuildId = Id<struct ServerBuildTag>; ///< a self-hosted server, e.g. "hgx-h100-x8"
using SiteId = Id<struct SiteTag>;
using WorkloadId = Id<struct WorkloadTag>;
using OptionId = Id<struct OptionTag>; ///< e.g. "aws/us-east-1/p5.48xlarge/on-demand"
using SourceId = Id<struct SourceTag>;
using EvidenceId = Id<struct EvidenceTag>;
using QuestionId = Id<struct QuestionTag>;

} // namespace wherewithal::model

template <typename Tag>
struct std::hash<wherewithal::model::Id<Tag>>
{
    std::size_t operator()(const wherewithal::model::Id<Tag>& id) const noexcept
    {
        return std::hash<std::string>{}(id.text());
    }
};
