// libFuzzer target: all checks over a file whose items were exchanged, and a file beside it. No values make a check
// stumble, a finding stays within its record, and both ways to validate say the same.
// The first byte chooses the layout, the second which file is beside it and whether both ways are tried; then come
// commands of four bytes each: record, item, what is put there, and a choice for that.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"
#include "formats/catalog.hpp"
#include "formats/reader.hpp"
#include "formats/validation_runs.hpp"
#include "formats/writer.hpp"

namespace {

using namespace daicho;

struct GoodFile {
  const char* layout;
  const char* file;
  const char* format;
};
constexpr GoodFile kGood[] = {{"juki", "juki.csv", "csv:utf-8"},
                              {"honnin", "honnin.dat", "fixed:cp932"},
                              {"soufusaki", "soufusaki.dat", "fixed:cp932"},
                              {"atena", "atena.csv", "csv:utf-8"},
                              {"access-log", "access-log.dat", "fixed:cp932"},
                              {"iten.07-kaigo", "iten.07-kaigo.csv", "csv:utf-8"},
                              {"kengen", "kengen.csv", "csv:utf-8"}};
constexpr const char* kValues[] = {"0",        "1",        "2",         "00",        "02",         "11",
                                   "13",       "21",       "31",        "35",        "40",         "00000000",
                                   "20261120", "20261100", "520261120", "320000229", "9999999999", ""};
constexpr const char* kSpec = "fixed:cp932,eol=none";

/// The good records of a layout as fixed-width records, one behind the other.
struct Records {
  std::shared_ptr<const Layout> layout;
  std::vector<std::size_t> offsets;  // of the items, in a record
  std::size_t record_bytes = 0;
  std::string bytes;
};

const Catalog& catalog() {
  static const Catalog one;
  return one;
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

Records load(const GoodFile& good) {
  Records records;
  records.layout = catalog().layout(good.layout);
  records.offsets = records.layout->offsets(Charset::cp932);
  records.record_bytes = records.layout->record_bytes(Charset::cp932);
  FindingList findings;
  const auto source = open_source(std::string(DAICHO_SOURCE_DIR "/samples/good/") + good.file);
  const Detection found = detect_format(*records.layout, *source);
  const auto reader =
      make_reader(*records.layout, found.format ? *found.format : *parse_format_spec(good.format), *source, findings);
  const auto sink = memory_sink(records.bytes);
  const auto writer = make_writer(*records.layout, *parse_format_spec(kSpec), *sink, findings);
  RecordBlock block(records.layout->items.size());
  while (reader->read(block)) {
    for (std::size_t i = 0; i < block.size(); ++i) writer->write(block[i]);
  }
  writer->finish();
  require(records.bytes.size() >= records.record_bytes, "no good records");
  return records;
}

const Records& records_of(std::size_t choice) {
  static std::map<std::size_t, Records> all;
  const auto [found, is_new] = all.try_emplace(choice % std::size(kGood));
  if (is_new) found->second = load(kGood[choice % std::size(kGood)]);
  return found->second;
}

/// Carries out the commands.
std::string exchanged(const Records& good, std::string_view commands) {
  std::string bytes = good.bytes;
  const std::size_t count = bytes.size() / good.record_bytes;
  const std::size_t items = good.layout->items.size();
  for (; commands.size() >= 4; commands.remove_prefix(4)) {
    const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(commands[i])); };
    const std::size_t item = at(1) % items;
    const std::size_t begin = at(0) % count * good.record_bytes + good.offsets[item];
    const std::size_t size = good.offsets[item + 1] - good.offsets[item];
    const std::size_t other = at(3) % count * good.record_bytes;
    if (at(2) < 64) {  // what another record has there
      bytes.replace(begin, size, good.bytes.substr(other + good.offsets[item], size));
    } else if (at(2) < 160) {  // a value of the list
      std::string value = kValues[at(3) % std::size(kValues)];
      value.resize(size, ' ');
      bytes.replace(begin, size, value);
    } else if (at(2) < 200) {  // one byte
      bytes[begin + (at(2) - 160) % size] = static_cast<char>(at(3));
    } else if (at(2) < 230) {  // another record in the place of this one
      bytes.replace(at(0) % count * good.record_bytes, good.record_bytes, good.bytes.substr(other, good.record_bytes));
    } else if (at(2) < 240) {  // the file ends here
      bytes.resize(std::max(begin, good.record_bytes));
      return bytes;
    }
  }
  return bytes;
}

