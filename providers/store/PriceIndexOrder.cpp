// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/store/PriceIndex.h"
#include "providers/store/PriceIndexKeys.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

namespace wherewithal::providers {

using namespace priceindex;

namespace {

constexpr std::size_t kSortWhole = 50'000; ///< so many matches are sorted at once
constexpr int kDense =
    16; ///< marks of 64 rows from which on it is quicker to look at all, without asking which
constexpr std::size_t kDays = std::size_t{1} << 16U;

/// Indexes of the keys in ascending order; equal ones stay in theirs. Two passes of 16 bits.
std::vector<std::uint32_t> orderOf(const std::vector<std::uint32_t>& keys)
{
    constexpr unsigned kDigitBits = 16;
    constexpr std::uint32_t kMask = (1U << kDigitBits) - 1U;
    std::vector<std::uint32_t> order(keys.size());
    std::vector<std::uint32_t> other(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    for (const unsigned shift : {0U, kDigitBits}) {
        std::vector<std::uint32_t> next(std::size_t{kMask} + 2, 0);
        for (const std::uint32_t key : keys) {
            ++next[(key >> shift & kMask) + 1];
        }
        std::partial_sum(next.begin(), next.end(), next.begin());
        for (const std::uint32_t at : order) {
            other[next[keys[at] >> shift & kMask]++] = at;
        }
        order.swap(other);
    }
    return order;
}

} // namespace

/// One number per row and sort column, smaller for what comes first.
struct PriceIndex::Keys
{
    enum class Kind
    {
        Product, ///< ranks of a table
        Place,
        Way,
        Day,
        Price, ///< ordered beforehand
        PriceEach,
    };

    Keys(const PriceIndex& of, const PriceSort& by)
        : index(of)
        , sort(by)
    {
        const auto column = static_cast<std::size_t>(sort.column);
        if (!index.m_productRanks[column].empty()) {
            kind = Kind::Product;
            take(index.m_productRanks[column]);
        } else if (!index.m_wayRanks[column].empty()) {
            kind = Kind::Way;
            take(index.m_wayRanks[column]);
        } else if (sort.column == PriceColumn::Region) {
            kind = Kind::Place;
            take(index.m_placeRank);
        } else if (sort.column == PriceColumn::Effective) {
            kind = Kind::Day;
            std::vector<std::uint32_t> days(kDays);
            std::iota(days.begin(), days.end(), 0U);
            days.front() = kUnknownRank;
            take(days);
        } else {
            kind = sort.column == PriceColumn::PriceEach ? Kind::PriceEach : Kind::Price;
        }
    }

    /// [product, place, way or day]: whether its rank lies in [least, most].
    [[nodiscard]] std::vector<std::uint8_t> wanted(std::uint32_t least, std::uint32_t most) const
    {
        std::vector<std::uint8_t> isWanted;
        isWanted.reserve(ranks.size());
        for (const std::uint32_t rank : ranks) {
            isWanted.push_back(rank >= least && rank <= most ? 1 : 0);
        }
        return isWanted;
    }
    [[nodiscard]] bool isRanked() const { return kind != Kind::Price && kind != Kind::PriceEach; }
    /// The order made beforehand, for kinds that are not ranked.
    [[nodiscard]] const Order& order() const
    {
        return kind == Kind::PriceEach ? index.m_byPriceEach : index.m_byPrice;
    }

    /// Calls body(key), where key(run, row) gives the number of a row: the kind of column is settled once,
    /// not for each row.
    template <typename Body>
    void with(Body&& body) const
    {
        switch (kind) {
        case Kind::Product:
            return body([this](const Run& run, Row) { return ranks[run.product]; });
        case Kind::Place:
            return body([this](const Run& run, Row) { return ranks[run.place]; });
        case Kind::Way:
            return body([this](const Run&, Row row) { return ranks[index.m_way[row]]; });
        case Kind::Day:
            return body([this](const Run&, Row row) { return ranks[index.m_from[row]]; });
        case Kind::PriceEach:
            return body([this](const Run& run, Row row) { return turned(index.eachKey(run, row)); });
        case Kind::Price:
            return body([this](const Run&, Row row) { return turned(index.priceKey(row)); });
        }
    }

