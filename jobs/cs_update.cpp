// cs-update: 本人確認情報 for the 市町村CS, one record for each change that touches it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "converters/date.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"
#include "jobs/access_log.hpp"
#include "jobs/job.hpp"
#include "jobs/mapping.hpp"
#include "jobs/side_files.hpp"

namespace daicho {
namespace {

constexpr const char* kStore = "honnin";
constexpr const char* kReceiver = "市町村ＣＳ";  // in the access log, whose 備考 is full-width

/// Items of 本人確認情報 whose change makes a record. 続柄 is not among them: 世帯変更 alone makes none.
constexpr std::array<const char*, 15> kWatched{"juminhyo_code",
                                               "name_kanji",
                                               "name_hiragana",
                                               "birth_date",
                                               "sex",
                                               "municipality_code",
                                               "aza_code",
                                               "postal_code",
                                               "address",
                                               "individual_no",
                                               "resident_since",
                                               "settled_date",
                                               "previous_municipality_code",
                                               "previous_address",
                                               "planned_flag"};
constexpr const char* kStatus = "record_status";  // watched too; with 予定者フラグ it changes when a 転出 takes effect

constexpr const char* kLive = "0";
constexpr const char* kRemoved = "1";
constexpr const char* kOldCode = "2";

/// 記載 reasons by which somebody becomes a resident. 改製 and 再製 only write the record anew.
bool begins_residence(std::string_view reason) { return (reason >= "11" && reason <= "16") || reason == "19"; }

/// 帰化, 国籍取得 and 国籍喪失 make a record anew for somebody who was a resident before.
bool replaces_residence(std::string_view reason) { return reason == "14" || reason == "15"; }

/// 改製 and 再製 make no record.
bool is_rewritten(std::string_view removal_class) { return removal_class == "4" || removal_class == "5"; }

FormatSpec default_honnin_format() {
  FormatSpec format = default_format(FileKind::fixed);
  format.charset = Charset::utf16be;  // CP932 cannot hold every resident's name
  return format;
}

using Values = std::vector<std::string>;

/// What was last published of somebody: the record, and the event behind it (juki 11, 14, 15).
struct Published {
  Values honnin;
  std::array<std::string, 3> event;
};

/// A record to be published, or two where the 住民票コード changed.
struct Update {
  std::tuple<std::int32_t, std::int32_t, PersonKey> order;
  PersonKey person = 0;
  std::string closing;  ///< joined values of the old code's last record; empty: none
  std::string record;   ///< joined values
  std::string event;    ///< joined, for the store
};

class CsUpdate : public Job {
 public:
  std::string_view name() const override { return "cs-update"; }
  std::vector<SideFile> side_files() const override {
    return {{"resident-since", "住民となった日 of people whose register record lacks it, CSV with addressee_no,date"}};
  }
  bool full_repeats() const override { return true; }
  void run(JobRun& run) override;
};

/// One run: everyone's update, in order, numbered.
class CsRun {
 public:
  explicit CsRun(JobRun& run);
  void publish_changes();
  void repeat_everyone();

 private:
  void take(const PersonChange& change);
  std::optional<Published> last_published(const PersonChange& change) const;
  Values map(PersonKey person, const OwnedRecord& record, const Values& published, std::vector<Finding>& faults) const;
  std::string resident_since(PersonKey person, const OwnedRecord& record, const Values& published,
                             std::vector<Finding>& faults) const;
  void keep_code_of_removed(Values& values, const Values& published) const;
  bool differs(const Values& values, const Values& published) const;
  bool only_takes_effect(const Values& values, const Values& published) const;
  Values close_old_code(const Values& published, const Values& values) const;
  bool publishable(const Values& values, std::vector<Finding>& faults);
  void queue(PersonKey person, const Values& closing, const Values& values, const std::array<std::string, 3>& event);
  void write(const Update& update);
  bool number_and_write(PersonKey person, Values& values);
  /// Writes a record, and into the access log that its 個人番号 went out; false where it cannot, and is rejected.
  bool hand_over(PersonKey person, const Values& values);

  std::array<std::string, 3> event_of(const OwnedRecord& record) const;
  std::string_view juki(const OwnedRecord& record, std::string_view id) const { return record[register_.index(id)]; }
  const std::string& at(const Values& values, std::string_view id) const { return values[layout_->index(id)]; }
  void set(Values& values, std::string_view id, std::string value) const {
    const std::size_t item = layout_->index(id);
    values[item] = filled(layout_->items[item], std::move(value));
  }

