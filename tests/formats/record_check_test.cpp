#include "formats/record_check.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "formats/finding_codes.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

Item item_of(PictureClass cls, std::uint16_t length, Kind kind) {
  Item item;
  item.id = "item";
  item.name = "項目";
  item.picture = {cls, length};
  item.kind = kind;
  return item;
}

/// The findings of one value in a layout of one item: `D1201` or `D1301 expected=…`, one a line.
std::string findings_of(const Item& item, const std::string& value) {
  Layout layout;
  layout.items.push_back(item);
  const RecordChecker checker(layout);
  const OwnedRecord record(std::vector<std::string>{value});
  FindingList list;
  const bool good = checker.check(record.view(), "in.dat", list);
  bool errors = false;
  std::string text;
  for (const Finding& finding : list.findings) {
    errors = errors || finding.is_error();
    CHECK(finding.file == "in.dat");
    CHECK(finding.value == value);
    text += (text.empty() ? "" : "\n") + std::string(finding.code.code);
    for (const auto& [name, arg] : finding.args) text += " " + name + "=" + arg;
  }
  CHECK(good == !errors);
  return text;
}

Item date_item(Kind kind, bool unknown_allowed) {
  Item item = item_of(PictureClass::digits, kind == Kind::date ? 8 : kind == Kind::era_date ? 7 : 9, kind);
  item.unknown_allowed = unknown_allowed;
  return item;
}

}  // namespace

TEST_CASE("required items must have a value") {
  Item item = item_of(PictureClass::digits, 2, Kind::digits);
  CHECK(findings_of(item, "") == "");
  item.presence = Presence::conditional;
  CHECK(findings_of(item, "") == "");
  item.presence = Presence::required;
  CHECK(findings_of(item, "") == "D1101");
  CHECK(findings_of(item, "00") == "");
}

TEST_CASE("dates are days of the calendar") {
  const Item date = date_item(Kind::date, false);
  CHECK(findings_of(date, "20240229") == "");
  CHECK(findings_of(date, "20230229") == "D1201");
  CHECK(findings_of(date, "20231301") == "D1201");
  CHECK(findings_of(date, "20231131") == "D1201");
  CHECK(findings_of(date, "") == "");
}

TEST_CASE("unknown parts of a date are right only where the item allows them") {
  for (const char* value : {"20230000", "20230500", "00000000"}) {
    CHECK(findings_of(date_item(Kind::date, true), value) == "");
    CHECK(findings_of(date_item(Kind::date, false), value) == "D1203");
  }
  CHECK(findings_of(date_item(Kind::date, true), "20230015") == "D1201");
}

TEST_CASE("era dates lie inside their era; on the double days both are right") {
  const Item era = date_item(Kind::era_date, false);
  for (const char* value : {"1450730", "2010730", "2151225", "3011225", "3640107", "4310430", "5010501"}) {
    CHECK(findings_of(era, value) == "");
  }
  CHECK(findings_of(era, "4310501") == "D1202");
  CHECK(findings_of(era, "6010101") == "D1202");
  const Item long_era = date_item(Kind::era_gregorian_date, false);
  CHECK(findings_of(long_era, "420190430") == "");
  CHECK(findings_of(long_era, "420190501") == "D1202");
  CHECK(findings_of(long_era, "019991231") == "");
  CHECK(findings_of(date_item(Kind::era_gregorian_date, true), "319450000") == "");
}

TEST_CASE("timestamps are moments") {
  const Item item = item_of(PictureClass::digits, 17, Kind::timestamp);
  CHECK(findings_of(item, "20261120235959999") == "");
  CHECK(findings_of(item, "20261120240000000") == "D1204");
  CHECK(findings_of(item, "20261131000000000") == "D1204");
}

