#include "formats/clean_scan.hpp"

#include <string>

#include "converters/utf16_units.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

Utf16Step step_at(Charset charset, const char* p, const char* end) {
  return charset == Charset::utf16be ? utf16_step<true>(p, end) : utf16_step<false>(p, end);
}

bool is_selector_beyond_bmp(char32_t point) { return point > 0xFFFF && is_variation_selector(point); }

}  // namespace

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
