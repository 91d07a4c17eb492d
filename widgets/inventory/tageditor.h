// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCompleter;
class QLineEdit;

namespace stratadeck {

/// Asks for the tags of the selection in one line, with completion of the tags in use. Shown with open().
class TagEditor final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagEditor)
public:
    /// `name` is that of the one entity; empty when there are several (`count`).
    TagEditor(const QString &name, int count, const QStringList &tags, const QStringList &known,
              QWidget *parent = nullptr);

Q_SIGNALS:
    void tagsChosen(const QStringList &tags);

private:
    void complete();
    void takeCompletion(const QString &tag);

    QLineEdit *m_text;
    QCompleter *m_completer;
};

} // namespace stratadeck
