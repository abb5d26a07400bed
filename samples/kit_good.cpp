#include "samples/kit_good.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "converters/date.hpp"
#include "formats/csv_columns.hpp"
#include "formats/rejects.hpp"
#include "formats/value_check.hpp"
#include "samples/related_items.hpp"
#include "samples/sample_repertoire.hpp"

namespace daicho {
namespace {

constexpr const char* kTrialFormat = "fixed:utf-8";  // holds every character

/// What changes with a value.
enum class Together : std::uint8_t {
  alone,     ///< nothing
  echoed,    ///< other items that had the same text: a head's name stands in every record of the household
  levelled,  ///< every date of the record, to the day that is tried
};

/// A value with the record in which it was found right.
struct Placed {
  KitValue value;
  std::size_t choice = 0;
  std::size_t scene = 0;
  Together together = Together::alone;
};

/// A record of a file, with what it is for; companions are for nothing.
struct Shown {
  KitRecord record;
  const Placed* placed = nullptr;
  std::size_t household = 0;  ///< records of one number belong together
};

/// Finds for each value a record that is right with it.
class Placing {
 public:
  Placing(const KitTrial& trial, const std::vector<KitScene>& scenes)
      : trial_(trial),
        scenes_(scenes),
        related_(trial.layout(), trial.tables().substitutes(), TargetRepertoire::certificate(Charset::utf8, {})) {}

  std::vector<Placed> place(const std::vector<KitValue>& values, std::vector<KitLeftOut>& left_out) {
    for (const KitValue& value : values) pending_.push_back({value});
    std::size_t most_choices = 0;
    for (const KitValue& value : values) most_choices = std::max(most_choices, value.choices.size());
    for (std::size_t choice = 0; choice < most_choices; ++choice) {
      for (const Together together : {Together::alone, Together::echoed, Together::levelled}) {
        for (std::size_t scene = 0; scene < scenes_.size() && !pending_.empty(); ++scene) {
          try_all(choice, scene, together);
        }
      }
    }
    for (const Placed& placed : pending_) {
      const Item& item = trial_.layout().items[placed.value.item];
      const auto why = reasons_.find(key_of(placed));
      left_out.push_back({item.id, std::string(kit_purpose_name(placed.value.purpose)), placed.value.choices.front(),
                          why == reasons_.end() ? "代替文字が無い" : why->second});
    }
    const auto by_item = [](const Placed& a, const Placed& b) { return a.value.item < b.value.item; };
    std::stable_sort(placed_.begin(), placed_.end(), by_item);
    return std::move(placed_);
  }

  /// The records of a placed value; empty where a text has no 代替文字.
  std::vector<Shown> records(const Placed& placed, KitNumbers& numbers) const {
    const KitScene& scene = scenes_[placed.scene];
    std::vector<KitRecord> records = numbers.renumbered(scene.records);
    const std::string& value = placed.value.choices[placed.choice];
    const std::string before = records[scene.target][placed.value.item];
    if (placed.together == Together::echoed) echo(records, placed.value.item, before, value);
    if (placed.together == Together::levelled) {
      const std::string day = last_day(trial_.layout().items[placed.value.item].kind, value);
      if (!day.empty()) set_all_days(trial_.layout(), records[scene.target], day);
    }
    records[scene.target][placed.value.item] = value;
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (!related_.fill(records[i])) return {};
      shown.push_back({std::move(records[i]), i == scene.target ? &placed : nullptr, 0});
    }
    return shown;
  }

 private:
  static std::pair<std::size_t, std::string> key_of(const Placed& placed) {
    return {placed.value.item, placed.value.choices.front()};
  }

  /// The day of a date as YYYYMMDD, of an unknown one the last that it may mean; empty where there is none.
  static std::string last_day(Kind kind, const std::string& value) {
    const ParsedDate parsed = kind == Kind::date       ? parse_date(value)
                              : kind == Kind::era_date ? parse_era_date(value)
                                                       : parse_era_gregorian_date(value);
    if (parsed.fault != DateFault::none || parsed.date.year == 0) return {};
    return day_text(interval_of(parsed.date).last);
  }

