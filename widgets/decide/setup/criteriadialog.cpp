// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/setup/criteriadialog.h"

#include "models/assess/defaults.h"
#include "widgets/decide/decidetext.h"
#include "widgets/decide/workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 720;
constexpr int kListWidth = 240;

QString typed(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

CriteriaDialog::CriteriaDialog(Workbench &bench, const QString &criterion, QWidget *parent)
    : QDialog(parent)
    , m_bench(bench)
    , m_next(bench.assessment())
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(tr("Re&move"), this))
    , m_up(new QPushButton(tr("&Up"), this))
    , m_down(new QPushButton(tr("D&own"), this))
    , m_name(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_unit(new QLineEdit(this))
    , m_direction(new QComboBox(this))
    , m_worst(new QLineEdit(this))
    , m_best(new QLineEdit(this))
    , m_parent(new QComboBox(this))
    , m_mustHave(new QCheckBox(tr("This is a &must-have: it must be"), this))
    , m_gateSide(new QComboBox(this))
    , m_gateLevel(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"criteriaDialog"_s);
    setWindowTitle(tr("Criteria"));
    auto *columns = new QHBoxLayout;
    columns->addWidget(buildList());
    columns->addLayout(buildForm(), 1);
    m_problem->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &CriteriaDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    int row = 0;
    for (std::size_t i = 0; i < m_next.criteria.size(); ++i) {
        if (m_next.criteria[i].id == criterion)
            row = static_cast<int>(i);
    }
    showList(row);
}

QWidget *CriteriaDialog::buildList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(kListWidth);
    m_list->setObjectName(u"criteriaList"_s);
    m_list->setAccessibleName(tr("Criteria"));
    auto *addButton = new QPushButton(tr("&Add"), this);
    addButton->setObjectName(u"criterionAdd"_s);
    for (QPushButton *button : {addButton, m_remove, m_up, m_down})
        button->setAutoDefault(false);
    auto *first = new QHBoxLayout;
    first->addWidget(addButton);
    first->addWidget(m_remove);
    auto *second = new QHBoxLayout;
    second->addWidget(m_up);
    second->addWidget(m_down);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(first);
    layout->addLayout(second);
    connect(m_list, &QListWidget::currentRowChanged, this, &CriteriaDialog::showCriterion);
    connect(addButton, &QPushButton::clicked, this, &CriteriaDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &CriteriaDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    return side;
}

QFormLayout *CriteriaDialog::buildForm()
{
    auto *form = new QFormLayout;
    m_name->setObjectName(u"criterionName"_s);
    m_name->setMaxLength(100);
    form->addRow(tr("&Name"), m_name);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(fontMetrics().height() * 4);
    form->addRow(tr("&Description"), m_description);
    m_unit->setObjectName(u"criterionUnit"_s);
    m_unit->setMaxLength(20);
    form->addRow(tr("Un&it"), m_unit);
    m_direction->addItem(directionText(Direction::Benefit), static_cast<int>(Direction::Benefit));
    m_direction->addItem(directionText(Direction::Cost), static_cast<int>(Direction::Cost));
    form->addRow(tr("Di&rection"), m_direction);
    m_worst->setObjectName(u"criterionWorst"_s);
    form->addRow(tr("&Worst level, worth 0"), m_worst);
    m_best->setObjectName(u"criterionBest"_s);
    form->addRow(tr("&Best level, worth 1"), m_best);
    form->addRow(tr("Belongs &to"), m_parent);
    m_gateSide->addItem(tr("at least"), true);
    m_gateSide->addItem(tr("at most"), false);
    m_gateSide->setAccessibleName(tr("Side of the must-have level"));
    m_gateLevel->setAccessibleName(tr("Must-have level"));
    auto *gate = new QHBoxLayout;
    gate->addWidget(m_gateSide);
    gate->addWidget(m_gateLevel, 1);
    form->addRow(m_mustHave);
    form->addRow(QString(), gate);
    for (QLineEdit *edit : {m_name, m_unit, m_worst, m_best, m_gateLevel})
        connect(edit, &QLineEdit::textEdited, this, &CriteriaDialog::edit);
    for (QComboBox *box : {m_direction, m_parent, m_gateSide})
        connect(box, &QComboBox::activated, this, &CriteriaDialog::edit);
    connect(m_mustHave, &QCheckBox::clicked, this, &CriteriaDialog::edit);
    connect(m_description, &QPlainTextEdit::textChanged, this, &CriteriaDialog::edit);
    return form;
}

void CriteriaDialog::showList(int row)
{
    m_isShowing = true;
    m_list->clear();
    for (const Criterion &criterion : m_next.criteria)
        m_list->addItem((criterion.parent.isEmpty() ? QString() : u"    "_s) + nameOf(criterion));
    m_isShowing = false;
    m_list->setCurrentRow(std::clamp(row, -1, m_list->count() - 1));
    showCriterion();
}

void CriteriaDialog::fillParents(const Criterion &criterion)
{
    m_parent->clear();
    m_parent->addItem(tr("no group"), QString());
    const bool isGroup = std::ranges::any_of(
        m_next.criteria, [&](const Criterion &each) { return each.parent == criterion.id; });
    for (const Criterion &each : m_next.criteria) {
        if (each.parent.isEmpty() && each.id != criterion.id && !isGroup)
            m_parent->addItem(nameOf(each), each.id);
    }
    m_parent->setCurrentIndex(std::max(0, m_parent->findData(criterion.parent)));
}

