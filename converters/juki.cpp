// 住基ネット統一文字 (J+ codes, 16 bits, high byte first) <-> UTF-8. What a code means is the table's to say.
#include <string>

#include "converters/charset_codecs.hpp"
#include "converters/encode_walk.hpp"
#include "converters/juki_table.hpp"
#include "converters/piece_buffer.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

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

}  // namespace

Conversion convert_juki_to_utf8(const JukiTable* table, std::string_view bytes, std::string& out) {
  const JukiTable& codes = table_or_none(table);
  PieceBuffer buffer(out);
  Conversion done;
  for (; done.input_used < bytes.size(); done.input_used += 2) {
    if (bytes.size() - done.input_used == 1) {
      done.error = TextError::truncated;
      done.error_length = 1;
      break;
    }
    const auto high = static_cast<unsigned char>(bytes[done.input_used]);
    const auto low = static_cast<unsigned char>(bytes[done.input_used + 1]);
    const auto code = static_cast<std::uint16_t>(high << 8 | low);
    const std::string_view character = codes.character(code);
    if (character.empty()) {
      done.error = TextError::illegal;
      done.error_length = 2;
      break;
    }
    buffer.put(character);
    done.duplicates += is_duplicate(codes, character, code);
  }
  buffer.flush();
  return done;
}

Conversion convert_utf8_to_juki(const JukiTable* table, std::string_view utf8, std::string& out) {
  Target target(table_or_none(table), out);
  const Conversion done = EncodeWalk(utf8, target).run();
  target.finish();
  return done;
}

}  // namespace daicho
