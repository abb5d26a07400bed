// 住基ネット統一文字: which character a J+ code means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace daicho {

/// Codes of 住基ネット統一文字 (J+0000-FFFF) and the characters (a code point, with its variation selector if any) that
/// they mean. J+0020-33FF and J+FF00-FFFE mean the code points of the same number and need no entry; J+AC00-D6FF never
/// means Hangul. The 文字情報一覧表 gives the kanji, a municipality's own table the rest.
class JukiTable {
 public:
  /// Adds or replaces the meaning of a code. `character` is one character in UTF-8. Where two codes mean one character,
  /// the first one added is the code that writing uses; the other counts as a duplicate on reading.
  void add(std::uint16_t code, std::string_view character);
  /// What a code means, by table or by itself; empty where nothing is known. The view lives as long as the table,
  /// unchanged.
  std::string_view character(std::uint16_t code) const;
  /// The code that means a character; nothing where there is none.
  std::optional<std::uint16_t> code(std::string_view character) const;

 private:
  std::unordered_map<std::uint16_t, std::string> characters_;
  std::unordered_map<std::string, std::uint16_t> codes_;
};

}  // namespace daicho
