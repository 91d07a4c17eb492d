// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

void install(QCoreApplication &application, const QString &catalogue, const QString &directory)
{
    const QString name = u"translator-%1"_s.arg(catalogue.section(u'_', 0, 0));
    delete application.findChild<QTranslator *>(name, Qt::FindDirectChildrenOnly);
    auto *translator = new QTranslator(&application);
    translator->setObjectName(name);
    if (translator->load(catalogue, directory))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void installLanguage(QCoreApplication &application, const QString &language)
{
    const QLocale system = QLocale::system();
    const bool chinese = language.isEmpty() ? system.language() == QLocale::Chinese : language == "zh_CN"_L1;
    const QString code = chinese ? u"zh_CN"_s : u"en"_s;
    // The desktop's own number and date habits stay when its language is the one shown.
    const bool same = system.language() == (chinese ? QLocale::Chinese : QLocale::English);
    QLocale::setDefault(same ? system : QLocale(code));
    install(application, u"stratadeck_"_s + code, u":/i18n"_s);
    install(application, u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace stratadeck
