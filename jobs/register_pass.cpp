#include "jobs/register_pass.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "converters/check_digit.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/read_ahead.hpp"

namespace daicho {
namespace {

bool is_key(std::string_view text) {
  return !text.empty() && text.size() <= 15 && text.find_first_not_of("0123456789") == std::string_view::npos &&
         text.find_first_not_of('0') != std::string_view::npos;
}

/// A record that lost or gained bytes has other people's digits where its own number should be.
bool breaks_framing(const Finding& finding) { return std::string_view(finding.code.code).substr(0, 3) != "D10"; }

std::map<std::uint64_t, std::vector<Finding>> by_record(std::vector<Finding>& findings) {
  std::map<std::uint64_t, std::vector<Finding>> grouped;
  for (Finding& finding : findings) grouped[finding.record].push_back(std::move(finding));
  findings.clear();
  return grouped;
}

}  // namespace

RegisterPass::RegisterPass(const RegisterPassInput& input, SnapshotWriter& draft, RejectList& rejects)
    : input_(input),
      layout_(input.layout),
      draft_writer_(draft),
      rejects_(rejects),
      index_(initial() ? SnapshotIndex() : SnapshotIndex(input.last_snapshot, input.layout)),
      record_checker_(input.layout),
      logical_checker_(input.layout, input.as_of),
      addressee_no_(input.layout.index("addressee_no")),
      municipality_code_(input.layout.index("address_municipality_code")),
      juminhyo_code_(input.layout.index("juminhyo_code")),
      individual_no_(input.layout.index("individual_no")),
      in_register_(index_.size(), false) {}

void RegisterPass::read(RecordReader& reader, FindingList& findings) {
  ReadAhead ahead(reader, findings, layout_.items.size(), input_.threads);
  std::vector<Finding> none;
  ReadBatch* batch = &ahead.next();
  for (; !batch->block.empty(); batch = &ahead.next()) {
    const RecordBlock& block = batch->block;
    auto grouped = by_record(batch->findings);
    refuse_damaged_file(grouped[0]);
    grouped.erase(0);
    for (std::size_t i = 0; i < block.size(); ++i) {
      const RecordView record = block[i];
      const auto reported = grouped.find(record.position().number);
      take(record, reported == grouped.end() ? none : reported->second);
      if (reported != grouped.end()) grouped.erase(reported);
    }
    for (const auto& [number, rest] : grouped) {
      for (const Finding& finding : rest) rejects_.add(0, finding);
      ++nameless_;
    }
  }
  auto grouped = by_record(batch->findings);
  refuse_damaged_file(grouped[0]);
  draft_.summary = batch->summary;
  if (other_residents_ > own_residents_) {
    throw RefusedError(
        fmt::format("this is the register of another municipality: {} of {} living residents do not "
                    "live in {}",
                    other_residents_, own_residents_ + other_residents_, input_.municipality));
  }
}

/// Findings about the file itself: an error means that what was read may be anything, so nobody is published.
void RegisterPass::refuse_damaged_file(const std::vector<Finding>& of_the_file) {
  std::string errors;
  for (const Finding& finding : of_the_file) {
    if (finding.is_error()) {
      errors +=
          fmt::format("\n  {}: {} {}", finding.file, finding.code.code, input_.texts.message(finding, Language::en));
    } else {
      rejects_.add(0, finding);
    }
  }
  if (!errors.empty()) throw WorldError("the register is damaged, so nothing was published:" + errors);
}

void RegisterPass::take(const RecordView& record, std::vector<Finding>& reported) {
  if (record.bad() || !is_key(record[addressee_no_])) {
    if (!record.bad()) reported.push_back(about(code::kRequiredMissing, addressee_no_, record.position().number));
    take_bad(record, reported);
    reported.clear();
    return;
  }
  const PersonKey person = person_key(record[addressee_no_]);
  seen_.push_back({person, record.position().number});
  if (logical_checker_.live(record)) note_living(person, record);
  encoded_.clear();
  encode_record(record, encoded_);
  const std::size_t known = index_.find(person);
  if (known != index_.size()) {
    in_register_[known] = true;
    if (index_[known].hash == hash_record(encoded_)) {
      draft_writer_.put(person, encoded_);
      return;
    }
  }
  take_changed(person, record, reported);
}

void RegisterPass::take_bad(const RecordView& record, const std::vector<Finding>& reported) {
  const std::string_view number = record[addressee_no_];
  const bool named = is_key(number) && check_digit_valid(CheckDigit::addressee_no, number) &&
                     std::none_of(reported.begin(), reported.end(), breaks_framing);
  const PersonKey person = named ? person_key(number) : 0;
  for (const Finding& finding : reported) rejects_.add(person, finding);
  if (!named) {
    ++nameless_;
    return;
  }
  seen_.push_back({person, record.position().number});
  draft_.held.insert(person);
  if (const std::size_t known = index_.find(person); known != index_.size()) in_register_[known] = true;
}

void RegisterPass::note_living(PersonKey person, const RecordView& record) {
  ++(record[municipality_code_] == input_.municipality ? own_residents_ : other_residents_);
  const auto note = [&](std::size_t item, std::vector<Holder>& holders) {
    if (is_key(record[item])) holders.push_back({person_key(record[item]), person, record.position().number});
  };
  note(juminhyo_code_, code_holders_);
  note(individual_no_, number_holders_);
}

void RegisterPass::take_changed(PersonKey person, const RecordView& record, std::vector<Finding>& reported) {
  ++draft_.changed;
  FindingList found;
  record_checker_.check(record, {}, found);
  logical_checker_.check_dates(record, found);
  if (logical_checker_.live(record) && record[municipality_code_] != input_.municipality) {
    found.add(finding_at(code::kOtherMunicipality, layout_, record, municipality_code_, {}));
  }
  reported.insert(reported.end(), found.findings.begin(), found.findings.end());
  bool held = false;
  for (const Finding& finding : reported) {
    rejects_.add(person, finding);
    held = held || finding.is_error();
  }
  reported.clear();
  if (held) {
    draft_.held.insert(person);
    return;
  }
  draft_writer_.put(person, encoded_);
  if (!initial()) draft_.changes.push_back({person, record.position(), encoded_, {}});
}

Finding RegisterPass::about(FindingCode code, std::size_t item, std::uint64_t record) const {
  Finding finding;
  finding.code = code;
  finding.layout = &layout_;
  finding.item = item;
  finding.record = record;
  return finding;
}

void RegisterPass::hold(PersonKey person, const Finding& finding) {
  rejects_.add(person, finding);
  draft_.held.insert(person);
}

/// L42: the same 宛名番号 twice. Neither record can be trusted.
void RegisterPass::check_keys() {
  std::stable_sort(seen_.begin(), seen_.end(), [](const Seen& a, const Seen& b) { return a.person < b.person; });
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    const bool twice = (i > 0 && seen_[i - 1].person == seen_[i].person) ||
                       (i + 1 < seen_.size() && seen_[i + 1].person == seen_[i].person);
    if (twice) hold(seen_[i].person, about(code::kKeyTwice, addressee_no_, seen_[i].record));
  }
}

