// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/CollectingSink.h"

#include <algorithm>
#include <cstring>

namespace wherewithal::providers {

namespace {

std::string_view place(char*& at, std::string_view text)
{
    std::memcpy(at, text.data(), text.size());
    const std::string_view placed{at, text.size()};
    at += text.size();
    return placed;
}

} // namespace

HeldOffer::HeldOffer(const OfferRow& row)
    : m_row{}
{
    std::size_t size = 0;
    for (const auto field : kOfferTexts) {
        size += (row.*field).size();
    }
    m_texts.push_back(std::make_unique<char[]>(size + 1));
    char* at = m_texts.back().get();
    for (const auto field : kOfferTexts) {
        m_row.*field = (row.*field).empty() ? std::string_view{} : place(at, row.*field);
    }
    m_row.purchase = row.purchase;
    m_row.payment = row.payment;
    m_row.basis = row.basis;
    m_row.termMonths = row.termMonths;
    m_row.isMachinePrice = row.isMachinePrice;
    m_row.line = row.line;
    add(row.components);
}

PriceComponent HeldOffer::copy(const PriceComponent& component)
{
    PriceComponent copied = component;
    std::size_t size = 0;
    for (const auto field : kComponentTexts) {
        size += (component.*field).size();
    }
    m_texts.push_back(std::make_unique<char[]>(size + 1));
    char* at = m_texts.back().get();
    for (const auto field : kComponentTexts) {
        copied.*field = (component.*field).empty() ? std::string_view{} : place(at, component.*field);
    }
    return copied;
}

void HeldOffer::add(std::span<const PriceComponent> components)
{
    for (const PriceComponent& component : components) {
        m_components.push_back(copy(component));
    }
    m_row.components = m_components;
}

model::Result<void> CollectingSink::begin(const PriceSheet& sheet)
{
    m_sheet = sheet;
    return {};
}

model::Result<void> CollectingSink::machine(const MachineRow& row)
{
    if (m_machines.size() < m_limit) {
        m_machines.push_back(row);
    }
    return {};
}

model::Result<void> CollectingSink::offer(const OfferRow& row)
{
    if (m_offers.size() < m_limit) {
        m_offers.emplace_back(row);
    }
    return {};
}

model::Result<void> CollectingSink::end(const ImportOutcome& outcome)
{
    m_sheet = outcome.sheet;
    m_isEnded = true;
    return {};
}

} // namespace wherewithal::providers
