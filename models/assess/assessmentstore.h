// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/editing.h"
#include "models/history/sqlite.h"

namespace stratadeck {

/// A line of the list of assessments.
struct AssessmentSummary {
    QString id;
    QString title;
    TimePoint created{};
    TimePoint changed{};
    qint64 events = 0;
    bool isFrozen = false;
    bool isArchived = false;

    bool operator==(const AssessmentSummary &) const = default;
};

/// Assessments in a history file, beside the samples: may be written while another process records, each call
/// is one durable transaction. One thread at a time. Busy when the file stays locked for seconds, Denied when
/// it may not be written, Invalid when its layout is older than assessments.
class AssessmentStore
{
public:
    /// Never creates or migrates the file.
    static Result<AssessmentStore> open(const QString &path);

    /// The latest changed first; archived ones, too.
    Result<std::vector<AssessmentSummary>> list() const;
    /// NotFound; Corrupt with number and hash of an event that was tampered with.
    Result<AssessmentLog> load(const QString &id) const;
    /// Adds the events that the file does not have. Busy when another window has added events meanwhile: load
    /// it again.
    Result<> save(const AssessmentLog &log) const;
    /// Adds an imported one. Invalid when an assessment of this id is there whose history is another.
    Result<> add(const AssessmentLog &log) const;

private:
    explicit AssessmentStore(Database db)
        : m_db(std::move(db))
    {
    }
    Database m_db;
};

} // namespace stratadeck
