#include "formats/fixed_field.hpp"

#include <array>

#include "converters/charset.hpp"
#include "formats/ascii.hpp"

namespace daicho {
namespace {

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

/// Appends EBCDIC codes that are all ASCII characters; false, with nothing appended, where one is not.
bool append_ascii_codes(Charset charset, std::string_view bytes, std::string& text) {
  const std::array<char, 256>& ascii = ebcdic_ascii(charset);
  const std::size_t before = text.size();
  text.resize(before + bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) text[before + i] = ascii[static_cast<unsigned char>(bytes[i])];
  if (is_ascii(std::string_view(text).substr(before))) return true;
  text.resize(before);
  return false;
}

/// Appends the characters of a half-width field if all of them are ASCII.
bool append_ascii(Charset charset, std::string_view bytes, std::string& text) {
  if (is_ebcdic(charset)) return append_ascii_codes(charset, bytes, text);
  if (half_width_bytes(charset) == 2) return append_ascii_units(charset, bytes, text);
  if (!is_ascii(bytes)) return false;
  text.append(bytes);
  return true;
}

FieldResult decode_into(const FixedPlan& plan, const FixedField& field, std::string_view bytes, std::string& text) {
  const Conversion done = decode(plan.charset(), bytes, text, plan.text(field.cls));
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
  if (append_ascii(charset, bytes, text)) return {};
  return decode_into(plan, field, bytes, text);
}

/// The text, then U+3000, then half-width spaces: none but the one or two that a UTF-8 field has left.
FieldResult read_national(const FixedPlan& plan, const FixedField& field, std::string_view bytes, std::string& text) {
  const Charset charset = plan.charset();
  if (is_ebcdic(charset)) {  // U+3000 is two half-width spaces: there is nothing to tell apart
    return decode_into(plan, field, bytes.substr(0, length_without(bytes, national_fill(charset))), text);
  }
  const std::string_view space = half_width_character(charset, ' ');
  const std::size_t spaces_begin = length_without(bytes, space);
  const std::size_t length = length_without(bytes.substr(0, spaces_begin), national_fill(charset));
  const std::string_view value = bytes.substr(0, length);
  FieldResult result = decode_into(plan, field, value, text);
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

/// The first character of `value` that has no code of half width.
FieldResult lacking_half_width(Charset charset, std::string_view value) {
  FieldResult result{.fault = FieldFault::unmappable, .length = 1};
  while (result.at < value.size() && !half_width_character(charset, value[result.at]).empty()) ++result.at;
  return result;
}

FieldResult write_half_width(const FixedPlan& plan, const FixedField& field, std::string_view value,
                             std::string& bytes) {
  const Charset charset = plan.charset();
  const std::size_t begin = bytes.size();
  const std::size_t fill = field.bytes / plan.unit() - value.size();
  const bool zeros = value.empty() ? field.absent_is_zeros : field.zero_filled;
  const std::string_view pattern = half_width_character(charset, zeros ? '0' : ' ');
  if (zeros) append_repeated(pattern, fill, bytes);
  if (plan.unit() == 1 && !is_ebcdic(charset)) {
    bytes.append(value);
  } else {
    for (const char c : value) bytes.append(half_width_character(charset, c));
  }
  if (!zeros) append_repeated(pattern, fill, bytes);
  if (bytes.size() - begin == field.bytes) return {};
  return lacking_half_width(charset, value);
}

/// Whether CP932 or Shift_JIS-2004 text has two-byte codes alone.
bool all_double_byte(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return false;
  unsigned single = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    single |= static_cast<unsigned>(lead < 0x81) | static_cast<unsigned>(lead >= 0xA0 && lead <= 0xDF);
  }
  return single == 0;
}

FieldResult write_national(const FixedPlan& plan, const FixedField& field, std::string_view value, std::string& bytes) {
  const Charset charset = plan.charset();
  FieldResult result;
  std::size_t written = 0;
  if (!value.empty()) {
    const Conversion done = encode(charset, value, bytes, plan.text(field.cls));
    written = done.output_written;
    result.similar = done.similar;
    if (done.error != TextError::none) {
      result.fault = done.error == TextError::unmappable ? FieldFault::unmappable : FieldFault::broken;
      result.at = done.input_used;
      result.length = done.error_length;
      return result;
    }
  }
  // A code of one byte would move the rest of the field.
  const bool shift_jis = charset == Charset::cp932 || charset == Charset::shift_jis_2004;
  if (shift_jis && !all_double_byte(std::string_view(bytes).substr(bytes.size() - written))) {
    result.fault = FieldFault::not_full_width;
    return result;
  }
  // In UTF-8 a code unit takes at most three bytes, so a value of the right length always fits.
  if (written > field.bytes) {
    result.fault = FieldFault::too_long;
    result.length = written / full_width_bytes(charset);
    return result;
  }
  const std::size_t rest = field.bytes - written;
  const std::string_view fill = plan.national_fill(rest);
  bytes.append(fill);
  bytes.append(rest - fill.size(), ' ');
  return result;
}

}  // namespace

FieldResult read_fixed_field(const FixedPlan& plan, const FixedField& field, std::string_view bytes,
                             std::string& text) {
  if (field.cls == PictureClass::national) return read_national(plan, field, bytes, text);
  return read_half_width(plan, field, bytes, text);
}

FieldResult write_fixed_field(const FixedPlan& plan, const FixedField& field, std::string_view value,
                              std::string& bytes) {
  if (field.cls == PictureClass::national) return write_national(plan, field, value, bytes);
  return write_half_width(plan, field, value, bytes);
}

}  // namespace daicho
