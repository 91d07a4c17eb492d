// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/list/versionsdialog.h"

#include "models/assess/groupscoring.h"
#include "models/base/errortext.h"
#include "models/base/plaintext.h"
#include "widgets/decide/list/differencetext.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/table/tabletools.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/icons.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 760;
constexpr int kHeight = 520;
constexpr qsizetype kLongestName = 100;

QString versionText(const AssessmentEvent &event)
{
    const QString time =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(event.at)), QLocale::ShortFormat);
    const QString who = plainText(event.who, kLongestName);
    if (event.kind == AssessmentEvent::Kind::Freeze)
        //: %1 is a number, %2 the name of a version, %3 a time, %4 a person
        return VersionsDialog::tr("%1. Version “%2”, %3, %4")
            .arg(QString::number(event.seq), plainText(event.why, kLongestName), time, who);
    //: %1 is a number, %2 what happened, %3 a time, %4 a person
    return VersionsDialog::tr("%1. %2, %3, %4")
        .arg(QString::number(event.seq), eventText(event.kind), time, who);
}

/// The version that people agreed on last, before the latest state; the beginning without.
qint64 usualStart(const AssessmentLog &log)
{
    qint64 start = 1;
    for (const FrozenVersion &version : log.versions()) {
        if (version.seq < qint64(log.events().size()))
            start = version.seq;
    }
    return start;
}

// While people still score, what each has said stays hidden here, too.
Result<std::vector<Difference>> differencesOf(const AssessmentLog &log, qint64 from, qint64 to)
{
    const GroupRound &now = log.state().group;
    return log.stateAt(from).and_then([&](const Assessment &before) {
        return log.stateAt(to).map([&](const Assessment &after) {
            return differencesBetween(withoutHiddenScores(before, now), withoutHiddenScores(after, now));
        });
    });
}

} // namespace

VersionsDialog::VersionsDialog(Workbench &bench, TableTools &tools, QWidget *parent)
    : QDialog(parent)
    , m_log(bench.desk().log())
    , m_before(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_table(new FigureTable(tr("Differences"), tools, this))
    , m_copy(nullptr)
{
    setObjectName(u"versionsDialog"_s);
    setWindowTitle(tr("Compare versions"));
    m_before->setObjectName(u"versionBefore"_s);
    m_after->setObjectName(u"versionAfter"_s);
    m_count->setObjectName(u"differenceCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_table->setObjectName(u"differenceTable"_s);
    for (QComboBox *chooser : {m_before, m_after})
        chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *form = new QFormLayout;
    form->addRow(tr("&From"), m_before);
    form->addRow(tr("&To"), m_after);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"differencesCopy"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_count);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(kWidth, kHeight);
    fill(m_before, usualStart(m_log));
    fill(m_after, qint64(m_log.events().size()));
    for (QComboBox *chooser : {m_before, m_after})
        connect(chooser, &QComboBox::currentIndexChanged, this, &VersionsDialog::compare);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        std::vector<QStringList> lines = m_table->figures().exactTable();
        lines.erase(lines.begin()); // a sentence needs no head
        TableTools::copy(lines);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    compare();
}

void VersionsDialog::fill(QComboBox *chooser, qint64 chosen)
{
    const std::vector<AssessmentEvent> &events = m_log.events();
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        const bool isFrozen = event->kind == AssessmentEvent::Kind::Freeze;
        chooser->addItem(isFrozen ? themedIcon(u"bookmark"_s) : QIcon(), versionText(*event), event->seq);
    }
    chooser->setCurrentIndex(std::max(0, chooser->findData(chosen)));
}

void VersionsDialog::compare()
{
    m_jobs.cancel(m_comparing);
    m_copy->setEnabled(false);
    m_count->setText(tr("Comparing…"));
    const qint64 from = m_before->currentData().toLongLong();
    const qint64 to = m_after->currentData().toLongLong();
    m_comparing = m_jobs.run(this, [this, log = m_log, from, to](const std::stop_token &) {
        auto found = std::make_shared<Result<std::vector<Difference>>>(differencesOf(log, from, to));
        return [this, found] {
            if (*found)
                showDifferences(**found);
            else
                m_count->setText(errorText(found->error()));
        };
    });
}

void VersionsDialog::showDifferences(const std::vector<Difference> &differences)
{
    std::vector<std::vector<FigureCell>> rows;
    for (const Difference &difference : differences) {
        const QString text = differenceText(difference);
        rows.push_back({{text, {}, text}});
    }
    m_count->setText(differences.empty()
                         ? tr("Nothing is different.")
                         : tr("%n difference(s).", nullptr, static_cast<int>(differences.size())));
    m_copy->setEnabled(!differences.empty());
    m_table->setTable({tr("What is different")}, std::move(rows));
}

} // namespace stratadeck
