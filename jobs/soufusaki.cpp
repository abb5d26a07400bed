// soufusaki: 送付先情報 of those who newly got an 個人番号, for the card management system. One envelope a household.
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "converters/date.hpp"
#include "converters/substitute.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/record_check.hpp"
#include "jobs/access_log.hpp"
#include "jobs/glyph_source.hpp"
#include "jobs/job.hpp"
#include "jobs/mapping.hpp"
#include "jobs/print_classes.hpp"
#include "jobs/substitution_list.hpp"
#include "jobs/trial_writer.hpp"

namespace daicho {
namespace {

constexpr const char* kReceiver = "個人番号カード管理システム";
constexpr std::size_t kPeopleAnEnvelope = 99;  // 対象となる人数 has two digits

/// An item that must be as published in 本人確認情報 (the 4情報 and 住民票コード): its name here, there, and in the
/// register.
struct SharedItem {
  const char* soufusaki;
  const char* honnin;
  const char* juki;
};
constexpr SharedItem kItemsOfHonnin[] = {{"name", "name_kanji", "name_kanji"},
                                         {"address", "address", "address"},
                                         {"birth_date", "birth_date", "birth_date"},
                                         {"sex", "sex", "sex_code"},
                                         {"juminhyo_code", "juminhyo_code", "juminhyo_code"}};

/// Somebody who is to be notified and for whom staff have decided.
struct Addressee {
  PersonKey person = 0;
  OwnedRecord record;
  Dispatch dispatch;
};

/// A name and an address inside the certificates' repertoire.
struct Substitutes {
  SubstituteResult result = SubstituteResult::unchanged;
  Substitution name;
  Substitution address;
};

using JobValues = std::map<std::string, std::string, std::less<>>;

/// One person's record, and what is wrong with it.
struct Made {
  std::vector<std::string> values;
  std::vector<Finding> faults;
  std::string why_not;  // what staff must decide, in Japanese; empty: nothing

  bool good() const {
    return std::none_of(faults.begin(), faults.end(), [](const Finding& fault) { return fault.is_error(); });
  }
};

class Soufusaki : public Job {
 public:
  std::string_view name() const override { return "soufusaki"; }
  std::vector<SideFile> side_files() const override {
    return {{"print-classes",
             "印刷区分 and other dispatch addresses, CSV with addressee_no,print_class,"
             "dispatch_postal_code,dispatch_address,dispatch_name"}};
  }
  std::vector<std::string> input_settings() const override { return {"soufusaki.glyphs"}; }
  bool lists_waiting() const override { return true; }
  void accept(bool /*initial*/, bool full) const override {
    if (full) throw UsageError("soufusaki takes no --full: whoever was notified is not notified again");
  }
  void run(JobRun& run) override;
};

/// One run: who is to be notified, then envelope by envelope.
class Notification {
 public:
  explicit Notification(JobRun& run);
  void publish();
  void write_substitutions();

 private:
  bool newly_numbered(const PersonChange& change) const;
  std::string_view item(const OwnedRecord& record, std::string_view id) const { return record[register_.index(id)]; }
  std::string address_of(const OwnedRecord& record) const;
  Substitutes substitutes_of(const Addressee& addressee) const;

  void take(const PersonChange& change);
  void publish_envelope(std::vector<Addressee> people);
  /// What the envelope gives to each of its records.
  JobValues envelope_values(const std::vector<Addressee>& people) const;
  Made make(const Addressee& addressee, JobValues job_values);
  /// Whether a person's record can go out; reports what is wrong with it.
  bool fits(const Addressee& addressee, const JobValues& job_values);
  void list_substitutes(const Addressee& addressee);
  void list_missing_substitutes(const Addressee& addressee);
  std::vector<SubstitutedValue> substituted_values(const Addressee& addressee) const;
  void settle_gaiji(Made& made, const Addressee& addressee) const;
  void publish_glyphs();
  /// The export's own font, which 外字パターン names.
  std::string glyph_file() const {
    return fmt::format("soufusaki_{}_D_{}.bdf", run_.settings().value("municipality.code"), run_.control_no());
  }
  void check_four_items(Made& made, const Addressee& addressee) const;
  void check_record(Made& made) const;
  Finding finding(FindingCode code, const Addressee& addressee, std::string_view id) const {
    return finding_at(code, register_, addressee.record.view(), register_.index(id), {});
  }
  DataFile& file();

