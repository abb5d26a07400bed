#include <doctest/doctest.h>

#include <set>

#include "formats/error.hpp"
#include "jobs/destinations.hpp"
#include "jobs/job.hpp"
#include "tests/jobs/fake_run.hpp"

namespace daicho {
namespace {

const std::string kSettings = R"([municipality]
code = "132101"
[iten]
cases = "cases"
[access_log]
system_code = "JUKI"
terminal = "192.0.2.11"
terminal_host = "juki-batch-01"
operator_no = "000001"
operator_department = "市民部市民課"
operator_name = "夜間バッチ"
)";

const std::string kGroups = R"(version = "1.0"
address_items = ["address_postal_code", "address", "previous_address"]
never = ["juminhyo_code", "alias_history"]
[groups]
ID = ["name_kana", "name_kanji", "sex_code", "birth_date"]
NO = ["individual_no"]
AD = ["address_postal_code", "address"]
HH = ["household_no", "relationship_code"]
EX = ["removal_date", "removal_reason"]
PA = ["previous_address"]
BA = ["number_output_stop_flag"]
)";

struct Row {
  std::string id;
  std::string groups;
  std::string residents = "{ everyone = true }";
  std::string more = {};  // lines
};

using Rows = std::vector<Row>;

std::string toml(const Rows& rows) {
  std::string text = kGroups;
  for (const Row& row : rows) {
    text += "[[destination]]\nid = \"" + row.id + "\"\nname = \"市民部 " + "試験課\"\ndepartment_code = \"0201\"\n" +
            "department = \"市民部 試験課\"\naffair = \"試験\"\nlegal_basis = \"番号法 第9条第1項\"\n" +
            "table_now = [\"24\"]\ngroups = [" + row.groups + "]\nresidents = [" + row.residents + "]\n" + row.more;
    if (row.more.find("format") == std::string::npos) text += "format = \"fixed:utf-8\"\n";
  }
  return text;
}

using Texts = std::vector<std::string>;

/// A city with its own destinations whose first day is behind it.
class City {
 public:
  explicit City(const Rows& rows, const std::string& settings = kSettings)
      : settings_(Settings::load(folder_.write("daicho.toml", settings))) {
    fake::catalog();  // names the program's schemas
    folder_.write("schemas/iten.toml", toml(rows));
    catalog_ = std::make_unique<Catalog>(folder_.path() / "schemas");
    juki = catalog_->layout("juki");
  }
  fake::Run& next(const std::string& as_of) {
    run_ = std::make_unique<fake::Run>(state, *catalog_, settings_, as_of);
    return *run_;
  }
  fake::Run& run(const std::vector<fake::Resident>& people) {
    for (const fake::Resident& person : people) run_->add(person);
    run_->publish(*make_iten());
    return *run_;
  }
  fake::Run& day(const std::string& as_of, const std::vector<fake::Resident>& people) {
    next(as_of);
    return run(people);
  }
  fake::Resident resident(const std::string& addressee_no) const { return fake::Resident(*juki, addressee_no); }
  std::string file(const std::string& name, const std::string& text) { return folder_.write(name, text).string(); }

  fake::State state;
  std::shared_ptr<const Layout> juki;

 private:
  fake::Folder folder_;
  Settings settings_;
  std::unique_ptr<Catalog> catalog_;
  std::unique_ptr<fake::Run> run_;
};

/// What a destination was told: change_class and 宛名番号 of each record.
Texts told(const fake::Run& run, const std::string& destination) {
  const auto found = run.files.find("iten." + destination);
  if (found == run.files.end()) return {};
  Texts all;
  for (std::size_t i = 0; i < found->second->records.size(); ++i) {
    all.push_back(found->second->at(i, "change_class") + " " + found->second->at(i, "addressee_no"));
  }
  return all;
}

