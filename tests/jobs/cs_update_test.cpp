// cs-update over several days, with registers made by hand.
#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "tests/jobs/small_register.hpp"

namespace daicho::test {
namespace {

/// A bench on which two people were published on 19 November.
class CsBench : public JobBench {
 public:
  CsBench() { first = publish({resident(1), resident(2)}, "20261119", true); }

  RunResult publish(const std::vector<Items>& people, const std::string& as_of, bool initial = false) {
    const auto job = make_cs_update();
    return run(*job, request(people, as_of, initial));
  }
  std::vector<Items> day(const std::vector<Items>& people, const std::string& as_of) {
    last = publish(people, as_of);
    return records(last);
  }
  std::string rejects() const { return text(last.folder / "rejects.csv"); }

  RunResult first;
  RunResult last;
};

/// 転居 within the city on 20 November.
Items moved(int n, const std::string& day = "20261120") {
  return resident(n, {{"address", "東京都小金井市緑町二丁目２番２号"},
                      {"address_postal_code", "1840003"},
                      {"address_town_code", "0003002"},
                      {"move_reason", "31"},
                      {"move_date", day},
                      {"move_notified_date", day},
                      {"settled_date", day},
                      {"settled_reason", "31"},
                      {"settled_notified_date", day}});
}

const Items kBirth{{"name_kana", "ヤマダ　ハナコ"},
                   {"name_kanji", "山田　花子"},
                   {"sex_code", "2"},
                   {"birth_date", "520261118"},
                   {"relationship_code", "20000000"},
                   {"move_reason", "13"},
                   {"move_date", "20261118"},
                   {"move_notified_date", "20261120"},
                   {"settled_date", "20261118"},
                   {"settled_reason", "13"},
                   {"settled_notified_date", "20261120"},
                   {"previous_municipality_code", ""},
                   {"previous_address", ""},
                   {"individual_no", ""}};

constexpr const char* kNoRejects = "addressee_no,record,severity,code,item,name,reason\r\n";

TEST_CASE_FIXTURE(CsBench, "the first run publishes every living resident, told by how they settled") {
  const std::vector<Items> all = records(first);
  REQUIRE(all.size() == 2);
  const Items& one = all[0];
  CHECK(one.at("juminhyo_code") == juminhyo_code(1));
  CHECK(one.at("name_hiragana") == "やまだ　たろう");
  CHECK(one.at("name_seion") == "やまたたろう");
  CHECK(one.at("name_gaiji_count") == "000");
  CHECK(one.at("birth_date") == "319800101");
  CHECK(one.at("municipality_code") == "13210");
  CHECK(one.at("previous_municipality_code") == "13203");
  CHECK(one.at("resident_since") == "5020401");
  CHECK(one.at("settled_date") == "5020401");
  CHECK(one.at("notified_date") == "5020405");
  CHECK(one.at("move_reason") == "01");
  CHECK(one.at("move_reason_detail") == "01");
  CHECK(one.at("move_date") == "5020401");
  CHECK(one.at("operator_id") == "BATCH001");
  CHECK(one.at("update_seq") == "00001");
  CHECK(one.at("reason_update_seq") == "001");
  CHECK(one.at("record_status") == "0");
  CHECK(one.at("timestamp") == "20261119000000000");
  CHECK(first.folder.filename() == "cs-update_20261119000000_001");
  CHECK(first.manifest.files[1].name == "honnin_132101_A_20261119000000_001.csv");
}

TEST_CASE_FIXTURE(CsBench, "a 世帯変更 alone makes no record, and is not looked at again") {
  const Items person = resident(1, {{"move_reason", "42"},
                                    {"move_date", "20261120"},
                                    {"move_notified_date", "20261120"},
                                    {"relationship_code", "20000000"}});
  CHECK(day({person, resident(2)}, "20261120").empty());
  CHECK(last.manifest.counts.changed == 1);
  CHECK(day({person, resident(2)}, "20261121").empty());
  CHECK(last.manifest.counts.changed == 0);
}

TEST_CASE_FIXTURE(CsBench, "a 転居 makes one record with the next 更新順番号") {
  const std::vector<Items> made = day({moved(1), resident(2)}, "20261120");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("move_reason") == "21");
  CHECK(made[0].at("move_date") == "5081120");
  CHECK(made[0].at("address") == "東京都小金井市緑町二丁目２番２号");
  CHECK(made[0].at("update_seq") == "00002");
  CHECK(made[0].at("reason_update_seq") == "001");
  CHECK(made[0].at("resident_since") == "5020401");
  CHECK(rejects() == kNoRejects);
}

TEST_CASE_FIXTURE(CsBench, "a second change on the same day of change counts on within it") {
  day({moved(1), resident(2)}, "20261120");
  Items again = moved(1);
  again["move_reason"] = "34";
  again["address"] = "東京都小金井市緑町二丁目２番３号";
  const std::vector<Items> made = day({again, resident(2)}, "20261121");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("update_seq") == "00003");
  CHECK(made[0].at("reason_update_seq") == "002");
}