  JobRun& run_;
  const Layout& register_;
  std::shared_ptr<const Layout> layout_;
  std::shared_ptr<const Layout> honnin_;
  FormatSpec format_;
  Mapping mapping_;
  RecordChecker checker_;
  TrialWriter trial_;
  PrintClasses print_classes_;
  std::optional<GlyphSource> glyphs_;
  std::vector<std::size_t> gaiji_items_;  // those of which an item tells 外字数, in the record's order
  TargetRepertoire certificate_;          // of the names and addresses that certificates show
  SubstitutionList substitutions_;
  std::vector<Addressee> addressees_;
  AccessLog log_;
  DataFile* file_ = nullptr;
};

FormatSpec default_soufusaki_format() {
  FormatSpec format = default_format(FileKind::fixed);
  format.charset = Charset::utf16be;  // CP932 cannot hold every resident's name
  return format;
}

Notification::Notification(JobRun& run)
    : run_(run),
      register_(run.register_layout()),
      layout_(run.catalog().layout("soufusaki")),
      honnin_(run.catalog().layout("honnin")),
      format_(run.settings().format("soufusaki", default_soufusaki_format())),
      mapping_(Mapping::load(run.catalog(), run.catalog().layout(register_.id), layout_)),
      checker_(*layout_),
      trial_(layout_, format_, run.characters().text_options(format_.charset)),
      print_classes_(run, *layout_),
      certificate_(TargetRepertoire::certificate(format_.charset, run.characters().text_options(format_.charset))),
      log_(run) {
  if (const auto glyphs = run.settings().path("soufusaki.glyphs")) glyphs_ = GlyphSource::load(*glyphs);
  for (const Item& item : layout_->items) {
    for (const Relation& relation : item.relations) {
      if (relation.kind == RelationKind::gaiji_count_of) gaiji_items_.push_back(relation.items[0]);
    }
  }
}

/// Those whose 個人番号 is new or changed since what was published: 出生, 国外転入, 職権記載, 変更. Not those who moved
/// in from another municipality (住定異動事由 stays 国内転入 through later corrections) and brought theirs.
bool Notification::newly_numbered(const PersonChange& change) const {
  constexpr std::string_view arrived = "11";
  const std::string_view number = item(change.current, "individual_no");
  if (number.empty() || item(change.current, "removal_class") != "0") return false;
  const std::string_view before = change.previous ? item(*change.previous, "individual_no") : std::string_view();
  if (number == before) return false;
  if (!before.empty()) return true;
  return item(change.current, "move_reason") != arrived && item(change.current, "settled_reason") != arrived;
}

void Notification::take(const PersonChange& change) {
  if (!newly_numbered(change)) return;
  std::string why_not;
  if (auto dispatch = print_classes_.decided(change.person, why_not)) {
    addressees_.push_back({change.person, change.current, std::move(*dispatch)});
  } else {
    run_.wait(change.person, why_not);
  }
}

void Notification::publish() {
  run_.for_each_change([this](const PersonChange& change) { take(change); });
  // By household, then by what staff decided: who shares both shares an envelope, the head of the household first.
  const auto envelope = [this](const Addressee& one) {
    return std::pair(person_key(item(one.record, "household_no")), one.dispatch);
  };
  std::sort(addressees_.begin(), addressees_.end(), [&](const Addressee& a, const Addressee& b) {
    return std::tuple(envelope(a), item(a.record, "relationship_code"), a.person) <
           std::tuple(envelope(b), item(b.record, "relationship_code"), b.person);
  });
  for (std::size_t begin = 0, end = 0; begin < addressees_.size(); begin = end) {
    const auto key = envelope(addressees_[begin]);
    for (end = begin; end < addressees_.size() && envelope(addressees_[end]) == key; ++end) {
    }
    publish_envelope({std::make_move_iterator(addressees_.begin() + static_cast<std::ptrdiff_t>(begin)),
                      std::make_move_iterator(addressees_.begin() + static_cast<std::ptrdiff_t>(end))});
  }
  publish_glyphs();
}

/// Whoever cannot go out is left behind before the envelope is numbered and counted, so that 対象となる人数 is right.
void Notification::publish_envelope(std::vector<Addressee> people) {
  JobValues values = envelope_values(people);
  const auto unfit = [&](const Addressee& one) { return !fits(one, values); };
  people.erase(std::remove_if(people.begin(), people.end(), unfit), people.end());
  for (std::size_t begin = 0; begin < people.size(); begin += kPeopleAnEnvelope) {
    const std::size_t end = std::min(begin + kPeopleAnEnvelope, people.size());
    values["dispatch_no"] = std::to_string(run_.next_number("dispatch_no", ""));
    values["person_count"] = std::to_string(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      std::vector<Finding> faults;
      const Made made = make(people[i], values);
      if (!file().write(made.values, faults)) {
        throw std::logic_error("soufusaki: a record that fitted does not fit any more");
      }
      log_.record(people[i].person, people[i].person, kReceiver);
      list_substitutes(people[i]);
      if (!glyphs_) continue;
      for (const std::size_t item : gaiji_items_) glyphs_->use(made.values[item], layout_->gaiji);
    }
  }
}

JobValues Notification::envelope_values(const std::vector<Addressee>& people) const {
  const Addressee& first = people.front();
  const Dispatch& dispatch = first.dispatch;
  const auto or_household = [](const std::string& decided, std::string_view household) {
    return decided.empty() ? std::string(household) : decided;
  };
  JobValues values;
  values["dispatch_no"] = "1";  // until the envelope is numbered and its people are counted
  values["person_count"] = "1";
  values["dispatch_postal_code"] = or_household(dispatch.postal_code, item(first.record, "address_postal_code"));
  values["dispatch_address"] = or_household(dispatch.address, address_of(first.record));
  values["dispatch_name"] = or_household(dispatch.name, item(first.record, "head_name_kanji"));
  values["print_class"] = dispatch.print_class;
  values["municipality_code"] = run_.settings().value("municipality.code").substr(0, 5);  // without its check digit
  values["processed_date"] = format_date(run_.as_of());
  return values;
}

/// 住所 and 方書 as the mapping joins them.
std::string Notification::address_of(const OwnedRecord& record) const {
  const MappingContext context{run_.settings(), format_.charset, [](std::string_view) { return std::string(); }};
  std::vector<Finding> faults;
  return mapping_.apply(record.view(), context, faults)[layout_->index("address")];
}

Substitutes Notification::substitutes_of(const Addressee& addressee) const {
  Substitutes all;
  const SubstitutionTable& table = run_.characters().substitutes();
  all.name =
      substitute_name(table, item(addressee.record, "name_kanji"), item(addressee.record, "name_kana"), certificate_);
  all.address = substitute(table, address_of(addressee.record), certificate_);
  all.result = std::max(all.name.result, all.address.result);
  return all;
}

Made Notification::make(const Addressee& addressee, JobValues job_values) {
  Made made;
  const Substitutes substitutes = substitutes_of(addressee);
  job_values["substitute_result"] = std::string(1, static_cast<char>(substitutes.result));
  job_values["substitute_name"] = substitutes.name.text;
  job_values["substitute_address"] = substitutes.address.text;
  job_values["substitute_name_positions"] = substitutes.name.positions;
  job_values["substitute_address_positions"] = substitutes.address.positions;
  const auto supply = [&](std::string_view name) {
    const auto found = job_values.find(name);
    return found == job_values.end() ? std::string() : found->second;
  };
  const MappingContext context{run_.settings(), format_.charset, supply};
  made.values = mapping_.apply(addressee.record.view(), context, made.faults);
  if (substitutes.result == SubstituteResult::impossible) {
    const bool name = substitutes.name.result == SubstituteResult::impossible;
    made.faults.push_back(finding(code::kSubstituteImpossible, addressee, name ? "name_kanji" : "address"));
    made.why_not = "代替文字が決まっていません";
  }
  settle_gaiji(made, addressee);
  check_four_items(made, addressee);
  if (made.good()) check_record(made);
  return made;
}

bool Notification::fits(const Addressee& addressee, const JobValues& job_values) {
  Made made = make(addressee, job_values);
  if (made.good()) trial_.fits(made.values, made.faults);
  if (!made.good()) {
    run_.reject(addressee.person, made.faults);
    if (!made.why_not.empty()) run_.wait(addressee.person, made.why_not);
    list_missing_substitutes(addressee);
    return false;
  }
  for (const Finding& warning : made.faults) run_.warn(addressee.person, warning);
  return true;
}

/// What staff check afterwards: each substitute that goes out, and each character that keeps somebody here.
void Notification::list_substitutes(const Addressee& addressee) {
  for (SubstitutedValue& value : substituted_values(addressee)) {
    if (value.substitution.result != SubstituteResult::unchanged) substitutions_.add(std::move(value));
  }
}

void Notification::list_missing_substitutes(const Addressee& addressee) {
  for (SubstitutedValue& value : substituted_values(addressee)) {
    if (value.substitution.result == SubstituteResult::impossible) substitutions_.add_waiting(std::move(value));
  }
}

std::vector<SubstitutedValue> Notification::substituted_values(const Addressee& addressee) const {
  Substitutes all = substitutes_of(addressee);
  const auto value = [&](std::string_view id, std::string original, Substitution& substitution) {
    return SubstitutedValue{addressee.person, &layout_->items[layout_->index(id)], std::move(original),
                            std::move(substitution)};
  };
  std::vector<SubstitutedValue> values;
  values.push_back(value("name", std::string(item(addressee.record, "name_kanji")), all.name));
  values.push_back(value("address", address_of(addressee.record), all.address));
  return values;
}

/// Two files of the run's folder, also where nothing was replaced: staff need not wonder whether a list is missing.
void Notification::write_substitutions() {
  substitutions_.sort();
  const MjTable& mj = run_.characters().mj();
  const std::uint64_t rows = substitutions_.rows();
  run_.document({"substitutions.csv", "substitutions", rows},
                [&](ByteSink& sink) { substitutions_.write_csv(sink, mj); });
  const SubstitutionList::About about{"soufusaki_" + run_.control_no(), format_date(run_.as_of()),
                                      run_.settings().value("municipality.name")};
  run_.document({"substitutions.html", "substitutions", rows},
                [&](ByteSink& sink) { substitutions_.write_html(sink, mj, about); });
}

/// 外字パターン names the glyphs of a record with 外字; without a glyph for each the person waits.
void Notification::settle_gaiji(Made& made, const Addressee& addressee) const {
  if (made.values[layout_->index("gaiji_flag")] != "1") return;
  bool drawn = glyphs_.has_value();
  for (const std::size_t item : gaiji_items_) drawn = drawn && glyphs_->draws(made.values[item], layout_->gaiji);
  if (drawn) {
    made.values[layout_->index("gaiji_pattern")] = glyph_file();
    return;
  }
  const bool in_name = made.values[layout_->index("name_gaiji_count")].find_first_not_of('0') != std::string::npos;
  made.faults.push_back(finding(code::kGaijiWithoutGlyph, addressee, in_name ? "name_kanji" : "address"));
  made.why_not += made.why_not.empty() ? "外字の字形がありません" : "、外字の字形がありません";
}

/// The glyphs of everybody's 外字 travel with the export.
void Notification::publish_glyphs() {
  if (!glyphs_ || glyphs_->used().empty()) return;
  run_.document({glyph_file(), "glyphs", glyphs_->used().size()}, [this](ByteSink& sink) { glyphs_->cut(sink); });
}

/// 情報の突合: the 4情報 must be those that cs-update last published of the same 住民票コード.
void Notification::check_four_items(Made& made, const Addressee& addressee) const {
  const std::string stored = run_.stored_by("cs-update", "honnin", addressee.person);
  if (stored.empty() && !run_.settings().path("soufusaki.honnin_state")) return;
  std::vector<std::string> published = split_values(stored);
  published.resize(std::max(published.size(), honnin_->items.size()));
  for (const SharedItem& shared : kItemsOfHonnin) {
    if (made.values[layout_->index(shared.soufusaki)] == published[honnin_->index(shared.honnin)]) continue;
    made.faults.push_back(finding(code::kFourItemsDiffer, addressee, shared.juki));
    return;
  }
}

/// What the card management system would refuse does not go out: lengths, counts, positions, codes, dates.
void Notification::check_record(Made& made) const {
  FindingList found;
  checker_.check(OwnedRecord(made.values).view(), {}, found);
  for (Finding& finding : found.findings) {
    if (finding.is_error()) made.faults.push_back(std::move(finding));
  }
}

DataFile& Notification::file() {
  if (file_ == nullptr) {
    DataFileRequest request;
    request.layout = layout_;
    request.format = format_;
    request.destination = kReceiver;
    request.receiver = "CARD";
    file_ = &run_.data_file(request);
  }
  return *file_;
}

void Soufusaki::run(JobRun& run) {
  Notification notification(run);
  if (!run.initial()) notification.publish();  // at first everyone counts as notified
  notification.write_substitutions();
}

}  // namespace

std::unique_ptr<Job> make_soufusaki() { return std::make_unique<Soufusaki>(); }

}  // namespace daicho