TEST_CASE("the first run gives everyone as entered, in full files; the next gives differences only") {
  City city(Rows{{"01-tax", R"("ID", "NO", "AD")"}});
  const auto& first = city.day("20261120", {city.resident("19"), city.resident("27")});
  CHECK(told(first, "01-tax") == Texts{"1 19", "1 27"});
  CHECK(first.file("iten.01-tax").request().extent == Extent::full);
  CHECK(first.file("iten.01-tax").request().destination == "市民部　試験課");
  CHECK(first.file("iten.01-tax").records[0] == Texts{"1", "1840004", "東京都小金井市本町六丁目６番３号", "13", "19",
                                                      "0", "20260401", "コガネイ　ハナコ", "小金井　花子", "2",
                                                      "419900401", "123456789018"});

  const auto& second = city.day(
      "20261121", {city.resident("19"), city.resident("27").set("name_kanji", "東　花子"), city.resident("35")});
  CHECK(told(second, "01-tax") == Texts{"2 27", "1 35"});
  CHECK(second.file("iten.01-tax").request().extent == Extent::difference);

  const auto& third = city.day(
      "20261122", {city.resident("19"), city.resident("27").set("name_kanji", "東　花子"), city.resident("35")});
  CHECK(third.files.empty());
}

TEST_CASE("a destination is not told of what it may not see") {
  City city(Rows{{"01-tax", R"("ID")"}, {"02-household", R"("ID", "HH")"}});
  city.day("20261120", {city.resident("19")});
  const auto& run = city.day("20261121", {city.resident("19")
                                              .set("household_no", "300")
                                              .set("move_reason", "40")
                                              .set("move_date", "20261120")
                                              .set("juminhyo_code", "24727059608")
                                              .set("remarks", "世帯分離")});
  CHECK(told(run, "01-tax").empty());
  CHECK(told(run, "02-household") == Texts{"2 19"});
}

TEST_CASE("people enter and leave an age window on the day before their birthday") {
  City city(Rows{{"01-children", R"("ID", "NO")", "{ age_to = 18 }"}, {"02-grown", R"("ID")", "{ age_from = 19 }"}});
  const auto person = city.resident("19").set("birth_date", "420071122");
  city.day("20261120", {person});
  const auto& run = city.day("20261121", {person});
  CHECK(told(run, "01-children") == Texts{"3 19"});
  CHECK(told(run, "02-grown") == Texts{"1 19"});
  CHECK(city.day("20261122", {person}).files.empty());
}

TEST_CASE("a removal is a leaving with the removal's items") {
  City city(Rows{{"01-tax", R"("ID", "EX")"}});
  city.day("20261120", {city.resident("19")});
  const auto dead = city.resident("19")
                        .set("removal_class", "2")
                        .set("removal_date", "20261120")
                        .set("removal_reason", "23")
                        .set("move_reason", "23")
                        .set("move_date", "20261120");
  const auto& run = city.day("20261121", {dead});
  CHECK(told(run, "01-tax") == Texts{"3 19"});
  CHECK(run.file("iten.01-tax").at(0, "removal_date") == "20261120");
  CHECK(run.file("iten.01-tax").at(0, "removal_reason") == "23");
  CHECK(run.file("iten.01-tax").at(0, "move_reason") == "23");
  CHECK(city.day("20261122", {dead}).files.empty());
}

TEST_CASE("a destination without EX learns that somebody left, and not why") {
  City city(Rows{{"01-tax", R"("ID")"}});
  city.day("20261120", {city.resident("19")});
  const auto& run = city.day("20261121", {city.resident("19")
                                              .set("removal_class", "2")
                                              .set("removal_date", "20261120")
                                              .set("removal_reason", "23")
                                              .set("move_reason", "23")
                                              .set("move_date", "20261120")});
  CHECK(run.file("iten.01-tax").records[0] ==
        Texts{"3", "", "19", "", "", "コガネイ　ハナコ", "小金井　花子", "2", "419900401"});
}

