// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alertcommand.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using Kind = AlertCommand::Kind;

QJsonObject windowJson(const WindowRequest &window)
{
    QJsonObject object{{u"kind"_s, toWord(window.kind)}, {u"id"_s, window.id}, {u"why"_s, window.why}};
    object.insert("pattern"_L1, toJson(window.pattern));
    if (window.from)
        object.insert("from"_L1, toMillis(*window.from));
    if (window.to)
        object.insert("to"_L1, toMillis(*window.to));
    if (window.weekly)
        object.insert("weekly"_L1, toJson(*window.weekly));
    return object;
}

WindowRequest windowRequestOf(const JsonView &view)
{
    WindowRequest window;
    window.kind = wordIn(view["kind"_L1], SuppressorKind::Flapping);
    window.id = view["id"_L1].text();
    window.why = view["why"_L1].text(QString());
    window.pattern = labelsOf(view["pattern"_L1]);
    window.from = optionalTimeIn(view["from"_L1]);
    window.to = optionalTimeIn(view["to"_L1]);
    if (!view["weekly"_L1].isMissing())
        window.weekly = weeklyOf(view["weekly"_L1]);
    return window;
}

} // namespace

QString toWord(Kind kind)
{
    switch (kind) {
    case Kind::Acknowledge:
        return u"ack"_s;
    case Kind::Unacknowledge:
        return u"unack"_s;
    case Kind::Severity:
        return u"severity"_s;
    case Kind::Suppress:
        return u"suppress"_s;
    case Kind::EndSuppression:
        return u"end"_s;
    case Kind::Fire:
        return u"fire"_s;
    case Kind::Resolve:
        return u"resolve"_s;
    }
    return {};
}

QJsonObject toJson(const AlertCommand &command)
{
    QJsonObject object{{u"do"_s, toWord(command.kind)}, {u"labels"_s, toJson(command.labels)}};
    if (command.severity)
        object.insert("severity"_L1, toWord(*command.severity));
    if (command.until)
        object.insert("until"_L1, toMillis(*command.until));
    if (command.isSticky)
        object.insert("sticky"_L1, true);
    if (!command.note.isEmpty())
        object.insert("note"_L1, command.note);
    if (command.kind == Kind::Suppress)
        object.insert("window"_L1, windowJson(command.window));
    if (command.kind == Kind::EndSuppression)
        object.insert("id"_L1, command.id);
    if (!command.foreign.isEmpty())
        object.insert("foreign"_L1, toJson(command.foreign));
    return object;
}

AlertCommand alertCommandOf(const JsonView &view)
{
    AlertCommand command;
    command.kind = wordIn(view["do"_L1], Kind::Resolve);
    command.labels = labelsOf(view["labels"_L1]);
    if (!view["severity"_L1].isMissing())
        command.severity = wordIn(view["severity"_L1], Severity::P3);
    command.until = optionalTimeIn(view["until"_L1]);
    command.isSticky = view["sticky"_L1].flag(false);
    command.note = view["note"_L1].text(QString());
    if (command.kind == Kind::Suppress)
        command.window = windowRequestOf(view["window"_L1]);
    if (command.kind == Kind::EndSuppression)
        command.id = view["id"_L1].text();
    if (!view["foreign"_L1].isMissing())
        command.foreign = foreignWordOf(view["foreign"_L1]);
    return command;
}

void apply(const AlertCommand &command, const QString &who, AlertEngine &engine)
{
    switch (command.kind) {
    case Kind::Acknowledge:
        return engine.acknowledge(command.labels, {command.until, command.isSticky, who, command.note});
    case Kind::Unacknowledge:
        return engine.unacknowledge(command.labels);
    case Kind::Severity:
        return engine.changeSeverity(command.labels, command.severity.value_or(Severity::P2));
    case Kind::Suppress: {
        WindowRequest window = command.window;
        window.by = who;
        return engine.suppress(window);
    }
    case Kind::EndSuppression:
        return engine.endSuppression(command.id);
    case Kind::Fire:
        return engine.fire(command.labels, command.severity, command.foreign);
    case Kind::Resolve:
        return engine.resolve(command.labels);
    }
}

} // namespace stratadeck
