#include "formats/bdf_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <utility>

#include "converters/utf8.hpp"
#include "formats/bdf.hpp"
#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kReadBytes = 256U << 10;
constexpr char32_t kLastCodePoint = 0x10FFFF;

[[noreturn]] void fail(const std::string& name, std::uint64_t line, const std::string& message) {
  throw UsageError(fmt::format("{}:{}: {}", name, line, message));
}

/// Takes the first word off a line.
std::string_view take_word(std::string_view& line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  line.remove_prefix(begin);
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(end);
  return word;
}

std::optional<long> number_of(std::string_view word) {
  long number = 0;
  const auto parsed = std::from_chars(word.data(), word.data() + word.size(), number);
  if (word.empty() || parsed.ec != std::errc() || parsed.ptr != word.data() + word.size()) return std::nullopt;
  return number;
}

std::optional<char32_t> hex_code_point(std::string_view digits) {
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (digits.size() < 4 || digits.size() > 6 || parsed.ec != std::errc() ||
      parsed.ptr != digits.data() + digits.size() || number > kLastCodePoint) {
    return std::nullopt;
  }
  return number;
}

/// A component of a glyph name: `uniE000` (four digits) or `u20BB7` (four to six).
std::optional<char32_t> component_of(std::string_view part) {
  if (part.starts_with("uni")) return part.size() == 7 ? hex_code_point(part.substr(3)) : std::nullopt;
  return part.starts_with("u") ? hex_code_point(part.substr(1)) : std::nullopt;
}

/// The variation sequence that a glyph's name spells: base and selector; nothing where it spells none. Other names tell
/// nothing: `uni9089.vert` is a form for another use.
std::optional<std::pair<char32_t, char32_t>> sequence_of_name(std::string_view name) {
  const std::size_t joint = name.find('_');
  if (joint == name.npos) return std::nullopt;
  const auto base = component_of(name.substr(0, joint));
  const auto selector = component_of(name.substr(joint + 1));
  if (!base || !selector || !is_variation_selector(*selector)) return std::nullopt;
  return std::pair(*base, *selector);
}

bool is_hex_row(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); });
}

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return (x >= 'a' && x <= 'z' ? x - 32 : x) == (y >= 'a' && y <= 'z' ? y - 32 : y);
         });
}

}  // namespace

bool BdfLines::fill() {
  if (at_end_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kReadBytes);
  const std::size_t got = source_.read(buffer_.data() + kept, kReadBytes);
  buffer_.resize(kept + got);
  at_end_ = got == 0;
  return !at_end_;
}

bool BdfLines::next() {
  std::size_t end = buffer_.find('\n', at_);
  while (end == buffer_.npos && buffer_.size() - at_ <= kBdfLineBytes) {
    const std::size_t searched = buffer_.size() - at_;
    if (!fill()) break;
    end = buffer_.find('\n', at_ + searched);
  }
  if (at_ == buffer_.size()) return false;
  ++number_;
  const std::size_t length = (end == buffer_.npos ? buffer_.size() : end + 1) - at_;
  if (length > kBdfLineBytes) fail(name_, number_, fmt::format("a line of more than {} bytes", kBdfLineBytes));
  raw_ = std::string_view(buffer_).substr(at_, length);
  line_ = raw_.substr(0, raw_.find_last_not_of(" \t\r\n") + 1);
  at_ += length;
  offset_ = next_offset_;
  next_offset_ += length;
  return true;
}

bool BdfLines::copy(std::uint64_t begin, std::size_t length, std::string& bytes) {
  while (next_offset_ < begin || length > 0) {
    if (at_ == buffer_.size() && !fill()) return false;
    std::size_t step = buffer_.size() - at_;
    if (next_offset_ < begin) {
      step = static_cast<std::size_t>(std::min<std::uint64_t>(step, begin - next_offset_));
    } else {
      step = std::min(step, length);
      bytes.append(buffer_, at_, step);
      length -= step;
    }
    at_ += step;
    next_offset_ += step;
  }
  return true;
}

/// One pass over a font.
class BdfReading {
 public:
  BdfReading(ByteSource& source, BdfFont& font) : lines_(source, font.name_), font_(font) {}

