// The file beside the one that is validated (--against): found by key, read again where it lies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/checks/evidence.hpp"
#include "formats/records_in_place.hpp"
#include "formats/validation.hpp"

namespace daicho {

/// A record file and how to read it. Layout and tables must outlive whoever is given it.
struct ReadableFile {
  std::string path;
  const Layout& layout;
  FormatSpec format;
  TextOptions text;
};

/// Whether a layout is a history (本人確認情報), in which a key may have many records and the last one counts.
bool keeps_history(const Layout& layout);

/// Throws UsageError where the file is compressed or no plain file, so that its places can't be read again, and
/// WorldError where it can't be read at all.
void require_plain_file(const std::string& path);

/// Reads a file once and keeps 24 bytes a record: a keyed hash of its key and its place. Records are read again from
/// their place, with some of their neighbours where they are asked for in the order of the file. Nothing of the file
/// is copied to anywhere else.
class IndexedRecords : public OtherRecords {
 public:
  /// `key`: the item by which records are found. `slots`: as many threads may call `find`. Throws as
  /// require_plain_file does.
  IndexedRecords(const ReadableFile& file, std::size_t key, unsigned slots);
  ~IndexedRecords() override;
  IndexedRecords(const IndexedRecords&) = delete;
  IndexedRecords& operator=(const IndexedRecords&) = delete;

  const Layout& layout() const override { return file_.layout; }

  /// See OtherRecords::find. Zeros on the left of a zero-filled number do not count. In a layout that is a history
  /// (本人確認情報) a key's last record counts, in others a key that stands in several has none. Throws WorldError
  /// where the file changed since it was indexed.
  std::optional<RecordView> find(std::string_view key, unsigned slot) override;

  std::uint64_t readable() const override { return summary_.records - summary_.bad_records; }
  bool incomplete() const override { return summary_.bad_records > 0 || file_faults_ > 0; }

  const ReadSummary& summary() const { return summary_; }
  /// Faults of the file as a whole, or of its header row, which keep records from being read.
  std::uint64_t file_faults() const { return file_faults_; }
  /// Records left out because another has their key.
  std::uint64_t repeated() const { return repeated_; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint64_t offset = 0;
    std::uint32_t more_hash = 0;
    std::uint32_t bytes = 0;  // without the line end
  };
  static_assert(sizeof(Entry) == 24);
  struct Slot;

  void index();
  void sort();
  const Entry* entry_of(std::string_view key) const;

  const ReadableFile file_;
  const std::size_t key_;
  const ValueHasher hasher_;
  int fd_ = -1;
  std::vector<Entry> entries_;  // by hash
  std::uint64_t first_record_ = 0;
  ReadSummary summary_;
  std::uint64_t file_faults_ = 0;
  std::uint64_t repeated_ = 0;
  std::vector<std::unique_ptr<Slot>> slots_;
};

}  // namespace daicho
