// Small tables of characters for tests of the codecs.
#pragma once

#include <cstdint>
#include <string>

#include "converters/charset.hpp"
#include "converters/juki_table.hpp"
#include "converters/utf8.hpp"

namespace daicho::test {

/// 住基ネット統一文字 as tests have it: U+4E00-9FFF under their own numbers, 葛󠄀 and 𠮷 under codes of
/// their own.
inline const JukiTable& juki_table() {
  static const JukiTable table = [] {
    JukiTable made;
    for (char32_t kanji = 0x4E00; kanji <= 0x9FFF; ++kanji) {
      std::string text;
      append_code_point(text, kanji);
      made.add(static_cast<std::uint16_t>(kanji), text);
    }
    made.add(0xB000, "葛\U000E0100");
    made.add(0xD6FF, "𠮷");
    return made;
  }();
  return table;
}

/// What conversions of a charset need in tests.
inline TextOptions text_options(Charset charset) {
  TextOptions text;
  if (charset == Charset::juki) text.juki = &juki_table();
  return text;
}

}  // namespace daicho::test
