// 文字情報基盤: the characters of the MJ文字情報一覧表 by name, sequence and other sets' codes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace daicho {

/// One row of the MJ文字情報一覧表.
struct MjCharacter {
  std::uint32_t number = 0;            ///< MJ文字図形名 without `MJ`: 1-999999
  std::vector<std::string> sequences;  ///< UTF-8: 実装したUCS first, then IVS, then SVS; may be empty
  std::uint16_t juki_code = 0;         ///< 住基ネット統一文字コード; 0: none
  std::uint32_t x0213 = 0;             ///< plane * 10000 + row * 100 + cell; 0: none
  std::uint32_t x0212 = 0;             ///< row * 100 + cell; 0: none
};

/// The table; 58,862 rows in edition 006.02.
class MjTable {
 public:
  /// Rows come in the order of their numbers. A sequence that two rows claim belongs to the first.
  void add(MjCharacter row);
  const std::vector<MjCharacter>& rows() const { return rows_; }
  /// The row of a character (a code point, with its variation selector if any); null where there is none.
  const MjCharacter* find(std::string_view character) const;
  /// The row of an MJ文字図形名 (its number); null where there is none.
  const MjCharacter* find_number(std::uint32_t number) const;

 private:
  std::vector<MjCharacter> rows_;
  std::unordered_map<std::string, std::size_t> by_sequence_;
};

/// `MJ008064` of 8064.
std::string mj_name(std::uint32_t number);

}  // namespace daicho
