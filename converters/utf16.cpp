// UTF-16, either byte order, <-> UTF-8. As in cp932.cpp, text goes through a small buffer in pieces.
#include <cstddef>

#include "converters/byte_words.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/utf16_units.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

constexpr std::ptrdiff_t kPiece = 2048;
constexpr std::size_t kOverrun = 128;

struct Piece {
  const char* p;
  const char* limit;  ///< characters begin before it
  const char* end;    ///< and may be read up to here
};

Piece next_piece(const char* p, const char* end) { return {p, end - p > kPiece ? p + kPiece : end, end}; }

char* put_utf8(char* out, char32_t code_point) {
  const auto tail = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (code_point < 0x80) {
    *out++ = static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    *out++ = static_cast<char>(0xC0 | code_point >> 6);
    *out++ = tail(code_point);
  } else if (code_point < 0x10000) {
    *out++ = static_cast<char>(0xE0 | code_point >> 12);
    *out++ = tail(code_point >> 6);
    *out++ = tail(code_point);
  } else {
    *out++ = static_cast<char>(0xF0 | code_point >> 18);
    *out++ = tail(code_point >> 12);
    *out++ = tail(code_point >> 6);
    *out++ = tail(code_point);
  }
  return out;
}

constexpr bool has_triple(std::uint32_t unit) { return unit >= 0x800 && !is_surrogate(unit); }

char* put_triple(char* out, std::uint32_t unit) {
  store32(out, (0xE0U | unit >> 12) | (0x80U | (unit >> 6 & 0x3F)) << 8 | (0x80U | (unit & 0x3F)) << 16);
  return out + 3;
}

template <bool kBig>
char* decode_ascii(Piece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit) {
    const std::uint64_t units = in_order<kBig>(load64(in.p));
    if ((units & kNotAsciiUnits) != 0) break;
    store32(out, gather_bytes(units));
    out += 4;
    in.p += 8;
  }
  return out;
}

/// Units of three UTF-8 bytes, four at a time, while all four are.
template <bool kBig>
char* decode_fours(Piece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit) {
    const std::uint64_t word = in_order<kBig>(load64(in.p));
    if (word == 0x3000300030003000) {
      store64(out, 0x80E38080E38080E3);
      store32(out + 8, 0x8080E380);
    } else {
      const auto unit = [word](int i) { return static_cast<std::uint32_t>(word >> 16 * i & 0xFFFF); };
      if (!(has_triple(unit(0)) && has_triple(unit(1)) && has_triple(unit(2)) && has_triple(unit(3)))) break;
      put_triple(put_triple(put_triple(put_triple(out, unit(0)), unit(1)), unit(2)), unit(3));
    }
    in.p += 8;
    out += 12;
  }
  return out;
}

template <bool kBig>
char* decode_piece(Piece& in, char* out, Conversion& done) {
  while (in.p < in.limit) {
    out = decode_fours<kBig>(in, decode_ascii<kBig>(in, out));
    if (in.p >= in.limit) break;
    const Utf16Step step = utf16_step<kBig>(in.p, in.end);
    if (step.error != TextError::none) {
      done.error = step.error;
      done.error_length = step.length;
      break;
    }
    out = put_utf8(out, step.code_point);
    in.p += step.length;
  }
  return out;
}

/// Characters of three UTF-8 bytes, four at a time, while all four are and none is a surrogate or overlong.
template <bool kBig>
char* encode_fours(Piece& in, char* out) {
  while (in.end - in.p >= 13 && in.p < in.limit) {
    const std::uint32_t words[4] = {load32(in.p), load32(in.p + 3), load32(in.p + 6), load32(in.p + 9)};
    const std::uint32_t units[4] = {unit_of_triple(words[0]), unit_of_triple(words[1]), unit_of_triple(words[2]),
                                    unit_of_triple(words[3])};
    const std::uint32_t odd =
        triple_mismatch(words[0]) | triple_mismatch(words[1]) | triple_mismatch(words[2]) | triple_mismatch(words[3]);
    if (odd != 0) break;
    if (!(has_triple(units[0]) && has_triple(units[1]) && has_triple(units[2]) && has_triple(units[3]))) break;
    const std::uint64_t joined = std::uint64_t{units[0]} | std::uint64_t{units[1]} << 16 |
                                 std::uint64_t{units[2]} << 32 | std::uint64_t{units[3]} << 48;
    store64(out, in_order<kBig>(joined));
    in.p += 12;
    out += 8;
  }
  return out;
}

template <bool kBig>
char* encode_ascii(Piece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit && (load64(in.p) & kHighBits) == 0) {
    for (int i = 0; i < 8; ++i) {
      out[2 * i + (kBig ? 0 : 1)] = 0;
      out[2 * i + (kBig ? 1 : 0)] = in.p[i];
    }
    in.p += 8;
    out += 16;
  }
  while (in.p < in.limit && static_cast<unsigned char>(*in.p) < 0x80) {
    out = put_unit<kBig>(out, static_cast<unsigned char>(*in.p++));
  }
  return out;
}

template <bool kBig>
char* encode_piece(Piece& in, char* out, Conversion& done) {
  while (in.p < in.limit) {
    out = encode_fours<kBig>(in, encode_ascii<kBig>(in, out));
    if (in.p >= in.limit) break;
    const Utf8Step step = utf8_step(in.p, in.end);
    if (step.fault != Utf8Fault::none) {
      done.error = step.fault == Utf8Fault::illegal ? TextError::illegal : TextError::truncated;
      done.error_length = step.length;
      break;
    }
    if (step.code_point < 0x10000) {
      out = put_unit<kBig>(out, step.code_point);
    } else {
      const std::uint32_t bits = step.code_point - 0x10000;
      out = put_unit<kBig>(put_unit<kBig>(out, 0xD800 | bits >> 10), 0xDC00 | (bits & 0x3FF));
    }
    in.p += step.length;
  }
  return out;
}

using PieceFunction = char* (*)(Piece&, char*, Conversion&);

Conversion convert(PieceFunction convert_piece, std::string_view input, std::string& out) {
  char buffer[2 * kPiece + kOverrun];  // either way a byte of input gives at most two of output
  const char* const end = input.data() + input.size();
  const char* p = input.data();
  Conversion done;
  while (p < end && done.error == TextError::none) {
    Piece piece = next_piece(p, end);
    const char* const written = convert_piece(piece, buffer, done);
    out.append(buffer, static_cast<std::size_t>(written - buffer));
    p = piece.p;
  }
  done.input_used = static_cast<std::size_t>(p - input.data());
  return done;
}

}  // namespace

Conversion convert_utf16_to_utf8(bool big_endian, std::string_view bytes, std::string& out) {
  return convert(big_endian ? decode_piece<true> : decode_piece<false>, bytes, out);
}

Conversion convert_utf8_to_utf16(bool big_endian, std::string_view utf8, std::string& out) {
  return convert(big_endian ? encode_piece<true> : encode_piece<false>, utf8, out);
}

}  // namespace daicho
