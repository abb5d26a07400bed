#include "formats/fixed_plan.hpp"

#include <array>
#include <cstring>

namespace daicho {
namespace {

constexpr std::size_t kWide = 24;  // a multiple of every pattern's length

/// Each ASCII character between two zero bytes: either neighbour completes a UTF-16 code unit.
constexpr auto kAsciiUnits = [] {
  std::array<char, 128 * 3> bytes{};
  for (std::size_t i = 0; i < 128; ++i) bytes[i * 3 + 1] = static_cast<char>(i);
  return bytes;
}();

}  // namespace

FixedPlan::FixedPlan(const Layout& layout, Charset charset) : charset_(charset) {
  fields_.reserve(layout.items.size());
  for (const Item& item : layout.items) {
    const std::size_t bytes = item.picture.bytes(charset);
    fields_.push_back({static_cast<std::uint32_t>(record_bytes_), static_cast<std::uint32_t>(bytes), item.picture.cls,
                       item.zero_filled, item.absent_is_zeros});
    record_bytes_ += bytes;
  }
}

std::string_view national_fill(Charset charset) {
  switch (charset) {
    case Charset::utf8:
      return "\xE3\x80\x80";
    case Charset::utf16le:
      return {"\x00\x30", 2};
    case Charset::utf16be:
      return {"\x30\x00", 2};
    case Charset::cp932:
      break;
  }
  return "\x81\x40";
}

std::string_view half_width_character(Charset charset, char character) {
  const char* middle = kAsciiUnits.data() + static_cast<std::size_t>(character & 0x7F) * 3 + 1;
  if (charset == Charset::utf16le) return {middle, 2};
  if (charset == Charset::utf16be) return {middle - 1, 2};
  return {middle, 1};
}

std::size_t length_without(std::string_view bytes, std::string_view pattern) {
  const std::size_t step = pattern.size();
  std::size_t length = bytes.size();
  const auto ends_with_pattern = [&] {
    return length >= step && std::memcmp(bytes.data() + length - step, pattern.data(), step) == 0;
  };
  if (!ends_with_pattern()) return length;
  char wide[kWide];
  for (std::size_t i = 0; i < kWide; i += step) std::memcpy(wide + i, pattern.data(), step);
  while (length >= kWide && std::memcmp(bytes.data() + length - kWide, wide, kWide) == 0) length -= kWide;
  while (ends_with_pattern()) length -= step;
  return length;
}

}  // namespace daicho
