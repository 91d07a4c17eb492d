// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "models/history/history.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace stratadeck {

using namespace Qt::StringLiterals;

Settings::Settings()
    : Settings(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
               + "/stratadeck/stratadeck.ini"_L1)
{
}

Settings::Settings(const QString &file)
    : m_store(file, QSettings::IniFormat)
{
}

int Settings::get(const Setting<int> &setting) const
{
    bool ok = false;
    const int stored = m_store.value(QLatin1StringView(setting.key), setting.fallback).toInt(&ok);
    return ok && stored >= setting.minimum && stored <= setting.maximum ? stored : setting.fallback;
}

void Settings::set(const Setting<int> &setting, int value)
{
    m_store.setValue(QLatin1StringView(setting.key), value);
}

QString Settings::databasePath() const
{
    const QString chosen = get(settings::database);
    return chosen.isEmpty() ? standardDatabasePath() : chosen;
}

QString Settings::standardDatabasePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/stratadeck/history.db"_L1;
}

QString Settings::secretsFolder() const
{
    return QFileInfo(m_store.fileName()).absolutePath() + "/secrets"_L1;
}

RetentionPolicy retentionPolicy(const Settings &settings)
{
    constexpr qint64 gigabyte = 1'000'000'000;
    RetentionPolicy policy;
    policy.raw = std::chrono::days(settings.get(settings::retentionDays));
    policy.minutes = std::chrono::days(settings.get(settings::minuteDays));
    policy.bytes = settings.get(settings::sizeLimit) * gigabyte;
    return policy;
}

} // namespace stratadeck
