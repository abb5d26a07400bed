#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "formats/catalog.hpp"
#include "formats/checks/check.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {
namespace {

TEST_CASE("every check has a number of its own, findings with texts, and layouts that are there") {
  const Catalog catalog;
  const FindingTexts texts(catalog);
  std::set<std::string_view> ids;
  for (const CheckKind& kind : check_list()) {
    CAPTURE(kind.id);
    CHECK(ids.insert(kind.id).second);
    const bool told_nowhere = kind.by == CheckedBy::nobody || kind.id == "L55";  // iten holds back without a finding
    CHECK(kind.codes.empty() == told_nowhere);
    for (const FindingCode& code : kind.codes) CHECK(texts.find(code.code) != nullptr);
    const bool exception = kind.id == "L13";  // from L11, whose check makes it
    CHECK((kind.make != nullptr) == (kind.by == CheckedBy::check && !exception));
    const bool of_any = std::find(kind.layouts.begin(), kind.layouts.end(), "*") != kind.layouts.end();
    for (const std::string_view id : kind.layouts) {
      if (id == "*") continue;
      if (id.starts_with('!')) {
        CHECK_FALSE(made_for(kind, id.substr(1)));
        continue;
      }
      const auto layout = catalog.layout(id == "iten.*" ? "iten.01-shiminzei" : std::string(id));
      CHECK(made_for(kind, layout->id));
    }
    CHECK(made_for(kind, "a-layout-of-ones-own") == of_any);
  }
}

}  // namespace
}  // namespace daicho
