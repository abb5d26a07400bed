// Snapshots: the register as a job last published it, compressed, keyed by 宛名番号. docs/on-disk/state.md specifies
// the bytes.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "jobs/durable.hpp"
#include "jobs/job.hpp"

namespace daicho {

/// A record's values as one text: for each item a varint length and its bytes. Appended to `encoded`.
void encode_record(const RecordView& record, std::string& encoded);

/// Puts an encoded record into a block (cleared first) of as many items. The text must come from encode_record.
void decode_record(std::string_view encoded, RecordBlock& block);

/// The same, behind the block's other records.
void append_record(std::string_view encoded, RecordBlock& block);

/// 128 bits of XXH3 over an encoded record: equal for equal values, and for others by no accident worth a thought.
using RecordHash = std::array<std::uint64_t, 2>;
RecordHash hash_record(std::string_view encoded);

class SnapshotWriter {
 public:
  /// Makes the file; it is removed again without `finish`.
  SnapshotWriter(std::filesystem::path path, const Layout& layout);
  SnapshotWriter(const SnapshotWriter&) = delete;
  SnapshotWriter& operator=(const SnapshotWriter&) = delete;
  ~SnapshotWriter();

  void put(PersonKey person, std::string_view encoded);
  /// Nothing is published for this person: takes back a record put before.
  void remove(PersonKey person);
  /// Makes everything so far readable as a draft.
  void flush();
  /// Writes the end entry, syncs and closes.
  void finish();

  const std::filesystem::path& path() const { return file_.path(); }

 private:
  struct Compressor;
  void write(std::string_view bytes);

  DurableFile file_;
  std::unique_ptr<Compressor> compressor_;
  std::uint64_t entries_ = 0;
};

struct SnapshotEntry {
  PersonKey person = 0;
  bool present = false;      ///< false: nothing is published for this person
  std::string_view encoded;  ///< in the order of the layout's items; valid until the next `next`
};

/// Whether the file must have its end entry.
enum class SnapshotState : bool { draft, finished };

/// Reads a snapshot in the order in which it was written. Throws WorldError where it cannot be read or is damaged.
class SnapshotReader {
 public:
  SnapshotReader(const std::filesystem::path& path, const Layout& layout, SnapshotState state);
  SnapshotReader(const SnapshotReader&) = delete;
  SnapshotReader& operator=(const SnapshotReader&) = delete;
  ~SnapshotReader();
  /// False at the end.
  bool next(SnapshotEntry& entry);

 private:
  struct Input;
  void read_header();
  std::string_view reordered(std::string_view encoded);

  std::unique_ptr<Input> input_;
  const Layout& layout_;
  SnapshotState state_;
  std::uint64_t entries_ = 0;
  std::size_t file_items_ = 0;
  std::vector<std::size_t> positions_;  // of the file's items in the layout; empty where both are the same
  std::string reordered_;
  bool at_end_ = false;
};

/// What a job last published, as keys and hashes: small enough to keep for a whole city.
class SnapshotIndex {
 public:
  struct Entry {
    PersonKey person = 0;
    RecordHash hash{};
  };
  SnapshotIndex() = default;  ///< of a job that has published nothing
  SnapshotIndex(const std::filesystem::path& path, const Layout& layout);
  /// The position of a person, or size().
  std::size_t find(PersonKey person) const;
  std::size_t size() const { return entries_.size(); }
  const Entry& operator[](std::size_t position) const { return entries_[position]; }

 private:
  std::vector<Entry> entries_;  // ascending by person
};

}  // namespace daicho
