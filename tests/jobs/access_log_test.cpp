#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "tests/jobs/iten_city.hpp"

namespace daicho {
namespace {

using fake::City;
using fake::kSettings;
using fake::Rows;
using fake::Texts;

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

}  // namespace
}  // namespace daicho
