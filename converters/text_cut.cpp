#include "converters/text_cut.hpp"

#include <algorithm>
#include <cstring>

#include "converters/cp932_tables.hpp"
#include "converters/utf16_units.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

/// More marks than this after one base are no text: the cut may then lie between two marks.
constexpr std::size_t kMostMarks = 256;

/// JIS X 0213 is cut between codes that a mark might join only where this many bytes have no better place.
constexpr std::size_t kLongRun = std::size_t{64} * 1024;

/// What may belong to the character before it: variation selectors, and the second characters of JIS X 0213's
/// sequences (combining marks, the tone letters U+02E5 and U+02E9).
bool belongs_to_base(char32_t code_point) {
  return is_variation_selector(code_point) || (code_point >= 0x0300 && code_point <= 0x036F) || code_point == 0x3099 ||
         code_point == 0x309A || code_point == 0x02E5 || code_point == 0x02E9;
}

constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Where the last character of `bytes` (not empty) begins; a byte that belongs to none is one.
std::size_t last_utf8(std::string_view bytes) {
  const char* const end = bytes.data() + bytes.size();
  for (std::size_t length = 1; length <= 4 && length <= bytes.size(); ++length) {
    const char* const begin = end - length;
    if (is_continuation(*begin)) continue;
    if (utf8_step(begin, end).length == length) return bytes.size() - length;
    break;
  }
  return bytes.size() - 1;
}

/// Before the last character, with its marks; what is incomplete may become a mark.
std::size_t cut_utf8(std::string_view bytes) {
  std::size_t cut = bytes.size();
  while (cut > 0) {
    const std::size_t begin = last_utf8(bytes.substr(0, cut));
    const Utf8Step step = utf8_step(bytes.data() + begin, bytes.data() + cut);
    cut = begin;
    const bool goes_on = step.fault == Utf8Fault::truncated || belongs_to_base(step.code_point);
    if (!goes_on || bytes.size() - cut > kMostMarks) break;
  }
  return cut;
}

/// As cut_utf8. A base is held back with its marks, so a pair of surrogates is never divided.
template <bool kBig>
std::size_t cut_units(std::string_view bytes) {
  const char* const end = bytes.data() + bytes.size();
  std::size_t cut = bytes.size() / 2 * 2;
  while (cut > 0) {
    cut -= 2;
    const bool pair_may_end = cut >= 2 && is_low_surrogate(load_unit<kBig>(bytes.data() + cut));
    if (pair_may_end && is_high_surrogate(load_unit<kBig>(bytes.data() + cut - 2))) {
      cut -= 2;
    }
    const Utf16Step step = utf16_step<kBig>(bytes.data() + cut, end);
    const bool goes_on = step.error == TextError::truncated || belongs_to_base(step.code_point);
    if (!goes_on || bytes.size() - cut > kMostMarks) break;
  }
  return cut;
}

/// Shift_JIS: after a byte that can't be a lead byte a character begins; the lead bytes after it are pairs.
std::size_t cut_pairs(std::string_view bytes) {
  std::size_t leads = 0;
  while (leads < bytes.size() && is_cp932_lead(static_cast<unsigned char>(bytes[bytes.size() - 1 - leads]))) ++leads;
  return bytes.size() - leads % 2;
}

/// Before the last byte below `limit`, which is always a character of its own and no mark; 0 where there is none.
std::size_t cut_before_plain(std::string_view bytes, unsigned char limit) {
  std::size_t cut = bytes.size();
  while (cut > 0 && static_cast<unsigned char>(bytes[cut - 1]) >= limit) --cut;
  return cut == 0 ? 0 : cut - 1;
}

/// EUC of two or three bytes, counted from the beginning. Broken bytes count as characters.
std::size_t cut_euc(std::string_view bytes) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t length = code_length(Charset::euc_jis_2004, bytes.substr(at));
    if (length == 0 || bytes.size() - at < length) return at;
    at += length;
  }
}

constexpr char kShiftOut = 0x0E;  ///< EBCDIC: double-byte codes follow
constexpr char kShiftIn = 0x0F;   ///< EBCDIC: single-byte codes follow

