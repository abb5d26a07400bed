// 住基ネット統一文字 (J+ codes, 16 bits, high byte first) <-> UTF-8. What a code means is the table's to say.
#include <algorithm>
#include <string>

#include "converters/byte_words.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/encode_walk.hpp"
#include "converters/juki_table.hpp"
#include "converters/piece_buffer.hpp"
#include "converters/text_piece.hpp"
#include "converters/utf16_units.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

constexpr std::size_t kLongestCharacter = 8;  ///< bytes of UTF-8: a base and its variation selector

const JukiTable& table_or_none(const JukiTable* table) {
  static const JukiTable none;
  return table == nullptr ? none : *table;
}

class Target {
 public:
  static constexpr bool kAsciiIsItself = false;
  static bool may_join(char32_t) { return false; }
  static void put_ascii(std::string_view) {}

  Target(const JukiTable& table, std::string& out) : table_(table), buffer_(out) {}

  bool put(char32_t character) { return put_pair(character, 0); }

  bool has(char32_t character) const { return table_.code(character, 0).has_value(); }

  bool put_pair(char32_t character, char32_t selector) {
    const std::optional<std::uint16_t> code = table_.code(character, selector);
    if (!code) return false;
    buffer_.put(static_cast<std::uint64_t>(*code >> 8 | (*code & 0xFF) << 8), 2);
    return true;
  }

  void finish() { buffer_.flush(); }

 private:
  const JukiTable& table_;
  PieceBuffer buffer_;
};

/// Whether writing uses another code for the character of this one.
bool is_duplicate(const JukiTable& table, std::string_view character, std::uint16_t code) {
  const char32_t code_point = take_code_point(character);
  return table.code(code_point, character.empty() ? U'\0' : take_code_point(character)) != code;
}

/// Plain codes, four at a time, and then the ones that are left.
char* decode_plain(const JukiTable::Plain& plain, CodePiece& in, char* out) {
  const auto triple_of = [&](const char* p) { return plain.triple_of[load_unit<true>(p)]; };
  const char* p = in.p;
  for (; in.end - p >= 8 && p < in.limit; p += 8, out += 12) {
    const std::uint32_t first = triple_of(p);
    const std::uint32_t second = triple_of(p + 2);
    const std::uint32_t third = triple_of(p + 4);
    const std::uint32_t fourth = triple_of(p + 6);
    store32(out, first);
    store32(out + 3, second);
    store32(out + 6, third);
    store32(out + 9, fourth);
    if (first == 0 || second == 0 || third == 0 || fourth == 0) break;
  }
  for (; in.end - p >= 2 && p < in.limit; p += 2, out += 3) {
    const std::uint32_t triple = triple_of(p);
    if (triple == 0) break;
    store32(out, triple);
  }
  in.p = p;
  return out;
}

/// One code of any kind, or the fault.
char* decode_one(const JukiTable& table, CodePiece& in, char* out, Conversion& done) {
  if (in.end - in.p == 1) {
    done.error = TextError::truncated;
    done.error_length = 1;
    return out;
  }
  const auto code = static_cast<std::uint16_t>(load_unit<true>(in.p));
  const std::string_view character = table.character(code);
  if (character.empty()) {
    done.error = TextError::illegal;
    done.error_length = 2;
    return out;
  }
  in.p += 2;
  done.duplicates += is_duplicate(table, character, code) ? 1 : 0;
  return out + character.copy(out, character.size());
}

/// Whether a variation selector may begin at `p`, by its first two bytes.
bool may_be_selector(const char* p, const char* end) {
  if (end - p < 2) return false;
  return load16(p) == 0xB8EF || load16(p) == 0xA0F3;  // EF B8: U+FE00-FE3F; F3 A0: plane 14
}

/// ASCII, but not the last of it where a variation selector may follow.
char* encode_ascii(CodePiece& in, char* out) {
  const char* const before = in.p;
  widen_ascii<true>(in.p, in.limit, in.end, out);
  if (in.p == before || !may_be_selector(in.p, in.end)) return out;
  --in.p;
  return out - 2;
}

/// Characters of three bytes with plain codes, but not the last of them where a variation selector may follow.
char* encode_plain(const JukiTable::Plain& plain, CodePiece& in, char* out) {
  const char* p = in.p;
  for (; in.end - p >= 4 && p < in.limit; p += 3, out += 2) {
    const std::uint32_t sequence = load32(p);
    const std::uint16_t word = plain.word_of[unit_of_triple(sequence)];
    if (triple_mismatch(sequence) != 0 || word == 0) break;
    store16(out, word);
  }
  if (p != in.p && may_be_selector(p, in.end)) {
    p -= 3;
    out -= 2;
  }
  in.p = p;
  return out;
}

/// One character of any kind with its variation selector, or the fault.
char* encode_one(const JukiTable& table, CodePiece& in, char* out, Conversion& done) {
  const Utf8Step base = utf8_step(in.p, in.end);
  std::size_t length = base.fault == Utf8Fault::none ? base.length : static_cast<std::size_t>(in.end - in.p);
  if (base.fault == Utf8Fault::none && may_be_selector(in.p + length, in.end)) {
    const Utf8Step next = utf8_step(in.p + length, in.end);
    const bool joins = next.fault == Utf8Fault::none && is_variation_selector(next.code_point);
    if (joins && takes_variation_selector(base.code_point)) length += next.length;
  }
  std::string bytes;  // at most one code: no allocation
  Target target(table, bytes);
  const Conversion one = EncodeWalk(std::string_view(in.p, std::min(length, kLongestCharacter)), target).run();
  target.finish();
  done.error = one.error;
  done.error_length = one.error_length;
  if (one.error == TextError::none) in.p += one.input_used;
  return out + bytes.copy(out, bytes.size());
}

}  // namespace

Conversion convert_juki_to_utf8(const JukiTable* table, std::string_view bytes, std::string& out) {
  const JukiTable& codes = table_or_none(table);
  const JukiTable::Plain plain = codes.plain();
  return convert_by_pieces<4, AsciiForm::converted>(bytes, out, [&](CodePiece& in, char* to, Conversion& done) {
    while (in.p < in.limit && done.error == TextError::none) {
      const char* const before = in.p;
      if (plain.ascii) narrow_ascii<true>(in.p, in.limit, in.end, to);
      to = decode_plain(plain, in, to);
      if (in.p == before) to = decode_one(codes, in, to, done);
    }
    return to;
  });
}

Conversion convert_utf8_to_juki(const JukiTable* table, std::string_view utf8, std::string& out) {
  const JukiTable& codes = table_or_none(table);
  const JukiTable::Plain plain = codes.plain();
  return convert_by_pieces<2, AsciiForm::converted>(utf8, out, [&](CodePiece& in, char* to, Conversion& done) {
    while (in.p < in.limit && done.error == TextError::none) {
      const char* const before = in.p;
      if (plain.ascii && static_cast<unsigned char>(*in.p) < 0x80) to = encode_ascii(in, to);
      to = encode_plain(plain, in, to);
      if (in.p == before) to = encode_one(codes, in, to, done);
    }
    return to;
  });
}

}  // namespace daicho
