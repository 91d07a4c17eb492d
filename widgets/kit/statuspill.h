// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/theme.h"

#include <QToolButton>

namespace stratadeck {

/// Icon and word for the status bar; a button that keyboard and screen reader reach.
class StatusPill final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusPill)
public:
    explicit StatusPill(QWidget *parent = nullptr);

    /// `explanation` is plain text: the tool tip and what a screen reader adds.
    void setStatus(const QString &iconName, const QString &word, Tone tone, const QString &explanation = {});

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTone();

    Tone m_tone = Tone::Normal;
};

} // namespace stratadeck
