// docs/checks.md and the list of checks hold the same.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "formats/checks/check.hpp"

namespace daicho {
namespace {

std::string need_on_page(CheckNeed need) {
  switch (need) {
    case CheckNeed::nothing:
      break;
    case CheckNeed::processing_date:
      return "processing date";
    case CheckNeed::municipality:
      return "own municipality";
    case CheckNeed::previous:
      return "older file";
    case CheckNeed::residents:
      return "register or honnin";
    case CheckNeed::residents_only:
      return "register";
  }
  return "-";
}

std::string needs_on_page(const CheckKind& kind) {
  if (kind.part.need == CheckNeed::nothing) return need_on_page(kind.need);
  const std::string layout = kind.part.layout.empty() ? "" : " (" + std::string(kind.part.layout) + ")";
  return "in part: " + need_on_page(kind.part.need) + layout;
}

std::string runner_on_page(CheckedBy by) {
  switch (by) {
    case CheckedBy::check:
      break;
    case CheckedBy::reader:
      return "reader";
    case CheckedBy::schema:
      return "schema";
    case CheckedBy::job:
      return "job";
    case CheckedBy::nobody:
      return "nobody";
  }
  return "check";
}

std::string level_on_page(const std::vector<FindingCode>& codes) {
  bool error = false;
  bool alert = false;
  for (const FindingCode& code : codes) (code.severity == Severity::error ? error : alert) = true;
  return error && alert ? "error, alert" : error ? "error" : alert ? "alert" : "-";
}

/// Words with ", " between them; "-" for none.
template <typename Words, typename Text>
std::string joined(const Words& words, Text text) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + std::string(text(word));
  return all.empty() ? "-" : all;
}

/// The cells of each row of the page's table, by the check's number.
std::map<std::string, std::vector<std::string>> rows_of_page(std::vector<std::string>& order) {
  std::map<std::string, std::vector<std::string>> rows;
  std::ifstream page(DAICHO_SOURCE_DIR "/docs/checks.md");
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| L")) continue;
    std::vector<std::string> cells;
    std::size_t from = 2;
    for (std::size_t end = line.find(" |", from); end != std::string::npos; end = line.find(" |", from)) {
      cells.push_back(line.substr(from, end - from));
      from = end + 3;
    }
    CHECK_MESSAGE(rows.emplace(cells.at(0), cells).second, "twice on the page: ", cells.at(0));
    order.push_back(cells.at(0));
  }
  return rows;
}

TEST_CASE("docs/checks.md has each of the 57 checks once, in order, as the list has it") {
  std::vector<std::string> order;
  const auto rows = rows_of_page(order);
  std::vector<std::string> on_page;
  for (const CheckKind& kind : check_list()) {
    const std::string id(kind.id);
    CAPTURE(id);
    REQUIRE_MESSAGE(rows.contains(id), "not on the page");
    on_page.push_back(id);
    const std::vector<std::string>& cells = rows.at(id);
    REQUIRE(cells.size() == 8);
    CHECK(cells[1] == joined(kind.codes, [](const FindingCode& code) { return code.code; }));
    CHECK(cells[2] == level_on_page(kind.codes));
    CHECK(cells[3] == joined(kind.layouts, [](std::string_view layout) { return layout; }));
    CHECK(cells[4] == needs_on_page(kind));
    CHECK(cells[5] == runner_on_page(kind.by));
    CHECK(cells[6].size() > 20);
    CHECK(cells[7].size() > 2);
  }
  CHECK(order == on_page);
  CHECK(on_page.size() == 57);
}

}  // namespace
}  // namespace daicho
