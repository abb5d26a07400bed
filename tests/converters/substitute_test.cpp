#include "converters/substitute.hpp"

#include <doctest/doctest.h>

#include <string>

#include "converters/utf8.hpp"

using daicho::Charset;
using daicho::SubstituteResult;
using daicho::Substitution;
using daicho::SubstitutionTable;

namespace {

const SubstitutionTable& table() {
  static const SubstitutionTable simple = SubstitutionTable::simple();
  return simple;
}

void check(std::string_view text, Charset charset, const Substitution& expected) {
  CAPTURE(text);
  const Substitution done = daicho::substitute(table(), text, charset);
  CHECK(done.result == expected.result);
  CHECK(done.text == expected.text);
  CHECK(done.positions == expected.positions);
}

}  // namespace

TEST_CASE("text inside the repertoire stays, with a 0 for each code unit") {
  check("", Charset::utf16be, {SubstituteResult::unchanged, "", ""});
  check("東京都小金井市本町６－６－３　メゾン", Charset::utf16be,
        {SubstituteResult::unchanged, "東京都小金井市本町６－６－３　メゾン", std::string(18, '0')});
  check("渡邉　邊", Charset::cp932, {SubstituteResult::unchanged, "渡邉　邊", "0000"});
}

TEST_CASE("a replaced character has a 1 for each of its code units") {
  check("髙橋　﨑", Charset::utf16be, {SubstituteResult::substituted, "高橋　崎", "1001"});
  check("𠮷田", Charset::utf16be, {SubstituteResult::substituted, "吉田", "110"});
  check("棃本", Charset::utf16be, {SubstituteResult::substituted, "梨本", "10"});
}

TEST_CASE("a variation sequence goes to its base, and from there to the base's substitute") {
  check("葛\U000E0100飾", Charset::utf16be, {SubstituteResult::substituted, "葛飾", "1110"});
  check("辻\U000E0100", Charset::cp932, {SubstituteResult::substituted, "辻", "111"});
  check("𠮷\U000E0101田", Charset::utf16be, {SubstituteResult::substituted, "吉田", "11110"});
  check("神\uFE00", Charset::utf16be, {SubstituteResult::substituted, "神", "11"});
}

TEST_CASE("補助漢字 stay where the charset holds them and are replaced where it does not") {
  check("鷗槗麴", Charset::utf16be, {SubstituteResult::unchanged, "鷗槗麴", "000"});
  check("鷗槗麴", Charset::utf8, {SubstituteResult::unchanged, "鷗槗麴", "000"});
  check("鷗槗麴", Charset::cp932, {SubstituteResult::substituted, "鴎橋麹", "111"});
  check("濵田", Charset::cp932, {SubstituteResult::unchanged, "濵田", "00"});
}

TEST_CASE("a substitute may be longer than the original, whose positions it does not change") {
  check("メゾンⅡ１０１", Charset::utf16be, {SubstituteResult::substituted, "メゾンＩＩ１０１", "0001000"});
  check("Ｏ＇Ｂ", Charset::utf16be, {SubstituteResult::substituted, "Ｏ’Ｂ", "010"});
}

TEST_CASE("a compatibility ideograph goes to its canonical form") {
  check("\uFA19\uFA1B", Charset::utf16be, {SubstituteResult::substituted, "神福", "11"});
}

TEST_CASE("where one character has no substitute the whole is impossible, and its positions are still right") {
  const Substitution gaiji = daicho::substitute(table(), "髙\uE000田", Charset::utf16be);
  CHECK(gaiji.result == SubstituteResult::impossible);
  CHECK(gaiji.positions == "110");
  CHECK(daicho::substitute(table(), "\uE000\U000E0100", Charset::utf16be).result == SubstituteResult::impossible);
  CHECK(daicho::substitute(table(), "𩸽", Charset::utf16be).positions == "11");
  CHECK(daicho::substitute(table(), "A", Charset::utf16be).result == SubstituteResult::impossible);
}

TEST_CASE("at most two hops, and a pair onto itself leads nowhere") {
  SubstitutionTable own;
  own.add("𩸽", "𠮷");
  own.add("𠮷", "吉");
  own.add("𡌛", "𩸽");
  own.add("𥔎", "𥔎");
  CHECK(daicho::substitute(own, "𩸽", Charset::utf16be).text == "吉");
  CHECK(daicho::substitute(own, "𡌛", Charset::utf16be).result == SubstituteResult::impossible);
  CHECK(daicho::substitute(own, "𥔎", Charset::utf16be).result == SubstituteResult::impossible);
}

TEST_CASE("the table answers for a character, for a listed sequence before its base, and with nothing") {
  SubstitutionTable own;
  own.add("葛\U000E0100", "葛西");
  CHECK(own.find("葛\U000E0100") == "葛西");
  CHECK(own.find("葛\U000E0101") == "葛");
  CHECK(own.find("葛").empty());
  CHECK(own.find("").empty());
  own.add("葛\U000E0100", "蔓");
  CHECK(own.find("葛\U000E0100") == "蔓");
}

TEST_CASE("every built-in pair can be used, and ends inside the repertoire of every charset") {
  // A pair whose character every charset holds would never be looked up; 鷗 is needed for CP932 alone.
  std::size_t pairs = 0;
  for (char32_t code_point = 0x80; code_point < 0x30000; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    if (code_point >= 0xF900 && code_point <= 0xFAFF && code_point != 0xFA11 && code_point != 0xFA14) continue;
    if (code_point >= 0x2F800 && code_point <= 0x2FA1F) continue;
    std::string character;
    daicho::append_code_point(character, code_point);
    if (table().find(character).empty()) continue;
    ++pairs;
    CAPTURE(character);
    CHECK_FALSE(daicho::in_certificate_repertoire(character, Charset::cp932));
    CHECK(daicho::substitute(table(), character, Charset::cp932).result == SubstituteResult::substituted);
  }
  CHECK(pairs == 133);
}
