// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QSettings>
#include <QStringList>

namespace stratadeck {

/// One setting, declared once: its key and default. Reading never fails; a stored value of the wrong
/// type or out of range is ignored in favour of the default.
template<typename T>
struct Setting {
    const char *key;
    T fallback;
};

template<>
struct Setting<int> {
    const char *key;
    int fallback;
    int minimum;
    int maximum;
};

namespace settings {
inline const Setting<QStringList> sources{"collect/sources", {}}; // empty: find them
inline const Setting<int> periodMs{"collect/periodMs", 1000, 250, 60'000};
inline const Setting<bool> readOnly{"operate/readOnly", false};
inline const Setting<int> retentionDays{"history/retentionDays", 30, 0, 3650}; // of samples; 0: for ever
inline const Setting<int> minuteDays{"history/minuteDays", 400, 0, 36'500};    // of minutes; 0: for ever
inline const Setting<int> sizeLimit{"history/sizeLimit", 0, 0, 100'000};       // in gigabytes; 0: none
inline const Setting<QString> database{"history/file", {}};                    // empty: the standard place
inline const Setting<QString> language{"window/language", {}};                 // empty: the desktop's
inline const Setting<QString> theme{"window/theme", {}}; // empty: the desktop's; light, dark
inline const Setting<QByteArray> geometry{"window/geometry", {}};
inline const Setting<QByteArray> state{"window/state", {}};        // docks and tool bars
inline const Setting<QString> page{"window/page", {}};             // its id
inline const Setting<bool> keepInTray{"window/keepInTray", false}; // when the window is closed
inline const Setting<QStringList> recentCommands{"window/recentCommands", {}};
inline const Setting<QByteArray> splitter{"monitor/splitter", {}};
inline const Setting<QByteArray> columns{"monitor/columns", {}};
inline const Setting<bool> fitsData{"monitor/fitsData", false};
inline const Setting<bool> statistics{"monitor/statistics", false};
inline const Setting<bool> details{"monitor/details", false};
inline const Setting<QByteArray> detailsSplitter{"monitor/detailsSplitter", {}};
inline const Setting<int> rangeMinutes{"monitor/rangeMinutes", 5, 0, 60 * 24 * 3650}; // 0: all
} // namespace settings

class Settings;
struct RetentionPolicy;
/// What the settings say of how long history is kept.
RetentionPolicy retentionPolicy(const Settings &settings);

/// The user's settings file ($XDG_CONFIG_HOME/stratadeck/stratadeck.ini, or the file given). One
/// object, window or main thread only.
class Settings
{
    Q_DISABLE_COPY_MOVE(Settings)
public:
    Settings();
    explicit Settings(const QString &file);

    int get(const Setting<int> &setting) const;
    void set(const Setting<int> &setting, int value);

    template<typename T>
    T get(const Setting<T> &setting) const
    {
        const QVariant stored = m_store.value(QLatin1StringView(setting.key));
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : setting.fallback;
    }
    template<typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        m_store.setValue(QLatin1StringView(setting.key), value);
    }

    /// Where history is kept: the setting, or $XDG_DATA_HOME/stratadeck/history.db.
    QString databasePath() const;
    static QString standardDatabasePath();

    /// Where secrets are kept if there is no keyring: beside the settings file.
    QString secretsFolder() const;
    QString file() const { return m_store.fileName(); }

    /// False when the file cannot be written; settings then last until the end of the program.
    bool isWritable() const { return m_store.isWritable(); }

private:
    QSettings m_store;
};

} // namespace stratadeck
