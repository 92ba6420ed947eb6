// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Figure.h"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <utility>
#include <vector>

/// One formula, two readings.
///
/// Engine formulas are templates over a Number: `double` for speed, `Traced` for the explanation. Both run the same
/// code, so an explanation can never drift from the figure that it explains. A template names its steps:
///
///   template <Number N>
///   N secondsPerStep(const N& weightsBytes, const N& cacheBytes, const N& bandwidth)
///   {
///       return named((weightsBytes + cacheBytes) / bandwidth, "time per decode step", "s",
///                    "(weights + key-value cache) / memory bandwidth");
///   }
///
/// With `double`, named() returns its argument and the compiler removes the rest.
namespace wherewithal::model {

/// A double that remembers the named figures it was computed from.
class Traced
{
public:
    Traced() = default;
    Traced(double value) // NOLINT(google-explicit-constructor): plain constants take part in formulas
        : m_value(value)
    {
    }
    Traced(double value, std::vector<FigurePtr> inputs)
        : m_value(value)
        , m_inputs(std::move(inputs))
    {
    }
    explicit Traced(const FigurePtr& figure)
        : m_value(figure->value.value_or(0.0))
        , m_inputs{figure}
    {
    }

    [[nodiscard]] double value() const { return m_value; }
    /// Named figures that this number was made of since the last named step, in order of first use.
    [[nodiscard]] const std::vector<FigurePtr>& inputs() const { return m_inputs; }

    Traced& operator+=(const Traced& other) { return *this = *this + other; }
    Traced& operator-=(const Traced& other) { return *this = *this - other; }
    Traced& operator*=(const Traced& other) { return *this = *this * other; }
    Traced& operator/=(const Traced& other) { return *this = *this / other; }

    [[nodiscard]] friend Traced operator+(const Traced& a, const Traced& b) { return {a.m_value + b.m_value, joined(a, b)}; }
    [[nodiscard]] friend Traced operator-(const Traced& a, const Traced& b) { return {a.m_value - b.m_value, joined(a, b)}; }
    [[nodiscard]] friend Traced operator*(const Traced& a, const Traced& b) { return {a.m_value * b.m_value, joined(a, b)}; }
    [[nodiscard]] friend Traced operator/(const Traced& a, const Traced& b) { return {a.m_value / b.m_value, joined(a, b)}; }
    [[nodiscard]] friend Traced operator-(const Traced& a) { return {-a.m_value, a.m_inputs}; }

    [[nodiscard]] static std::vector<FigurePtr> joined(const Traced& a, const Traced& b)
    {
        std::vector<FigurePtr> inputs = a.m_inputs;
        for (const FigurePtr& figure : b.m_inputs) {
            if (std::ranges::find(inputs, figure) == inputs.end()) {
                inputs.push_back(figure);
            }
        }
        return inputs;
    }

private:
    double m_value = 0.0;
    std::vector<FigurePtr> m_inputs;
};

template <typename T>
concept Number = std::same_as<T, double> || std::same_as<T, Traced>;

/// The plain value, whatever the Number.
[[nodiscard]] inline double valueOf(double number) { return number; }
[[nodiscard]] inline double valueOf(const Traced& number) { return number.value(); }

[[nodiscard]] inline double minimum(double a, double b) { return std::min(a, b); }
[[nodiscard]] inline double maximum(double a, double b) { return std::max(a, b); }
[[nodiscard]] inline Traced minimum(const Traced& a, const Traced& b) { return {std::min(a.value(), b.value()), Traced::joined(a, b)}; }
[[nodiscard]] inline Traced maximum(const Traced& a, const Traced& b) { return {std::max(a.value(), b.value()), Traced::joined(a, b)}; }
[[nodiscard]] inline double roundedUp(double a) { return std::ceil(a); }
[[nodiscard]] inline Traced roundedUp(const Traced& a) { return {std::ceil(a.value()), a.inputs()}; }
[[nodiscard]] inline double roundedDown(double a) { return std::floor(a); }
[[nodiscard]] inline Traced roundedDown(const Traced& a) { return {std::floor(a.value()), a.inputs()}; }
[[nodiscard]] inline double power(double base, double exponent) { return std::pow(base, exponent); }
[[nodiscard]] inline Traced power(const Traced& base, const Traced& exponent)
{
    return {std::pow(base.value(), exponent.value()), Traced::joined(base, exponent)};
}
[[nodiscard]] inline double squareRoot(double a) { return std::sqrt(a); }
[[nodiscard]] inline Traced squareRoot(const Traced& a) { return {std::sqrt(a.value()), a.inputs()}; }

/// Names a computed step: in the explanation it becomes one figure with the named figures it was made of.
[[nodiscard]] inline double named(double number, const char* /*name*/, const char* /*unit*/, const char* /*formula*/) { return number; }
[[nodiscard]] inline Traced named(const Traced& number, const char* name, const char* unit, const char* formula)
{
    Figure figure;
    figure.name = name;
    figure.value = number.value();
    figure.unit = unit;
    figure.formula = formula;
    figure.inputs = number.inputs();
    return Traced{std::make_shared<const Figure>(std::move(figure))};
}

/// A leaf: `describe` returns its Figure and is only called when an explanation is wanted.
///
///   const N price = leaf<N>(offer.hourly, [&] { return priceFigure(offer); });
template <Number N, typename Describe>
[[nodiscard]] N leaf(double value, Describe&& describe)
{
    if constexpr (std::same_as<N, Traced>) {
        Figure figure = std::forward<Describe>(describe)();
        figure.value = value;
        return Traced{std::make_shared<const Figure>(std::move(figure))};
    } else {
        return value;
    }
}

/// The result of a search or a table (a queueing quantile, a simulated percentile): the value is computed elsewhere,
/// the inputs are stated. Like named(), it costs nothing with `double`.
template <Number N>
[[nodiscard]] N computed(double value, std::initializer_list<N> inputs, const char* name, const char* unit, const char* formula)
{
    if constexpr (std::same_as<N, Traced>) {
        Traced sum{value};
        for (const Traced& input : inputs) {
            sum = Traced{value, Traced::joined(sum, input)};
        }
        return named(sum, name, unit, formula);
    } else {
        return value;
    }
}

/// The figure of a number: the named step itself if there is just one, else a node that sums up what it was made of.
[[nodiscard]] inline FigurePtr figureOf(const Traced& number)
{
    if (number.inputs().size() == 1 && number.inputs().front()->value == number.value()) {
        return number.inputs().front();
    }
    Figure figure;
    figure.value = number.value();
    figure.inputs = number.inputs();
    return std::make_shared<const Figure>(std::move(figure));
}

} // namespace wherewithal::model
