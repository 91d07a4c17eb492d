// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"
#include "models/history/sqlite.h"

#include <memory>
#include <optional>

namespace stratadeck {

/// Something that is to be delivered.
struct Delivery {
    qint64 id = 0;
    QString target;
    QByteArray payload;
    TimePoint createdAt{};
    TimePoint dueAt{};
    int tries = 0;
};

/// Keeps what is to be delivered until it is. One thread at a time; several may work on the same file.
class DeliveryStore
{
public:
    /// What a target may have waiting; the oldest make room.
    static constexpr qint64 kMostWaiting = 10'000;

    DeliveryStore() = default;
    Q_DISABLE_COPY_MOVE(DeliveryStore)
    virtual ~DeliveryStore() = default;

    virtual Result<qint64> add(const Delivery &delivery) = 0;
    /// The one of the target that is due first.
    virtual Result<std::optional<Delivery>> first(const QString &target) = 0;
    virtual Result<> postpone(qint64 id, int tries, TimePoint dueAt) = 0;
    virtual Result<> remove(qint64 id) = 0;
    virtual Result<qint64> waiting(const QString &target) = 0;
};

/// In a table `delivery` of an SQLite file, on a connection of its own; the file and the table are made when
/// they are missing. Each call is one durable transaction. Busy when the file stays locked for seconds.
class SqliteDeliveryStore final : public DeliveryStore
{
public:
    static Result<std::unique_ptr<DeliveryStore>> open(const QString &path);

    Result<qint64> add(const Delivery &delivery) override;
    Result<std::optional<Delivery>> first(const QString &target) override;
    Result<> postpone(qint64 id, int tries, TimePoint dueAt) override;
    Result<> remove(qint64 id) override;
    Result<qint64> waiting(const QString &target) override;

    explicit SqliteDeliveryStore(Database db)
        : m_db(std::move(db))
    {
    }

private:
    Database m_db;
};

} // namespace stratadeck
