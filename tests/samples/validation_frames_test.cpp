// formats/validation_frames beside validation by a reader in one thread: whatever the file, they find the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "converters/date.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"
#include "formats/validation_runs.hpp"
#include "samples/schema_records.hpp"
#include "tests/support/codec_runs.hpp"

namespace daicho {
namespace {

const Day kDay = day_number(2026, 11, 20);

const Catalog& catalog() {
  static const Catalog own(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  return own;
}

const CharacterTables& tables() {
  static const CharacterTables own(catalog());
  return own;
}

/// What was told, in order.
struct Heard : ValidationSink {
  void add(const Finding& finding, std::string_view record) override {
    text += test::shown({finding}) + "  " + finding.value + " | " + std::string(record) + "\n";
  }
  std::string text;
};

std::string shown(const ValidationSummary& summary) {
  std::string text;
  for (const std::uint64_t number :
       {summary.read.records, summary.read.bad_records, summary.read.bytes, summary.read.duplicates, summary.errors,
        summary.warnings, summary.faulty_records}) {
    text += std::to_string(number) + " ";
  }
  text += summary.read.envelope ? summary.read.envelope->made : std::string("-");
  text += summary.as_of ? " " + format_date(*summary.as_of) : std::string(" -");
  for (const std::string_view id : summary.checks) text += " " + std::string(id);
  for (const SkippedCheck& skipped : summary.skipped) {
    text += " !" + std::string(skipped.id) + (skipped.unreadable ? " unreadable" : "");
  }
  return text + "\n";
}

struct Way {
  unsigned threads = 0;  // 0: by a reader
  std::size_t block_bytes = 0;
};

std::string validated(const Layout& layout, const FormatSpec& format, std::string_view bytes, const Way& way) {
  const Profile profile;
  auto source = memory_source(bytes, "in.dat");
  const ValidationInput input{layout, format, *source, tables().text_options(format.charset), profile};
  ValidationOptions options;
  options.as_of = PartialDate{2026, 11, 20, 0};
  options.threads = std::max(way.threads, 1U);
  Heard heard;
  const ValidationSummary summary = way.threads == 0 ? validate_by_reader(input, options, heard)
                                                     : validate_by_frames(input, options, heard, way.block_bytes);
  return shown(summary) + heard.text;
}

std::string sample_file(const Layout& layout, const FormatSpec& format, int count) {
  SchemaRecords records(layout, {5, format.charset, kDay, nullptr, tables().text_options(format.charset)});
  RecordBlock block(layout.items.size());
  for (int i = 0; i < count; ++i) {
    block.append(records.next());
    if (i == 3) block.append(records.next());
  }
  FindingList findings;
  WriterOptions options;
  options.text = tables().text_options(format.charset);
  options.envelope = EnvelopeHeader{layout.id,  "0100",           "132101",
                                    "TO",       "20261120000000", "1",
                                    "20261120", "000001",         std::string(charset_name(format.charset))};
  return test::write_all(layout, format, block, findings, options);
}

/// Bytes changed, lost, added and repeated, here and there.
std::string damaged(std::string bytes, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (std::size_t times = random() % 12; times != 0; --times) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 5) {
      case 0:
        bytes.erase(at, 1 + random() % 3);
        break;
      case 1:
        bytes.insert(at, 1 + random() % 3, "0 \r\n\x1A\x81"[random() % 6]);
        break;
      case 2:
        bytes.insert(random() % bytes.size(), bytes.substr(at, random() % 5000));
        break;
      default:
        bytes[at] = static_cast<char>(random() % 256);
        break;
    }
  }
  return bytes;
}

void compare(const Layout& layout, const FormatSpec& format, std::string_view bytes) {
  const std::string expected = validated(layout, format, bytes, {});
  for (const Way way : {Way{1, 1}, Way{2, 3000}, Way{3, 20000}, Way{4, 1}, Way{2, 1 << 20}}) {
    CAPTURE(to_string(format));
    CAPTURE(way.threads);
    CAPTURE(way.block_bytes);
    CHECK(validated(layout, format, bytes, way) == expected);
  }
}

}  // namespace

TEST_CASE("Threads find in a sound file what one finds, in every charset") {
  for (const char* id : {"soufusaki", "honnin", "kengen"}) {
    for (const Charset charset : record_charsets(FileKind::fixed)) {
      FormatSpec format = default_format(FileKind::fixed);
      format.charset = charset;
      const auto layout = catalog().layout(id);
      compare(*layout, format, sample_file(*layout, format, 25));
    }
  }
}

TEST_CASE("Threads find in damaged files what one finds, in its order") {
  for (const char* spec : {"fixed:cp932", "fixed:cp932,envelope=control", "fixed:utf-16be", "fixed:utf-16le,bom=yes",
                           "fixed:utf-8,eol=lf,envelope=control", "fixed:utf-16be,eol=none,envelope=control",
                           "fixed:cp932,eol=none", "fixed:ibm-939"}) {
    const FormatSpec format = *parse_format_spec(spec);
    for (const char* id : {"soufusaki", "honnin", "juki"}) {
      const auto layout = catalog().layout(id);
      const std::string sound = sample_file(*layout, format, 12);
      for (std::uint64_t seed = 0; seed < 4; ++seed) compare(*layout, format, damaged(sound, seed));
    }
  }
}

TEST_CASE("An empty file, and one that is cut in its first record, are the same to all threads") {
  const auto layout = catalog().layout("soufusaki");
  for (const char* spec : {"fixed:cp932", "fixed:cp932,envelope=control", "fixed:utf-8,bom=yes"}) {
    const FormatSpec format = *parse_format_spec(spec);
    compare(*layout, format, "");
    compare(*layout, format, "\x1A");
    compare(*layout, format, sample_file(*layout, format, 1).substr(0, 100));
  }
}

TEST_CASE("A sink that fails stops all threads, and its exception comes out") {
  struct Full : ValidationSink {
    void add(const Finding&, std::string_view) override { throw WorldError("no room"); }
  };
  const auto layout = catalog().layout("kengen");
  const FormatSpec format = default_format(FileKind::fixed);
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += std::string(42, 'x') + "\r\n";
  for (const unsigned threads : {1U, 2U, 4U}) {
    const Profile profile;
    auto source = memory_source(bytes, "in.dat");
    const ValidationInput input{*layout, format, *source, {}, profile};
    ValidationOptions options;
    options.threads = threads;
    Full sink;
    CHECK_THROWS_AS(validate_by_frames(input, options, sink, 100), WorldError);
  }
}

}  // namespace daicho
