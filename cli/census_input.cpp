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

/// Lines and byte offsets of one piece.
class TextPlace : public PlaceFinder {
 public:
  TextPlace(std::uint32_t file, Charset charset, const TextPiece& piece)
      : file_(file), piece_(piece), offsets_(charset, piece), line_(piece.line) {}

  CharacterPlace place(std::size_t at) override {
    const auto from = piece_.text.begin();
    line_ += static_cast<std::uint64_t>(
        std::count(from + static_cast<std::ptrdiff_t>(seen_), from + static_cast<std::ptrdiff_t>(at), '\n'));
    seen_ = at;
    CharacterPlace place;
    place.file = file_;
    place.line = line_;
    place.offset = offsets_.offset(at);
    return place;
  }

 private:
  const std::uint32_t file_;
  const TextPiece& piece_;
  TextOffsets offsets_;
  std::uint64_t line_;
  std::size_t seen_ = 0;
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

CensusFile count_text(const std::string& path, std::uint32_t index, std::optional<Charset> charset,
                      const TextOptions& options, FindingReport& report, CharacterCensus& census) {
  const std::unique_ptr<ByteSource> source = open_source(path);
  if (!charset) {
    const TextDetection found = detect_text(*source);
    if (!found.charset) {
      throw UsageError(
          fmt::format("{}: the charset cannot be told from the bytes: {}; name it with --from", path, found.reason));
    }
    charset = found.charset;
    report.say_charset(path, *charset);
  }
  TextReader reader(*charset, *source, report, options);
  TextPiece piece;
  while (reader.read(piece)) {
    TextPlace place(index, *charset, piece);
    census.count(piece.text, place, piece.joined);
  }
  const TextSummary& read = reader.summary();
  return {path, std::string(charset_name(*charset)), read.bytes, 0, 0, read.lines, read.faults, read.duplicates};
}

}  // namespace daicho
