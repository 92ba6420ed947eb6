// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/PriceIndex.h"
#include "providers/store/PriceIndexKeys.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <thread>
#include <tuple>

namespace wherewithal::providers {

using namespace priceindex;

namespace {

constexpr std::size_t kWordBits = 64;
constexpr std::size_t kSortWhole = 150'000;     ///< so many matches are sorted at once
constexpr std::size_t kRowsPerThread = 500'000; ///< fewer are not worth a thread
constexpr std::size_t kMostTerms = 32;          ///< words of a search, one bit each
constexpr unsigned kDigitBits = 16;
constexpr std::uint32_t kDigits = 1U << kDigitBits;

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

struct Term
{
    std::string text; ///< lower case
    bool isWhole = false;
};

/// What a search says: any of the alternatives, each of which wants all terms of its mask.
struct Words
{
    std::vector<Term> terms;
    std::vector<std::uint32_t> alternatives;

    [[nodiscard]] std::uint32_t matching(const std::vector<std::string>& fields) const
    {
        std::uint32_t mask = 0;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const bool found = std::ranges::any_of(fields, [&](const std::string& field) {
                return terms[i].isWhole ? field == terms[i].text
                                        : field.find(terms[i].text) != std::string::npos;
            });
            mask |= found ? 1U << i : 0U;
        }
        return mask;
    }
    [[nodiscard]] bool accepts(std::uint32_t mask) const
    {
        return alternatives.empty() || std::ranges::any_of(alternatives, [&](std::uint32_t wanted) {
                   return (mask & wanted) == wanted;
               });
    }
};

Words parseWords(const std::string& text)
{
    Words words;
    std::uint32_t mask = 0;
    const auto endAlternative = [&] {
        if (mask != 0) {
            words.alternatives.push_back(mask);
        }
        mask = 0;
    };
    std::size_t i = 0;
    while (i < text.size()) {
        if (text[i] == ',') {
            endAlternative();
            ++i;
        } else if (text[i] == ' ' || text[i] == '\t') {
            ++i;
        } else {
            const bool isQuoted = text[i] == '"';
            const std::size_t begin = isQuoted ? i + 1 : i;
            const std::size_t end =
                std::min(isQuoted ? text.find('"', begin) : text.find_first_of(" \t,", begin), text.size());
            if (end > begin && words.terms.size() < kMostTerms) {
                mask |= 1U << words.terms.size();
                words.terms.push_back({lowered(std::string_view(text).substr(begin, end - begin)), isQuoted});
            }
            i = isQuoted ? end + 1 : end;
        }
    }
    endAlternative();
    return words;
}

bool isWanted(const std::vector<std::string>& wanted, const std::string& value)
{
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool isInside(const Bounds& bounds, const std::optional<double>& value)
{
    if (!bounds.isSet()) {
        return true;
    }
    if (!value) {
        return bounds.includesUnknown;
    }
    return (!bounds.least || *value >= *bounds.least) && (!bounds.most || *value <= *bounds.most);
}

bool isProductWanted(const PriceQuery& query, const ProductFacts& facts)
{
    const bool needsAccelerator = query.kind == PriceKind::AcceleratorMachine;
    return isWanted(query.providers, facts.provider) && isWanted(query.services, facts.service)
           && isWanted(query.machines, facts.machine) && isWanted(query.accelerators, facts.accelerator)
           && (!needsAccelerator || facts.acceleratorCount > 0) && isInside(query.vcpus, facts.vcpus)
           && isInside(query.memoryGib, facts.memoryGib)
           && isInside(query.acceleratorCount, facts.acceleratorCount)
           && isInside(query.acceleratorMemoryGib, facts.acceleratorMemoryGib);
}

bool isWayWanted(const PriceQuery& query, const WayFacts& facts)
{
    const bool isKind = query.kind == PriceKind::Any
                        || (query.kind == PriceKind::Service && !facts.isMachinePrice)
                        || (query.kind == PriceKind::Platform && facts.isMachinePrice
                            && facts.purchase == model::Purchase::Platform)
                        || ((query.kind == PriceKind::Machine || query.kind == PriceKind::AcceleratorMachine)
                            && facts.isMachinePrice);
    const bool isPurchase = query.purchases.empty()
                            || std::ranges::find(query.purchases, facts.purchase) != query.purchases.end();
    return isKind && isPurchase && isWanted(query.systems, facts.os) && isWanted(query.sheets, facts.sheet);
}

std::vector<std::string> searchFields(const ProductFacts& facts)
{
    return {lowered(facts.provider),
            lowered(facts.providerName),
            lowered(facts.service),
            lowered(facts.machine),
            lowered(facts.family),
            lowered(facts.accelerator)};
}

std::vector<std::string> searchFields(const PlaceFacts& facts)
{
    return {lowered(facts.region), lowered(facts.zone), lowered(facts.name)};
}

std::vector<std::string> searchFields(const WayFacts& facts)
{
    std::vector<std::string> fields{std::string(model::name(facts.purchase)),
                                    lowered(facts.offeringClass),
                                    lowered(facts.os),
                                    lowered(facts.tenancy),
                                    lowered(facts.software),
                                    lowered(facts.currency),
                                    lowered(facts.sheet)};
    if (facts.termMonths > 0) {
        fields.push_back(std::to_string(facts.termMonths) + " months");
        if (facts.termMonths % 12 == 0) {
            fields.push_back(std::to_string(facts.termMonths / 12) + " y");
            fields.push_back(std::to_string(facts.termMonths / 12) + "y");
        }
    }
    return fields;
}

/// Range that a float column must lie in; the ends are rounded as the column is.
struct FloatRange
{
    float least = -std::numeric_limits<float>::infinity();
    float most = std::numeric_limits<float>::infinity();
    bool includesUnknown = true;

    [[nodiscard]] bool holds(float value) const
    {
        return std::isnan(value) ? includesUnknown : value >= least && value <= most;
    }
};

FloatRange rangeOf(const Bounds& bounds)
{
    FloatRange range;
    if (bounds.isSet()) {
        range.includesUnknown = bounds.includesUnknown;
        range.least = bounds.least ? static_cast<float>(*bounds.least) : range.least;
        range.most = bounds.most ? static_cast<float>(*bounds.most) : range.most;
    }
    return range;
}

std::size_t threadsFor(std::size_t rows)
{
    const std::size_t cores = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    return std::clamp<std::size_t>(rows / kRowsPerThread, 1, cores);
}

/// Calls work(part, beginRow, endRow) for equal parts of the rows, cut at multiples of 64.
template <typename Work>
void inParts(std::size_t rows, Work&& work)
{
    const std::size_t parts = threadsFor(rows);
    const std::size_t size = ((rows / parts + kWordBits) / kWordBits) * kWordBits;
    std::vector<std::jthread> threads;
    for (std::size_t part = 1; part < parts; ++part) {
        threads.emplace_back([&work, part, size, rows] {
            work(part, std::min(rows, part * size), std::min(rows, (part + 1) * size));
        });
    }
    work(std::size_t{0}, std::size_t{0}, std::min(rows, size));
}

} // namespace

/// A query, decided for every entry of the tables.
struct PriceIndex::Filter
{
    Filter(const PriceIndex& index, const PriceQuery& query)
        : words(parseWords(query.words))
        , day(indexDay(query.asOf))
        , includesSuperseded(query.includesSuperseded)
        , price(rangeOf(query.price))
        , each(rangeOf(query.priceEach))
        , hasPrice(query.price.isSet())
        , hasEach(query.priceEach.isSet())
    {
        for (const ProductFacts& facts : index.m_products) {
            const bool isUseless = hasEach && !query.priceEach.includesUnknown && facts.acceleratorCount == 0;
            productWanted.push_back(!isUseless && isProductWanted(query, facts));
            productMask.push_back(
                words.terms.empty() || !productWanted.back() ? 0 : words.matching(searchFields(facts)));
        }
        for (const PlaceFacts& facts : index.m_places) {
            placeWanted.push_back(isWanted(query.regions, facts.region));
            placeMask.push_back(words.terms.empty() ? 0 : words.matching(searchFields(facts)));
        }
        for (const WayFacts& facts : index.m_ways) {
            wayWanted.push_back(isWayWanted(query, facts));
            wayMask.push_back(words.terms.empty() ? 0 : words.matching(searchFields(facts)));
            wayHasEach.push_back(facts.isMachinePrice);
        }
    }

