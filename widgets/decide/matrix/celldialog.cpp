// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/matrix/celldialog.h"

#include "widgets/decide/decidetext.h"
#include "widgets/decide/edits.h"
#include "widgets/decide/workbench.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 520;
constexpr int kLongestDocument = 300;

QString typed(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

CellDialog::CellDialog(Workbench &bench, const QString &option, const QString &criterion, Focus focus,
                       QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_cell(cellOf(bench.assessment(), option, criterion))
    , m_kind(new QComboBox(this))
    , m_low(new QLineEdit(this))
    , m_mode(new QLineEdit(this))
    , m_high(new QLineEdit(this))
    , m_deviation(new QLineEdit(this))
    , m_source(new QComboBox(this))
    , m_document(new QLineEdit(this))
    , m_confidence(new QSpinBox(this))
    , m_reason(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"cellDialog"_s);
    const Option *row = bench.assessment().option(option);
    const Criterion *column = bench.assessment().criterion(criterion);
    setWindowTitle(u"%1 / %2"_s.arg(row ? nameOf(*row) : QString(), column ? nameOf(*column) : QString()));
    m_form = new QFormLayout;
    build(*m_form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &CellDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    showKind();
    (focus == Focus::Reason ? static_cast<QWidget *>(m_reason) : m_kind)->setFocus();
}

void CellDialog::build(QFormLayout &form)
{
    const Criterion *column = m_bench.assessment().criterion(m_cell.criterion);
    for (const Estimate::Kind kind : {Estimate::Kind::Missing, Estimate::Kind::Exact, Estimate::Kind::Interval,
                                      Estimate::Kind::Triangular, Estimate::Kind::Pert, Estimate::Kind::Normal})
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    if (m_cell.figure.kind == Estimate::Kind::Measured)
        m_kind->addItem(kindText(Estimate::Kind::Measured), static_cast<int>(Estimate::Kind::Measured));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_cell.figure.kind)));
    m_kind->setObjectName(u"cellKind"_s);
    form.addRow(tr("&Known as"), m_kind);
    const QString unit = column && !column->unit.isEmpty() ? u" (%1)"_s.arg(column->unit) : QString();
    const bool isNew = m_cell.figure.kind == Estimate::Kind::Missing;
    const auto add = [&](QLineEdit *edit, const QString &name, const QString &label, double value) {
        edit->setObjectName(name);
        edit->setMaxLength(40);
        edit->setText(isNew ? QString() : typed(value));
        form.addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &CellDialog::showReady);
    };
    add(m_low, u"cellLow"_s, tr("&Figure or least%1").arg(unit), m_cell.figure.low);
    add(m_mode, u"cellMode"_s, tr("&Likely or mean%1").arg(unit), m_cell.figure.mode);
    add(m_high, u"cellHigh"_s, tr("&Most%1").arg(unit), m_cell.figure.high);
    add(m_deviation, u"cellDeviation"_s, tr("&Deviation%1").arg(unit), m_cell.figure.deviation);
    for (const Source source : {Source::Judgment, Source::Document, Source::None})
        m_source->addItem(sourceText(source), static_cast<int>(source));
    if (m_cell.source == Source::Measured)
        m_source->addItem(sourceText(Source::Measured), static_cast<int>(Source::Measured));
    m_source->setCurrentIndex(std::max(0, m_source->findData(static_cast<int>(m_cell.source))));
    if (isNew)
        m_source->setCurrentIndex(0);
    m_source->setObjectName(u"cellSource"_s);
    form.addRow(tr("&Source"), m_source);
    m_document->setObjectName(u"cellDocument"_s);
    m_document->setText(m_cell.document);
    m_document->setMaxLength(kLongestDocument);
    m_document->setPlaceholderText(tr("Title and place of the document"));
    form.addRow(tr("D&ocument"), m_document);
    m_confidence->setObjectName(u"cellConfidence"_s);
    m_confidence->setRange(0, 100);
    m_confidence->setSuffix(u" %"_s);
    m_confidence->setValue(qRound(m_cell.confidence * 100));
    form.addRow(tr("&Confidence"), m_confidence);
    m_reason->setObjectName(u"cellReasonText"_s);
    m_reason->setPlainText(m_cell.reason);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(fontMetrics().height() * 5);
    form.addRow(tr("&Reason"), m_reason);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CellDialog::showKind);
    connect(m_source, &QComboBox::currentIndexChanged, this, &CellDialog::showKind);
}