TEST_CASE("check digits: an error, but of 宛名番号 a warning, because older ones may have none") {
  Item item = item_of(PictureClass::digits, 12, Kind::digits);
  item.check = CheckDigit::individual_no;
  CHECK(findings_of(item, "123456789018") == "");
  CHECK(findings_of(item, "123456789010") == "D1301");
  item.check = CheckDigit::addressee_no;
  item.zero_filled = true;
  CHECK(findings_of(item, "000000000019") == "");
  CHECK(findings_of(item, "000000000018") == "D1302");
  item = item_of(PictureClass::digits, 6, Kind::digits);
  item.check = CheckDigit::municipality_code;
  item.check_except = {"000000"};
  CHECK(findings_of(item, "132101") == "");
  CHECK(findings_of(item, "000000") == "");
  CHECK(findings_of(item, "132102") == "D1301");
}

TEST_CASE("codes stand in their list, and the nearest one is named") {
  auto list = std::make_shared<CodeList>();
  list->name = "異動事由";
  list->codes = {{"11", "国内転入"}, {"31", "転居"}, {"32", "軽微な修正"}};
  Item item = item_of(PictureClass::digits, 2, Kind::digits);
  item.codes = list;
  CHECK(findings_of(item, "31") == "");
  CHECK(findings_of(item, "33") == "D1401 list=異動事由 nearest=32 軽微な修正");
  CHECK(findings_of(item, "95") == "D1401 list=異動事由 nearest=");  // nobody meant 45
  CHECK(findings_of(item, "12") == "D1401 list=異動事由 nearest=11 国内転入");
  CHECK(findings_of(item, "") == "");
}

TEST_CASE("chained codes: each part stands in the list, 02 stands alone") {
  auto list = std::make_shared<CodeList>();
  list->name = "続柄";
  list->codes = {{"02", "世帯主", true}, {"12", "妻"}, {"20", "子"}};
  Item item = item_of(PictureClass::digits, 8, Kind::digits);
  item.codes = list;
  item.codes_chained = true;
  for (const char* value : {"02000000", "20000000", "20200000", "20122020"}) CHECK(findings_of(item, value) == "");
  for (const char* value : {"02200000", "20020000", "20002000", "21000000", "00000000"}) {
    CHECK(findings_of(item, value).starts_with("D1401 list=続柄"));
  }
}

TEST_CASE("patterns match the whole value") {
  Item item = item_of(PictureClass::text, 12, Kind::text);
  item.pattern = "[A-Z]{2}[0-9]{8}[A-Z]{2}";
  CHECK(findings_of(item, "AB12345678CD") == "");
  CHECK(findings_of(item, "AB12345678C") == "D1402 pattern=[A-Z]{2}[0-9]{8}[A-Z]{2}");
}

TEST_CASE("a value that is in no list is told once, not by its pattern too") {
  auto list = std::make_shared<CodeList>();
  list->name = "性別";
  list->codes = {{"0", "不明"}, {"1", "男"}, {"2", "女"}};
  Item item = item_of(PictureClass::digits, 1, Kind::digits);
  item.codes = list;
  item.pattern = "[12]";
  CHECK(findings_of(item, "3") == "D1401 list=性別 nearest=");
  CHECK(findings_of(item, "0") == "D1402 pattern=[12]");
}

TEST_CASE("relations are told with the items that they are about") {
  Layout layout;
  layout.items.push_back(item_of(PictureClass::digits, 3, Kind::digits));
  layout.items.push_back(item_of(PictureClass::national, 10, Kind::kanji));
  layout.items[1].name = "漢字氏名";
  layout.items[0].relations.push_back({RelationKind::length_of, {1}});
  const RecordChecker checker(layout);
  FindingList list;
  const OwnedRecord record(std::vector<std::string>{"001", "山田"});
  CHECK_FALSE(checker.check(record.view(), "in.dat", list));
  CHECK(test::shown(list.findings) == "D2001 error record=0 offset=0 item=item other=漢字氏名 expected=2\n");
}

