// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/suit/suitabilitydialog.h"

#include "models/base/errortext.h"
#include "models/base/plaintext.h"
#include "widgets/decide/suit/questionform.h"
#include "widgets/decide/suit/suitreport.h"
#include "widgets/decide/suit/workloadreader.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 980;
constexpr int kHeight = 640;
constexpr std::chrono::milliseconds kPause{200};

} // namespace

SuitabilityDialog::SuitabilityDialog(Workbench &bench, WorkloadSource source, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_source(std::move(source))
    , m_tools(new TableTools(*this, this))
    , m_reader(new WorkloadReader(bench.history(), bench.clock(), this))
    , m_notice(new NoticeBar(this))
{
    setObjectName(u"suitabilityDialog"_s);
    setWindowTitle(tr("Suitability"));
    m_notice->setClosable(true);
    m_notice->clear();
    auto *rows = new QSplitter(Qt::Vertical, this);
    rows->addWidget(buildTop());
    rows->addWidget(buildBottom());
    rows->setChildrenCollapsible(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *again = buttons->addButton(tr("&Read again"), QDialogButtonBox::ActionRole);
    for (QAbstractButton *button : buttons->buttons()) {
        if (auto *push = qobject_cast<QPushButton *>(button))
            push->setAutoDefault(false); // Return in a reason must not close the window
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(rows, 1);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
    for (const auto &[shortcut, step] : {std::pair{QKeySequence(QKeySequence::Undo), &Workbench::undo},
                                         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &Workbench::redo}}) {
        auto *action = new QAction(this);
        action->setShortcut(shortcut);
        addAction(action);
        connect(action, &QAction::triggered, &bench, step);
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &SuitabilityDialog::judge);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(again, &QPushButton::clicked, this, &SuitabilityDialog::readAgain);
    connect(&bench, &Workbench::shown, this, &SuitabilityDialog::judge);
    connect(m_reader, &WorkloadReader::factsChanged, this, [this] {
        if (!m_pause.isActive())
            m_pause.start();
    });
    const auto complain = [this](const Error &error) {
        m_notice->showNotice(NoticeBar::Severity::Problem, errorText(error));
    };
    connect(&bench, &Workbench::failed, this, complain);
    connect(m_reader, &WorkloadReader::failed, this, complain);
    connect(m_tools, &TableTools::failed, this, complain);
    connect(m_tools, &TableTools::saved, this, [this](const QString &path) {
        //: %1 is the path of a file
        m_notice->showNotice(NoticeBar::Severity::Information, tr("%1 was written.").arg(path));
    });
    readAgain();
    m_table->setFocus();
}

QWidget *SuitabilityDialog::buildTop()
{
    auto *page = new QWidget(this);
    m_filter = new QLineEdit(page);
    m_filter->setObjectName(u"suitabilityFilter"_s);
    m_filter->setPlaceholderText(tr("Filter by any word"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_status = new QLabel(page);
    m_status->setObjectName(u"suitabilityStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_table = new FigureTable(tr("Suitability"), *m_tools, page);
    m_table->setObjectName(u"suitabilityTable"_s);
    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    addAction(find);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_status);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    connect(find, &QAction::triggered, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    connect(m_filter, &QLineEdit::textChanged, this, &SuitabilityDialog::showTable);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { follow(index.row()); });
    return page;
}

QWidget *SuitabilityDialog::buildBottom()
{
    auto *columns = new QSplitter(Qt::Horizontal, this);
    m_details = new QPlainTextEdit(columns);
    m_details->setObjectName(u"suitabilityDetails"_s);
    m_details->setAccessibleName(tr("Why"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_questions = new QuestionForm(columns);
    columns->addWidget(m_details);
    columns->addWidget(m_questions);
    columns->setChildrenCollapsible(false);
    connect(m_questions, &QuestionForm::answered, this, &SuitabilityDialog::store);
    return columns;
}

void SuitabilityDialog::done(int result)
{
    m_questions->settle();
    QDialog::done(result);
}

void SuitabilityDialog::readAgain()
{
    std::vector<Workload> workloads = m_source();
    std::ranges::sort(workloads, {},
                      [](const Workload &own) { return std::pair(own.info.name, own.info.key); });
    m_lines.clear();
    for (Workload &workload : workloads)
        m_lines.push_back({workload, {}, {}});
    m_reader->read(workloads);
    judge();
}

void SuitabilityDialog::judge()
{
    for (Line &line : m_lines) {
        line.suitability = suitabilityOf(line.workload.info.key, m_reader->factsOf(line.workload),
                                         m_bench.assessment().suitability);
        line.cells = suitabilityRow(line.workload.info, line.suitability);
    }
    showTable();
}

void SuitabilityDialog::showTable()
{
    const QString wanted = m_filter->text().trimmed();
    std::vector<std::vector<FigureCell>> rows;
    m_visible.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool matches = std::ranges::any_of(m_lines[i].cells, [&](const FigureCell &cell) {
            return cell.text.contains(wanted, Qt::CaseInsensitive);
        });
        if (!matches)
            continue;
        m_visible.push_back(i);
        rows.push_back(m_lines[i].cells);
    }
    m_table->setTable(suitabilityHead(), std::move(rows));
    selectCurrent();
    QString status = tr("%n workload(s)", nullptr, static_cast<int>(m_visible.size()));
    if (m_reader->waiting() > 0)
        status += u" – "_s + tr("%n still to be read", nullptr, static_cast<int>(m_reader->waiting()));
    m_status->setText(status);
    showCurrent();
}

// Storing a reason shows the table anew, so what was chosen is chosen again afterwards.
void SuitabilityDialog::follow(int row)
{
    if (row < 0)
        return;
    const QString key = m_lines[m_visible[static_cast<std::size_t>(row)]].workload.info.key;
    m_questions->settle();
    m_currentKey = key;
    selectCurrent();
    showCurrent();
}

void SuitabilityDialog::selectCurrent()
{
    const auto same = std::ranges::find_if(
        m_visible, [this](std::size_t line) { return m_lines[line].workload.info.key == m_currentKey; });
    if (m_visible.empty())
        return;
    const auto row = same == m_visible.end() ? 0 : static_cast<int>(same - m_visible.begin());
    m_currentKey = m_lines[m_visible[static_cast<std::size_t>(row)]].workload.info.key;
    if (m_table->currentRow() != row)
        m_table->setCurrentIndex(m_table->figures().index(row, 0));
}

void SuitabilityDialog::showCurrent()
{
    const Line *line = current();
    m_questions->setEnabled(line != nullptr);
    if (line)
        m_questions->showAnswers(line->suitability, m_bench.canEdit());
    const QString text = line ? detailsOf(*line)
                         : m_lines.empty()
                             ? tr("There are no VMs or containers yet. Add a source in the settings.")
                             : tr("Nothing matches the filter.");
    if (text != m_details->toPlainText()) // it keeps its place while somebody reads it
        m_details->setPlainText(text);
}

QString SuitabilityDialog::detailsOf(const Line &line) const
{
    QString text = suitabilityDetails(line.workload.info, line.suitability);
    if (line.workload.uri.isEmpty())
        text += u"\n\n"_s + tr("No engine that is connected knows it, so only the history was read.");
    else if (const auto error = m_reader->errorOf(line.workload.info.key))
        //: %1 says why
        text += u"\n\n"_s + tr("Its engine could not tell what it is made of: %1").arg(errorText(*error));
    return text;
}

const SuitabilityDialog::Line *SuitabilityDialog::current() const
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= std::ssize(m_visible))
        return nullptr;
    return &m_lines[m_visible[static_cast<std::size_t>(row)]];
}

void SuitabilityDialog::store(WorkloadTopic topic, const std::optional<bool> &isYes, const QString &reason)
{
    const auto line = std::ranges::find_if(
        m_lines, [this](const Line &each) { return each.workload.info.key == m_currentKey; });
    if (line == m_lines.end() || !m_bench.canEdit())
        return;
    const EntityInfo &info = line->workload.info;
    Assessment next = m_bench.assessment();
    if (isYes)
        setAnswer(next.suitability, {info.key, plainText(info.name, 200), topic, *isYes, reason, m_bench.who(),
                                     m_bench.clock().now()});
    else
        removeAnswer(next.suitability, info.key, topic);
    m_bench.commit(next);
}

} // namespace stratadeck