    std::vector<std::uint32_t> ranks; ///< [product, place, way or day], turned; unknown: behind all others
    std::uint32_t rankCount = 0;
    const PriceIndex& index;
    PriceSort sort;
    Kind kind = Kind::Price;

private:
    [[nodiscard]] std::uint32_t turned(std::uint32_t key) const
    {
        return key == kUnknownRank || !sort.isDescending ? key : kUnknownRank - 1 - key;
    }
    void take(const std::vector<std::uint32_t>& from)
    {
        const auto limit = static_cast<std::uint32_t>(from.size());
        rankCount = limit + 1;
        ranks.reserve(from.size());
        for (const std::uint32_t rank : from) {
            ranks.push_back(rank == kUnknownRank ? limit : sort.isDescending ? limit - 1 - rank : rank);
        }
    }
};

std::uint32_t PriceIndex::priceKey(Row row) const
{
    return std::isnan(m_price[row]) ? kUnknownRank : orderedBits(m_price[row]);
}

std::uint32_t PriceIndex::eachKey(const Run& run, Row row) const
{
    const int count = m_products[run.product].acceleratorCount;
    const bool hasEach = count > 0 && !std::isnan(m_price[row]) && m_ways[m_way[row]].isMachinePrice;
    return hasEach ? orderedBits(m_price[row] / static_cast<float>(count)) : kUnknownRank;
}

/// Puts the rows whose key is known in order, once: a list sorted by price then only looks which of them a
/// query marked.
template <typename KeyOf>
PriceIndex::Order PriceIndex::orderedBy(KeyOf&& keyOf) const
{
    Order order;
    order.isKnown.assign(wordsFor(size()), 0);
    std::vector<Row> rows;
    std::vector<std::uint32_t> keys;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        for (Row row = m_runs[run].begin; row < endOf(run); ++row) {
            if (const std::uint32_t key = keyOf(m_runs[run], row); key != kUnknownRank) {
                rows.push_back(row);
                keys.push_back(key);
                setBit(order.isKnown, row);
            }
        }
    }
    const std::vector<std::uint32_t> sequence = orderOf(keys);
    order.rows.reserve(rows.size());
    order.endsTie.assign(wordsFor(rows.size()), 0);
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        order.rows.push_back(rows[sequence[i]]);
        if (i + 1 == sequence.size() || keys[sequence[i]] != keys[sequence[i + 1]]) {
            setBit(order.endsTie, i);
        }
    }
    return order;
}

void PriceIndex::prepareOrders()
{
    m_byPrice = orderedBy([this](const Run&, Row row) { return priceKey(row); });
    m_byPriceEach = orderedBy([this](const Run& run, Row row) {
        return m_products[run.product].acceleratorCount > 0 ? eachKey(run, row) : kUnknownRank;
    });
    m_holdsNow.assign(wordsFor(size()), 0);
    m_isOnce.assign(wordsFor(size()), 0);
    for (std::size_t row = 0; row < size(); ++row) {
        if (m_until[row] == kOpen) {
            setBit(m_holdsNow, row);
        }
        if ((m_reference[row] & kAgainBit) == 0) {
            setBit(m_isOnce, row);
        }
    }
}