namespace {

/// A flag for each of two counts of two texts, and what hangs on each other: enough for chains of faults.
Layout chained_layout() {
  Layout layout;
  for (const char* id : {"flag", "count", "length", "text", "reason"}) {
    const bool text = std::string_view(id) == "text";
    Item item = item_of(text ? PictureClass::national : PictureClass::digits, text ? 10 : 2, Kind::digits);
    item.id = item.name = id;
    layout.items.push_back(item);
  }
  layout.items[0].relations.push_back({RelationKind::flag_of, {1}});
  layout.items[1].relations.push_back({RelationKind::gaiji_count_of, {3}});
  layout.items[2].relations.push_back({RelationKind::length_of, {3}});
  layout.items[2].required_when = {{{4, {"11"}}}};
  auto list = std::make_shared<CodeList>();
  list->codes = {{"11", "転入"}};
  layout.items[4].codes = list;
  return layout;
}

std::string chained_findings(const std::vector<std::string>& values, const std::vector<std::size_t>& faulty_items) {
  const Layout layout = chained_layout();
  const RecordChecker checker(layout);
  FindingList list;
  checker.check(OwnedRecord(values).view(), "in.dat", list, faulty_items);
  std::string text;
  for (const Finding& finding : list.findings) {
    text += (text.empty() ? "" : " ") + std::string(finding.code.code) + ":" + layout.items[finding.item].id;
  }
  return text;
}

}  // namespace

TEST_CASE("an item whose value could not be read hides itself and what reads it, nothing else") {
  CHECK(chained_findings({"1", "00", "03", "山田", "12"}, {}) == "D2004:flag D2001:length D1401:reason");
  CHECK(chained_findings({"1", "00", "03", "山田", "12"}, {4}) == "D2004:flag D2001:length");
  CHECK(chained_findings({"1", "00", "03", "山田", "12"}, {3}) == "D2004:flag D1401:reason");
  CHECK(chained_findings({"1", "00", "03", "山田", "12"}, {1}) == "D2001:length D1401:reason");
  CHECK(chained_findings({"1", "00", "", "山田", "11"}, {}) == "D2004:flag D1102:length");
  CHECK(chained_findings({"1", "00", "", "山田", "11"}, {4}) == "D2004:flag");
}

TEST_CASE("a relation is not told where what it reads is at fault by another one") {
  CHECK(chained_findings({"1", "01", "02", "山田", ""}, {}) == "D2002:count");
  CHECK(chained_findings({"0", "01", "02", "山田", ""}, {}) == "D2002:count");
  CHECK(chained_findings({"1", "00", "02", "山田", ""}, {}) == "D2004:flag");
}

TEST_CASE("of items that repeat each other one is told") {
  Layout layout;
  for (int i = 0; i < 2; ++i) layout.items.push_back(item_of(PictureClass::digits, 2, Kind::digits));
  layout.items[0].relations.push_back({RelationKind::equals, {1}});
  layout.items[1].relations.push_back({RelationKind::equals, {0}});
  FindingList list;
  RecordChecker(layout).check(OwnedRecord(std::vector<std::string>{"11", "12"}).view(), "in.dat", list);
  CHECK(list.findings.size() == 1);
}

TEST_CASE("a finding carries the record's position and the field's bytes") {
  Layout layout;
  layout.items.resize(2);
  RecordBlock block(2);
  block.begin_record({7, 1234, 9});
  block.text() += "ab";
  block.end_field(1, 10, 4);
  block.end_record("0123456789ab  ", false);
  const Finding finding = finding_at(code::kTooLong, layout, block[0], 1, "in.csv");
  CHECK(finding.record == 7);
  CHECK(finding.offset == 1234);
  CHECK(finding.line == 9);
  CHECK(finding.column == 11);
  CHECK(finding.byte_first == 11);
  CHECK(finding.byte_last == 14);
  CHECK(finding.value == "ab");
  const Finding absent = finding_at(code::kRequiredMissing, layout, block[0], 0, "in.csv");
  CHECK(absent.byte_first == 0);
  CHECK(absent.byte_last == 0);
  CHECK(absent.column == 0);
}
