// CP932 <-> UTF-16 without UTF-8 between: as in cp932.cpp, with code units instead of UTF-8.
#include <bit>

#include "converters/byte_words.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/cp932_tables.hpp"
#include "converters/cp932_words.hpp"
#include "converters/repertoire.hpp"
#include "converters/text_piece.hpp"
#include "converters/utf16_units.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr std::uint16_t kFirstKana = 0xFF61;  ///< written as A1
constexpr std::uint16_t kLastKana = 0xFF9F;   ///< written as DF

template <bool kBig>
char* decode_fours(const Cp932Words& words, CodePiece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit) {
    const char16_t first = words.unit_of[load16(in.p)];
    const char16_t second = words.unit_of[load16(in.p + 2)];
    const char16_t third = words.unit_of[load16(in.p + 4)];
    const char16_t fourth = words.unit_of[load16(in.p + 6)];
    put_unit<kBig>(put_unit<kBig>(put_unit<kBig>(put_unit<kBig>(out, first), second), third), fourth);
    if (first == 0 || second == 0 || third == 0 || fourth == 0) {
      const std::ptrdiff_t plain = leading_of_four((first != 0 ? 1U : 0U) | (second != 0 ? 2U : 0U) |
                                                   (third != 0 ? 4U : 0U) | (fourth != 0 ? 8U : 0U));
      in.p += 2 * plain;
      return out + 2 * plain;
    }
    in.p += 8;
    out += 8;
  }
  return out;
}

template <bool kBig>
char* decode_kana(CodePiece& in, char* out) {
  while (in.p < in.limit) {
    const unsigned kana = static_cast<unsigned char>(*in.p) - 0xA1U;
    if (kana > kLastKana - kFirstKana) break;
    out = put_unit<kBig>(out, kFirstKana + kana);
    ++in.p;
  }
  return out;
}

template <bool kBig>
char* decode_piece(CodePiece& in, char* out, Conversion& done) {
  const Cp932Words& words = cp932_words();
  while (in.p < in.limit && done.error == TextError::none) {
    if (static_cast<unsigned char>(*in.p) < 0x80) {
      widen_ascii<kBig>(in.p, in.limit, in.end, out);
      continue;
    }
    out = decode_kana<kBig>(in, decode_fours<kBig>(words, in, out));
    if (in.p >= in.limit || static_cast<unsigned char>(*in.p) < 0x80) continue;
    const Cp932Step step = cp932_step(cp932_tables(), in.p, in.end);
    if (step.error != TextError::none) {
      done.error = step.error;
      done.error_length = step.length;
      break;
    }
    done.duplicates += step.entry >> 31;
    out = put_unit<kBig>(out, cp932_unit(step.entry));
    in.p += step.length;
  }
  return out;
}

template <bool kBig>
char* encode_fours(const Cp932Words& words, CodePiece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit) {
    const ByteWord first = words.word_of[load_unit<kBig>(in.p)];
    const ByteWord second = words.word_of[load_unit<kBig>(in.p + 2)];
    const ByteWord third = words.word_of[load_unit<kBig>(in.p + 4)];
    const ByteWord fourth = words.word_of[load_unit<kBig>(in.p + 6)];
    store16(out, first);
    store16(out + 2, second);
    store16(out + 4, third);
    store16(out + 6, fourth);
    if ((first & second & third & fourth & kCp932DoubleWord) == 0) {
      const std::ptrdiff_t plain =
          leading_of_four((first >> 7 & 1U) | (second >> 6 & 2U) | (third >> 5 & 4U) | (fourth >> 4 & 8U));
      in.p += 2 * plain;
      return out + 2 * plain;
    }
    in.p += 8;
    out += 8;
  }
  return out;
}

template <bool kBig>
char* encode_kana(CodePiece& in, char* out) {
  while (in.end - in.p >= 2 && in.p < in.limit) {
    const std::uint32_t kana = load_unit<kBig>(in.p) - kFirstKana;
    if (kana > kLastKana - kFirstKana) break;
    *out++ = static_cast<char>(0xA1 + kana);
    in.p += 2;
  }
  return out;
}

template <bool kBig>
char* encode_piece(CodePiece& in, bool yen_to_backslash, char* out, Conversion& done) {
  const Cp932Words& words = cp932_words();
  while (in.p < in.limit) {
    narrow_ascii<kBig>(in.p, in.limit, in.end, out);
    out = encode_kana<kBig>(in, encode_fours<kBig>(words, in, out));
    if (in.p >= in.limit) break;
    const Utf16Step step = utf16_step<kBig>(in.p, in.end);
    done.error_length = step.length;
    done.error = step.error;
    if (done.error != TextError::none) break;
    const Cp932Writing writing = cp932_writing(cp932_tables(), step.code_point, yen_to_backslash);
    if (writing.code == 0 && step.code_point != 0) {
      done.error = TextError::unmappable;
      break;
    }
    done.similar += writing.similar ? 1 : 0;
    out = put_cp932(out, writing.code);
    in.p += step.length;
  }
  return out;
}

bool is_selector(const Utf16Step& step) {
  return step.error == TextError::none && is_variation_selector(step.code_point);
}

/// Widens an unmappable code point to the character that it is part of, as cp932.cpp does.
template <bool kBig>
void widen_to_character(std::string_view units, bool yen_to_backslash, std::string& out, Conversion& done) {
  const char* const end = units.data() + units.size();
  const char* const fault = units.data() + done.input_used;
  const Utf16Step step = utf16_step<kBig>(fault, end);
  if (fault + step.length != end) {
    const Utf16Step next = utf16_step<kBig>(fault + step.length, end);
    if (next.error == TextError::none && are_one_character(step.code_point, next.code_point)) {
      const char* const behind = fault + step.length + next.length;
      const bool selected = behind != end && is_selector(utf16_step<kBig>(behind, end));
      if (is_selector(next) || !selected) done.error_length += next.length;
      return;
    }
  }
  if (done.input_used == 0) return;
  const char* base = fault - 2;  // what was written lies in the BMP
  if (!are_one_character(load_unit<kBig>(base), step.code_point)) return;
  const Cp932Writing writing = cp932_writing(cp932_tables(), load_unit<kBig>(base), yen_to_backslash);
  out.erase(out.size() - (writing.code >= 0x100 ? 2 : 1));
  done.similar -= writing.similar ? 1 : 0;
  done.input_used -= 2;
  done.error_length += 2;
}

template <bool kBig>
Conversion encode_all(std::string_view units, bool yen_to_backslash, std::string& out) {
  Conversion done =
      convert_by_pieces<1, AsciiForm::converted>(units, out, [&](CodePiece& in, char* to, Conversion& so_far) {
        return encode_piece<kBig>(in, yen_to_backslash, to, so_far);
      });
  if (done.error == TextError::none) done.error_length = 0;
  if (done.error == TextError::unmappable) widen_to_character<kBig>(units, yen_to_backslash, out, done);
  return done;
}

}  // namespace

Conversion convert_cp932_to_utf16(bool big_endian, std::string_view bytes, std::string& out) {
  return convert_by_pieces<2, AsciiForm::converted>(bytes, out, big_endian ? decode_piece<true> : decode_piece<false>);
}

Conversion convert_utf16_to_cp932(bool big_endian, std::string_view units, bool yen_to_backslash, std::string& out) {
  return big_endian ? encode_all<true>(units, yen_to_backslash, out) : encode_all<false>(units, yen_to_backslash, out);
}

}  // namespace daicho
