// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/explain/Figure.h"

#include <optional>
#include <string>
#include <vector>

namespace wherewithal::model {

/// A piece of a formula in words.
struct FormulaTerm
{
    enum class Kind
    {
        Input,  ///< words that stand for an input
        Number, ///< a number written in the formula
        Times,
        Over,
        Plus,
        Minus,
        Open,
        Close,
    };

    Kind kind = Kind::Input;
    std::string text;    ///< as written
    FigurePtr input;     ///< of Kind::Input
    double number = 0.0; ///< of Kind::Number
};

/// The formula of a figure with its inputs in the places of the words, in order: "list price x (1 -
/// discount)" with the two figures bound.
///
/// Only what is proved is given: as many words as inputs, all of them known, and the arithmetic of the bound
/// terms gives the figure's value to a millionth. Nothing for formulas that are told in prose ("sum of the
/// months").
[[nodiscard]] std::optional<std::vector<FormulaTerm>> boundFormula(const Figure& figure);

} // namespace wherewithal::model
