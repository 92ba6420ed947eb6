// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/PlanDifferences.h"

#include "providers/json/PlanJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <set>

namespace wherewithal::app {

namespace {

using Values = std::map<QString, QString>;

QString textOf(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

void collect(const QJsonValue& value, const QString& place, Values& values)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            collect(member.value(), place + QLatin1Char('/') + member.key(), values);
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype index = 0; index < array.size(); ++index) {
            collect(array[index], place + QLatin1Char('/') + QString::number(index), values);
        }
    } else {
        values[place] = textOf(value);
    }
}

Values valuesOf(model::Plan plan)
{
    plan.letters.clear();
    plan.pricesUsed.clear();
    plan.catalogueHash.clear();
    Values values;
    collect(
        QJsonDocument::fromJson(QByteArray::fromStdString(providers::writePlan(plan))).object(), {}, values);
    return values;
}

QString valueAt(const Values& values, const QString& place)
{
    const auto found = values.find(place);
    return found == values.end() ? QString() : found->second;
}

} // namespace

std::vector<InputDifference> planDifferences(const model::Plan& left, const model::Plan& right)
{
    const Values leftValues = valuesOf(left);
    const Values rightValues = valuesOf(right);
    std::set<QString> places;
    for (const auto& [place, value] : leftValues) {
        places.insert(place);
    }
    for (const auto& [place, value] : rightValues) {
        places.insert(place);
    }
    std::vector<InputDifference> differences;
    for (const QString& place : places) {
        const QString leftText = valueAt(leftValues, place);
        const QString rightText = valueAt(rightValues, place);
        if (leftText != rightText) {
            differences.push_back({.place = place, .left = leftText, .right = rightText});
        }
    }
    return differences;
}

} // namespace wherewithal::app
