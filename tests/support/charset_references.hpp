// ICU and iconv as references for the charset converters: the same questions, answered by libraries.
#pragma once

#include <iconv.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cerrno>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "converters/charset.hpp"
#include "converters/utf8.hpp"

namespace daicho::test {

/// What became of some input: the converted text where all of it could be converted, and how far that was where not.
struct Answer {
  std::optional<std::string> output;
  std::size_t good = 0;  ///< bytes of input before the fault
  bool cut = false;      ///< the fault is that the input ends inside a character
  std::size_t bad = 0;   ///< bytes that the fault covers; ICU's and ours on reading

  friend bool operator==(const Answer& a, const Answer& b) { return a.output == b.output; }
};

class IcuReference {
 public:
  explicit IcuReference(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(name, &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("no ICU converter ") + name);
    ucnv_setFallback(converter_.get(), false);
  }

  Answer decode(std::string_view bytes) const {
    UErrorCode status = U_ZERO_ERROR;
    std::u16string units(bytes.size() + 8, u'\0');
    char16_t* target = units.data();
    const char* source = bytes.data();
    ucnv_resetToUnicode(converter_.get());
    ucnv_toUnicode(converter_.get(), &target, units.data() + units.size(), &source, bytes.data() + bytes.size(),
                   nullptr, true, &status);
    Answer answer;
    if (U_SUCCESS(status)) {
      answer.good = bytes.size();
      answer.output.emplace();
      icu::UnicodeString(units.data(), static_cast<std::int32_t>(target - units.data())).toUTF8String(*answer.output);
      return answer;
    }
    char invalid[16];
    std::int8_t length = sizeof invalid;
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_.get(), invalid, &length, &asked);
    answer.good = static_cast<std::size_t>(source - bytes.data()) - static_cast<std::size_t>(length);
    answer.cut = status == U_TRUNCATED_CHAR_FOUND;
    answer.bad = static_cast<std::size_t>(length);
    return answer;
  }

  /// `utf8` is valid.
  Answer encode(std::string_view utf8) const {
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    UErrorCode status = U_ZERO_ERROR;
    std::string bytes(4 * utf8.size() + 16, '\0');
    char* target = bytes.data();
    const char16_t* source = text.getBuffer();
    ucnv_resetFromUnicode(converter_.get());
    ucnv_fromUnicode(converter_.get(), &target, bytes.data() + bytes.size(), &source, source + text.length(), nullptr,
                     true, &status);
    Answer answer;
    if (U_FAILURE(status)) {
      char16_t invalid[8];
      std::int8_t length = 8;
      UErrorCode asked = U_ZERO_ERROR;
      ucnv_getInvalidUChars(converter_.get(), invalid, &length, &asked);
      std::string before;
      text.tempSubString(0, static_cast<std::int32_t>(source - text.getBuffer()) - length).toUTF8String(before);
      answer.good = before.size();
      return answer;
    }
    bytes.resize(static_cast<std::size_t>(target - bytes.data()));
    answer.output = std::move(bytes);
    answer.good = utf8.size();
    return answer;
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

/// Whether iconv(3) is GNU libiconv's and not glibc's: it has no EBCDIC. What it does otherwise than glibc stands at
/// the tests that ask.
inline bool is_gnu_libiconv() {
  static const bool is = [] {
    const iconv_t converter = iconv_open("UTF-8", "IBM930");
    if (converter == reinterpret_cast<iconv_t>(-1)) return true;
    iconv_close(converter);
    return false;
  }();
  return is;
}

/// GNU libiconv reads 8160, 8161, 817C, 8191, 8192 and 81CA of CP932 as JIS X 0208 does; here as Microsoft does.
inline std::string with_microsofts_signs(std::string_view text) {
  std::string signs;
  while (!text.empty()) {
    const char32_t character = take_code_point(text);
    switch (character) {
      case 0x301C:
        signs += "\uFF5E";
        break;
      case 0x2016:
        signs += "\u2225";
        break;
      case 0x2212:
        signs += "\uFF0D";
        break;
      case 0x00A2:
        signs += "\uFFE0";
        break;
      case 0x00A3:
        signs += "\uFFE1";
        break;
      case 0x00AC:
        signs += "\uFFE2";
        break;
      default:
        append_code_point(signs, character);
    }
  }
  return signs;
}

class IconvReference {
 public:
  explicit IconvReference(const char* name) : decoder_(iconv_open("UTF-8", name)), encoder_(iconv_open(name, "UTF-8")) {
    if (decoder_ == closed() || encoder_ == closed())
      throw std::runtime_error(std::string("no iconv converter ") + name);
  }
  ~IconvReference() {
    iconv_close(decoder_);
    iconv_close(encoder_);
  }
  IconvReference(const IconvReference&) = delete;
  IconvReference& operator=(const IconvReference&) = delete;

  Answer decode(std::string_view bytes) const { return convert(decoder_, bytes); }
  Answer encode(std::string_view utf8) const { return convert(encoder_, utf8); }

 private:
  static iconv_t closed() { return reinterpret_cast<iconv_t>(-1); }

  static Answer convert(iconv_t converter, std::string_view input) {
    const auto failed = static_cast<std::size_t>(-1);
    std::string in(input);
    std::string out(4 * input.size() + 32, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t in_left = in.size();
    std::size_t out_left = out.size();
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    bool good = iconv(converter, &from, &in_left, &to, &out_left) != failed;
    Answer answer;
    answer.cut = !good && errno == EINVAL;
    good = good && iconv(converter, nullptr, nullptr, &to, &out_left) != failed;
    answer.good = input.size() - in_left;
    out.resize(static_cast<std::size_t>(to - out.data()));
    if (good) answer.output = std::move(out);
    return answer;
  }

  iconv_t decoder_;
  iconv_t encoder_;
};

inline Answer ours_decoded(Charset charset, std::string_view bytes, const TextOptions& options = {}) {
  std::string text;
  const Conversion done = decode(charset, bytes, text, options);
  Answer answer;
  answer.good = done.input_used;
  answer.cut = done.error == TextError::truncated;
  answer.bad = done.error_length;
  if (done.error == TextError::none) answer.output = std::move(text);
  return answer;
}

inline Answer ours_encoded(Charset charset, std::string_view text, const TextOptions& options = {}) {
  std::string bytes;
  const Conversion done = encode(charset, text, bytes, options);
  Answer answer;
  answer.good = done.input_used;
  if (done.error == TextError::none) answer.output = std::move(bytes);
  return answer;
}

inline std::string utf8_of(char32_t code_point) {
  std::string text;
  append_code_point(text, code_point);
  return text;
}

inline std::string one_byte(unsigned code) { return std::string(1, static_cast<char>(code)); }
inline std::string two_bytes(unsigned code) { return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}; }

}  // namespace daicho::test
