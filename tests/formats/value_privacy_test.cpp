#include "formats/value_privacy.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "formats/catalog.hpp"

namespace daicho {
namespace {

/// Whether an item of a layout may show each value.
std::vector<bool> shown(const char* layout, const char* item, const std::vector<std::string_view>& values) {
  const auto loaded = Catalog().layout(layout);
  std::vector<bool> result;
  for (const std::string_view value : values) result.push_back(may_show(loaded->items[loaded->index(item)], value));
  return result;
}

using Answers = std::vector<bool>;

TEST_CASE("a personal item shows nothing, whatever stands in it") {
  CHECK(shown("juki", "name_kanji", {"1", "", "福島"}) == Answers{false, false, false});
  CHECK(shown("honnin", "individual_no", {"1"}) == Answers{false});
}

TEST_CASE("an open item shows what it may hold") {
  CHECK(shown("juki", "birth_date", {"320230229", "520260230", ""}) == Answers{true, true, true});
  CHECK(shown("juki", "district_code", {"A-12 b", "123456789012"}) == Answers{true, true});
  CHECK(shown("juki", "nationality_kanji", {"大韓民国"}) == Answers{true});
}

TEST_CASE("blanks behind a value and full-width digits tell nothing more") {
  CHECK(shown("juki", "nationality_kanji", {"大韓民国　", "　"}) == Answers{true, true});
  CHECK(shown("honnin", "sex", {"１"}) == Answers{true});
  CHECK(shown("soufusaki", "dispatch_no", {"５７８０７４９４９４２０", "578074949420 "}) == Answers{false, false});
}

TEST_CASE("a number of a person that fits is known by its check digit, alone or behind zeros of a wider item") {
  CHECK(shown("juki", "district_code", {"578074949420", "578074949421"}) == Answers{false, true});
  CHECK(shown("soufusaki", "dispatch_no", {"578074949420", "000000000042"}) == Answers{false, true});
  CHECK(shown("juki", "address_building_code", {"00000578074949420"}) == Answers{false});
}

TEST_CASE("a faulty value is shown where it can be neither a name nor a number of a person") {
  CHECK(shown("soufusaki", "dispatch_no", {"0000000000X3", "1-2", "12345678", "x"}) == Answers{true, true, true, true});
  CHECK(shown("juki", "birth_date", {"2026-04-1", "1\n2"}) == Answers{true, true});
  CHECK(shown("honnin", "operator_id", {"SAM\aLE001", "SAMPLE001 "}) == Answers{true, true});
}

TEST_CASE("a faulty value that may be a name or a number of a person is not shown") {
  CHECK(shown("honnin", "sex", {"福島　樹", "ﾌｸｼﾏ", "TANAKA", "樹"}) == Answers{false, false, false, false});
  CHECK(shown("honnin", "settled_date", {"578074949420", "57807494942", "578074949", "578-074-949-420"}) ==
        Answers{false, false, false, false});
  CHECK(shown("honnin", "operator_id", {"TANAKA TARO", "578074949420", "福島"}) == Answers{false, false, false});
  CHECK(shown("juki", "nationality_kanji", {"TANAKA", "\xE7\xA6"}) == Answers{false, false});
}

}  // namespace
}  // namespace daicho