  JobRun& run_;
  const Layout& register_;
  std::shared_ptr<const Layout> layout_;
  FormatSpec format_;
  Mapping mapping_;
  RecordChecker checker_;
  std::optional<SideFile> residents_since_;
  std::array<std::size_t, kWatched.size()> watched_{};
  DataFile& file_;
  AccessLog log_;
  std::vector<Update> updates_;
};

CsRun::CsRun(JobRun& run)
    : run_(run),
      register_(run.register_layout()),
      layout_(run.catalog().layout("honnin")),
      format_(run.settings().format("honnin", default_honnin_format())),
      mapping_(Mapping::load(run.catalog(), run.catalog().layout(register_.id), layout_)),
      checker_(*layout_),
      file_(run.data_file(
          {layout_, format_, run.initial() || run.full() ? Extent::full : Extent::difference, "市町村CS", "CS"})),
      log_(run) {
  if (const auto path = run.side_file("resident-since")) {
    residents_since_ = read_side_file(*path, {{"addressee_no"}, {"date"}, {}});
  }
  std::transform(kWatched.begin(), kWatched.end(), watched_.begin(),
                 [&](const char* id) { return layout_->index(id); });
}

void CsRun::publish_changes() {
  run_.for_each_change([this](const PersonChange& change) { take(change); });
  std::sort(updates_.begin(), updates_.end(), [](const Update& a, const Update& b) { return a.order < b.order; });
  for (const Update& update : updates_) write(update);
}

/// --full: each living resident's last published record again, but for the time stamp. No number advances.
void CsRun::repeat_everyone() {
  run_.for_each_stored(kStore, [&](PersonKey person, std::string_view stored) {
    Values values = split_values(stored);
    values.resize(layout_->items.size());
    if (at(values, kStatus) != kLive) return;
    set(values, "timestamp", run_.clock());
    queue(person, {}, values, {});
  });
  std::sort(updates_.begin(), updates_.end(), [](const Update& a, const Update& b) { return a.order < b.order; });
  for (const Update& update : updates_) hand_over(update.person, split_values(update.record));
}

void CsRun::take(const PersonChange& change) {
  const std::string_view removal_class = juki(change.current, "removal_class");
  if (is_rewritten(removal_class) || (run_.initial() && removal_class != "0")) return;
  const std::optional<Published> last = last_published(change);
  const Values published = last ? last->honnin : Values();
  std::vector<Finding> faults;
  Values values = map(change.person, change.current, published, faults);
  keep_code_of_removed(values, published);
  if (last && !differs(values, published)) return;

  const std::array<std::string, 3> event = event_of(change.current);
  if (last && event == last->event && !only_takes_effect(values, published)) {
    faults.push_back(
        finding_at(code::kChangeWithoutReason, register_, change.current.view(), register_.index("move_reason"), {}));
  }
  Values closing;
  if (last && !at(published, "juminhyo_code").empty() &&
      at(published, "juminhyo_code") != at(values, "juminhyo_code")) {
    closing = close_old_code(published, values);
    set(values, "old_juminhyo_code", at(published, "juminhyo_code"));
    set(values, "juminhyo_code_used_from", at(values, "move_date"));
  }
  const bool good = publishable(values, faults) && (closing.empty() || publishable(closing, faults));
  if (!good) {
    run_.reject(change.person, faults);
    return;
  }
  for (const Finding& warning : faults) run_.warn(change.person, warning);
  queue(change.person, closing, values, event);
}

/// As stored; for somebody who was removed when this state began, as the register then had it.
std::optional<Published> CsRun::last_published(const PersonChange& change) const {
  if (const std::string stored = run_.stored(kStore, change.person); !stored.empty()) {
    Values values = split_values(stored);
    values.resize(layout_->items.size() + 3);
    Published published;
    std::copy_n(values.end() - 3, 3, published.event.begin());
    values.resize(layout_->items.size());
    published.honnin = std::move(values);
    return published;
  }
  if (!change.previous) return std::nullopt;
  std::vector<Finding> ignored;
  return Published{map(change.person, *change.previous, {}, ignored), event_of(*change.previous)};
}

Values CsRun::map(PersonKey person, const OwnedRecord& record, const Values& published,
                  std::vector<Finding>& faults) const {
  MappingContext context{run_.settings(), format_.charset, {}, run_.initial() ? "initial" : ""};
  context.job_value = [&](std::string_view name) -> std::string {
    if (name == "resident_since") return resident_since(person, record, published, faults);
    if (name == "timestamp") return run_.clock();
    if (name == "update_seq" || name == "reason_update_seq") return "1";  // until its turn comes
    return {};
  };
  return mapping_.apply(record.view(), context, faults);
}

std::string CsRun::resident_since(PersonKey person, const OwnedRecord& record, const Values& published,
                                  std::vector<Finding>& faults) const {
  if (!published.empty()) return at(published, "resident_since");
  if (const SideRow* row = residents_since_ ? residents_since_->find(person) : nullptr) {
    const ParsedDate parsed = parse_date(row->values[0]);
    if (parsed.fault == DateFault::none && (parsed.date.year == 0 || era_of(parsed.date) != 0)) {
      return format_era_date(parsed.date);
    }
    throw UsageError(fmt::format("{}:{}: date: no date of an era as YYYYMMDD", residents_since_->name, row->line));
  }
  const bool settled_before =
      replaces_residence(juki(record, "move_reason")) && begins_residence(juki(record, "settled_reason"));
  for (const auto& [reason, date] :
       {std::pair{"move_reason", "move_date"}, std::pair{"settled_reason", "settled_date"}}) {
    if (settled_before && std::string_view(reason) == "move_reason") continue;
    if (begins_residence(juki(record, reason))) return format_era_date(parse_date(juki(record, date)).date);
  }
  faults.push_back(
      finding_at(code::kResidentSinceUnknown, register_, record.view(), register_.index("settled_reason"), {}));
  return "0000000";
}

/// A removed record may lack its 住民票コード (住民記録システム標準仕様書 1.1.6); the CS knows the resident by it.
void CsRun::keep_code_of_removed(Values& values, const Values& published) const {
  if (published.empty() || at(values, kStatus) != kRemoved || !at(values, "juminhyo_code").empty()) return;
  set(values, "juminhyo_code", at(published, "juminhyo_code"));
}

bool CsRun::differs(const Values& values, const Values& published) const {
  return at(values, kStatus) != at(published, kStatus) ||
         std::any_of(watched_.begin(), watched_.end(),
                     [&](std::size_t item) { return values[item] != published[item]; });
}

/// Whether a planned 転出 took effect and nothing else happened.
bool CsRun::only_takes_effect(const Values& values, const Values& published) const {
  const std::size_t planned = layout_->index("planned_flag");
  return std::all_of(watched_.begin(), watched_.end(),
                     [&](std::size_t item) { return item == planned || values[item] == published[item]; });
}

/// The last published record of the old code again, closed by this event.
Values CsRun::close_old_code(const Values& published, const Values& values) const {
  Values closing = published;
  for (const char* id : {"notified_date", "move_reason", "move_date", "move_reason_detail", "timestamp"}) {
    set(closing, id, at(values, id));
  }
  set(closing, kStatus, kOldCode);
  set(closing, "update_forbidden_flag", "1");
  set(closing, "old_juminhyo_code", "");
  set(closing, "juminhyo_code_used_from", "");
  return closing;
}

/// Whether a record may go out: no error so far, right by its own schema, and writable in the file's charset.
bool CsRun::publishable(const Values& values, std::vector<Finding>& faults) {
  const auto any_error = [&] {
    return std::any_of(faults.begin(), faults.end(), [](const Finding& f) { return f.is_error(); });
  };
  if (any_error()) return false;
  FindingList found;
  checker_.check(OwnedRecord(values).view(), {}, found);
  for (Finding& finding : found.findings) {
    if (finding.is_error()) faults.push_back(std::move(finding));
  }
  return !any_error() && file_.fits(values, faults);
}

void CsRun::queue(PersonKey person, const Values& closing, const Values& values,
                  const std::array<std::string, 3>& event) {
  const auto first_day = [&](std::string_view id) { return interval_of(parse_era_date(at(values, id)).date).first; };
  Update update;
  update.order = {first_day("move_date"), first_day("notified_date"), person};
  update.person = person;
  if (!closing.empty()) update.closing = join_values(closing);
  update.record = join_values(values);
  update.event = join_values({event.begin(), event.end()});
  updates_.push_back(std::move(update));
}

void CsRun::write(const Update& update) {
  if (!update.closing.empty()) {
    Values closing = split_values(update.closing);
    if (!number_and_write(update.person, closing)) return;
  }
  Values values = split_values(update.record);
  if (!number_and_write(update.person, values)) return;
  run_.put(kStore, update.person, join_values(values) + '\x1F' + update.event);
}

/// Gives the record its 更新順番号 and 異動事由更新順番号. Only numbers that outgrow their items can still hold it
/// back.
bool CsRun::number_and_write(PersonKey person, Values& values) {
  const std::string& code = at(values, "juminhyo_code");
  set(values, "update_seq", std::to_string(run_.next_number("update_seq", code)));
  set(values, "reason_update_seq",
      std::to_string(run_.next_number("reason_update_seq", code + ' ' + at(values, "move_date"))));
  return hand_over(person, values);
}

bool CsRun::hand_over(PersonKey person, const Values& values) {
  std::vector<Finding> faults;
  if (!file_.write(values, faults)) {
    run_.reject(person, faults);
    return false;
  }
  if (!at(values, "individual_no").empty()) log_.record(person, person, kReceiver);
  return true;
}

std::array<std::string, 3> CsRun::event_of(const OwnedRecord& record) const {
  return {std::string(juki(record, "move_reason")), std::string(juki(record, "move_date")),
          std::string(juki(record, "move_notified_date"))};
}

void CsUpdate::run(JobRun& run) {
  CsRun cs(run);
  run.full() && !run.initial() ? cs.repeat_everyone() : cs.publish_changes();
}

}  // namespace

std::unique_ptr<Job> make_cs_update() { return std::make_unique<CsUpdate>(); }

}  // namespace daicho