void CellDialog::showKind()
{
    const auto kind = static_cast<Estimate::Kind>(m_kind->currentData().toInt());
    const bool isRange =
        kind == Estimate::Kind::Interval || kind == Estimate::Kind::Triangular || kind == Estimate::Kind::Pert;
    const bool hasMode =
        kind == Estimate::Kind::Triangular || kind == Estimate::Kind::Pert || kind == Estimate::Kind::Normal;
    m_form->setRowVisible(m_low, isRange || kind == Estimate::Kind::Exact);
    m_form->setRowVisible(m_mode, hasMode);
    m_form->setRowVisible(m_high, isRange);
    m_form->setRowVisible(m_deviation, kind == Estimate::Kind::Normal);
    m_form->setRowVisible(m_document, static_cast<Source>(m_source->currentData().toInt()) == Source::Document);
    m_source->setEnabled(kind != Estimate::Kind::Measured);
    showReady();
}

Estimate CellDialog::figure() const
{
    const auto kind = static_cast<Estimate::Kind>(m_kind->currentData().toInt());
    Estimate figure{kind, 0, 0, 0, 0, {}};
    const auto number = [](const QLineEdit *edit) { return numberOf(edit->text()).value_or(0); };
    switch (kind) {
    case Estimate::Kind::Missing:
        break;
    case Estimate::Kind::Exact:
        figure.low = number(m_low);
        break;
    case Estimate::Kind::Interval:
        figure.low = number(m_low);
        figure.high = number(m_high);
        break;
    case Estimate::Kind::Triangular:
    case Estimate::Kind::Pert:
        figure.low = number(m_low);
        figure.mode = number(m_mode);
        figure.high = number(m_high);
        break;
    case Estimate::Kind::Normal:
        figure.mode = number(m_mode);
        figure.deviation = number(m_deviation);
        break;
    case Estimate::Kind::Measured:
        figure.evidence = m_cell.figure.evidence;
        break;
    }
    return figure;
}

void CellDialog::showReady()
{
    QString problem;
    for (const QLineEdit *edit : {m_low, m_mode, m_high, m_deviation}) {
        if (m_form->isRowVisible(const_cast<QLineEdit *>(edit)) && !numberOf(edit->text()))
            problem = tr("Give a number in each field.");
    }
    const Estimate now = figure();
    const bool isRange = m_form->isRowVisible(m_high);
    const bool hasMode = m_form->isRowVisible(m_mode);
    if (problem.isEmpty() && isRange
        && (now.low > now.high || (hasMode && (now.mode < now.low || now.mode > now.high))))
        problem = tr("The figures must ascend from least to most.");
    if (problem.isEmpty() && now.kind == Estimate::Kind::Normal && now.deviation < 0)
        problem = tr("A deviation cannot be below 0.");
    m_problem->setText(problem);
    if (m_ok)
        m_ok->setEnabled(problem.isEmpty());
}

void CellDialog::store()
{
    m_cell.figure = figure();
    m_cell.source = m_cell.figure.kind == Estimate::Kind::Measured
                        ? Source::Measured
                        : static_cast<Source>(m_source->currentData().toInt());
    if (m_cell.figure.kind == Estimate::Kind::Missing)
        m_cell.source = Source::None;
    m_cell.document = m_cell.source == Source::Document ? m_document->text().trimmed() : QString();
    m_cell.confidence = m_confidence->value() / 100.0;
    m_cell.reason = m_reason->toPlainText().trimmed();
    if (m_bench.commit(withCell(m_bench.assessment(), m_cell, m_bench.who(), m_bench.clock().now())))
        accept();
}

} // namespace stratadeck
