// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

/// Sentences that the engine composes from words and values: "one more machine: +7.6 requests/s for 7.07
/// USD/h". They cannot be looked up as a whole; their pattern can.
namespace wherewithal::app {

struct EngineSentence
{
    const char* pattern = nullptr; ///< with %1, %2 ... : the source text of the translation
    QStringList values;            ///< what stood in their places, in their order
};

/// All patterns, in the order in which they are tried.
[[nodiscard]] std::span<const char* const> engineSentencePatterns();

/// The first pattern that the text follows.
[[nodiscard]] std::optional<EngineSentence> engineSentence(const QString& text);

/// A number as the engine writes it, with what follows: "-7.07 USD/h" -> sign and number, decimals, unit.
struct EngineMeasure
{
    QString sign; ///< "+", "-" or nothing
    double number = 0.0;
    int decimals = 0;
    QString unit; ///< may be empty
};

/// Nothing for texts that are no number with or without a unit.
[[nodiscard]] std::optional<EngineMeasure> engineMeasure(const QString& text);

} // namespace wherewithal::app
