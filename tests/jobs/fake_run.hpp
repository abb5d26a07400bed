// A run in memory: what a job sees and does, without files, database or snapshots.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "converters/charset.hpp"
#include "formats/finding_codes.hpp"
#include "formats/value_check.hpp"
#include "jobs/job.hpp"

namespace daicho::fake {

/// The project's own schemas.
inline const Catalog& catalog() {
  static const Catalog all = [] {
    ::setenv("DAICHO_SCHEMAS", DAICHO_SOURCE_DIR "/schemas", 1);
    return Catalog();
  }();
  return all;
}

/// A folder that goes with its owner.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "daicho-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    const auto path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Checks values as a writer does, and keeps them.
class File : public DataFile {
 public:
  explicit File(DataFileRequest request) : request_(std::move(request)) {}

  bool write(const std::vector<std::string>& values, std::vector<Finding>& faults) override {
    if (!fits(values, faults)) return false;
    records.push_back(values);
    return true;
  }

  bool fits(const std::vector<std::string>& values, std::vector<Finding>& faults) override {
    const std::size_t before = faults.size();
    if (values.size() != request_.layout->items.size()) throw std::logic_error("one value for each item");
    for (std::size_t i = 0; i < values.size(); ++i) {
      std::string bytes;
      if (const auto wrong = check_value(request_.layout->items[i], values[i])) {
        faults.push_back(fault(wrong->code, i));
      } else if (encode(request_.format.charset, values[i], bytes).error != TextError::none) {
        faults.push_back(fault(code::kUnmappable, i));
      }
    }
    return faults.size() == before;
  }

  /// A value by item.
  const std::string& at(std::size_t record, std::string_view id) const {
    return records.at(record).at(request_.layout->index(id));
  }
  /// One item of every record.
  std::vector<std::string> column(std::string_view id) const {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < records.size(); ++i) values.push_back(at(i, id));
    return values;
  }
  const DataFileRequest& request() const { return request_; }

  std::vector<std::vector<std::string>> records;

 private:
  Finding fault(FindingCode code, std::size_t item) const {
    Finding finding;
    finding.code = code;
    finding.layout = request_.layout.get();
    finding.item = item;
    return finding;
  }

  DataFileRequest request_;
};

/// What outlives a run: the register as last published, numbers and stored values.
struct State {
  std::map<PersonKey, OwnedRecord> published;
  std::map<std::string, std::uint64_t> numbers;
  std::map<std::string, std::map<PersonKey, std::string>> stored;
  std::map<std::string, std::map<PersonKey, std::string>> stored_by;  // "job/store"
  bool fresh = true;                                                  // nothing was published yet
};

/// One run of one job over a register.
class Run : public JobRun {
 public:
  Run(State& state, const Catalog& catalog, const Settings& settings, std::string as_of)
      : state_(state),
        catalog_(catalog),
        settings_(settings),
        characters_(catalog, settings.character_files()),
        juki_(catalog.layout("juki")),
        as_of_(parse_date(as_of).date),
        clock_(as_of + "000000000"),
        control_no_(as_of + "000000_001"),
        initial_(state.fresh) {}

  /// Adds somebody to the register, by the values of its items.
  void add(const std::vector<std::string>& values) {
    const PersonKey person = person_key(values[juki_->index("addressee_no")]);
    people_.emplace_back(person, OwnedRecord(values));
  }

  /// Holds somebody back by a check: the register's record does not count, what was published does.
  void keep(const std::vector<std::string>& values) {
    kept_.emplace_back(person_key(values[juki_->index("addressee_no")]), OwnedRecord(values));
  }

  /// Runs and publishes: the state moves on but for those held back.
  void publish(Job& job) {
    job.accept(initial_, full_);
    job.run(*this);
    for (const auto& [person, record] : people_) {
      if (rejects.count(person) == 0 && waiting.count(person) == 0) state_.published[person] = record;
    }
    for (const auto& [store, values] : pending_) {
      for (const auto& [person, value] : values) {
        if (value) {
          state_.stored[store][person] = *value;
        } else {
          state_.stored[store].erase(person);
        }
      }
    }
    state_.numbers = numbers_;
    state_.fresh = false;
  }

  const Catalog& catalog() const override { return catalog_; }
  const Settings& settings() const override { return settings_; }
  const CharacterTables& characters() const override { return characters_; }
  const Layout& register_layout() const override { return *juki_; }
  PartialDate as_of() const override { return as_of_; }
  const std::string& clock() const override { return clock_; }
  const std::string& control_no() const override { return control_no_; }
  bool initial() const override { return initial_; }
  bool full() const override { return full_; }

