// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/editing.h"

#include "models/assess/assessmentjson.h"
#include "models/base/plaintext.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 16 * 1024;

QString lineOf(const QString &text)
{
    return plainText(QString::fromUtf8(text.toUtf8()), kLongestText).trimmed();
}

QString placeOf(const AssessmentEvent &event)
{
    return u"event %1 (%2)"_s.arg(event.seq).arg(plainText(event.hash, 64));
}

tl::unexpected<Error> broken(const AssessmentEvent &event, const QString &why)
{
    return fail(Error::Kind::Corrupt, placeOf(event) + u": "_s + why, placeOf(event));
}

Result<Assessment> readState(const QJsonObject &json)
{
    JsonProblem problem;
    Assessment read = assessmentOf(JsonView(json, {}, problem));
    if (problem.found())
        return tl::unexpected(problem.error());
    return read;
}

/// The state after a Create event is what it brings; after any other, the changes made to the one before.
Result<QJsonObject> stateAfter(const AssessmentEvent &event, const QJsonObject &before)
{
    if (event.kind != AssessmentEvent::Kind::Create)
        return apply(event.changes, before);
    if (event.changes.size() != 1 || !event.changes.front().path.isEmpty()
        || !event.changes.front().before.isUndefined())
        return fail(Error::Kind::Invalid, u"expected one change that brings the whole assessment"_s);
    return event.changes.front().after.toObject();
}

} // namespace

Result<AssessmentLog> AssessmentLog::create(const Assessment &assessment, const QString &who, TimePoint at)
{
    const auto checked = checkedAssessment(assessment);
    if (!checked)
        return tl::unexpected(checked.error());
    AssessmentLog log;
    log.m_state.id = checked->id;
    AssessmentEvent event;
    event.kind = AssessmentEvent::Kind::Create;
    event.changes.push_back({{}, QJsonValue::Undefined, toJson(*checked), -1});
    if (const auto added = log.add(std::move(event), who, at); !added)
        return tl::unexpected(added.error());
    return log;
}

Result<AssessmentLog> AssessmentLog::replay(const QString &assessmentId, std::vector<AssessmentEvent> events)
{
    AssessmentLog log;
    QString previous;
    for (AssessmentEvent &event : events) {
        if (event.seq != qint64(log.m_events.size()) + 1)
            return broken(event, u"expected number %1"_s.arg(log.m_events.size() + 1));
        if (event.previous != previous)
            return broken(event, u"it does not follow the one before"_s);
        if (event.hash != hashOf(event, assessmentId))
            return broken(event, u"its hash is not that of its content"_s);
        if (const auto taken = log.take(event); !taken)
            return broken(event, taken.error().what);
        previous = event.hash;
        log.m_events.push_back(std::move(event));
    }
    if (log.m_events.empty())
        return fail(Error::Kind::Corrupt, u"an assessment without events"_s);
    auto state = readState(log.m_json);
    if (!state)
        return broken(log.m_events.back(), state.error().what);
    if (state->id != assessmentId || toJson(*state) != log.m_json)
        return broken(log.m_events.back(), u"the assessment is not in the form that this program gives it"_s);
    log.m_state = std::move(*state);
    return log;
}

Result<> AssessmentLog::commit(const Assessment &next, const QString &who, TimePoint at, const QString &why)
{
    if (!canChange())
        return fail(Error::Kind::Denied,
                    m_isArchived ? u"the assessment is archived"_s : u"the assessment is frozen"_s,
                    m_state.title);
    const auto checked = checkedAssessment(next);
    if (!checked)
        return tl::unexpected(checked.error());
    if (checked->id != m_state.id)
        return fail(Error::Kind::Invalid, u"another assessment"_s, u"id"_s);
    AssessmentEvent event;
    event.changes = changesBetween(m_json, toJson(*checked));
    if (event.changes.empty())
        return {};
    event.why = lineOf(why);
    return add(std::move(event), who, at);
}

const AssessmentEvent *AssessmentLog::nextUndo() const
{
    return canUndo() ? event(m_undo.back()) : nullptr;
}

const AssessmentEvent *AssessmentLog::nextRedo() const
{
    return canRedo() ? event(m_redo.back()) : nullptr;
}

Result<> AssessmentLog::undo(const QString &who, TimePoint at)
{
    const AssessmentEvent *target = nextUndo();
    if (!target)
        return fail(Error::Kind::Denied, u"nothing to undo"_s, m_state.title);
    AssessmentEvent event;
    event.kind = AssessmentEvent::Kind::Undo;
    event.target = target->seq;
    event.changes = inverseOf(target->changes);
    return add(std::move(event), who, at);
}

Result<> AssessmentLog::redo(const QString &who, TimePoint at)
{
    const AssessmentEvent *target = nextRedo();
    if (!target)
        return fail(Error::Kind::Denied, u"nothing to do again"_s, m_state.title);
    AssessmentEvent event;
    event.kind = AssessmentEvent::Kind::Redo;
    event.target = target->seq;
    event.changes = target->changes;
    return add(std::move(event), who, at);
}

Result<> AssessmentLog::freeze(const QString &version, const QString &who, TimePoint at)
{
    AssessmentEvent event;
    event.kind = AssessmentEvent::Kind::Freeze;
    event.why = lineOf(version);
    return add(std::move(event), who, at);
}

