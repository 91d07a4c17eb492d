// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/filesaver.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Names come from guests and containers: nothing in them may lead out of the folder.
QString plainFileName(QString name)
{
    for (QChar &character : name) {
        const bool harmless = character.isLetterOrNumber() || u" -_.,+"_s.contains(character);
        if (!harmless)
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

} // namespace

Result<> writeWholeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    if (written && file.commit())
        return {};
    return fail(kindOf(file.error(), path), u"%1 cannot be written: %2"_s.arg(path, file.errorString()), path);
}

FileSaver::FileSaver(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

FileSaver::~FileSaver() = default;

void FileSaver::save(const Kind &kind, const QString &name, Content content)
{
    if (m_dialog)
        m_dialog->reject();
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(&m_window, tr("Export"), m_folder, kind.filter);
    m_dialog = dialog;
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kind.suffix);
    dialog->selectFile(plainFileName(name) + u'.' + kind.suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, content = std::move(content)](const QString &path) { write(path, content); });
    dialog->open();
}

void FileSaver::write(const QString &path, Content content)
{
    m_folder = QFileInfo(path).path();
    if (!m_jobs)
        m_jobs = std::make_unique<JobQueue>(1);
    m_jobs->run(this, [this, path, content = std::move(content)](const std::stop_token &) {
        const Result<> done = writeWholeFile(path, content());
        return [this, path, done] {
            if (done)
                Q_EMIT saved(path);
            else
                Q_EMIT failed(done.error());
        };
    });
}

} // namespace stratadeck
