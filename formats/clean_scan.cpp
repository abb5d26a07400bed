#include "formats/clean_scan.hpp"

#include <string>

#include "converters/utf16_units.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/lost_characters.hpp"

namespace daicho {
namespace {

Utf16Step step_at(Charset charset, const char* p, const char* end) {
  return charset == Charset::utf16be ? utf16_step<true>(p, end) : utf16_step<false>(p, end);
}

bool is_selector_beyond_bmp(char32_t point) { return point > 0xFFFF && is_variation_selector(point); }

}  // namespace

std::optional<std::size_t> length_before_utf8_fill(std::string_view bytes) {
  const std::size_t filled = length_without(bytes, " ");
  const std::size_t length = length_without(bytes.substr(0, filled), national_fill(Charset::utf8));
  const bool due = bytes.size() - filled == (bytes.size() - length) % 3;
  return due ? std::optional(length) : std::nullopt;
}

std::optional<std::size_t> widen_utf8(std::string_view text, char* out) {
  constexpr unsigned kPlainLeads = 0x5FFE;  // E1-EC and EE: nothing to know of their second bytes
  const char* const begin = out;
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    if (end - p >= 4) {
      const std::uint32_t word = load32(p);
      if (triple_mismatch(word) == 0 && (kPlainLeads >> (word & 0xF) & 1) != 0) {
        store16(out, static_cast<std::uint16_t>(unit_of_triple(word)));
        p += 3;
        out += 2;
        continue;
      }
    }
    const Utf8Step step = utf8_step(p, end);
    if (step.fault != Utf8Fault::none || step.code_point < 0x80) return std::nullopt;
    if (step.code_point < 0x10000) {
      out = put_unit<false>(out, step.code_point);
    } else {
      const std::uint32_t bits = step.code_point - 0x10000;
      out = put_unit<false>(put_unit<false>(out, 0xD800 | bits >> 10), 0xDC00 | (bits & 0x3FF));
    }
    p += step.length;
  }
  return static_cast<std::size_t>(out - begin);
}

/// As `walk`, with surrogate pairs and their variation selectors. What joins inside the BMP stays unsure.
bool NationalWalk::walk_characters(std::string_view text, SeenField& seen) const {
  if (charset_ == Charset::cp932) return false;
  const char* p = text.data();
  const char* const end = p + text.size();
  std::string character;
  seen.gaiji = 0;
  seen.classes = unit_class::kWide;
  while (p < end) {
    Utf16Step step = step_at(charset_, p, end);
    if (step.error != TextError::none) return false;
    const bool pair = step.length == 4;
    if (!pair && (classes_[load16(p)] & unit_class::kWide) == 0) return false;
    if (pair && own_gaiji_ && is_private_use(step.code_point)) return false;
    if (pair && is_lost_or_invisible(step.code_point)) return false;
    character.clear();
    append_code_point(character, step.code_point);
    p += step.length;
    if (p < end) {
      step = step_at(charset_, p, end);
      if (step.error == TextError::none && is_selector_beyond_bmp(step.code_point)) {
        append_code_point(character, step.code_point);
        p += step.length;
      }
    }
    if (gaiji_.contains(character)) ++seen.gaiji;
  }
  return true;
}

}  // namespace daicho
