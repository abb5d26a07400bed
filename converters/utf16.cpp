// UTF-16, either byte order, <-> UTF-8. As in cp932.cpp, text goes through a small buffer in pieces.
#include <bit>
#include <cstddef>

#include "converters/byte_words.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/text_piece.hpp"
#include "converters/utf16_units.hpp"
#include "converters/utf8_scan.hpp"
#include "converters/wide_runs.hpp"

namespace daicho {
namespace {

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

constexpr std::uint64_t kUnitTops = 0x8000800080008000;

/// The topmost bit of each of four units that has three bytes of UTF-8: from U+0800 on, and no surrogate.
constexpr std::uint64_t triple_units(std::uint64_t units) {
  constexpr std::uint64_t kFive = 0x7C007C007C007C00;  // a unit's five topmost bits, moved down by one
  const std::uint64_t classes = units >> 1 & kFive;
  const std::uint64_t not_surrogate = classes ^ 0x6C006C006C006C00;
  return (classes + kFive) & (not_surrogate + kFive) & kUnitTops;
}

/// Two units of three UTF-8 bytes each, in the low and the high half of `units`, as those bytes.
constexpr std::uint64_t two_triples(std::uint64_t units) {
  return 0x008080E0008080E0 | (units >> 12 & 0x0000000F0000000F) | (units << 2 & 0x00003F0000003F00) |
         (units << 16 & 0x003F0000003F0000);
}

/// Units of three UTF-8 bytes, four at a time; after the last four also the one to three before something else.
template <bool kBig>
char* decode_fours(CodePiece& in, char* out) {
  while (in.end - in.p >= 8 && in.p < in.limit) {
    const std::uint64_t units = in_order<kBig>(load64(in.p));
    if (units == 0x3000300030003000) {
      store64(out, 0x80E38080E38080E3);
      store32(out + 8, 0x8080E380);
    } else {
      const std::uint64_t low = two_triples((units & 0xFFFF) | (units & 0xFFFF0000) << 16);
      const std::uint64_t high = two_triples((units >> 32 & 0xFFFF) | (units >> 48 << 32));
      store32(out, static_cast<std::uint32_t>(low));
      store32(out + 3, static_cast<std::uint32_t>(low >> 32));
      store32(out + 6, static_cast<std::uint32_t>(high));
      store32(out + 9, static_cast<std::uint32_t>(high >> 32));
      const std::uint64_t odd = triple_units(units) ^ kUnitTops;
      if (odd != 0) {
        const std::ptrdiff_t plain = std::countr_zero(odd) / 16;
        in.p += 2 * plain;
        return out + 3 * plain;
      }
    }
    in.p += 8;
    out += 12;
  }
  return out;
}

template <bool kBig>
char* decode_piece(CodePiece& in, char* out, Conversion& done) {
  const bool wide = has_wide_runs();
  while (in.p < in.limit) {
    narrow_ascii<kBig>(in.p, in.limit, in.end, out);
    out = wide && in.end - in.p >= 16 ? decode_utf16_wide(kBig, in, out) : decode_fours<kBig>(in, out);
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

/// Characters of three UTF-8 bytes, four at a time; after the last four also the one to three before something else.
template <bool kBig>
char* encode_fours(CodePiece& in, char* out) {
  while (in.end - in.p >= 13 && in.p < in.limit) {
    const std::uint64_t first = load_triples(in.p);
    const std::uint64_t second = load_triples(in.p + 6);
    const std::uint64_t units = joined_units(first) | joined_units(second) << 32;
    store64(out, in_order<kBig>(units));
    const std::uint64_t triple = triple_units(units);
    if ((triples_mismatch(first) | triples_mismatch(second)) != 0 || triple != kUnitTops) {
      const auto is_triple = [triple](std::uint64_t word, int at) {
        return triple_mismatch(static_cast<std::uint32_t>(word)) == 0
                   ? static_cast<unsigned>(triple >> (15 + 15 * at)) & 1U << at
                   : 0U;
      };
      const std::ptrdiff_t plain = leading_of_four(is_triple(first, 0) | is_triple(first >> 32, 1) |
                                                   is_triple(second, 2) | is_triple(second >> 32, 3));
      in.p += 3 * plain;
      return out + 2 * plain;
    }
    in.p += 12;
    out += 8;
  }
  return out;
}

template <bool kBig>
char* encode_piece(CodePiece& in, char* out, Conversion& done) {
  const bool wide = has_wide_runs();
  while (in.p < in.limit) {
    if (static_cast<unsigned char>(*in.p) < 0x80) {
      widen_ascii<kBig>(in.p, in.limit, in.end, out);
      continue;
    }
    out = wide && in.end - in.p >= 28 ? encode_utf16_wide(kBig, in, out) : encode_fours<kBig>(in, out);
    if (in.p >= in.limit || static_cast<unsigned char>(*in.p) < 0x80) continue;
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

}  // namespace

// Either way a byte of input gives at most two of output.
Conversion convert_utf16_to_utf8(bool big_endian, std::string_view bytes, std::string& out) {
  return convert_by_pieces<2, AsciiForm::converted>(bytes, out, big_endian ? decode_piece<true> : decode_piece<false>);
}

Conversion convert_utf8_to_utf16(bool big_endian, std::string_view utf8, std::string& out) {
  return convert_by_pieces<2, AsciiForm::converted>(utf8, out, big_endian ? encode_piece<true> : encode_piece<false>);
}

}  // namespace daicho
