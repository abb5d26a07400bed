// The certificates' repertoire: JIS X 0212 is what ICU's ISO-2022-JP-1 decodes after ESC $ ( D, 6,067 characters. That
// needs no file of iconv's on the machine; the test compares with glibc's EUC-JP.
#include "converters/target_repertoire.hpp"

#include <unicode/ucnv.h>

#include <stdexcept>
#include <string>

#include "converters/jis_x_0208.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

using Repertoire = std::bitset<0x10000>;

void add_jis_x_0212(Repertoire& repertoire) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open("ISO_2022,locale=ja,version=1", &status),
                                                                     ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot open ISO-2022-JP-1: ") + u_errorName(status));
  for (unsigned row = 1; row <= 94; ++row) {
    for (unsigned cell = 1; cell <= 94; ++cell) {
      const char bytes[6] = {0x1B, '$', '(', 'D', static_cast<char>(0x20 + row), static_cast<char>(0x20 + cell)};
      char16_t units[4];
      status = U_ZERO_ERROR;
      if (ucnv_toUChars(converter.get(), units, 4, bytes, sizeof bytes, &status) == 1 && U_SUCCESS(status)) {
        repertoire.set(units[0]);
      }
    }
  }
}

const std::shared_ptr<const Repertoire>& certificate_repertoire() {
  static const std::shared_ptr<const Repertoire> made = [] {
    auto repertoire = std::make_shared<Repertoire>(jis_x_0208());
    add_jis_x_0212(*repertoire);
    return repertoire;
  }();
  return made;
}

bool is_surrogate(char32_t code_point) { return code_point >= 0xD800 && code_point <= 0xDFFF; }

bool writable(Charset charset, std::string_view character, const TextOptions& options) {
  std::string bytes;
  return encode(charset, character, bytes, options).error == TextError::none;
}

/// What a charset can write of `asked`.
std::shared_ptr<const Repertoire> writable_of(const Repertoire& asked, Charset charset, const TextOptions& options) {
  auto held = std::make_shared<Repertoire>();
  std::string character;
  for (char32_t code_point = 0; code_point < asked.size(); ++code_point) {
    if (!asked.test(code_point) || is_surrogate(code_point)) continue;
    character.clear();
    append_code_point(character, code_point);
    held->set(code_point, writable(charset, character, options));
  }
  return held;
}

bool holds_unicode(Charset charset) {
  return charset == Charset::utf8 || charset == Charset::utf16le || charset == Charset::utf16be;
}

}  // namespace

TargetRepertoire TargetRepertoire::of_charset(Charset charset, const TextOptions& options) {
  TargetRepertoire target(charset, options);
  if (!holds_unicode(charset)) target.bmp_ = writable_of(Repertoire().set(), charset, options);
  return target;
}

TargetRepertoire TargetRepertoire::certificate(Charset charset, const TextOptions& options) {
  TargetRepertoire target(charset, options);
  target.certificate_ = true;
  target.bmp_ =
      holds_unicode(charset) ? certificate_repertoire() : writable_of(*certificate_repertoire(), charset, options);
  return target;
}

bool TargetRepertoire::holds(std::string_view character) const {
  if (character.empty()) return false;
  std::string_view rest = character;
  const char32_t code_point = take_code_point(rest);
  if (rest.empty() && code_point <= 0xFFFF && bmp_) return bmp_->test(code_point);
  if (certificate_) return false;
  return !bmp_ || writable(charset_, character, options_);
}

bool TargetRepertoire::holds_all(std::string_view text) const {
  while (!text.empty()) {
    if (!holds(take_character(text))) return false;
  }
  return true;
}

bool in_certificate_repertoire(std::string_view character) {
  if (character.empty()) return false;
  const char32_t code_point = take_code_point(character);
  return character.empty() && code_point <= 0xFFFF && certificate_repertoire()->test(code_point);
}

bool all_in_certificate_repertoire(std::string_view text) {
  const std::bitset<0x10000>& held = *certificate_repertoire();
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {  // code points one by one: a selector is outside, and so is what it belongs to
    const Utf8Step step = utf8_step(p, end);
    if (step.fault != Utf8Fault::none || step.code_point > 0xFFFF || !held.test(step.code_point)) return false;
    p += step.length;
  }
  return true;
}

}  // namespace daicho
