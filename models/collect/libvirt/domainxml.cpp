// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/domainxml.h"

#include <QXmlStreamReader>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargest = 4 * 1024 * 1024;
constexpr int kDeepest = 64;
constexpr std::size_t kMostDevices = 1024;
constexpr qsizetype kLongestName = 256;

/// Walks the document and remembers where it is; only paths of interest are looked at.
class Reader
{
public:
    explicit Reader(QByteArrayView xml)
        : m_xml(QByteArray::fromRawData(xml.data(), xml.size()))
    {
    }

    Result<DomainXml> read()
    {
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
                return fail(Error::Kind::Invalid, u"domain XML with a DTD or entities is not read"_s);
            if (token == QXmlStreamReader::StartElement && !start())
                return fail(Error::Kind::Invalid, u"domain XML is nested too deeply or is no domain"_s);
            if (token == QXmlStreamReader::EndElement)
                end();
        }
        if (m_xml.hasError())
            return fail(Error::Kind::Invalid, u"domain XML: %1"_s.arg(m_xml.errorString()));
        return std::move(m_domain);
    }

private:
    bool start()
    {
        const QStringView name = m_xml.name();
        ++m_depth;
        if (m_depth > kDeepest || (m_depth == 1 && name != u"domain"))
            return false;
        if (m_depth == 2)
            m_inDevices = name == u"devices";
        if (!m_inDevices)
            return true;
        if (m_depth == 3)
            device(name);
        if (m_depth == 4)
            part(name);
        return true;
    }

    void device(QStringView name)
    {
        m_device = name.toString();
        if (m_device == "interface"_L1 && m_domain.nics.size() < kMostDevices)
            m_domain.nics.emplace_back();
        if (m_device == "memballoon"_L1 && attribute("model"_L1) != "none"_L1)
            m_domain.statsPeriod = 0;
    }

    void part(QStringView name)
    {
        if (m_device == "interface"_L1 && name == u"mac" && !m_domain.nics.empty())
            m_domain.nics.back().mac = attribute("address"_L1).toLower();
        if (m_device == "interface"_L1 && name == u"target" && !m_domain.nics.empty())
            m_domain.nics.back().device = attribute("dev"_L1);
        if (m_device == "disk"_L1 && name == u"target" && m_domain.disks.size() < kMostDevices)
            m_domain.disks.push_back(attribute("dev"_L1));
        if (m_device == "memballoon"_L1 && name == u"stats" && m_domain.statsPeriod == 0)
            m_domain.statsPeriod = std::max(0, attribute("period"_L1).toInt());
    }

    void end()
    {
        if (m_depth == 3)
            m_device.clear();
        if (m_depth == 2)
            m_inDevices = false;
        --m_depth;
    }

    QString attribute(QLatin1StringView name) const
    {
        const QStringView value = m_xml.attributes().value(name);
        return value.size() <= kLongestName ? value.toString() : QString();
    }

    QXmlStreamReader m_xml;
    DomainXml m_domain;
    QString m_device;
    int m_depth = 0;
    bool m_inDevices = false;
};

} // namespace

QString DomainXml::nicName(const QString &device) const
{
    if (device.isEmpty())
        return {};
    for (std::size_t i = 0; i < nics.size(); ++i) {
        if (nics[i].device != device || nics[i].mac.isEmpty())
            continue;
        int same = 1;
        for (std::size_t before = 0; before < i; ++before) {
            if (nics[before].mac == nics[i].mac)
                ++same;
        }
        return same == 1 ? nics[i].mac : u"%1#%2"_s.arg(nics[i].mac).arg(same);
    }
    return {};
}

Result<DomainXml> DomainXml::parse(QByteArrayView xml)
{
    if (xml.size() > kLargest)
        return fail(Error::Kind::Invalid, u"domain XML of %1 bytes is not read"_s.arg(xml.size()));
    return Reader(xml).read();
}

} // namespace stratadeck