    /// Which ways of buying pass, given the words that product and place match already.
    [[nodiscard]] std::vector<std::uint8_t> waysFor(std::uint32_t mask) const
    {
        std::vector<std::uint8_t> passes(wayMask.size());
        for (std::size_t i = 0; i < passes.size(); ++i) {
            passes[i] = wayWanted[i] && words.accepts(mask | wayMask[i]) ? 1 : 0;
        }
        return passes;
    }

    Words words;
    std::uint16_t day = 0;
    bool includesSuperseded = false;
    FloatRange price;
    FloatRange each;
    bool hasPrice = false;
    bool hasEach = false;
    std::vector<bool> productWanted;
    std::vector<bool> placeWanted;
    std::vector<bool> wayWanted;
    std::vector<bool> wayHasEach;
    std::vector<std::uint32_t> productMask;
    std::vector<std::uint32_t> placeMask;
    std::vector<std::uint32_t> wayMask;
};

void PriceIndex::markRuns(const Filter& filter,
                          std::size_t beginRow,
                          std::size_t endRow,
                          std::vector<std::uint64_t>& bits,
                          const std::stop_token& stop) const
{
    std::map<std::uint32_t, std::vector<std::uint8_t>> passesByMask;
    const std::uint16_t day = filter.day;
    const auto holds = [&](Row row) {
        if (filter.includesSuperseded) {
            return (m_reference[row] & kAgainBit) == 0 && (day == 0 || m_from[row] <= day);
        }
        return day == 0 ? m_until[row] == kOpen : m_from[row] <= day && day < m_until[row];
    };
    std::uint32_t knownMask = 0;
    const std::vector<std::uint8_t>* passes = nullptr;
    std::size_t sinceLook = 0;
    for (std::size_t run = beginRow < endRow ? runOf(static_cast<Row>(beginRow)) : m_runs.size();
         run < m_runs.size() && m_runs[run].begin < endRow;
         ++run) {
        const Run& at = m_runs[run];
        if (!filter.productWanted[at.product] || !filter.placeWanted[at.place]) {
            continue;
        }
        const std::uint32_t mask = filter.productMask[at.product] | filter.placeMask[at.place];
        if (passes == nullptr || mask != knownMask) {
            auto known = passesByMask.find(mask);
            if (known == passesByMask.end()) {
                known = passesByMask.emplace(mask, filter.waysFor(mask)).first;
            }
            passes = &known->second;
            knownMask = mask;
        }
        const auto count = static_cast<float>(m_products[at.product].acceleratorCount);
        const auto begin = std::max(at.begin, static_cast<Row>(beginRow));
        const auto end = std::min(endOf(run), static_cast<Row>(endRow));
        for (Row row = begin; row < end; ++row) {
            bool isMatch = (*passes)[m_way[row]] != 0 && holds(row);
            if (isMatch && filter.hasPrice) {
                isMatch = filter.price.holds(m_price[row]);
            }
            if (isMatch && filter.hasEach) {
                const bool hasEach = count > 0.0F && filter.wayHasEach[m_way[row]];
                isMatch = filter.each.holds(hasEach ? m_price[row] / count
                                                    : std::numeric_limits<float>::quiet_NaN());
            }
            bits[row / kWordBits] |= static_cast<std::uint64_t>(isMatch ? 1U : 0U) << (row % kWordBits);
        }
        constexpr std::size_t kLook = 200'000;
        sinceLook += end - begin;
        if (sinceLook > kLook) {
            sinceLook = 0;
            if (stop.stop_requested()) {
                return;
            }
        }
    }
}

PriceMatches PriceIndex::find(const PriceQuery& query, const std::stop_token& stop) const
{
    PriceMatches matches;
    matches.m_sort = query.sort;
    matches.m_bits.assign((size() + kWordBits - 1) / kWordBits, 0);
    const Filter filter(*this, query);
    inParts(size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        markRuns(filter, begin, end, matches.m_bits, stop);
    });
    if (stop.stop_requested()) {
        std::ranges::fill(matches.m_bits, 0);
        return matches;
    }
    for (const std::uint64_t word : matches.m_bits) {
        matches.m_count += static_cast<std::size_t>(std::popcount(word));
    }
    if (matches.m_count <= kSortWhole) {
        auto sorted = selected(matches, 0, matches.m_count);
        matches.m_sorted = std::move(sorted);
        matches.m_isSorted = true;
    }
    return matches;
}

