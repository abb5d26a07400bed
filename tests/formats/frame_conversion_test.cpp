#include "formats/frame_conversion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "formats/catalog.hpp"
#include "formats/csv.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"

using namespace daicho;

namespace {

FormatSpec rows_format() {
  FormatSpec format = default_format(FileKind::csv);
  format.header = Header::none;
  return format;
}

/// What a conversion left: rows, the numbers of records without a row, and every finding as a line.
struct Outcome {
  std::string rows;
  std::vector<std::uint64_t> refused;
  std::vector<std::string> findings;
  std::uint64_t bad = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t similar = 0;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

void add_findings(Outcome& outcome, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) outcome.findings.push_back(test::shown({finding}));
}

/// Record after record, by reader and writer.
Outcome one_by_one(const Layout& layout, const FormatSpec& from, std::string_view bytes,
                   const FormatSpec& to = rows_format()) {
  Outcome outcome;
  const auto source = memory_source(bytes, "in.dat");
  FindingList found;
  const auto reader = make_reader(layout, from, *source, found);
  const auto sink = memory_sink(outcome.rows);
  const auto writer = make_writer(layout, to, *sink, found, {{}, "in.dat", {}});
  RecordBlock block(layout.items.size());
  while (reader->read(block)) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (block[i].bad() || !writer->write(block[i])) outcome.refused.push_back(block[i].position().number);
    }
  }
  writer->finish();
  add_findings(outcome, found.findings);
  std::sort(outcome.findings.begin(), outcome.findings.end());
  outcome.bad = reader->summary().bad_records;
  outcome.duplicates = reader->summary().duplicates;
  outcome.similar = writer->summary().similar;
  return outcome;
}

Outcome by_frames(const Layout& layout, const FormatSpec& from, std::string_view bytes, unsigned threads,
                  std::size_t block_bytes, const FormatSpec& to = rows_format()) {
  Outcome outcome;
  const auto source = memory_source(bytes, "in.dat");
  const FrameConversion conversion{layout, from, *source, {}, to, {}, {}, layout};
  REQUIRE(conversion.possible());
  const ReadSummary summary = convert_frames(
      conversion, threads,
      [&](FrameBlock& block) {
        outcome.rows += block.made;
        std::uint64_t written = 0;
        std::size_t made = 0;
        for (const FrameBlock::Refused& refused : block.refused) {
          outcome.refused.push_back(block.first_record + refused.frame);
          CHECK(refused.written >= written);
          CHECK(refused.made >= made);
          written = refused.written;
          made = refused.made;
        }
        CHECK(block.written + block.refused.size() == block.frames.size());
        for (const auto& similar : block.similar) outcome.similar += similar.characters;
        for (const auto& placed : block.of_file) add_findings(outcome, {placed.finding});
        for (const auto& placed : block.of_records) add_findings(outcome, {placed.finding});
      },
      block_bytes);
  CHECK(summary.bytes <= bytes.size());
  std::sort(outcome.findings.begin(), outcome.findings.end());
  outcome.bad = summary.bad_records;
  outcome.duplicates = summary.duplicates;
  return outcome;
}

}  // namespace

TEST_CASE("threads that convert frames write and find what reader and writer do, however a file is cut or damaged") {
  static const Catalog schemas;
  std::mt19937_64 engine(29);
  for (const char* id : {"kengen", "access-log", "honnin", "iten.04-kokuho"}) {
    const auto layout = schemas.layout(id);
    for (const char* spec : {"fixed:cp932", "fixed:utf-8,eol=lf", "fixed:cp932,eol=none"}) {
      const FormatSpec from = *parse_format_spec(spec);
      test::RandomRecords random(*layout, from.charset, 31);
      FindingList findings;
      std::string bytes = test::write_all(*layout, from, random.block(40), findings);
      for (int damage = 0; damage < 6; ++damage) {
        INFO(id, " ", spec, " ", damage);
        const Outcome slow = one_by_one(*layout, from, bytes);
        for (const unsigned threads : {1U, 3U}) {
          for (const std::size_t block_bytes : {std::size_t{1}, std::size_t{5000}, std::size_t{1} << 20}) {
            CHECK(by_frames(*layout, from, bytes, threads, block_bytes) == slow);
          }
        }
        const std::size_t at = engine() % bytes.size();
        if (damage % 3 == 2) {
          bytes.erase(at, 1 + engine() % 3);
        } else {
          bytes[at] = static_cast<char>(engine());
        }
      }
    }
  }
}

