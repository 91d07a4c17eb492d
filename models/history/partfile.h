// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace stratadeck {

enum class IfExists { Refuse, Replace };

/// A file in the making: "<target>.part", removed again unless it is published.
class PartFile
{
    Q_DISABLE_COPY(PartFile)
public:
    /// Empty. Busy when another process makes the same; Denied or Io.
    static Result<PartFile> create(const QString &target);
    PartFile(PartFile &&other) noexcept;
    PartFile &operator=(PartFile &&other) = delete;
    ~PartFile();

    const QString &path() const { return m_path; }
    /// Everything on disk, then in one step in the target's place. Invalid when that exists and is not
    /// replaced.
    Result<> publish(IfExists ifExists);

private:
    PartFile(int descriptor, QString target);

    int m_descriptor;
    QString m_target;
    QString m_path;
};

/// What was renamed or linked in the folder of this file survives a power cut.
void syncFolderOf(const QString &path);

} // namespace stratadeck