/// One number per row and sort key, smaller for what comes first.
struct PriceIndex::Keys
{
    Keys(const PriceIndex& of, const PriceSort& by)
        : index(of)
        , sort(by)
    {
        const auto column = static_cast<std::size_t>(sort.column);
        if (!index.m_productRanks[column].empty()) {
            productRanks = &index.m_productRanks[column];
        } else if (!index.m_wayRanks[column].empty()) {
            wayRanks = &index.m_wayRanks[column];
        } else if (sort.column == PriceColumn::Region) {
            placeRanks = &index.m_placeRank;
        }
        for (const auto* ranks : {productRanks, wayRanks, placeRanks}) {
            if (ranks != nullptr) {
                unknown = static_cast<std::uint32_t>(ranks->size()) + 1; // behind all ranks
            }
        }
        if (sort.column == PriceColumn::Effective) {
            unknown = kOpen + 1U;
        }
    }

    /// Keys fill the lower digit only.
    [[nodiscard]] bool isShort() const { return unknown < kDigits; }

    [[nodiscard]] std::uint32_t keyOf(const Run& run, Row row) const
    {
        const std::uint32_t key = ascending(run, row);
        if (key == kUnknownRank) {
            return unknown;
        }
        return sort.isDescending ? unknown - 1 - key : key;
    }

