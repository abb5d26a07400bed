// What a check is: one rule about records, beyond what the words of a schema say. Each stands in a file of its subject
// beside this one, is named by its number in the list of logical checks (`L25`), and is listed in check_list.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "converters/date.hpp"
#include "formats/finding.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho {

/// What a check, or a part of it, must be given beside the file itself; without it that does not run, and the report
/// says so.
enum class CheckNeed : std::uint8_t {
  nothing,
  processing_date,  ///< --as-of, or the 基準日 of the envelope
  municipality,     ///< --municipality, or the sender of the envelope
  previous,         ///< --against: an older file of the same layout
  residents,        ///< --against: a register (`juki`) or a 本人確認情報 file
  residents_only,   ///< --against: a register (`juki`)
};

/// What only a part of a check needs: without it the check judges the rest, and the report says that it ran in part.
struct PartNeed {
  CheckNeed need = CheckNeed::nothing;
  std::string_view layout = {};  ///< the one layout in which the check has this part; empty: each that it is made for
};

/// What checks are made for.
struct CheckContext {
  const Layout& layout;              ///< of the file that is checked; outlives the checks
  const Layout* against = nullptr;   ///< of the file beside it, which outlives them, too; null: none
  std::optional<PartialDate> as_of;  ///< 処理日
  std::string municipality;          ///< six digits; empty: not known
};

/// One record's part in a rule about many: where it stands, and what of it the rule needs. The key is told as a keyed
/// hash, so that nothing personal is kept or spilt to a disk.
struct Evidence {
  std::uint64_t key_high = 0;
  std::uint32_t key_low = 0;
  RecordPosition place;
  std::uint64_t facts = 0;  ///< packed by the check that collected it
  std::uint8_t nth = 0;     ///< of what one check collected of the record: 0 for the first
  std::uint32_t bytes = 0;  ///< of the record, without its line end
};

/// Where a check reports to. One for each thread.
class CheckOutput {
 public:
  using Args = std::vector<std::pair<std::string, std::string>>;
  virtual ~CheckOutput() = default;

  /// A fault of a record at hand.
  virtual void report(FindingCode code, const RecordView& record, std::size_t item, Args args) = 0;
  /// A fault of a record that was read before: told by what was kept of it.
  virtual void report(FindingCode code, const Evidence& evidence, std::size_t item, Args args) = 0;
  /// Keeps evidence for `Check::group`. An empty key is no evidence.
  virtual void collect(std::string_view key, const RecordView& record, std::uint64_t facts) = 0;
  /// A keyed hash of a value, for facts: equal values are equal, and nothing leads back. The key lives as long as the
  /// validation.
  virtual std::uint64_t hash(std::string_view value) const = 0;
  /// In `Check::group`: whether the check saw every record of the file. Where it did not, what a group lacks may stand
  /// in a record that could not be read; a check that asks and is told so is reported as incomplete.
  virtual bool complete() { return true; }
};

/// One rule. Its functions are called from several threads at once, and change nothing of it.
class Check {
 public:
  virtual ~Check() = default;

  /// The items of the file's layout that it looks at, by index: only these have values in the records that it sees.
  virtual std::vector<std::size_t> items() const = 0;

  /// A record without errors, by itself. Rules about many records collect their evidence here.
  virtual void record(const RecordView& /*record*/, CheckOutput& /*output*/) const {}

  /// A record beside the one of the file --against that has the same key. All items of the other have values.
  virtual void pair(const RecordView& /*record*/, const RecordView& /*other*/, CheckOutput& /*output*/) const {}

  /// All evidence of one key, in the order of the file and of its collection. Where records could not be read it is
  /// told of the others: see CheckOutput::complete.
  virtual void group(std::span<const Evidence> /*evidence*/, CheckOutput& /*output*/) const {}
};

/// Who runs a rule of the list.
enum class CheckedBy : std::uint8_t {
  check,   ///< a Check of this folder
  reader,  ///< reading itself: frames, envelopes, characters
  schema,  ///< the words of the layout: check digits, code lists, relations, presence
  job,     ///< the jobs, against what they published before; a file alone can't tell
  nobody,  ///< what it is about stands in no file of these layouts; docs/checks.md says why
};

/// What CheckKind::items says of a layout that must have a key item, whichever it is.
inline constexpr std::string_view kKeyItem = "key";

/// A check as the list has it.
struct CheckKind {
  std::string_view id;             ///< `L25`
  std::vector<FindingCode> codes;  ///< what it may report
  std::vector<std::string_view>
      layouts;  ///< for which it is made, by id; `iten.*`, `*`, `!honnin`: all that begin so, but that one
  std::vector<std::string_view> items;  ///< ids of items that the layout must have; `a|b`: one of them; kKeyItem
  CheckNeed need = CheckNeed::nothing;
  /// Null where another one runs it, or where it is an exception that another check makes.
  std::unique_ptr<Check> (*make)(const CheckContext&) = nullptr;
  CheckedBy by = CheckedBy::check;
  PartNeed part = {};  ///< beside `need`
};

/// `make` for a check whose constructor takes the context.
template <class OneCheck>
std::unique_ptr<Check> make_check(const CheckContext& context) {
  return std::make_unique<OneCheck>(context);
}

/// Every check, by number.
const std::vector<CheckKind>& check_list();

/// Whether a check is made for the layout of this id.
bool made_for(const CheckKind& kind, std::string_view layout);

/// What a part of a check needs in the layout of this id.
CheckNeed part_need(const CheckKind& kind, std::string_view layout);

}  // namespace daicho
