// Check digits of the numbers that resident files carry.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace daicho {

enum class CheckDigit : std::uint8_t {
  none,
  individual_no,  ///< 個人番号, 12 digits: 総務省令第85号 第5条
  juminhyo_code,  ///< 住民票コード, 11 digits: 平成14年総務省告示第436号
  addressee_no,  ///< 宛名番号 and 世帯番号, modulus 11 with weights 2-7: 住民記録システム標準仕様書 1.1.13
  municipality_code,  ///< 全国地方公共団体コード, 6 digits
  corporate_no,       ///< 法人番号, 13 digits, the check digit stands first
};

/// The name of the kind in a schema (`check = "individual_no"`).
std::string_view check_digit_name(CheckDigit kind);

/// Digits of a whole number of the kind; 0 where it may have any number of them (two at least), and for `none`.
std::size_t check_digit_length(CheckDigit kind);

/// The check digit ('0'-'9') that belongs to `body`, the number without it. `body` holds ASCII digits only, and as
/// many as the kind has (any number of them for addressee_no).
char check_digit_of(CheckDigit kind, std::string_view body);

/// Whether `number` has the length of its kind, consists of ASCII digits and carries the right check digit.
/// Leading zeros of an addressee number do not count. `none` accepts everything.
bool check_digit_valid(CheckDigit kind, std::string_view number);

}  // namespace daicho
