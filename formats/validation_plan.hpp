// What the threads of one validation share, and one thread's judgement of records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "formats/checks/check_set.hpp"
#include "formats/record_check.hpp"
#include "formats/validation.hpp"

namespace daicho {

/// The checks of one validation. Nothing of it changes while records are checked.
class ValidationPlan {
 public:
  /// `envelope` is the file's header record, where it has one. All must outlive it.
  ValidationPlan(const ValidationInput& input, const ValidationOptions& options,
                 const std::optional<EnvelopeHeader>& envelope);

  const ValidationInput& input() const { return input_; }
  const std::string& file() const { return file_; }
  const RecordChecker& schema_checks() const { return schema_checks_; }
  const CheckSet& checks() const { return *checks_; }
  const ValueHasher& hasher() const { return hasher_; }
  /// The item by which records find theirs in the file beside; nothing without one.
  const std::optional<std::size_t>& joining() const { return joining_; }

  /// Where items stand in the bytes of every record; none where they have no place of their own.
  const std::vector<FieldSpan>& item_bytes() const { return item_bytes_; }

  /// A summary that says which checks run.
  ValidationSummary summary() const;

 private:
  const ValidationInput& input_;
  const std::string file_;
  const RecordChecker schema_checks_;
  const ValueHasher hasher_;
  std::optional<std::size_t> joining_;
  std::optional<PartialDate> as_of_;
  std::optional<CheckSet> checks_;
  std::vector<FieldSpan> item_bytes_;
};

/// Passes findings on as the profile has them, and counts them.
class ProfiledFindings : public FindingSink {
 public:
  ProfiledFindings(const Profile& profile, FindingSink& next) : profile_(profile), next_(next) {}
  void add(Finding finding) override;

  std::uint64_t errors() const { return errors_; }
  std::uint64_t warnings() const { return warnings_; }

 private:
  const Profile& profile_;
  FindingSink& next_;
  std::uint64_t errors_ = 0;
  std::uint64_t warnings_ = 0;
};

/// One thread's judgement, record after record. Keeps the thread's evidence.
class RecordJudge {
 public:
  /// `slot` is the thread's number from 0, `memory` the bytes of evidence that it may keep. All must outlive it.
  RecordJudge(const ValidationPlan& plan, unsigned slot, FindingSink& findings, std::uint64_t memory);

  /// Judges a record of which reading has said `read` (moved from), and passes all findings on. What reads an item that
  /// is at fault is left out, and all of it where reading could not take the record apart. False where a finding is an
  /// error, by the profile too, or the record could not be read.
  bool judge(const RecordView& record, std::vector<Finding>& read);
  /// Judges a record in which reading and the schema find nothing; only the items of the plan's checks and the joining
  /// one need have values.
  bool judge_sound(const RecordView& record);

  /// A finding about no record.
  void report(Finding finding) { findings_.add(std::move(finding)); }

  /// The file has more records, but they cannot be had: rules about many records know that they lack some.
  void cut_off() { run_.unreadable(); }

  /// Takes the evidence and the counts of another thread's judge, which is done.
  void take(RecordJudge& other);
  /// Ends the validation: runs the rules about many records, with the help of so many threads. Fills in what `summary`
  /// says of findings and checks.
  void finish(ValidationSummary& summary, unsigned threads);

 private:
  void tell(std::vector<Finding>& read);
  void note_faulty_items(const std::vector<Finding>& findings);
  void doubt_items(const RecordView& record, const std::vector<Finding>& read);
  const RecordView* other_of(const RecordView& record);

  const ValidationPlan& plan_;
  const unsigned slot_;
  ProfiledFindings findings_;
  CheckRun run_;
  FindingList found_;
  std::vector<std::size_t> faulty_items_;
  std::optional<RecordView> other_;
  std::uint64_t faulty_records_ = 0;
  std::uint64_t unread_records_ = 0;
  std::uint64_t compared_ = 0;
  std::uint64_t taken_errors_ = 0;  // of other threads' judges
  std::uint64_t taken_warnings_ = 0;
};

}  // namespace daicho