namespace {

/// Bits of a word of rows whose value is wanted, of those marked.
template <typename Value>
std::uint64_t wantedBits(const std::vector<Value>& column,
                         const std::vector<std::uint8_t>& isWanted,
                         std::size_t first,
                         std::uint64_t bits)
{
    std::uint64_t found = 0;
    if (first + kWordBits <= column.size() && std::popcount(bits) > kDense) {
        for (unsigned at = 0; at < kWordBits; ++at) {
            found |= std::uint64_t{isWanted[column[first + at]]} << at;
        }
        return found & bits;
    }
    for (; bits != 0; bits &= bits - 1) {
        const auto at = static_cast<unsigned>(std::countr_zero(bits));
        found |= std::uint64_t{isWanted[column[first + at]]} << at;
    }
    return found;
}

/// Marked rows in order, from the offset-th on; whole words are passed over by their number of bits.
/// bitsOf(word) gives the marks.
template <typename BitsOf>
std::vector<PriceIndex::Row>
inRowOrder(std::size_t words, std::size_t offset, std::size_t count, BitsOf&& bitsOf)
{
    std::vector<PriceIndex::Row> rows;
    for (std::size_t word = 0; word < words && rows.size() < count; ++word) {
        std::uint64_t bits = bitsOf(word);
        const auto here = static_cast<std::size_t>(std::popcount(bits));
        if (here <= offset) {
            offset -= here;
            continue;
        }
        for (; bits != 0 && rows.size() < count; bits &= bits - 1) {
            if (offset > 0) {
                --offset;
            } else {
                rows.push_back(static_cast<PriceIndex::Row>(word * kWordBits)
                               + static_cast<PriceIndex::Row>(std::countr_zero(bits)));
            }
        }
    }
    return rows;
}

/// Calls visit(row) for the marked rows of [begin, end), cut at multiples of 64.
template <typename Visit>
void forEachRow(const std::vector<std::uint64_t>& marked, std::size_t begin, std::size_t end, Visit&& visit)
{
    for (std::size_t word = begin / kWordBits; word * kWordBits < end; ++word) {
        const auto first = static_cast<PriceIndex::Row>(word * kWordBits);
        std::uint64_t bits = marked[word];
        if (bits == ~std::uint64_t{0}) { // all of them: no need to look for each
            for (PriceIndex::Row row = first; row < first + kWordBits; ++row) {
                visit(row);
            }
            continue;
        }
        for (; bits != 0; bits &= bits - 1) {
            visit(first + static_cast<PriceIndex::Row>(std::countr_zero(bits)));
        }
    }
}

/// How often each value of a column occurs among the marked rows. Two counters each, by turns: a counter
/// that is added to again at once would wait for itself.
template <typename Value>
std::vector<std::uint32_t>
countValues(const std::vector<Value>& column, std::size_t values, const std::vector<std::uint64_t>& marked)
{
    std::vector<std::vector<std::uint32_t>> counts(threadsFor(column.size()));
    inParts(column.size(), [&](std::size_t part, std::size_t begin, std::size_t end) {
        counts[part].assign(values * 2, 0);
        std::uint32_t* even = counts[part].data();
        std::uint32_t* odd = even + values;
        for (std::size_t word = begin / kWordBits; word * kWordBits < end; ++word) {
            const std::size_t first = word * kWordBits;
            std::uint64_t bits = marked[word];
            if (std::popcount(bits) > kDense && first + kWordBits <= column.size()) {
                for (unsigned at = 0; at < kWordBits; at += 2) {
                    even[column[first + at]] += static_cast<std::uint32_t>(bits >> at & 1U);
                    odd[column[first + at + 1]] += static_cast<std::uint32_t>(bits >> (at + 1) & 1U);
                }
                continue;
            }
            for (; bits != 0; bits &= bits - 1) {
                ++even[column[first + static_cast<unsigned>(std::countr_zero(bits))]];
            }
        }
    });
    std::vector<std::uint32_t> sums(values, 0);
    for (const auto& part : counts) {
        for (std::size_t i = 0; i < part.size(); ++i) {
            sums[i % values] += part[i];
        }
    }
    return sums;
}

/// Marks of those marked rows whose value is wanted.
template <typename Value>
std::vector<std::uint64_t> withValues(const std::vector<Value>& column,
                                      const std::vector<std::uint8_t>& isWanted,
                                      const std::vector<std::uint64_t>& marked)
{
    std::vector<std::uint64_t> chosen(marked.size(), 0);
    inParts(column.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t word = begin / kWordBits; word * kWordBits < end; ++word) {
            chosen[word] = wantedBits(column, isWanted, word * kWordBits, marked[word]);
        }
    });
    return chosen;
}

} // namespace

/// How many marked rows have each rank.
std::vector<std::uint32_t> PriceIndex::countRanks(const Keys& keys,
                                                  const std::vector<std::uint64_t>& marked) const
{
    std::vector<std::uint32_t> counts(keys.rankCount, 0);
    if (keys.kind == Keys::Kind::Product || keys.kind == Keys::Kind::Place) {
        for (std::size_t run = 0; run < m_runs.size(); ++run) {
            std::uint32_t here = 0;
            forEachWord(m_runs[run].begin, endOf(run), [&](std::size_t word, std::uint64_t part) {
                here += static_cast<std::uint32_t>(std::popcount(marked[word] & part));
            });
            counts[keys.ranks[keys.kind == Keys::Kind::Product ? m_runs[run].product : m_runs[run].place]] +=
                here;
        }
        return counts;
    }
    if (std::ranges::adjacent_find(keys.ranks, std::ranges::not_equal_to{}) == keys.ranks.end()
        && !keys.ranks.empty()) { // e.g. one sheet: no need to look
        counts[keys.ranks.front()] = static_cast<std::uint32_t>(countBits(marked));
        return counts;
    }
    const std::vector<std::uint32_t> values = keys.kind == Keys::Kind::Way
                                                  ? countValues(m_way, keys.ranks.size(), marked)
                                                  : countValues(m_from, keys.ranks.size(), marked);
    for (std::size_t i = 0; i < values.size(); ++i) {
        counts[keys.ranks[i]] += values[i];
    }
    return counts;
}

