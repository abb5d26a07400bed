#include "formats/fixed_plan.hpp"

#include <cstring>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kWide = 24;  // a multiple of every pattern's length

/// A pattern repeated to 24 bytes, as the three words that a comparison loads.
struct WidePattern {
  std::uint64_t words[3];

  explicit WidePattern(std::string_view pattern) {
    char bytes[kWide];
    for (std::size_t i = 0; i < kWide; ++i) bytes[i] = pattern[i % pattern.size()];
    std::memcpy(words, bytes, kWide);
  }

  bool equals(const char* bytes) const {
    std::uint64_t other[3];
    std::memcpy(other, bytes, kWide);
    return ((words[0] ^ other[0]) | (words[1] ^ other[1]) | (words[2] ^ other[2])) == 0;
  }
};

/// The loops of one pattern length, so that its comparisons are single loads.
template <std::size_t step>
std::size_t trimmed_length(const char* bytes, std::size_t length, std::string_view pattern) {
  const auto ends_with_pattern = [&] {
    return length >= step && std::memcmp(bytes + length - step, pattern.data(), step) == 0;
  };
  if (!ends_with_pattern()) return length;
  if (length >= kWide) {
    const WidePattern wide(pattern);
    while (length >= kWide && wide.equals(bytes + length - kWide)) length -= kWide;
  }
  while (ends_with_pattern()) length -= step;
  return length;
}

constexpr char kNoAscii = static_cast<char>(0xFF);

/// An EBCDIC charset's codes of ASCII, both ways, as its converter has them.
struct EbcdicCodes {
  std::array<char, 256> ascii{};  // by code
  std::array<char, 128> code{};   // by character
  std::array<bool, 128> known{};

  explicit EbcdicCodes(Charset charset) {
    constexpr TextOptions single{.form = TextForm::half_width};
    ascii.fill(kNoAscii);
    for (std::size_t character = 0; character < 128; ++character) {
      const char text = static_cast<char>(character);
      std::string bytes;
      std::string back;
      if (encode(charset, {&text, 1}, bytes, single).error != TextError::none || bytes.size() != 1) continue;
      code[character] = bytes[0];
      known[character] = true;
      const Conversion done = decode(charset, bytes, back, single);
      if (done.error == TextError::none && back == std::string_view(&text, 1)) {
        ascii[static_cast<unsigned char>(bytes[0])] = text;
      }
    }
  }
};

const EbcdicCodes& ebcdic_codes(Charset charset) {
  if (charset == Charset::ibm930) {
    static const EbcdicCodes katakana(Charset::ibm930);
    return katakana;
  }
  static const EbcdicCodes latin(Charset::ibm939);
  return latin;
}

/// Each ASCII character between two zero bytes: either neighbour completes a UTF-16 code unit.
constexpr auto kAsciiUnits = [] {
  std::array<char, std::size_t{128} * 3> bytes{};
  for (std::size_t i = 0; i < 128; ++i) bytes[i * 3 + 1] = static_cast<char>(i);
  return bytes;
}();

}  // namespace

FixedPlan::FixedPlan(const Layout& layout, Charset charset, const TextOptions& text)
    : charset_(charset), half_(text), full_(text) {
  if (charset == Charset::euc_jis_2004) throw UsageError("euc-jis-2004 has no fixed-width form");
  half_.form = TextForm::half_width;
  full_.form = TextForm::full_width;
  fields_.reserve(layout.items.size());
  for (const Item& item : layout.items) {
    const std::size_t bytes = item.picture.bytes(charset);
    fields_.push_back({static_cast<std::uint32_t>(record_bytes_), static_cast<std::uint32_t>(bytes), item.picture.cls,
                       item.zero_filled, item.absent_is_zeros});
    record_bytes_ += bytes;
    const std::string_view fill = daicho::national_fill(charset);
    while (item.picture.cls == PictureClass::national && national_fill_.size() < bytes) national_fill_ += fill;
  }
}

std::string_view national_fill(Charset charset) {
  switch (charset) {
    case Charset::utf8:
      return "\xE3\x80\x80";
    case Charset::utf16le:
      return {"\x00\x30", 2};
    case Charset::utf16be:
    case Charset::juki:
      return {"\x30\x00", 2};
    case Charset::ibm930:
    case Charset::ibm939:
      return "\x40\x40";
    case Charset::euc_jis_2004:
      return "\xA1\xA1";
    case Charset::cp932:
    case Charset::shift_jis_2004:
      break;
  }
  return "\x81\x40";
}

const std::array<char, 256>& ebcdic_ascii(Charset charset) { return ebcdic_codes(charset).ascii; }

std::string_view half_width_character(Charset charset, char character) {
  if (is_ebcdic(charset)) {
    const EbcdicCodes& codes = ebcdic_codes(charset);
    const std::size_t index = static_cast<std::size_t>(character & 0x7F);
    return {codes.code.data() + index, codes.known[index] ? std::size_t{1} : 0};
  }
  const char* middle = kAsciiUnits.data() + static_cast<std::size_t>(character & 0x7F) * 3 + 1;
  if (charset == Charset::utf16le) return {middle, 2};
  if (half_width_bytes(charset) == 2) return {middle - 1, 2};
  return {middle, 1};
}

std::size_t length_without(std::string_view bytes, std::string_view pattern) {
  switch (pattern.size()) {
    case 1:
      return trimmed_length<1>(bytes.data(), bytes.size(), pattern);
    case 2:
      return trimmed_length<2>(bytes.data(), bytes.size(), pattern);
    default:
      return trimmed_length<3>(bytes.data(), bytes.size(), pattern);
  }
}

void append_repeated(std::string_view pattern, std::size_t count, std::string& bytes) {
  const std::size_t begin = bytes.size();
  const std::size_t size = count * pattern.size();
  if (pattern.size() == 1) {
    bytes.append(size, pattern[0]);
    return;
  }
  bytes.resize(begin + size);
  char* out = bytes.data() + begin;
  const WidePattern wide(pattern);
  std::size_t done = 0;
  for (; done + kWide <= size; done += kWide) std::memcpy(out + done, wide.words, kWide);
  std::memcpy(out + done, wide.words, size - done);
}

}  // namespace daicho
