// Shift_JIS-2004 and EUC-JIS-2004 <-> UTF-8, by tables that iconv fills. Reading goes by code, writing by character.
#include <string>

#include "converters/charset_codecs.hpp"
#include "converters/encode_walk.hpp"
#include "converters/jis2004_tables.hpp"
#include "converters/piece_buffer.hpp"
#include "converters/similar_character.hpp"

namespace daicho {
namespace {

/// The code at the beginning of some bytes that are not ASCII.
struct CodeAt {
  CodeEntry entry = 0;
  std::size_t length = 0;  ///< bytes of the code, or of the fault
  bool truncated = false;
};

unsigned char byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

CodeAt shift_jis_code(const CodeTables& tables, std::string_view bytes) {
  const unsigned char lead = byte_at(bytes, 0);
  if (!is_shift_jis_lead(lead)) return {tables.single[lead], 1};
  if (bytes.size() == 1) return {0, 1, true};
  const unsigned char trail = byte_at(bytes, 1);
  // A byte that can't end a code is not part of the fault: a line end after a lone lead byte stays a line end.
  if (!is_shift_jis_trail(trail)) return {0, 1};
  return {tables.longer[static_cast<unsigned>(lead << 8 | trail)], 2};
}

CodeAt euc_code(const CodeTables& tables, std::string_view bytes) {
  const unsigned char lead = byte_at(bytes, 0);
  const bool plane2 = lead == kEucPlane2;
  if (!plane2 && lead != kEucKatakana && !is_euc_byte(lead)) return {0, 1};
  if (bytes.size() == 1) return {0, 1, true};
  const unsigned char second = byte_at(bytes, 1);
  if (!is_euc_byte(second) || (lead == kEucKatakana && second > 0xDF)) return {0, 1};
  if (!plane2) return {tables.longer[static_cast<unsigned>(lead << 8 | second)], 2};
  if (bytes.size() == 2) return {0, 2, true};
  const unsigned char third = byte_at(bytes, 2);
  if (!is_euc_byte(third)) return {0, 2};
  return {tables.longer[euc_triple(second, third)], 3};
}

/// Follows what has been read to where writing would join two codes into one of a two-character sequence: such a code
/// does not come back.
class JoinWatch {
 public:
  JoinWatch(const CodeTables& tables, char32_t& last) : tables_(tables), last_(last) {}

  /// Whether the code of `entry` would be joined to the one before it.
  bool joins(CodeEntry entry, std::string_view text) {
    if ((entry & (kEntryMayJoin | kEntryMayBegin)) == 0) {
      last_ = 0;
      return false;
    }
    const char32_t first = take_code_point(text);
    const bool joined = last_ != 0 && tables_.sequence(last_, first) != kNoCode;
    if (!text.empty()) {
      last_ = joined ? take_code_point(text) : 0;
    } else {
      last_ = joined || (entry & kEntryMayBegin) == 0 ? 0 : first;
    }
    return joined;
  }

 private:
  const CodeTables& tables_;
  char32_t& last_;
};

std::size_t ascii_length(std::string_view bytes) {
  std::size_t length = 0;
  while (length < bytes.size() && byte_at(bytes, length) < 0x80) ++length;
  return length;
}

template <CodeAt (*code_at)(const CodeTables&, std::string_view)>
Conversion decode_by(const CodeTables& tables, std::string_view bytes, std::string& out, TextState& state) {
  PieceBuffer buffer(out);
  JoinWatch watch(tables, state.last);
  Conversion done;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    if (const std::size_t ascii = ascii_length(rest); ascii != 0) {
      buffer.put(rest.substr(0, ascii));
      rest.remove_prefix(ascii);
      state.last = 0;
      continue;
    }
    const CodeAt code = code_at(tables, rest);
    if (code.entry == 0) {
      done.error = code.truncated ? TextError::truncated : TextError::illegal;
      done.error_length = code.length;
      break;
    }
    buffer.put(code.entry, entry_length(code.entry));
    done.duplicates += watch.joins(code.entry, EntryText(code.entry).view());
    rest.remove_prefix(code.length);
  }
  buffer.flush();
  done.input_used = bytes.size() - rest.size();
  return done;
}

/// Puts what EncodeWalk finds; how a code becomes bytes is the shape's.
template <bool kEuc>
class Target {
 public:
  static constexpr bool kAsciiIsItself = true;
  static bool may_join(char32_t code_point) {
    return may_join_previous(code_point) && !is_variation_selector(code_point);
  }

  Target(const CodeTables& tables, std::string& out) : tables_(tables), buffer_(out) {}

  void put_ascii(std::string_view run) { buffer_.put(run); }

  bool put(char32_t character) {
    if (character < 0x80) {
      buffer_.put(character, 1);
      return true;
    }
    CharsetCode code = tables_.codes.find(character);
    if (code == kNoCode) {
      const char32_t partner = similar_character(character);
      if (partner != 0) code = tables_.codes.find(partner);
      if (code == kNoCode) return false;
      ++similar_;
    }
    put_code(code);
    return true;
  }

  bool has(char32_t character) const { return character < 0x80 || code_of(character) != kNoCode; }

  bool put_pair(char32_t first, char32_t second) {
    const CharsetCode code = tables_.sequence(first, second);
    if (code == kNoCode) return false;
    put_code(code);
    return true;
  }

  std::size_t finish() {
    buffer_.flush();
    return similar_;
  }

 private:
  /// Of the character or its similar one.
  CharsetCode code_of(char32_t character) const {
    const CharsetCode code = tables_.codes.find(character);
    const char32_t partner = code == kNoCode ? similar_character(character) : 0;
    return partner == 0 ? code : tables_.codes.find(partner);
  }

  void put_code(CharsetCode code) {
    const std::uint64_t high = code >> 8;
    const std::uint64_t low = code & 0xFF;
    if (code < 0x100) {
      buffer_.put(low, 1);
    } else if (kEuc && low < 0x80) {
      buffer_.put(kEucPlane2 | high << 8 | (low | 0x80) << 16, 3);
    } else {
      buffer_.put(high | low << 8, 2);
    }
  }

  const CodeTables& tables_;
  PieceBuffer buffer_;
  std::size_t similar_ = 0;
};

template <bool kEuc>
Conversion encode_by(const CodeTables& tables, std::string_view utf8, std::string& out) {
  Target<kEuc> target(tables, out);
  Conversion done = EncodeWalk(utf8, target).run();
  done.similar = target.finish();
  return done;
}

}  // namespace

Conversion convert_jis2004_to_utf8(bool euc, std::string_view bytes, std::string& out, TextState& state) {
  return euc ? decode_by<euc_code>(euc_jis_2004_tables(), bytes, out, state)
             : decode_by<shift_jis_code>(shift_jis_2004_tables(), bytes, out, state);
}

Conversion convert_utf8_to_jis2004(bool euc, std::string_view utf8, std::string& out) {
  return euc ? encode_by<true>(euc_jis_2004_tables(), utf8, out) : encode_by<false>(shift_jis_2004_tables(), utf8, out);
}

}  // namespace daicho
