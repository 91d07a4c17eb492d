// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/secretedit.h"

#include "widgets/kit/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongest = 4096; // bytes, as the vault

} // namespace

SecretEdit::SecretEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_forget(new QToolButton(this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(kLongest / 4);
    m_edit->setAccessibleName(name);
    m_forget->setIcon(themedIcon(u"remove"_s));
    m_forget->setToolTip(tr("Forget it"));
    m_forget->setAccessibleName(tr("Forget it"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_forget);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &SecretEdit::changed);
    connect(m_forget, &QToolButton::clicked, this, [this] {
        setKept(false);
        Q_EMIT changed();
    });
    showKept();
}

void SecretEdit::setKept(bool kept)
{
    m_isKept = kept;
    m_edit->clear();
    showKept();
}

void SecretEdit::setText(const QString &text)
{
    m_edit->setText(text);
}

QString SecretEdit::text() const
{
    return m_edit->text();
}

void SecretEdit::showKept()
{
    m_edit->setPlaceholderText(m_isKept ? tr("Kept. Type another to replace it.") : tr("None"));
    m_forget->setEnabled(m_isKept);
}

} // namespace stratadeck
