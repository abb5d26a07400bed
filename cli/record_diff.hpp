// The difference of two files of records, in any order and any formats.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/reader.hpp"
#include "formats/record.hpp"

namespace daicho {

/// One record that differs. The views live during the call that brings it.
struct RecordChange {
  enum class Kind : std::uint8_t {
    added,
    removed,
    changed,
    unreadable,  ///< in both files, but in one of them (or both) its record cannot be read
    unknown,     ///< in one file; the other has records that cannot be read, one of which may be this one
  } kind = Kind::changed;
  std::string_view key;
  std::uint64_t old_record = 0;        ///< 0 where it is not in OLD
  std::uint64_t new_record = 0;        ///< 0 where it is not in NEW
  bool old_bad = false;                ///< unreadable: OLD's record cannot be read
  bool new_bad = false;                ///< unreadable: NEW's record cannot be read
  std::vector<std::size_t> items;      ///< changed: the items that differ
  const RecordView* before = nullptr;  ///< changed only
  const RecordView* after = nullptr;   ///< changed only
};

struct DiffParts {
  const Layout& layout;
  std::size_t key = 0;
  std::string old_name;
  std::string new_name;
  /// Opens a file anew. OLD is read several times (the first time with `report`), NEW once.
  std::function<std::unique_ptr<RecordReader>(bool report)> open_old;
  RecordReader& new_reader;
  FindingSink& findings;  ///< repeated and absent keys
  /// The key of a record that cannot be read, as far as it can be told; empty where it cannot.
  std::function<std::string(const RecordView& record, bool in_old)> key_of_unreadable;
  /// Whether OLD or NEW, which was read, may have records that were not: it is damaged as a whole.
  std::function<bool(bool old)> incomplete;
  std::function<void(const RecordChange&)> take;
  std::size_t batch_bytes = std::size_t{64} * 1024 * 1024;  ///< changed records that wait for one more reading of OLD
};

struct DiffResult {
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
  std::uint64_t changed = 0;
  std::uint64_t equal = 0;
  std::uint64_t unreadable = 0;
  std::uint64_t unknown = 0;
  std::uint64_t unread = 0;  ///< bad records of both files
};

/// Compares records by key. A key is compared without leading zeros where its item is filled with zeros, and so is
/// every such value. Memory holds key, hash and number of each record of OLD, and a batch of changed records. The first
/// record of a repeated key counts; those without a key are left out. A record that cannot be read counts by its key
/// where the other file has that key; where not, nobody knows whose it is, and then nobody of the other file is told as
/// added or removed. Changes come in the order of NEW (what is only there last where OLD has records that cannot be
/// read), then what is only in OLD, in its order.
DiffResult diff_records(const DiffParts& parts);

}  // namespace daicho