TEST_CASE("threads that convert rows write and find what reader and writer do, however a file is cut or damaged") {
  static const Catalog schemas;
  std::mt19937_64 engine(37);
  constexpr std::string_view kSigns = ",\"\r\n\"\"0あ";
  struct Case {
    const char* layout;
    const char* from;
    const char* to;
    Charset repertoire;  // of the values
  };
  for (const Case& one : {Case{"kengen", "csv:utf-8", "fixed:cp932", Charset::cp932},
                          Case{"honnin", "csv:utf-8", "fixed:cp932", Charset::utf8},
                          Case{"access-log", "csv:utf-8,eol=lf,quote=all,bom=yes", "fixed:cp932", Charset::cp932},
                          Case{"iten.04-kokuho", "csv:utf-8,header=none,quote=none", "fixed:cp932", Charset::cp932},
                          Case{"honnin", "csv:utf-8,quote=all", "fixed:utf-8,eol=none", Charset::utf8},
                          Case{"kengen", "csv:utf-8,header=none", "csv:utf-8,header=none", Charset::utf8},
                          Case{"iten.04-kokuho", "csv:utf-8,eol=lf", "csv:utf-8,header=none,quote=all", Charset::utf8},
                          Case{"honnin", "csv:utf-8,quote=all", "csv:utf-8,header=none,eol=lf", Charset::utf8}}) {
    const auto layout = schemas.layout(one.layout);
    const FormatSpec from = *parse_format_spec(one.from);
    const FormatSpec to = *parse_format_spec(one.to);
    test::RandomRecords random(*layout, one.repertoire, 41);
    FindingList findings;
    std::string bytes = test::write_all(*layout, from, random.block(30), findings);
    for (int damage = 0; damage < 12; ++damage) {
      INFO(one.layout, " ", one.from, " ", one.to, " ", damage);
      const Outcome slow = one_by_one(*layout, from, bytes, to);
      CHECK(by_frames(*layout, from, bytes, 1, std::size_t{1} << 20, to) == slow);
      CHECK(by_frames(*layout, from, bytes, 3, damage % 2 == 0 ? 1 : 3000, to) == slow);
      const std::size_t at = engine() % bytes.size();
      if (damage % 4 == 3) {
        bytes.erase(at, 1 + engine() % 3);
      } else if (damage % 2 == 0) {
        bytes[at] = static_cast<char>(engine());
      } else {
        bytes.insert(at, kSigns.substr(engine() % kSigns.size(), 1 + engine() % 3));
      }
    }
  }
}

TEST_CASE("characters that are written as similar ones are counted in every thread") {
  static const Catalog schemas;
  const auto layout = schemas.layout("access-log");
  const FormatSpec from = *parse_format_spec("csv:utf-8,header=none");
  const FormatSpec to = *parse_format_spec("fixed:cp932");
  std::vector<std::string> values(layout->items.size());
  const std::size_t name = layout->index("operator_name");
  values[name] = "田中〜〜";  // U+301C, which CP932 has as U+FF5E
  RecordBlock records(layout->items.size());
  for (int i = 0; i < 50; ++i) records.append(values);
  FindingList findings;
  const std::string bytes = test::write_all(*layout, from, records, findings);
  const Outcome outcome = by_frames(*layout, from, bytes, 2, 500, to);
  CHECK(outcome == one_by_one(*layout, from, bytes, to));
  CHECK(outcome.similar == 100);
}

TEST_CASE("rows over several lines, endless values, blank lines and rows without their end are told as one by one") {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const FormatSpec from = *parse_format_spec("csv:utf-8,header=none,eol=lf");
  const std::string row = test::write_all(*layout, from, test::RandomRecords(*layout, Charset::cp932, 3).block(1),
                                          *std::make_unique<FindingList>());
  const std::string long_value(kCsvQuotedLimit + 10, 'x');
  const std::string too_long(kCsvRowLimit + 10, 'y');
  for (const std::string& odd :
       {"\"a\nb\"," + row, "\"a\nb\"\n" + row, std::string("a\"b,\"x\ny\"\n"), std::string("\n\n"),
        "\"" + long_value + "\n" + row, "\"" + too_long + "\n" + row, too_long + "\n" + row, too_long, "\"" + row,
        std::string("\r"), row.substr(0, row.size() - 1), "\"a\n\"x\n" + row, std::string(kCsvRowLimit, 'z') + "\n",
        std::string(kCsvRowLimit - 1, 'z') + "\r\n"}) {
    INFO(odd.substr(0, 40));
    for (const std::string& bytes : {odd, row + odd, row + odd + row, odd + odd}) {
      for (const char* target : {"fixed:cp932", "csv:utf-8,header=none"}) {
        const FormatSpec to = *parse_format_spec(target);
        const Outcome slow = one_by_one(*layout, from, bytes, to);
        CHECK(by_frames(*layout, from, bytes, 1, 1 << 20, to) == slow);
        CHECK(by_frames(*layout, from, bytes, 3, 1, to) == slow);
      }
    }
  }
}

TEST_CASE("an empty file has no rows") {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const Outcome nothing = by_frames(*layout, default_format(FileKind::fixed), "", 2, 1000);
  CHECK(nothing == one_by_one(*layout, default_format(FileKind::fixed), ""));
  CHECK(nothing.rows.empty());
}

TEST_CASE("envelopes, other charsets and formats without rows of bytes are left to reader and writer") {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const auto source = memory_source("", "in.dat");
  const auto possible = [&](const char* from, const char* to) {
    return FrameConversion{*layout, *parse_format_spec(from), *source, {}, *parse_format_spec(to), {}, {}, *layout}
        .possible();
  };
  CHECK(possible("fixed:cp932", "csv:utf-8"));
  CHECK(possible("fixed:utf-8", "csv:utf-8,quote=all,bom=yes"));
  CHECK_FALSE(possible("fixed:cp932,envelope=control", "csv:utf-8"));
  CHECK_FALSE(possible("fixed:cp932", "csv:utf-8,envelope=control"));
  CHECK_FALSE(possible("fixed:cp932", "csv:cp932"));
  CHECK_FALSE(possible("fixed:utf-16le", "csv:utf-8"));
  CHECK(possible("csv:utf-8", "csv:utf-8,quote=all"));
  CHECK(possible("csv:utf-8", "fixed:cp932"));
  CHECK(possible("csv:utf-8,header=none", "fixed:utf-8"));
  CHECK_FALSE(possible("csv:utf-8,envelope=control", "csv:utf-8"));
  CHECK_FALSE(possible("csv:utf-8", "fixed:cp932,envelope=control"));
  CHECK_FALSE(possible("csv:utf-8", "fixed:utf-16le"));
  CHECK_FALSE(possible("csv:cp932", "csv:utf-8"));
  CHECK_FALSE(possible("fixed:cp932", "jsonl"));
}
