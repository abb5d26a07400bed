#include "jobs/glyph_source.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "converters/utf8.hpp"
#include "formats/byte_source.hpp"
#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kFontBytes = 64U << 20;
constexpr long kLastCodePoint = 0x10FFFF;

bool is_private_use(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

}  // namespace

GlyphSource GlyphSource::parse(std::string_view text, const std::string& name) {
  if (text.rfind("STARTFONT ", 0) != 0) throw UsageError(fmt::format("{}:1: not a BDF font", name));
  GlyphSource source;
  source.name_ = name;
  std::size_t line_number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    constexpr std::string_view keyword = "ENCODING ";
    if (line.substr(0, keyword.size()) != keyword) continue;
    line.remove_prefix(keyword.size());
    long code = 0;
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), code);
    if (parsed.ec != std::errc() || code > kLastCodePoint) {
      throw UsageError(fmt::format("{}:{}: not the number of a character", name, line_number));
    }
    if (code >= 0) source.characters_.push_back(static_cast<char32_t>(code));  // -1: a glyph without a character
  }
  std::sort(source.characters_.begin(), source.characters_.end());
  return source;
}

GlyphSource GlyphSource::load(const std::filesystem::path& file) {
  const auto source = open_source(file.string());
  std::string text;
  std::array<char, 1U << 16> buffer{};
  try {
    while (const std::size_t got = source->read(buffer.data(), buffer.size())) {
      if (text.size() + got > kFontBytes) {
        throw UsageError(fmt::format("{}: larger than {} MiB", file.string(), kFontBytes >> 20));
      }
      text.append(buffer.data(), got);
    }
  } catch (const DamagedInput& damage) {
    throw WorldError(fmt::format("{}: {}", file.string(), damage.reason));
  }
  return parse(text, file.filename().string());
}

bool GlyphSource::has(char32_t character) const {
  return std::binary_search(characters_.begin(), characters_.end(), character);
}

bool GlyphSource::draws(std::string_view text) const {
  while (!text.empty()) {
    const char32_t character = take_code_point(text);
    if (is_private_use(character) && !has(character)) return false;
  }
  return true;
}

}  // namespace daicho
