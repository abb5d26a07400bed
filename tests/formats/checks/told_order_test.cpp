#include "formats/checks/told_order.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "formats/finding_codes.hpp"
#include "formats/layout.hpp"

using namespace daicho;

namespace {

Finding finding_of(std::uint64_t record, FindingCode code, std::size_t item, const std::string& other) {
  Finding finding;
  finding.code = code;
  finding.record = record;
  finding.line = record + 1;
  finding.column = 1;
  finding.offset = record * 100;
  finding.item = item;
  finding.byte_first = 3;
  finding.byte_last = 9;
  finding.args = {{"record", other}};
  return finding;
}

std::string shown(ToldOrder& order) {
  std::string text;
  order.for_each([&](const Finding& each) {
    CHECK(each.file == "in.dat");
    CHECK(each.layout != nullptr);
    CHECK(each.line == each.record + 1);
    CHECK(each.offset == each.record * 100);
    CHECK(each.byte_first == 3);
    CHECK(each.byte_last == 9);
    CHECK(each.column == 1);
    text += std::to_string(each.record) + " " + each.code.code + " " + std::to_string(each.item);
    for (const auto& [name, value] : each.args) text += " " + name + "=" + value;
    text += each.is_error() ? "\n" : " warning\n";
  });
  return text;
}

}  // namespace

TEST_CASE("findings come by record, rule, code, item and arguments") {
  const Layout layout;
  ToldOrder order(layout, "in.dat", 0);
  order.add(2, finding_of(7, code::kTwoHeads, 1, "3"));
  order.add(1, finding_of(7, code::kNoHead, 0, "4"));
  order.add(1, finding_of(300, code::kTwoHeads, 1, "3"));
  order.add(2, finding_of(7, code::kTwoHeads, 1, "2"));
  order.add(2, finding_of(7, code::kTwoHeads, 0, "9"));
  CHECK(shown(order) ==
        "7 D3125 0 record=4 warning\n"
        "7 D3025 0 record=9\n"
        "7 D3025 1 record=2\n"
        "7 D3025 1 record=3\n"
        "300 D3025 1 record=3\n");
  CHECK(shown(order) == "");
}

TEST_CASE("what does not fit into memory comes in the same order") {
  const Layout layout;
  std::mt19937_64 random(7);
  std::vector<std::uint64_t> records(20000);
  for (std::uint64_t& record : records) record = random() % 100000;
  ToldOrder large(layout, "in.dat", std::uint64_t{1} << 30);
  ToldOrder small(layout, "in.dat", 1);  // 64 KiB at least
  for (const std::uint64_t record : records) {
    large.add(record % 3, finding_of(record, code::kKeyTwice, record % 5, std::to_string(random() % 10)));
  }
  random.seed(7);
  for (std::size_t i = 0; i < records.size(); ++i) random();
  for (const std::uint64_t record : records) {
    small.add(record % 3, finding_of(record, code::kKeyTwice, record % 5, std::to_string(random() % 10)));
  }
  const std::string all = shown(large);
  CHECK(all.size() > 400000);
  CHECK((shown(small) == all));
}
