// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/Assumptions.h"
#include "tests/simulator/throughput/SharedData.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

/// Errors of predictions against measurements, and the rows of the table in simulator/throughput/README.md.
namespace wherewithal::tests {

/// The value at share p of the sorted ones, between two where none stands there; there is at least one.
inline double quantile(std::vector<double> values, double p)
{
    std::ranges::sort(values);
    const double place = p * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    return values[low]
           + (place - static_cast<double>(low))
                 * (values[std::min(low + 1, values.size() - 1)] - values[low]);
}

/// Relative errors (predicted / measured - 1) and what one says about them.
class Errors
{
public:
    void add(double predicted, double measured) { m_errors.push_back(predicted / measured - 1.0); }
    [[nodiscard]] std::size_t count() const { return m_errors.size(); }
    [[nodiscard]] double absoluteQuantile(double p) const
    {
        std::vector<double> sorted;
        for (const double error : m_errors) {
            sorted.push_back(std::abs(error));
        }
        return sorted.empty() ? std::nan("") : quantile(std::move(sorted), p);
    }
    [[nodiscard]] double bias() const
    {
        std::vector<double> sorted = m_errors;
        std::ranges::sort(sorted);
        return sorted.empty() ? std::nan("") : sorted[sorted.size() / 2];
    }
    /// Root mean square of ln(predicted / measured) over every other row, from the first or the second on.
    [[nodiscard]] double halfSigma(std::size_t from, std::size_t step = 2) const
    {
        double sum = 0.0;
        double count = 0.0;
        for (std::size_t i = from; i < m_errors.size(); i += step) {
            sum += std::pow(std::log1p(m_errors[i]), 2.0);
            count += 1.0;
        }
        return std::sqrt(sum / count);
    }
    /// Share of rows that lie within the 80 % interval whose width the other half of the rows gave.
    [[nodiscard]] double crossedCoverage() const
    {
        constexpr double kNormalP90 = 1.2815515655446004;
        double inside = 0.0;
        for (std::size_t i = 0; i < m_errors.size(); ++i) {
            inside += std::abs(std::log1p(m_errors[i])) <= kNormalP90 * halfSigma(1 - i % 2) ? 1.0 : 0.0;
        }
        return inside / static_cast<double>(m_errors.size());
    }
    /// Share of rows within a factor interval.
    [[nodiscard]] double coverage(double low, double high) const
    {
        const auto inside = std::ranges::count_if(m_errors, [&](double error) {
            return 1.0 / (1.0 + error) >= low && 1.0 / (1.0 + error) <= high;
        });
        return m_errors.empty() ? 0.0 : static_cast<double>(inside) / static_cast<double>(m_errors.size());
    }

private:
    std::vector<double> m_errors;
};

/// Says which test is not run where the measurements do not lie beside the project.
inline bool isAbsent(const std::vector<CsvRow>& rows, const char* what)
{
    if (rows.empty()) {
        qInfo("%s: the data is not beside the project, not run", what);
    }
    return rows.empty();
}

/// Prints the row of the README's table. What is owed must hold.
inline void verdict(const char* test, const char* what, double reached, double pass, double stretch)
{
    const char* word = reached <= stretch ? "stretch" : reached <= pass ? "pass" : "MISSED";
    qInfo("VERDICT %-4s %-58s %6.1f %%  pass %4.0f %%  stretch %4.0f %%  %s",
          test,
          what,
          100.0 * reached,
          100.0 * pass,
          100.0 * stretch,
          word);
    QVERIFY(reached <= pass);
}

/// Rows that share one stated width of error, which is an assumption.
struct CoverageClass
{
    std::string name;
    const Errors* errors = nullptr;
    const char* assumption = nullptr;
};

/// The stated 80 % interval: its width by rule from one half of a class's rows (root mean square error), its
/// coverage on the other half, both ways; and the coverage of the width that the program uses.
inline void coverageVerdict(const char* test, const std::vector<CoverageClass>& classes)
{
    double inside = 0.0;
    double count = 0.0;
    for (const CoverageClass& c : classes) {
        const double used = model::Assumptions{}.get(c.assumption).median();
        const double width = std::exp(1.28155 * used);
        qInfo("%-4s interval of %s: %zu rows, sigma %.3f and %.3f from the halves, %.3f from all, used %.3f; "
              "holds %.0f %% crossed, %.0f %% as used",
              test,
              c.name.c_str(),
              c.errors->count(),
              c.errors->halfSigma(0),
              c.errors->halfSigma(1),
              c.errors->halfSigma(0, 1),
              used,
              100 * c.errors->crossedCoverage(),
              100 * c.errors->coverage(1.0 / width, width));
        // What the program uses is what the rule gives.
        QVERIFY(std::abs(used - c.errors->halfSigma(0, 1)) < 0.01);
        inside += c.errors->crossedCoverage() * static_cast<double>(c.errors->count());
        count += static_cast<double>(c.errors->count());
    }
    const double held = inside / count;
    qInfo("VERDICT %-4s %-58s %6.1f %%  pass 75 to 85 %%  %s",
          test,
          "80 % interval, width from one half, coverage of the other",
          100 * held,
          held >= 0.75 && held <= 0.85 ? "pass" : "MISSED");
    QVERIFY(held >= 0.75 && held <= 0.85);
}

} // namespace wherewithal::tests
