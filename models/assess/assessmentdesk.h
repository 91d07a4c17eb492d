// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessmentstore.h"
#include "models/assess/evidencereader.h"
#include "models/assess/robustness.h"
#include "models/base/jobqueue.h"

#include <QObject>
#include <functional>
#include <memory>

namespace stratadeck {

/// Assessments for the window: calls return at once, threads of its own ask the file and draw, answers arrive
/// in the thread the desk lives in. Holds one open assessment; every change is stored at once (autosave), in
/// the order of the calls. What could not be stored stays in memory and is tried again with the next change.
class AssessmentDesk final : public QObject
{
    Q_OBJECT
public:
    AssessmentDesk(QString path, QString who, QObject *parent = nullptr);
    ~AssessmentDesk() override;

    const std::vector<AssessmentSummary> &list() const { return m_list; }
    void loadList();

    bool hasOpen() const { return m_hasOpen; }
    const AssessmentLog &log() const { return m_log; }
    const Assessment &state() const { return m_log.state(); }
    /// Creates it, stores it, opens it.
    Result<> create(const Assessment &assessment);
    void open(const QString &id);

    // Each emits changed() before it returns, when it did something, and stores in the background.
    Result<> commit(const Assessment &next, const QString &why = {});
    Result<> undo();
    Result<> redo();
    Result<> freeze(const QString &version);
    Result<> reopen(const QString &reason);
    Result<> archive(const QString &reason);
    Result<> restore();

    /// Adds it to the file and opens it; changed() or failed() follows.
    void importFrom(const QByteArray &json);

    void takeEvidence(const EvidenceQuery &query, QObject *context, std::function<void(Result<Evidence>)> done);
    void refreshEvidence(const Evidence &before, QObject *context,
                         std::function<void(Result<EvidenceRefresh>)> done);
    /// A new question cancels the one before, whose `done` is then never called.
    void robustness(const Assessment &assessment, const RobustnessSettings &settings, QObject *context,
                    std::function<void(Result<RobustnessReport>)> done);

Q_SIGNALS:
    void listChanged();
    /// The open assessment is another or has another state.
    void changed();
    /// All changes so far are in the file.
    void saved();
    void failed(const stratadeck::Error &error);

private:
    class File;
    template<typename T>
    void run(QObject *context, std::function<Result<T>(const AssessmentStore &)> work,
             std::function<void(Result<T>)> done);
    Result<> edit(const std::function<Result<>()> &change);
    void save();
    void show(AssessmentLog log);

    QString m_who;
    std::shared_ptr<File> m_file;
    std::vector<AssessmentSummary> m_list;
    AssessmentLog m_log;
    bool m_hasOpen = false;
    JobQueue m_jobs{1};     ///< touches the file, in the order of the calls
    JobQueue m_evidence{1}; ///< long reads of the history
    JobQueue m_draws{1};
    JobQueue::JobId m_drawing{};
};

} // namespace stratadeck
