#include "formats/plain_rows.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <random>

#include "converters/gaiji_table.hpp"
#include "formats/catalog.hpp"
#include "formats/csv.hpp"
#include "formats/fixed_parser.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"

using namespace daicho;

namespace {

FormatSpec fixed_in(Charset charset) {
  FormatSpec format = default_format(FileKind::fixed);
  format.charset = charset;
  format.eol = LineEnd::none;
  return format;
}

FormatSpec csv_out(Quote quote = Quote::minimal, LineEnd eol = LineEnd::crlf) {
  FormatSpec format = default_format(FileKind::csv);
  format.header = Header::none;
  format.quote = quote;
  format.eol = eol;
  return format;
}

/// The slow and obvious row: parsed, checked and written. Nothing where anything at all was found.
class SlowRow {
 public:
  SlowRow(const Layout& layout, Charset charset, const FormatSpec& to, const TextOptions& text = {})
      : layout_(layout), to_(to), parser_(layout, fixed_in(charset), "in.dat", text), block_(layout.items.size()) {}

  std::optional<std::string> of(std::string_view bytes) {
    RecordFrame frame;
    frame.bytes = frame.whole = bytes;
    frame.length = frame.expected = bytes.size();
    FindingList found;
    block_.clear();
    parser_.parse(frame, 1, block_, found);
    if (!found.findings.empty()) return std::nullopt;
    std::string row = test::write_all(layout_, to_, block_, found);
    return found.findings.empty() ? std::optional(row) : std::nullopt;
  }

 private:
  const Layout& layout_;
  const FormatSpec to_;
  FixedRecordParser parser_;
  RecordBlock block_;
};

/// The fast row as UTF-8; nothing where it was left to the slow way.
std::optional<std::string> fast_row(const PlainRows& rows, Charset charset, std::string_view record,
                                    const TextOptions& text = {}) {
  const auto out = std::make_unique<char[]>(rows.room());  // exactly: a byte too many is found by the sanitizer
  const char* const end = rows.append(record, out.get());
  if (end == nullptr) return std::nullopt;
  std::string utf8;
  CHECK(decode(charset, {out.get(), static_cast<std::size_t>(end - out.get())}, utf8, text).error == TextError::none);
  return utf8;
}

std::string record_bytes(const Layout& layout, Charset charset, const std::vector<std::string>& values) {
  RecordBlock block(layout.items.size());
  block.append(values);
  FindingList findings;
  return test::write_all(layout, fixed_in(charset), block, findings);
}

}  // namespace

TEST_CASE("a row made of bytes is the row that decoding makes, of every layout, damaged or not") {
  static const Catalog schemas;
  for (const std::string& id : schemas.layout_ids()) {
    for (const Charset charset : {Charset::cp932, Charset::utf8}) {
      const auto layout = schemas.layout(id);
      const PlainRows rows(*layout, charset, csv_out());
      SlowRow slow(*layout, charset, csv_out());
      test::RandomRecords random(*layout, charset, 7);
      std::mt19937_64 engine(11);
      int made = 0;
      for (int i = 0; i < 120; ++i) {
        std::string bytes = record_bytes(*layout, charset, random.next());
        if (bytes.empty()) continue;
        for (int damage = 0; damage < 3; ++damage) {
          const auto expected = slow.of(bytes);
          const auto row = fast_row(rows, charset, bytes);
          if (row) {
            CHECK(row == expected);
            ++made;
          }
          bytes[engine() % bytes.size()] = static_cast<char>(engine() % 3 == 0 ? ' ' : engine());
        }
      }
      INFO(id);
      CHECK(made > 0);
    }
  }
}

TEST_CASE("nearly every record of a dispatch is plain") {
  static const Catalog schemas;
  const auto layout = schemas.layout("soufusaki");
  const PlainRows rows(*layout, Charset::cp932, csv_out());
  test::RandomRecords random(*layout, Charset::cp932, 3);
  int made = 0;
  for (int i = 0; i < 100; ++i) {
    auto values = random.next();
    for (std::size_t item = 0; item < values.size(); ++item) {
      if (layout->items[item].picture.cls == PictureClass::text) values[item] = "TANAKA";
    }
    const std::string bytes = record_bytes(*layout, Charset::cp932, values);
    if (!bytes.empty() && fast_row(rows, Charset::cp932, bytes)) ++made;
  }
  CHECK(made > 90);
}

TEST_CASE("chosen items stand in their order, quoted where the format asks for it") {
  Layout layout;
  layout.items.resize(3);
  layout.items[0].picture = {PictureClass::digits, 3};
  layout.items[1].picture = {PictureClass::national, 4};
  layout.items[1].kind = Kind::kanji;
  layout.items[2].picture = {PictureClass::text, 4};
  const std::string record = "012" + std::string("\x93\x63\x92\x86\x81\x40\x81\x40", 8) + "A-1 ";
  const auto row = [&](const FormatSpec& to, const std::vector<std::size_t>& items, const std::string& bytes) {
    return fast_row(PlainRows(layout, Charset::cp932, to, items), Charset::cp932, bytes);
  };
  CHECK(row(csv_out(), {}, record) == "012,田中,A-1\r\n");
  CHECK(row(csv_out(Quote::minimal, LineEnd::lf), {2, 0}, record) == "A-1,012\n");
  CHECK(row(csv_out(Quote::all), {1, 1}, record) == "\"田中\",\"田中\"\r\n");
  CHECK(row(csv_out(), {0}, "   " + record.substr(3)) == "\r\n");
  CHECK_FALSE(row(csv_out(), {0}, record.substr(0, 11) + "A,1 "));  // needs quotes: the slow way knows how
  CHECK_FALSE(row(csv_out(), {0}, " 12" + record.substr(3)));
  CHECK_FALSE(row(csv_out(), {0}, record + " "));
  layout.items[0].kind = Kind::flag;
  CHECK_FALSE(row(csv_out(), {}, record));
  layout.items[0].kind = Kind::digits;
  layout.items[0].absent_is_zeros = true;
  CHECK(row(csv_out(), {}, "000" + record.substr(3)) == ",田中,A-1\r\n");
  CHECK_FALSE(row(csv_out(), {}, "   " + record.substr(3)));
}

TEST_CASE("private-use characters with a meaning of their own are left to the slow way") {
  Layout layout;
  layout.items.resize(1);
  layout.items[0].picture = {PictureClass::national, 2};
  GaijiTable table;
  table.add({0xE000, "吉", "", "", ""});
  TextOptions text;
  text.gaiji = &table;
  const PlainRows own(layout, Charset::cp932, csv_out(), {}, text);
  CHECK_FALSE(fast_row(own, Charset::cp932, "\xF0\x40\x81\x40"));
  CHECK(fast_row(own, Charset::cp932, "\xF0\x41\x81\x40") == "\uE001\r\n");
  const PlainRows none(layout, Charset::cp932, csv_out());
  CHECK(fast_row(none, Charset::cp932, "\xF0\x40\x81\x40") == "\uE000\r\n");
}

TEST_CASE("rows are made where CSV quotes no more than it must") {
  const Layout layout;
  CHECK(PlainRows::possible(layout, Charset::utf8, csv_out()));
  CHECK_FALSE(PlainRows::possible(layout, Charset::utf16le, csv_out()));
  CHECK_FALSE(PlainRows::possible(layout, Charset::cp932, csv_out(Quote::none)));
  CHECK_FALSE(PlainRows::possible(layout, Charset::cp932, default_format(FileKind::jsonl)));
}
