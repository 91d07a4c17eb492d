// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace stratadeck::test {

/// A libvirtd of the test's own with real QEMU guests, by tests/support/engines/libvirt.sh. Ends with
/// this object, and by itself after its lifetime when the test is killed.
class LibvirtEngine
{
    Q_DISABLE_COPY_MOVE(LibvirtEngine)
public:
    LibvirtEngine() = default;
    ~LibvirtEngine() { run({QStringLiteral("stop"), m_dir.path()}); }

    /// False when it could not be started; words() then says why.
    bool start() { return run({QStringLiteral("start"), m_dir.path()}); }
    QString uri() const
    {
        return QStringLiteral("qemu+unix:///system?socket=%1/run/libvirt-sock").arg(m_dir.path());
    }

    /// A file both the test and the daemon see.
    QString path(const QString &name) const { return m_dir.filePath(name); }

    bool guest(const QString &name, int kibPerSecond = 0, int burnPercent = 0)
    {
        return run({QStringLiteral("guest"), m_dir.path(), name, QString::number(kibPerSecond),
                    QString::number(burnPercent)});
    }
    /// A running guest whose serial line can be connected to.
    bool terminal(const QString &name) { return run({QStringLiteral("terminal"), m_dir.path(), name}); }
    /// A persistent guest that is off; `obey` makes it follow its power button.
    bool define(const QString &name, bool obey)
    {
        QStringList arguments{QStringLiteral("define"), m_dir.path(), name};
        if (obey)
            arguments.append(QStringLiteral("obey"));
        return run(arguments);
    }
    /// Waits until a guest that was started is up.
    bool await(const QString &name) { return run({QStringLiteral("await"), m_dir.path(), name}); }
    bool signalGuest(const QString &name, const QString &signal)
    {
        return run({QStringLiteral("signal"), m_dir.path(), name, signal});
    }
    bool daemon(const QString &command) { return run({QStringLiteral("daemon"), m_dir.path(), command}); }
    /// Who may connect from now on: "none" lets everyone in, "sasl" who can log in. What libvirt's clients log
    /// in with is in path("auth.right") and, refused, in path("auth.wrong").
    bool auth(const QString &kind) { return run({QStringLiteral("auth"), m_dir.path(), kind}); }
    bool virsh(const QStringList &arguments)
    {
        return run(QStringList{QStringLiteral("virsh"), m_dir.path()} + arguments);
    }

    /// CPU seconds of the guest's QEMU process as the kernel counts them; negative when unknown.
    double cpuSeconds(const QString &name)
    {
        return run({QStringLiteral("cpu"), m_dir.path(), name}) ? m_words.trimmed().toDouble() : -1;
    }

    /// What the guest says it did, from the last line of its serial console.
    struct Work {
        double uptime = 0;  ///< seconds
        double busy = 0;    ///< seconds its CPU was not idle
        double written = 0; ///< bytes
    };
    Work work(const QString &name) const
    {
        QFile log(m_dir.filePath(name + QStringLiteral(".log")));
        if (!log.open(QIODevice::ReadOnly))
            return {};
        const QList<QByteArray> lines = log.readAll().split('\n');
        Work work;
        for (const QByteArray &line : lines) {
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() == 5 && words[0] == "STRATADECK")
                work = {words[1].toDouble(), words[2].toDouble() / 100, words[3].toDouble()};
        }
        return work;
    }

    /// Output and complaints of the last command.
    QByteArray words() const { return m_words; }

private:
    bool run(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(STRATADECK_SOURCE_DIR "/tests/support/engines/libvirt.sh"), arguments);
        constexpr int kLongest =
            300'000; // the first time a kernel is fetched; a guest without KVM boots slowly
        const bool ended = process.waitForFinished(kLongest);
        m_words = process.readAll();
        return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_dir;
    QByteArray m_words;
};

} // namespace stratadeck::test
