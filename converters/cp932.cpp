// CP932 <-> UTF-8. Text goes through a small buffer on the stack in pieces of kPiece bytes of input; inside a piece the
// common shapes (ASCII, U+3000 fill, four characters of the same width) have loops of their own, and everything else
// takes the careful path of one character at a time.
#include <bit>

#include "converters/byte_words.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/cp932_tables.hpp"
#include "converters/cp932_words.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

constexpr std::ptrdiff_t kPiece = 2048;
constexpr std::size_t kOverrun = 128;  ///< what a piece may write beyond its share: one step of the widest loop

/// A piece of input: characters begin before `limit`, and their bytes may be read up to `end`.
struct Piece {
  const char* p;
  const char* limit;
  const char* end;
};

Piece next_piece(const char* p, const char* end) { return {p, end - p > kPiece ? p + kPiece : end, end}; }

constexpr std::uint64_t kFill4 = 0x4081408140814081;  ///< 81 40 four times: U+3000

/// Plain double-byte codes, four at a time; after the last four also the one to three before something else, without
/// asking for each.
char* decode_fours(const Cp932Words& words, Piece& in, char* out) {
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

/// A run of half-width katakana: A1-DF, three bytes of UTF-8 each.
char* decode_kana(const Cp932Tables& tables, Piece& in, char* out) {
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
char* decode_one(const Cp932Tables& tables, Piece& in, char* out, Conversion& done) {
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

char* decode_piece(const Cp932Tables& tables, Piece& in, char* out, Conversion& done) {
  const Cp932Words& words = cp932_words();
  while (in.p < in.limit && done.error == TextError::none) {
    if (static_cast<unsigned char>(*in.p) < 0x80) {
      copy_ascii(in.p, in.limit, in.end, out);
      continue;
    }
    out = decode_kana(tables, in, decode_fours(words, in, out));
    if (in.p < in.limit && static_cast<unsigned char>(*in.p) >= 0x80) out = decode_one(tables, in, out, done);
  }
  return out;
}

constexpr std::uint64_t kUtf8Fill[3] = {0x80E38080E38080E3, 0xE38080E38080E380, 0x8080E38080E38080};

/// U+3000, eight at a time: what fills most of an N field.
char* encode_fill(Piece& in, char* out) {
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

/// 1 where the three bytes at `p` have the double-byte code `word`.
inline unsigned is_double(const char* p, ByteWord word) {
  return (static_cast<unsigned char>(p[2]) & 0xC0) == 0x80 && word != 0 ? 1 : 0;
}

/// Characters of three UTF-8 bytes with double-byte codes, four at a time; after the last four also the one to three
/// before something else.
char* encode_fours(const Cp932Words& words, Piece& in, char* out) {
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
    const bool all_double = (first & second & third & fourth & kCp932DoubleWord) != 0;
    // A third byte has its two topmost bits 10: flipped, 00.
    const unsigned odd = (static_cast<unsigned char>(p[2]) ^ 0x80U) | (static_cast<unsigned char>(p[5]) ^ 0x80U) |
                         (static_cast<unsigned char>(p[8]) ^ 0x80U) | (static_cast<unsigned char>(p[11]) ^ 0x80U);
    if (!all_double || (odd & 0xC0) != 0) {
      const std::ptrdiff_t plain = leading_of_four(is_double(p, first) | is_double(p + 3, second) << 1 |
                                                   is_double(p + 6, third) << 2 | is_double(p + 9, fourth) << 3);
      in.p += 3 * plain;
      return out + 2 * plain;
    }
    in.p += 12;
    out += 8;
  }
  return out;
}

/// A run of half-width katakana (U+FF61-FF9F).
char* encode_kana(Piece& in, char* out) {
  while (in.end - in.p >= 4 && in.p < in.limit) {
    const std::uint32_t word = load32(in.p);
    const std::uint32_t kana = unit_of_triple(word) - 0xFF61;
    if (triple_mismatch(word) != 0 || kana > 0xFF9F - 0xFF61) break;
    *out++ = static_cast<char>(0xA1 + kana);
    in.p += 3;
  }
  return out;
}

/// What writing needs.
struct Encoder {
  const Cp932Tables& tables;
  const Cp932Words& words;
  bool yen_to_backslash;
};

char* encode_piece(const Encoder& encoder, Piece& in, char* out, Conversion& done) {
  while (in.p < in.limit) {
    if (static_cast<unsigned char>(*in.p) < 0x80) {
      copy_ascii(in.p, in.limit, in.end, out);
      continue;
    }
    out = encode_kana(in, encode_fours(encoder.words, in, out));
    if (in.p >= in.limit || static_cast<unsigned char>(*in.p) < 0x80) continue;
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

/// Widens an unmappable code point to the character that it is part of: its variation selector, or, where the
/// selector itself is the fault, the base before it, whose code is taken back from `out`.
void widen_to_character(const Encoder& encoder, std::string_view utf8, std::string& out, Conversion& done) {
  const char* const end = utf8.data() + utf8.size();
  const char* const fault = utf8.data() + done.input_used;
  const Utf8Step step = utf8_step(fault, end);
  if (!is_variation_selector(step.code_point)) {
    if (fault + step.length == end) return;
    const Utf8Step next = utf8_step(fault + step.length, end);
    if (next.fault == Utf8Fault::none && is_variation_selector(next.code_point)) done.error_length += next.length;
    return;
  }
  if (done.input_used == 0) return;
  const char* base = fault - 1;
  while (base > utf8.data() && (static_cast<unsigned char>(*base) & 0xC0) == 0x80) --base;
  const Cp932Writing writing = cp932_writing(encoder.tables, utf8_step(base, end).code_point, encoder.yen_to_backslash);
  out.erase(out.size() - (writing.code >= 0x100 ? 2 : 1));
  done.similar -= writing.similar ? 1 : 0;
  done.input_used = static_cast<std::size_t>(base - utf8.data());
  done.error_length += static_cast<std::size_t>(fault - base);
}

}  // namespace

Conversion convert_cp932_to_utf8(std::string_view bytes, std::string& out) {
  const Cp932Tables& tables = cp932_tables();
  char buffer[3 * kPiece + kOverrun];
  const char* const end = bytes.data() + bytes.size();
  const char* p = bytes.data();
  Conversion done;
  while (p < end && done.error == TextError::none) {
    Piece piece = next_piece(p, end);
    const char* const written = decode_piece(tables, piece, buffer, done);
    out.append(buffer, static_cast<std::size_t>(written - buffer));
    p = piece.p;
  }
  done.input_used = static_cast<std::size_t>(p - bytes.data());
  return done;
}

Conversion convert_utf8_to_cp932(std::string_view utf8, bool yen_to_backslash, std::string& out) {
  const Encoder encoder{cp932_tables(), cp932_words(), yen_to_backslash};
  char buffer[kPiece + kOverrun];
  const char* const end = utf8.data() + utf8.size();
  const char* p = utf8.data();
  Conversion done;
  while (p < end && done.error == TextError::none) {
    Piece piece = next_piece(p, end);
    const char* const written = encode_piece(encoder, piece, buffer, done);
    out.append(buffer, static_cast<std::size_t>(written - buffer));
    p = piece.p;
  }
  done.input_used = static_cast<std::size_t>(p - utf8.data());
  if (done.error == TextError::none) done.error_length = 0;
  if (done.error == TextError::unmappable) widen_to_character(encoder, utf8, out, done);
  return done;
}

}  // namespace daicho
