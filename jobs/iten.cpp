// iten: what changed in the register, to the destinations inside the city that may see it (schemas/iten.toml).
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <utility>

#include "formats/finding_codes.hpp"
#include "jobs/access_log.hpp"
#include "jobs/destinations.hpp"
#include "jobs/iten_inputs.hpp"
#include "jobs/job.hpp"
#include "jobs/residents.hpp"
#include "jobs/seen.hpp"
#include "jobs/trial_writer.hpp"

namespace daicho {
namespace {

/// 移転区分 (change_class).
enum class Change : char { entered = '1', changed = '2', left = '3' };

/// What decides, beside the register, what a destination sees of somebody.
struct Circumstances {
  std::string_view stop_flag;  // 番号出力停止フラグ: `1`, `0`, or empty without a row of --atena
  std::uint64_t integrated = 0;
  bool suppressed = false;
  bool removed = false;
};

class Iten : public Job {
 public:
  std::string_view name() const override { return "iten"; }
  std::vector<SideFile> side_files() const override {
    return {{"atena", "団体内統合宛名 (layout atena): numbers, and 番号出力停止フラグ"},
            {"kengen", "所属利用事務権限 (layout kengen): the departments that may receive"},
            {"suppress", "people under 支援措置, CSV with addressee_no"}};
  }
  std::vector<std::string> input_settings() const override { return {"iten.cases"}; }
  void run(JobRun& run) override;
};

/// One destination while its file is being made.
class Delivery {
 public:
  Delivery(JobRun& run, const Destination& destination, const DestinationTable& table);

  /// Decides what the destination is told of somebody, and tells it. True where an 個人番号 was handed over.
  bool consider(PersonKey person, const RecordView& record, const Circumstances& about, bool belongs);
  /// A full file says who belongs even where that is nobody.
  void close() {
    if (full_) file();
  }
  const Destination& destination() const { return destination_; }

 private:
  enum class Source : std::uint8_t { change_class, record, stop_flag };
  struct Column {
    Source source = Source::record;
    std::size_t item = 0;     // of the register
    bool address = false;     // blank for people under 支援措置
    bool number = false;      // 個人番号
    bool of_removal = false;  // 異動事由, 除票区分, 住民異動日: of a removed record they tell its removal
    bool circumstance = false;  // 異動事由, 住民異動日: why something changed; alone they are no change
  };

  std::string_view value(const Column& column, const RecordView& record, const Circumstances& about) const;
  ValueHash hash(const RecordView& record, const Circumstances& about);
  /// Writes one record; false where it cannot go out, with the faults reported.
  bool tell(PersonKey person, Change change, const RecordView& record, const Circumstances& about);
  DataFile& file();

  JobRun& run_;
  const Destination& destination_;
  std::vector<Column> columns_;
  SeenPeople seen_;
  bool full_;
  FormatSpec format_;
  TrialWriter trial_;
  DataFile* file_ = nullptr;
  std::string joined_;               // of the last hash, kept for its storage
  std::vector<std::string> values_;  // of the last record, likewise
};

FormatSpec format_of(const JobRun& run, const Destination& destination) {
  FormatSpec format = destination.format;
  if (run.settings().optional_value("iten.envelope") == "control") format.envelope = Envelope::control;
  return format;
}

Delivery::Delivery(JobRun& run, const Destination& destination, const DestinationTable& table)
    : run_(run),
      destination_(destination),
      seen_(run, "seen." + destination.id),
      full_(run.initial() || run.full() || destination.always_full),
      format_(format_of(run, destination)),
      trial_(destination.layout, format_, run.characters().text_options(format_.charset)) {
  const Layout& juki = run.register_layout();
  for (const Item& item : destination.layout->items) {
    Column column;
    if (item.id == "change_class") {
      column.source = Source::change_class;
    } else if (const auto index = juki.find(item.id)) {
      column.item = *index;
    } else if (item.id == "number_output_stop_flag") {
      column.source = Source::stop_flag;
    } else {
      fail_at(destination.place, "the register has no item '" + item.id + "'");
    }
    const auto& addresses = table.address_items;
    column.address = std::find(addresses.begin(), addresses.end(), item.id) != addresses.end();
    column.number = item.id == "individual_no";
    column.circumstance = item.id == "move_reason" || item.id == "move_date";
    column.of_removal = column.circumstance || item.id == "removal_class";
    columns_.push_back(column);
  }
}

std::string_view Delivery::value(const Column& column, const RecordView& record, const Circumstances& about) const {
  if (column.source == Source::stop_flag) return about.stop_flag;
  if (column.number && about.stop_flag == "1") return {};
  if (column.address && about.suppressed) return {};
  if (column.of_removal && about.removed && !destination_.sees("removal_date")) return {};
  return record[column.item];
}

ValueHash Delivery::hash(const RecordView& record, const Circumstances& about) {
  joined_.clear();
  for (const Column& column : columns_) {
    if (column.source == Source::change_class || column.circumstance) continue;
    joined_ += value(column, record, about);
    joined_ += '\x1F';
  }
  return hash_of(joined_);
}

bool Delivery::consider(PersonKey person, const RecordView& record, const Circumstances& about, bool belongs) {
  if (about.suppressed && destination_.suppressed == SuppressedPeople::hold) return false;
  const ValueHash* seen = seen_.find(person);
  if (!belongs) {
    if (seen == nullptr) return false;
    if (!full_ && !tell(person, Change::left, record, about)) return false;
    seen_.forget(run_, person);
  } else {
    const ValueHash now = hash(record, about);
    const bool same = seen != nullptr && *seen == now;
    if (same && !full_) return false;
    const Change change = full_ || seen == nullptr ? Change::entered : Change::changed;
    if (!tell(person, change, record, about)) return false;
    if (!same) seen_.put(run_, person, now);
  }
  if (full_ && !belongs) return false;  // nothing was written: the full file is without him
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const Column& column) { return column.number && !value(column, record, about).empty(); });
}