    [[nodiscard]] std::uint32_t ascending(const Run& run, Row row) const
    {
        if (productRanks != nullptr) {
            return (*productRanks)[run.product];
        }
        if (wayRanks != nullptr) {
            return (*wayRanks)[index.m_way[row]];
        }
        if (placeRanks != nullptr) {
            return (*placeRanks)[run.place];
        }
        if (sort.column == PriceColumn::Effective) {
            return index.m_from[row] == 0 ? kUnknownRank : index.m_from[row];
        }
        const float price = index.m_price[row];
        if (std::isnan(price)) {
            return kUnknownRank;
        }
        if (sort.column != PriceColumn::PriceEach) {
            return orderedBits(price);
        }
        const int count = index.m_products[run.product].acceleratorCount;
        const bool hasEach = count > 0 && index.m_ways[index.m_way[row]].isMachinePrice;
        return hasEach ? orderedBits(price / static_cast<float>(count)) : kUnknownRank;
    }

    const PriceIndex& index;
    PriceSort sort;
    const std::vector<std::uint32_t>* productRanks = nullptr;
    const std::vector<std::uint32_t>* wayRanks = nullptr;
    const std::vector<std::uint32_t>* placeRanks = nullptr;
    std::uint32_t unknown = kUnknownRank;
};

template <typename Visit>
void PriceIndex::forEachMatch(const PriceMatches& matches,
                              std::size_t beginRow,
                              std::size_t endRow,
                              Visit&& visit) const
{
    if (beginRow >= endRow) {
        return;
    }
    std::size_t run = runOf(static_cast<Row>(beginRow));
    Row runEnd = endOf(run);
    for (std::size_t word = beginRow / kWordBits; word * kWordBits < endRow; ++word) {
        std::uint64_t bits = matches.m_bits[word];
        while (bits != 0) {
            const auto row = static_cast<Row>(word * kWordBits) + static_cast<Row>(std::countr_zero(bits));
            bits &= bits - 1;
            while (row >= runEnd) {
                ++run;
                runEnd = endOf(run);
            }
            visit(m_runs[run], row);
        }
    }
}

std::vector<PriceIndex::Row>
PriceIndex::inRowOrder(const PriceMatches& matches, std::size_t offset, std::size_t count) const
{
    std::vector<Row> rows;
    std::size_t before = 0;
    for (std::size_t word = 0; word < matches.m_bits.size() && rows.size() < count; ++word) {
        std::uint64_t bits = matches.m_bits[word];
        const auto here = static_cast<std::size_t>(std::popcount(bits));
        if (before + here <= offset) {
            before += here;
            continue;
        }
        while (bits != 0 && rows.size() < count) {
            if (before++ >= offset) {
                rows.push_back(static_cast<Row>(word * kWordBits) + static_cast<Row>(std::countr_zero(bits)));
            }
            bits &= bits - 1;
        }
    }
    return rows;
}

namespace {

using Digits = std::array<std::uint32_t, 4>; ///< two sort keys, each in two digits

/// Walks down the digits to the one of the rank-th row.
struct Descent
{
    std::size_t rank = 0; ///< among the rows that share the digits found so far
    Digits digits{};
    std::vector<std::uint32_t> counts;

    [[nodiscard]] bool sharesPrefix(const Digits& other, std::size_t level) const
    {
        return std::equal(digits.begin(), digits.begin() + static_cast<std::ptrdiff_t>(level), other.begin());
    }
    void choose(std::size_t level)
    {
        std::uint32_t digit = 0;
        while (digit + 1 < kDigits && rank >= counts[digit]) {
            rank -= counts[digit++];
        }
        digits[level] = digit;
    }
};

} // namespace

