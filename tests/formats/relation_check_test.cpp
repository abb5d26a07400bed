#include "formats/relation_check.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "formats/finding_codes.hpp"

using namespace daicho;

namespace {

/// The fault of a relation of item 0 to the other items, as `code expected`, or `right`.
std::string fault_of(RelationKind kind, const std::vector<std::string>& values) {
  Layout layout;
  layout.items.resize(values.size());
  Relation relation;
  relation.kind = kind;
  for (std::size_t i = 1; i < values.size(); ++i) relation.items.push_back(i);
  const OwnedRecord record(values);
  const auto fault = check_relation(layout, relation, 0, record.view());
  if (!fault) return "right";
  return fault->expected.empty() ? fault->code.code : std::string(fault->code.code) + " " + fault->expected;
}

}  // namespace

TEST_CASE("項目長 counts UTF-16 code units, leading zeros or not") {
  CHECK(fault_of(RelationKind::length_of, {"005", "山田　太郎"}) == "right");
  CHECK(fault_of(RelationKind::length_of, {"5", "山田　太郎"}) == "right");
  CHECK(fault_of(RelationKind::length_of, {"004", "山田　太郎"}) == "D2001 5");
  CHECK(fault_of(RelationKind::length_of, {"003", "𠮷田"}) == "right");
  CHECK(fault_of(RelationKind::length_of, {"004", "葛\U000E0100西"}) == "right");
  CHECK(fault_of(RelationKind::length_of, {"001", ""}) == "D2001 0");
}

TEST_CASE("外字数 counts characters, a base and its variation selector as one") {
  CHECK(fault_of(RelationKind::gaiji_count_of, {"000", "山田"}) == "right");
  CHECK(fault_of(RelationKind::gaiji_count_of, {"002", "\uE000田\U000F0000"}) == "right");
  CHECK(fault_of(RelationKind::gaiji_count_of, {"000", "\uE000田"}) == "D2002 1");
}

TEST_CASE("an absent value is right: its presence is another check's") {
  for (const RelationKind kind : {RelationKind::length_of, RelationKind::positions_of, RelationKind::flag_of,
                                  RelationKind::seion_of, RelationKind::substitute_of, RelationKind::equals}) {
    CHECK(fault_of(kind, {"", "山田", "山田"}) == "right");
  }
}

TEST_CASE("a flag is 1 where any count is above 0") {
  CHECK(fault_of(RelationKind::flag_of, {"0", "000", "", "00"}) == "right");
  CHECK(fault_of(RelationKind::flag_of, {"1", "000", "010"}) == "right");
  CHECK(fault_of(RelationKind::flag_of, {"0", "000", "001"}) == "D2004 1");
  CHECK(fault_of(RelationKind::flag_of, {"1", "000", "000"}) == "D2004 0");
}

TEST_CASE("清音化, equality and the certificate's repertoire") {
  CHECK(fault_of(RelationKind::seion_of, {"はひはら", "ばびぱら"}) == "right");
  CHECK(fault_of(RelationKind::seion_of, {"ばひはら", "ばびぱら"}) == "D2005");
  CHECK(fault_of(RelationKind::equals, {"山", "山"}) == "right");
  CHECK(fault_of(RelationKind::equals, {"山", "川"}) == "D2007");
  CHECK(fault_of(RelationKind::substitute_of, {"吉田", "𠮷田"}) == "right");
  CHECK(fault_of(RelationKind::substitute_of, {"𠮷田", "𠮷田"}) == "D2006");
  CHECK(fault_of(RelationKind::positions_of, {"000", "𠮷田", "吉田"}) == "D2003");
}

TEST_CASE("位置情報: nothing replaced") {
  CHECK(positions_right("00", "山田", "山田"));
  CHECK_FALSE(positions_right("01", "山田", "山田"));
  CHECK_FALSE(positions_right("000", "山田", "山田"));
  CHECK_FALSE(positions_right("0", "山田", "山田"));
  CHECK_FALSE(positions_right("", "山田", "山田"));
}

TEST_CASE("位置情報: each replaced character flags all of its code units") {
  CHECK(positions_right("110", "𠮷田", "吉田"));
  CHECK_FALSE(positions_right("100", "𠮷田", "吉田"));
  CHECK_FALSE(positions_right("10", "𠮷田", "吉田"));
  CHECK_FALSE(positions_right("001", "𠮷田", "吉田"));
  CHECK(positions_right("1110", "葛\U000E0100西", "葛西"));
  CHECK_FALSE(positions_right("111", "髙橋一", "高橋一"));
  CHECK_FALSE(positions_right("1x0", "髙橋一", "高橋一"));
}

TEST_CASE("位置情報: a reading for a part of a name may share kana with it and be as long") {
  CHECK(positions_right("111", "𪚲の", "がの"));
  CHECK(positions_right("00111", "山　𪚲の", "山　がの"));
  CHECK(positions_right("1001111", "Ⅱ山　𪚲の子", "ＩＩ山　がこ"));
  CHECK_FALSE(positions_right("11", "のの", "のの"));
  CHECK_FALSE(positions_right("111", "𪚲山", "吉山"));
  CHECK_FALSE(positions_right("00111", "山　𪚲の", "川　がの"));
}

TEST_CASE("位置情報: kana may be longer than what it stands for") {
  CHECK(positions_right("01", "山槗", "山ばし"));
  CHECK(positions_right("10", "槗山", "ばし山"));
  CHECK(positions_right("010", "大槗山", "大ばし山"));
  CHECK(positions_right("11", "槗槗", "ばしば"));
  CHECK_FALSE(positions_right("01", "山槗", "川ばし"));
  CHECK_FALSE(positions_right("00", "山槗", "山ばし"));
  CHECK_FALSE(positions_right("01", "山槗", "山"));
  CHECK_FALSE(positions_right("010", "大槗山", "大ばし川"));
  CHECK_FALSE(positions_right("100", "槗大山", "大山"));
  CHECK_FALSE(positions_right("", "", "ばし"));
  CHECK_FALSE(positions_right("0", "槗", "槗ばし"));
}