/// L35: a number of two living people. Whoever is as last published keeps it; the newcomers wait.
void RegisterPass::check_numbers(std::vector<Holder>& holders, std::size_t item) {
  std::stable_sort(holders.begin(), holders.end(),
                   [](const Holder& a, const Holder& b) { return a.number < b.number; });
  const auto changed = [&](PersonKey person) {
    if (initial()) return true;
    const auto found =
        std::lower_bound(draft_.changes.begin(), draft_.changes.end(), person,
                         [](const RegisterChange& change, PersonKey key) { return change.person < key; });
    return found != draft_.changes.end() && found->person == person;
  };
  for (std::size_t first = 0; first < holders.size();) {
    std::size_t end = first + 1;
    bool several = false;
    while (end < holders.size() && holders[end].number == holders[first].number) {
      several = several || holders[end].person != holders[first].person;
      ++end;
    }
    for (std::size_t i = first; several && i < end; ++i) {
      if (changed(holders[i].person)) hold(holders[i].person, about(code::kNumberHeldTwice, item, holders[i].record));
    }
    first = end;
  }
}

void RegisterPass::drop_held() {
  std::erase_if(draft_.changes, [&](const RegisterChange& change) { return draft_.held.contains(change.person); });
}

/// Fetches the last published records of those who need them, in one walk through the snapshot.
void RegisterPass::collect_previous() {
  if (initial()) return;
  std::unordered_map<PersonKey, std::string> previous;
  for (const RegisterChange& change : draft_.changes) previous[change.person];
  for (const PersonKey person : draft_.held) previous[person];
  for (std::size_t i = 0; i < index_.size(); ++i) {
    if (!in_register_[i]) previous[index_[i].person];
  }
  if (!previous.empty()) {
    SnapshotReader reader(input_.last_snapshot, layout_, SnapshotState::finished);
    SnapshotEntry entry;
    while (reader.next(entry)) {
      if (const auto wanted = previous.find(entry.person); wanted != previous.end()) wanted->second = entry.encoded;
    }
  }
  for (RegisterChange& change : draft_.changes) change.previous = std::move(previous[change.person]);
  for (const PersonKey person : draft_.held) draft_.kept.push_back({person, previous[person]});
  collect_vanished(previous);
}

