#include "formats/fixed_field.hpp"

#include <cstring>

#include "converters/charset.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

bool is_ascii(std::string_view bytes) {
  std::uint64_t seen = 0;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + i, 8);
    seen |= word;
  }
  for (; i < bytes.size(); ++i) seen |= static_cast<unsigned char>(bytes[i]);
  return (seen & 0x8080808080808080U) == 0;
}

/// Appends UTF-16 code units that are all ASCII; false, with nothing appended, where one is not.
bool append_ascii_units(Charset charset, std::string_view bytes, std::string& text) {
  const std::size_t low = charset == Charset::utf16le ? 0 : 1;
  const std::size_t before = text.size();
  text.resize(before + bytes.size() / 2);
  unsigned char seen = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    text[before + i / 2] = bytes[i + low];
    seen = static_cast<unsigned char>(seen | (bytes[i + low] & 0x80) | static_cast<unsigned char>(bytes[i + 1 - low]));
  }
  if (seen == 0) return true;
  text.resize(before);
  return false;
}

FieldResult decode_into(Charset charset, std::string_view bytes, std::string& text) {
  const Conversion done = decode(charset, bytes, text);
  FieldResult result;
  result.duplicates = done.duplicates;
  if (done.error != TextError::none) {
    result.fault = FieldFault::broken;
    result.at = done.input_used;
    result.length = done.error_length;
  }
  return result;
}

FieldResult read_half_width(const FixedPlan& plan, const FixedField& field, std::string_view bytes, std::string& text) {
  const Charset charset = plan.charset();
  const std::string_view space = half_width_character(charset, ' ');
  const std::size_t length = length_without(bytes, space);
  if (length == 0) return {.fault = field.absent_is_zeros ? FieldFault::fill_broken : FieldFault::none};
  if (field.cls == PictureClass::text) bytes = bytes.substr(0, length);
  if (field.absent_is_zeros && length_without(bytes, half_width_character(charset, '0')) == 0) return {};
  if (plan.unit() == 1 ? is_ascii(bytes) : append_ascii_units(charset, bytes, text)) {
    if (plan.unit() == 1) text.append(bytes);
    return {};
  }
  return decode_into(charset, bytes, text);
}

/// The text, then U+3000, then half-width spaces: none but the one or two that a UTF-8 field has left.
FieldResult read_national(const FixedPlan& plan, std::string_view bytes, std::string& text) {
  const Charset charset = plan.charset();
  const std::string_view space = half_width_character(charset, ' ');
  const std::size_t spaces_begin = length_without(bytes, space);
  const std::size_t length = length_without(bytes.substr(0, spaces_begin), national_fill(charset));
  const std::string_view value = bytes.substr(0, length);
  FieldResult result = decode_into(charset, value, text);
  if (result.fault != FieldFault::none) return result;
  const std::size_t due_spaces = charset == Charset::utf8 ? (bytes.size() - length) % 3 : 0;
  if (length_without(value, space) != length) {
    result.fault = FieldFault::fill_broken;
    result.at = length - space.size();
    result.length = space.size();
  } else if (bytes.size() - spaces_begin != due_spaces) {
    result.fault = FieldFault::half_width_blank;
  }
  return result;
}

FieldResult write_half_width(const FixedPlan& plan, const FixedField& field, std::string_view value,
                             std::string& bytes) {
  const Charset charset = plan.charset();
  const std::size_t fill = field.bytes / plan.unit() - value.size();
  const bool zeros = value.empty() ? field.absent_is_zeros : field.zero_filled;
  const std::string_view pattern = half_width_character(charset, zeros ? '0' : ' ');
  if (zeros) append_repeated(pattern, fill, bytes);
  if (plan.unit() == 1) {
    bytes.append(value);
  } else {
    for (const char c : value) bytes.append(half_width_character(charset, c));
  }
  if (!zeros) append_repeated(pattern, fill, bytes);
  return {};
}

FieldResult write_national(const FixedPlan& plan, const FixedField& field, std::string_view value, std::string& bytes) {
  const Charset charset = plan.charset();
  FieldResult result;
  std::size_t written = 0;
  if (!value.empty()) {
    const Conversion done = encode(charset, value, bytes);
    written = done.output_written;
    result.similar = done.similar;
    if (done.error != TextError::none) {
      result.fault = done.error == TextError::unmappable ? FieldFault::unmappable : FieldFault::broken;
      result.at = done.input_used;
      result.length = done.error_length;
      return result;
    }
  }
  // In UTF-8 a code unit takes at most three bytes, so a value of the right length always fits. In CP932 every
  // character of an N item takes two bytes; one that does not would move the rest of the field.
  if (charset == Charset::cp932 && written != 2 * utf16_length(value)) {
    result.fault = FieldFault::not_full_width;
    return result;
  }
  const std::string_view fill = national_fill(charset);
  const std::size_t rest = field.bytes - written;
  append_repeated(fill, rest / fill.size(), bytes);
  bytes.append(rest % fill.size(), ' ');
  return result;
}

}  // namespace

FieldResult read_fixed_field(const FixedPlan& plan, const FixedField& field, std::string_view bytes,
                             std::string& text) {
  if (field.cls == PictureClass::national) return read_national(plan, bytes, text);
  return read_half_width(plan, field, bytes, text);
}

FieldResult write_fixed_field(const FixedPlan& plan, const FixedField& field, std::string_view value,
                              std::string& bytes) {
  if (field.cls == PictureClass::national) return write_national(plan, field, value, bytes);
  return write_half_width(plan, field, value, bytes);
}

}  // namespace daicho
