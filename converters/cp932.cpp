// CP932 <-> UTF-8. Text goes through a small buffer on the stack in pieces of kPiece bytes of input; inside a piece the
// common shapes (ASCII, U+3000 fill, four characters of the same width) have loops of their own, and everything else
// takes the careful path of one character at a time.
#include <bit>

#include "converters/ascii_words.hpp"
#include "converters/byte_words.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/cp932_tables.hpp"
#include "converters/cp932_words.hpp"
#include "converters/repertoire.hpp"
#include "converters/text_piece.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"
#include "converters/wide_runs.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kFill4 = 0x4081408140814081;  ///< 81 40 four times: U+3000

/// Plain double-byte codes, four at a time; after the last four also the one to three before something else, without
/// asking for each.
char* decode_fours(const Cp932Words& words, CodePiece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit) {
    const Cp932Entry first = words.entry_of[load16(in.p)];
    const Cp932Entry second = words.entry_of[load16(in.p + 2)];
    const Cp932Entry third = words.entry_of[load16(in.p + 4)];
    const Cp932Entry fourth = words.entry_of[load16(in.p + 6)];
    store32(out, first);
    store32(out + 3, second);
    store32(out + 6, third);
    store32(out + 9, fourth);
    if ((first & second & third & fourth & kCp932PlainTriple) == 0) {
      constexpr int kBit = std::countr_zero(kCp932PlainTriple);
      const std::ptrdiff_t plain = leading_of_four((first >> kBit & 1) | (second >> (kBit - 1) & 2) |
                                                   (third >> (kBit - 2) & 4) | (fourth >> (kBit - 3) & 8));
      in.p += 2 * plain;
      return out + 3 * plain;
    }
    in.p += 8;
    out += 12;
  }
  return out;
}

/// The last plain double-byte codes of an input, which are fewer than four.
char* decode_last(const Cp932Words& words, CodePiece& in, char* out) {
  while (in.end - in.p >= 2 && in.p < in.limit) {
    const Cp932Entry entry = words.entry_of[load16(in.p)];
    if (entry == 0) break;
    store32(out, entry);
    in.p += 2;
    out += 3;
  }
  return out;
}

/// A run of half-width katakana: A1-DF, three bytes of UTF-8 each.
char* decode_kana(const Cp932Tables& tables, CodePiece& in, char* out) {
  while (in.p < in.limit) {
    const auto byte = static_cast<unsigned char>(*in.p);
    if (byte < 0xA1 || byte > 0xDF) break;
    store32(out, tables.single[byte]);
    out += 3;
    ++in.p;
  }
  return out;
}

/// One code of any kind, or the fault.
char* decode_one(const Cp932Tables& tables, CodePiece& in, char* out, Conversion& done) {
  const Cp932Step step = cp932_step(tables, in.p, in.end);
  if (step.error != TextError::none) {
    done.error = step.error;
    done.error_length = step.length;
    return out;
  }
  store32(out, step.entry);
  done.duplicates += step.entry >> 31;
  in.p += step.length;
  return out + (step.entry >> kCp932LengthShift & kCp932LengthMask);
}

char* decode_piece(const Cp932Tables& tables, CodePiece& in, char* out, Conversion& done) {
  const Cp932Words& words = cp932_words();
  while (in.p < in.limit && done.error == TextError::none) {
    if (static_cast<unsigned char>(*in.p) < 0x80) {
      copy_ascii(in.p, in.limit, in.end, out);
      continue;
    }
    out = decode_fours(words, in, out);
    if (in.end - in.p < 8) out = decode_last(words, in, out);
    out = decode_kana(tables, in, out);
    if (in.p < in.limit && static_cast<unsigned char>(*in.p) >= 0x80) out = decode_one(tables, in, out, done);
  }
  return out;
}

constexpr std::uint64_t kUtf8Fill[3] = {0x80E38080E38080E3, 0xE38080E38080E380, 0x8080E38080E38080};

/// U+3000, eight at a time: what fills most of an N field.
char* encode_fill(CodePiece& in, char* out) {
  while (in.end - in.p >= 24 && in.p < in.limit && load64(in.p) == kUtf8Fill[0] && load64(in.p + 8) == kUtf8Fill[1] &&
         load64(in.p + 16) == kUtf8Fill[2]) {
    store64(out, kFill4);
    store64(out + 8, kFill4);
    in.p += 24;
    out += 16;
  }
  return out;
}

/// The word of the double-byte code for a lead and second byte of UTF-8 and the low six bits of a third; 0: none.
inline ByteWord word_of(const Cp932Words& words, const char* p) {
  return words.pages[words.page_of[load16(p)] + (static_cast<unsigned char>(p[2]) & 0x3FU)];
}

/// Characters of three UTF-8 bytes with double-byte codes, four at a time.
char* encode_fours(const Cp932Words& words, CodePiece& in, char* out) {
  while (in.end - in.p >= 12 && in.p < in.limit) {
    const char* const p = in.p;
    if (load64(p) == kUtf8Fill[0] && in.end - p >= 24) {
      out = encode_fill(in, out);
      if (in.p != p) continue;
    }
    const ByteWord first = word_of(words, p);
    const ByteWord second = word_of(words, p + 3);
    const ByteWord third = word_of(words, p + 6);
    const ByteWord fourth = word_of(words, p + 9);
    store16(out, first);
    store16(out + 2, second);
    store16(out + 4, third);
    store16(out + 6, fourth);
    // A third byte has its two topmost bits 10: flipped, 00.
    const unsigned odd = (static_cast<unsigned char>(p[2]) ^ 0x80U) | (static_cast<unsigned char>(p[5]) ^ 0x80U) |
                         (static_cast<unsigned char>(p[8]) ^ 0x80U) | (static_cast<unsigned char>(p[11]) ^ 0x80U);
    if ((first & second & third & fourth & kCp932DoubleWord) == 0 || (odd & 0xC0) != 0) break;
    in.p += 12;
    out += 8;
  }
  return out;
}