TEST_CASE("a destination that sees removed records is told of a removal as a change") {
  City city(Rows{{"01-tax", R"("ID", "EX")", "{ everyone = true }", "removed = \"this-year\"\n"}});
  city.day("20261120", {city.resident("19")});
  const auto gone =
      city.resident("19").set("removal_class", "1").set("removal_date", "20261121").set("removal_reason", "21");
  CHECK(told(city.day("20261121", {gone}), "01-tax") == Texts{"2 19"});
  CHECK(city.day("20261231", {gone}).files.empty());
  CHECK(told(city.day("20270101", {gone}), "01-tax") == Texts{"3 19"});
}

TEST_CASE("whoever comes back after a removal enters again") {
  City city(Rows{{"01-tax", R"("ID", "EX")"}});
  city.day("20261120", {city.resident("19")});
  city.day("20261121", {city.resident("19").set("removal_class", "1").set("removal_date", "20261121")});
  CHECK(told(city.day("20261122", {city.resident("19")}), "01-tax") == Texts{"1 19"});
}

TEST_CASE("somebody absent from the register, or held back by a check, has not left") {
  City city(Rows{{"01-tax", R"("ID")"}});
  city.day("20261120", {city.resident("19"), city.resident("27")});
  CHECK(city.day("20261121", {city.resident("27")}).files.empty());
  CHECK(city.day("20261122", {city.resident("19"), city.resident("27")}).files.empty());
}

TEST_CASE("--full gives everyone in scope as entered, and forgets silently who left") {
  City city(Rows{{"01-children", R"("ID", "NO")", "{ age_to = 18 }"}});
  const auto child = city.resident("19").set("birth_date", "520200401");
  const auto grown = city.resident("27").set("birth_date", "420071122");
  city.day("20261120", {child, grown});
  city.next("20261121").set_full();
  const auto& full = city.run({child, grown});
  CHECK(told(full, "01-children") == Texts{"1 19"});
  CHECK(full.file("iten.01-children").request().extent == Extent::full);
  CHECK(full.file("access-log").records.size() == 1);
  CHECK(city.day("20261122", {child, grown}).files.empty());
}

TEST_CASE("a full file stands even where nobody belongs") {
  City city(Rows{{"01-old", R"("ID")", "{ age_from = 100 }"}});
  const auto& run = city.day("20261120", {city.resident("19")});
  CHECK(run.file("iten.01-old").records.empty());
}

TEST_CASE("a destination may always want everyone") {
  City city(Rows{{"01-tax", R"("ID")", "{ everyone = true }", "extent = \"full\"\n"}});
  city.day("20261120", {city.resident("19"), city.resident("27")});
  const auto& run = city.day("20261121", {city.resident("19"), city.resident("27").set("name_kanji", "東　花子")});
  CHECK(told(run, "01-tax") == Texts{"1 19", "1 27"});
  CHECK(run.file("iten.01-tax").request().extent == Extent::full);
}

TEST_CASE("a value that a destination's charset lacks holds the person back from that destination alone") {
  City city(
      Rows{{"01-old", R"("ID", "NO")", "{ everyone = true }", "format = \"fixed:cp932\"\n"}, {"02-new", R"("ID")"}});
  const auto person = city.resident("19").set("name_kanji", "𠮷田　花子");
  const auto& first = city.day("20261120", {person});
  CHECK(told(first, "01-old").empty());
  CHECK(told(first, "02-new") == Texts{"1 19"});
  REQUIRE(first.warnings.size() == 1);
  CHECK(first.warnings[0].first == 19);
  CHECK(std::string(first.warnings[0].second.code.code) == "D1002");
  CHECK(first.warnings[0].second.layout->id == "iten.01-old");
  CHECK(first.warnings[0].second.is_error());
  CHECK(first.rejects.empty());
  CHECK(first.files.count("access-log") == 0);  // nothing was handed over

  const auto& again = city.day("20261121", {city.resident("19").set("name_kanji", "𠮷田　花代")});
  CHECK(told(again, "02-new") == Texts{"2 19"});
  CHECK(again.warnings.size() == 1);
  CHECK(again.files.count("iten.01-old") == 0);  // differences of nobody make no file

  const auto& second = city.day("20261122", {city.resident("19").set("name_kanji", "吉田　花子")});
  CHECK(told(second, "01-old") == Texts{"1 19"});
  CHECK(told(second, "02-new") == Texts{"2 19"});
}

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

