#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "jobs/job.hpp"
#include "tests/jobs/fake_run.hpp"

namespace daicho {
namespace {

const std::string kSettings = R"([municipality]
code = "132101"
name = "小金井市"
postal_code = "1848504"
address = "東京都小金井市本町六丁目６番３号"
phone = "042-383-1111"
[operator]
id = "BATCH001"
terminal = "JUKI01"
[access_log]
system_code = "JUKI"
terminal = "192.0.2.11"
terminal_host = "juki-batch-01"
operator_no = "000001"
operator_department = "市民部市民課"
operator_name = "夜間バッチ"
[soufusaki.issue_place]
name = "小金井市役所市民課"
postal_code = "1848504"
address = "東京都小金井市本町六丁目６番３号"
phone = "042-383-1111"
[soufusaki.card_place]
name = "小金井市役所市民課"
postal_code = "1848504"
address = "東京都小金井市本町六丁目６番３号"
phone = "042-383-1111"
[soufusaki]
)";

/// A city whose soufusaki has run before, and what one run makes of a register.
class City {
 public:
  explicit City(const std::string& more_settings = "default_print_class = \"01\"\n")
      : settings_(Settings::load(folder_.write("daicho.toml", kSettings + more_settings))) {
    state.fresh = false;
  }
  fake::Run& next(const std::string& as_of = "20261120") {
    run_ = std::make_unique<fake::Run>(state, fake::catalog(), settings_, as_of);
    return *run_;
  }
  /// What was published of somebody before.
  void published(const std::vector<std::string>& values) {
    state.published[person_key(values[juki->index("addressee_no")])] = OwnedRecord(values);
  }
  fake::Run& run(const std::vector<fake::Resident>& people) {
    for (const fake::Resident& person : people) run_->add(person);
    run_->publish(*make_soufusaki());
    return *run_;
  }
  fake::Resident resident(const std::string& addressee_no) const { return fake::Resident(*juki, addressee_no); }
  std::string file(const std::string& name, const std::string& text) { return folder_.write(name, text).string(); }

  fake::State state;
  std::shared_ptr<const Layout> juki = fake::catalog().layout("juki");

