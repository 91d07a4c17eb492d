// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <optional>

namespace stratadeck {

/// The one line of a rule, wrapped to be read whole; Return does nothing. What is wrong is underlined.
class RuleTextEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleTextEdit)
public:
    explicit RuleTextEdit(QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    /// Not told by edited(). The cursor stays where it is as far as it can.
    void setText(const QString &text);
    /// The place of the first letter that is wrong; none when all is well.
    void setWrongAt(std::optional<qsizetype> at);

Q_SIGNALS:
    void edited(const QString &text); ///< by a person

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    void underline();

    std::optional<qsizetype> m_wrongAt;
    bool m_isSetting = false;
};

} // namespace stratadeck
