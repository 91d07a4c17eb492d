// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/list/deskactions.h"

#include "models/assess/defaults.h"
#include "models/assess/exchange.h"
#include "models/base/jobqueue.h"
#include "models/base/plaintext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/list/assessmentlist.h"
#include "widgets/decide/list/defaultnames.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/icons.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <utility>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestTitle = 200;
constexpr qint64 kLargestFile = 64 * 1024 * 1024;

} // namespace

DeskActions::DeskActions(Workbench &bench, AssessmentList &list, TableTools &tools, QWidget &page)
    : QObject(&page)
    , m_bench(bench)
    , m_list(list)
    , m_tools(tools)
    , m_page(page)
    , m_begin(make(u"assessmentNew"_s, u"add"_s, tr("&New assessment…")))
    , m_import(make(u"assessmentImport"_s, u"back"_s, tr("&Import…")))
    , m_duplicate(make(u"assessmentDuplicate"_s, u"copy"_s, tr("&Duplicate…")))
    , m_rename(make(u"assessmentRename"_s, {}, tr("&Rename…")))
    , m_exportJson(make(u"assessmentExport"_s, u"export"_s, tr("&Export for another machine…")))
    , m_exportMarkdown(make(u"assessmentMarkdown"_s, u"export"_s, tr("Export decision as &Markdown…")))
    , m_freeze(make(u"assessmentFreeze"_s, u"bookmark"_s, tr("&Freeze a version…")))
    , m_archive(make(u"assessmentArchive"_s, {}, tr("Arc&hive…")))
    , m_undo(make(u"assessmentUndo"_s, u"back"_s, tr("&Undo")))
    , m_redo(make(u"assessmentRedo"_s, u"forward"_s, tr("Re&do")))
{
    m_begin->setShortcut(QKeySequence::New);
    m_rename->setShortcut(Qt::Key_F2);
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(m_begin, &QAction::triggered, this, &DeskActions::startNew);
    connect(m_import, &QAction::triggered, this, &DeskActions::chooseImport);
    connect(m_duplicate, &QAction::triggered, this, [this] { withMeant([this] { duplicate(); }); });
    connect(m_rename, &QAction::triggered, this, [this] { withMeant([this] { rename(); }); });
    connect(m_exportJson, &QAction::triggered, this, [this] { withMeant([this] { exportJson(); }); });
    connect(m_exportMarkdown, &QAction::triggered, this, [this] { withMeant([this] { exportMarkdown(); }); });
    connect(m_freeze, &QAction::triggered, this, [this] { withMeant([this] { freezeOrReopen(); }); });
    connect(m_archive, &QAction::triggered, this, [this] { withMeant([this] { archiveOrRestore(); }); });
    connect(m_undo, &QAction::triggered, &bench, &Workbench::undo);
    connect(m_redo, &QAction::triggered, &bench, &Workbench::redo);
    connect(&bench, &Workbench::shown, this, &DeskActions::showState);
    connect(&list, &AssessmentList::currentChanged, this, &DeskActions::showState);
    connect(&bench.desk(), &AssessmentDesk::changed, this, [this] {
        if (m_then)
            std::exchange(m_then, nullptr)();
    });
    connect(&bench.desk(), &AssessmentDesk::failed, this, [this] { m_then = nullptr; });
    showState();
}

QAction *DeskActions::make(const QString &name, const QString &icon, const QString &text)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page.addAction(action);
    return action;
}

QList<QAction *> DeskActions::forOne() const
{
    return {m_rename, m_duplicate, m_freeze, m_archive, m_exportJson, m_exportMarkdown};
}

QList<QAction *> DeskActions::all() const
{
    return QList<QAction *>{m_begin, m_import} + forOne() + QList<QAction *>{m_undo, m_redo};
}

void DeskActions::setOnList(bool onList)
{
    m_isOnList = onList;
    showState();
}

void DeskActions::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    showState();
}

void DeskActions::showState()
{
    const bool has = m_isOnList ? !m_list.currentId().isEmpty() : m_bench.hasOpen();
    const QString noneReason = has ? QString() : tr("There is no assessment to do this with.");
    for (QAction *action : {m_exportJson, m_exportMarkdown}) {
        action->setEnabled(has);
        action->setStatusTip(noneReason);
    }
    const bool isArchived =
        m_isOnList ? m_list.isCurrentArchived() : m_bench.hasOpen() && m_bench.desk().log().isArchived();
    for (QAction *action : {m_rename, m_duplicate, m_freeze, m_archive}) {
        const bool isAside = isArchived && (action == m_rename || action == m_freeze);
        action->setEnabled(has && !m_isReadOnly && !isAside);
        action->setStatusTip(m_isReadOnly ? tr("Changes are switched off in the settings.")
                             : isAside    ? tr("Take the assessment back from the archive first.")
                                          : noneReason);
    }
    m_archive->setText(isArchived ? tr("Take back from the arc&hive") : tr("Arc&hive…"));
    for (QAction *action : {m_begin, m_import}) {
        action->setEnabled(!m_isReadOnly);
        action->setStatusTip(m_isReadOnly ? tr("Changes are switched off in the settings.") : QString());
    }
    const bool isFrozen = !m_isOnList && m_bench.hasOpen() && m_bench.desk().log().isFrozen();
    m_freeze->setText(isFrozen ? tr("&Reopen…") : tr("&Freeze a version…"));
    m_undo->setEnabled(!m_isOnList && m_bench.canUndo());
    m_redo->setEnabled(!m_isOnList && m_bench.canRedo());
    m_undo->setStatusTip(m_undo->isEnabled() ? QString() : tr("There is nothing to undo."));
    m_redo->setStatusTip(m_redo->isEnabled() ? QString() : tr("There is nothing to redo."));
}

