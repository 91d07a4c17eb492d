// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

namespace stratadeck::test {

/// A scratch copy of a fixture tree that a test may change.
class FileTree
{
public:
    explicit FileTree(const QString &fixture)
    {
        QDirIterator files(fixture, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString from = files.next();
            QFile file(from);
            if (file.open(QIODevice::ReadOnly))
                write(QDir(fixture).relativeFilePath(from), file.readAll());
        }
    }
    QString root() const { return m_folder.path() + u'/'; }
    QByteArray read(const QString &path) const
    {
        QFile file(root() + path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Changes the file in place, so that descriptors held on it see the new text.
    bool write(const QString &path, const QByteArray &text)
    {
        QFile file(root() + path);
        return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly | QIODevice::Truncate)
               && file.write(text) == text.size();
    }
    bool replace(const QString &path, const QByteArray &before, const QByteArray &after)
    {
        QByteArray text = read(path);
        return text.contains(before) && write(path, text.replace(before, after));
    }
    /// A file or a whole folder.
    bool remove(const QString &path)
    {
        const QFileInfo info(root() + path);
        return info.isDir() ? QDir(info.filePath()).removeRecursively() : QFile::remove(info.filePath());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace stratadeck::test