TEST_CASE_FIXTURE(CsBench, "a death closes the record") {
  const Items dead = resident(2, {{"move_reason", "23"},
                                  {"removal_class", "2"},
                                  {"move_date", "20261119"},
                                  {"move_notified_date", "20261120"},
                                  {"removal_date", "20261119"},
                                  {"removal_reason", "23"}});
  const std::vector<Items> made = day({resident(1), dead}, "20261120");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("move_reason") == "12");
  CHECK(made[0].at("record_status") == "1");
  CHECK(made[0].at("update_forbidden_flag") == "0");
}

TEST_CASE_FIXTURE(CsBench, "a removed record without its 住民票コード is told by the published one") {
  const Items gone = resident(2, {{"move_reason", "23"},
                                  {"removal_class", "2"},
                                  {"move_date", "20261119"},
                                  {"removal_date", "20261119"},
                                  {"removal_reason", "23"},
                                  {"juminhyo_code", ""}});
  const std::vector<Items> made = day({resident(1), gone}, "20261120");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("juminhyo_code") == juminhyo_code(2));
  CHECK(made[0].at("update_seq") == "00002");
}

TEST_CASE_FIXTURE(CsBench, "a planned 転出 is told twice: when it is notified and when it takes effect") {
  Items leaving = resident(1, {{"move_reason", "21"},
                               {"move_date", "20261130"},
                               {"move_notified_date", "20261120"},
                               {"planned_municipality_code", "132047"},
                               {"planned_address", "東京都三鷹市"}});
  std::vector<Items> made = day({leaving, resident(2)}, "20261120");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("planned_flag") == "1");
  CHECK(made[0].at("record_status") == "0");
  CHECK(made[0].at("move_reason") == "11");
  leaving["removal_class"] = "1";
  leaving["removal_date"] = "20261130";
  leaving["removal_reason"] = "21";
  made = day({leaving, resident(2)}, "20261130");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("planned_flag") == "0");
  CHECK(made[0].at("record_status") == "1");
  CHECK(made[0].at("update_seq") == "00003");
  CHECK(made[0].at("reason_update_seq") == "002");
  CHECK(rejects() == kNoRejects);
}

TEST_CASE_FIXTURE(CsBench, "a new 住民票コード closes the old one and begins anew") {
  const Items recoded = resident(1, {{"juminhyo_code", juminhyo_code(77)},
                                     {"move_reason", "38"},
                                     {"move_date", "20261120"},
                                     {"move_notified_date", "20261120"}});
  const std::vector<Items> made = day({recoded, resident(2)}, "20261120");
  REQUIRE(made.size() == 2);
  CHECK(made[0].at("juminhyo_code") == juminhyo_code(1));
  CHECK(made[0].at("record_status") == "2");
  CHECK(made[0].at("update_forbidden_flag") == "1");
  CHECK(made[0].at("old_juminhyo_code").empty());
  CHECK(made[0].at("move_reason") == "31");
  CHECK(made[0].at("move_reason_detail") == "09");
  CHECK(made[0].at("update_seq") == "00002");
  CHECK(made[1].at("juminhyo_code") == juminhyo_code(77));
  CHECK(made[1].at("old_juminhyo_code") == juminhyo_code(1));
  CHECK(made[1].at("juminhyo_code_used_from") == "5081120");
  CHECK(made[1].at("update_seq") == "00001");
  CHECK(made[1].at("record_status") == "0");
  CHECK(made[1].at("timestamp") == "20261120000000000");
}

