// 住基ネット統一文字: which character a J+ code means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daicho {

/// Codes of 住基ネット統一文字 (J+0000-FFFF) and the characters (a code point, with its variation selector if any) that
/// they mean. J+0000-33FF and J+FF00-FFFE mean the code points of the same number and need no entry (J+0000-001F so
/// that line ends are what they are everywhere else); J+AC00-D6FF never means Hangul. The 文字情報一覧表 gives the
/// kanji, a municipality's own table the rest.
class JukiTable {
 public:
  /// Adds or replaces the meaning of a code. Where two codes mean one character, writing uses the code that means it by
  /// itself, else the first one added; the other counts as a duplicate on reading. False, and nothing is changed, where
  /// `character` is not one character of valid UTF-8, or is a Hangul syllable, or the code is 0.
  bool add(std::uint16_t code, std::string_view character);
  /// What a code means, by table or by itself; empty where nothing is known. The view lives as long as the table,
  /// unchanged.
  std::string_view character(std::uint16_t code) const;
  /// The code that means a character; nothing where there is none.
  std::optional<std::uint16_t> code(std::string_view character) const;
  /// The same for a code point with its variation selector; 0: without one.
  std::optional<std::uint16_t> code(char32_t code_point, char32_t selector) const;

  /// What inner loops take: codes and code points of three UTF-8 bytes that mean each other, variation selectors not
  /// among them. The others are 0 and left to the functions above. As long-lived as the table, unchanged.
  struct Plain {
    const std::uint32_t* triple_of;  ///< by code: the UTF-8 bytes, the first one the lowest
    const std::uint16_t* word_of;    ///< by code point: the code's bytes as store16 writes them
    bool ascii;                      ///< all of J+0000-007F mean themselves
  };
  Plain plain() const;

 private:
  void forget(std::uint16_t code);
  void enter_plain(std::uint16_t code);
  void enter_plain_code_point(char32_t code_point);
  std::optional<std::uint16_t> code_by_table(char32_t code_point, char32_t selector) const;

  std::vector<std::string> characters_;     // by code; no elements until the first `add`
  std::vector<std::uint16_t> plain_codes_;  // by code point of the BMP; 0: none. As long as the above
  std::vector<std::uint32_t> triples_;      // as Plain says; as long as the above
  std::vector<std::uint16_t> words_;
  bool ascii_ = true;
  std::unordered_map<std::uint64_t, std::uint16_t> codes_;  // of variation sequences and of planes 1 to 16
};

}  // namespace daicho
