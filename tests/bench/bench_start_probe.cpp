// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded by bench_start into the programs it measures: tells when their first window has been painted, and
// ends them.

#include "benchtable.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace stratadeck::test {

namespace {

class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QApplication *application)
        : QObject(application)
    {
        application->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            // The painting goes on below this event; the loop comes back when all of it is on screen.
            QMetaObject::invokeMethod(this, &FirstPaint::tell, Qt::QueuedConnection);
        }
        return false;
    }

private:
    // The time of the clock and the processor time used so far, both in milliseconds.
    static void tell()
    {
        std::printf("painted %.3f %.3f\n", bench::wallClock(), bench::processCpu());
        std::fflush(stdout);
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    }

    bool m_seen = false;
};

// A program may have an application without windows before the one that is waited for.
void watch()
{
    if (auto *application = qobject_cast<QApplication *>(QCoreApplication::instance()))
        new FirstPaint(application);
}

Q_COREAPP_STARTUP_FUNCTION(watch)

} // namespace

} // namespace stratadeck::test