/// Somebody published who is no longer in the register: a living one stays as published, with a warning. A removed one
/// is forgotten (removed records leave the register after years), but not where living people vanished or a record
/// could not be read: such a register is not whole, and who comes back with the next one would seem to be new.
void RegisterPass::collect_vanished(const std::unordered_map<PersonKey, std::string>& previous) {
  RecordBlock block(layout_.items.size());
  std::vector<KeptRecord> removed;
  std::uint64_t living = 0;
  for (std::size_t i = 0; i < index_.size(); ++i) {
    const PersonKey person = index_[i].person;
    if (in_register_[i] || draft_.held.contains(person)) continue;
    const std::string& record = previous.at(person);
    decode_record(record, block);
    if (!logical_checker_.live(block[0])) {
      removed.push_back({person, record});
      continue;
    }
    ++living;
    if (nameless_ == 0) rejects_.add(person, about(code::kVanished, addressee_no_, 0));
    draft_.kept.push_back({person, record});
  }
  refuse_partial_register(living);
  if (living > 0 || nameless_ > 0) {
    std::move(removed.begin(), removed.end(), std::back_inserter(draft_.kept));
  }
}

/// More living residents vanished than are left: an empty or cut file, not a day in a city.
void RegisterPass::refuse_partial_register(std::uint64_t vanished) const {
  const std::uint64_t left = own_residents_ + other_residents_ + nameless_ + draft_.held.size();
  if (vanished <= left) return;
  throw RefusedError(
      fmt::format("this register is not whole: it lacks {} living residents who were in the last published one, and "
                  "holds {}",
                  vanished, own_residents_ + other_residents_));
}

void RegisterPass::check_changes() {
  RecordBlock current(layout_.items.size());
  RecordBlock previous(layout_.items.size());
  for (const RegisterChange& change : draft_.changes) {
    if (change.previous.empty()) continue;
    decode_record(change.current, current);
    decode_record(change.previous, previous);
    FindingList found;
    logical_checker_.check_change(current[0], previous[0], found);
    for (Finding& finding : found.findings) {
      finding.record = change.position.number;
      hold(change.person, finding);
    }
    if (!found.findings.empty()) draft_.kept.push_back({change.person, change.previous});
  }
  drop_held();
}

RegisterDraft RegisterPass::finish() {
  std::stable_sort(draft_.changes.begin(), draft_.changes.end(),
                   [](const RegisterChange& a, const RegisterChange& b) { return a.person < b.person; });
  check_keys();
  check_numbers(code_holders_, juminhyo_code_);
  check_numbers(number_holders_, individual_no_);
  drop_held();
  if (initial()) {
    for (const PersonKey person : draft_.held) draft_.kept.push_back({person, {}});
  }
  collect_previous();
  check_changes();
  std::sort(draft_.kept.begin(), draft_.kept.end(),
            [](const KeptRecord& a, const KeptRecord& b) { return a.person < b.person; });
  return std::move(draft_);
}

}  // namespace daicho