/// The file beside, in memory, each key's last record.
class Beside : public OtherRecords {
 public:
  Beside(const Layout& layout, std::size_t key, std::string_view bytes) : layout_(layout), block_(layout.items.size()) {
    FindingList findings;
    const auto source = memory_source(bytes);
    const auto reader = make_reader(layout, *parse_format_spec(kSpec), *source, findings);
    RecordBlock block(layout.items.size());
    while (reader->read(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        if (block[i].bad()) continue;
        places_[std::string(block[i][key])] = block_.size();
        std::vector<std::string> values;
        for (std::size_t item = 0; item < layout.items.size(); ++item) values.emplace_back(block[i][item]);
        block_.append(values);
      }
    }
  }

  const Layout& layout() const override { return layout_; }
  std::optional<RecordView> find(std::string_view key, unsigned) override {
    const auto found = places_.find(std::string(key));
    return found == places_.end() ? std::nullopt : std::optional<RecordView>(block_[found->second]);
  }
  std::uint64_t readable() const override { return block_.size(); }
  bool incomplete() const override { return false; }

 private:
  const Layout& layout_;
  RecordBlock block_;
  std::map<std::string, std::size_t> places_;
};

/// Every finding as text, looked at.
class Heard : public ValidationSink {
 public:
  explicit Heard(const Layout& layout, std::size_t file_bytes) : layout_(layout), file_bytes_(file_bytes) {}
  void add(const Finding& finding, std::string_view record) override {
    require(finding.item == kNoItem || finding.item < layout_.items.size(), "an item that there is not");
    require(finding.byte_last >= finding.byte_first, "a range that ends before it begins");
    require(finding.offset + finding.byte_last <= file_bytes_, "a place behind the end of the file");
    text += std::string(finding.code.code) + " " + std::to_string(finding.record) + " " +
            std::to_string(finding.item == kNoItem ? 0 : finding.item + 1) + " " + std::to_string(finding.byte_first) +
            "-" + std::to_string(finding.byte_last) + " " + std::to_string(record.size()) + "\n";
  }
  std::string text;

 private:
  const Layout& layout_;
  std::size_t file_bytes_;
};

std::string validated(const Layout& layout, std::string_view bytes, OtherRecords* beside, bool frames) {
  static const Profile profile;
  const auto source = memory_source(bytes, "fuzz");
  const ValidationInput input{layout, *parse_format_spec(kSpec), *source, {}, profile, beside};
  ValidationOptions options;
  options.as_of = PartialDate{2026, 11, 20, 0};
  options.municipality = "132101";
  Heard heard(layout, bytes.size());
  const ValidationSummary summary =
      frames ? validate_by_frames(input, options, heard, 3000) : validate_by_reader(input, options, heard);
  return heard.text + std::to_string(summary.errors) + " " + std::to_string(summary.warnings) + " " +
         std::to_string(summary.faulty_records) + " " + std::to_string(summary.read.records);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) { return setenv("DAICHO_SCHEMAS", DAICHO_SOURCE_DIR "/schemas", 1); }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const Records& good = records_of(data[0]);
  const std::string_view commands(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string bytes = exchanged(good, commands);
  const Records& other = data[1] % 4 == 1 ? records_of(0) : data[1] % 4 == 2 ? records_of(1) : good;
  const auto joining = joining_item(*good.layout, *other.layout);
  std::unique_ptr<Beside> beside;
  if (data[1] % 4 != 0 && joining) {
    const std::size_t key = other.layout->index(good.layout->items[*joining].id);
    // The commands backwards make another file of another day.
    const std::string turned(commands.rbegin(), commands.rend());
    beside = std::make_unique<Beside>(*other.layout, key, exchanged(other, data[1] < 128 ? std::string() : turned));
  }
  const std::string by_reader = validated(*good.layout, bytes, beside.get(), false);
  if (data[1] / 4 % 16 != 0) return 0;  // the other way makes tables first, which takes longer than all the rest
  const std::string by_frames = validated(*good.layout, bytes, beside.get(), true);
  if (by_reader != by_frames) {
    std::fprintf(stderr, "by reader:\n%s\nby frames:\n%s\n", by_reader.c_str(), by_frames.c_str());
    std::abort();
  }
  return 0;
}
