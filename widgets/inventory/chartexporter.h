// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/filesaver.h"

namespace stratadeck {

/// Saves what the charts show in one of several formats: asks where, and writes on a thread of its own.
class ChartExporter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartExporter)
public:
    enum class Format { Csv, Json, Png, Svg, StatisticsCsv };

    /// The dialog belongs to `window`, which outlives this object.
    explicit ChartExporter(QWidget &window, QObject *parent = nullptr);

    using Content = FileSaver::Content;
    /// Opens the save dialog and returns. `name` is the file's suggested name without its ending.
    void save(Format format, const QString &name, Content content);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const stratadeck::Error &error);

private:
    FileSaver *m_saver;
};

} // namespace stratadeck