/// A row of 団体内統合宛名 in CSV.
std::string atena(const Catalog& catalog, const std::vector<std::map<std::string, std::string>>& rows) {
  const auto layout = catalog.layout("atena");
  std::string text;
  for (const Item& item : layout->items) text += (text.empty() ? "" : ",") + item.id;
  text += "\r\n";
  for (auto row : rows) {
    std::string line;
    for (const Item& item : layout->items) line += (&item == layout->items.data() ? "" : ",") + row[item.id];
    text += line + "\r\n";
  }
  return text;
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

TEST_CASE("the access log records each 個人番号 that was handed over, and nothing else") {
  City city(Rows{
      {"01-tax", R"("ID", "NO")"}, {"02-no-number", R"("ID")"}, {"03-children", R"("ID", "NO")", "{ age_to = 18 }"}});
  const auto& run = city.day(
      "20261120", {city.resident("000000000000019").set("birth_date", "520200401"), city.resident("000000000000027"),
                   city.resident("000000000000035").set("individual_no", "")});
  const fake::File& log = run.file("access-log");
  std::size_t handed_over = 0;
  for (const auto& [layout, file] : run.files) {
    if (layout == "access-log" || !file->request().layout->find("individual_no")) continue;
    for (const std::string& number : file->column("individual_no")) handed_over += number.empty() ? 0 : 1;
  }
  CHECK(handed_over == 3);
  CHECK(log.records.size() == handed_over);
  CHECK(log.records[0] == Texts{"000000000001", "000000000000019", "000000000000019", "20261120000000000", "06", "JUKI",
                                "20261120000000_001", "192.0.2.11", "juki-batch-01", "000001", "市民部市民課",
                                "夜間バッチ", "市民部　試験課"});
  CHECK(log.column("seq") == Texts{"000000000001", "000000000002", "000000000003"});
  CHECK(log.column("addressee_no") == Texts{"000000000000019", "000000000000019", "000000000000027"});

  const auto& next = city.day("20261121", {city.resident("000000000000019").set("birth_date", "520200401"),
                                           city.resident("000000000000027"), city.resident("000000000000035")});
  CHECK(next.file("access-log").column("seq") == Texts{"000000000004"});  // the number has arrived
}

TEST_CASE("a setting that the access log cannot hold is refused") {
  std::string settings = kSettings;
  settings.replace(settings.find("192.0.2.11"), 10, "2001:db8:0:0:0:0:0:11");
  City city(Rows{{"01-tax", R"("ID", "NO")"}}, settings);
  city.next("20261120");
  std::string message;
  try {
    city.run({city.resident("19")});
  } catch (const UsageError& error) {
    message = error.what();
  }
  CHECK(message.substr(message.find(": ") + 2) == "[access_log]: item 131 操作端末 does not fit the log (D1006)");
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

TEST_CASE("a household stays together while a check holds one of its people back") {
  City city(Rows{{"01-kokuho", R"("ID")", "{ age_to = 74, household = true }"}});
  const auto old = city.resident("19").set("birth_date", "319400401");
  const auto young = city.resident("27").set("birth_date", "319600401");
  city.day("20261120", {old, young});
  city.next("20261121").keep(young);
  CHECK(city.run({old}).files.empty());
}

TEST_CASE("no destination's file has 住民票コード, whatever the register says") {
  const DestinationTable all = load_destinations(fake::catalog());
  for (const Destination& one : all.destinations) CHECK_FALSE(one.layout->find("住民票コード").has_value());
}

}  // namespace
}  // namespace daicho
