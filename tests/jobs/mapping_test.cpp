#include "jobs/mapping.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "formats/error.hpp"
#include "formats/toml_reader.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

Item item(const std::string& id, PictureClass cls, std::uint16_t length, Kind kind = Kind::digits) {
  Item made;
  made.id = id;
  made.name = id;
  made.picture = {cls, length};
  made.kind = kind;
  return made;
}

/// One for all tests: findings point to it.
std::shared_ptr<const Layout> source_layout() {
  static const auto layout = std::make_shared<Layout>();
  if (!layout->items.empty()) return layout;
  layout->id = "source";
  layout->items = {item("kana", PictureClass::national, 10, Kind::katakana),
                   item("day", PictureClass::digits, 8, Kind::date),
                   item("other_day", PictureClass::digits, 8, Kind::date),
                   item("city", PictureClass::digits, 6),
                   item("street", PictureClass::national, 10, Kind::zenkaku),
                   item("house", PictureClass::national, 10, Kind::zenkaku),
                   item("reason", PictureClass::digits, 2)};
  return layout;
}

/// An output layout with one item, `out`, and its counter `count`.
std::shared_ptr<const Layout> target_layout(Item out) {
  auto layout = std::make_shared<Layout>();
  layout->id = "target";
  out.id = "out";
  Item count = item("count", PictureClass::digits, 3);
  count.zero_filled = true;
  count.relations = {{RelationKind::length_of, {1}}};
  layout->items = {count, out};
  return layout;
}

struct Outcome {
  std::string value;
  std::string count;
  std::vector<Finding> faults;
};

const std::vector<std::string> kRecord{"ヴァン", "20190430", "19890000", "132101", "本町一丁目", "緑荘", "31"};

Mapping mapping_of(const std::string& rule, const Item& out, const std::string& more = "") {
  return Mapping::parse(fmt::format("from = \"source\"\nto = \"target\"\nrules = [\n  {{ item = \"out\", {} }},\n"
                                    "  {{ item = \"count\", relation = \"length_of\" }},\n]\n{}",
                                    rule, more),
                        "test.toml", source_layout(), target_layout(out));
}

Outcome apply(const std::string& rule, const Item& out, const std::string& more = "",
              const std::vector<std::string>& record = kRecord, Charset charset = Charset::utf16be) {
  TempFolder folder;
  std::ofstream(folder.path() / "daicho.toml") << "[operator]\nid = \"BATCH001\"\n";
  const Settings settings = Settings::load(folder.path() / "daicho.toml");
  const Mapping mapping = mapping_of(rule, out, more);
  Outcome outcome;
  const OwnedRecord source(record);
  MappingContext context{settings, charset, [](std::string_view name) { return "<" + std::string(name) + ">"; }, ""};
  const auto values = mapping.apply(source.view(), context, outcome.faults);
  outcome.count = values[0];
  outcome.value = values[1];
  return outcome;
}

std::string complaint(const std::string& rule, const std::string& more = "") {
  try {
    mapping_of(rule, item("out", PictureClass::national, 10, Kind::zenkaku), more);
  } catch (const SchemaError& error) {
    return error.what();
  }
  return "accepted";
}

const Item kText = item("out", PictureClass::national, 10, Kind::zenkaku);
const Item kEraDate = item("out", PictureClass::digits, 7, Kind::era_date);
const Item kCode = item("out", PictureClass::digits, 2);

TEST_CASE("values come from items, settings, the job and the rule itself") {
  CHECK(apply("from = \"kana\"", kText).value == "ヴァン");
  CHECK(apply("setting = \"operator.id\"", kText).value == "BATCH001");
  CHECK(apply("job = \"update_seq\"", kText).value == "<update_seq>");
  CHECK(apply("value = \"0\"", kText).value == "0");
  CHECK(apply("absent = true", kText).value.empty());
}

TEST_CASE("a counter that stands before its item is made after it, at full length") {
  CHECK(apply("from = \"kana\"", kText).count == "003");
}

TEST_CASE("katakana becomes hiragana as the output's charset allows") {
  const Item hiragana = item("out", PictureClass::national, 10, Kind::hiragana);
  CHECK(apply("from = \"kana\", transform = \"hiragana\"", hiragana).value == "ゔぁん");
  CHECK(apply("from = \"kana\", transform = \"hiragana\"", hiragana, "", kRecord, Charset::cp932).value == "う゛ぁん");
}

TEST_CASE("a value that grows past its width is a fault of its source item") {
  std::vector<std::string> record = kRecord;
  record[0] = "ヴヴヴヴヴヴ";
  const Item hiragana = item("out", PictureClass::national, 10, Kind::hiragana);
  const Outcome outcome = apply("from = \"kana\", transform = \"hiragana\"", hiragana, "", record, Charset::cp932);
  REQUIRE(outcome.faults.size() == 1);
  CHECK(outcome.faults[0].code.code == std::string("D1006"));
  CHECK(outcome.faults[0].layout->items[outcome.faults[0].item].id == "kana");
}