/// EBCDIC, where neither shift code is ever a byte of a double-byte code: after the last single-byte code that is no
/// shift code, because two shift codes in a row belong together.
std::size_t cut_shifted(std::string_view bytes) {
  std::size_t cut = 0;
  std::size_t at = 0;
  for (;;) {
    const std::size_t out = std::min(bytes.find(kShiftOut, at), bytes.size());
    std::size_t plain = out;
    while (plain > at && bytes[plain - 1] == kShiftIn) --plain;
    if (plain > at) cut = plain;
    const std::size_t in = bytes.find(kShiftIn, out);
    if (in == std::string_view::npos) return cut;
    at = in + 1;
  }
}

/// How many values of a vector's type in `bytes` have the same bytes in memory as `wanted`. Sixty-four bytes at a time.
template <typename Value>
std::uint64_t count_values(std::string_view bytes, Value wanted) {
  constexpr std::size_t kLanes = 16 / sizeof(Value);
  constexpr std::size_t kStep = 64;
  constexpr std::size_t kRound = 63;  // as many steps as a lane of 8 bits can count, four a step
  using Vector [[gnu::vector_size(16)]] = Value;
  std::uint64_t count = 0;
  std::size_t at = 0;
  while (bytes.size() - at >= kStep) {
    Vector counts = {};
    const std::size_t steps = std::min((bytes.size() - at) / kStep, kRound);
    for (const std::size_t end = at + steps * kStep; at < end; at += kStep) {
      Vector values[4];
      std::memcpy(&values, bytes.data() + at, sizeof values);  // true is -1 in each lane
      counts -=
          static_cast<Vector>(static_cast<Vector>(values[0] == wanted) + static_cast<Vector>(values[1] == wanted) +
                              static_cast<Vector>(values[2] == wanted) + static_cast<Vector>(values[3] == wanted));
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) count += counts[lane];
  }
  for (; bytes.size() - at >= sizeof(Value); at += sizeof(Value)) {
    count += std::memcmp(bytes.data() + at, &wanted, sizeof wanted) == 0 ? 1 : 0;
  }
  return count;
}

std::uint64_t count_bytes(std::string_view bytes, unsigned char wanted) { return count_values(bytes, wanted); }

template <bool kBig>
std::uint64_t count_units(std::string_view bytes) {
  std::uint16_t line_feed = 0;
  put_unit<kBig>(reinterpret_cast<char*>(&line_feed), 0x0A);
  return count_values(bytes, line_feed);
}

}  // namespace

std::size_t code_length(Charset charset, std::string_view bytes) {
  if (bytes.empty()) return 0;
  const auto first = static_cast<unsigned char>(bytes[0]);
  switch (charset) {
    case Charset::cp932:
    case Charset::shift_jis_2004:
      return is_cp932_lead(first) ? 2 : 1;
    case Charset::euc_jis_2004:
      return first == 0x8F ? 3 : first == 0x8E || first >= 0xA1 ? 2 : 1;
    case Charset::utf8:
      return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    case Charset::ibm930:
    case Charset::ibm939:
      return 1;
    default:
      return 2;
  }
}

std::size_t cut_text(Charset charset, std::string_view bytes) {
  switch (charset) {
    case Charset::cp932:
      return cut_pairs(bytes);
    case Charset::utf8:
      return cut_utf8(bytes);
    case Charset::utf16le:
      return cut_units<false>(bytes);
    case Charset::utf16be:
    case Charset::juki:  // J+0300 and the like are marks, and no code unit there is a surrogate
      return cut_units<true>(bytes);
    case Charset::shift_jis_2004: {
      const std::size_t cut = cut_before_plain(bytes, 0x40);
      return cut != 0 || bytes.size() < kLongRun ? cut : cut_pairs(bytes);
    }
    case Charset::euc_jis_2004: {
      const std::size_t cut = cut_before_plain(bytes, 0x80);
      return cut != 0 || bytes.size() < kLongRun ? cut : cut_euc(bytes);
    }
    case Charset::ibm930:
    case Charset::ibm939:
      return cut_shifted(bytes);
  }
  return 0;
}

std::uint64_t count_line_feeds(Charset charset, std::string_view bytes) {
  switch (charset) {
    case Charset::cp932:
    case Charset::utf8:
    case Charset::shift_jis_2004:
    case Charset::euc_jis_2004:
      return count_bytes(bytes, '\n');
    case Charset::ibm930:
    case Charset::ibm939:
      return count_bytes(bytes, 0x25);  // never a byte of a double-byte code
    case Charset::utf16le:
      return count_units<false>(bytes);
    case Charset::utf16be:
    case Charset::juki:
      return count_units<true>(bytes);
  }
  return 0;
}

}  // namespace daicho
