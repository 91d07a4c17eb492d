// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/suit/answerbox.h"

#include <QWheelEvent>

namespace stratadeck {

void AnswerBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace stratadeck
