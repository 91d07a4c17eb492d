// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/ruletextedit.h"

#include "widgets/kit/theme.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMimeData>

namespace stratadeck {

using namespace Qt::StringLiterals;

RuleTextEdit::RuleTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(u"ruleText"_s);
    setAccessibleName(tr("The rule as one line of text"));
    setTabChangesFocus(true);
    setUndoRedoEnabled(false); // the editor takes steps back
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setPlaceholderText(u"Busy: avg(cpu.host_percent[5m]) > 85% for 5m clear < 75% keep 3m severity P3"_s);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isSetting)
            Q_EMIT edited(text());
    });
}

void RuleTextEdit::setText(const QString &text)
{
    if (text == this->text())
        return;
    m_isSetting = true;
    const int place = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(place, static_cast<int>(text.size())));
    setTextCursor(cursor);
    m_isSetting = false;
}

void RuleTextEdit::setWrongAt(std::optional<qsizetype> at)
{
    m_wrongAt = at;
    underline();
}

void RuleTextEdit::underline()
{
    if (!m_wrongAt) {
        setExtraSelections({});
        return;
    }
    const QString all = text();
    QTextEdit::ExtraSelection wrong;
    wrong.cursor = textCursor();
    const qsizetype from = std::clamp<qsizetype>(*m_wrongAt, 0, std::max<qsizetype>(0, all.size() - 1));
    qsizetype to = from + 1;
    while (to < all.size() && all[to].isLetterOrNumber())
        ++to;
    wrong.cursor.setPosition(static_cast<int>(from));
    wrong.cursor.setPosition(static_cast<int>(std::min(to, all.size())), QTextCursor::KeepAnchor);
    const Theme &theme = themeFor(palette());
    wrong.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.format.setUnderlineColor(theme.tone(Tone::Problem));
    wrong.format.setBackground(theme.tint(Tone::Problem));
    setExtraSelections({wrong});
}

void RuleTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn || event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void RuleTextEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().simplified());
}

void RuleTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        underline();
}

} // namespace stratadeck
