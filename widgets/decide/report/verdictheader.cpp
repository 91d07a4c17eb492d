// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/report/verdictheader.h"

#include "widgets/decide/decidetext.h"
#include "widgets/decide/workbench.h"
#include "widgets/kit/statuspill.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString badgeIcon(const Verdict &verdict)
{
    switch (verdict.kind) {
    case Verdict::Kind::Clear:
    case Verdict::Kind::OnlyOne:
        return u"running"_s;
    case Verdict::Kind::Close:
    case Verdict::Kind::Tie:
        return u"warning"_s;
    case Verdict::Kind::NobodyPasses:
        return u"problem"_s;
    case Verdict::Kind::Unknown:
        break;
    }
    return u"unknown"_s;
}

} // namespace

VerdictHeader::VerdictHeader(Workbench &bench, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_badge(new StatusPill(this))
    , m_sentence(new QLabel(this))
    , m_shares(new QLabel(this))
{
    m_badge->setObjectName(u"verdictBadge"_s);
    m_sentence->setObjectName(u"verdict"_s);
    for (QLabel *label : {m_sentence, m_shares}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_shares->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_sentence);
    words->addWidget(m_shares);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->addWidget(m_badge, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    connect(m_badge, &QToolButton::clicked, this, &VerdictHeader::conditionsWanted);
    connect(&bench, &Workbench::shown, this, &VerdictHeader::follow);
    connect(&bench, &Workbench::robustnessShown, this, &VerdictHeader::showShares);
    follow();
}

QString VerdictHeader::sentence() const
{
    return m_sentence->text();
}

void VerdictHeader::follow()
{
    if (!m_bench.hasOpen())
        return;
    const DecisionReport &report = m_bench.report();
    m_badge->setStatus(badgeIcon(report.verdict), badgeText(report.verdict), badgeTone(report.verdict),
                       tr("Shows what is to be known about these figures."));
    m_sentence->setText(verdictText(m_bench.assessment(), report));
    showShares();
}

void VerdictHeader::showShares()
{
    if (!m_bench.hasOpen())
        return;
    const DecisionReport &report = m_bench.report();
    QStringList parts{tr("%1 of the cells are supported").arg(shareText(report.supportedShare))};
    if (!report.conditions.empty())
        parts.append(tr("%n thing(s) to know", nullptr, static_cast<int>(report.conditions.size())));
    if (const auto &robust = m_bench.robustness();
        robust && robust->rankAcceptability.rows() == m_bench.assessment().options.size()) {
        QStringList first;
        for (std::size_t option = 0; option < robust->rankAcceptability.rows(); ++option)
            first.append(u"%1 %2"_s.arg(optionName(m_bench.assessment(), option),
                                        shareText(robust->rankAcceptability(option, 0))));
        parts.append(m_bench.weightView() == WeightView::Open
                         //: %1 is a list of options with their shares
                         ? tr("first in all weightings: %1").arg(first.join(tr(", ")))
                         : tr("first: %1").arg(first.join(tr(", "))));
    }
    m_shares->setText(parts.join(u" · "_s));
}

} // namespace stratadeck
