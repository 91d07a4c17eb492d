// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/exchange.h"

#include "models/assess/assessmentjson.h"
#include "models/base/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView kWhat = "stratadeck assessment"_L1;
constexpr std::size_t kMostEvents = 100'000;

/// A later version may have other fields, so its number is looked at before anything else.
Result<> checkFormat(const JsonView &root)
{
    if (root["what"_L1].value().toString() != kWhat)
        return fail(Error::Kind::Foreign, u"what: expected '%1'"_s.arg(kWhat), u"what"_s);
    const JsonView format = root["format"_L1];
    if (format.isNumber() && format.value().toDouble() > kAssessmentFormat) {
        const QString by = plainText(root["engine_version"_L1].value().toString(), 64);
        return fail(Error::Kind::TooNew,
                    u"format: written by version %1 in format %2, this program knows format %3"_s.arg(by)
                        .arg(format.value().toDouble())
                        .arg(kAssessmentFormat),
                    by);
    }
    format.integerIn(1, kAssessmentFormat);
    root.allowOnly({"what"_L1, "format"_L1, "engine_version"_L1, "assessment"_L1, "events"_L1});
    return root.problem().found() ? tl::unexpected(root.problem().error()) : Result<>();
}

/// The lowest that has words for all that happened, so that earlier versions read what they can.
int formatOf(const AssessmentLog &log)
{
    const bool isPlain = std::ranges::none_of(log.events(), [](const AssessmentEvent &event) {
        return event.kind == AssessmentEvent::Kind::Archive || event.kind == AssessmentEvent::Kind::Restore;
    });
    return isPlain ? 1 : kAssessmentFormat;
}

} // namespace

QByteArray exportAssessment(const AssessmentLog &log)
{
    QJsonArray events;
    for (const AssessmentEvent &event : log.events())
        events.append(toJson(event));
    const QJsonObject root{{u"what"_s, kWhat},
                           {u"format"_s, formatOf(log)},
                           {u"engine_version"_s, QStringLiteral(STRATADECK_VERSION)},
                           {u"assessment"_s, toJson(log.state())},
                           {u"events"_s, events}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<AssessmentLog> importAssessment(const QByteArray &json)
{
    const auto parsed = JsonView::parse(json);
    if (!parsed)
        return tl::unexpected(parsed.error());
    JsonProblem problem;
    const JsonView root(*parsed, {}, problem);
    if (const auto known = checkFormat(root); !known)
        return tl::unexpected(known.error());
    const std::vector<JsonView> items = root["events"_L1].items();
    if (items.empty() || items.size() > kMostEvents)
        root["events"_L1].reject(u"expected 1 to %1 events"_s.arg(kMostEvents));
    std::vector<AssessmentEvent> events;
    for (const JsonView &item : items) {
        if (!problem.found())
            events.push_back(assessmentEventOf(item));
    }
    const Assessment state = assessmentOf(root["assessment"_L1]);
    if (problem.found())
        return tl::unexpected(problem.error());
    return AssessmentLog::replay(state.id, std::move(events))
        .and_then([&](AssessmentLog log) -> Result<AssessmentLog> {
            if (log.state() == state)
                return log;
            return fail(Error::Kind::Corrupt,
                        u"assessment: it is not what its %1 events say"_s.arg(items.size()), u"assessment"_s);
        });
}

} // namespace stratadeck
