// Validation: every fault of a file, in one pass, with memory that does not grow with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.hpp"
#include "formats/checks/check.hpp"
#include "formats/checks/profile.hpp"
#include "formats/finding.hpp"
#include "formats/reader.hpp"

namespace daicho {

/// Takes what a validation finds, in the order of the file; rules about many records report at the end.
class ValidationSink {
 public:
  virtual ~ValidationSink() = default;
  /// `record`: the bytes of the record that the finding is about, without its line end, as the file has them; empty
  /// where there is none or it is not at hand. Valid during the call.
  virtual void add(const Finding& finding, std::string_view record) = 0;
};

/// A check of which the whole or a part did not run, and why; see ran_in_part. One may stand there for several reasons.
struct SkippedCheck {
  std::string_view id;  ///< `L05`
  CheckNeed need = CheckNeed::nothing;
  bool off = false;          ///< by the profile
  std::string missing_item;  ///< an item that the layout does not have; empty: it has all
  bool unreadable = false;   ///< records that it needs could not be read, or an item of theirs is wrong
  bool unpaired = false;     ///< no record found its own in the file --against
};

struct ValidationOptions {
  std::optional<PartialDate> as_of;  ///< nothing: the 基準日 of the envelope, where there is one
  std::string municipality;          ///< see CheckContext; empty: the sender of the envelope, where there is one
  unsigned threads = 1;
  bool to_last_byte = false;  ///< an I/O error ends the file and stands in the summary; else it is thrown
  std::uint64_t memory = std::uint64_t{16} << 20;  ///< bytes of evidence in memory; more spills to an unlinked file
};

/// The records of the file --against, by key.
class OtherRecords {
 public:
  virtual ~OtherRecords() = default;
  virtual const Layout& layout() const = 0;
  /// The record whose key item has this value, valid until the next call; nothing where there is none, or several.
  /// May be called from several threads with a `slot` (from 0) of each.
  virtual std::optional<RecordView> find(std::string_view key, unsigned slot) = 0;
  /// How many of its records can be found; and whether some could not be read, so that nothing tells what stood there.
  virtual std::uint64_t readable() const = 0;
  virtual bool incomplete() const = 0;
};

/// What a validation is given. All must outlive it.
struct ValidationInput {
  const Layout& layout;
  FormatSpec format;
  ByteSource& source;
  TextOptions text;
  const Profile& profile;
  OtherRecords* against = nullptr;  ///< null: none
};

struct ValidationSummary {
  ReadSummary read;
  std::uint64_t errors = 0;
  std::uint64_t warnings = 0;
  /// Records with an error, as the profile has it; not those of which a rule about many records alone tells, at the
  /// end.
  std::uint64_t faulty_records = 0;
  /// Records that could not be taken apart into items, so that none of their values was checked. Of records in which
  /// reading found items at fault (ReadSummary::bad_records has both) everything else was.
  std::uint64_t unread_records = 0;
  /// Records that found theirs in the file --against, of all `read.records`; nothing without such a file.
  std::optional<std::uint64_t> compared;
  std::uint64_t errors_between = 0;      ///< of `errors`, those of rules about many records
  std::optional<PartialDate> as_of;      ///< the processing date that was taken
  std::vector<std::string_view> checks;  ///< that ran, whole or in part, by id
  std::vector<SkippedCheck> skipped;     ///< those made for this layout that did not run, or in part; see ran_in_part
  /// Why the file could not be read to its end; empty where it could. Records and bytes are those before. Damaged
  /// compression and columns that nothing tells are findings, too; see `unreadable` for what is none.
  std::string broken_off;
  bool unreadable = false;  ///< an I/O error broke it off: ValidationOptions::to_last_byte
};

/// Whether a check is among those that ran and those that were skipped: what it says of single records stands, what it
/// says of many (or of items that were wrong) is not known.
bool ran_in_part(const ValidationSummary& summary, std::string_view check);

/// Reads and checks everything. Findings come in the order of the file, those of rules about many records at the end.
/// Throws WorldError where reading fails (but see ValidationOptions::to_last_byte) or evidence cannot be spilt.
ValidationSummary validate(const ValidationInput& input, const ValidationOptions& options, ValidationSink& sink);

/// The item by which records of a layout find theirs in another: the same key in an older file of the same layout, else
/// 住民票コード. Nothing where they have none in common.
std::optional<std::size_t> joining_item(const Layout& layout, const Layout& other);

}  // namespace daicho