 private:
  fake::Folder folder_;
  Settings settings_;
  std::unique_ptr<fake::Run> run_;
};

using Texts = std::vector<std::string>;

TEST_CASE("the access log tells of every 個人番号 that is handed over") {
  City city;
  city.next();
  const auto& run = city.run({city.resident("000000000000019")});
  const fake::File& log = run.file("access-log");
  REQUIRE(log.records.size() == 1);
  CHECK(log.at(0, "addressee_no") == "000000000000019");
  CHECK(log.at(0, "remarks") == "個人番号カード管理システム");
  CHECK(log.request().destination.empty());
}

TEST_CASE("a newborn's notice has all 61 items") {
  City city;
  city.next();
  const auto& run = city.run({city.resident("000000000000019")});
  const fake::File& file = run.file("soufusaki");
  REQUIRE(file.records.size() == 1);
  CHECK(to_string(file.request().format) == "fixed:utf-16be,eol=crlf");
  CHECK(file.records[0] == Texts{"000000000001",
                                 "1840004",
                                 "024",
                                 "東京都小金井市本町六丁目６番３号　本町荘１０１号",
                                 "000",
                                 "006",
                                 "小金井　太郎",
                                 "000",
                                 "13210",
                                 "004",
                                 "小金井市",
                                 "1848504",
                                 "016",
                                 "東京都小金井市本町六丁目６番３号",
                                 "000",
                                 "042-383-1111",
                                 "009",
                                 "小金井市役所市民課",
                                 "000",
                                 "1848504",
                                 "016",
                                 "東京都小金井市本町六丁目６番３号",
                                 "000",
                                 "042-383-1111",
                                 "009",
                                 "小金井市役所市民課",
                                 "000",
                                 "1848504",
                                 "016",
                                 "東京都小金井市本町六丁目６番３号",
                                 "000",
                                 "042-383-1111",
                                 "01",
                                 "20261120",
                                 "BATCH001",
                                 "JUKI01",
                                 "01",
                                 "12345678903",
                                 "006",
                                 "小金井　花子",
                                 "000",
                                 "008",
                                 "こがねい　はなこ",
                                 "1840004",
                                 "024",
                                 "東京都小金井市本町六丁目６番３号　本町荘１０１号",
                                 "000",
                                 "419900401",
                                 "2",
                                 "123456789018",
                                 "0",
                                 "",
                                 "0",
                                 "006",
                                 "小金井　花子",
                                 "024",
                                 "東京都小金井市本町六丁目６番３号　本町荘１０１号",
                                 "000000",
                                 "000000000000000000000000",
                                 "0",
                                 ""});
  CHECK(run.rejects.empty());
  CHECK(run.waiting.empty());
}

TEST_CASE("those are notified whose number is new or changed, and not those who brought theirs") {
  City city;
  const auto one = [&](const char* number, const char* reason, const char* settled) {
    const std::string day = "0" + std::to_string(std::stoi(number) / 8);  // the test knows people by their birthday
    return city.resident(number)
        .set("move_reason", reason)
        .set("settled_reason", settled)
        .set("birth_date", "4199004" + day.substr(day.size() - 2));
  };
  city.published(city.resident("35").set("individual_no", ""));              // waited for the number
  city.published(city.resident("43"));                                       // number as before
  city.published(city.resident("51").set("individual_no", "983205673214"));  // number changed
  city.published(one("60", "21", "11").set("removal_class", "1"));           // left with the number, and comes back
  city.published(one("78", "11", "11").set("individual_no", ""));            // arrived, number entered later
  city.next();
  const auto& run = city.run({
      one("19", "13", "13"),                             // 出生
      one("27", "12", "12"),                             // 国外転入
      one("35", "37", "13"),                             // 個人番号の職権記載
      one("43", "32", "13").set("remarks", "変更"),      // 軽微な修正
      one("51", "35", "13"),                             // 個人番号の変更請求
      one("60", "11", "11"),                             // 再転入
      one("78", "37", "11"),                             // 国内転入, number a day later
      one("86", "11", "11"),                             // 国内転入
      one("94", "32", "11"),                             // 国内転入 and 軽微な修正 since the last run
      one("108", "16", "16"),                            // 職権記載
      one("116", "13", "13").set("individual_no", ""),   // 出生, no number yet
      one("124", "23", "13").set("removal_class", "2"),  // 死亡
  });
  CHECK(run.file("soufusaki").column("birth_date") ==
        Texts{"419900402", "419900403", "419900404", "419900406", "419900413"});
  CHECK(run.file("soufusaki").column("person_count") == Texts(5, "05"));
  CHECK(run.rejects.empty());
}

TEST_CASE("nobody is notified twice, and at the beginning everyone counts as notified") {
  City city;
  city.state.fresh = true;
  city.next();
  CHECK(city.run({city.resident("19"), city.resident("27").set("individual_no", "")}).files.empty());
  city.next("20261121");
  CHECK(city.run({city.resident("19").set("remarks", "変更"), city.resident("27")}).file("soufusaki").records.size() ==
        1);
  city.next("20261122");
  CHECK(city.run({city.resident("19").set("remarks", "変更"), city.resident("27")}).files.empty());
}

TEST_CASE("--full is refused: whoever was notified is not notified again") {
  City city;
  city.next().set_full();
  CHECK_THROWS_WITH_AS(city.run({}), "soufusaki takes no --full: whoever was notified is not notified again",
                       UsageError);
}

TEST_CASE("one household shares an envelope, its head first; envelopes are numbered by household") {
  City city;
  city.next();
  const auto& run = city.run({
      city.resident("35").set("household_no", "200").set("relationship_code", "20000000"),
      city.resident("19").set("household_no", "200").set("relationship_code", "02000000"),
      city.resident("43").set("household_no", "100"),
      city.resident("27").set("household_no", "200").set("relationship_code", "20000000"),
  });
  const fake::File& file = run.file("soufusaki");
  CHECK(file.column("dispatch_no") == Texts{"000000000001", "000000000002", "000000000002", "000000000002"});
  CHECK(file.column("person_count") == Texts{"01", "03", "03", "03"});
}

TEST_CASE("the hundredth person of a household goes into the next envelope") {
  City city;
  city.next();
  std::vector<fake::Resident> people;
  for (int i = 1; i <= 100; ++i) people.push_back(city.resident(std::to_string(i)));
  const fake::File& file = city.run(people).file("soufusaki");
  REQUIRE(file.records.size() == 100);
  CHECK(file.at(98, "dispatch_no") == "000000000001");
  CHECK(file.at(98, "person_count") == "99");
  CHECK(file.at(99, "dispatch_no") == "000000000002");
  CHECK(file.at(99, "person_count") == "01");
}

TEST_CASE("envelope numbers go on from run to run") {
  City city;
  city.next();
  city.run({city.resident("19")});
  city.next("20261121");
  CHECK(city.run({city.resident("19"), city.resident("27")}).file("soufusaki").column("dispatch_no") ==
        Texts{"000000000002"});
}

TEST_CASE("without a print class a person waits, and is notified when staff have decided") {
  City city("");
  city.next();
  const auto& first = city.run({city.resident("19")});
  CHECK(first.files.empty());
  CHECK(first.waiting == std::map<PersonKey, std::string>{{19, "印刷区分がありません"}});
  city.next("20261121").side_files["print-classes"] = city.file("classes.csv", "addressee_no,print_class\n19,11\n");
  CHECK(city.run({city.resident("19")}).file("soufusaki").column("print_class") == Texts{"11"});
}

TEST_CASE("a dispatch address of the staff's list makes an envelope of its own") {
  City city;
  city.next().side_files["print-classes"] =
      city.file("classes.csv",
                "addressee_no,print_class,dispatch_postal_code,dispatch_address,dispatch_name\n"
                "27,01,1000001,東京都千代田区千代田一丁目１番１号,小金井　花子\n35,01,,,\n");
  const auto& run = city.run({city.resident("19"), city.resident("27"), city.resident("35")});
  const fake::File& file = run.file("soufusaki");
  CHECK(file.column("person_count") == Texts{"02", "02", "01"});
  CHECK(file.column("dispatch_name") == Texts{"小金井　太郎", "小金井　太郎", "小金井　花子"});
  CHECK(file.at(2, "dispatch_postal_code") == "1000001");
  CHECK(file.at(2, "dispatch_address") == "東京都千代田区千代田一丁目１番１号");
  CHECK(file.at(2, "dispatch_address_length") == "017");
  CHECK(file.at(2, "address") == "東京都小金井市本町六丁目６番３号　本町荘１０１号");
}

TEST_CASE("what staff have not decided to the end waits with its reason") {
  City city;
  city.next().side_files["print-classes"] =
      city.file("classes.csv",
                "addressee_no,print_class,dispatch_postal_code,dispatch_address\n"
                "19,00,,\n27,,,\n35,01,1000001,\n43,01,,東京都千代田区千代田一丁目１番１号\n");
  const auto& run = city.run({city.resident("19"), city.resident("27"), city.resident("35"), city.resident("43")});
  CHECK(run.files.empty());
  CHECK(run.waiting == std::map<PersonKey, std::string>{{19, "印刷区分が未設定（00）です"},
                                                        {27, "印刷区分がありません"},
                                                        {35, "送付先郵便番号に送付先住所がありません"},
                                                        {43, "送付先住所に送付先郵便番号がありません"}});
}

TEST_CASE("a print class that does not exist is refused with its line") {
  City city;
  const std::string path = city.file("classes.csv", "addressee_no,print_class\n19,01\n27,77\n");
  city.next().side_files["print-classes"] = path;
  CHECK_THROWS_WITH_AS(city.run({}), (path + ":3: print_class: no such 印刷区分").c_str(), UsageError);
  City wrong("default_print_class = \"00\"\n");
  wrong.next();
  CHECK_THROWS_AS(wrong.run({}), UsageError);
}

TEST_CASE("代替文字: lengths in code units, positions of the original") {
  City city;
  city.next();
  const auto& run = city.run({city.resident("19").set("name_kanji", "𠮷田　花子")});
  const fake::File& file = run.file("soufusaki");
  CHECK(file.at(0, "name") == "𠮷田　花子");
  CHECK(file.at(0, "name_length") == "006");
  CHECK(file.at(0, "substitute_result") == "1");
  CHECK(file.at(0, "substitute_name") == "吉田　花子");
  CHECK(file.at(0, "substitute_name_length") == "005");
  CHECK(file.at(0, "substitute_name_positions") == "110000");
  CHECK(file.at(0, "substitute_address_positions") == "000000000000000000000000");
}

TEST_CASE("an address without 代替文字, or 外字 without a glyph, waits; the others of the envelope go") {
  City city;
  city.next();
  const auto& run = city.run(
      {city.resident("19"), city.resident("27").set("address", "東京都小金井市\uE000町６番３号"), city.resident("35")});
  CHECK(run.file("soufusaki").column("person_count") == Texts{"02", "02"});
  REQUIRE(run.rejects.count(27) == 1);
  Texts codes;
  for (const Finding& finding : run.rejects.at(27)) codes.push_back(finding.code.code);
  CHECK(codes == Texts{"D4005", "D4006"});
  CHECK(run.rejects.at(27)[0].layout->items[run.rejects.at(27)[0].item].id == "address");
  CHECK(run.waiting.at(27) == "代替文字が決まっていません、外字の字形がありません");
  const std::string& list = run.documents.at("substitutions.csv").text;
  CHECK(list.find("000000000000027,address,住所,9,") != std::string::npos);
  CHECK(run.documents.at("substitutions.html").text.find("代替文字がなく、待っている人") != std::string::npos);
}

TEST_CASE("a part of a name that no character can stand for goes out in かな, all of its code units marked") {
  City city;
  city.next();
  // 𪚥 has no candidate in any table; 𠮷 has one.
  const auto& run = city.run({city.resident("19").set("name_kanji", "𠮷田　𪚥子").set("name_kana", "ヨシダ　ハナコ")});
  const fake::File& file = run.file("soufusaki");
  REQUIRE(file.records.size() == 1);
  CHECK(file.at(0, "substitute_result") == "2");
  CHECK(file.at(0, "substitute_name") == "吉田　はなこ");
  CHECK(file.at(0, "substitute_name_length") == "006");
  CHECK(file.at(0, "substitute_name_positions") == "1100111");
  CHECK(file.at(0, "name_length") == "007");
  const std::string& list = run.documents.at("substitutions.csv").text;
  CHECK(list.find("𠮷,U+20BB7,MJ032129,吉,U+5409,jis_ucs,") != std::string::npos);
  CHECK(list.find(",はなこ,,,読みによるかな置換,\r\n") != std::string::npos);
}

TEST_CASE("every run leaves the lists of 代替文字, also one that publishes nobody") {
  City city;
  city.published(city.resident("19"));
  city.next();
  const auto& run = city.run({city.resident("19").set("name_kanji", "𠮷田　花子")});
  CHECK(run.files.empty());
  CHECK(run.documents.at("substitutions.csv").about.records == 0);
  CHECK(run.documents.at("substitutions.html").about.kind == "substitutions");
}

TEST_CASE(
    "外字 of the envelope's name alone ask for a glyph; those of the export travel with it as a font of their own") {
  const std::string head = "STARTFONT 2.1\nFONT city\nSIZE 16 72 72\nFONTBOUNDINGBOX 8 1 0 0\n";
  const auto glyph = [](const std::string& name, const std::string& row) {
    return "STARTCHAR " + name + "\nENCODING " + std::to_string(std::stol(name, nullptr, 16)) +
           "\nSWIDTH 1000 0\nDWIDTH 8 0\nBBX 8 1 0 0\nBITMAP\n" + row + "\nENDCHAR\n";
  };
  const std::string font =
      head + "CHARS 3\n" + glyph("E000", "01") + glyph("E002", "03") + glyph("E003", "04") + "ENDFONT\n";
  City city("default_print_class = \"01\"\nglyphs = \"gaiji.bdf\"\n");
  city.file("gaiji.bdf", font);
  city.next();
  const auto& run =
      city.run({city.resident("19").set("head_name_kanji", "小金井　\uE003\uE000郎"),
                city.resident("27").set("household_no", "300").set("head_name_kanji", "小金井　\uE002\uE001郎")});
  const fake::File& file = run.file("soufusaki");
  REQUIRE(file.records.size() == 1);
  CHECK(file.at(0, "dispatch_name_gaiji_count") == "002");
  CHECK(file.at(0, "gaiji_flag") == "1");
  CHECK(file.at(0, "gaiji_pattern") == "soufusaki_132101_D_20261120000000_001.bdf");
  CHECK(run.rejects.count(27) == 1);
  const auto& document = run.documents.at(file.at(0, "gaiji_pattern"));
  CHECK(document.about.kind == "glyphs");
  CHECK(document.about.records == 2);
  CHECK(document.text == head + "CHARS 2\n" + glyph("E003", "04") + glyph("E000", "01") + "ENDFONT\n");
}

/// 本人確認情報 as cs-update keeps it, with these items.
std::string honnin(const std::map<std::string, std::string>& items) {
  const auto layout = fake::catalog().layout("honnin");
  Texts values(layout->items.size() + 3);
  for (const auto& [id, value] : items) values[layout->index(id)] = value;
  return join_values(values);
}

TEST_CASE("4情報 must be those that cs-update published") {
  const std::map<std::string, std::string> right{{"juminhyo_code", "12345678903"},
                                                 {"name_kanji", "小金井　花子"},
                                                 {"address", "東京都小金井市本町六丁目６番３号　本町荘１０１号"},
                                                 {"birth_date", "419900401"},
                                                 {"sex", "2"}};
  City city;
  city.state.stored_by["cs-update/honnin"][19] = honnin(right);
  std::map<std::string, std::string> moved = right;
  moved["address"] = "東京都小金井市東町一丁目１番１号";
  city.state.stored_by["cs-update/honnin"][27] = honnin(moved);
  city.next();
  const auto& run = city.run({city.resident("19"), city.resident("27")});
  CHECK(run.file("soufusaki").records.size() == 1);
  REQUIRE(run.rejects.count(27) == 1);
  CHECK(std::string(run.rejects.at(27)[0].code.code) == "D3053");
  CHECK(city.juki->items[run.rejects.at(27)[0].item].id == "address");
}

TEST_CASE("where cs-update's state is named, what it never published waits") {
  City city("default_print_class = \"01\"\nhonnin_state = \"cs\"\n");
  city.next();
  const auto& run = city.run({city.resident("19")});
  CHECK(run.files.empty());
  CHECK(std::string(run.rejects.at(19)[0].code.code) == "D3053");
}

TEST_CASE("a person whose name the file's charset lacks waits, and 対象となる人数 counts the others") {
  City city("default_print_class = \"01\"\nformat = \"fixed:cp932\"\n");
  city.next();
  const auto& run = city.run({city.resident("19"), city.resident("27").set("name_kanji", "𠮷田　花子")});
  CHECK(run.file("soufusaki").column("person_count") == Texts{"01"});
  CHECK(std::string(run.rejects.at(27)[0].code.code) == "D1002");
}

TEST_CASE("a record that the card management system would refuse does not go out") {
  City city;
  city.next();
  const auto& run = city.run({city.resident("19").set("individual_no", "123456789010")});
  CHECK(run.files.empty());
  REQUIRE(run.rejects.count(19) == 1);
  CHECK(std::string(run.rejects.at(19)[0].code.code) == "D1301");
}

TEST_CASE("第30条の45に規定する区分 has one digit, and 0 is 日本人") {
  City city;
  city.next();
  const auto& run =
      city.run({city.resident("19").set("article_30_45_class", "01").set("period_of_stay_expiry", "20280331")});
  CHECK(run.file("soufusaki").at(0, "article_30_45_class") == "1");
  CHECK(run.file("soufusaki").at(0, "period_of_stay_expiry") == "20280331");
}

TEST_CASE("an address that grows past the item loses its separator, with a warning") {
  City city;
  city.next();
  std::string long_address, long_building;
  for (int i = 0; i < 100; ++i) long_address += "あ", long_building += "い";
  const auto& run = city.run({city.resident("19").set("address", long_address).set("address_building", long_building)});
  CHECK(run.file("soufusaki").at(0, "address") == long_address + long_building);
  REQUIRE(run.warnings.size() == 1);
  CHECK(std::string(run.warnings[0].second.code.code) == "D4004");
}

}  // namespace
}  // namespace daicho