/// Marks of the marked rows whose rank lies in [least, most].
std::vector<std::uint64_t> PriceIndex::withRanks(const Keys& keys,
                                                 const std::vector<std::uint64_t>& marked,
                                                 std::uint32_t least,
                                                 std::uint32_t most) const
{
    const std::vector<std::uint8_t> isWanted = keys.wanted(least, most);
    if (std::ranges::find(isWanted, 0) == isWanted.end()) {
        return marked;
    }
    if (keys.kind == Keys::Kind::Way) {
        return withValues(m_way, isWanted, marked);
    }
    if (keys.kind == Keys::Kind::Day) {
        return withValues(m_from, isWanted, marked);
    }
    std::vector<std::uint64_t> chosen(marked.size(), 0);
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        if (isWanted[keys.kind == Keys::Kind::Product ? m_runs[run].product : m_runs[run].place] != 0) {
            forEachWord(m_runs[run].begin, endOf(run), [&](std::size_t word, std::uint64_t part) {
                chosen[word] |= marked[word] & part;
            });
        }
    }
    return chosen;
}

/// All marked rows, compared with one another; for few.
std::vector<PriceIndex::Row> PriceIndex::sorted(std::span<const Keys> keys,
                                                const std::vector<std::uint64_t>& marked) const
{
    struct Keyed
    {
        std::array<std::uint32_t, 2> keys{};
        Row row = 0;
    };
    std::vector<Keyed> found;
    forEachRow(marked, 0, size(), [&](Row row) { found.push_back({{}, row}); });
    for (std::size_t place = 0; place < keys.size() && place < 2; ++place) {
        keys[place].with([&](auto key) {
            std::size_t run = 0;
            for (Keyed& keyed : found) { // in order of rows
                while (keyed.row >= endOf(run)) {
                    ++run;
                }
                keyed.keys[place] = key(m_runs[run], keyed.row);
            }
        });
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

/// Rows of equal key in an order made beforehand, and how many of them are marked.
struct PriceIndex::Tie
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t marked = 0;
};

/// Goes through the ties of an order in either direction.
class PriceIndex::TieWalk
{
public:
    TieWalk(const Order& order, const std::vector<std::uint64_t>& marked)
        : m_order(order)
        , m_marked(marked)
    {}
    [[nodiscard]] bool isOver() const { return m_tie.begin == m_tie.end; }
    [[nodiscard]] const Tie& tie() const { return m_tie; }
    [[nodiscard]] std::size_t isMarked(std::size_t position) const
    {
        return hasBit(m_marked, m_order.rows[position]) ? 1 : 0;
    }

    /// Goes to the tie that holds the offset-th of `known` marked rows, ties counted upwards or downwards,
    /// and returns how many marked rows of this tie come before it. Counts from the nearer end.
    std::size_t seek(std::size_t offset, std::size_t known, bool isUp)
    {
        const bool fromStart = (offset <= known / 2) == isUp;
        const std::size_t steps = offset <= known / 2 ? offset : known - 1 - offset;
        std::size_t passed = 0; // marked rows between the end counted from and the tie
        const std::size_t position = fromStart ? fromBelow(steps, passed) : fromAbove(steps, passed);
        m_tie = {position, position + 1, 1};
        while (m_tie.begin > 0 && !hasBit(m_order.endsTie, m_tie.begin - 1)) {
            const std::size_t marked = isMarked(--m_tie.begin);
            m_tie.marked += marked;
            passed -= fromStart ? marked : 0;
        }
        while (!hasBit(m_order.endsTie, m_tie.end - 1)) {
            const std::size_t marked = isMarked(m_tie.end++);
            m_tie.marked += marked;
            passed -= fromStart ? 0 : marked;
        }
        const std::size_t before = fromStart == isUp ? passed : known - passed - m_tie.marked;
        return offset - before;
    }

    void step(bool isUp)
    {
        std::size_t begin = isUp ? m_tie.end : m_tie.begin;
        std::size_t end = begin;
        std::size_t marked = 0;
        if (isUp && end < m_order.rows.size()) {
            do {
                marked += isMarked(end);
            } while (!hasBit(m_order.endsTie, end++));
        } else if (!isUp && begin > 0) {
            do {
                marked += isMarked(--begin);
            } while (begin > 0 && !hasBit(m_order.endsTie, begin - 1));
        }
        m_tie = {begin, end, marked};
    }

private:
    /// Position of the marked row that has `steps` others below it.
    [[nodiscard]] std::size_t fromBelow(std::size_t steps, std::size_t& passed) const
    {
        std::size_t at = 0;
        passed = 0;
        for (std::size_t here = markedIn(at); passed + here <= steps; here = markedIn(at)) {
            passed += here;
            at += kWordBits;
        }
        for (;; ++at) {
            if (isMarked(at) != 0 && passed++ == steps) {
                passed = steps;
                return at;
            }
        }
    }
    /// Position of the marked row that has `steps` others above it.
    [[nodiscard]] std::size_t fromAbove(std::size_t steps, std::size_t& passed) const
    {
        std::size_t block = (m_order.rows.size() - 1) / kWordBits * kWordBits;
        passed = 0;
        for (std::size_t here = markedIn(block); passed + here <= steps; here = markedIn(block)) {
            passed += here;
            block -= kWordBits;
        }
        for (std::size_t at = std::min(block + kWordBits, m_order.rows.size());; --at) {
            if (isMarked(at - 1) != 0 && passed++ == steps) {
                passed = steps;
                return at - 1;
            }
        }
    }
    [[nodiscard]] std::size_t markedIn(std::size_t block) const
    {
        const std::size_t end = std::min(block + kWordBits, m_order.rows.size());
        std::size_t count = 0;
        for (std::size_t at = block; at < end; ++at) {
            count += isMarked(at);
        }
        return count;
    }

    const Order& m_order;
    const std::vector<std::uint64_t>& m_marked;
    Tie m_tie;
};

/// Rows of one tie from the offset-th on, by the other keys.
std::vector<PriceIndex::Row> PriceIndex::withinTie(std::span<const Keys> others,
                                                   const Order& order,
                                                   const TieWalk& walk,
                                                   std::size_t offset,
                                                   std::size_t count) const
{
    std::vector<Row> rows;
    if (walk.tie().marked == 0) {
        return rows;
    }
    if (!others.empty() && walk.tie().marked > 1) {
        std::vector<std::uint64_t> tied(wordsFor(size()), 0);
        for (std::size_t i = walk.tie().begin; i < walk.tie().end; ++i) {
            if (walk.isMarked(i) != 0) {
                setBit(tied, order.rows[i]);
            }
        }
        return selected(others, tied, nullptr, offset, count);
    }
    for (std::size_t i = walk.tie().begin; i < walk.tie().end && rows.size() < count; ++i) {
        if (walk.isMarked(i) == 0) {
            continue;
        }
        if (offset > 0) {
            --offset;
        } else {
            rows.push_back(order.rows[i]);
        }
    }
    return rows;
}

/// The window by an order made beforehand, walked from its nearer end; unknown values come last.
std::vector<PriceIndex::Row> PriceIndex::selectedInOrder(std::span<const Keys> keys,
                                                         const std::vector<std::uint64_t>& marked,
                                                         std::size_t offset,
                                                         std::size_t count) const
{
    const Order& order = keys.front().order();
    const bool isUp = !keys.front().sort.isDescending;
    std::vector<std::uint64_t> unknown = marked;
    std::size_t known = 0;
    for (std::size_t word = 0; word < marked.size(); ++word) {
        known += static_cast<std::size_t>(std::popcount(marked[word] & order.isKnown[word]));
        unknown[word] &= ~order.isKnown[word];
    }
    std::vector<Row> rows;
    if (offset < known) {
        TieWalk walk(order, marked);
        std::size_t skip = walk.seek(offset, known, isUp);
        for (; rows.size() < count && !walk.isOver(); walk.step(isUp)) {
            const auto part = withinTie(keys.subspan(1), order, walk, skip, count - rows.size());
            rows.insert(rows.end(), part.begin(), part.end());
            skip = 0;
        }
    }
    if (rows.size() < count) {
        const std::size_t before = offset < known ? 0 : offset - known;
        const auto part = selected(keys.subspan(1), unknown, nullptr, before, count - rows.size());
        rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
}

/// Rows of one rank from the offset-th on, where they are too many to be sorted.
std::vector<PriceIndex::Row> PriceIndex::withinRank(std::span<const Keys> keys,
                                                    const std::vector<std::uint64_t>& marked,
                                                    std::uint32_t rank,
                                                    std::size_t offset,
                                                    std::size_t count) const
{
    const Keys& first = keys.front();
    if (keys.size() == 1 && (first.kind == Keys::Kind::Way || first.kind == Keys::Kind::Day)) {
        const std::vector<std::uint8_t> isWanted = first.wanted(rank, rank);
        return inRowOrder(marked.size(), offset, count, [&](std::size_t word) {
            return first.kind == Keys::Kind::Way
                       ? wantedBits(m_way, isWanted, word * kWordBits, marked[word])
                       : wantedBits(m_from, isWanted, word * kWordBits, marked[word]);
        });
    }
    return selected(keys.subspan(1), withRanks(first, marked, rank, rank), nullptr, offset, count);
}

/// The window without sorting all matches: rows are counted by the rank of their first key; of the ranks that
/// the window touches, small ones are gathered and sorted, a big one is looked into by the next key.
std::vector<PriceIndex::Row> PriceIndex::selected(std::span<const Keys> keys,
                                                  const std::vector<std::uint64_t>& marked,
                                                  const std::vector<std::uint32_t>* known,
                                                  std::size_t offset,
                                                  std::size_t count) const
{
    if (keys.empty()) {
        return inRowOrder(marked.size(), offset, count, [&](std::size_t word) { return marked[word]; });
    }
    const Keys& first = keys.front();
    const auto sliceOf = [&](std::vector<Row> part, std::size_t missing) {
        part.erase(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(std::min(offset, part.size())));
        part.resize(std::min(part.size(), missing));
        return part;
    };
    if (!first.isRanked()) {
        return countBits(marked) <= kSortWhole ? sliceOf(sorted(keys, marked), count)
                                               : selectedInOrder(keys, marked, offset, count);
    }
    const std::vector<std::uint32_t> counted =
        known != nullptr ? std::vector<std::uint32_t>() : countRanks(first, marked);
    const std::vector<std::uint32_t>& counts = known != nullptr ? *known : counted;
    std::vector<Row> rows;
    std::uint32_t rank = 0;
    while (rank + 1 < first.rankCount && offset >= counts[rank]) {
        offset -= counts[rank++];
    }
    while (rows.size() < count && rank < first.rankCount) {
        const std::size_t missing = count - rows.size();
        std::uint32_t end = rank + 1;
        std::size_t within = counts[rank];
        std::vector<Row> part;
        if (within > kSortWhole) {
            part = withinRank(keys, marked, rank, offset, missing);
        } else {
            while (end < first.rankCount && within < offset + missing && within + counts[end] <= kSortWhole) {
                within += counts[end++];
            }
            if (within > 0) {
                part = sliceOf(sorted(keys, withRanks(first, marked, rank, end - 1)), missing);
            }
        }
        rows.insert(rows.end(), part.begin(), part.end());
        offset = 0;
        rank = end;
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

PriceMatches PriceIndex::find(const PriceQuery& query, const std::stop_token& stop) const
{
    PriceMatches matches;
    matches.m_sort = query.sort;
    matches.m_bits = marked(query, stop);
    if (stop.stop_requested()) {
        return matches;
    }
    matches.m_count = countBits(matches.m_bits);
    const std::vector<Keys> keys = keysOf(matches);
    if (matches.m_count <= kSortWhole) {
        matches.m_sorted = sorted(keys, matches.m_bits);
        matches.m_isSorted = true;
    } else if (!keys.empty() && keys.front().isRanked()) {
        matches.m_counts = countRanks(keys.front(), matches.m_bits);
    }
    return matches;
}

std::vector<PriceIndex::Row>
PriceIndex::window(const PriceMatches& matches, std::size_t offset, std::size_t count) const
{
    if (!matches.m_isSorted) {
        const std::vector<Keys> keys = keysOf(matches);
        count = offset < matches.m_count ? std::min(count, matches.m_count - offset) : 0;
        return selected(
            keys, matches.m_bits, matches.m_counts.empty() ? nullptr : &matches.m_counts, offset, count);
    }
    const std::size_t begin = std::min(offset, matches.m_sorted.size());
    const std::size_t end = begin + std::min(count, matches.m_sorted.size() - begin);
    return {matches.m_sorted.begin() + static_cast<std::ptrdiff_t>(begin),
            matches.m_sorted.begin() + static_cast<std::ptrdiff_t>(end)};
}

} // namespace wherewithal::providers