TEST_CASE_FIXTURE(CsBench, "a birth is told at once, and again when the 個人番号 arrives") {
  std::vector<Items> made = day({resident(1), resident(2), resident(3, kBirth)}, "20261120");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("move_reason") == "02");
  CHECK(made[0].at("individual_no").empty());
  CHECK(made[0].at("resident_since") == "5081118");
  Items numbered = resident(3, kBirth);
  numbered["individual_no"] = individual_no(3);
  numbered["move_reason"] = "37";
  numbered["move_date"] = "20261121";
  numbered["move_notified_date"] = "20261121";
  made = day({resident(1), resident(2), numbered}, "20261121");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("move_reason") == "41");
  CHECK(made[0].at("move_reason_detail") == "10");
  CHECK(made[0].at("individual_no") == individual_no(3));
  CHECK(made[0].at("resident_since") == "5081118");
}

TEST_CASE_FIXTURE(CsBench, "a rejected person stays as published and is tried again") {
  Items wrong = moved(1);
  wrong["name_kanji"] = "山田　次郎";  // a 転居 that changes more than the address
  CHECK(day({wrong, resident(2)}, "20261120").empty());
  CHECK(last.manifest.counts.rejected == 1);
  CHECK(rejects() == std::string(kNoRejects) + addressee_no(1) +
                         ",1,error,D3002,name_kanji,漢字氏名,転居（31）ですが、「漢字氏名」も変わっています\r\n");
  CHECK(day({wrong, resident(2)}, "20261121").empty());
  CHECK(last.manifest.counts.rejected == 1);
  const std::vector<Items> made = day({moved(1), resident(2)}, "20261122");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("update_seq") == "00002");
}

TEST_CASE_FIXTURE(CsBench, "a 転入 of somebody who lives here is an error") {
  Items twice = resident(1, {{"move_date", "20261119"}, {"move_notified_date", "20261120"}});
  CHECK(day({twice, resident(2)}, "20261120").empty());
  CHECK(rejects().find(",error,D3001,move_reason,") != std::string::npos);
}

TEST_CASE_FIXTURE(CsBench, "a change without a new reason or date is an error") {
  CHECK(day({resident(1, {{"name_kanji", "山田　次郎"}}), resident(2)}, "20261120").empty());
  CHECK(rejects().find(addressee_no(1) + ",,error,D4001,move_reason,") != std::string::npos);
}

TEST_CASE_FIXTURE(CsBench, "a household reason with another address goes out as 職権修正等, with a warning") {
  const std::vector<Items> made = day(
      {resident(1, {{"move_reason", "42"}, {"move_date", "20261120"}, {"address", "東京都小金井市本町一丁目１番２号"}}),
       resident(2)},
      "20261120");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("move_reason") == "23");
  CHECK(rejects().find(addressee_no(1) + ",,warning,D4002,move_reason,") != std::string::npos);
  CHECK(last.manifest.counts.rejected == 0);
}

TEST_CASE_FIXTURE(CsBench, "records stand by day of change, then of notice, then by person") {
  const std::vector<Items> made = day({moved(1, "20261120"), moved(2, "20261119"), resident(3, kBirth)}, "20261120");
  REQUIRE(made.size() == 3);
  CHECK(made[0].at("juminhyo_code") == juminhyo_code(3));
  CHECK(made[1].at("juminhyo_code") == juminhyo_code(2));
  CHECK(made[2].at("juminhyo_code") == juminhyo_code(1));
}

TEST_CASE_FIXTURE(CsBench,
                  "the access log tells of every 個人番号 that goes out, once for each record that carries it") {
  const std::vector<Items> log = records(first, "access-log");
  REQUIRE(log.size() == 2);
  CHECK(log[0].at("seq") == "000000000001");
  CHECK(log[0].at("addressee_no") == addressee_no(1));
  CHECK(log[0].at("integrated_addressee_no") == addressee_no(1));
  CHECK(log[0].at("operation_code") == "06");
  CHECK(log[0].at("control_no") == "20261119000000_001");
  CHECK(log[0].at("remarks") == "市町村ＣＳ");
  const Items new_code = resident(1, {{"juminhyo_code", juminhyo_code(3)},
                                      {"move_reason", "34"},
                                      {"move_date", "20261120"},
                                      {"move_notified_date", "20261120"}});
  Items newborn = resident(4, kBirth);  // without a number yet
  CHECK(day({new_code, resident(2), newborn}, "20261120").size() == 3);
  const std::vector<Items> next = records(last, "access-log");  // the old code's record and the new one's
  REQUIRE(next.size() == 2);
  CHECK(next[0].at("seq") == "000000000003");
  CHECK(next[1].at("addressee_no") == addressee_no(1));
}