void DeskActions::open(const QString &id)
{
    if (m_bench.hasOpen() && m_bench.assessment().id == id) {
        Q_EMIT openWanted();
        return;
    }
    m_then = [this] { Q_EMIT openWanted(); };
    m_bench.desk().open(id);
}

void DeskActions::withMeant(const std::function<void()> &then)
{
    const QString meant = m_isOnList ? m_list.currentId() : QString();
    if (meant.isEmpty() || (m_bench.hasOpen() && m_bench.assessment().id == meant)) {
        if (m_bench.hasOpen())
            then();
        return;
    }
    m_then = then;
    m_bench.desk().open(meant);
}

void DeskActions::askText(const QString &title, const QString &label, const QString &text,
                          const std::function<void(const QString &)> &then)
{
    auto *dialog = new QInputDialog(&m_page);
    dialog->setObjectName(u"textDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    for (QLabel *each : dialog->findChildren<QLabel *>())
        each->setTextFormat(Qt::PlainText);
    if (auto *edit = dialog->findChild<QLineEdit *>())
        edit->setMaxLength(kLongestTitle);
    connect(dialog, &QInputDialog::textValueSelected, this, [then](const QString &value) {
        if (!value.trimmed().isEmpty())
            then(value.trimmed());
    });
    dialog->open();
}

void DeskActions::startNew()
{
    askText(tr("New assessment"), tr("Title"), tr("VM, container or hybrid?"), [this](const QString &title) {
        const Result<> made =
            m_bench.desk().create(newAssessment(title, m_bench.clock().now(), translatedDefaults()));
        if (made)
            Q_EMIT openWanted();
        else
            Q_EMIT failed(made.error());
    });
}

void DeskActions::duplicate()
{
    askText(tr("Duplicate assessment"), tr("Title"), tr("%1 (copy)").arg(m_bench.assessment().title),
            [this](const QString &title) {
                const Result<> made =
                    m_bench.desk().create(duplicateOf(m_bench.assessment(), title, m_bench.clock().now()));
                if (made)
                    Q_EMIT openWanted();
                else
                    Q_EMIT failed(made.error());
            });
}

void DeskActions::rename()
{
    askText(tr("Rename assessment"), tr("Title"), m_bench.assessment().title, [this](const QString &title) {
        Assessment next = m_bench.assessment();
        next.title = title;
        if (m_bench.commit(next))
            m_bench.desk().loadList();
    });
}

void DeskActions::freezeOrReopen()
{
    if (m_bench.desk().log().isFrozen())
        askText(tr("Reopen assessment"), tr("Why is it looked at again?"), {},
                [this](const QString &reason) { report(m_bench.desk().reopen(reason)); });
    else
        askText(tr("Freeze a version"), tr("Name of the version"),
                tr("Version %1").arg(m_bench.desk().log().versions().size() + 1),
                [this](const QString &name) { report(m_bench.desk().freeze(name)); });
}

void DeskActions::archiveOrRestore()
{
    if (m_bench.desk().log().isArchived()) {
        report(m_bench.desk().restore());
        return;
    }
    const QString title = plainText(m_bench.assessment().title, kLongestTitle);
    askText(tr("Archive assessment"),
            tr("“%1” leaves the list; nothing of it is erased, and it can be taken back. Why is it archived?")
                .arg(title),
            {}, [this](const QString &reason) { report(m_bench.desk().archive(reason)); });
}

void DeskActions::report(const Result<> &done)
{
    if (!done)
        Q_EMIT failed(done.error());
}

void DeskActions::exportJson()
{
    m_tools.exportFile({u"json"_s, tr("Assessments (*.json)")}, m_bench.assessment().title,
                       [log = m_bench.desk().log()] { return exportAssessment(log); });
}

void DeskActions::exportMarkdown()
{
    m_tools.exportFile(
        {u"md"_s, tr("Markdown (*.md)")}, m_bench.assessment().title,
        [log = m_bench.desk().log(), now = m_bench.clock().now()] { return madrOf(log, now).toUtf8(); });
}

void DeskActions::chooseImport()
{
    auto *dialog = new QFileDialog(&m_page, tr("Import assessment"), QString(), tr("Assessments (*.json)"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DeskActions::readImport);
    dialog->open();
}

// The file may lie on a slow disk: it is read on a thread of its own.
void DeskActions::readImport(const QString &path)
{
    auto *jobs = new JobQueue(1, this);
    jobs->run(this, [this, jobs, path](const std::stop_token &) -> JobQueue::Continuation {
        QFile file(path);
        const bool isFine = file.open(QIODevice::ReadOnly) && file.size() <= kLargestFile;
        const QByteArray content = isFine ? file.readAll() : QByteArray();
        const QString why = file.isOpen() ? u"too large"_s : file.errorString();
        return [this, jobs, path, isFine, content, why] {
            jobs->deleteLater();
            if (!isFine) {
                Q_EMIT failed({Error::Kind::Io, u"%1 cannot be read: %2"_s.arg(path, why), path});
                return;
            }
            m_then = [this] { Q_EMIT openWanted(); };
            m_bench.desk().importFrom(content);
        };
    });
}

} // namespace stratadeck
