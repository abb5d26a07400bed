#include "cli/census_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "formats/error.hpp"
#include "formats/read_ahead.hpp"

namespace daicho {
namespace {

/// All characters of one value stand in one place.
class ValuePlace : public PlaceFinder {
 public:
  explicit ValuePlace(std::uint32_t file) { place_.file = file; }
  void move(std::uint64_t record, std::size_t item) {
    place_.record = record;
    place_.item = static_cast<std::uint32_t>(item);
  }
  CharacterPlace place(std::size_t) override { return place_; }

 private:
  CharacterPlace place_;
};

/// The items that may hold something outside ASCII. What a good record has in the others is ASCII.
std::vector<std::size_t> national_items(const Layout& layout) {
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    const Item& item = layout.items[i];
    if (item.picture.cls == PictureClass::national && item.privacy != Privacy::individual_no) items.push_back(i);
  }
  return items;
}

}  // namespace

CensusFile count_records(const std::string& path, std::uint32_t index, const InputOptions& options,
                         const Layout& layout, unsigned threads, FindingReport& report, CharacterCensus& census) {
  FindingList findings;
  RecordInput input = open_records(path, options, layout, findings, report);
  const std::vector<std::size_t> items = national_items(layout);
  ValuePlace place(index);
  ReadAhead ahead(*input.reader, findings, layout.items.size(), threads);
  for (;;) {
    ReadBatch& batch = ahead.next();
    for (Finding& finding : batch.findings) report.add(std::move(finding));
    if (batch.block.empty()) {
      const ReadSummary& read = batch.summary;
      return {path, to_string(input.format), read.bytes, read.records, read.bad_records, 0, 0, read.duplicates};
    }
    for (std::size_t i = 0; i < batch.block.size(); ++i) {
      const RecordView record = batch.block[i];
      if (record.bad()) continue;
      for (const std::size_t item : items) {
        place.move(record.position().number, item);
        census.count(record[item], place);
      }
    }
  }
}

}  // namespace daicho
