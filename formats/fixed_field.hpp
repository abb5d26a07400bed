// One field of a fixed-width record: bytes to text and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "formats/fixed_plan.hpp"

namespace daicho {

enum class FieldFault : std::uint8_t {
  none,
  broken,            ///< bytes that are no character of the charset, at `at`
  fill_broken,       ///< half-width spaces before U+3000, or blanks where absence is zeros
  half_width_blank,  ///< accepted: half-width spaces where U+3000 is due
  unmappable,        ///< writing: the charset lacks the character at `at` of the value
  not_full_width,    ///< writing: a character of an N item that takes one byte, which nothing can slice
  too_long,          ///< writing: the text takes more positions (`length`) than the field has
};

struct FieldResult {
  FieldFault fault = FieldFault::none;
  std::size_t at = 0;          ///< reading: byte in the field; writing: byte in the value
  std::size_t length = 0;      ///< bytes of the faulty character or sequence; with too_long: full-width positions
  std::size_t duplicates = 0;  ///< reading: codes that come back as another
  std::size_t similar = 0;     ///< writing: characters written as a similar one
};

/// Appends a field's value to `text`: without fill, nothing where it is absent. `bytes` are exactly the field's. On
/// `broken` what stands before is appended. Whether the value suits its item is check_value's question.
FieldResult read_fixed_field(const FixedPlan& plan, const FixedField& field, std::string_view bytes, std::string& text);

/// Appends exactly the field's bytes to `bytes` (anything on a fault). `value` has passed check_value, in UTF-8 with
/// its width.
FieldResult write_fixed_field(const FixedPlan& plan, const FixedField& field, std::string_view value,
                              std::string& bytes);

}  // namespace daicho
