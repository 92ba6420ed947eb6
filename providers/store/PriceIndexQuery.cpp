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

/// One number per row and sort key, smaller for what comes first; read in digits of 16 bits.
struct PriceIndex::Keys
{
    Keys(const PriceIndex& of, const PriceSort& by)
        : index(of)
        , sort(by)
    {
        const auto column = static_cast<std::size_t>(sort.column);
        if (!index.m_productRanks[column].empty()) {
            table = Table::Product;
            take(index.m_productRanks[column]);
        } else if (!index.m_wayRanks[column].empty()) {
            table = Table::Way;
            take(index.m_wayRanks[column]);
        } else if (sort.column == PriceColumn::Region) {
            table = Table::Place;
            take(index.m_placeRank);
        } else if (sort.column == PriceColumn::Effective) {
            table = Table::Day;
            limit = kOpen - 1;
        }
    }

    /// Keys fill the lower digit only.
    [[nodiscard]] bool isShort() const { return limit < kDigits - 1; }

    /// Calls body(key), where key(run, row) gives the number of a row: the kind of column is settled once,
    /// not for each row.
    template <typename Body>
    void with(Body&& body) const
    {
        const auto down = [this](std::uint32_t key) {
            return turned(key);
        };
        switch (table) {
        case Table::Product:
            return body([this](const Run& run, Row) { return ranks[run.product]; });
        case Table::Place:
            return body([this](const Run& run, Row) { return ranks[run.place]; });
        case Table::Way:
            return body([this](const Run&, Row row) { return ranks[index.m_way[row]]; });
        case Table::Day:
            return body([this, down](const Run&, Row row) {
                return down(index.m_from[row] == 0 ? kUnknownRank : index.m_from[row]);
            });
        case Table::None:
            break;
        }
        if (sort.column == PriceColumn::PriceEach) {
            return body([this, down](const Run& run, Row row) {
                const int count = index.m_products[run.product].acceleratorCount;
                const float price = index.m_price[row];
                const bool hasEach =
                    count > 0 && !std::isnan(price) && index.m_ways[index.m_way[row]].isMachinePrice;
                return down(hasEach ? orderedBits(price / static_cast<float>(count)) : kUnknownRank);
            });
        }
        return body([this, down](const Run&, Row row) {
            const float price = index.m_price[row];
            return down(std::isnan(price) ? kUnknownRank : orderedBits(price));
        });
    }

private:
    enum class Table
    {
        None,
        Product,
        Place,
        Way,
        Day,
    };

    [[nodiscard]] std::uint32_t turned(std::uint32_t key) const
    {
        if (key == kUnknownRank) {
            return limit + (table == Table::None ? 0U : 1U); // behind all others
        }
        return sort.isDescending ? limit - (table == Table::None ? 1U : 0U) - key : key;
    }
    void take(const std::vector<std::uint32_t>& from)
    {
        limit = static_cast<std::uint32_t>(from.size());
        ranks.reserve(from.size());
        for (const std::uint32_t rank : from) {
            ranks.push_back(turned(rank));
        }
    }

    const PriceIndex& index;
    PriceSort sort;
    Table table = Table::None;
    std::vector<std::uint32_t> ranks; ///< turned, of the table
    std::uint32_t limit = kUnknownRank;
};

/// Calls visit(run, row) for each marked row, in order.
template <typename Visit>
void PriceIndex::forEachMatch(const std::vector<std::uint64_t>& marked,
                              std::size_t beginRow,
                              std::size_t endRow,
                              Visit&& visit) const
{
    if (beginRow >= endRow) {
        return;
    }
    std::size_t run = runOf(static_cast<Row>(beginRow));
    Row runEnd = endOf(run);
    const auto look = [&](Row row) {
        while (row >= runEnd) {
            ++run;
            runEnd = endOf(run);
        }
        visit(m_runs[run], row);
    };
    for (std::size_t word = beginRow / kWordBits; word * kWordBits < endRow; ++word) {
        std::uint64_t bits = marked[word];
        const auto first = static_cast<Row>(word * kWordBits);
        if (bits == ~std::uint64_t{0}) { // all of them: no need to look for each
            for (Row row = first; row < first + kWordBits; ++row) {
                look(row);
            }
            continue;
        }
        while (bits != 0) {
            look(first + static_cast<Row>(std::countr_zero(bits)));
            bits &= bits - 1;
        }
    }
}