Result<> AssessmentLog::reopen(const QString &reason, const QString &who, TimePoint at)
{
    AssessmentEvent event;
    event.kind = AssessmentEvent::Kind::Reopen;
    event.why = lineOf(reason);
    return add(std::move(event), who, at);
}

Result<> AssessmentLog::archive(const QString &reason, const QString &who, TimePoint at)
{
    AssessmentEvent event;
    event.kind = AssessmentEvent::Kind::Archive;
    event.why = lineOf(reason);
    return add(std::move(event), who, at);
}

Result<> AssessmentLog::restore(const QString &who, TimePoint at)
{
    AssessmentEvent event;
    event.kind = AssessmentEvent::Kind::Restore;
    return add(std::move(event), who, at);
}

std::vector<FrozenVersion> AssessmentLog::versions() const
{
    std::vector<FrozenVersion> result;
    for (const AssessmentEvent &event : m_events) {
        if (event.kind == AssessmentEvent::Kind::Freeze)
            result.push_back({event.seq, event.why, event.at, event.who, event.hash});
    }
    return result;
}

Result<Assessment> AssessmentLog::stateAt(qint64 seq) const
{
    if (!event(seq))
        return fail(Error::Kind::NotFound, u"no event %1"_s.arg(seq), QString::number(seq));
    QJsonObject json;
    for (qint64 i = 1; i <= seq; ++i) {
        auto next = stateAfter(*event(i), json);
        if (!next)
            return tl::unexpected(next.error());
        json = std::move(*next);
    }
    return readState(json);
}

const AssessmentEvent *AssessmentLog::event(qint64 seq) const
{
    return seq >= 1 && seq <= qint64(m_events.size()) ? &m_events[static_cast<std::size_t>(seq) - 1] : nullptr;
}

Result<> AssessmentLog::add(AssessmentEvent event, const QString &who, TimePoint at)
{
    event.seq = qint64(m_events.size()) + 1;
    event.at = at;
    event.who = lineOf(who);
    event.previous = m_events.empty() ? QString() : m_events.back().hash;
    event.hash = hashOf(event, m_state.id);
    AssessmentLog next = *this; // nothing is half done
    if (const auto taken = next.take(event); !taken)
        return taken;
    auto state = readState(next.m_json);
    if (!state)
        return tl::unexpected(state.error());
    next.m_state = std::move(*state);
    next.m_events.push_back(std::move(event));
    *this = std::move(next);
    return {};
}

/// What is archived can only be brought back, what is frozen only be reopened or archived.
Result<> AssessmentLog::mayHappen(const AssessmentEvent &event) const
{
    using Kind = AssessmentEvent::Kind;
    const bool isFirst = m_events.empty();
    if (isFirst != (event.kind == Kind::Create))
        return fail(Error::Kind::Invalid, u"the first event creates, no other does"_s);
    if (m_isArchived != (event.kind == Kind::Restore))
        return fail(Error::Kind::Denied,
                    m_isArchived ? u"the assessment is archived"_s : u"the assessment is not archived"_s,
                    m_state.title);
    const bool isAside = event.kind == Kind::Archive || event.kind == Kind::Restore;
    if (!isAside && m_isFrozen != (event.kind == Kind::Reopen))
        return fail(Error::Kind::Denied,
                    m_isFrozen ? u"the assessment is frozen"_s : u"the assessment is open"_s, m_state.title);
    return {};
}

/// Whether the event may happen now, and what it does to the state and to what can be undone.
Result<> AssessmentLog::take(const AssessmentEvent &event)
{
    using Kind = AssessmentEvent::Kind;
    if (const auto may = mayHappen(event); !may)
        return may;
    const auto topIs = [&](const std::vector<qint64> &stack) {
        return !stack.empty() && stack.back() == event.target;
    };
    switch (event.kind) {
    case Kind::Create:
        break;
    case Kind::Change:
        if (event.changes.empty())
            return fail(Error::Kind::Invalid, u"expected a change"_s);
        m_undo.push_back(event.seq);
        m_redo.clear();
        break;
    case Kind::Undo:
        if (!topIs(m_undo) || event.changes != inverseOf(this->event(event.target)->changes))
            return fail(Error::Kind::Invalid, u"expected the reverse of the last change"_s);
        m_undo.pop_back();
        m_redo.push_back(event.target);
        break;
    case Kind::Redo:
        if (!topIs(m_redo) || event.changes != this->event(event.target)->changes)
            return fail(Error::Kind::Invalid, u"expected the change that was undone last"_s);
        m_redo.pop_back();
        m_undo.push_back(event.target);
        break;
    case Kind::Freeze:
    case Kind::Reopen:
        if (event.why.isEmpty() || !event.changes.empty())
            return fail(Error::Kind::Invalid, u"expected a text that is not empty"_s, u"why"_s);
        m_isFrozen = event.kind == Kind::Freeze;
        break;
    case Kind::Archive:
        if (event.why.isEmpty() || !event.changes.empty())
            return fail(Error::Kind::Invalid, u"expected a text that is not empty"_s, u"why"_s);
        m_isArchived = true;
        break;
    case Kind::Restore:
        if (!event.changes.empty())
            return fail(Error::Kind::Invalid, u"expected no change"_s, u"changes"_s);
        m_isArchived = false;
        break;
    }
    auto next = stateAfter(event, m_json);
    if (!next)
        return tl::unexpected(next.error());
    m_json = std::move(*next);
    return {};
}

} // namespace stratadeck
