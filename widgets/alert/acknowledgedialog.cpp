// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/acknowledgedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestNote = 500;
constexpr int kWidth = 440;

} // namespace

AcknowledgeDialog::AcknowledgeDialog(const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_length(new QComboBox(this))
    , m_rise(new QComboBox(this))
    , m_note(new QLineEdit(this))
{
    setObjectName(u"acknowledgeDialog"_s);
    setWindowTitle(tr("Acknowledge"));
    auto *text = new QLabel(what, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_length->setObjectName(u"length"_s);
    m_length->addItem(tr("30 minutes"), 30);
    m_length->addItem(tr("1 hour"), 60);
    m_length->addItem(tr("4 hours"), 240);
    m_length->addItem(tr("8 hours"), 480);
    m_length->addItem(tr("24 hours"), 1440);
    m_rise->addItem(tr("tell me again"), false);
    m_rise->addItem(tr("stays acknowledged"), true);
    m_note->setObjectName(u"note"_s);
    m_note->setMaxLength(kLongestNote);
    m_note->setPlaceholderText(tr("What you are doing about it"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *act = buttons->addButton(tr("Acknowledge"), QDialogButtonBox::AcceptRole);
    act->setObjectName(u"confirm"_s);
    act->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(text);
    form->addRow(tr("Note:"), m_note);
    form->addRow(tr("For:"), m_length);
    form->addRow(tr("If it gets worse:"), m_rise);
    form->addRow(buttons);
    resize(kWidth, sizeHint().height());
}

std::optional<Milliseconds> AcknowledgeDialog::length() const
{
    return std::chrono::minutes(m_length->currentData().toInt());
}

QString AcknowledgeDialog::note() const
{
    return m_note->text().trimmed();
}

bool AcknowledgeDialog::isSticky() const
{
    return m_rise->currentData().toBool();
}

} // namespace stratadeck
