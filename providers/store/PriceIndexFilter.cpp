// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/PriceIndex.h"
#include "providers/store/PriceIndexKeys.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <span>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace wherewithal::providers {

using namespace priceindex;

namespace {

constexpr std::size_t kMostTerms = 32; ///< words of a search, one bit each
constexpr std::size_t kLeastSku = 6;   ///< characters from which a word is looked for among the SKUs

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

    /// 1 if the value lies in the range; no branch, since prices come in no order.
    [[nodiscard]] std::uint32_t holds(float value) const
    {
        const std::uint32_t isBelow = value < least ? 1U : 0U;
        const std::uint32_t isAbove = value > most ? 1U : 0U;
        const std::uint32_t isKnown = std::isnan(value) ? 0U : 1U;
        return (1U ^ isBelow) & (1U ^ isAbove) & (isKnown | (includesUnknown ? 1U : 0U));
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
            productWanted.push_back(!isUseless && isProductWanted(query, facts) ? 1 : 0);
            productMask.push_back(
                words.terms.empty() || productWanted.back() == 0 ? 0 : words.matching(searchFields(facts)));
        }
        for (const PlaceFacts& facts : index.m_places) {
            placeWanted.push_back(isWanted(query.regions, facts.region) ? 1 : 0);
            placeMask.push_back(words.terms.empty() ? 0 : words.matching(searchFields(facts)));
        }
        for (const WayFacts& facts : index.m_ways) {
            wayWanted.push_back(isWayWanted(query, facts) ? 1 : 0);
            wayMask.push_back(words.terms.empty() ? 0 : words.matching(searchFields(facts)));
            wayHasEach.push_back(facts.isMachinePrice ? 1 : 0);
        }
        for (std::size_t i = 0; i < words.terms.size(); ++i) {
            const auto [first, last] = index.skusLike(words.terms[i].text, words.terms[i].isWhole);
            if (first < last) {
                skus.push_back({first, last, 1U << i});
            }
        }
    }

    /// Which ways of buying pass, given the words that product and place match already.
    [[nodiscard]] std::vector<std::uint8_t> waysFor(std::uint32_t mask) const
    {
        std::vector<std::uint8_t> passes(wayMask.size());
        for (std::size_t i = 0; i < passes.size(); ++i) {
            passes[i] = wayWanted[i] != 0 && words.accepts(mask | wayMask[i]) ? 1 : 0;
        }
        return passes;
    }

    /// 1 if any word names this SKU.
    [[nodiscard]] std::uint32_t namesSku(std::uint32_t sku) const
    {
        std::uint32_t isNamed = 0;
        for (const SkuTerm& term : skus) {
            isNamed |= sku - term.first < term.last - term.first ? 1U : 0U;
        }
        return isNamed;
    }
    /// Bits of the terms that name this SKU.
    [[nodiscard]] std::uint32_t skuMask(std::uint32_t sku) const
    {
        std::uint32_t mask = 0;
        for (const SkuTerm& term : skus) {
            mask |= sku >= term.first && sku < term.last ? term.bit : 0U;
        }
        return mask;
    }

    struct SkuTerm
    {
        std::uint32_t first = 0; ///< numbers of SKUs
        std::uint32_t last = 0;  ///< behind the last
        std::uint32_t bit = 0;
    };

    Words words;
    std::vector<SkuTerm> skus; ///< empty where no word names a SKU
    std::uint16_t day = 0;
    bool includesSuperseded = false;
    FloatRange price;
    FloatRange each;
    bool hasPrice = false;
    bool hasEach = false;
    std::vector<std::uint8_t> productWanted;
    std::vector<std::uint8_t> placeWanted;
    std::vector<std::uint8_t> wayWanted;
    std::vector<std::uint8_t> wayHasEach;
    std::vector<std::uint32_t> productMask;
    std::vector<std::uint32_t> placeMask;
    std::vector<std::uint32_t> wayMask;
};

/// Which ways pass, looked up by the words that product, place and SKU match.
class PriceIndex::Passes
{
public:
    explicit Passes(const Filter& filter)
        : m_filter(filter)
    {}
    struct Ways
    {
        std::vector<std::uint8_t> passes; ///< [way]
        bool areAll = false;
        bool areNone = false;
    };
    [[nodiscard]] const Ways& of(std::uint32_t mask)
    {
        if (m_last != nullptr && mask == m_lastMask) {
            return *m_last;
        }
        auto known = m_byMask.find(mask);
        if (known == m_byMask.end()) {
            Ways ways;
            ways.passes = m_filter.waysFor(mask);
            ways.areAll = std::ranges::find(ways.passes, 0) == ways.passes.end();
            ways.areNone = std::ranges::find(ways.passes, 1) == ways.passes.end();
            known = m_byMask.emplace(mask, std::move(ways)).first;
        }
        m_lastMask = mask;
        m_last = &known->second;
        return *m_last;
    }

private:
    const Filter& m_filter;
    std::map<std::uint32_t, Ways> m_byMask;
    std::uint32_t m_lastMask = 0;
    const Ways* m_last = nullptr;
};

