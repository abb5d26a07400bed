// The files of samples/: the good ones are right, and the bad ones have what samples/README.md says, no more.
#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "converters/utf8.hpp"
#include "formats/bdf.hpp"
#include "formats/byte_source.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/gaiji_file.hpp"
#include "formats/reader.hpp"
#include "formats/record_check.hpp"

namespace daicho {
namespace {

const std::string kSamples = std::string(DAICHO_SOURCE_DIR) + "/samples/";

struct SampleFile {
  const char* layout;
  const char* name;
  const char* format;
};
constexpr SampleFile kFiles[] = {
    {"juki", "juki.csv", "csv:utf-8"},
    {"atena", "atena.csv", "csv:utf-8"},
    {"kengen", "kengen.csv", "csv:utf-8"},
    {"access-log", "access-log.dat", "fixed:utf-8"},
    {"honnin", "honnin.dat", "fixed:utf-16be"},
    {"soufusaki", "soufusaki.dat", "fixed:cp932"},
    {"iten.07-kaigo", "iten.07-kaigo.csv", "csv:cp932"},
};

/// `RECORD CODE ITEM` of everything that reading and checking finds, one a line.
std::string findings_of(const SampleFile& file, const std::string& folder) {
  static const Catalog catalog(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  const auto layout = catalog.layout(file.layout);
  const auto source = open_source(kSamples + folder + "/" + file.name);
  FindingList findings;
  const auto reader = make_reader(*layout, *parse_format_spec(file.format), *source, findings);
  const RecordChecker checker(*layout);
  RecordBlock block(layout->items.size());
  while (reader->read(block)) {
    for (std::size_t at = 0; at < block.size(); ++at) {
      if (!block[at].bad()) checker.check(block[at], file.name, findings);
    }
  }
  CHECK(reader->summary().records > 2);
  std::multiset<std::string> lines;
  for (const Finding& finding : findings.findings) {
    const std::string item = finding.item == kNoItem ? "-" : layout->items[finding.item].id;
    lines.insert(std::to_string(finding.record) + " " + finding.code.code + " " + item + "\n");
  }
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

TEST_CASE("The good files have no finding") {
  for (const SampleFile& file : kFiles) {
    CAPTURE(std::string(file.name));
    CHECK(findings_of(file, "good") == "");
  }
}

TEST_CASE("Each bad file has the findings that the README tells") {
  const char* const expected[] = {
      "2 D1301 individual_no\n3 D1201 birth_date\n4 D0301 -\n5 D1401 move_reason\n",
      "0 D0305 effective_date\n1 D1101 effective_date\n2 D1006 prefecture\n3 D1101 effective_date\n",
      "2 D1204 updated_at\n3 D1402 serial_no\n",
      "2 D1005 operator_department\n2 D1012 operator_department\n4 D1204 operated_at\n",
      "3 D0201 -\n",
      "2 D2001 name_length\n5 D0202 -\n",
      "2 D1001 name_kanji\n",
  };
  std::size_t at = 0;
  for (const SampleFile& file : kFiles) {
    CAPTURE(std::string(file.name));
    CHECK(findings_of(file, "bad") == std::string(expected[at++]));
  }
}

TEST_CASE("The table of 外字 is right, and the glyph file draws every one of it") {
  const Catalog catalog(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  const CharacterTables tables(catalog);
  const GaijiFile file =
      parse_gaiji_file(read_own_table(kSamples + "gaiji.csv"), [&]() -> const MjTable& { return tables.mj(); });
  CHECK(file.faults.empty());
  REQUIRE(file.table.entries().size() == 3);
  CHECK(file.table.entries()[0].meaning == "邉\U000E0119");
  const BdfFont font = BdfFont::read(*open_source(kSamples + "gaiji.bdf"), "gaiji.bdf");
  CHECK(font.size() == 3);
  for (const Gaiji& entry : file.table.entries()) {
    std::string character;
    append_code_point(character, entry.code_point);
    CHECK(font.has(character));
  }
}

}  // namespace
}  // namespace daicho
