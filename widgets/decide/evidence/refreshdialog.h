// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/evidence.h"

#include <QDialog>
#include <optional>

class QLabel;
class QPushButton;

namespace stratadeck {

class Workbench;

/// Runs the query of evidence again and shows what changed before it takes the place of the old figure.
class RefreshDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RefreshDialog)
public:
    RefreshDialog(Workbench &bench, const Evidence &before, QWidget *parent = nullptr);

private:
    void store();

    Workbench &m_bench;
    Evidence m_before;
    std::optional<EvidenceRefresh> m_refresh;
    QLabel *m_text;
    QPushButton *m_take;
};

} // namespace stratadeck
