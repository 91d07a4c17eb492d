// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/desktoppage.h"

#include "app/window/alertnotifier.h"
#include "app/window/testrow.h"
#include "models/notify/desktop/notificationbus.h"
#include "widgets/alert/alerttext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace stratadeck {

using namespace Qt::StringLiterals;

DesktopPage::DesktopPage(QWidget *parent)
    : NotifyPage(parent)
    , m_on(new QCheckBox(tr("Show alerts as &notifications of the desktop"), this))
    , m_least(new QComboBox(this))
    , m_quiet(new QCheckBox(tr("&Quiet hours from"), this))
    , m_from(new QTimeEdit(this))
    , m_to(new QTimeEdit(this))
    , m_test(new TestRow(tr("&Send a test"), tr("Send a test notification"), tr("It was shown."), this))
{
    m_on->setObjectName(u"notifyDesktop"_s);
    m_least->setObjectName(u"notifyLeast"_s);
    m_quiet->setObjectName(u"notifyQuiet"_s);
    m_from->setObjectName(u"quietFrom"_s);
    m_to->setObjectName(u"quietTo"_s);
    auto *sounds = new QHBoxLayout;
    for (std::size_t i = 0; i < m_sounds.size(); ++i) {
        const auto severity = static_cast<Severity>(i);
        m_least->addItem(u"%1 – %2"_s.arg(toWord(severity), severityName(severity)), int(i));
        m_sounds[i] = new QCheckBox(toWord(severity), this);
        m_sounds[i]->setObjectName(u"sound%1"_s.arg(i));
        //: %1 is a severity: P0, P1, P2 or P3
        m_sounds[i]->setAccessibleName(tr("Sound for %1").arg(toWord(severity)));
        sounds->addWidget(m_sounds[i]);
    }
    sounds->addStretch(1);
    m_from->setDisplayFormat(u"HH:mm"_s);
    m_to->setDisplayFormat(u"HH:mm"_s);
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setAccessibleName(tr("Quiet until"));
    auto *quiet = new QHBoxLayout;
    quiet->addWidget(m_quiet);
    quiet->addWidget(m_from);
    quiet->addWidget(new QLabel(tr("until"), this));
    quiet->addWidget(m_to);
    quiet->addStretch(1);
    auto *hint =
        new QLabel(tr("In quiet hours P2 and P3 make no sound; P0 and P1 always may. A P0 sounds again every "
                      "minute until somebody has acknowledged it."),
                   this);
    hint->setWordWrap(true);
    auto *group = new QGroupBox(tr("Desktop"), this);
    auto *form = new QFormLayout(group);
    form->addRow(m_on);
    form->addRow(tr("&From:"), m_least);
    form->addRow(tr("Sounds:"), sounds);
    form->addRow(quiet);
    form->addRow(hint);
    form->addRow(m_test);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(group);
    layout->addStretch(1);
    connect(m_on, &QCheckBox::toggled, this, &DesktopPage::showEnabled);
    connect(m_quiet, &QCheckBox::toggled, this, &DesktopPage::showEnabled);
    connect(m_test, &TestRow::wanted, this, &DesktopPage::test);
}

void DesktopPage::showEnabled()
{
    const bool on = m_on->isChecked();
    m_least->setEnabled(on);
    for (QCheckBox *sound : m_sounds)
        sound->setEnabled(on);
    m_quiet->setEnabled(on);
    m_from->setEnabled(on && m_quiet->isChecked());
    m_to->setEnabled(on && m_quiet->isChecked());
}

void DesktopPage::load(const NotifySettings &notify)
{
    m_on->setChecked(notify.onDesktop);
    m_least->setCurrentIndex(static_cast<int>(notify.least));
    for (std::size_t i = 0; i < m_sounds.size(); ++i)
        m_sounds[i]->setChecked(notify.sounds[i]);
    m_quiet->setChecked(notify.isQuiet);
    m_from->setTime(notify.quiet.from);
    m_to->setTime(notify.quiet.to);
    showEnabled();
}

QString DesktopPage::problem() const
{
    if (m_quiet->isChecked() && m_from->time() == m_to->time())
        return tr("The quiet hours begin and end at the same time.");
    return {};
}

void DesktopPage::save(NotifySettings &notify) const
{
    notify.onDesktop = m_on->isChecked();
    notify.least = static_cast<Severity>(m_least->currentIndex());
    for (std::size_t i = 0; i < m_sounds.size(); ++i)
        notify.sounds[i] = m_sounds[i]->isChecked();
    notify.isQuiet = m_quiet->isChecked();
    notify.quiet = {m_from->time(), m_to->time()};
}

void DesktopPage::test()
{
    const QString nobody = tr("Nothing shows notifications on this desktop.");
    if (!hasSessionBus()) {
        m_test->showProblem(nobody);
        return;
    }
    delete m_bus;
    m_bus = new NotificationBus(QDBusConnection::sessionBus(), this);
    connect(m_bus, &NotificationBus::lost, m_test, [this, nobody] { m_test->showProblem(nobody); });
    connect(m_bus, &NotificationBus::ready, m_test, [this, nobody] {
        Toast toast;
        toast.summary = tr("Stratadeck");
        toast.body = tr("This is a test. Nothing has happened.");
        m_bus->notify(toast, 0, [this, nobody](uint number) {
            if (number > 0)
                m_test->showResult({});
            else
                m_test->showProblem(nobody);
        });
    });
    m_bus->probe();
}

} // namespace stratadeck
