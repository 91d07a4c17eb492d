// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/yamltree.h"

#include <algorithm>
#include <exception>
#include <istream>
#include <optional>
#include <streambuf>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargest = 1024 * 1024;
constexpr std::size_t kDeepest = 32;

/// Builds the tree of what the parser tells. After the first problem it takes no more.
class TreeBuilder final : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(mark, anchor, YamlNode::Kind::Text, {});
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { reject(mark, u"aliases are not taken"_s); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                  const std::string &text) override
    {
        add(mark, anchor, YamlNode::Kind::Text, QString::fromStdString(text));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

    void reject(const YAML::Mark &mark, const QString &why)
    {
        if (m_problem.isEmpty())
            m_problem = u"line %1: %2"_s.arg(mark.line + 1).arg(why);
    }
    const QString &problem() const { return m_problem; }
    YamlNode take() { return std::move(m_root); }

private:
    struct Level {
        YamlNode node;
        std::optional<QString> name; ///< of a map's value that comes next
    };

    void add(const YAML::Mark &mark, YAML::anchor_t anchor, YamlNode::Kind kind, const QString &text)
    {
        if (anchor != 0)
            reject(mark, u"anchors are not taken"_s);
        if (!m_problem.isEmpty())
            return;
        YamlNode node;
        node.kind = kind;
        node.line = mark.line + 1;
        node.text = text;
        put(mark, std::move(node));
    }

    void open(const YAML::Mark &mark, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        if (anchor != 0)
            reject(mark, u"anchors are not taken"_s);
        if (m_levels.size() >= kDeepest)
            reject(mark, u"there are more than 32 levels"_s);
        if (!m_problem.isEmpty())
            return;
        Level level;
        level.node.kind = kind;
        level.node.line = mark.line + 1;
        m_levels.push_back(std::move(level));
    }

    void close()
    {
        if (!m_problem.isEmpty() || m_levels.empty())
            return;
        YamlNode node = std::move(m_levels.back().node);
        m_levels.pop_back();
        YAML::Mark mark;
        mark.line = node.line - 1;
        put(mark, std::move(node));
    }

    void put(const YAML::Mark &mark, YamlNode node)
    {
        if (m_levels.empty()) {
            m_root = std::move(node);
            return;
        }
        Level &level = m_levels.back();
        if (level.node.kind == YamlNode::Kind::List || level.name) {
            if (level.name)
                level.node.names.push_back(*std::exchange(level.name, std::nullopt));
            level.node.items.push_back(std::move(node));
            return;
        }
        if (node.kind != YamlNode::Kind::Text)
            reject(mark, u"a key that is a text is expected"_s);
        else if (std::ranges::find(level.node.names, node.text) != level.node.names.end())
            reject(mark, u"the key %1 stands twice"_s.arg(node.text.left(64)));
        else
            level.name = node.text;
    }

    YamlNode m_root;
    std::vector<Level> m_levels;
    QString m_problem;
};

/// The bytes of an array as a stream, without a copy.
class ArrayStream final : public std::streambuf
{
public:
    explicit ArrayStream(QByteArray &bytes) { setg(bytes.data(), bytes.data(), bytes.data() + bytes.size()); }
};

} // namespace

const YamlNode *YamlNode::find(QLatin1StringView name) const
{
    const auto found = std::ranges::find_if(names, [name](const QString &one) { return one == name; });
    return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

Result<YamlNode> parseYaml(const QByteArray &text)
{
    if (text.size() > kLargest)
        return fail(Error::Kind::Invalid, u"line 1: the file is larger than 1 MiB"_s);
    TreeBuilder builder;
    // The library throws; nothing of it leaves this function.
    try {
        QByteArray bytes = text;
        ArrayStream buffer(bytes);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return fail(Error::Kind::Invalid, u"line 1: the file is empty"_s);
    } catch (const YAML::Exception &exception) {
        builder.reject(exception.mark, QString::fromStdString(exception.msg));
    } catch (const std::exception &exception) {
        builder.reject(YAML::Mark(), QString::fromLocal8Bit(exception.what()));
    }
    if (!builder.problem().isEmpty())
        return fail(Error::Kind::Invalid, builder.problem());
    return builder.take();
}

} // namespace stratadeck
