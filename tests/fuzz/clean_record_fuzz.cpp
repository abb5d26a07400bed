// libFuzzer target: where a record is said to be surely right, the slow way finds nothing in it; and a row that is made
// of a record's bytes is the row that parser and writer make, without a finding.
// The first byte chooses the charset, the second the layout and what is done; the rest is laid over a good record, or
// is pairs of a place and a byte to put there.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"
#include "formats/catalog.hpp"
#include "formats/clean_record.hpp"
#include "formats/csv.hpp"
#include "formats/fixed_parser.hpp"
#include "formats/plain_rows.hpp"
#include "formats/record_check.hpp"

namespace {

using namespace daicho;

constexpr Charset kCharsets[] = {Charset::cp932, Charset::utf16be, Charset::utf16le, Charset::utf8};
const char* const kLayouts[] = {"kengen", "access-log", "honnin", "soufusaki", "atena", "juki"};

FormatSpec bare(Charset charset) {
  FormatSpec format;
  format.charset = charset;
  format.eol = LineEnd::none;
  return format;
}

FormatSpec rows_alone() {
  FormatSpec format = default_format(FileKind::csv);
  format.header = Header::none;
  return format;
}

/// A layout in a charset with both ways to judge it.
class Ways {
 public:
  Ways(std::shared_ptr<const Layout> layout, Charset charset)
      : layout_(std::move(layout)),
        clean_(*layout_, charset),
        checker_(*layout_),
        parser_(*layout_, bare(charset), "fuzz"),
        block_(layout_->items.size()),
        good_(layout_->record_bytes(charset), '\0'),
        charset_(charset) {
    if (!clean_.understands()) std::abort();
    if (PlainRows::possible(*layout_, charset, rows_alone())) {
      rows_ = std::make_unique<PlainRows>(*layout_, charset, rows_alone());
      row_.resize(rows_->room());
    }
  }

  /// A record that was surely right, to lay others over; zeros at first.
  const std::string& good() const { return good_; }

  void judge(const std::string& record) {
    if (rows_) judge_row(record);
    if (!clean_.surely(record)) return;
    FindingList found;
    const auto parsed = parse(record, found);
    if (!parsed.bad) checker_.check(block_[0], "fuzz", found);
    if (!found.findings.empty() || parsed.duplicates != 0) fail(record, found);
    good_ = record;
  }

 private:
  FixedRecordParser::Result parse(const std::string& record, FindingList& found) {
    RecordFrame frame;
    frame.bytes = frame.whole = record;
    frame.length = frame.expected = record.size();
    block_.clear();
    return parser_.parse(frame, 1, block_, found);
  }

  void judge_row(const std::string& record) {
    const char* const end = rows_->append(record, row_.data());
    if (end == nullptr) return;
    FindingList found;
    const auto parsed = parse(record, found);
    std::string slow;
    const auto sink = memory_sink(slow);
    const auto writer = make_csv_writer(*layout_, rows_alone(), *sink, found);
    if (!parsed.bad) writer->write(block_[0]);
    writer->finish();
    std::string fast;
    const std::string_view bytes(row_.data(), static_cast<std::size_t>(end - row_.data()));
    const bool decoded = decode(charset_, bytes, fast).error == TextError::none;
    if (!found.findings.empty() || parsed.duplicates != 0 || !decoded || fast != slow) fail(record, found);
  }

  /// The input alone may not bring a record back: it was laid over one of before.
  [[noreturn]] static void fail(const std::string& record, const FindingList& found) {
    for (const Finding& finding : found.findings) std::fprintf(stderr, "%s\n", finding.code.code);
    for (const char byte : record) std::fprintf(stderr, "%02x", static_cast<unsigned char>(byte));
    std::abort();
  }

  std::shared_ptr<const Layout> layout_;
  CleanRecord clean_;
  RecordChecker checker_;
  FixedRecordParser parser_;
  RecordBlock block_;
  std::string good_;
  Charset charset_;
  std::unique_ptr<PlainRows> rows_;  // null: not of this charset
  std::vector<char> row_;            // with exactly the room that a row needs
};

Ways& ways_of(std::size_t charset, std::size_t layout) {
  static const Catalog catalog;
  static std::unique_ptr<Ways> all[std::size(kCharsets)][std::size(kLayouts)];
  auto& slot = all[charset % std::size(kCharsets)][layout % std::size(kLayouts)];
  if (!slot) {
    slot = std::make_unique<Ways>(catalog.layout(kLayouts[layout % std::size(kLayouts)]),
                                  kCharsets[charset % std::size(kCharsets)]);
  }
  return *slot;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) { return setenv("DAICHO_SCHEMAS", DAICHO_SOURCE_DIR "/schemas", 1); }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  Ways& ways = ways_of(data[0], data[1] & 0x7FU);
  std::string_view input(reinterpret_cast<const char*>(data) + 2, size - 2);
  std::string record = ways.good();
  if (data[1] < 0x80) {
    record.replace(0, std::min(input.size(), record.size()), input.substr(0, record.size()));
  } else {
    for (; input.size() >= 3; input.remove_prefix(3)) {
      const std::size_t at = static_cast<unsigned char>(input[0]) << 8U | static_cast<unsigned char>(input[1]);
      record[at % record.size()] = input[2];
    }
  }
  ways.judge(record);
  return 0;
}
