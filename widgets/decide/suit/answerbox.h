// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace stratadeck {

/// A choice in a form that scrolls: the wheel scrolls the form and changes no answer by the way.
class AnswerBox final : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerBox)
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace stratadeck
