#include "samples/schema_records.hpp"

#include <doctest/doctest.h>

#include <set>

#include "converters/date.hpp"
#include "converters/utf8.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"
#include "formats/format_spec.hpp"
#include "formats/record_check.hpp"
#include "formats/value_check.hpp"
#include "samples/pattern_sampler.hpp"

namespace daicho {
namespace {

const Day kDay = day_number(2026, 11, 20);

const Catalog& catalog() {
  static const Catalog own(std::string(DAICHO_SOURCE_DIR) + "/schemas");
  return own;
}

std::string findings_of(const Layout& layout, SchemaRecords& records, int count) {
  const RecordChecker checker(layout);
  std::set<std::string> found;
  RecordBlock block(layout.items.size());
  for (int made = 0; made < count; ++made) {
    block.clear();
    block.append(records.next());
    for (std::size_t item = 0; item < layout.items.size(); ++item) {
      const auto fault = check_value(layout.items[item], block[0][item]);
      if (fault) found.insert(layout.items[item].id + " " + fault->code.code);
    }
    FindingList list;
    checker.check(block[0], "sample", list);
    for (const Finding& finding : list.findings) found.insert(layout.items[finding.item].id + " " + finding.code.code);
  }
  std::string text;
  for (const std::string& one : found) text += one + "\n";
  return text;
}

TEST_CASE("Records of every layout of the catalog fulfil their schema in every charset") {
  const CharacterTables tables(catalog());
  for (const std::string& id : catalog().layout_ids()) {
    for (const Charset charset : record_charsets(FileKind::fixed)) {
      const auto layout = catalog().layout(id);
      SchemaRecords records(*layout, {11, charset, kDay, nullptr, tables.text_options(charset)});
      CAPTURE(id);
      CHECK(findings_of(*layout, records, 200) == "");
    }
  }
}

TEST_CASE("About a third of a fixed record of soufusaki is content") {
  const auto layout = catalog().layout("soufusaki");
  SchemaRecords records(*layout, {1, Charset::cp932, kDay});
  std::size_t content = 0;
  for (int made = 0; made < 100; ++made) {
    const auto values = records.next();
    for (std::size_t item = 0; item < values.size(); ++item) {
      const bool national = layout->items[item].picture.cls == PictureClass::national;
      content += national ? 2 * utf16_length(values[item]) : values[item].size();
    }
  }
  const std::size_t per_cent = content / layout->record_bytes(Charset::cp932);
  CHECK(per_cent >= 25);
  CHECK(per_cent <= 42);
}

TEST_CASE("Keys differ and the same seed makes the same records") {
  const auto layout = catalog().layout("honnin");
  SchemaRecords one(*layout, {1, Charset::utf8, kDay});
  SchemaRecords two(*layout, {1, Charset::utf8, kDay});
  std::set<std::string> keys;
  for (int made = 0; made < 500; ++made) {
    const auto values = one.next();
    CHECK(values == two.next());
    keys.insert(values[*layout->key]);
  }
  CHECK(keys.size() == 500);
}

TEST_CASE("A pattern is drawn from its classes, groups, alternatives and repetitions") {
  Prng prng(3);
  for (const char* expression : {"[A-Z]{2}[0-9]{8}[A-Z]{2}", "0*[1-9][0-9]?", "1[1-6]|19|31", "(ab|cd)+x?", "[^ -,]{3}",
                                 "\\d{3}-\\d{4}", "(?:A|B)[0-9a-f]{2,4}"}) {
    const Pattern pattern(expression);
    for (int drawn = 0; drawn < 200; ++drawn) {
      const auto value = sample_pattern(expression, prng);
      REQUIRE(value);
      CAPTURE(*value);
      CHECK(pattern.matches(*value));
    }
  }
  CHECK_FALSE(sample_pattern("(a)\\1", prng));
  CHECK_FALSE(sample_pattern("[a", prng));
  CHECK_FALSE(sample_pattern("(a", prng));
  CHECK_FALSE(sample_pattern("a{2,1}", prng));
  CHECK_FALSE(sample_pattern("a{99999999999}", prng));
}

}  // namespace
}  // namespace daicho
