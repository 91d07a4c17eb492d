// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/rulefiles.h"

#include "models/base/errortext.h"
#include "models/base/plaintext.h"
#include "models/judge/rulefile.h"
#include "widgets/alert/rules/importdialog.h"
#include "widgets/kit/filesaver.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Result<ImportedRules> readRules(const QString &path)
{
    constexpr qint64 kLargest = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? Error::Kind::Denied : Error::Kind::NotFound, file.errorString(), path);
    const QByteArray content = file.read(kLargest + 1);
    if (content.size() > kLargest)
        return fail(Error::Kind::Invalid, RuleFiles::tr("The file is larger than 1 MiB."), path);
    return readRuleFile(content);
}

} // namespace

RuleFiles::RuleFiles(RuleBook &book, QWidget &window, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_window(window)
    , m_saver(new FileSaver(window, this))
{
    connect(m_saver, &FileSaver::saved, this, &RuleFiles::saved);
    connect(m_saver, &FileSaver::failed, this, [this](const Error &error) { Q_EMIT failed(errorText(error)); });
}

RuleFiles::~RuleFiles() = default;

void RuleFiles::askToImport()
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_dialog = new QFileDialog(&m_window, tr("Import rules"), {},
                               tr("Rules (*.yml *.yaml *.txt *.rules *.json);;All files (*)"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFileMode(QFileDialog::ExistingFile);
    connect(m_dialog, &QFileDialog::fileSelected, this, &RuleFiles::importFrom);
    m_dialog->open();
}

void RuleFiles::importFrom(const QString &path)
{
    if (!m_jobs)
        m_jobs = std::make_unique<JobQueue>(1);
    m_jobs->run(this, [this, path](const std::stop_token &) {
        auto read = std::make_shared<Result<ImportedRules>>(readRules(path));
        return [this, path, read] {
            if (!*read) {
                // The place in the file is what helps; without one the kind says enough.
                const bool hasPlace = read->error().kind == Error::Kind::Invalid;
                const QString what = hasPlace ? plainText(read->error().what, 500) : errorText(read->error());
                //: %1 is the name of a file, %2 a sentence that says why
                Q_EMIT failed(tr("Nothing was imported from %1: %2").arg(QFileInfo(path).fileName(), what));
                return;
            }
            auto *dialog =
                new ImportDialog(QFileInfo(path).fileName(), m_book.rules(), std::move(**read), &m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog] {
                m_book.apply(dialog->plan().rules, tr("%n rule(s) imported.", nullptr, dialog->plan().changes));
            });
            dialog->open();
        };
    });
}

void RuleFiles::askToExport()
{
    const FileSaver::Kind yaml{u"yml"_s, tr("Rule files of Prometheus (*.yml *.yaml)")};
    m_saver->save(yaml, tr("Alert rules"), [rules = m_book.rules()] { return prometheusYamlOf(rules); });
}

} // namespace stratadeck
