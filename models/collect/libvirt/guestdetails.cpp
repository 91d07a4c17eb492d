// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/guestdetails.h"

#include "models/base/plaintext.h"

#include <QHash>
#include <QMap>
#include <QXmlStreamReader>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargest = 4 * 1024 * 1024;
constexpr qsizetype kDeepest = 64;
constexpr qsizetype kLongestText = 1024;
constexpr std::size_t kMostDevices = 256;

// The unit an amount is given in; without one it is KiB.
double inBytes(const QString &amount, const QString &unit)
{
    static const QHash<QString, double> units{
        {QString(), 1024.0},
        {u"b"_s, 1.0},
        {u"bytes"_s, 1.0},
        {u"KB"_s, 1e3},
        {u"k"_s, 1024.0},
        {u"KiB"_s, 1024.0},
        {u"MB"_s, 1e6},
        {u"M"_s, 1048576.0},
        {u"MiB"_s, 1048576.0},
        {u"GB"_s, 1e9},
        {u"G"_s, 1073741824.0},
        {u"GiB"_s, 1073741824.0},
        {u"TB"_s, 1e12},
        {u"T"_s, 1099511627776.},
        {u"TiB"_s, 1099511627776.},
    };
    bool isNumber = false;
    const double number = amount.toDouble(&isNumber);
    return isNumber && number >= 0 && units.contains(unit) ? number * units.value(unit) : kUnknown;
}

/// Walks the document; what lies at a path of interest is taken when its element begins or ends.
class Reader
{
public:
    explicit Reader(QByteArrayView xml)
        : m_xml(QByteArray::fromRawData(xml.data(), xml.size()))
    {
    }

    Result<GuestDetails> read()
    {
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
                return fail(Error::Kind::Invalid, u"domain XML with a DTD or entities is not read"_s);
            if (token == QXmlStreamReader::StartElement && !start())
                return fail(Error::Kind::Invalid, u"domain XML is nested too deeply or is no domain"_s);
            if (token == QXmlStreamReader::Characters && m_text.size() < kLongestText)
                m_text += m_xml.text();
            if (token == QXmlStreamReader::EndElement)
                end();
        }
        if (m_xml.hasError())
            return fail(Error::Kind::Invalid, u"domain XML: %1"_s.arg(m_xml.errorString()));
        return std::move(m_guest);
    }

