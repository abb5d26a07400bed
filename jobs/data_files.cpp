#include "jobs/data_files.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "formats/writer.hpp"
#include "jobs/trial_writer.hpp"

namespace daicho {
namespace {

const char* extension(FileKind kind) {
  switch (kind) {
    case FileKind::fixed:
      return "dat";
    case FileKind::csv:
      return "csv";
    case FileKind::jsonl:
      break;
  }
  return "jsonl";
}

std::string file_name(const DataFileRequest& request, const DataFileFrame& frame) {
  return fmt::format("{}_{}_{}_{}_{:03}.{}", request.layout->id, frame.municipality, static_cast<char>(request.extent),
                     frame.clock.substr(0, 14), frame.serial, extension(request.format.kind));
}

EnvelopeHeader envelope_of(const DataFileRequest& request, const DataFileFrame& frame) {
  EnvelopeHeader header;
  header.from = frame.municipality;
  header.to = request.receiver;
  header.made = frame.clock.substr(0, 14);
  header.extent = request.extent == Extent::full ? "1" : "2";
  header.base_date = frame.as_of;
  header.serial = fmt::format("{:06}", frame.serial);
  return header;
}

}  // namespace

class DataFiles::Open : public DataFile {
 public:
  Open(DataFiles& files, std::string name, const DataFileRequest& request)
      : people_of_run_(files.people_),
        name_(std::move(name)),
        request_(request),
        block_(request.layout->items.size()),
        sink_(files.publisher_.open(name_)),
        writer_(
            make_writer(*request_.layout, request_.format, *sink_, found_,
                        {envelope_of(request, files.frame_), {}, files.frame_.text_options(request.format.charset)})),
        trial_(request_.layout, request_.format, files.frame_.text_options(request.format.charset)) {
    const Layout& layout = *request_.layout;
    for (const char* id : {"addressee_no", "individual_no", "juminhyo_code"}) {
      if (const auto item = layout.find(id)) person_items_.push_back(*item);
    }
    for (std::size_t item = 0; item < layout.items.size(); ++item) {
      if (layout.items[item].privacy == Privacy::individual_no) number_items_.push_back(item);
    }
  }

  bool write(const std::vector<std::string>& values, std::vector<Finding>& faults) override {
    block_.clear();
    block_.append(values);
    found_.findings.clear();
    const bool good = writer_->write(block_[0]);
    for (Finding& finding : found_.findings) faults.push_back(std::move(finding));
    if (good) count(values);
    return good;
  }
  bool fits(const std::vector<std::string>& values, std::vector<Finding>& faults) override {
    return trial_.fits(values, faults);
  }

  ManifestFile finish(const Publisher& publisher) {
    writer_->finish();
    sink_->commit();
    ManifestFile file;
    file.name = name_;
    file.kind = "data";
    file.layout = request_.layout->id;
    file.layout_version = request_.layout->version;
    file.destination = request_.destination;
    file.format = to_string(request_.format);
    file.extent = request_.extent;
    file.records = writer_->summary().records;
    publisher.describe(file);
    return file;
  }

  std::uint64_t individual_numbers() const { return individual_numbers_; }
  std::uint64_t people() const { return people_; }

 private:
  void count(const std::vector<std::string>& values) {
    const auto given = [&](std::size_t item) { return !values[item].empty(); };
    if (request_.destination.empty()) return;  // it tells nobody of anybody
    if (std::any_of(number_items_.begin(), number_items_.end(), given)) ++individual_numbers_;
    const auto person = std::find_if(person_items_.begin(), person_items_.end(), given);
    if (person == person_items_.end()) return;
    const std::uint64_t hash = XXH3_64bits(values[*person].data(), values[*person].size());
    people_of_run_.insert(hash);
    if (hash != last_person_) ++people_;
    last_person_ = hash;
  }

  std::unordered_set<std::uint64_t>& people_of_run_;
  std::uint64_t people_ = 0;  // of this file: a person's records stand next to one another
  std::optional<std::uint64_t> last_person_;
  std::vector<std::size_t> person_items_;  // the first with a value tells people apart
  std::vector<std::size_t> number_items_;
  std::uint64_t individual_numbers_ = 0;
  std::string name_;
  DataFileRequest request_;
  RecordBlock block_;
  FindingList found_;
  std::unique_ptr<ByteSink> sink_;
  std::unique_ptr<RecordWriter> writer_;
  TrialWriter trial_;
};

DataFiles::DataFiles(Publisher& publisher, DataFileFrame frame) : publisher_(publisher), frame_(std::move(frame)) {}

DataFiles::~DataFiles() = default;

DataFile& DataFiles::open(const DataFileRequest& request) {
  std::string name = file_name(request, frame_);
  if (files_.contains(name)) throw std::logic_error("a second data file " + name);
  auto file = std::make_unique<Open>(*this, name, request);
  return *files_.emplace(std::move(name), std::move(file)).first->second;
}

void DataFiles::document(const RunDocument& about, const std::function<void(ByteSink&)>& write) {
  const auto same = [&](const ManifestFile& file) { return file.name == about.name; };
  if (files_.contains(about.name) || std::any_of(documents_.begin(), documents_.end(), same)) {
    throw std::logic_error("a second file " + about.name);
  }
  ManifestFile file;
  file.name = about.name;
  file.kind = about.kind;
  file.records = about.records;
  const auto sink = publisher_.open(file.name);
  write(*sink);
  sink->commit();
  publisher_.describe(file);
  documents_.push_back(std::move(file));
}

std::vector<ManifestFile> DataFiles::finish() {
  std::vector<ManifestFile> described = documents_;
  for (const auto& [name, file] : files_) described.push_back(file->finish(publisher_));
  return described;
}

DataTotals DataFiles::totals() const {
  DataTotals totals;
  totals.people = people_.size();
  for (const auto& [name, file] : files_) {
    totals.individual_numbers[name] = file->individual_numbers();
    totals.people_of_file[name] = file->people();
  }
  return totals;
}

}  // namespace daicho
