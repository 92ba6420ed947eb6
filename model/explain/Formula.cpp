// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explain/Formula.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace wherewithal::model {

namespace {

using Kind = FormulaTerm::Kind;
using Terms = std::vector<FormulaTerm>;

constexpr double kTolerance = 1e-6;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0.0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    return status == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

void addOperand(std::string_view text, Terms& terms)
{
    text = trimmed(text);
    if (text.empty()) {
        return;
    }
    const auto number = numberOf(text);
    terms.push_back({.kind = number ? Kind::Number : Kind::Input,
                     .text = std::string(text),
                     .input = nullptr,
                     .number = number.value_or(0.0)});
}

/// Cut at operators between spaces and at parentheses.
Terms cut(std::string_view formula)
{
    Terms terms;
    std::string_view rest = formula;
    std::size_t at = 0;
    const auto take = [&](Kind kind, std::size_t length) {
        addOperand(rest.substr(0, at), terms);
        terms.push_back({.kind = kind, .text = std::string(trimmed(rest.substr(at, length)))});
        rest.remove_prefix(at + length);
        at = 0;
    };
    while (at < rest.size()) {
        const std::string_view here = rest.substr(at);
        if (here.starts_with(" x ")) {
            take(Kind::Times, 3);
        } else if (here.starts_with(" / ")) {
            take(Kind::Over, 3);
        } else if (here.starts_with(" + ")) {
            take(Kind::Plus, 3);
        } else if (here.starts_with(" - ")) {
            take(Kind::Minus, 3);
        } else if (here.front() == '(') {
            take(Kind::Open, 1);
        } else if (here.front() == ')') {
            take(Kind::Close, 1);
        } else {
            ++at;
        }
    }
    addOperand(rest, terms);
    return terms;
}

/// Reads sums of products of operands and parentheses.
class Arithmetic
{
public:
    explicit Arithmetic(const Terms& terms)
        : m_terms(terms)
    {}

    [[nodiscard]] std::optional<double> value()
    {
        const auto result = sum();
        return m_at == m_terms.size() ? result : std::nullopt;
    }

private:
    [[nodiscard]] bool isNext(Kind kind) const { return m_at < m_terms.size() && m_terms[m_at].kind == kind; }

    std::optional<double> sum()
    {
        auto result = product();
        while (result && (isNext(Kind::Plus) || isNext(Kind::Minus))) {
            const bool isPlus = m_terms[m_at++].kind == Kind::Plus;
            const auto next = product();
            result = next ? std::optional(isPlus ? *result + *next : *result - *next) : std::nullopt;
        }
        return result;
    }

    std::optional<double> product()
    {
        auto result = operand();
        while (result && (isNext(Kind::Times) || isNext(Kind::Over))) {
            const bool isTimes = m_terms[m_at++].kind == Kind::Times;
            const auto next = operand();
            result = next ? std::optional(isTimes ? *result * *next : *result / *next) : std::nullopt;
        }
        return result;
    }

    std::optional<double> operand()
    {
        if (isNext(Kind::Number)) {
            return m_terms[m_at++].number;
        }
        if (isNext(Kind::Input)) {
            return m_terms[m_at++].input->value;
        }
        if (!isNext(Kind::Open)) {
            return std::nullopt;
        }
        ++m_at;
        const auto inner = sum();
        if (!isNext(Kind::Close)) {
            return std::nullopt;
        }
        ++m_at;
        return inner;
    }

    const Terms& m_terms;
    std::size_t m_at = 0;
};

} // namespace

std::optional<std::vector<FormulaTerm>> boundFormula(const Figure& figure)
{
    if (!figure.value || figure.formula.empty() || figure.inputs.empty()) {
        return std::nullopt;
    }
    Terms terms = cut(figure.formula);
    const auto words = std::ranges::count(terms, Kind::Input, &FormulaTerm::kind);
    if (words != std::ssize(figure.inputs) || terms.size() < 3) {
        return std::nullopt;
    }
    auto input = figure.inputs.begin();
    for (FormulaTerm& term : terms) {
        if (term.kind == Kind::Input) {
            term.input = *input++;
        }
    }
    const auto value = Arithmetic(terms).value();
    const double scale = std::max(1.0, std::abs(*figure.value));
    if (!value || !(std::abs(*value - *figure.value) <= kTolerance * scale)) {
        return std::nullopt;
    }
    return terms;
}

} // namespace wherewithal::model
