#include "samples/kit_trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "formats/error.hpp"
#include "formats/indexed_records.hpp"
#include "formats/validation.hpp"
#include "formats/writer.hpp"
#include "formats/zero_fill.hpp"
#include "samples/places.hpp"

namespace daicho {
namespace {

class FindingCollector : public ValidationSink {
 public:
  void add(const Finding& finding, std::string_view /*record*/) override {
    KitFinding found;
    found.code = finding.code.code;
    found.error = finding.is_error();
    found.record = finding.record;
    if (finding.layout != nullptr && finding.item < finding.layout->items.size()) {
      found.item = finding.layout->items[finding.item].id;
    }
    found.byte_first = finding.byte_first;
    found.byte_last = finding.byte_last;
    findings.push_back(std::move(found));
  }
  std::vector<KitFinding> findings;
};

/// The few records of a kit's file --against, all in memory; found as IndexedRecords finds them.
class KitOtherRecords : public OtherRecords {
 public:
  KitOtherRecords(const Layout& layout, std::size_t key, const FormatSpec& format, std::string_view bytes,
                  const TextOptions& text)
      : layout_(layout), key_(layout.items.at(key)), history_(keeps_history(layout)), block_(layout.items.size()) {
    const auto source = memory_source(bytes);
    FindingList findings;
    const auto reader = make_reader(layout, format, *source, findings, text);
    RecordBlock block(layout.items.size());
    while (reader->read(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) add(block[i], key);
    }
    if (!findings.findings.empty()) throw UsageError("the file beside it can't be read");
  }

  const Layout& layout() const override { return layout_; }

  std::optional<RecordView> find(std::string_view key, unsigned /*slot*/) override {
    const auto found = places_.find(without_zero_fill(key, key_));
    if (found == places_.end() || (found->second.size() > 1 && !history_)) return std::nullopt;
    return block_[found->second.back()];
  }

  std::uint64_t readable() const override { return block_.size(); }
  bool incomplete() const override { return false; }

 private:
  void add(const RecordView& record, std::size_t key) {
    if (record[key].empty()) return;
    places_[std::string(without_zero_fill(record[key], key_))].push_back(block_.size());
    std::vector<std::string> values;
    for (std::size_t item = 0; item < record.size(); ++item) values.emplace_back(record[item]);
    block_.append(values, record.position());
  }

  const Layout& layout_;
  const Item& key_;
  const bool history_;
  RecordBlock block_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> places_;  // by key, in the order of the file
};

FormatSpec format_of(const std::string& text) {
  const std::optional<FormatSpec> format = parse_format_spec(text);
  if (!format) throw UsageError("a file of a kit has a format of its own, not 'auto'");
  return *format;
}

/// The item of the layout beside that has the value of the joining item.
std::size_t key_beside(const Layout& layout, const Layout& other) {
  const std::optional<std::size_t> joining = joining_item(layout, other);
  if (!joining) throw UsageError(fmt::format("'{}' and '{}' have no item in common", layout.id, other.id));
  return other.index(layout.items[*joining].id);
}

EnvelopeHeader kit_envelope() {
  EnvelopeHeader header;
  header.from = kCityCode;
  header.to = "VENDOR";
  header.made = std::string(kKitDay) + "000000";
  header.extent = "1";
  header.base_date = kKitDay;
  header.serial = "000001";
  return header;
}

auto ordered(const KitFinding& finding) {
  return std::tie(finding.record, finding.code, finding.item, finding.byte_first, finding.byte_last, finding.error);
}

}  // namespace

std::string KitTrial::bytes(const std::vector<KitRecord>& records, const FormatSpec& format,
                            std::vector<std::size_t>& refused) const {
  std::string bytes;
  const auto sink = memory_sink(bytes);
  FindingList faults;
  const auto writer =
      make_writer(layout_, format, *sink, faults, {kit_envelope(), {}, tables_.text_options(format.charset)});
  RecordBlock block(layout_.items.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    block.clear();
    block.append(records[i], {i + 1, 0, 0});
    if (!writer->write(block[0])) refused.push_back(i);
  }
  writer->finish();
  return bytes;
}

std::vector<KitFinding> KitTrial::findings(KitFile& file, std::string_view bytes,
                                           std::string_view against_bytes) const {
  const FormatSpec format = format_of(file.format);
  std::shared_ptr<const Layout> beside;
  std::optional<KitOtherRecords> other;
  if (file.against) {
    const FormatSpec other_format = format_of(file.against->format);
    beside = catalog_.layout(file.against->layout);
    other.emplace(*beside, key_beside(layout_, *beside), other_format, against_bytes,
                  tables_.text_options(other_format.charset));
  }
  ValidationOptions options;
  if (!file.as_of.empty()) {
    const ParsedDate as_of = parse_date(file.as_of);
    if (as_of.fault != DateFault::none || !as_of.date.fully_known()) {
      throw UsageError(fmt::format("'{}' is no processing date", file.as_of));
    }
    options.as_of = as_of.date;
  }
  options.municipality = file.municipality;
  const Profile profile;
  const auto source = memory_source(bytes, file.path);
  FindingCollector found;
  const ValidationInput input{
      layout_, format, *source, tables_.text_options(format.charset), profile, other ? &*other : nullptr};
  file.records = validate(input, options, found).read.records;
  return std::move(found.findings);
}

std::string KitTrial::round_trip(const FormatSpec& format, std::string_view bytes) const {
  const auto source = memory_source(bytes);
  FindingList findings;
  const TextOptions text = tables_.text_options(format.charset);
  const auto reader = make_reader(layout_, format, *source, findings, text);
  std::string written;
  const auto sink = memory_sink(written);
  std::unique_ptr<RecordWriter> writer;
  RecordBlock block(layout_.items.size());
  const auto start = [&] {
    const auto& envelope = reader->summary().envelope;
    writer = make_writer(layout_, format, *sink, findings, {envelope ? *envelope : kit_envelope(), {}, text});
  };
  while (reader->read(block)) {
    if (!writer) start();
    for (std::size_t i = 0; i < block.size(); ++i) writer->write(block[i]);
  }
  if (!writer) start();
  writer->finish();
  return written;
}

bool same_findings(std::vector<KitFinding> a, std::vector<KitFinding> b) {
  const auto before = [](const KitFinding& x, const KitFinding& y) { return ordered(x) < ordered(y); };
  std::sort(a.begin(), a.end(), before);
  std::sort(b.begin(), b.end(), before);
  return a == b;
}

std::string finding_words(const KitFinding& finding) {
  std::string words = finding.code;
  words += finding.error ? "" : " (warning)";
  if (finding.record != 0) words += fmt::format(" record {}", finding.record);
  if (!finding.item.empty()) words += " " + finding.item;
  if (finding.byte_first != 0) words += fmt::format(" bytes {}-{}", finding.byte_first, finding.byte_last);
  return words;
}

}  // namespace daicho