/// The numbers of the SKUs that are this word (lower case), or begin with it.
std::pair<std::uint32_t, std::uint32_t> PriceIndex::skusLike(const std::string& word, bool isWhole) const
{
    if (word.size() < kLeastSku) {
        return {0, 0};
    }
    const auto first = std::ranges::lower_bound(m_skus, word);
    auto last = first;
    while (last != m_skus.end() && (isWhole ? *last == word : last->starts_with(word))) {
        ++last;
    }
    return {static_cast<std::uint32_t>(first - m_skus.begin()),
            static_cast<std::uint32_t>(last - m_skus.begin())};
}

namespace {

/// Bits of a word of rows for which test(row) gives 1, of those marked already.
template <typename Test>
std::uint64_t maskOf(PriceIndex::Row first, std::uint64_t bits, Test&& test)
{
    if (bits == 0) {
        return 0;
    }
    const int begin = std::countr_zero(bits);
    const int end = static_cast<int>(kWordBits) - std::countl_zero(bits);
    std::uint64_t mask = 0;
    for (int at = begin; at < end; ++at) {
        mask |= std::uint64_t{test(first + static_cast<PriceIndex::Row>(at))} << static_cast<unsigned>(at);
    }
    return mask & bits;
}

/// The same for a range of prices, four at a time where the processor can.
std::uint64_t maskInRange(const std::vector<float>& prices,
                          PriceIndex::Row first,
                          std::uint64_t bits,
                          const FloatRange& range)
{
#ifdef __SSE2__
    if (bits != 0 && first + kWordBits <= prices.size()) {
        const __m128 least = _mm_set1_ps(range.least);
        const __m128 most = _mm_set1_ps(range.most);
        const __m128 unknown =
            range.includesUnknown ? _mm_castsi128_ps(_mm_set1_epi32(-1)) : _mm_setzero_ps();
        std::uint64_t mask = 0;
        for (unsigned at = 0; at < kWordBits; at += 4) {
            const __m128 values = _mm_loadu_ps(prices.data() + first + at);
            const __m128 isInside = _mm_and_ps(_mm_cmpge_ps(values, least), _mm_cmple_ps(values, most));
            const __m128 isUnknown = _mm_and_ps(_mm_cmpunord_ps(values, values), unknown);
            const int four = _mm_movemask_ps(_mm_or_ps(isInside, isUnknown));
            mask |= std::uint64_t{static_cast<unsigned>(four)} << at;
        }
        return mask & bits;
    }
#endif
    return maskOf(first, bits, [&](PriceIndex::Row row) { return range.holds(prices[row]); });
}

/// Rows whose price has begun by a day and, unless history is wanted, not ended; eight at a time.
std::uint64_t maskOfDay(std::span<const std::uint16_t> from,
                        std::span<const std::uint16_t> until,
                        std::uint64_t bits,
                        std::uint16_t day,
                        bool includesEnded)
{
#ifdef __SSE2__
    if (from.size() >= kWordBits) {
        const __m128i asked = _mm_set1_epi16(static_cast<short>(day));
        const __m128i ended = includesEnded ? _mm_set1_epi16(-1) : _mm_setzero_si128();
        const __m128i zero = _mm_setzero_si128();
        const auto eight = [&](unsigned at) {
            __m128i begins{};
            __m128i ends{};
            std::memcpy(&begins, from.data() + at, sizeof begins);
            std::memcpy(&ends, until.data() + at, sizeof ends);
            const __m128i hasBegun = _mm_cmpeq_epi16(_mm_subs_epu16(begins, asked), zero);
            const __m128i hasEnded = _mm_cmpeq_epi16(_mm_subs_epu16(ends, asked), zero);
            return _mm_and_si128(hasBegun,
                                 _mm_or_si128(_mm_andnot_si128(hasEnded, _mm_set1_epi16(-1)), ended));
        };
        std::uint64_t mask = 0;
        for (unsigned at = 0; at < kWordBits; at += 16) {
            const int sixteen = _mm_movemask_epi8(_mm_packs_epi16(eight(at), eight(at + 8)));
            mask |= std::uint64_t{static_cast<unsigned>(sixteen)} << at;
        }
        return mask & bits;
    }
#endif
    std::uint64_t mask = 0;
    for (std::uint64_t left = bits; left != 0; left &= left - 1) {
        const auto at = static_cast<std::size_t>(std::countr_zero(left));
        const bool holds = from[at] <= day && (includesEnded || day < until[at]);
        mask |= std::uint64_t{holds ? 1U : 0U} << at;
    }
    return mask;
}

} // namespace

