// CP932 <-> UTF-8. Text goes through a small buffer on the stack in pieces of kPiece bytes of input; inside a piece the
// common shapes (ASCII, U+3000 fill, four characters of the same width) have loops of their own, and everything else
// takes the careful path of one character at a time.
#include "converters/byte_words.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/cp932_tables.hpp"
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

inline char* put_triple(char* out, Cp932Entry entry) {
  store32(out, entry);
  return out + 3;
}

/// Double-byte codes, four at a time, while all four have three plain bytes.
char* decode_fours(const Cp932Tables& tables, Piece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit) {
    const std::uint64_t word = load64(in.p);
    if (word == kFill4) {
      store64(out, 0x80E38080E38080E3);
      store32(out + 8, 0x8080E380);
      in.p += 8;
      out += 12;
      continue;
    }
    const std::uint64_t codes = __builtin_bswap64(word);
    const Cp932Entry first = tables.pair[codes >> 48];
    const Cp932Entry second = tables.pair[codes >> 32 & 0xFFFF];
    const Cp932Entry third = tables.pair[codes >> 16 & 0xFFFF];
    const Cp932Entry fourth = tables.pair[codes & 0xFFFF];
    if ((first & second & third & fourth & kCp932PlainTriple) == 0) break;
    out = put_triple(put_triple(put_triple(put_triple(out, first), second), third), fourth);
    in.p += 8;
  }
  return out;
}

void decode_fault(const Piece& in, Conversion& done) {
  const auto lead = static_cast<unsigned char>(*in.p);
  const bool is_lead = is_cp932_lead(lead);
  if (is_lead && in.end - in.p == 1) {
    done.error = TextError::truncated;
    done.error_length = 1;
    return;
  }
  done.error = TextError::illegal;
  // A byte that can't end a code is not part of the fault: a line end after a lone lead byte stays a line end.
  done.error_length = is_lead && is_cp932_trail(static_cast<unsigned char>(in.p[1])) ? 2 : 1;
}

char* decode_piece(const Cp932Tables& tables, Piece& in, char* out, Conversion& done) {
  while (in.p < in.limit) {
    const auto lead = static_cast<unsigned char>(*in.p);
    if (lead < 0x80) {
      copy_ascii(in.p, in.limit, in.end, out);
      continue;
    }
    Cp932Entry entry = tables.single[lead];
    std::ptrdiff_t used = 1;
    if (entry == 0) {
      out = decode_fours(tables, in, out);
      if (in.p >= in.limit) break;
      const auto first = static_cast<unsigned char>(*in.p);
      entry = tables.single[first];
      if (entry == 0 && in.end - in.p >= 2) {
        entry = tables.pair[first << 8 | static_cast<unsigned char>(in.p[1])];
        used = 2;
      }
      if (entry == 0) {
        decode_fault(in, done);
        break;
      }
    }
    store32(out, entry);
    out += entry >> kCp932LengthShift & kCp932LengthMask;
    done.duplicates += entry >> 31;
    in.p += used;
  }
  return out;
}

inline char* put_code(char* out, Cp932Code code) {
  if (code >= 0x100) *out++ = static_cast<char>(code >> 8);
  *out++ = static_cast<char>(code & 0xFF);
  return out;
}

constexpr std::uint64_t kUtf8Fill[3] = {0x80E38080E38080E3, 0xE38080E38080E380, 0x8080E38080E38080};

