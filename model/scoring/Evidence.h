// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Id.h"
#include "model/explain/Figure.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace wherewithal::model {

/// What an option is judged by, beside cost.
enum class Criterion
{
    Security,
    Integrity, ///< no human interference with a deployed model and its data
    Documentation,
    Connectivity,
    Automation,
    Debuggability,
    Standardisation,
    Scalability,
};

inline constexpr std::array<Criterion, 8> kCriteria{Criterion::Security,   Criterion::Integrity,     Criterion::Documentation,
                                                    Criterion::Connectivity, Criterion::Automation,  Criterion::Debuggability,
                                                    Criterion::Standardisation, Criterion::Scalability};

/// "security", "integrity", "documentation", ...
[[nodiscard]] std::string_view name(Criterion criterion);
[[nodiscard]] std::optional<Criterion> parseCriterion(std::string_view text);

enum class Answer
{
    Yes,
    Partial,
    No,
    NotApplicable,
    Unknown,
    Value, ///< an answer in words or a number, judged on a scale
};

/// "yes", "partial", "no", "not-applicable", "unknown", "value".
[[nodiscard]] std::string_view name(Answer answer);
[[nodiscard]] std::optional<Answer> parseAnswer(std::string_view text);

/// How firm a fact is; the firmest level that has an answer decides.
enum class Confidence
{
    Document,  ///< read in the provider's own text
    Mirror,    ///< a copy of it
    Secondary, ///< somebody else's words
    GeneralKnowledge,
    SearchedNotFound, ///< looked for, not published: unknown
};

[[nodiscard]] std::string_view name(Confidence confidence);
[[nodiscard]] std::optional<Confidence> parseConfidence(std::string_view text);

struct Question
{
    QuestionId id;
    Criterion criterion{};
    std::string text;
    bool isValue = false; ///< answered by a value instead of yes, partly, no
    std::string unit;     ///< of a value: "days", "fraction", "nodes" ...; empty: answered in words
    std::string ccmDomain; ///< domain of the CSA Cloud Controls Matrix

    bool operator==(const Question&) const = default;
};

/// One sourced, dated fact about a provider for one question.
struct Evidence
{
    EvidenceId id;
    ProviderId provider; ///< "self-hosted" has two scopes, see service
    std::string service; ///< the scope; never widened
    Criterion criterion{};
    QuestionId question;
    Answer answer{};
    std::string finding; ///< in our own words
    std::optional<double> value; ///< of a Value answer, in the unit of the question
    Confidence confidence{};
    bool isConflicting = false;
    bool isOwn = false; ///< an answer of the plan: decides before all others
    Source source;

    bool operator==(const Evidence&) const = default;
};

/// Support dates of one release of an operating system, orchestrator or database.
struct Lifecycle
{
    std::string product; ///< "rhel", "ubuntu", "kubernetes", "postgresql" ...
    std::string cycle;   ///< "9", "24.04"
    std::string released;
    std::string activeSupportUntil;
    std::string endOfSupport;
    std::string extendedSupportUntil;
    Source source;

    bool operator==(const Lifecycle&) const = default;
};

} // namespace wherewithal::model