  /// Items that hold the same text as the one that changes: a head's name stands in every record of the household.
  void echo(std::vector<KitRecord>& records, std::size_t changed, const std::string& before,
            const std::string& value) const {
    const Layout& layout = trial_.layout();
    const Item& item = layout.items[changed];
    if (before.empty() || item.codes || item.kind == Kind::flag) return;
    for (KitRecord& record : records) {
      for (std::size_t other = 0; other < record.size(); ++other) {
        const bool same = layout.items[other].kind == item.kind && record[other] == before;
        if (same && !check_value(layout.items[other], value)) record[other] = value;
      }
    }
  }

  /// Tries every pending value that has such a choice in one scene, all in one file.
  void try_all(std::size_t choice, std::size_t scene, Together together) {
    KitNumbers numbers(trial_.layout());
    std::vector<KitRecord> records;
    std::vector<std::size_t> owner;  // of each record: an index into pending_
    std::vector<bool> right(pending_.size());
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      Placed& placed = pending_[i];
      const bool date = placed.value.purpose == KitPurpose::date || placed.value.purpose == KitPurpose::unknown_date;
      if (choice >= placed.value.choices.size() || (together == Together::levelled && !date)) continue;
      placed.choice = choice;
      placed.scene = scene;
      placed.together = together;
      for (Shown& shown : this->records(placed, numbers)) {
        records.push_back(std::move(shown.record));
        owner.push_back(i);
        right[i] = true;
      }
    }
    if (records.empty()) return;
    mark_wrong(records, owner, right);
    std::vector<Placed> still;
    for (std::size_t i = 0; i < pending_.size(); ++i) (right[i] ? placed_ : still).push_back(std::move(pending_[i]));
    pending_ = std::move(still);
  }

  void mark_wrong(const std::vector<KitRecord>& records, const std::vector<std::size_t>& owner,
                  std::vector<bool>& right) {
    KitFile file;
    file.format = kTrialFormat;
    std::vector<std::size_t> refused;
    const std::string bytes = trial_.bytes(records, *parse_format_spec(kTrialFormat), refused);
    for (const std::size_t record : refused) {
      right[owner[record]] = false;
      reasons_.emplace(key_of(pending_[owner[record]]), "桁数・種類");
    }
    std::vector<std::size_t> written;
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (std::find(refused.begin(), refused.end(), i) == refused.end()) written.push_back(owner[i]);
    }
    for (const KitFinding& finding : trial_.findings(file, bytes)) {
      if (finding.record == 0 || finding.record > written.size()) continue;
      const std::size_t of = written[finding.record - 1];
      right[of] = false;
      reasons_.emplace(key_of(pending_[of]), finding.code);
    }
  }

  const KitTrial& trial_;
  const std::vector<KitScene>& scenes_;
  const RelatedItems related_;
  std::vector<Placed> pending_;
  std::vector<Placed> placed_;
  std::map<std::pair<std::size_t, std::string>, std::string> reasons_;  // the first scene's finding
};

/// A file of good records, the same in each format but for what a charset lacks.
struct Group {
  std::string name;
  std::string purpose;
  std::set<KitPurpose> purposes;
  bool ascii = false;  ///< half-width values only: in one format of each way in which such values look
  int number = 1;      ///< of its file, where one does not hold them all
};

const std::vector<Group>& groups() {
  using P = KitPurpose;
  static const std::vector<Group> all = {
      {"lengths", "各項目の最短・最長・空白", {P::shortest, P::longest, P::blank}},
      {"codes", "コード表の各値", {P::code}, true},
      {"dates", "元号と閏年の境目の日付、不詳の日付", {P::date, P::unknown_date}, true},
      {"characters", "問題になりやすい文字", {P::character}},
  };
  return all;
}

