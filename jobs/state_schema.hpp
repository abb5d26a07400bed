// The tables of state.sqlite and how an older version becomes this one. docs/on-disk/state.md specifies them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "jobs/sqlite.hpp"

namespace daicho {

inline constexpr const char* kStateDatabase = "state.sqlite";
inline constexpr std::int64_t kStateVersion = 3;

/// `state.sqlite.version-2`: the whole database as it was before it was brought up from that version.
std::string state_copy_name(std::int64_t version);

/// Makes the tables of a new database; brings an older one up, of which a copy is kept first. Throws RefusedError where
/// the version is newer than this program.
void settle_state_schema(SqliteDatabase& database, const std::filesystem::path& folder);

/// The id of the ledger that a state folder is linked to; nothing where there is no state, or none that has a ledger.
std::optional<std::string> linked_ledger(const std::filesystem::path& folder);

/// Throws RefusedError where the database has another version than this program's.
void refuse_other_state_version(const SqliteDatabase& database, const std::filesystem::path& folder);

}  // namespace daicho
