#include "jobs/rejects.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "formats/finding_codes.hpp"

namespace daicho::test {
namespace {

TEST_CASE("rejects stand by person, with the item's names and a sentence, and without any value") {
  const Catalog catalog;
  const FindingTexts texts(catalog);
  const auto juki = catalog.layout("juki");
  RejectList list;
  Finding finding;
  finding.code = code::kArrivalOfLiving;
  finding.layout = juki.get();
  finding.item = juki->index("move_reason");
  finding.record = 7;
  finding.value = "11";
  list.add(1234, finding);
  finding.code = code::kResidentSinceUnknown;
  finding.record = 0;
  list.add(19, finding);
  list.add(0, finding);
  std::string text;
  list.write_rejects(*memory_sink(text), texts);
  CHECK(text ==
        "addressee_no,record,severity,code,item,name,reason\r\n"
        ",,warning,D4003,move_reason,異動事由," +
            texts.message(finding, Language::ja) +
            "\r\n"
            "000000000000019,,warning,D4003,move_reason,異動事由," +
            texts.message(finding, Language::ja) +
            "\r\n"
            "000000000001234,7,error,D3001,move_reason,異動事由,現存する住民に対する転入・出生・職権記載です\r\n");
  CHECK(list.rejected() == 1);
  CHECK(list.warnings() == 2);
}

TEST_CASE("people are counted once, and each record that nobody can be named for") {
  RejectList list;
  Finding finding;
  finding.code = code::kBrokenCharacter;
  finding.record = 3;
  list.add(19, finding);
  list.add(19, finding);
  list.add(0, finding);
  list.add(0, finding);
  finding.record = 4;
  list.add(0, finding);
  CHECK(list.rejected() == 3);
  CHECK(list.rows() == 5);
}

TEST_CASE("whoever waits stands by person with the reason") {
  RejectList list;
  list.wait(28, "印刷区分が未設定");
  list.wait(19, "理由に,と\"がある");
  std::string text;
  list.write_waiting(*memory_sink(text));
  CHECK(text ==
        "addressee_no,reason\r\n000000000000019,\"理由に,と\"\"がある\"\r\n000000000000028,印刷区分が未設定\r\n");
  CHECK(list.waiting() == 2);
}

}  // namespace
}  // namespace daicho::test