/// The faults of a record that a destination's charset or pictures cannot hold hold the person back from this
/// destination alone: what it has seen stays, so the next run tries again. The others get theirs.
bool Delivery::tell(PersonKey person, Change change, const RecordView& record, const Circumstances& about) {
  values_.resize(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].source == Source::change_class) {
      values_[i].assign(1, static_cast<char>(change));
    } else {
      values_[i] = value(columns_[i], record, about);
    }
  }
  std::vector<Finding> faults;
  if (!full_ && file_ == nullptr) trial_.fits(values_, faults);  // a file of differences is there for somebody
  if (faults.empty() && file().write(values_, faults)) return true;
  for (Finding& fault : faults) {
    fault.args.emplace_back("destination", destination_.name);
    run_.warn(person, fault);
  }
  return false;
}

DataFile& Delivery::file() {
  if (file_ == nullptr) {
    DataFileRequest request;
    request.layout = destination_.layout;
    request.format = format_;
    request.extent = full_ ? Extent::full : Extent::difference;
    request.destination = destination_.name;
    request.receiver = destination_.department_code;
    file_ = &run_.data_file(request);
  }
  return *file_;
}

std::vector<const SideFile*> pointers_to(const std::vector<std::unique_ptr<SideFile>>& cases) {
  std::vector<const SideFile*> pointers;
  pointers.reserve(cases.size());
  for (const auto& list : cases) pointers.push_back(list.get());
  return pointers;
}

void warn_of_unknown_cases(JobRun& run, const Residents& residents, const SideFile& cases) {
  for (const SideRow* row : residents.unknown_cases(cases)) {
    Finding finding;
    finding.code = code::kCaseNotInRegister;
    finding.file = std::filesystem::path(cases.name).filename().string();  // published: no folder of this machine
    finding.line = row->line;
    finding.args = {
        {"number", fmt::format("{:015}", row->key)}, {"file", finding.file}, {"line", std::to_string(row->line)}};
    run.warn(cases.key == "addressee_no" ? row->key : 0, finding);
  }
}

void Iten::run(JobRun& run) {
  const DestinationTable table = load_destinations(run.catalog());
  const ItenInputs inputs = ItenInputs::read(run, table.destinations);
  AccessLog log(run);

  // Who belongs to whom needs whole households, so the register is walked twice.
  Residents residents(table.destinations, pointers_to(inputs.cases), run.register_layout(), run.as_of());
  const auto add = [&](PersonKey person, const RecordView& record) { residents.add(person, record); };
  run.for_each_person(add);
  run.for_each_kept(add);  // behind the others: they count for their household, and are not told of themselves
  residents.settle();
  for (const auto& cases : inputs.cases) {
    if (cases) warn_of_unknown_cases(run, residents, *cases);
  }

  std::vector<Delivery> deliveries;
  deliveries.reserve(table.destinations.size());
  for (const Destination& destination : table.destinations) deliveries.emplace_back(run, destination, table);
  std::size_t ordinal = 0;
  run.for_each_person([&](PersonKey person, const RecordView& record) {
    if (ordinal >= residents.size() || residents.person(ordinal) != person) {
      throw std::logic_error("iten: the register changed between two walks");
    }
    const Addressees::Entry* entry = inputs.addressees.find(person);
    Circumstances about;
    about.stop_flag = entry == nullptr ? "" : entry->number_stopped ? "1" : "0";
    about.integrated = entry == nullptr ? person : entry->integrated;
    about.suppressed = inputs.suppressed.find(person) != nullptr;
    about.removed = residents.removed(ordinal);
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
      if (deliveries[i].consider(person, record, about, residents.belongs(ordinal, i))) {
        log.record(person, about.integrated, deliveries[i].destination().name);
      }
    }
    ++ordinal;
  });
  for (Delivery& delivery : deliveries) delivery.close();
}

}  // namespace

std::unique_ptr<Job> make_iten() { return std::make_unique<Iten>(); }

}  // namespace daicho