  void run() {
    if (!lines_.next() || !lines_.line().starts_with("STARTFONT ")) fail_at(1, "not a BDF font");
    font_.header_ = lines_.raw();
    read_header();
    read_glyphs();
    sort_glyphs();
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { fail_at(lines_.number(), message); }
  [[noreturn]] void fail_at(std::uint64_t line, const std::string& message) const {
    daicho::fail(font_.name_, line, message);
  }

  void next(const char* missing) {
    if (!lines_.next()) fail_at(lines_.number() + 1, fmt::format("the font ends before {}", missing));
  }

  /// The lines before CHARS, which takes them as they are.
  void read_header() {
    bool named = false, sized = false, boxed = false;
    while (true) {
      next("CHARS");
      std::string_view rest = lines_.line();
      const std::string_view word = take_word(rest);
      if (word == "CHARS") break;
      if (word == "STARTCHAR" || word == "ENDFONT") fail(fmt::format("{} before CHARS", word));
      if (font_.header_.size() + lines_.raw().size() > kBdfHeaderBytes) {
        fail(fmt::format("a header of more than {} MiB", kBdfHeaderBytes >> 20));
      }
      font_.header_ += lines_.raw();
      if (word == "FONT") {
        named = true;
        check_registry_of_name(rest);
      } else if (word == "SIZE") {
        sized = true;
      } else if (word == "FONTBOUNDINGBOX") {
        boxed = true;
      } else if (word == "DWIDTH") {
        shared_width_ = true;
      } else if (word == "CHARSET_REGISTRY") {
        check_registry(rest);
      }
    }
    if (!named) fail("no FONT before CHARS");
    if (!sized) fail("no SIZE before CHARS");
    if (!boxed) fail("no FONTBOUNDINGBOX before CHARS");
    std::string_view rest = lines_.line();
    take_word(rest);
    const auto count = number_of(take_word(rest));
    if (!count || *count < 0) fail("CHARS without the number of glyphs");
    expected_ = static_cast<std::size_t>(*count);
    line_of_chars_ = lines_.number();
    font_.line_end_ = lines_.raw().ends_with("\r\n") ? "\r\n" : "\n";
  }

  /// `-foundry-...-iso10646-1`: an X Logical Font Description tells the registry in its last but one field.
  void check_registry_of_name(std::string_view name) {
    if (std::count(name.begin(), name.end(), '-') != 14) return;
    const std::size_t encoding = name.rfind('-');
    check_registry(name.substr(0, encoding).substr(name.rfind('-', encoding - 1) + 1));
  }

  void check_registry(std::string_view registry) {
    const std::size_t begin = registry.find_first_not_of(" \t\"");
    if (begin == registry.npos) return;
    registry = registry.substr(begin, registry.find_last_not_of(" \t\"") + 1 - begin);
    if (same_letters(registry, "ISO10646")) return;
    fail(fmt::format("the font's codes are those of {}; they must be Unicode's (CHARSET_REGISTRY ISO10646)",
                     registry.substr(0, 40)));
  }

  void read_glyphs() {
    std::size_t count = 0;
    while (true) {
      next("ENDFONT");
      std::string_view rest = lines_.line();
      const std::string_view word = take_word(rest);
      if (word == "ENDFONT") break;
      if (word.empty() || word == "COMMENT") continue;
      if (word != "STARTCHAR") fail("neither STARTCHAR nor ENDFONT");
      if (++count > kBdfGlyphs) fail(fmt::format("more than {} glyphs", kBdfGlyphs));
      read_glyph(take_word(rest));
    }
    if (count != expected_) fail_at(line_of_chars_, fmt::format("CHARS says {}; the font has {}", expected_, count));
    while (lines_.next()) {
      if (!lines_.line().empty()) fail("text after ENDFONT");
    }
  }

  /// One glyph, from behind STARTCHAR on.
  void read_glyph(std::string_view name) {
    BdfFont::Glyph glyph;
    glyph.begin = lines_.offset();
    glyph.line = static_cast<std::uint32_t>(lines_.number());
    glyph.digest = bdf_digest(lines_.raw());
    auto character = sequence_of_name(name);
    bool encoded = false, wide = shared_width_;
    std::optional<std::pair<long, long>> box;
    while (true) {
      next_of_glyph(glyph);
      std::string_view rest = lines_.line();
      const std::string_view word = take_word(rest);
      if (word == "ENCODING") {
        const auto code = number_of(take_word(rest));
        if (!code || *code < -1 || *code > static_cast<long>(kLastCodePoint)) fail("not the number of a character");
        if (*code >= 0) character = std::pair(static_cast<char32_t>(*code), char32_t{0});
        encoded = true;
      } else if (word == "DWIDTH") {
        wide = true;
      } else if (word == "BBX") {
        box = read_box(rest);
      } else if (word == "BITMAP") {
        if (!encoded) fail("BITMAP before ENCODING");
        if (!wide) fail("BITMAP before DWIDTH");
        if (!box) fail("BITMAP before BBX");
        read_bitmap(glyph, *box);
        break;
      } else if (word == "ENDCHAR" || word == "STARTCHAR" || word == "ENDFONT") {
        fail(fmt::format("{} before BITMAP", word));
      }
    }
    glyph.length = static_cast<std::uint32_t>(lines_.offset() + lines_.raw().size() - glyph.begin);
    if (!character) return;
    glyph.base = character->first;
    glyph.selector = character->second;
    font_.glyphs_.push_back(glyph);
  }

  void next_of_glyph(BdfFont::Glyph& glyph) {
    next("ENDCHAR");
    if (lines_.offset() + lines_.raw().size() - glyph.begin > kBdfGlyphBytes) {
      fail(fmt::format("a glyph of more than {} MiB", kBdfGlyphBytes >> 20));
    }
    glyph.digest = bdf_digest(lines_.raw(), glyph.digest);
  }

  /// Width and height of `BBX width height x y`.
  std::pair<long, long> read_box(std::string_view rest) const {
    constexpr long kMost = 32767;
    const auto width = number_of(take_word(rest));
    const auto height = number_of(take_word(rest));
    const auto x = number_of(take_word(rest));
    const auto y = number_of(take_word(rest));
    if (!width || !height || !x || !y || *width < 0 || *height < 0 || *width > kMost || *height > kMost) {
      fail("BBX needs width, height and two offsets");
    }
    return {*width, *height};
  }

  void read_bitmap(BdfFont::Glyph& glyph, std::pair<long, long> box) {
    const auto [width, height] = box;
    const auto digits = static_cast<std::size_t>((width + 7) / 8 * 2);
    for (long row = 0; row < height; ++row) {
      next_of_glyph(glyph);
      const std::string_view line = lines_.line();
      if (line == "ENDCHAR") fail(fmt::format("{} rows of {}", row, height));
      if (!is_hex_row(line)) fail("a row with something else than hexadecimal digits");
      if (line.size() != digits) fail(fmt::format("a row of {} digits; {} dots need {}", line.size(), width, digits));
    }
    next_of_glyph(glyph);
    if (lines_.line() != "ENDCHAR") fail(fmt::format("no ENDCHAR after {} rows", height));
  }

  void sort_glyphs() {
    auto& glyphs = font_.glyphs_;
    const auto key = [](const BdfFont::Glyph& glyph) { return std::pair(glyph.base, glyph.selector); };
    std::stable_sort(glyphs.begin(), glyphs.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto twice = std::adjacent_find(glyphs.begin(), glyphs.end(),
                                          [&](const auto& a, const auto& b) { return key(a) == key(b); });
    if (twice == glyphs.end()) return;
    std::string character = fmt::format("U+{:04X}", static_cast<std::uint32_t>(twice->base));
    if (twice->selector != 0) character += fmt::format(" U+{:04X}", static_cast<std::uint32_t>(twice->selector));
    fail_at((twice + 1)->line, fmt::format("{} has a glyph already, in line {}", character, twice->line));
  }

  BdfLines lines_;
  BdfFont& font_;
  std::size_t expected_ = 0;
  std::uint64_t line_of_chars_ = 0;
  bool shared_width_ = false;  // DWIDTH of all glyphs, in the header (2.2)
};

BdfFont BdfFont::read(ByteSource& source, const std::string& shown_as) {
  BdfFont font;
  font.name_ = shown_as;
  try {
    BdfReading(source, font).run();
  } catch (const DamagedInput& damage) {
    throw WorldError(fmt::format("{}: {}", shown_as, damage.reason));
  }
  return font;
}

}  // namespace daicho