/// The same one at a time. A processor guesses where this ends: how far to go need not be worked out before going on.
char* encode_ones(const Cp932Words& words, CodePiece& in, char* out) {
  const char* p = in.p;  // a local: what is written might be the piece itself, for all a compiler knows
  const char* const limit = in.limit;
  const char* const end = in.end;
  for (; end - p >= 3 && p < limit; p += 3, out += 2) {
    const ByteWord word = word_of(words, p);
    if (word == 0 || (static_cast<unsigned char>(p[2]) & 0xC0) != 0x80) break;
    store16(out, word);
  }
  in.p = p;
  return out;
}

/// A run of half-width katakana (U+FF61-FF9F).
char* encode_kana(CodePiece& in, char* out) {
  const char* p = in.p;
  const char* const limit = in.limit;
  const char* const end = in.end;
  for (; end - p >= 4 && p < limit; p += 3) {
    const std::uint32_t word = load32(p);
    const std::uint32_t kana = unit_of_triple(word) - 0xFF61;
    if (triple_mismatch(word) != 0 || kana > 0xFF9F - 0xFF61) break;
    *out++ = static_cast<char>(0xA1 + kana);
  }
  in.p = p;
  return out;
}

/// What writing needs.
struct Encoder {
  const Cp932Tables& tables;
  const Cp932Words& words;
  bool yen_to_backslash;
  bool wide;
};

char* encode_piece(const Encoder& encoder, CodePiece& in, char* out, Conversion& done) {
  while (in.p < in.limit) {
    if (static_cast<unsigned char>(*in.p) < 0x80) {
      copy_ascii(in.p, in.limit, in.end, out);
      continue;
    }
    const char* const before = in.p;
    out = encoder.wide ? encode_cp932_wide(encoder.words, in, out) : encode_fours(encoder.words, in, out);
    out = encode_ones(encoder.words, in, out);
    if (in.p == before) out = encode_kana(in, out);
    if (in.p != before) continue;
    const Utf8Step step = utf8_step(in.p, in.end);
    done.error_length = step.length;
    if (step.fault != Utf8Fault::none) {
      done.error = step.fault == Utf8Fault::illegal ? TextError::illegal : TextError::truncated;
      break;
    }
    const Cp932Writing writing = cp932_writing(encoder.tables, step.code_point, encoder.yen_to_backslash);
    if (writing.code == 0) {
      done.error = TextError::unmappable;
      break;
    }
    done.similar += writing.similar ? 1 : 0;
    out = put_cp932(out, writing.code);
    in.p += step.length;
  }
  return out;
}

bool is_selector(const Utf8Step& step) {
  return step.fault == Utf8Fault::none && is_variation_selector(step.code_point);
}

/// Widens an unmappable code point to the character that it is part of: its variation selector or mark (か゚), or, where
/// that itself is the fault, the base before it, whose code is taken back from `out`.
void widen_to_character(const Encoder& encoder, std::string_view utf8, std::string& out, Conversion& done) {
  const char* const end = utf8.data() + utf8.size();
  const char* const fault = utf8.data() + done.input_used;
  const Utf8Step step = utf8_step(fault, end);
  if (fault + step.length != end) {
    const Utf8Step next = utf8_step(fault + step.length, end);
    if (next.fault == Utf8Fault::none && are_one_character(step.code_point, next.code_point)) {
      const char* const behind = fault + step.length + next.length;
      const bool selected = behind != end && is_selector(utf8_step(behind, end));
      if (is_selector(next) || !selected) done.error_length += next.length;
      return;
    }
  }
  if (done.input_used == 0) return;
  const char* base = fault - 1;
  while (base > utf8.data() && (static_cast<unsigned char>(*base) & 0xC0) == 0x80) --base;
  const char32_t code_point = utf8_step(base, end).code_point;
  if (!are_one_character(code_point, step.code_point)) return;
  const Cp932Writing writing = cp932_writing(encoder.tables, code_point, encoder.yen_to_backslash);
  out.erase(out.size() - (writing.code >= 0x100 ? 2 : 1));
  done.similar -= writing.similar ? 1 : 0;
  done.input_used = static_cast<std::size_t>(base - utf8.data());
  done.error_length += static_cast<std::size_t>(fault - base);
}

}  // namespace

Conversion convert_cp932_to_utf8(std::string_view bytes, std::string& out) {
  const Cp932Tables& tables = cp932_tables();
  return convert_by_pieces<3, AsciiForm::itself>(
      bytes, out, [&](CodePiece& in, char* to, Conversion& done) { return decode_piece(tables, in, to, done); });
}

Conversion convert_utf8_to_cp932(std::string_view utf8, bool yen_to_backslash, std::string& out) {
  const Encoder encoder{cp932_tables(), cp932_words(), yen_to_backslash, has_wide_runs()};
  Conversion done = convert_by_pieces<1, AsciiForm::itself>(
      utf8, out, [&](CodePiece& in, char* to, Conversion& so_far) { return encode_piece(encoder, in, to, so_far); });
  if (done.error == TextError::none) done.error_length = 0;
  if (done.error == TextError::unmappable) widen_to_character(encoder, utf8, out, done);
  return done;
}

}  // namespace daicho
