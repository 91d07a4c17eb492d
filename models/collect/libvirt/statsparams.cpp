// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/statsparams.h"

#include "models/collect/libvirt/libvirthandles.h"
#include "models/collect/libvirt/statsrecord.h"

#include <limits>

namespace stratadeck {

namespace {

int idOf(virDomainPtr domain)
{
    const unsigned id = virDomainGetID(domain);
    return id <= static_cast<unsigned>(std::numeric_limits<int>::max()) ? static_cast<int>(id) : -1;
}

} // namespace

double numberOf(const virTypedParameter &parameter)
{
    switch (parameter.type) {
    case VIR_TYPED_PARAM_INT:
        return parameter.value.i;
    case VIR_TYPED_PARAM_UINT:
        return parameter.value.ui;
    case VIR_TYPED_PARAM_LLONG:
        return static_cast<double>(parameter.value.l);
    case VIR_TYPED_PARAM_ULLONG:
        return static_cast<double>(parameter.value.ul);
    case VIR_TYPED_PARAM_DOUBLE:
        return parameter.value.d;
    case VIR_TYPED_PARAM_BOOLEAN:
        return parameter.value.b ? 1 : 0;
    default:
        return kUnknown;
    }
}

DomainFigures toFigures(const virDomainStatsRecord &record)
{
    StatsRecord reader;
    for (int i = 0; i < record.nparams; ++i) {
        const virTypedParameter &parameter = record.params[i];
        const QByteArrayView name(parameter.field);
        if (parameter.type == VIR_TYPED_PARAM_STRING)
            reader.text(name, QByteArrayView(parameter.value.s));
        else
            reader.number(name, numberOf(parameter));
    }
    DomainFigures figures = reader.take();
    figures.uuid = uuidOf(record.dom);
    figures.name = QString::fromUtf8(virDomainGetName(record.dom)).left(256);
    figures.id = idOf(record.dom);
    return figures;
}

} // namespace stratadeck
