// Random records that every codec must bring back: values right for picture and kind, of all lengths, and inside a
// charset's repertoire. They mean nothing: check digits, dates and relations are not theirs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "converters/charset.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"

namespace daicho::test {

class RandomRecords {
 public:
  /// The same seed gives the same records on every machine.
  RandomRecords(const Layout& layout, Charset charset, std::uint64_t seed)
      : layout_(layout), charset_(charset), engine_(seed) {}

  /// One value for each item of the layout.
  std::vector<std::string> next() {
    std::vector<std::string> values;
    for (const Item& item : layout_.items) values.push_back(value(item));
    return values;
  }

  /// A block of `count` records with positions 1, 2, ...
  RecordBlock block(std::size_t count) {
    RecordBlock records(layout_.items.size());
    for (std::size_t i = 0; i < count; ++i) records.append(next(), {i + 1, 0, 0});
    return records;
  }

  /// A value for one item: absent now and then, often at its greatest length.
  std::string value(const Item& item) {
    if (below(8) == 0) return {};
    switch (item.picture.cls) {
      case PictureClass::digits:
        return digits(item);
      case PictureClass::text:
        return text(item);
      case PictureClass::national:
        break;
    }
    return national(item);
  }

  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

 private:
  std::string digits(const Item& item) {
    std::string value;
    bool all_zeros = true;
    for (std::size_t i = 0; i < item.picture.length; ++i) {
      value += static_cast<char>('0' + below(item.kind == Kind::flag ? 2 : 10));
      all_zeros = all_zeros && value.back() == '0';
    }
    if (item.absent_is_zeros && all_zeros) value.back() = '1';
    return value;
  }

  std::string text(const Item& item) {
    std::string value;
    const std::size_t length = length_of(item);
    while (value.size() < length) value += static_cast<char>(0x20 + below(0x5F));
    if (value.back() == ' ') value.back() = '~';
    return value;
  }

  std::string national(const Item& item) {
    std::string value;
    std::size_t left = length_of(item);
    while (left != 0) {
      const std::string_view character = pick(item.kind);
      const std::size_t units = positions_of(character);
      if (units > left) continue;
      if (left == units && character == "　") continue;  // a value never ends with its fill
      value += character;
      left -= units;
    }
    return value;
  }

  std::size_t length_of(const Item& item) {
    const std::size_t most = item.picture.length;
    return below(4) == 0 ? most : 1 + below(most);
  }

  /// Full-width positions of a character: code units in Unicode, elsewhere one code, whatever it means.
  std::size_t positions_of(std::string_view character) const {
    if (charset_ != Charset::utf8 && charset_ != Charset::utf16le && charset_ != Charset::utf16be) return 1;
    std::size_t units = 0;
    for (const char c : character) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
  }

  std::string_view pick(Kind kind) {
    static constexpr std::array<std::string_view, 12> katakana = {"ア", "ヴ", "ヶ", "ー", "・", "　",
                                                                  "Ａ", "ｚ", "ヽ", "ヾ", "ッ", "ン"};
    static constexpr std::array<std::string_view, 10> hiragana = {"あ", "ん", "ぁ", "ー", "・",
                                                                  "　", "Ａ", "ゝ", "ゞ", "っ"};
    if (kind == Kind::katakana) return katakana[below(katakana.size())];
    if (kind == Kind::hiragana) return hiragana[below(hiragana.size())];
    const std::span<const std::string_view> characters = held(charset_);
    return characters[below(characters.size())];
  }

  /// Full-width characters of a charset, the odd ones above all.
  static std::span<const std::string_view> held(Charset charset) {
    // 表 and 能 end in 0x5C in CP932, 施 in 0x7B; 髙 﨑 are IBM extensions, U+E000 and U+E757 the ends of the 外字
    // area.
    static constexpr std::array<std::string_view, 16> cp932 = {"東", "表", "能", "施", "髙", "﨑", "\uE000", "\uE757",
                                                               "　", "－", "～", "①",  "１", "Ａ", "ア",     "漢"};
    static constexpr std::array<std::string_view, 16> unicode = {
        "東", "表",           "髙",           "\uE000", "　", "－", "①", "１",
        "𠮷", "葛\U000E0100", "辻\U000E0100", "鷗",     "槗", "ゔ", "α", "é"};
    // Plane 2, and characters of two code points in one code.
    static constexpr std::array<std::string_view, 14> jis2004 = {"東", "表", "能", "施", "﨑", "　", "①",
                                                                 "𠀋", "鷗", "か゚", "ㇷ゚", "æ̀",  "ゔ", "é"};
    static constexpr std::array<std::string_view, 12> ebcdic = {"東",     "表", "能", "施", "髙", "﨑",
                                                                "\uE000", "　", "；", "１", "ア", "α"};
    // Codes outside the range of their own code points; see text_tables.hpp.
    static constexpr std::array<std::string_view, 10> juki = {"東", "表", "漢", "髙", "葛\U000E0100",
                                                              "𠮷", "　", "１", "ア", "α"};
    switch (charset) {
      case Charset::cp932:
        return cp932;
      case Charset::shift_jis_2004:
      case Charset::euc_jis_2004:
        return jis2004;
      case Charset::ibm930:
      case Charset::ibm939:
        return ebcdic;
      case Charset::juki:
        return juki;
      default:
        return unicode;
    }
  }

  const Layout& layout_;
  Charset charset_;
  std::mt19937_64 engine_;
};

}  // namespace daicho::test
