// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentevent.h"

#include "models/assess/words.h"
#include "models/base/plaintext.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLatest = 9e15; // of a double that is an integer
constexpr qsizetype kLongestText = 16 * 1024;
constexpr std::size_t kMostChanges = 20'000;

/// Nothing is left out here, as it would no longer fit the hash: what must not be shown is refused.
QString shownText(const JsonView &view)
{
    const QString text = view.text();
    QString plain = text;
    plain.remove(u'\n');
    if (text.size() > kLongestText || plainText(plain, kLongestText) != plain)
        view.reject(u"expected at most %1 characters that can be shown"_s.arg(kLongestText));
    return text;
}

QString hashText(const JsonView &view)
{
    const QString text = view.text();
    const bool isHex =
        std::ranges::all_of(text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!isHex || (text.size() != 64 && !text.isEmpty()))
        view.reject(u"expected 64 hexadecimal digits"_s);
    return text;
}

qint64 integer(const JsonView &view, double minimum)
{
    return static_cast<qint64>(view.numberIn(minimum, kLatest));
}

} // namespace

QJsonObject toJson(const AssessmentEvent &event)
{
    QJsonArray changes;
    for (const Change &change : event.changes) {
        QJsonObject object{{u"path"_s, change.path}};
        if (!change.before.isUndefined())
            object.insert("before"_L1, change.before);
        if (!change.after.isUndefined())
            object.insert("after"_L1, change.after);
        if (change.at >= 0)
            object.insert("place"_L1, change.at);
        changes.append(object);
    }
    QJsonObject object{{u"seq"_s, event.seq},           {u"at"_s, toMillis(event.at)}, {u"who"_s, event.who},
                       {u"kind"_s, toWord(event.kind)}, {u"changes"_s, changes},       {u"why"_s, event.why},
                       {u"previous"_s, event.previous}, {u"hash"_s, event.hash}};
    if (event.target != 0)
        object.insert("target"_L1, event.target);
    return object;
}

AssessmentEvent assessmentEventOf(const JsonView &view)
{
    view.allowOnly({"seq"_L1, "at"_L1, "who"_L1, "kind"_L1, "target"_L1, "changes"_L1, "why"_L1, "previous"_L1,
                    "hash"_L1});
    AssessmentEvent event;
    event.seq = integer(view["seq"_L1], 1);
    event.at = fromMillis(integer(view["at"_L1], -kLatest));
    event.who = shownText(view["who"_L1]);
    event.kind = words::valueOf<AssessmentEvent::Kind>(words::kEvents, view["kind"_L1]);
    if (!view["target"_L1].isMissing())
        event.target = integer(view["target"_L1], 1);
    event.why = shownText(view["why"_L1]);
    event.previous = hashText(view["previous"_L1]);
    event.hash = hashText(view["hash"_L1]);
    const std::vector<JsonView> changes = view["changes"_L1].items();
    if (changes.size() > kMostChanges) {
        view["changes"_L1].reject(u"expected at most %1 changes"_s.arg(kMostChanges));
        return event;
    }
    for (const JsonView &item : changes) {
        item.allowOnly({"path"_L1, "before"_L1, "after"_L1, "place"_L1});
        Change change{item["path"_L1].text(), item["before"_L1].value(), item["after"_L1].value(), -1};
        if (!item["place"_L1].isMissing())
            change.at = item["place"_L1].integerIn(0, 1'000'000);
        event.changes.push_back(std::move(change));
    }
    return event;
}

QString hashOf(const AssessmentEvent &event, const QString &assessmentId)
{
    // Members of an object are sorted and numbers are as short as they can be, so the bytes are the same
    // everywhere.
    QJsonObject object = toJson(event);
    object.remove("hash"_L1);
    object.insert("assessment"_L1, assessmentId);
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString toWord(AssessmentEvent::Kind kind)
{
    return words::textOf(words::kEvents, kind);
}

} // namespace stratadeck