private:
    bool start()
    {
        m_path.append(m_xml.name().toString());
        m_text.clear();
        if (m_path.size() > kDeepest || m_path.front() != "domain"_L1)
            return false;
        const QString &name = m_path.back();
        if (m_path.size() == 1)
            m_guest.hypervisor = attribute("type"_L1);
        else if (m_path.size() == 2)
            m_unit = attribute("unit"_L1);
        else if (m_path.at(1) == "os"_L1)
            startOs(name);
        else if (m_path.at(1) == "cpu"_L1 && m_path.size() == 3 && name == "topology"_L1)
            startTopology();
        else if (m_path.at(1) == "metadata"_L1 && m_path.size() == 4 && name == "os"_L1)
            m_guest.system = attribute("id"_L1);
        else if (m_path.at(1) == "devices"_L1)
            startDevice(name);
        if (m_path.size() != 2)
            return true;
        if (name == "vcpu"_L1)
            m_guest.vcpus = attribute("current"_L1).toInt();
        if (name == "os"_L1)
            m_guest.isUefi = attribute("firmware"_L1) == "efi"_L1;
        if (name == "cpu"_L1)
            m_guest.cpuMode = attribute("mode"_L1);
        return true;
    }

    void startOs(const QString &name)
    {
        if (m_path.size() != 3)
            return;
        if (name == "type"_L1) {
            m_guest.architecture = attribute("arch"_L1);
            m_guest.machine = attribute("machine"_L1);
        } else if (name == "loader"_L1) {
            m_guest.isUefi = m_guest.isUefi || attribute("type"_L1) == "pflash"_L1;
            m_guest.isSecureBoot = attribute("secure"_L1) == "yes"_L1;
        } else if (name == "boot"_L1 && m_guest.bootOrder.size() < kMostDevices) {
            m_guest.bootOrder.push_back(attribute("dev"_L1));
        }
    }

    void startTopology()
    {
        m_guest.sockets = std::max(0, attribute("sockets"_L1).toInt());
        m_guest.cores = std::max(0, attribute("cores"_L1).toInt());
        m_guest.threads = std::max(0, attribute("threads"_L1).toInt());
    }

    void startDevice(const QString &name)
    {
        const QString &device = m_path.at(2);
        if (m_path.size() == 3)
            beginDevice(device);
        else if (m_path.size() == 4 && device == "disk"_L1 && !m_guest.disks.empty())
            diskPart(m_guest.disks.back(), name);
        else if (m_path.size() == 4 && device == "interface"_L1 && !m_guest.nics.empty())
            nicPart(m_guest.nics.back(), name);
        if (m_path.size() == 4 && name == "boot"_L1)
            m_bootOf.insert(attribute("order"_L1).toInt(), {device, m_guest.disks.size(), m_guest.nics.size()});
    }

    void beginDevice(const QString &device)
    {
        if (device == "disk"_L1 && m_guest.disks.size() < kMostDevices) {
            m_guest.disks.emplace_back();
            m_guest.disks.back().device = attribute("device"_L1);
        } else if (device == "interface"_L1 && m_guest.nics.size() < kMostDevices) {
            m_guest.nics.emplace_back();
            m_guest.nics.back().kind = attribute("type"_L1);
        } else if (device == "graphics"_L1 && m_guest.consoles.size() < kMostDevices) {
            const QString port = attribute("port"_L1);
            const bool listens = !port.isEmpty() && port != "-1"_L1;
            const QString where = u"%1 %2:%3"_s.arg(attribute("type"_L1), attribute("listen"_L1), port);
            m_guest.consoles.push_back(listens ? where : attribute("type"_L1));
        }
    }

    void diskPart(GuestDetails::Disk &disk, const QString &name)
    {
        if (name == "driver"_L1)
            disk.format = attribute("type"_L1);
        else if (name == "source"_L1)
            disk.source = diskSource();
        else if (name == "readonly"_L1)
            disk.isReadOnly = true;
        else if (name == "shareable"_L1)
            disk.isShareable = true;
        if (name != "target"_L1)
            return;
        disk.target = attribute("dev"_L1);
        disk.bus = attribute("bus"_L1);
    }

    QString diskSource() const
    {
        for (const QLatin1StringView key : {"file"_L1, "dev"_L1, "dir"_L1}) {
            if (const QString path = attribute(key); !path.isEmpty())
                return path;
        }
        if (const QString pool = attribute("pool"_L1); !pool.isEmpty())
            return pool + u'/' + attribute("volume"_L1);
        const QString protocol = attribute("protocol"_L1);
        return protocol.isEmpty() ? QString() : protocol + u':' + attribute("name"_L1);
    }

    void nicPart(GuestDetails::Nic &nic, const QString &name)
    {
        if (name == "mac"_L1)
            nic.mac = attribute("address"_L1).toLower();
        else if (name == "model"_L1)
            nic.model = attribute("type"_L1);
        else if (name == "target"_L1)
            nic.device = attribute("dev"_L1);
        else if (name == "link"_L1)
            nic.isUnplugged = attribute("state"_L1) == "down"_L1;
        if (name != "source"_L1)
            return;
        for (const QLatin1StringView key : {"network"_L1, "bridge"_L1, "dev"_L1, "address"_L1}) {
            if (nic.network.isEmpty())
                nic.network = attribute(key);
        }
    }

    void end()
    {
        if (m_path.size() == 2)
            endOfDomain(m_path.back());
        if (m_path.size() == 3 && m_path.at(1) == "cpu"_L1 && m_path.back() == "model"_L1)
            m_guest.cpuModel = text();
        if (m_path.size() == 3 && m_path.at(1) == "os"_L1 && m_path.back() == "kernel"_L1)
            m_guest.bootsKernel = !text().isEmpty();
        if (m_path.size() == 1)
            settleBootOrder();
        m_path.removeLast();
        m_text.clear();
    }

    void endOfDomain(const QString &name)
    {
        if (name == "title"_L1)
            m_guest.title = text();
        else if (name == "description"_L1)
            m_guest.description = text();
        else if (name == "memory"_L1)
            m_guest.maxMemory = inBytes(text(), m_unit);
        else if (name == "currentMemory"_L1)
            m_guest.memory = inBytes(text(), m_unit);
        if (name != "vcpu"_L1)
            return;
        m_guest.maxVcpus = std::max(0, text().toInt());
        if (m_guest.vcpus <= 0)
            m_guest.vcpus = m_guest.maxVcpus;
    }

    // An order at the devices takes the place of the one by kinds.
    void settleBootOrder()
    {
        if (m_bootOf.isEmpty())
            return;
        m_guest.bootOrder.clear();
        for (const Boot &boot : std::as_const(m_bootOf)) {
            if (boot.device == "disk"_L1 && boot.disks > 0)
                m_guest.bootOrder.push_back(m_guest.disks[boot.disks - 1].target);
            else if (boot.device == "interface"_L1 && boot.nics > 0)
                m_guest.bootOrder.push_back(m_guest.nics[boot.nics - 1].mac);
            else
                m_guest.bootOrder.push_back(plainText(boot.device));
        }
    }

    QString text() const { return plainText(m_text.simplified(), kLongestText); }
    QString attribute(QLatin1StringView name) const
    {
        return plainText(m_xml.attributes().value(name).toString(), kLongestText);
    }

    struct Boot {
        QString device;
        std::size_t disks; // so many had begun, the last one is meant
        std::size_t nics;
    };
    QXmlStreamReader m_xml;
    GuestDetails m_guest;
    QStringList m_path;
    QString m_text;
    QString m_unit;
    QMap<int, Boot> m_bootOf; // by the order given
};

} // namespace

Result<GuestDetails> parseGuestXml(QByteArrayView xml)
{
    if (xml.size() > kLargest)
        return fail(Error::Kind::Invalid, u"domain XML of %1 bytes is not read"_s.arg(xml.size()));
    return Reader(xml).read();
}

} // namespace stratadeck