/// Marks what the filter wants among the rows [first, second) of one run; `time` marks those of the right
/// time, or is null where the day of each row must be looked at. A test after the other over 64 rows, none of
/// them with a branch.
void PriceIndex::markRows(const Filter& filter,
                          Passes& passes,
                          std::uint32_t mask,
                          float acceleratorCount,
                          const std::vector<std::uint64_t>* time,
                          std::pair<Row, Row> rows,
                          std::vector<std::uint64_t>& bits) const
{
    const Passes::Ways& ways = passes.of(mask);
    if (ways.areNone && filter.skus.empty()) {
        return;
    }
    forEachWord(rows.first, rows.second, [&](std::size_t word, std::uint64_t part) {
        const auto first = static_cast<Row>(word * kWordBits);
        std::uint64_t left = time == nullptr ? part : part & (*time)[word];
        std::uint64_t bySku = 0;
        if (!filter.skus.empty()) {
            bySku = maskOf(first, left, [&](Row row) { return filter.namesSku(m_sku[row]); });
            for (std::uint64_t rest = bySku; rest != 0; rest &= rest - 1) { // few
                const Row row = first + static_cast<Row>(std::countr_zero(rest));
                const std::uint32_t named = mask | filter.skuMask(m_sku[row]);
                bySku ^= passes.of(named).passes[m_way[row]] != 0 ? 0 : rest & (~rest + 1);
            }
        }
        if (ways.areNone) {
            left = bySku;
        } else if (!ways.areAll) {
            left = maskOf(first, left, [&](Row row) { return ways.passes[m_way[row]]; }) | bySku;
        }
        if (filter.hasPrice) {
            left = maskInRange(m_price, first, left, filter.price);
        }
        if (filter.hasEach) {
            left = maskOf(first, left, [&](Row row) {
                const bool hasEach = acceleratorCount > 0.0F && filter.wayHasEach[m_way[row]] != 0;
                return filter.each.holds(hasEach ? m_price[row] / acceleratorCount
                                                 : std::numeric_limits<float>::quiet_NaN());
            });
        }
        if (time == nullptr) {
            left = maskOfDay(std::span(m_from).subspan(first),
                             std::span(m_until).subspan(first),
                             left,
                             filter.day,
                             filter.includesSuperseded);
        }
        bits[word] |= left;
    });
}

void PriceIndex::markRuns(const Filter& filter,
                          std::size_t beginRow,
                          std::size_t endRow,
                          std::vector<std::uint64_t>& bits,
                          const std::stop_token& stop) const
{
    constexpr std::size_t kLook = 200'000; // rows between two looks at the token
    Passes passes(filter);
    const std::vector<std::uint64_t>* time = filter.day != 0             ? nullptr
                                             : filter.includesSuperseded ? &m_isOnce
                                                                         : &m_holdsNow;
    std::size_t sinceLook = 0;
    for (std::size_t run = beginRow < endRow ? runOf(static_cast<Row>(beginRow)) : m_runs.size();
         run < m_runs.size() && m_runs[run].begin < endRow;
         ++run) {
        const Run& at = m_runs[run];
        if (filter.productWanted[at.product] == 0 || filter.placeWanted[at.place] == 0) {
            continue;
        }
        const std::pair rows(std::max(at.begin, static_cast<Row>(beginRow)),
                             std::min(endOf(run), static_cast<Row>(endRow)));
        markRows(filter,
                 passes,
                 filter.productMask[at.product] | filter.placeMask[at.place],
                 static_cast<float>(m_products[at.product].acceleratorCount),
                 time,
                 rows,
                 bits);
        sinceLook += rows.second - rows.first;
        if (sinceLook > kLook) {
            sinceLook = 0;
            if (stop.stop_requested()) {
                return;
            }
        }
    }
}

std::vector<std::uint64_t> PriceIndex::marked(const PriceQuery& query, const std::stop_token& stop) const
{
    std::vector<std::uint64_t> bits(wordsFor(size()), 0);
    const Filter filter(*this, query);
    inParts(size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        markRuns(filter, begin, end, bits, stop);
    });
    if (filter.day != 0 && filter.includesSuperseded) { // a row that took over again counts once
        for (std::size_t word = 0; word < bits.size(); ++word) {
            bits[word] &= m_isOnce[word];
        }
    }
    if (stop.stop_requested()) {
        std::ranges::fill(bits, 0);
    }
    return bits;
}

} // namespace wherewithal::providers
