// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/lineeditbuttons.h"

#include "widgets/kit/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LineEditButtons)
};

} // namespace

void addClearButton(QLineEdit &edit)
{
    edit.setClearButtonEnabled(true);
    if (auto *clear = edit.findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setText(Tr::tr("Clear the text"));
}

void addSearchIcon(QLineEdit &edit)
{
    edit.addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition)->setText(Tr::tr("Search"));
}

} // namespace stratadeck