std::vector<PriceIndex::Row>
PriceIndex::inRowOrder(const std::vector<std::uint64_t>& marked, std::size_t offset, std::size_t count) const
{
    std::vector<Row> rows;
    std::size_t before = 0;
    for (std::size_t word = 0; word < marked.size() && rows.size() < count; ++word) {
        std::uint64_t bits = marked[word];
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

/// One digit of one sort key.
struct PriceIndex::Level
{
    const Keys* keys = nullptr;
    unsigned shift = 0;

    [[nodiscard]] std::uint32_t digit(std::uint32_t key) const { return (key >> shift) & (kDigits - 1); }
};

std::vector<std::uint32_t> PriceIndex::countDigits(const Level& level,
                                                   const std::vector<std::uint64_t>& marked) const
{
    std::vector<std::vector<std::uint32_t>> counts(threadsFor(size()));
    level.keys->with([&](auto key) {
        inParts(size(), [&](std::size_t part, std::size_t begin, std::size_t end) {
            counts[part].assign(kDigits, 0);
            auto* count = counts[part].data();
            forEachMatch(
                marked, begin, end, [&](const Run& run, Row row) { ++count[level.digit(key(run, row))]; });
        });
    });
    for (std::size_t part = 1; part < counts.size(); ++part) {
        for (std::size_t i = 0; i < counts[part].size(); ++i) {
            counts[0][i] += counts[part][i];
        }
    }
    return std::move(counts[0]);
}

/// Marks of the rows whose digit lies in [least, most].
std::vector<std::uint64_t> PriceIndex::withDigits(const Level& level,
                                                  const std::vector<std::uint64_t>& marked,
                                                  std::uint32_t least,
                                                  std::uint32_t most) const
{
    std::vector<std::uint64_t> chosen(marked.size(), 0);
    level.keys->with([&](auto key) {
        inParts(size(), [&](std::size_t, std::size_t begin, std::size_t end) {
            forEachMatch(marked, begin, end, [&](const Run& run, Row row) {
                const std::uint32_t digit = level.digit(key(run, row));
                const std::uint64_t isInside = digit >= least && digit <= most ? 1U : 0U;
                chosen[row / kWordBits] |= isInside << (row % kWordBits);
            });
        });
    });
    return chosen;
}

std::vector<PriceIndex::Row> PriceIndex::sorted(std::span<const Level> levels,
                                                const std::vector<std::uint64_t>& marked) const
{
    struct Keyed
    {
        std::array<std::uint32_t, 2> keys{};
        Row row = 0;
    };
    std::vector<Keyed> found;
    forEachMatch(marked, 0, size(), [&](const Run&, Row row) { found.push_back({{}, row}); });
    std::size_t place = 0;
    const Keys* last = nullptr;
    for (const Level& level : levels) {
        if (level.keys == last) {
            continue;
        }
        last = level.keys;
        level.keys->with([&](auto key) {
            std::size_t run = 0;
            for (Keyed& keyed : found) { // in order of rows
                while (keyed.row >= endOf(run)) {
                    ++run;
                }
                keyed.keys[place] = key(m_runs[run], keyed.row);
            }
        });
        ++place;
    }
    std::ranges::sort(found, [](const Keyed& a, const Keyed& b) {
        return std::tie(a.keys, a.row) < std::tie(b.keys, b.row);
    });
    std::vector<Row> rows;
    rows.reserve(found.size());
    for (const Keyed& keyed : found) {
        rows.push_back(keyed.row);
    }
    return rows;
}

/// The window without sorting all matches: rows are counted by the first digit of their key; of the digits
/// that the window touches, small ones are gathered and sorted, a big one is looked into by the next digit.
std::vector<PriceIndex::Row> PriceIndex::selected(std::span<const Level> levels,
                                                  const std::vector<std::uint64_t>& marked,
                                                  const std::vector<std::uint32_t>* known,
                                                  std::size_t offset,
                                                  std::size_t count) const
{
    if (levels.empty()) {
        return inRowOrder(marked, offset, count);
    }
    const Level& level = levels.front();
    const std::vector<std::uint32_t> counted =
        known != nullptr ? std::vector<std::uint32_t>() : countDigits(level, marked);
    const std::vector<std::uint32_t>& counts = known != nullptr ? *known : counted;
    std::vector<Row> rows;
    std::uint32_t digit = 0;
    while (digit + 1 < kDigits && offset >= counts[digit]) {
        offset -= counts[digit++];
    }
    while (rows.size() < count && digit < kDigits) {
        const std::size_t missing = count - rows.size();
        std::uint32_t end = digit + 1;
        std::size_t within = counts[digit];
        std::vector<Row> part;
        if (within > kSortWhole) {
            part = selected(
                levels.subspan(1), withDigits(level, marked, digit, digit), nullptr, offset, missing);
        } else {
            while (end < kDigits && within < offset + missing && within + counts[end] <= kSortWhole) {
                within += counts[end++];
            }
            if (within > 0) {
                part = sorted(levels, withDigits(level, marked, digit, end - 1));
                part.erase(part.begin(),
                           part.begin() + static_cast<std::ptrdiff_t>(std::min(offset, part.size())));
                part.resize(std::min(part.size(), missing));
            }
        }
        rows.insert(rows.end(), part.begin(), part.end());
        offset = 0;
        digit = end;
    }
    return rows;
}

std::vector<PriceIndex::Keys> PriceIndex::keysOf(const PriceMatches& matches) const
{
    const bool isRowOrder =
        matches.m_sort.empty() || (matches.m_sort.size() == 1 && matches.m_sort.front() == PriceSort{});
    std::vector<Keys> keys;
    for (std::size_t i = 0; i < matches.m_sort.size() && i < 2 && !isRowOrder; ++i) {
        keys.emplace_back(*this, matches.m_sort[i]);
    }
    return keys;
}

std::vector<PriceIndex::Level> PriceIndex::levelsOf(const std::vector<Keys>& keys)
{
    std::vector<Level> levels;
    for (const Keys& key : keys) {
        if (!key.isShort()) {
            levels.push_back({.keys = &key, .shift = kDigitBits});
        }
        levels.push_back({.keys = &key, .shift = 0});
    }
    return levels;
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
    const std::vector<Keys> keys = keysOf(matches);
    const std::vector<Level> levels = levelsOf(keys);
    if (matches.m_count <= kSortWhole) {
        matches.m_sorted = sorted(levels, matches.m_bits);
        matches.m_isSorted = true;
    } else if (!levels.empty()) {
        matches.m_counts = countDigits(levels.front(), matches.m_bits);
    }
    return matches;
}

std::vector<PriceIndex::Row>
PriceIndex::window(const PriceMatches& matches, std::size_t offset, std::size_t count) const
{
    if (!matches.m_isSorted) {
        const std::vector<Keys> keys = keysOf(matches);
        const std::vector<Level> levels = levelsOf(keys);
        count = offset < matches.m_count ? std::min(count, matches.m_count - offset) : 0;
        return selected(levels, matches.m_bits, levels.empty() ? nullptr : &matches.m_counts, offset, count);
    }
    const std::size_t begin = std::min(offset, matches.m_sorted.size());
    const std::size_t end = begin + std::min(count, matches.m_sorted.size() - begin);
    return {matches.m_sorted.begin() + static_cast<std::ptrdiff_t>(begin),
            matches.m_sorted.begin() + static_cast<std::ptrdiff_t>(end)};
}

} // namespace wherewithal::providers
