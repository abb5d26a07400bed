#include "cli/finding_words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/catalog.hpp"
#include "formats/envelope.hpp"
#include "formats/layout.hpp"

namespace daicho {
namespace {

std::string told(const char* name, const std::string& value) {
  Finding finding;
  finding.args = {{name, value}};
  return with_japanese_arguments(finding).args[0].second;
}

TEST_CASE("every field of a control record has its name in Japanese") {
  for (const char record_class : {'1', '8', '9'}) {
    for (const EnvelopeField& field : envelope_fields(record_class)) {
      CAPTURE(field.name);
      CHECK((told("field", std::string(field.name)) != field.name || field.name == "sha256"));
    }
  }
  CHECK(told("field", "base_date") == "基準日");
  CHECK(told("field", "sha256") == "SHA-256");
}

TEST_CASE("every pattern of the program's layouts is told in words") {
  const Catalog catalog;
  std::size_t patterns = 0;
  for (const std::string& id : catalog.layout_ids()) {
    for (const Item& item : catalog.layout(id)->items) {
      if (item.pattern.empty()) continue;
      ++patterns;
      CAPTURE(item.id);
      CHECK((told("pattern", item.pattern) != item.pattern || item.pattern == "0"));
    }
  }
  CHECK(patterns >= 10);
}

TEST_CASE("a form that is due is told in words, anything else as it is") {
  CHECK(told("expected", "9(6)") == "半角数字6桁");
  CHECK(told("expected", "X(16)") == "半角英数字・記号16字以内");
  CHECK(told("expected", "1, 2") == "1 または 2");
  CHECK(told("expected", "spaces") == "空白");
  CHECK(told("expected", "9(") == "9(");
  CHECK(told("expected", "12") == "12");
  CHECK(told("expected", "") == "");
  CHECK(told("found", "9(6)") == "9(6)");
  CHECK(told("pattern", "[a-z]+") == "[a-z]+");
  CHECK(told("reason", "the zstd data is damaged: Unknown frame descriptor") ==
        "zstd のデータが壊れています（圧縮データの始まりの印がありません）");
}

}  // namespace
}  // namespace daicho