void CriteriaDialog::showCriterion()
{
    const int row = m_list->currentRow();
    if (m_isShowing)
        return;
    m_isShowing = true;
    const bool has = row >= 0 && row < static_cast<int>(m_next.criteria.size());
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_name, m_description, m_unit, m_direction, m_worst, m_best, m_parent,
                                          m_mustHave, m_gateSide, m_gateLevel, m_remove})
        widget->setEnabled(has);
    m_up->setEnabled(has && row > 0);
    m_down->setEnabled(has && row + 1 < m_list->count());
    if (has) {
        const Criterion &criterion = m_next.criteria[static_cast<std::size_t>(row)];
        m_name->setText(criterion.name);
        m_description->setPlainText(criterion.description);
        m_unit->setText(criterion.unit);
        m_direction->setCurrentIndex(m_direction->findData(static_cast<int>(criterion.direction)));
        m_worst->setText(typed(criterion.worst));
        m_best->setText(typed(criterion.best));
        fillParents(criterion);
        m_mustHave->setChecked(criterion.gate.has_value());
        m_gateSide->setEnabled(criterion.gate.has_value());
        m_gateLevel->setEnabled(criterion.gate.has_value());
        m_gateSide->setCurrentIndex(criterion.gate && !criterion.gate->isAtLeast ? 1 : 0);
        m_gateLevel->setText(typed(criterion.gate ? criterion.gate->level : criterion.worst));
    }
    m_isShowing = false;
    m_problem->setText(problem());
}

QString CriteriaDialog::problem() const
{
    if (m_list->currentRow() < 0)
        return {};
    if (m_name->text().trimmed().isEmpty())
        return tr("A criterion needs a name.");
    if (!numberOf(m_worst->text()) || !numberOf(m_best->text()))
        return tr("The worst and the best level must be numbers.");
    if (m_mustHave->isChecked() && !numberOf(m_gateLevel->text()))
        return tr("The must-have level must be a number.");
    if (*numberOf(m_worst->text()) == *numberOf(m_best->text()))
        return tr("With equal levels the criterion is worth 0 for every option.");
    return {};
}

void CriteriaDialog::edit()
{
    const int row = m_list->currentRow();
    if (m_isShowing || row < 0)
        return;
    Criterion &criterion = m_next.criteria[static_cast<std::size_t>(row)];
    criterion.name = m_name->text().trimmed();
    criterion.description = m_description->toPlainText();
    criterion.unit = m_unit->text().trimmed();
    criterion.direction = static_cast<Direction>(m_direction->currentData().toInt());
    criterion.worst = numberOf(m_worst->text()).value_or(criterion.worst);
    criterion.best = numberOf(m_best->text()).value_or(criterion.best);
    criterion.parent = m_parent->currentData().toString();
    m_gateSide->setEnabled(m_mustHave->isChecked());
    m_gateLevel->setEnabled(m_mustHave->isChecked());
    if (m_mustHave->isChecked()) {
        Gate gate = criterion.gate.value_or(Gate{});
        gate.isAtLeast = m_gateSide->currentData().toBool();
        gate.level = numberOf(m_gateLevel->text()).value_or(gate.level);
        criterion.gate = gate;
    } else {
        criterion.gate.reset();
    }
    m_list->item(row)->setText((criterion.parent.isEmpty() ? QString() : u"    "_s) + nameOf(criterion));
    const QString found = problem();
    m_problem->setText(found);
    m_ok->setEnabled(!criterion.name.isEmpty() && numberOf(m_worst->text()) && numberOf(m_best->text())
                     && (!m_mustHave->isChecked() || numberOf(m_gateLevel->text())));
}

void CriteriaDialog::add()
{
    QStringList taken;
    for (const Criterion &each : m_next.criteria)
        taken.append(each.id);
    Criterion criterion;
    criterion.name = tr("New criterion");
    criterion.id = freeId(criterion.name, taken);
    criterion.best = 10;
    m_next.criteria.push_back(std::move(criterion));
    showList(static_cast<int>(m_next.criteria.size()) - 1);
    m_name->setFocus();
    m_name->selectAll();
}

void CriteriaDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const QString id = m_next.criteria[static_cast<std::size_t>(row)].id;
    m_next.removeCriterion(id);
    showList(std::min(row, static_cast<int>(m_next.criteria.size()) - 1));
}

void CriteriaDialog::move(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    std::swap(m_next.criteria[static_cast<std::size_t>(row)], m_next.criteria[static_cast<std::size_t>(to)]);
    showList(to);
}

void CriteriaDialog::store()
{
    // Weights that were given for other levels are to be looked at again.
    for (WeightSet &set : m_next.weights) {
        for (const Criterion &criterion : m_next.criteria) {
            const Criterion *before = m_bench.assessment().criterion(criterion.id);
            const bool moved = before && (before->worst != criterion.worst || before->best != criterion.best);
            if (moved && !set.review.contains(criterion.id))
                set.review.append(criterion.id);
        }
    }
    if (m_bench.commit(m_next))
        accept();
}

} // namespace stratadeck
