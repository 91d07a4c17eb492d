// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>
#include <optional>

namespace stratadeck {

/// A weight of 0 to 100 % in tenths, with the band in which the winner stays the winner and the name of who
/// wins beyond each end.
class WeightSlider final : public QAbstractSlider
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeightSlider)
public:
    static constexpr int kSteps = 1000;

    explicit WeightSlider(QWidget *parent = nullptr);

    struct Band {
        double lower = 0; ///< shares
        double upper = 1;
        QString below; ///< who wins; empty: nobody else
        QString above;
        bool operator==(const Band &) const = default;
    };
    /// None without a winner.
    void setBand(const std::optional<Band> &band);
    const std::optional<Band> &band() const { return m_band; }
    double weight() const { return double(value()) / kSteps; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    double x(double share) const;
    int valueAt(double x) const;
    void paintNames(QPainter &painter) const;

    std::optional<Band> m_band;
};

} // namespace stratadeck