/// Writes the groups in one format.
class GoodFiles {
 public:
  GoodFiles(const KitTrial& trial, const KitFormat& format, KitContents& contents)
      : trial_(trial),
        format_(format),
        contents_(contents),
        repertoire_(format.spec.charset, trial.tables().text_options(format.spec.charset)) {
    cases_ = "\xEF\xBB\xBFファイル,レコード,項目番号,項目ID,項目名,ねらい,説明,値\r\n";
  }

  void add(const Group& group, const std::vector<Shown>& records) {
    std::vector<const Shown*> kept;
    for (const Shown& shown : records) {
      if (holds(shown.record)) kept.push_back(&shown);
    }
    const std::string path = path_of(group.name);
    std::vector<KitRecord> values;
    values.reserve(kept.size());
    for (const Shown* shown : kept) values.push_back(shown->record);
    if (values.empty() || !write(path, group.purpose, values, format_.spec)) return;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (kept[i]->placed != nullptr) note(path, i + 1, *kept[i]->placed, kept[i]->record);
    }
  }

  /// Files that are about the frame, not about values.
  void add_frames(const std::vector<KitRecord>& plain) {
    FormatSpec enveloped = format_.spec;
    enveloped.envelope = Envelope::control;
    write(path_of("plain"), "ふつうのレコード", plain, format_.spec);
    if (format_.spec.kind == FileKind::csv) write(path_of("empty"), "レコードが0件のファイル", {}, format_.spec);
    write(path_of("envelope"), "コントロールレコード (1・8・9) の付いたファイル", plain, enveloped);
    write(path_of("envelope-empty"), "コントロールレコードだけで、レコードが0件のファイル", {}, enveloped);
  }

  void finish() { contents_.files.push_back({"good/" + format_.folder + "/cases.csv", std::move(cases_)}); }

 private:
  std::string path_of(const std::string& name) const {
    return "good/" + format_.folder + "/" + name + format_.extension;
  }

  bool holds(const KitRecord& record) const {
    return std::all_of(record.begin(), record.end(), [&](const std::string& text) { return repertoire_.holds(text); });
  }

  bool write(const std::string& path, const std::string& purpose, const std::vector<KitRecord>& records,
             const FormatSpec& format) {
    std::vector<std::size_t> refused;
    std::string bytes = trial_.bytes(records, format, refused);
    KitFile file;
    file.path = path;
    file.purpose = purpose;
    file.format = to_string(format);
    file.findings = trial_.findings(file, bytes);
    if (!refused.empty() || !file.findings.empty()) {
      const std::string why = file.findings.empty() ? "書けない" : finding_words(file.findings.front());
      contents_.manifest.left_out.push_back({"", path, "", why});
      return false;
    }
    contents_.manifest.good.push_back(std::move(file));
    contents_.files.push_back({path, std::move(bytes)});
    return true;
  }

  void note(const std::string& path, std::size_t record, const Placed& placed, const KitRecord& values) {
    const Item& item = trial_.layout().items[placed.value.item];
    cases_ += fmt::format("{},{},{},{},{},{},{},{}\r\n", path.substr(path.rfind('/') + 1), record, item.no, item.id,
                          csv_quoted(item.name), kit_purpose_name(placed.value.purpose), csv_quoted(placed.value.about),
                          csv_quoted(values[placed.value.item]));
  }

  const KitTrial& trial_;
  const KitFormat& format_;
  KitContents& contents_;
  const SampleRepertoire repertoire_;
  std::string cases_;
};

