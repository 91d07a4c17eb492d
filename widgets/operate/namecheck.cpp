// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/namecheck.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

namespace stratadeck {

using namespace Qt::StringLiterals;

NameCheck::NameCheck(Operation operation, const OperationTargets &targets, QWidget *parent)
    : QWidget(parent)
{
    OperationTargets vital;
    std::ranges::copy_if(targets, std::back_inserter(vital), &OperationTarget::isVital);
    if (vital.empty() || operationInfo(operation).caution != OperationCaution::Destructive) {
        hide();
        return;
    }
    const auto count = static_cast<int>(vital.size());
    m_expected = count == 1 ? vital.front().info.name.simplified() : QString::number(count);
    const QString text =
        count == 1
            //: %1 is a name. p0 is the tag of what people are without at once when it is down
            ? tr("“%1” is tagged p0. Type its name to go on:").arg(m_expected)
            //: p0 is the tag of what people are without at once when it is down
            : tr("%n of these item(s) are tagged p0. Type how many they are to go on:", nullptr, count);
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(u"typedName"_s);
    m_typed->setAccessibleName(text);
    label->setBuddy(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &NameCheck::changed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_typed);
}

bool NameCheck::isSatisfied() const
{
    return !m_typed || m_typed->text().simplified() == m_expected;
}

} // namespace stratadeck
