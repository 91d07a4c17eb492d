// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/tageditor.h"

#include "widgets/inventory/tagchanges.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestText = 2000;
constexpr int kWidth = 420;

// Where the word at the cursor begins.
qsizetype wordStart(const QString &text, int cursor)
{
    qsizetype start = cursor;
    while (start > 0 && !text.at(start - 1).isSpace() && text.at(start - 1) != u',')
        --start;
    return start;
}

} // namespace

TagEditor::TagEditor(const QString &name, int count, const QStringList &tags, const QStringList &known,
                     QWidget *parent)
    : QDialog(parent)
    , m_text(new QLineEdit(this))
    , m_completer(new QCompleter(known, this))
{
    setObjectName(u"tagEditor"_s);
    setWindowTitle(tr("Edit tags"));
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(name.isEmpty()
                       ? tr("Tags that all %n selected items share. Tags that only some of them have stay as "
                            "they are.",
                            nullptr, count)
                       : tr("Tags of %1, separated by blanks.").arg(name));
    label->setBuddy(m_text);
    m_text->setObjectName(u"tags"_s);
    m_text->setAccessibleName(tr("Tags"));
    m_text->setToolTip(tr("Such as prod web team-a. In the filter, tag:prod finds them."));
    m_text->setMaxLength(kLongestText);
    m_text->setText(tags.isEmpty() ? QString() : tags.join(u' ') + u' ');
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setWidget(m_text);
    connect(m_text, &QLineEdit::textEdited, this, &TagEditor::complete);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TagEditor::takeCompletion);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT tagsChosen(tagsIn(m_text->text())); });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    setMinimumWidth(kWidth);
}

// The stock completion replaces the whole line; here only the word at the cursor is meant.
void TagEditor::complete()
{
    const qsizetype start = wordStart(m_text->text(), m_text->cursorPosition());
    const QString word = m_text->text().mid(start, m_text->cursorPosition() - start);
    if (word.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(word);
    m_completer->complete();
}

void TagEditor::takeCompletion(const QString &tag)
{
    const int cursor = m_text->cursorPosition();
    const qsizetype start = wordStart(m_text->text(), cursor);
    QString text = m_text->text();
    text.replace(start, cursor - start, tag + u' ');
    m_text->setText(text);
    m_text->setCursorPosition(static_cast<int>(start + tag.size()) + 1);
}

} // namespace stratadeck
