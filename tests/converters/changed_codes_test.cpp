#include "converters/changed_codes.hpp"

#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "converters/gaiji_table.hpp"

using namespace daicho;

TEST_CASE("as many codes are found as reading counts, whatever the charset and the bytes") {
  GaijiTable gaiji;
  gaiji.add({0xE000, "葛\U000E0100", {}, {}, {}});
  gaiji.add({0xE001, "〜", {}, {}, {}});
  gaiji.add({0xF0000, "高", {}, {}, {}});
  std::mt19937 random(398);
  std::size_t found_any = 0;
  for (const Charset charset : all_charsets()) {
    for (const GaijiTable* table : {static_cast<const GaijiTable*>(nullptr), static_cast<const GaijiTable*>(&gaiji)}) {
      const TextOptions options{.gaiji = table};
      const ChangedCodes changed(charset, charset, options);
      for (int round = 0; round < 300; ++round) {
        std::string bytes;
        const char* const parts[] = {"a", "東", "æ", "\u0300", "か", "\u309A", "\uE000", "\uE001", "\U000F0000", "\n"};
        for (auto n = random() % 20; n > 0; --n) {
          std::string part;
          encode(charset, parts[random() % std::size(parts)], part);
          bytes += part;
          if (charset == Charset::cp932 && random() % 3 == 0) bytes += "\xED\x40";
        }
        std::string text;
        const Conversion done = decode(charset, bytes, text, options);
        if (done.error != TextError::none) continue;
        std::size_t found = 0;
        std::size_t last = 0;
        changed.find_duplicates(bytes, [&](std::string_view code, std::size_t at) {
          CHECK(bytes.substr(at, code.size()) == code);
          CHECK(at >= last);
          last = at;
          ++found;
        });
        CAPTURE(charset_name(charset));
        CAPTURE(round);
        REQUIRE(found == done.duplicates);
        found_any += found;
      }
    }
  }
  CHECK(found_any > 1000);
}

TEST_CASE("what is added keeps the first place, and what is new moves behind what was") {
  TextChanges sum{{"a", {"x", 2, 5, 1}}};
  add_changes(sum, {{"a", {"x", 3, 0, 1}}, {"b", {"y", 1, 4, 2}}}, 100, 10);
  CHECK(sum == TextChanges{{"a", {"x", 5, 5, 1}}, {"b", {"y", 1, 104, 12}}});
}

TEST_CASE("lines are counted forward") {
  LineCounter lines(Charset::utf16be, std::string_view("\0a\0\n\0b\0\n\0c", 10));
  CHECK(lines.line(0) == 1);
  CHECK(lines.line(4) == 2);
  CHECK(lines.line(4) == 2);
  CHECK(lines.line(8) == 3);
}
