// Where each item of a layout lies in a fixed-width record of a charset, and what fills it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"

namespace daicho {

struct FixedField {
  std::uint32_t offset = 0;  ///< bytes from the record's first item
  std::uint32_t bytes = 0;
  PictureClass cls = PictureClass::text;
  bool zero_filled = false;
  bool absent_is_zeros = false;
};

/// A layout's items as byte ranges. The same for every record, worked out once.
class FixedPlan {
 public:
  /// The tables of `text` must outlive the plan. Throws UsageError where the charset has no fixed-width form.
  FixedPlan(const Layout& layout, Charset charset, const TextOptions& text = {});

  Charset charset() const { return charset_; }
  /// What conversions of a field of this class consult, its form set.
  const TextOptions& text(PictureClass cls) const { return cls == PictureClass::national ? full_ : half_; }
  const std::vector<FixedField>& fields() const { return fields_; }
  std::size_t record_bytes() const { return record_bytes_; }
  /// U+3000 as often as it fits into `bytes`, which are no more than the longest N field's.
  std::string_view national_fill(std::size_t bytes) const {
    return std::string_view(national_fill_).substr(0, bytes - bytes % full_width_bytes(charset_));
  }
  /// Bytes of a half-width position: 1, or 2 in UTF-16 and `juki`.
  std::size_t unit() const { return half_width_bytes(charset_); }

 private:
  Charset charset_;
  TextOptions half_;
  TextOptions full_;
  std::vector<FixedField> fields_;
  std::size_t record_bytes_ = 0;
  std::string national_fill_;  // of the longest field
};

/// The bytes of U+3000, the fill of N fields, in a charset.
std::string_view national_fill(Charset charset);

/// An ASCII character in a charset (1 byte, or 2 in UTF-16 and `juki`), as a view of static storage; empty where an
/// EBCDIC charset lacks it.
std::string_view half_width_character(Charset charset, char character);

/// Whether a charset's half-width characters are not ASCII's bytes: EBCDIC.
constexpr bool is_ebcdic(Charset charset) { return charset == Charset::ibm930 || charset == Charset::ibm939; }

/// The single-byte codes of an EBCDIC charset, as ASCII: a byte's character where it is one and comes back as that
/// byte, else FF.
const std::array<char, 256>& ebcdic_ascii(Charset charset);

/// Length of `bytes` without the repetitions of `pattern` (1 to 3 bytes) at its end. Compares 24 bytes at a time.
std::size_t length_without(std::string_view bytes, std::string_view pattern);

/// Appends `pattern` (1 to 3 bytes) `count` times.
void append_repeated(std::string_view pattern, std::size_t count, std::string& bytes);

}  // namespace daicho