/// Takes those out of `records` that are wrong only beside the others (one 個人番号 in two cases), with whoever
/// belongs to them, and answers them.
std::vector<Shown> take_apart(const KitTrial& trial, std::vector<Shown>& records) {
  std::vector<Shown> apart;
  for (;;) {
    std::vector<KitRecord> values;
    values.reserve(records.size());
    for (const Shown& shown : records) values.push_back(shown.record);
    KitFile file;
    file.format = kTrialFormat;
    std::vector<std::size_t> refused;
    const std::string bytes = trial.bytes(values, *parse_format_spec(kTrialFormat), refused);
    std::set<std::size_t> wrong;
    for (const KitFinding& finding : trial.findings(file, bytes)) {
      if (finding.record != 0) wrong.insert(records[finding.record - 1].household);
    }
    if (wrong.empty()) return apart;
    std::vector<Shown> kept;
    for (Shown& shown : records) (wrong.count(shown.household) != 0 ? apart : kept).push_back(std::move(shown));
    records = std::move(kept);
  }
}

std::vector<KitRecord> plain_records(const KitTrial& trial, const std::vector<KitScene>& scenes) {
  constexpr std::size_t most = 12;
  KitNumbers numbers(trial.layout());
  std::vector<Shown> records;
  for (std::size_t scene = 0; scene < std::min(scenes.size(), most); ++scene) {
    for (KitRecord& record : numbers.renumbered(scenes[scene].records)) {
      records.push_back({std::move(record), nullptr, scene});
    }
  }
  take_apart(trial, records);
  std::vector<KitRecord> plain;
  plain.reserve(records.size());
  for (Shown& shown : records) plain.push_back(std::move(shown.record));
  return plain;
}

/// Every record of a group, as one file or, where some do not stand beside others, as several.
std::vector<std::vector<Shown>> parts_of(const Group& group, const KitTrial& trial, const Placing& placing,
                                         const std::vector<Placed>& placed) {
  KitNumbers numbers(trial.layout());
  std::vector<Shown> records;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (group.purposes.count(placed[i].value.purpose) == 0) continue;
    for (Shown& record : placing.records(placed[i], numbers)) {
      record.household = i;
      records.push_back(std::move(record));
    }
  }
  std::vector<std::vector<Shown>> parts;
  while (!records.empty()) {
    std::vector<Shown> apart = take_apart(trial, records);
    if (records.empty()) return parts;  // each was right by itself, so this does not happen to one alone
    parts.push_back(std::move(records));
    records = std::move(apart);
  }
  return parts;
}

}  // namespace

const std::vector<KitFormat>& kit_formats() {
  static const std::vector<KitFormat> all = [] {
    std::vector<KitFormat> formats;
    const auto add = [&](const char* folder, const char* spec, bool every_group) {
      formats.push_back({folder, *parse_format_spec(spec), folder[0] == 'c' ? ".csv" : ".dat", every_group});
    };
    add("fixed-cp932", "fixed:cp932", true);
    add("fixed-utf-8", "fixed:utf-8", false);
    add("fixed-utf-16be", "fixed:utf-16be", true);
    add("csv-utf-8", "csv:utf-8", true);
    add("csv-cp932", "csv:cp932", false);
    return formats;
  }();
  return all;
}

void add_good_files(const KitTrial& trial, const std::vector<KitScene>& scenes, KitContents& contents) {
  Placing placing(trial, scenes);
  const std::vector<Placed> placed = placing.place(kit_values(trial.layout()), contents.manifest.left_out);
  std::vector<std::pair<Group, std::vector<Shown>>> parts;
  for (const Group& group : groups()) {
    Group part = group;
    for (std::vector<Shown>& records : parts_of(group, trial, placing, placed)) {
      parts.emplace_back(part, std::move(records));
      part.name = fmt::format("{}-{}", group.name, ++part.number);
    }
  }
  const std::vector<KitRecord> plain = plain_records(trial, scenes);
  for (const KitFormat& format : kit_formats()) {
    GoodFiles files(trial, format, contents);
    files.add_frames(plain);
    for (const auto& [group, records] : parts) {
      if (format.every_group || !group.ascii) files.add(group, records);
    }
    files.finish();
  }
}

}  // namespace daicho
