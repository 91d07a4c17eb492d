// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/evidence/refreshdialog.h"

#include "models/base/errortext.h"
#include "widgets/decide/evidence/evidencetext.h"
#include "widgets/decide/workbench.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 520;

} // namespace

RefreshDialog::RefreshDialog(Workbench &bench, const Evidence &before, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_before(before)
    , m_text(new QLabel(tr("Reading what was recorded…"), this))
{
    setObjectName(u"refreshDialog"_s);
    setWindowTitle(tr("What changed"));
    m_text->setObjectName(u"refreshText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(fontMetrics().height() * 11);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_take = buttons->addButton(tr("&Take the new figure"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"refreshTake"_s);
    m_take->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &RefreshDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    if (before.source == EvidenceSource::Lab) {
        m_text->setText(
            tr("This was measured by the lab of the Compare page. Run the lab again, keep its runs, and "
               "take the cell from them."));
        return;
    }
    bench.desk().refreshEvidence(before, this, [this](const Result<EvidenceRefresh> &answer) {
        if (!answer) {
            m_text->setText(answer.error().kind == Error::Kind::Ended
                                ? tr("Nothing was measured in the new window: the old figure stays.")
                                : errorText(answer.error()));
            return;
        }
        m_refresh = *answer;
        m_text->setText(refreshText(m_before, *answer));
        m_take->setEnabled(m_bench.canEdit());
        m_take->setFocus();
    });
}

void RefreshDialog::store()
{
    if (!m_refresh)
        return;
    Assessment next = m_bench.assessment();
    for (Evidence &evidence : next.evidence) {
        if (evidence.id == m_before.id)
            evidence = m_refresh->now;
    }
    if (m_bench.commit(next))
        accept();
}

} // namespace stratadeck
