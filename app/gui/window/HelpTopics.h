// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/Workspace.h"

#include <QList>
#include <QString>

namespace wherewithal::app {

/// A page of the help.
struct HelpTopic
{
    QString name;  ///< "cost"
    QString title; ///< "Costs"
    QString text;  ///< Markdown, with its title

    bool operator==(const HelpTopic&) const = default;
};

/// All topics: those in resources/help in their order of reading, and the assumptions as the engine has them.
[[nodiscard]] const QList<HelpTopic>& helpTopics();
/// Null for a name that is none.
[[nodiscard]] const HelpTopic* findHelpTopic(const QString& name);

[[nodiscard]] QString helpTopicOf(PageId page);
/// Of a figure of the engine: "cost", "latency-p95" ...
[[nodiscard]] QString helpTopicOfFigure(const QString& figure);
/// Of the JSON pointer of a field; empty if the page's own topic is as near.
[[nodiscard]] QString helpTopicOfPlace(const QString& place);

/// Topics that hold all words of the query, those with a word in the title first.
[[nodiscard]] QList<HelpTopic> searchHelp(const QString& query);

} // namespace wherewithal::app
