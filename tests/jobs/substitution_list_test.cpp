#include "jobs/substitution_list.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/jobs/fake_run.hpp"

namespace daicho {
namespace {

const Item& item(std::string_view id) {
  static const auto layout = fake::catalog().layout("soufusaki");
  return layout->items[layout->index(id)];
}

MjTable two_characters() {
  MjTable table;
  MjCharacter yoshi;
  yoshi.number = 32129;
  yoshi.sequences = {"𠮷"};
  MjCharacter kuzu;
  kuzu.number = 22336;
  kuzu.sequences = {"葛󠄀"};
  table.add(kuzu);
  table.add(yoshi);
  return table;
}

Replacement replacement(std::size_t at, std::string original, std::string substitute, std::vector<Hop> hops) {
  Replacement made;
  made.at = at;
  made.original = std::move(original);
  made.substitute = std::move(substitute);
  made.hops = std::move(hops);
  return made;
}

/// 𠮷田 <葛󠄀>子: one character by a rule, and one beside a comma to be quoted.
SubstitutedValue published() {
  SubstitutedValue value{27, &item("name"), "𠮷田　葛󠄀子", {}};
  value.substitution.result = SubstituteResult::substituted;
  value.substitution.text = "吉田　葛子";
  value.substitution.replacements = {
      replacement(0, "𠮷", "吉", {{"吉", SubstituteRule::jis_ucs, "JIS包摂規準・UCS統合規則"}}),
      replacement(10, "葛󠄀", "葛", {{"葛", SubstituteRule::base_character, "異体字セレクタを除いた文字"}})};
  value.substitution.replacements[0].alternatives = {"𠮷", "喆"};
  return value;
}

SubstitutedValue in_kana() {
  SubstitutedValue value{19, &item("name"), "小金井　", {}};
  value.original += "\xEE\x80\x80";  // U+E000
  value.substitution.result = SubstituteResult::kana;
  value.substitution.text = "小金井　はなこ";
  value.substitution.replacements = {replacement(12, "\xEE\x80\x80", "はなこ", {})};
  value.substitution.without = {"\xEE\x80\x80"};
  return value;
}

SubstitutedValue impossible() {
  SubstitutedValue value{8, &item("address"), "<字>\xEE\x80\x81町", {}};
  value.substitution.result = SubstituteResult::impossible;
  value.substitution.without = {"\xEE\x80\x81"};
  return value;
}

std::string csv(const SubstitutionList& list) {
  std::string text;
  list.write_csv(*memory_sink(text), two_characters());
  return text;
}

std::string html(const SubstitutionList& list) {
  std::string text;
  list.write_html(*memory_sink(text), two_characters(), {"soufusaki_20261120000000_001", "20261120", "小金井市"});
  return text;
}

}  // namespace

TEST_CASE("the list for programs has a row a replacement, by person, and those who wait after them") {
  SubstitutionList list;
  list.add(published());
  list.add(in_kana());
  list.add_waiting(impossible());
  list.sort();
  CHECK(list.rows() == 4);
  CHECK(csv(list) ==
        "addressee_no,item,name,result,original_value,substitute_value,position,original,code_points,mj_name,"
        "substitute,substitute_code_points,rule,evidence,alternatives\r\n"
        "000000000000019,name,氏名 漢字,2,小金井　\xEE\x80\x80,小金井　はなこ,5,\xEE\x80\x80,U+E000,,はなこ,,,"
        "読みによるかな置換,\r\n"
        "000000000000027,name,氏名 "
        "漢字,1,𠮷田　葛󠄀子,吉田　葛子,1,𠮷,U+20BB7,MJ032129,吉,U+5409,jis_ucs,"
        "JIS包摂規準・UCS統合規則,𠮷（U+20BB7） 喆（U+5586）\r\n"
        "000000000000027,name,氏名 漢字,1,𠮷田　葛󠄀子,吉田　葛子,5,葛󠄀,U+845B "
        "U+E0100,MJ022336,葛,U+845B,base_character,"
        "異体字セレクタを除いた文字,\r\n"
        "000000000000008,address,住所,9,<字>\xEE\x80\x81町,,,\xEE\x80\x81,U+E001,,,,,代替文字なし,\r\n");
}

TEST_CASE("two hops are told one after the other, with what stands between them") {
  SubstitutedValue value = published();
  value.substitution.replacements.resize(1);
  value.substitution.replacements[0].hops = {{"Ａ", SubstituteRule::koseki, "通達"},
                                             {"吉", SubstituteRule::dictionary, "辞書"}};
  CHECK(evidence_text(rows_of(value)[0]) == "通達（Ａ U+FF21） → 辞書");
}

TEST_CASE("the page shows what was replaced, on whose word, and who waits; personal text cannot become markup") {
  SubstitutionList list;
  list.add(published());
  list.add(in_kana());
  list.add_waiting(impossible());
  list.sort();
  const std::string page = html(list);
  const auto has = [&](std::string_view part) { return page.find(part) != std::string::npos; };
  CHECK(has("<h1>代替文字の確認 <small>soufusaki_20261120000000_001</small></h1>"));
  CHECK(has("<dd>2026年11月20日</dd>"));
  CHECK(has(
      "<td class=\"text\"><mark>𠮷</mark>田　<mark>葛󠄀</mark>子</td><td class=\"text\"><mark>吉</mark>田　"
      "<mark>葛</mark>子</td>"));
  CHECK(has("小金井　<mark class=\"kana\">はなこ</mark>"));
  CHECK(has("&lt;字&gt;<mark class=\"none\">\xEE\x80\x81</mark>町"));
  CHECK(
      has("<td class=\"glyph\">𠮷<code>U+20BB7</code></td><td class=\"arrow\">→</td>"
          "<td class=\"glyph\">吉<code>U+5409</code></td><td><code>MJ032129</code></td>"));
  CHECK(has("<code>U+845B U+E0100→U+845B</code>"));
  CHECK_FALSE(has("<字>"));
  CHECK_FALSE(has("http"));
}

TEST_CASE("かな of a name stand with their person only, not among the characters") {
  SubstitutionList list;
  list.add(in_kana());
  const std::string page = html(list);
  CHECK(page.find("<p>代替文字に置き換えた文字はありません。</p>") != std::string::npos);
  CHECK(page.find("はなこ") != std::string::npos);
}

TEST_CASE("a run without 代替文字 has a list that says so") {
  const SubstitutionList list;
  CHECK(list.rows() == 0);
  CHECK(csv(list).find("\r\n") + 2 == csv(list).size());
  CHECK(html(list).find("<p>代替文字を使った人はいません。</p>") != std::string::npos);
}

}  // namespace daicho
