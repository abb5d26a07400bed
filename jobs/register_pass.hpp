// Reading the register: once, in blocks, into a draft snapshot, checked against what was last published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "converters/date.hpp"
#include "formats/finding_texts.hpp"
#include "formats/layout.hpp"
#include "formats/reader.hpp"
#include "formats/record_check.hpp"
#include "jobs/logical_checks.hpp"
#include "jobs/rejects.hpp"
#include "jobs/snapshot.hpp"

namespace daicho {

/// Somebody whose record is new or differs from what was last published.
struct RegisterChange {
  PersonKey person = 0;
  RecordPosition position;
  std::string current;   ///< encoded
  std::string previous;  ///< encoded; empty: new
};

/// What stands in the new snapshot instead of the register's own record.
struct KeptRecord {
  PersonKey person = 0;
  std::string previous;  ///< encoded; empty: nothing is published for this person
};

/// What reading the register gave.
struct RegisterDraft {
  ReadSummary summary;
  std::vector<RegisterChange> changes;  ///< those who passed, ascending by person; empty at --initial
  std::uint64_t changed = 0;            ///< people new or changed, those held back among them
  std::unordered_set<PersonKey> held;   ///< held back by a check
  std::vector<KeptRecord> kept;         ///< of those held back, and of those who vanished
};

struct RegisterPassInput {
  const Layout& layout;
  PartialDate as_of;
  std::string municipality;             ///< 全国地方公共団体コード of the settings
  std::filesystem::path last_snapshot;  ///< empty: nothing was published (--initial)
  const FindingTexts& texts;            ///< for the exception that a damaged file is
  unsigned threads = 1;                 ///< see RunRequest
};

class RegisterPass {
 public:
  /// Input, draft and rejects must outlive it.
  RegisterPass(const RegisterPassInput& input, SnapshotWriter& draft, RejectList& rejects);

  /// Reads everything. Throws RefusedError where the register is another municipality's, WorldError where the file is
  /// damaged as a whole.
  void read(RecordReader& reader, FindingList& findings);

  /// Checks what only the whole register shows, compares the changed with their last published records, and answers.
  /// Call once, after `read`.
  RegisterDraft finish();

 private:
  struct Seen {
    PersonKey person;
    std::uint64_t record;
  };
  struct Holder {
    std::uint64_t number;
    PersonKey person;
    std::uint64_t record;
  };
  bool initial() const { return input_.last_snapshot.empty(); }
  void refuse_damaged_file(const std::vector<Finding>& of_the_file);
  void take(const RecordView& record, std::vector<Finding>& reported);
  void take_bad(const RecordView& record, const std::vector<Finding>& reported);
  void take_changed(PersonKey person, const RecordView& record, std::vector<Finding>& reported);
  void note_living(PersonKey person, const RecordView& record);
  void hold(PersonKey person, const Finding& finding);
  void check_keys();
  void check_numbers(std::vector<Holder>& holders, std::size_t item);
  void drop_held();
  void collect_previous();
  void collect_vanished(const std::unordered_map<PersonKey, std::string>& previous);
  void refuse_partial_register(std::uint64_t vanished) const;
  void check_changes();
  Finding about(FindingCode code, std::size_t item, std::uint64_t record) const;

  const RegisterPassInput& input_;
  const Layout& layout_;
  SnapshotWriter& draft_writer_;
  RejectList& rejects_;
  SnapshotIndex index_;
  RecordChecker record_checker_;
  LogicalChecker logical_checker_;
  std::size_t addressee_no_;
  std::size_t municipality_code_;
  std::size_t juminhyo_code_;
  std::size_t individual_no_;

  RegisterDraft draft_;
  std::vector<bool> in_register_;  // by position in the index
  std::vector<Seen> seen_;
  std::vector<Holder> code_holders_;
  std::vector<Holder> number_holders_;
  std::uint64_t nameless_ = 0;  // records whose 宛名番号 cannot be read
  std::uint64_t own_residents_ = 0;
  std::uint64_t other_residents_ = 0;
  std::string encoded_;
};

}  // namespace daicho
