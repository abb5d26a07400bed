#include "converters/kana.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <stdexcept>

#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr char32_t kVoicedMark = 0x309B;  // ゛
constexpr std::string_view kVuWithMark = "う゛";

/// The character of `twins` at the place of `character` in `from`; 0 where that lacks it.
char32_t twin_of(char32_t character, std::u32string_view from, std::u32string_view twins) {
  const std::size_t at = from.find(character);
  return at == std::u32string_view::npos ? 0 : twins[at];
}

/// ヷ ヸ ヹ ヺ have no hiragana of one character: the bare one, to be followed by ゛. 0 for any other.
char32_t bare_of_rare_voiced(char32_t katakana) { return twin_of(katakana, U"ヷヸヹヺ", U"わゐゑを"); }

char32_t hiragana_of(char32_t character) {
  if (const char32_t twin = twin_of(character, U"ヵヶヽヾ", U"かけゝゞ"); twin != 0) return twin;
  const bool has_twin = character >= U'ァ' && character <= U'ヴ';
  return has_twin ? character - (U'ァ' - U'ぁ') : character;
}

/// Characters that 清音化 leaves out before decomposition. (Left out after it, they could bring combining marks
/// together that a second pass would put in another order.)
bool is_left_out(char32_t character) {
  constexpr std::u32string_view kLeftOut = U" \u3000ー・゛゜";
  return kLeftOut.find(character) != std::u32string_view::npos;
}

bool is_combining_voice_mark(char32_t character) { return character == 0x3099 || character == 0x309A; }

char32_t enlarged(char32_t hiragana) {
  const char32_t twin = twin_of(hiragana, U"ぁぃぅぇぉっゃゅょゎゕゖゐゑを", U"あいうえおつやゆよわかけいえお");
  return twin != 0 ? twin : hiragana;
}

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  if (U_SUCCESS(status)) nfd->normalizeUTF8(0, text, sink, nullptr, status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot normalize text: ") + u_errorName(status));
  return result;
}

}  // namespace

std::string katakana_to_hiragana(std::string_view text, bool has_vu) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const char32_t character = take_code_point(text);
    if (character == U'ヴ' && !has_vu) {
      result += kVuWithMark;
    } else if (const char32_t bare = bare_of_rare_voiced(character); bare != 0) {
      append_code_point(result, bare);
      append_code_point(result, kVoicedMark);
    } else {
      append_code_point(result, hiragana_of(character));
    }
  }
  return result;
}

std::string seion(std::string_view text) {
  const std::string hiragana = katakana_to_hiragana(text);
  std::string kept;
  for (std::string_view rest = hiragana; !rest.empty();) {
    const char32_t character = take_code_point(rest);
    if (!is_left_out(character)) append_code_point(kept, character);
  }
  const std::string parts = decomposed(kept);
  std::string key;
  for (std::string_view rest = parts; !rest.empty();) {
    const char32_t character = take_code_point(rest);
    if (!is_combining_voice_mark(character)) append_code_point(key, enlarged(character));
  }
  return key;
}

}  // namespace daicho
