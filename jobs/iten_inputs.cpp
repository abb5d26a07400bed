#include "jobs/iten_inputs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "formats/byte_source.hpp"
#include "formats/error.hpp"
#include "formats/reader.hpp"

namespace daicho {
namespace {

/// Refuses a side file at its first error. Names the place and the code, never a value.
class RefusingSink : public FindingSink {
 public:
  explicit RefusingSink(const std::string& path) : path_(path) {}
  void add(Finding finding) override {
    if (!finding.is_error()) return;
    std::string where = path_;
    if (finding.record != 0) where += fmt::format(": record {}", finding.record);
    if (finding.layout && finding.item != kNoItem) {
      const Item& item = finding.layout->items[finding.item];
      where += fmt::format(": item {} {}", item.no, item.name);
    }
    throw UsageError(fmt::format("{}: {}; `daicho explain {}` says more", where, finding.code.code, finding.code.code));
  }

 private:
  const std::string& path_;
};

/// Reads with the municipality's tables of characters, as the register is read.
void read_layout_file(const Layout& layout, const std::string& path, const CharacterTables& characters,
                      const std::function<void(const RecordView&)>& visit) {
  const auto source = open_source(path);
  const Detection detection = detect_format(layout, *source);
  if (!detection.format) throw UsageError(fmt::format("{}: {}", path, detection.reason));
  RefusingSink refuse(path);
  const auto reader =
      make_reader(layout, *detection.format, *source, refuse, characters.text_options(detection.format->charset));
  RecordBlock block(layout.items.size());
  while (reader->read(block)) {
    for (std::size_t i = 0; i < block.size(); ++i) visit(block[i]);
  }
}

/// A required number of a record, 1 to 15 digits.
PersonKey number_in(const Layout& layout, const RecordView& record, std::string_view id, const std::string& path) {
  const std::string_view text = record[layout.index(id)];
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  const PersonKey number = digits ? person_key(text) : 0;
  if (number == 0) {
    const Item& item = layout.items[layout.index(id)];
    throw UsageError(
        fmt::format("{}: record {}: item {} {} is missing", path, record.position().number, item.no, item.name));
  }
  return number;
}

std::unique_ptr<SideFile> read_cases(const JobRun& run, const Destination& destination) {
  if (!destination.needs_cases()) return nullptr;
  const auto folder = run.settings().path("iten.cases");
  if (!folder) {
    throw UsageError(fmt::format("destination {} needs a case list, and {} has no `cases` under [iten]", destination.id,
                                 run.settings().file().string()));
  }
  const std::filesystem::path path = *folder / (destination.id + ".csv");
  if (!std::filesystem::exists(path)) {
    throw UsageError(
        fmt::format("destination {} needs its case list {}: there is none", destination.id, path.string()));
  }
  return std::make_unique<SideFile>(read_side_file(path.string(), {{"addressee_no", "household_no"}, {}, {}}));
}

void refuse_unlisted(const std::set<std::string>& departments, const std::vector<Destination>& destinations,
                     const std::string& path) {
  for (const Destination& destination : destinations) {
    if (departments.count(destination.department_code) != 0) continue;
    throw RefusedError(fmt::format("destination {}: {} does not list its department {} ({})", destination.id, path,
                                   destination.department_code, destination.department));
  }
}

/// A side file that holds something back, and what a run without it would hand over.
struct Safeguard {
  const char* option;
  const char* forgotten;
  const char* lifted;
};
constexpr Safeguard kSafeguards[] = {
    {"suppress", "the addresses of people under 支援措置", "a list with only its header line lifts every suppression"},
    {"atena", "numbers under 番号出力停止", "a CSV with only its header line lifts every stop"},
};
constexpr PersonKey kNobody = 0;

/// Once a published run was given a safeguard, every later one must be. Which run it was first is kept in the state,
/// under `given.<option>` of nobody.
void refuse_forgotten(JobRun& run) {
  for (const Safeguard& safeguard : kSafeguards) {
    const std::string store = fmt::format("given.{}", safeguard.option);
    const std::string first = run.stored(store, kNobody);
    if (run.side_file(safeguard.option)) {
      if (first.empty()) run.put(store, kNobody, run.control_no());
    } else if (!first.empty()) {
      throw RefusedError(
          fmt::format("--{} was given to the run {} and is missing now: {} would be handed over; give the file again "
                      "({})",
                      safeguard.option, first, safeguard.forgotten, safeguard.lifted));
    }
  }
}

}  // namespace

Addressees Addressees::load(const Catalog& catalog, const CharacterTables& characters, const std::string& path) {
  const auto layout = catalog.layout("atena");
  const std::size_t deleted = layout->index("deleted_flag");
  const std::size_t stop = layout->index("number_output_stop_flag");
  Addressees all;
  read_layout_file(*layout, path, characters, [&](const RecordView& record) {
    if (record[deleted] == "1") return;
    all.entries_.push_back({number_in(*layout, record, "addressee_no", path),
                            number_in(*layout, record, "integrated_addressee_no", path), record[stop] == "1"});
  });
  std::stable_sort(all.entries_.begin(), all.entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.person < b.person; });
  std::vector<Entry> merged;  // a person has a row for each affair
  for (const Entry& entry : all.entries_) {
    if (merged.empty() || merged.back().person != entry.person) {
      merged.push_back(entry);
      continue;
    }
    if (merged.back().integrated != entry.integrated) {
      throw UsageError(fmt::format("{}: 宛名番号 {} has two 団体内統合宛名番号", path, entry.person));
    }
    merged.back().number_stopped = merged.back().number_stopped || entry.number_stopped;
  }
  all.entries_ = std::move(merged);
  return all;
}

const Addressees::Entry* Addressees::find(PersonKey person) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), person,
                                      [](const Entry& entry, PersonKey wanted) { return entry.person < wanted; });
  return found == entries_.end() || found->person != person ? nullptr : &*found;
}

std::set<std::string> load_departments(const Catalog& catalog, const CharacterTables& characters,
                                       const std::string& path) {
  const auto layout = catalog.layout("kengen");
  const std::size_t code = layout->index("department_code");
  std::set<std::string> departments;
  read_layout_file(*layout, path, characters, [&](const RecordView& record) { departments.emplace(record[code]); });
  return departments;
}

ItenInputs ItenInputs::read(JobRun& run, const std::vector<Destination>& destinations) {
  refuse_forgotten(run);
  ItenInputs inputs;
  if (const auto path = run.side_file("kengen")) {
    refuse_unlisted(load_departments(run.catalog(), run.characters(), *path), destinations, *path);
  }
  if (const auto path = run.side_file("atena"))
    inputs.addressees = Addressees::load(run.catalog(), run.characters(), *path);
  if (const auto path = run.side_file("suppress")) {
    inputs.suppressed = read_side_file(*path, {{"addressee_no"}, {}, {}});
  }
  for (const Destination& destination : destinations) inputs.cases.push_back(read_cases(run, destination));
  return inputs;
}

}  // namespace daicho