/// Characters of three UTF-8 bytes, four at a time, while all four are double-byte codes; U+3000 eight at a time.
char* encode_fours(const Cp932Tables& tables, Piece& in, char* out) {
  while (in.end - in.p >= 24 && in.p < in.limit) {
    const std::uint64_t start = load64(in.p);
    if (start == kUtf8Fill[0] && load64(in.p + 8) == kUtf8Fill[1] && load64(in.p + 16) == kUtf8Fill[2]) {
      store64(out, kFill4);
      store64(out + 8, kFill4);
      in.p += 24;
      out += 16;
      continue;
    }
    const auto first = static_cast<std::uint32_t>(start);
    const auto second = static_cast<std::uint32_t>(start >> 24);
    const std::uint32_t third = load32(in.p + 6);
    const std::uint32_t fourth = load32(in.p + 9);
    const std::uint32_t units[4] = {unit_of_triple(first), unit_of_triple(second), unit_of_triple(third),
                                    unit_of_triple(fourth)};
    const Cp932Code codes[4] = {tables.code_of[units[0]], tables.code_of[units[1]], tables.code_of[units[2]],
                                tables.code_of[units[3]]};
    // The top bit of `overlong`: a unit below U+0800 has no three-byte form. Double-byte codes have the top bit set.
    const std::uint32_t odd =
        triple_mismatch(first) | triple_mismatch(second) | triple_mismatch(third) | triple_mismatch(fourth);
    const std::uint32_t overlong = (units[0] - 0x800) | (units[1] - 0x800) | (units[2] - 0x800) | (units[3] - 0x800);
    const unsigned all_double = codes[0] & codes[1] & codes[2] & codes[3] & 0x8000U;
    if ((odd | overlong >> 31) != 0 || all_double == 0) break;
    const std::uint64_t joined = std::uint64_t{codes[0]} << 48 | std::uint64_t{codes[1]} << 32 |
                                 std::uint64_t{codes[2]} << 16 | std::uint64_t{codes[3]};
    store64(out, __builtin_bswap64(joined));
    in.p += 12;
    out += 8;
  }
  return out;
}

/// Characters of three UTF-8 bytes one by one, until four double-byte ones may follow: a run of half-width katakana, or
/// what is left of a name before ASCII.
char* encode_triples(const Cp932Tables& tables, Piece& in, char* out) {
  while (in.end - in.p >= 4 && in.p < in.limit) {
    const std::uint32_t word = load32(in.p);
    const std::uint32_t unit = unit_of_triple(word);
    const Cp932Code code = tables.code_of[unit];
    if (triple_mismatch(word) != 0 || unit < 0x800 || code == 0) break;
    out = put_code(out, code);
    in.p += 3;
    if (code >= 0x100 && in.end - in.p >= 24 && static_cast<unsigned char>(in.p[9]) >= 0xE0) break;
  }
  return out;
}

/// The code of any character: its own, else the similar one's (counted), else 0.
Cp932Code code_for(const Cp932Tables& tables, char32_t character, std::size_t& similar) {
  if (character > 0xFFFF) return 0;
  Cp932Code code = tables.code_of[character];
  if (code == 0) {
    code = cp932_similar(character);
    similar += code != 0;
  }
  return code;
}

char* encode_piece(const Cp932Tables& tables, Piece& in, char* out, Conversion& done) {
  while (in.p < in.limit) {
    if (static_cast<unsigned char>(*in.p) < 0x80) {
      copy_ascii(in.p, in.limit, in.end, out);
      continue;
    }
    out = encode_triples(tables, in, encode_fours(tables, in, out));
    if (in.p >= in.limit || static_cast<unsigned char>(*in.p) < 0x80) continue;
    const Utf8Step step = utf8_step(in.p, in.end);
    done.error_length = step.length;
    if (step.fault != Utf8Fault::none) {
      done.error = step.fault == Utf8Fault::illegal ? TextError::illegal : TextError::truncated;
      break;
    }
    const Cp932Code code = code_for(tables, step.code_point, done.similar);
    if (code == 0) {
      done.error = TextError::unmappable;
      break;
    }
    out = put_code(out, code);
    in.p += step.length;
  }
  return out;
}

/// Widens an unmappable code point to the character that it is part of: its variation selector, or, where the
/// selector itself is the fault, the base before it, whose code is taken back from `out`.
void widen_to_character(std::string_view utf8, std::string& out, Conversion& done) {
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
  std::size_t similar = 0;
  const Cp932Code code = code_for(cp932_tables(), utf8_step(base, end).code_point, similar);
  out.erase(out.size() - (code >= 0x100 ? 2 : 1));
  done.similar -= similar;
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

Conversion convert_utf8_to_cp932(std::string_view utf8, std::string& out) {
  const Cp932Tables& tables = cp932_tables();
  char buffer[kPiece + kOverrun];
  const char* const end = utf8.data() + utf8.size();
  const char* p = utf8.data();
  Conversion done;
  while (p < end && done.error == TextError::none) {
    Piece piece = next_piece(p, end);
    const char* const written = encode_piece(tables, piece, buffer, done);
    out.append(buffer, static_cast<std::size_t>(written - buffer));
    p = piece.p;
  }
  done.input_used = static_cast<std::size_t>(p - utf8.data());
  if (done.error == TextError::none) done.error_length = 0;
  if (done.error == TextError::unmappable) widen_to_character(utf8, out, done);
  return done;
}

}  // namespace daicho