  void for_each_change(const std::function<void(const PersonChange&)>& visit) override {
    std::map<PersonKey, const OwnedRecord*> ordered;
    for (const auto& [person, record] : people_) ordered[person] = &record;
    for (const auto& [person, record] : ordered) {
      PersonChange change{person, *record, std::nullopt};
      if (const auto found = state_.published.find(person); found != state_.published.end()) {
        if (same(found->second, *record)) continue;
        change.previous = found->second;
      }
      visit(change);
    }
  }
  void for_each_person(const std::function<void(PersonKey, const RecordView&)>& visit) override {
    for (const auto& [person, record] : people_) visit(person, record.view());
  }
  void for_each_kept(const std::function<void(PersonKey, const RecordView&)>& visit) override {
    for (const auto& [person, record] : kept_) visit(person, record.view());
  }
  std::uint64_t next_number(std::string_view series, std::string_view key) override {
    return ++numbers_[std::string(series) + "/" + std::string(key)];
  }
  std::string stored(std::string_view store, PersonKey person) override {
    const auto found = pending_[std::string(store)].find(person);
    if (found != pending_[std::string(store)].end()) return found->second.value_or("");
    return kept(state_.stored, std::string(store), person);
  }
  void put(std::string_view store, PersonKey person, std::string_view value) override {
    pending_[std::string(store)][person] = std::string(value);
  }
  void forget(std::string_view store, PersonKey person) override { pending_[std::string(store)][person].reset(); }
  void for_each_stored(std::string_view store, const std::function<void(PersonKey, std::string_view)>& visit) override {
    for (const auto& [person, value] : state_.stored[std::string(store)]) visit(person, value);
  }
  DataFile& data_file(const DataFileRequest& request) override {
    if (files.count(request.layout->id) != 0) throw std::logic_error("the same layout twice: " + request.layout->id);
    return *(files[request.layout->id] = std::make_unique<File>(request));
  }
  void document(const RunDocument& about, const std::function<void(ByteSink&)>& write) override {
    const auto [document, added] = documents.try_emplace(about.name, Document{about, {}});
    if (!added) throw std::logic_error("the same document twice: " + about.name);
    const auto sink = memory_sink(document->second.text);
    write(*sink);
  }
  void reject(PersonKey person, const std::vector<Finding>& findings) override {
    for (const Finding& finding : findings) rejects[person].push_back(finding);
  }
  void wait(PersonKey person, std::string_view reason) override { waiting[person] = std::string(reason); }
  void warn(PersonKey person, const Finding& finding) override { warnings.emplace_back(person, finding); }
  std::optional<std::string> side_file(std::string_view option) const override {
    const auto found = side_files.find(option);
    if (found == side_files.end()) return std::nullopt;
    return found->second;
  }
  std::string stored_by(std::string_view job, std::string_view store, PersonKey person) override {
    return kept(state_.stored_by, std::string(job) + "/" + std::string(store), person);
  }

  void set_full() { full_ = true; }
  /// The file of a layout; fails where the job made none.
  const File& file(const std::string& layout) const { return *files.at(layout); }

  std::map<std::string, std::string, std::less<>> side_files;
  std::map<std::string, std::unique_ptr<File>> files;
  struct Document {
    RunDocument about;
    std::string text;
  };
  std::map<std::string, Document> documents;
  std::map<PersonKey, std::vector<Finding>> rejects;
  std::map<PersonKey, std::string> waiting;
  std::vector<std::pair<PersonKey, Finding>> warnings;

 private:
  static bool same(const OwnedRecord& a, const OwnedRecord& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }
  static std::string kept(const std::map<std::string, std::map<PersonKey, std::string>>& all, const std::string& store,
                          PersonKey person) {
    const auto values = all.find(store);
    if (values == all.end()) return {};
    const auto value = values->second.find(person);
    return value == values->second.end() ? std::string() : value->second;
  }

  State& state_;
  const Catalog& catalog_;
  const Settings& settings_;
  CharacterTables characters_;
  std::shared_ptr<const Layout> juki_;
  PartialDate as_of_;
  std::string clock_;
  std::string control_no_;
  bool initial_;
  bool full_ = false;
  std::vector<std::pair<PersonKey, OwnedRecord>> people_;
  std::vector<std::pair<PersonKey, OwnedRecord>> kept_;
  std::map<std::string, std::map<PersonKey, std::optional<std::string>>> pending_;
  std::map<std::string, std::uint64_t> numbers_ = state_.numbers;
};

/// A register record in the making: a valid living resident, whose items a test changes by id.
class Resident {
 public:
  Resident(const Layout& juki, const std::string& addressee_no) : juki_(&juki), values_(juki.items.size()) {
    set("household_no", "000000000000027")
        .set("head_name_kana", "コガネイ　タロウ")
        .set("head_name_kanji", "小金井　太郎");
    set("address_postal_code", "1840004")
        .set("address_municipality_code", "132101")
        .set("address_town_code", "0004006");
    set("address", "東京都小金井市本町六丁目６番３号").set("address_building", "本町荘１０１号");
    set("move_reason", "13").set("addressee_no", addressee_no).set("removal_class", "0").set("move_date", "20260401");
    set("move_notified_date", "20260402").set("settled_date", "20260401").set("settled_reason", "13");
    set("name_kana", "コガネイ　ハナコ").set("name_kanji", "小金井　花子").set("sex_code", "2");
    set("birth_date", "419900401").set("relationship_code", "20000000").set("juminhyo_code", "12345678903");
    set("individual_no", "123456789018");
  }
  Resident& set(std::string_view id, std::string value) {
    values_[juki_->index(id)] = std::move(value);
    return *this;
  }
  operator const std::vector<std::string>&() const { return values_; }  // NOLINT: a resident is his values

 private:
  const Layout* juki_;
  std::vector<std::string> values_;
};

}  // namespace daicho::fake
