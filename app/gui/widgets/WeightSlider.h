// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <optional>

namespace wherewithal::app {

/// A weight in per mille of the sum, with the mark at which another option becomes first.
class WeightSlider : public QSlider
{
    Q_OBJECT

public:
    explicit WeightSlider(QWidget* parent = nullptr);

    /// Fraction at which the winner changes, and its letter.
    void setTipping(std::optional<double> at, const QString& letter);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double positionOf(double value) const;
    std::optional<double> m_tipping;
    QString m_letter;
};

} // namespace wherewithal::app
