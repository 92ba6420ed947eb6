// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/Result.h"

#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace wherewithal::providers {

/// Marks a database as ours ("WWcg"): PRAGMA application_id.
inline constexpr int kApplicationId = 0x57576367;

/// One step of the schema of prices. Steps are never changed after a release, only added.
struct Migration
{
    int version = 0; ///< PRAGMA user_version after the step
    std::string_view what;
    std::string_view sql;
    void (*fill)(SQLite::Database& database) = nullptr; ///< what SQL alone cannot carry over; after `sql`
};

[[nodiscard]] const std::vector<Migration>& migrations();
/// The newest version, that of this program.
[[nodiscard]] int schemaVersion();

/// The indexes that a filter uses. A first big import builds them at its end, in one go.
void dropOfferIndexes(SQLite::Database& database);
void createOfferIndexes(SQLite::Database& database);

/// Brings a database up to `untilVersion` (0: the newest) in one transaction. UnsupportedVersion if it is
/// newer than this program, UnsupportedFormat if it is not ours. An empty file becomes a catalogue.
[[nodiscard]] model::Result<void> migrate(SQLite::Database& database, int untilVersion = 0);

} // namespace wherewithal::providers