TEST_CASE_FIXTURE(CsBench, "--full repeats the living as last published, and advances no number") {
  day({moved(1), resident(2)}, "20261120");
  const auto job = make_cs_update();
  RunRequest full = request({moved(1), moved(2)}, "20261121");
  full.full = true;
  const RunResult result = run(*job, full);
  const std::vector<Items> all = records(result);
  REQUIRE(all.size() == 2);
  CHECK(result.manifest.files[1].name == "honnin_132101_A_20261121000000_001.csv");
  CHECK(all[0].at("update_seq") == "00001");  // resident 2 moved, but that was not published yet
  CHECK(all[1].at("update_seq") == "00002");
  CHECK(all[1].at("timestamp") == "20261121000000000");
  const std::vector<Items> made = day({moved(1), moved(2)}, "20261121");
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("juminhyo_code") == juminhyo_code(2));
  CHECK(made[0].at("update_seq") == "00002");
}

TEST_CASE("住民となった日 comes from the staff's list, else from a 記載 reason, else it is unknown") {
  JobBench bench;
  const Items settled{{"move_reason", "31"}, {"settled_reason", "31"}};
  const std::filesystem::path list = bench.folder() / "since.csv";
  FILE* file = std::fopen(list.c_str(), "w");
  std::fprintf(file, "addressee_no,date\n%s,19990101\n", addressee_no(1).c_str());
  std::fclose(file);
  RunRequest request = bench.request({resident(1, settled), resident(2, settled)}, "20261119", true);
  request.side_files = {{"resident-since", list.string()}};
  const auto job = make_cs_update();
  const RunResult result = bench.run(*job, request);
  const std::vector<Items> all = bench.records(result);
  REQUIRE(all.size() == 2);
  CHECK(all[0].at("resident_since") == "4110101");
  CHECK(all[1].at("resident_since") == "0000000");
  const std::string rejects = bench.text(result.folder / "rejects.csv");
  CHECK(rejects.find(addressee_no(2) + ",,warning,D4003,") != std::string::npos);
  CHECK(rejects.find(addressee_no(1)) == std::string::npos);
}

TEST_CASE("whoever was removed before the first run counts as published, and comes back with a 再転入") {
  JobBench bench;
  const Items removed{{"removal_class", "1"},       {"move_reason", "21"},
                      {"move_date", "20250301"},    {"move_notified_date", "20250225"},
                      {"removal_date", "20250301"}, {"removal_reason", "21"}};
  const auto job = make_cs_update();
  CHECK(bench.records(bench.run(*job, bench.request({resident(1), resident(2, removed)}, "20261119", true))).size() ==
        1);
  Items back =
      resident(2, {{"move_date", "20261118"}, {"move_notified_date", "20261120"}, {"settled_date", "20261118"}});
  const auto made = bench.records(bench.run(*job, bench.request({resident(1), back}, "20261120")));
  REQUIRE(made.size() == 1);
  CHECK(made[0].at("move_reason") == "01");
  CHECK(made[0].at("update_seq") == "00001");
}

TEST_CASE("a name that the file's charset lacks holds its person back, and nobody else") {
  JobBench bench;
  bench.settings("");
  std::string toml = bench.text(bench.folder() / "daicho.toml");
  toml.replace(toml.find("csv:utf-8,header=id"), 19, "csv:cp932,header=id");
  FILE* file = std::fopen((bench.folder() / "daicho.toml").c_str(), "w");
  std::fputs(toml.c_str(), file);
  std::fclose(file);
  const auto job = make_cs_update();
  const RunResult result =
      bench.run(*job, bench.request({resident(1, {{"name_kanji", "𠮷田　太郎"}}), resident(2)}, "20261119", true));
  CHECK(bench.records(result).size() == 1);
  CHECK(result.manifest.counts.rejected == 1);
  CHECK(bench.text(result.folder / "rejects.csv").find(addressee_no(1) + ",,error,D1002,name_kanji,漢字氏名,") !=
        std::string::npos);
}

}  // namespace
}  // namespace daicho::test
