// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/log/logsaver.h"

#include "models/operate/log/logmodel.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Names come from containers: nothing in them may lead out of the folder.
QString plainFileName(QString name)
{
    for (QChar &character : name) {
        if (!character.isLetterOrNumber() && !QStringView(u"-_.").contains(character))
            character = u'_';
    }
    constexpr qsizetype longest = 100;
    name = name.left(longest);
    return name.startsWith(u'.') ? u'_' + name : name;
}

Error::Kind kindOf(QFileDevice::FileError error, const QString &path)
{
    if (!QFileInfo(QFileInfo(path).path()).isDir())
        return Error::Kind::NotFound;
    const bool denied = error == QFileDevice::PermissionsError || error == QFileDevice::OpenError;
    return denied ? Error::Kind::Denied : Error::Kind::Io;
}

bool writeAll(QSaveFile &file, const std::vector<LogLine> &lines)
{
    for (const LogLine &line : lines) {
        const QByteArray text = LogModel::textOf(line, true).toUtf8() + '\n';
        if (file.write(text) != text.size())
            return false;
    }
    return true;
}

} // namespace

Result<> writeLog(const QString &path, const std::vector<LogLine> &lines)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && writeAll(file, lines) && file.commit())
        return {};
    return fail(kindOf(file.error(), path), u"%1 cannot be written: %2"_s.arg(path, file.errorString()), path);
}

LogSaver::LogSaver(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
}

LogSaver::~LogSaver() = default;

void LogSaver::save(const QString &name, std::vector<LogLine> lines)
{
    if (m_dialog)
        m_dialog->reject();
    auto *dialog = new QFileDialog(&m_window, tr("Save the log"), m_folder, tr("Text files (*.log *.txt)"));
    m_dialog = dialog;
    dialog->setObjectName(u"saveLogDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(plainFileName(name) + u".log"_s);
    const auto kept = std::make_shared<const std::vector<LogLine>>(std::move(lines));
    connect(dialog, &QFileDialog::fileSelected, this, [this, kept](const QString &path) {
        m_folder = QFileInfo(path).path();
        m_jobs.run(this, [this, path, kept](const std::stop_token &) {
            const Result<> done = writeLog(path, *kept);
            return [this, path, done] {
                if (done)
                    Q_EMIT saved(path);
                else
                    Q_EMIT failed(done.error());
            };
        });
    });
    dialog->open();
}

} // namespace stratadeck
