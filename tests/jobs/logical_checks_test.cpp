#include "jobs/logical_checks.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "tests/jobs/small_register.hpp"

namespace daicho::test {
namespace {

class Checks {
 public:
  /// Codes and items of what the checks say about a change, in order.
  std::string change(const Items& previous, const Items& current) const {
    FindingList found;
    checker_.check_change(record(current).view(), record(previous).view(), found);
    return said(found);
  }
  std::string dates(const Items& items) const {
    FindingList found;
    checker_.check_dates(record(items).view(), found);
    return said(found);
  }

 private:
  OwnedRecord record(const Items& changed) const {
    std::vector<std::string> values(layout_->items.size());
    for (const auto& [id, value] : resident(1, changed)) values[layout_->index(id)] = value;
    return OwnedRecord(values);
  }
  std::string said(const FindingList& found) const {
    std::string text;
    for (const Finding& finding : found.findings) {
      text += std::string(text.empty() ? "" : " ") + finding.code.code + ":" + layout_->items[finding.item].id;
    }
    return text;
  }

  Catalog catalog_;
  std::shared_ptr<const Layout> layout_ = catalog_.layout("juki");
  LogicalChecker checker_{*layout_, parse_date("20261120").date};
};

Items event(const std::string& reason, Items more = {}) {
  more["move_reason"] = reason;
  more["move_date"] = "20261119";
  more["move_notified_date"] = "20261120";
  return more;
}

TEST_CASE_FIXTURE(Checks, "L01: whoever lives here does not move in, but is naturalised") {
  CHECK(change({}, event("11")) == "D3001:move_reason");
  CHECK(change({}, event("16")) == "D3001:move_reason");
  CHECK(change({}, event("14")).empty());
  CHECK(change({}, event("15")).empty());
  CHECK(change({{"removal_class", "1"}}, event("11")).empty());
}

TEST_CASE_FIXTURE(Checks, "the same event again is not judged again") {
  CHECK(change({}, {{"name_kanji", "山田　次郎"}}).empty());
  CHECK(
      change({{"removal_class", "1"}, {"move_reason", "21"}}, {{"removal_class", "1"}, {"move_reason", "21"}}).empty());
}

TEST_CASE_FIXTURE(Checks, "L02: a 転居 changes the address and what goes with it, nothing else") {
  CHECK(change({}, event("31", {{"address", "東京都小金井市緑町二丁目２番２号"},
                                {"address_building", "緑荘"},
                                {"household_no", addressee_no(9)},
                                {"head_name_kanji", "佐藤　一郎"},
                                {"relationship_code", "20000000"},
                                {"settled_date", "20261119"},
                                {"remarks", "備考"}}))
            .empty());
  CHECK(
      change({}, event("31", {{"name_kanji", "山田　次郎"}, {"sex_code", "2"}, {"individual_no", individual_no(9)}})) ==
      "D3002:name_kanji D3002:sex_code D3002:individual_no");
}

TEST_CASE_FIXTURE(Checks, "L03, L04: whoever was removed is neither removed nor changed") {
  const Items removed{{"removal_class", "2"}};
  CHECK(change(removed, event("23", removed)) == "D3003:move_reason");
  CHECK(change(removed, event("33", removed)) == "D3004:move_reason");
  CHECK(change(removed, event("42", removed)) == "D3004:move_reason");
  CHECK(change(removed, event("19")).empty());
  CHECK(change({}, event("23", removed)).empty());
}

TEST_CASE_FIXTURE(Checks, "L05, L06: no day after the processing date, but for a planned 転出") {
  CHECK(dates({}).empty());
  CHECK(dates({{"move_date", "20261120"}, {"move_notified_date", "20261120"}}).empty());
  CHECK(dates({{"move_date", "20261121"}}) == "D3005:move_date");
  CHECK(dates({{"move_date", "20261201"}, {"move_reason", "21"}}).empty());
  CHECK(dates({{"move_notified_date", "20261121"}, {"move_reason", "21"}}) == "D3006:move_notified_date");
  CHECK(dates({{"move_date", "20261100"}}).empty());
  CHECK(dates({{"move_date", "20261200"}}) == "D3005:move_date");
}

}  // namespace
}  // namespace daicho::test
