#include "formats/plain_records.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>

#include "converters/gaiji_table.hpp"
#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"

using namespace daicho;

namespace {

FormatSpec rows(Quote quote = Quote::minimal) {
  FormatSpec format = default_format(FileKind::csv);
  format.header = Header::none;
  format.quote = quote;
  return format;
}

FormatSpec fixed_in(Charset charset) {
  FormatSpec format = default_format(FileKind::fixed);
  format.charset = charset;
  return format;
}

/// The slow and obvious record: read, checked and written. Nothing where anything at all was found, or written as a
/// similar character.
std::optional<std::string> slow_record(const Layout& layout, std::string_view row, const FormatSpec& from,
                                       const FormatSpec& to, const TextOptions& text = {}) {
  FindingList found;
  const auto source = memory_source(row, "in.csv");
  const auto reader = make_reader(layout, from, *source, found, text);
  RecordBlock block(layout.items.size());
  std::string made;
  const auto sink = memory_sink(made);
  const auto writer = make_writer(layout, to, *sink, found, {{}, "in.csv", text});
  while (reader->read(block)) {
    if (block.size() != 1 || !found.findings.empty() || !writer->write(block[0])) return std::nullopt;
  }
  writer->finish();
  if (!found.findings.empty() || writer->summary().similar != 0 || writer->summary().records != 1) return std::nullopt;
  return made;
}

std::optional<std::string> fast_record(const PlainRecords& records, std::string_view row) {
  CsvRow spare;
  std::string made = "before";
  const std::string with_line_end(row);
  const bool good = records.append(std::string_view(with_line_end).substr(0, row.size() - 2), spare, made);
  CHECK(made.starts_with("before"));
  if (!good) {
    CHECK(made == "before");
    return std::nullopt;
  }
  return made.substr(6);
}

std::string row_of(const Layout& layout, const FormatSpec& from, const std::vector<std::string>& values) {
  RecordBlock block(layout.items.size());
  block.append(values);
  FindingList findings;
  return test::write_all(layout, from, block, findings);
}

}  // namespace

TEST_CASE("a record made of a row's bytes is the record that decoding makes, of every layout, damaged or not") {
  static const Catalog schemas;
  std::mt19937_64 engine(13);
  for (const std::string& id : schemas.layout_ids()) {
    const auto layout = schemas.layout(id);
    const CsvColumns columns = columns_by_position(*layout, Envelope::none);
    for (const FormatSpec& to : {fixed_in(Charset::cp932), fixed_in(Charset::utf8), rows(), rows(Quote::all)}) {
      const FormatSpec from = rows(engine() % 2 == 0 ? Quote::minimal : Quote::all);
      const PlainRecords records({*layout, columns, from, {}, to, {}, {}});
      test::RandomRecords random(*layout, Charset::cp932, 7);
      int made = 0;
      for (int i = 0; i < 60; ++i) {
        std::string row = row_of(*layout, from, random.next());
        for (int damage = 0; damage < 3 && row.ends_with("\r\n"); ++damage) {
          INFO(id, " ", to_string(to), " ", row);
          const auto record = fast_record(records, row);
          if (record) {
            CHECK(record == slow_record(*layout, row, from, to));
            ++made;
          }
          row[engine() % row.size()] = static_cast<char>(engine() % 3 == 0 ? '0' + engine() % 10 : engine());
        }
      }
      INFO(id, " ", to_string(to));
      CHECK(made > 0);
    }
  }
}

TEST_CASE("nearly every row of a dispatch is plain") {
  static const Catalog schemas;
  const auto layout = schemas.layout("soufusaki");
  const CsvColumns columns = columns_by_position(*layout, Envelope::none);
  for (const FormatSpec& to : {fixed_in(Charset::cp932), rows()}) {
    const PlainRecords records({*layout, columns, rows(), {}, to, {}, {}});
    test::RandomRecords random(*layout, Charset::cp932, 3);
    int made = 0;
    for (int i = 0; i < 100; ++i) {
      auto values = random.next();
      for (std::size_t item = 0; item < values.size(); ++item) {
        if (layout->items[item].picture.cls == PictureClass::text) values[item] = "TANAKA";
      }
      const std::string row = row_of(*layout, rows(), values);
      if (row.ends_with("\r\n") && fast_record(records, row)) ++made;
    }
    CHECK(made > 80);
  }
}

TEST_CASE("columns may stand in another order, be no items or be missing, and some items only may be written") {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const std::size_t count = layout->items.size();
  CsvColumns columns;
  for (std::size_t i = count; i-- > 1;) columns.items.push_back(i);
  columns.items.push_back(kNoItem);
  test::RandomRecords random(*layout, Charset::cp932, 5);
  const PlainRecords fixed({*layout, columns, rows(), {}, fixed_in(Charset::cp932), {}, {}});
  const PlainRecords some({*layout, columns, rows(), {}, rows(), {}, {2, 0, 1}});
  int made = 0;
  for (int i = 0; i < 50; ++i) {
    std::vector<std::string> values = random.next();
    std::string row;
    for (std::size_t item = count; item-- > 1;) row += values[item] + ",";
    row += "anything\r\n";
    values[0].clear();
    if (const auto record = fast_record(fixed, row)) {
      CHECK(*record == row_of(*layout, fixed_in(Charset::cp932), values));
      CHECK(fast_record(some, row) == values[2] + ",," + values[1] + "\r\n");
      ++made;
    }
  }
  CHECK(made > 10);
}

TEST_CASE("what a table of 外字 means is read and written through it") {
  static const Catalog schemas;
  const auto layout = schemas.layout("access-log");
  const std::size_t name = layout->index("operator_name");
  GaijiTable table;
  table.add({0xE000, "𠮷", {}, {}, {}});
  table.add({0xE001, "龦", {}, {}, {}});
  const TextOptions text{TextForm::text, &table};
  const CsvColumns columns = columns_by_position(*layout, Envelope::none);
  const FormatSpec to = fixed_in(Charset::cp932);
  const PlainRecords records({*layout, columns, rows(), text, to, text, {}});
  for (const char* value : {"田中", "𠮷田", "龦", "\xEE\x80\x80", "\xEE\x80\x81", "\xEE\x80\x82"}) {
    INFO(value);
    std::vector<std::string> values(layout->items.size());
    values[name] = value;
    const std::string row = row_of(*layout, rows(), values);
    const auto record = fast_record(records, row);
    if (record) CHECK(record == slow_record(*layout, row, rows(), to, text));
    if (values[name] == "田中") CHECK(record);
  }
}

TEST_CASE("zeros that would come back as an absent value are refused, by bytes and one by one") {
  Layout layout;
  layout.id = "zeros";
  layout.items.resize(2);
  layout.items[0].picture = {PictureClass::digits, 3};
  layout.items[0].absent_is_zeros = true;
  layout.items[1].picture = {PictureClass::digits, 2};
  const CsvColumns columns = columns_by_position(layout, Envelope::none);
  const FormatSpec to = fixed_in(Charset::cp932);
  const PlainRecords records({layout, columns, rows(), {}, to, {}, {}});
  CHECK(fast_record(records, "012,34\r\n") == "01234\r\n");
  CHECK(fast_record(records, ",34\r\n") == "00034\r\n");
  CHECK_FALSE(fast_record(records, "000,34\r\n"));
  CHECK(slow_record(layout, ",34\r\n", rows(), to) == "00034\r\n");
  CHECK_FALSE(slow_record(layout, "000,34\r\n", rows(), to));
}
