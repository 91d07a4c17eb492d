// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/notifysettings.h"

#include "app/settings/settings.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHighestPort = 65'535;
const QString kTimeOfDay = u"HH:mm"_s;

namespace keys {
const Setting<bool> desktop{"notify/desktop", true};
const Setting<QString> least{"notify/least", u"P3"_s};
const Setting<QStringList> sounds{"notify/sounds", {u"P0"_s, u"P1"_s, u"P2"_s, u"P3"_s}};
const Setting<bool> quiet{"notify/quiet", false};
const Setting<QString> quietFrom{"notify/quietFrom", u"22:00"_s};
const Setting<QString> quietTo{"notify/quietTo", u"07:00"_s};
const Setting<QStringList> webs{"notify/webhooks", {}};
const Setting<QStringList> websWithToken{"notify/webhooksWithToken", {}};
const Setting<QString> mailHost{"mail/host", {}};
const Setting<int> mailPort{"mail/port", 587, 1, kHighestPort};
const Setting<QString> mailSecurity{"mail/security", u"starttls"_s};
const Setting<QString> mailFrom{"mail/from", {}};
const Setting<QStringList> mailTo{"mail/to", {}};
const Setting<QString> mailUser{"mail/user", {}};
const Setting<QString> amUrl{"alertmanager/url", {}};
const Setting<bool> amToken{"alertmanager/hasToken", false};
const Setting<bool> amPushes{"alertmanager/push", true};
const Setting<bool> amPulls{"alertmanager/pull", true};
const Setting<bool> amMirrors{"alertmanager/mirrorAcks", true};
const Setting<QStringList> words{"alertmanager/severities", {}}; // "critical=P1"; empty: the usual ones
const Setting<bool> receives{"receiver/on", false};
const Setting<int> port{"receiver/port", NotifySettings::kReceiverPort, 1024, kHighestPort};
} // namespace keys

QString toWord(MailServer::Security security)
{
    switch (security) {
    case MailServer::Security::None:
        return u"none"_s;
    case MailServer::Security::StartTls:
        return u"starttls"_s;
    case MailServer::Security::Tls:
        return u"tls"_s;
    }
    return {};
}

MailServer::Security securityOf(const QString &word)
{
    if (word == "none"_L1)
        return MailServer::Security::None;
    return word == "tls"_L1 ? MailServer::Security::Tls : MailServer::Security::StartTls;
}

QTime timeOf(const QString &text, QTime fallback)
{
    const QTime time = QTime::fromString(text, kTimeOfDay);
    return time.isValid() ? time : fallback;
}

std::map<QString, Severity> wordsOf(const QStringList &lines)
{
    std::map<QString, Severity> words;
    for (const QString &line : lines) {
        const qsizetype equals = line.lastIndexOf(u'=');
        if (const auto severity = severityOf(line.mid(equals + 1)); equals > 0 && severity)
            words.emplace(line.left(equals), *severity);
    }
    return words.empty() ? SeverityMap().words() : words;
}

} // namespace

ToastSettings NotifySettings::toasts() const
{
    ToastSettings toasts;
    toasts.least = least;
    toasts.sounds = sounds;
    if (isQuiet)
        toasts.quiet = quiet;
    return toasts;
}

NotifySettings notifySettings(const Settings &settings)
{
    NotifySettings notify;
    notify.onDesktop = settings.get(keys::desktop);
    notify.least = severityOf(settings.get(keys::least)).value_or(Severity::P3);
    const QStringList sounds = settings.get(keys::sounds);
    for (std::size_t i = 0; i < notify.sounds.size(); ++i)
        notify.sounds[i] = sounds.contains(stratadeck::toWord(static_cast<Severity>(i)));
    notify.isQuiet = settings.get(keys::quiet);
    notify.quiet.from = timeOf(settings.get(keys::quietFrom), notify.quiet.from);
    notify.quiet.to = timeOf(settings.get(keys::quietTo), notify.quiet.to);
    const QStringList withToken = settings.get(keys::websWithToken);
    for (const QString &url : settings.get(keys::webs))
        notify.webs.push_back({url, withToken.contains(url)});
    notify.mail = {settings.get(keys::mailHost),
                   settings.get(keys::mailPort),
                   securityOf(settings.get(keys::mailSecurity)),
                   settings.get(keys::mailFrom),
                   settings.get(keys::mailTo),
                   settings.get(keys::mailUser)};
    notify.alertmanager = {settings.get(keys::amUrl), settings.get(keys::amToken), settings.get(keys::amPushes),
                           settings.get(keys::amPulls), settings.get(keys::amMirrors)};
    notify.receives = settings.get(keys::receives);
    notify.receiverPort = settings.get(keys::port);
    notify.words = wordsOf(settings.get(keys::words));
    return notify;
}

void saveNotifySettings(Settings &settings, const NotifySettings &notify)
{
    settings.set(keys::desktop, notify.onDesktop);
    settings.set(keys::least, stratadeck::toWord(notify.least));
    QStringList sounds;
    for (std::size_t i = 0; i < notify.sounds.size(); ++i) {
        if (notify.sounds[i])
            sounds.append(stratadeck::toWord(static_cast<Severity>(i)));
    }
    settings.set(keys::sounds, sounds);
    settings.set(keys::quiet, notify.isQuiet);
    settings.set(keys::quietFrom, notify.quiet.from.toString(kTimeOfDay));
    settings.set(keys::quietTo, notify.quiet.to.toString(kTimeOfDay));
    QStringList webs;
    QStringList withToken;
    for (const NotifySettings::Web &web : notify.webs) {
        webs.append(web.url);
        if (web.hasToken)
            withToken.append(web.url);
    }
    settings.set(keys::webs, webs);
    settings.set(keys::websWithToken, withToken);
    settings.set(keys::mailHost, notify.mail.host);
    settings.set(keys::mailPort, notify.mail.port);
    settings.set(keys::mailSecurity, toWord(notify.mail.security));
    settings.set(keys::mailFrom, notify.mail.from);
    settings.set(keys::mailTo, notify.mail.to);
    settings.set(keys::mailUser, notify.mail.user);
    settings.set(keys::amUrl, notify.alertmanager.url);
    settings.set(keys::amToken, notify.alertmanager.hasToken);
    settings.set(keys::amPushes, notify.alertmanager.pushes);
    settings.set(keys::amPulls, notify.alertmanager.pulls);
    settings.set(keys::amMirrors, notify.alertmanager.mirrorsAcks);
    settings.set(keys::receives, notify.receives);
    settings.set(keys::port, notify.receiverPort);
    QStringList words;
    for (const auto &[word, severity] : notify.words)
        words.append(word + u'=' + stratadeck::toWord(severity));
    settings.set(keys::words, words);
}

QString tokenName(const NotifySettings::Web &web)
{
    return u"webhook "_s + web.url;
}

QString passwordName(const NotifySettings::Mail &mail)
{
    return u"mail %1@%2:%3"_s.arg(mail.user, mail.host).arg(mail.port);
}

QString tokenName(const NotifySettings::Alertmanager &alertmanager)
{
    return u"alertmanager "_s + alertmanager.url;
}

QString receiverTokenName()
{
    return u"receiver"_s;
}

} // namespace stratadeck