/// The window without sorting all matches: the keys of its first and last row are found digit by digit, by
/// counting; then only rows between them are gathered and sorted.
std::vector<PriceIndex::Row>
PriceIndex::selected(const PriceMatches& matches, std::size_t offset, std::size_t count) const
{
    count = offset < matches.m_count ? std::min(count, matches.m_count - offset) : 0;
    const bool isRowOrder =
        matches.m_sort.empty() || (matches.m_sort.front() == PriceSort{} && matches.m_sort.size() == 1);
    if (count == 0 || isRowOrder) {
        return inRowOrder(matches, offset, count);
    }
    std::vector<Keys> keys;
    for (std::size_t i = 0; i < matches.m_sort.size() && i < 2; ++i) {
        keys.emplace_back(*this, matches.m_sort[i]);
    }
    const auto digitsOf = [&](const Run& run, Row row) {
        Digits digits{};
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::uint32_t key = keys[i].keyOf(run, row);
            digits[2 * i] = key >> kDigitBits;
            digits[2 * i + 1] = key & (kDigits - 1);
        }
        return digits;
    };
    const std::size_t levels = 2 * keys.size();
    const bool wantsAll = count == matches.m_count;
    Descent first{.rank = offset};
    Descent last{.rank = offset + count - 1};
    for (std::size_t level = 0; level < levels && !wantsAll; ++level) {
        if (level % 2 == 0 && keys[level / 2].isShort()) {
            continue; // the digit is 0 for all
        }
        std::vector<std::vector<std::uint32_t>> counts(2 * threadsFor(size()));
        inParts(size(), [&](std::size_t part, std::size_t begin, std::size_t end) {
            auto& low = counts[2 * part];
            auto& high = counts[2 * part + 1];
            low.assign(kDigits, 0);
            high.assign(kDigits, 0);
            forEachMatch(matches, begin, end, [&](const Run& run, Row row) {
                const Digits digits = digitsOf(run, row);
                low[digits[level]] += first.sharesPrefix(digits, level) ? 1U : 0U;
                high[digits[level]] += last.sharesPrefix(digits, level) ? 1U : 0U;
            });
        });
        for (Descent* descent : {&first, &last}) {
            descent->counts.assign(kDigits, 0);
            for (std::size_t part = descent == &first ? 0 : 1; part < counts.size(); part += 2) {
                for (std::size_t i = 0; i < counts[part].size(); ++i) {
                    descent->counts[i] += counts[part][i];
                }
            }
            descent->choose(level);
        }
    }
    struct Keyed
    {
        Digits digits;
        Row row = 0;
    };
    std::vector<Keyed> found;
    std::size_t equalToFirst = 0;
    std::size_t equalToLast = 0;
    forEachMatch(matches, 0, size(), [&](const Run& run, Row row) {
        const Digits digits = digitsOf(run, row);
        if (wantsAll) {
            found.push_back({digits, row});
        } else if (digits == first.digits) {
            if (equalToFirst++ >= first.rank && equalToFirst <= first.rank + count) {
                found.push_back({digits, row});
            }
        } else if (digits == last.digits) {
            if (equalToLast++ <= last.rank) {
                found.push_back({digits, row});
            }
        } else if (digits > first.digits && digits < last.digits) {
            found.push_back({digits, row});
        }
    });
    std::ranges::sort(found, [](const Keyed& a, const Keyed& b) {
        return std::tie(a.digits, a.row) < std::tie(b.digits, b.row);
    });
    std::vector<Row> rows;
    rows.reserve(count);
    for (std::size_t i = 0; i < found.size() && i < count; ++i) {
        rows.push_back(found[i].row);
    }
    return rows;
}

std::vector<PriceIndex::Row>
PriceIndex::window(const PriceMatches& matches, std::size_t offset, std::size_t count) const
{
    if (!matches.m_isSorted) {
        return selected(matches, offset, count);
    }
    const std::size_t begin = std::min(offset, matches.m_sorted.size());
    const std::size_t end = begin + std::min(count, matches.m_sorted.size() - begin);
    return {matches.m_sorted.begin() + static_cast<std::ptrdiff_t>(begin),
            matches.m_sorted.begin() + static_cast<std::ptrdiff_t>(end)};
}

} // namespace wherewithal::providers
