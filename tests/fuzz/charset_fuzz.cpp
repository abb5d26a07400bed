// libFuzzer target: our converters, ICU's and iconv's see the same input, and no disagreement is accepted. What each
// library does to single characters in its own way is known code point by code point (tests/converters compares and
// lists them all); here it is found once at the start and left out of the text, so that everything around is compared.
// The first byte chooses charset and direction, the second where the input is cut in two, the rest is the input.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "converters/charset_codecs.hpp"
#include "converters/gaiji_table.hpp"
#include "converters/juki_table.hpp"
#include "converters/repertoire.hpp"
#include "converters/utf8_scan.hpp"
#include "converters/wide_runs.hpp"
#include "tests/support/charset_references.hpp"

namespace {

using namespace daicho;
using namespace daicho::test;

constexpr std::string_view kOldUtf8 = "\xF4\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD";

void require(bool holds) {
  if (!holds) std::abort();
}

bool same(const Conversion& a, const Conversion& b) {
  return a.error == b.error && a.input_used == b.input_used && a.output_written == b.output_written &&
         a.error_length == b.error_length && a.duplicates == b.duplicates && a.similar == b.similar;
}

bool is_ebcdic(Charset charset) { return charset == Charset::ibm930 || charset == Charset::ibm939; }
bool is_jis(Charset charset) { return charset == Charset::shift_jis_2004 || charset == Charset::euc_jis_2004; }

/// The same conversion by the portable loops alone.
template <typename Convert>
void compare_portable(const Conversion& done, const std::string& out, const Convert& convert) {
  std::string portable;
  forbid_wide_runs(true);
  const Conversion again = convert(portable);
  forbid_wide_runs(false);
  require(same(again, done) && portable == out);
}

/// A charset with the libraries that know it.
struct Subject {
  Charset charset;
  std::unique_ptr<IcuReference> icu = nullptr;
  std::unique_ptr<IconvReference> iconv = nullptr;
  std::vector<bool> icu_differs = {};    ///< by code point: written in another way than ours
  std::vector<bool> iconv_differs = {};  ///< by code point
};

const JukiTable& juki_table() {
  static const JukiTable table = [] {
    JukiTable made;
    for (std::uint16_t code = 0x4E00; code < 0x9000; ++code) {
      if (code % 7 != 0) made.add(code, utf8_of(code));
    }
    for (std::uint16_t code = 0xAD00; code < 0xAE00; ++code) {
      made.add(code, utf8_of(0x20000U + code) + (code % 2 == 0 ? "\U000E0100" : ""));
    }
    made.add(0xB000, "一");
    return made;
  }();
  return table;
}

const GaijiTable& gaiji_table() {
  static const GaijiTable table = [] {
    GaijiTable made;
    made.add({0xE000, "𠮷", "", "", ""});
    made.add({0xE001, "葛\U000E0100", "", "", ""});
    made.add({0xE002, "髙", "", "", ""});
    made.add({0xE003, "", "", "", ""});
    made.add({0xE100, "鷗", "", "", ""});
    made.add({0xE101, "〜", "", "", ""});
    made.add({0xE102, "か\u309A", "", "", ""});
    return made;
  }();
  return table;
}

TextOptions plain_options() { return {.juki = &juki_table()}; }

bool is_scalar(char32_t code_point) { return code_point < 0xD800 || code_point > 0xDFFF; }

template <typename Reference>
std::vector<bool> differences(Charset charset, const Reference& reference) {
  const bool jis2004 = charset == Charset::shift_jis_2004 || charset == Charset::euc_jis_2004;
  std::vector<bool> differs(0x110000);
  for (char32_t code_point = 0; code_point < 0x110000; ++code_point) {
    if (code_point == 0x30000) code_point = 0xE0000;  // between the planes that charsets use, samples will do
    if (!is_scalar(code_point)) continue;
    const std::string text = utf8_of(code_point);
    // Where the libraries stop between か and its U+309A, we stop before か.
    const bool joins = jis2004 ? is_variation_selector(code_point) : may_join_previous(code_point);
    differs[code_point] = joins || !(ours_encoded(charset, text) == reference.encode(text));
    if (code_point == 0xE0FFF) break;
  }
  return differs;
}

Subject subject(Charset charset, const char* icu_name, const char* iconv_name) {
  Subject made{charset};
  if (icu_name != nullptr) {
    made.icu = std::make_unique<IcuReference>(icu_name);
    made.icu_differs = differences(charset, *made.icu);
  }
  if (iconv_name != nullptr) {
    made.iconv = std::make_unique<IconvReference>(iconv_name);
    made.iconv_differs = differences(charset, *made.iconv);
  }
  return made;
}

const Subject& subject_of(std::size_t choice) {
  static const std::vector<Subject>* const subjects = [] {
    auto* made = new std::vector<Subject>;
    made->push_back(subject(Charset::cp932, "ibm-943_P15A-2003", "CP932"));
    made->push_back(subject(Charset::utf8, "UTF-8", "UTF-8"));
    made->push_back(subject(Charset::utf16le, "UTF-16LE", "UTF-16LE"));
    made->push_back(subject(Charset::utf16be, "UTF-16BE", "UTF-16BE"));
    made->push_back(subject(Charset::shift_jis_2004, nullptr, "SHIFT_JISX0213"));
    made->push_back(subject(Charset::euc_jis_2004, nullptr, "EUC-JISX0213"));
    made->push_back(subject(Charset::ibm930, "ibm-930_P120-1999", "IBM930"));
    made->push_back(subject(Charset::ibm939, "ibm-939_P120-1999", "IBM939"));
    made->push_back(subject(Charset::juki, nullptr, nullptr));
    return made;
  }();
  return (*subjects)[choice % subjects->size()];
}

/// Undoes what a library makes of some single bytes: ICU's rotation in CP932, iconv's yen and overline.
std::string with_ascii(Charset charset, bool icu, const std::string& text) {
  std::string result;
  for (std::string_view rest = text; !rest.empty();) {
    char32_t code_point = take_code_point(rest);
    if (charset == Charset::cp932 && icu) {
      code_point = code_point == 0x1C ? 0x1A : code_point == 0x7F ? 0x1C : code_point == 0x1A ? 0x7F : code_point;
    }
    if (charset == Charset::shift_jis_2004) {
      code_point = code_point == 0xA5 ? 0x5C : code_point == 0x203E ? 0x7E : code_point;
    }
    append_code_point(result, code_point);
  }
  return result;
}

void compare_decoded(const Conversion& done, const std::string& text, const Answer& theirs, Charset charset, bool icu) {
  require((done.error == TextError::none) == theirs.output.has_value());
  require(done.input_used == theirs.good);
  if (theirs.output) require(text == with_ascii(charset, icu, *theirs.output));
}

/// Reads the input in two pieces, cut anywhere, as a caller with a stream does.
void compare_pieces(Charset charset, std::string_view bytes, std::size_t cut, const Conversion& whole,
                    const std::string& text) {
  TextState state;
  TextOptions options = plain_options();
  options.state = &state;
  std::string read;
  const Conversion first = decode(charset, bytes.substr(0, cut), read, options);
  if (first.error == TextError::illegal) {
    require(whole.error == TextError::illegal && whole.input_used == first.input_used && read == text);
    return;
  }
  const Conversion second = decode(charset, bytes.substr(first.input_used), read, options);
  require(second.error == whole.error && first.input_used + second.input_used == whole.input_used);
  require(first.duplicates + second.duplicates == whole.duplicates && read == text);
}

/// A 外字 table changes private-use characters and nothing else.
void compare_gaiji(Charset charset, std::string_view bytes) {
  std::string plain;
  const Conversion without = decode(charset, bytes, plain, plain_options());
  TextOptions options = plain_options();
  options.gaiji = &gaiji_table();
  std::string text;
  const Conversion with = decode(charset, bytes, text, options);
  require(with.error == without.error && with.input_used == without.input_used);
  require(with.error_length == without.error_length && with.output_written == text.size());
  std::string expected;
  for (std::string_view rest = plain; !rest.empty();) {
    const char32_t code_point = take_code_point(rest);
    const Gaiji* const gaiji = gaiji_table().find(code_point);
    expected += gaiji == nullptr || gaiji->meaning.empty() ? utf8_of(code_point) : gaiji->meaning;
  }
  require(text == expected);
  if (with.error != TextError::none) return;
  std::string back;
  require(encode(charset, text, back, options).error == TextError::none);
  if (with.duplicates == 0) require(back == bytes);
}

void check_cp932_directly(std::string_view bytes, const Conversion& whole, const std::string& text) {
  for (const bool big : {false, true}) {
    std::string units;
    std::string expected;
    const Conversion direct = convert_cp932_to_utf16(big, bytes, units);
    require(encode(big ? Charset::utf16be : Charset::utf16le, text, expected).error == TextError::none);
    require(units == expected && direct.error == whole.error && direct.input_used == whole.input_used);
    std::string back;
    const Conversion written = convert_utf16_to_cp932(big, units, false, back);
    compare_portable(written, back, [&](std::string& out) { return convert_utf16_to_cp932(big, units, false, out); });
    require(direct.error_length == whole.error_length && direct.duplicates == whole.duplicates);
  }
}

void check_fields(const Subject& subject, std::string_view bytes) {
  if (bytes.find_first_of("\x0E\x0F") != std::string_view::npos) return;
  std::string text;
  const Conversion wide = decode(subject.charset, bytes, text, {.form = TextForm::full_width});
  const Answer theirs = subject.icu->decode('\x0E' + std::string(bytes) + '\x0F');
  require((wide.error == TextError::none) == theirs.output.has_value());
  if (wide.error != TextError::truncated) require(wide.input_used + 1 == theirs.good - (theirs.output ? 1 : 0));
  std::string back;
  require(encode(subject.charset, text, back, {.form = TextForm::full_width}).error == TextError::none);
  require(back == bytes.substr(0, wide.input_used));
  text.clear();
  back.clear();
  const Conversion half = decode(subject.charset, bytes, text, {.form = TextForm::half_width});
  require(encode(subject.charset, text, back, {.form = TextForm::half_width}).error == TextError::none);
  require(back == bytes.substr(0, half.input_used));
}

void check_decoding(const Subject& subject, std::string_view bytes, std::size_t cut) {
  TextState state;
  TextOptions options = plain_options();
  options.state = &state;  // libraries do not mind double-byte codes that are left open
  std::string text;
  const Conversion done = decode(subject.charset, bytes, text, options);
  require(is_utf8(text) && done.output_written == text.size());
  compare_portable(done, text, [&](std::string& out) {
    TextState beginning;
    TextOptions anew = options;
    anew.state = &beginning;
    return decode(subject.charset, bytes, out, anew);
  });
  require(done.input_used + done.error_length <= bytes.size());
  require((done.error == TextError::none) == (done.input_used == bytes.size()));
  if (subject.icu) compare_decoded(done, text, subject.icu->decode(bytes), subject.charset, true);
  // glibc still reads the UTF-8 of 1993, up to 31 bits: sequences that begin with F4 90 to FD.
  const bool old_utf8 = subject.charset == Charset::utf8 && bytes.find_first_of(kOldUtf8) != std::string_view::npos;
  if (subject.iconv && !old_utf8) compare_decoded(done, text, subject.iconv->decode(bytes), subject.charset, false);
  compare_pieces(subject.charset, bytes, cut, done, text);
  compare_gaiji(subject.charset, bytes);
  if (subject.charset == Charset::cp932) check_cp932_directly(bytes, done, text);
  if (is_ebcdic(subject.charset)) check_fields(subject, bytes);
  std::string back;
  require(encode(subject.charset, text, back, plain_options()).error == TextError::none);
  if (done.error == TextError::none && !state.shifted) require((back == bytes) == (done.duplicates == 0));
}

// --- writing

std::string without_differences(std::string_view text, const std::vector<bool>& differs) {
  std::string rest;
  while (!text.empty()) {
    const char32_t code_point = take_code_point(text);
    const bool sampled = code_point < 0x30000 || (code_point >= 0xE0000 && code_point < 0xE1000);
    if (sampled && !differs[code_point]) append_code_point(rest, code_point);
  }
  return rest;
}

template <typename Reference>
void compare_encoded(Charset charset, std::string_view text, const Reference& reference,
                     const std::vector<bool>& differs) {
  const std::string common = without_differences(text, differs);
  const Answer ours = ours_encoded(charset, common, plain_options());
  const Answer theirs = reference.encode(common);
  require(ours == theirs);
  require(ours.good == theirs.good);
}

/// The obvious encoder: one character at a time. In JIS X 0213 a character may also be a sequence.
Conversion slowly_encoded(Charset charset, std::string_view text, std::string& bytes) {
  TextState state;
  TextOptions options = plain_options();
  options.state = &state;
  options.gaiji = &gaiji_table();
  Conversion done;
  while (!text.empty()) {
    const std::string_view character = take_whole_character(text);
    const Conversion one = encode(charset, character, bytes, options);
    done.similar += one.similar;
    done.input_used += one.input_used;
    done.error = one.error;
    done.error_length = one.error_length;
    if (one.error != TextError::none) break;
  }
  finish_text(charset, bytes, state);
  done.output_written = bytes.size();
  return done;
}

void check_encoding(const Subject& subject, std::string_view input) {
  std::string bytes;
  TextOptions options = plain_options();
  options.gaiji = &gaiji_table();
  const Conversion done = encode(subject.charset, input, bytes, options);
  require(done.output_written == bytes.size() && done.input_used + done.error_length <= input.size());
  require((done.error == TextError::none) == (done.input_used == input.size()));
  compare_portable(done, bytes, [&](std::string& out) { return encode(subject.charset, input, out, options); });
  std::string valid;
  const Conversion walked = decode(Charset::utf8, input, valid);
  if (done.error == TextError::illegal) require(walked.input_used == done.input_used);
  if (!is_jis(subject.charset) && walked.error == TextError::none) {
    std::string slow;
    require(same(done, slowly_encoded(subject.charset, input, slow)) && bytes == slow);
  }
  if (subject.icu) compare_encoded(subject.charset, valid, *subject.icu, subject.icu_differs);
  if (subject.iconv) compare_encoded(subject.charset, valid, *subject.iconv, subject.iconv_differs);
  std::string read;
  require(decode(subject.charset, bytes, read, options).error == TextError::none);
}

}  // namespace

/// Compares the libraries code point by code point, which takes longer than an input may.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  subject_of(0);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const Subject& subject = subject_of(data[0] >> 1);
  const std::string_view input(reinterpret_cast<const char*>(data) + 2, size - 2);
  if ((data[0] & 1) == 0) {
    check_decoding(subject, input, input.empty() ? 0 : data[1] % (input.size() + 1));
  } else {
    check_encoding(subject, input);
  }
  return 0;
}
