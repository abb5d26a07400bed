#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "tests/jobs/iten_city.hpp"

namespace daicho {
namespace {

using fake::atena;
using fake::City;
using fake::kSettings;
using fake::Rows;
using fake::Texts;
using fake::told;

TEST_CASE("people under 支援措置: their addresses are masked, or they are held") {
  City city(Rows{{"01-mask", R"("ID", "AD", "PA")"},
                 {"02-hold", R"("ID", "AD")", "{ everyone = true }", "suppressed = \"hold\"\n"}});
  const auto person = city.resident("19").set("previous_address", "東京都三鷹市野崎一丁目１番１号");
  const std::string list = city.file("suppress.csv", "addressee_no\n19\n");
  city.next("20261120").side_files["suppress"] = list;
  const auto& first = city.run({person, city.resident("27")});
  CHECK(told(first, "01-mask") == Texts{"1 19", "1 27"});
  CHECK(first.file("iten.01-mask").at(0, "address").empty());
  CHECK(first.file("iten.01-mask").at(0, "address_postal_code").empty());
  CHECK(first.file("iten.01-mask").at(0, "previous_address").empty());
  CHECK(first.file("iten.01-mask").at(0, "name_kanji") == "小金井　花子");
  CHECK(first.file("iten.01-mask").at(1, "address") == "東京都小金井市本町六丁目６番３号");
  CHECK(told(first, "02-hold") == Texts{"1 27"});

  city.next("20261121").side_files["suppress"] = list;
  CHECK(city.run({city.resident("19").set("address", "東京都小金井市東町一丁目１番１号"), city.resident("27")})
            .files.empty());

  city.next("20261122").side_files["suppress"] = city.file("nobody.csv", "addressee_no\n");
  const auto& released = city.run({person, city.resident("27")});
  CHECK(told(released, "01-mask") == Texts{"2 19"});
  CHECK(told(released, "02-hold") == Texts{"1 19"});
}

TEST_CASE("番号出力停止 leaves 個人番号 blank, and 団体内統合宛名番号 stands in the log") {
  City city(Rows{{"01-tax", R"("ID", "NO", "BA")"}});
  const std::map<std::string, std::string> row{{"integrated_addressee_no", "000000000000906"},
                                               {"addressee_no", "000000000000019"},
                                               {"deleted_flag", "0"},
                                               {"number_output_stop_flag", "0"}};
  auto stopped = row;
  stopped["integrated_addressee_no"] = "000000000000914";
  stopped["addressee_no"] = "000000000000027";
  auto stop = stopped;
  stop["number_output_stop_flag"] = "1";
  auto deleted = row;
  deleted["deleted_flag"] = "1";
  deleted["number_output_stop_flag"] = "1";
  city.next("20261120").side_files["atena"] =
      city.file("atena.csv", atena(fake::catalog(), {row, stopped, stop, deleted}));
  const auto& run = city.run({city.resident("19"), city.resident("27"), city.resident("35")});
  const fake::File& file = run.file("iten.01-tax");
  CHECK(file.column("individual_no") == Texts{"123456789018", "", "123456789018"});
  CHECK(file.column("number_output_stop_flag") == Texts{"0", "1", ""});
  CHECK(run.file("access-log").column("integrated_addressee_no") == Texts{"000000000000906", "000000000000035"});
}

TEST_CASE("a 団体内統合宛名 file is read with the municipality's 外字, as the register is") {
  const Rows rows{{"01-tax", R"("ID", "NO")"}};
  const std::map<std::string, std::string> row{{"integrated_addressee_no", "000000000000906"},
                                               {"addressee_no", "000000000000019"},
                                               {"name_kana", "ヤマ\uE000"},
                                               {"deleted_flag", "0"}};
  auto other = row;
  other["integrated_addressee_no"] = "000000000000914";
  other["addressee_no"] = "000000000000027";
  other["name_kana"] = "ヤマダ";
  const std::string text = atena(fake::catalog(), {other, other, row, other});
  City plain(rows);
  const std::string path = plain.file("atena.csv", text);
  plain.next("20261120").side_files["atena"] = path;
  CHECK_THROWS_WITH_AS(plain.run({}),
                       (path + ": record 3: item 85 氏名カナ: D1009; `daicho explain D1009` says more").c_str(),
                       UsageError);
  City own(rows, kSettings + "[characters]\ngaiji = \"gaiji.csv\"\n");
  own.file("gaiji.csv", "code,character,mj_name,reading,note\nF040,ヺ,,,\n");
  own.next("20261120").side_files["atena"] = own.file("atena.csv", text);
  CHECK(own.run({own.resident("19")}).file("access-log").column("integrated_addressee_no") == Texts{"000000000000906"});
}

TEST_CASE("a 団体内統合宛名 file with a fault is refused, for a stop in it might go unread") {
  City city(Rows{{"01-tax", R"("ID", "NO")"}});
  std::map<std::string, std::string> row{
      {"integrated_addressee_no", "906"}, {"addressee_no", "19"}, {"deleted_flag", "0"}};
  auto other = row;
  other["integrated_addressee_no"] = "914";
  const std::string twice = city.file("twice.csv", atena(fake::catalog(), {row, other}));
  city.next("20261120").side_files["atena"] = twice;
  CHECK_THROWS_WITH_AS(city.run({}), (twice + ": 宛名番号 19 has two 団体内統合宛名番号").c_str(), UsageError);
  row["number_output_stop_flag"] = "x";
  const std::string bad = city.file("bad.csv", atena(fake::catalog(), {row}));
  city.next("20261120").side_files["atena"] = bad;
  CHECK_THROWS_WITH_AS(
      city.run({}),
      (bad + ": record 1: item 116 番号出力停止フラグ(帳票への番号出力有無): D1003; `daicho explain D1003` says more")
          .c_str(),
      UsageError);
}

TEST_CASE("a list that holds something back must be given again once a published run had it") {
  City city(Rows{{"01-tax", R"("ID", "NO", "AD")"}});
  const std::vector<fake::Resident> people{city.resident("19")};
  const std::map<std::string, std::string> lists{
      {"suppress", city.file("suppress.csv", "addressee_no\n19\n")},
      {"atena", city.file("atena.csv", atena(fake::catalog(), {{{"integrated_addressee_no", "906"},
                                                                {"addressee_no", "19"},
                                                                {"deleted_flag", "0"},
                                                                {"number_output_stop_flag", "1"}}}))}};
  city.day("20261120", people);
  city.day("20261121", people);  // never given, never missed

  auto& broken = city.next("20261122");
  for (const auto& [option, list] : lists) broken.side_files[option] = list;
  broken.side_files["kengen"] = "nowhere.csv";
  CHECK_THROWS_AS(city.run(people), WorldError);
  city.day("20261122", people);  // what was not published counts for nothing

  auto& given = city.next("20261123");
  for (const auto& [option, list] : lists) given.side_files[option] = list;
  CHECK(told(city.run(people), "01-tax") == Texts{"2 19"});

  auto& without_suppress = city.next("20261124");
  without_suppress.side_files["atena"] = lists.at("atena");
  CHECK_THROWS_WITH_AS(city.run(people),
                       "--suppress was given to the run 20261123000000_001 and is missing now: the addresses of people "
                       "under 支援措置 would be handed over; give the file again (a list with only its header line "
                       "lifts every suppression)",
                       RefusedError);
  auto& without_atena = city.next("20261124");
  without_atena.side_files["suppress"] = lists.at("suppress");
  without_atena.set_full();
  CHECK_THROWS_WITH_AS(city.run(people),
                       "--atena was given to the run 20261123000000_001 and is missing now: numbers under 番号出力停止 "
                       "would be handed over; give the file again (a CSV with only its header line lifts every stop)",
                       RefusedError);

  auto& lifted = city.next("20261124");
  lifted.side_files["suppress"] = city.file("nobody.csv", "addressee_no\n");
  lifted.side_files["atena"] = city.file("no_stops.csv", atena(fake::catalog(), {}));
  const auto& free = city.run(people);
  CHECK(told(free, "01-tax") == Texts{"2 19"});
  CHECK(free.file("iten.01-tax").at(0, "individual_no") == "123456789018");
  CHECK_THROWS_AS(city.day("20261125", people), RefusedError);  // the lists stay required
}

TEST_CASE("a department that 所属利用事務権限 does not list receives nothing") {
  City city(Rows{{"01-tax", R"("ID")"}});
  const std::string head = "department_code,updated_at,updated_by,serial_no\r\n";
  const std::string other = city.file("other.csv", head + "0999,20260401090000000,U0001,00001\r\n");
  city.next("20261120").side_files["kengen"] = other;
  CHECK_THROWS_WITH_AS(city.run({}),
                       ("destination 01-tax: " + other + " does not list its department 0201 (市民部 試験課)").c_str(),
                       RefusedError);
  city.next("20261120").side_files["kengen"] = city.file("right.csv", head + "0201,20260401090000000,U0001,00001\r\n");
  CHECK(told(city.run({city.resident("19")}), "01-tax") == Texts{"1 19"});
}

TEST_CASE("case lists: of people or households, needed, and checked against the register") {
  City city(Rows{{"01-cases", R"("ID")", "{ cases = true }"}});
  city.next("20261120");
  std::string message;
  try {
    city.run({});
  } catch (const UsageError& error) {
    message = error.what();
  }
  CHECK(message.rfind("destination 01-cases needs its case list ", 0) == 0);
  CHECK(message.find("cases/01-cases.csv: there is none") != std::string::npos);

  city.file("cases/01-cases.csv", "addressee_no\n27\n99\n");
  const auto& run = city.day("20261120", {city.resident("19"), city.resident("27")});
  CHECK(told(run, "01-cases") == Texts{"1 27"});
  REQUIRE(run.warnings.size() == 1);
  CHECK(run.warnings[0].first == 99);
  CHECK(std::string(run.warnings[0].second.code.code) == "D4007");
  CHECK(run.warnings[0].second.file == "01-cases.csv");
  CHECK(run.warnings[0].second.line == 3);

  city.file("cases/01-cases.csv", "addressee_no\n19\n");
  CHECK(told(city.day("20261121", {city.resident("19"), city.resident("27")}), "01-cases") == Texts{"1 19", "3 27"});
}

TEST_CASE("without a folder of case lists a destination that needs one is refused") {
  std::string settings = kSettings;
  settings.replace(settings.find("cases = \"cases\"\n"), 16, "");
  City city(Rows{{"01-cases", R"("ID")", "{ cases = true }"}}, settings);
  city.next("20261120");
  CHECK_THROWS_AS(city.run({}), UsageError);
}

}  // namespace
}  // namespace daicho
