// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSize>
#include <QStringList>
#include <chrono>
#include <functional>

namespace stratadeck {

/// The command line of the window. Main thread, after the application exists.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
public:
    CommandLine();

    /// Reads the arguments; prints help, the version or what is wrong and ends the program where
    /// asked to. False, and the reason printed, when a value makes no sense.
    bool process(const QCoreApplication &application);

    /// Whether these arguments only want a text, for which no display is needed.
    static bool asksForText(const QStringList &arguments);
    /// The sentence that says there is no display to show a window on; empty when there is one.
    /// `variables` gives the value of a variable of the environment.
    static QString displayProblem(const QStringList &arguments,
                                  const std::function<QString(const char *)> &variables);

    QString database() const { return m_parser.value(m_database); }
    QStringList sources() const { return m_parser.values(m_source); }
    QString config() const { return m_parser.value(m_config); }
    QString show() const { return m_parser.value(m_show); }
    bool wantsDashboard() const { return m_parser.isSet(m_dashboard); }
    QString dashboard() const { return m_parser.value(m_dashboard); }
    QSize size() const { return m_pictureSize; }
    std::chrono::seconds duration() const { return m_seconds; }

private:
    QCommandLineOption m_database;
    QCommandLineOption m_source;
    QCommandLineOption m_config;
    QCommandLineOption m_show;
    QCommandLineOption m_dashboard;
    QCommandLineOption m_size;
    QCommandLineOption m_duration;
    QCommandLineParser m_parser;
    QSize m_pictureSize;
    std::chrono::seconds m_seconds{};
};

} // namespace stratadeck