TEST_CASE("Gregorian dates become era dates, unknown stays unknown, and before 明治 is a fault") {
  CHECK(apply("from = \"day\", transform = \"era_date\"", kEraDate).value == "4310430");
  std::vector<std::string> record = kRecord;
  record[1] = "00000000";
  CHECK(apply("from = \"day\", transform = \"era_date\"", kEraDate, "", record).value == "0000000");
  record[1] = "18670101";
  CHECK(apply("from = \"day\", transform = \"era_date\"", kEraDate, "", record).faults[0].code.code ==
        std::string("D1202"));
}

TEST_CASE("another date stands in for one with unknown parts") {
  CHECK(apply("from = \"other_day\", or_if_unknown = \"day\", transform = \"era_date\"", kEraDate).value == "4310430");
  CHECK(apply("from = \"day\", or_if_unknown = \"day\", unknown_of = \"other_day\", transform = \"era_date\"", kEraDate)
            .value == apply("from = \"day\", transform = \"era_date\"", kEraDate).value);
  CHECK(apply("from = \"day\", or_if_unknown = \"other_day\", transform = \"era_date\"", kEraDate).value == "4310430");
}

TEST_CASE("the separator of joined items goes where it does not fit, with a warning") {
  CHECK(apply("join = [\"street\", \"house\"]", kText).value == "本町一丁目　緑荘");
  const Item narrow = item("out", PictureClass::national, 7, Kind::zenkaku);
  const Outcome outcome = apply("join = [\"street\", \"house\"]", narrow);
  CHECK(outcome.value == "本町一丁目緑荘");
  REQUIRE(outcome.faults.size() == 1);
  CHECK(outcome.faults[0].code.code == std::string("D4004"));
  const Item too_narrow = item("out", PictureClass::national, 6, Kind::zenkaku);
  CHECK(apply("join = [\"street\", \"house\"]", too_narrow).faults.back().code.code == std::string("D1006"));
  std::vector<std::string> record = kRecord;
  record[5] = "";
  CHECK(apply("join = [\"street\", \"house\"]", kText, "", record).value == "本町一丁目");
}

TEST_CASE("codes are looked up, blanks and others as the table says, unknown ones are faults") {
  const std::string table = "[codes.reasons]\n31 = \"21\"\n";
  CHECK(apply("from = \"reason\", codes = \"reasons\"", kCode, table).value == "21");
  std::vector<std::string> record = kRecord;
  record[6] = "99";
  CHECK(apply("from = \"reason\", codes = \"reasons\"", kCode, table, record).faults[0].code.code ==
        std::string("D1401"));
  CHECK(apply("from = \"reason\", codes = \"reasons\"", kCode, table + "others = \"00\"\n", record).value == "00");
  record[6] = "";
  CHECK(apply("from = \"reason\", codes = \"reasons\"", kCode, table + "others = \"00\"\n", record).value.empty());
  CHECK(apply("from = \"reason\", codes = \"reasons\"", kCode, table + "blank = \"01\"\n", record).value == "01");
}

TEST_CASE("a flag says whether any of its items is present, while its condition holds") {
  const Item flag = item("out", PictureClass::digits, 1, Kind::flag);
  CHECK(apply("any_present = [\"street\", \"house\"]", flag).value == "1");
  CHECK(apply("any_present = [\"street\"], while = { reason = \"31\" }", flag).value == "1");
  CHECK(apply("any_present = [\"street\"], while = { reason = \"32\" }", flag).value == "0");
}

TEST_CASE("a rule may warn of source values") {
  const Outcome outcome = apply("from = \"reason\", warn_on = [\"31\"], warn = \"D4002\"", kCode);
  REQUIRE(outcome.faults.size() == 1);
  CHECK_FALSE(outcome.faults[0].is_error());
}

TEST_CASE("wrong rules are refused where they stand") {
  CHECK(complaint("from = \"kanna\"") == "test.toml:4:26: layout source has no item `kanna`\n  did you mean `kana`?");
  CHECK(complaint("from = \"kana\", transform = \"hirgana\"") ==
        "test.toml:4:46: no transform `hirgana`\n  there are hiragana, seion, era_date, drop_check_digit");
  CHECK(complaint("setting = \"operator.name\"") == "test.toml:4:29: there is no setting `operator.name`");
  CHECK(complaint("from = \"kana\", codes = \"nowhere\"") == "test.toml:4:42: there is no table [codes.nowhere]");
  CHECK(complaint("from = \"kana\", job = \"x\"").find("a rule has one source") != std::string::npos);
  CHECK(complaint("of = \"out\"") == "test.toml:3:9: `out` is made from itself");
  CHECK(complaint("from = \"kana\", trasform = \"seion\"").find("transform") != std::string::npos);
  CHECK(complaint("absent = true }, { item = \"out\", absent = true").find("a second rule for `out`") !=
        std::string::npos);
  CHECK(complaint("value = \"1\", variant = \"initial\"").find("no rule for `out` of layout target") !=
        std::string::npos);
}

TEST_CASE("the mapping of honnin makes every item") {
  const Catalog catalog;
  const Mapping mapping = Mapping::load(catalog, catalog.layout("juki"), catalog.layout("honnin"));
  CHECK(mapping.to().items.size() == 36);
}

}  // namespace
}  // namespace daicho::test
