// Our CP932 against its two references, code by code: ICU's ibm-943_P15A-2003, from which the tables are read, and
// glibc's CP932. Every difference is listed with its reason, so that a new one is noticed.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <iconv.h>
#include <unicode/ucnv.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "converters/charset.hpp"
#include "converters/utf8.hpp"
#include "tests/support/charset_references.hpp"

using daicho::Charset;
using daicho::Conversion;
using daicho::TextError;

namespace {

/// One conversion by a reference: the converted text, or nothing where it refuses.
using Answer = std::optional<std::string>;

class Icu {
 public:
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open("ibm-943_P15A-2003", &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    REQUIRE(U_SUCCESS(status));
  }
  Answer decode(std::string_view bytes) const {
    UErrorCode status = U_ZERO_ERROR;
    char16_t units[8];
    const std::int32_t length =
        ucnv_toUChars(converter_.get(), units, 8, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string text;
    for (std::int32_t i = 0; i < length; ++i) daicho::append_code_point(text, units[i]);
    return text;
  }
  Answer encode(char16_t unit) const {
    UErrorCode status = U_ZERO_ERROR;
    char bytes[8];
    const std::int32_t length = ucnv_fromUChars(converter_.get(), bytes, sizeof bytes, &unit, 1, &status);
    if (U_FAILURE(status)) return std::nullopt;
    return std::string(bytes, static_cast<std::size_t>(length));
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

class Glibc {
 public:
  Glibc(const char* to, const char* from) : converter_(iconv_open(to, from)) {}
  ~Glibc() { iconv_close(converter_); }
  Glibc(const Glibc&) = delete;
  Glibc& operator=(const Glibc&) = delete;

  Answer convert(std::string input) const {
    char output[16];
    char* in = input.data();
    char* out = output;
    std::size_t in_left = input.size();
    std::size_t out_left = sizeof output;
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) return std::nullopt;
    return std::string(output, static_cast<std::size_t>(out - output));
  }

 private:
  iconv_t converter_;
};

Answer ours_decoded(std::string_view bytes) {
  std::string text;
  const Conversion done = daicho::decode(Charset::cp932, bytes, text);
  if (done.error != TextError::none) return std::nullopt;
  return text;
}

Answer ours_encoded(std::string_view text) {
  std::string bytes;
  const Conversion done = daicho::encode(Charset::cp932, text, bytes);
  if (done.error != TextError::none) return std::nullopt;
  return bytes;
}

std::string one_byte(unsigned code) { return std::string(1, static_cast<char>(code)); }
std::string two_bytes(unsigned code) { return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)}; }

std::string utf8_of(char32_t code_point) {
  std::string text;
  daicho::append_code_point(text, code_point);
  return text;
}

bool is_lead(unsigned byte) { return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC); }

std::string hex(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) digits += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return digits;
}

/// All codes: the single bytes that are no lead bytes, and 60 * 256 pairs.
std::vector<std::string> all_codes() {
  std::vector<std::string> codes;
  for (unsigned byte = 0; byte < 0x100; ++byte) {
    if (!is_lead(byte)) codes.push_back(one_byte(byte));
  }
  for (unsigned code = 0x8000; code <= 0xFFFF; ++code) {
    if (is_lead(code >> 8)) codes.push_back(two_bytes(code));
  }
  return codes;
}

}  // namespace

TEST_CASE("bytes 00-7F are themselves in both directions, the DOS end of file among them") {
  std::string bytes;
  for (unsigned byte = 0; byte < 0x80; ++byte) bytes += one_byte(byte);
  CHECK(ours_decoded(bytes) == bytes);
  CHECK(ours_encoded(bytes) == bytes);
}

TEST_CASE("9,795 codes decode, 398 of them duplicates") {
  std::size_t singles = 0;
  std::size_t pairs = 0;
  std::size_t duplicates = 0;
  for (const std::string& code : all_codes()) {
    std::string text;
    const Conversion done = daicho::decode(Charset::cp932, code, text);
    if (done.error != TextError::none || (code.size() == 2 && daicho::utf16_length(text) == 2)) continue;
    (code.size() == 1 ? singles : pairs) += 1;
    duplicates += done.duplicates;
    const bool comes_back = ours_encoded(text) == code;
    REQUIRE(comes_back == (done.duplicates == 0));
  }
  CHECK(singles == 191);
  CHECK(pairs == 9604);
  CHECK(duplicates == 398);
}

TEST_CASE("the duplicates are NEC's row 13, NEC's selection of IBM's characters and IBM's own repetitions") {
  std::map<std::string, int> groups;
  for (unsigned code = 0x8100; code <= 0xFCFF; ++code) {
    std::string text;
    const Conversion done = daicho::decode(Charset::cp932, two_bytes(code), text);
    if (done.error != TextError::none || done.duplicates == 0) continue;
    REQUIRE(done.duplicates == 1);
    const bool nec13 = code >= 0x8790 && code <= 0x879C;
    const bool nec_selected = code >= 0xED40 && code <= 0xEEFC;
    const bool ibm = code >= 0xFA4A && code <= 0xFA5B;
    ++groups[nec13 ? "NEC row 13" : nec_selected ? "NEC selected" : ibm ? "IBM" : "elsewhere"];
  }
  CHECK(groups == std::map<std::string, int>{{"IBM", 15}, {"NEC row 13", 9}, {"NEC selected", 374}});
}

TEST_CASE("duplicates are counted wherever they stand, and come back as the other code") {
  const std::string bytes = "\x8F\xAC\xED\x40\xEE\xE0\x82\xA0\xFA\x54\x87\x90";
  std::string text;
  const Conversion done = daicho::decode(Charset::cp932, bytes, text);
  CHECK(done.duplicates == 4);
  CHECK(text == "小纊髙あ￢≒");
  CHECK(ours_encoded(text) == "\x8F\xAC\xFA\x5C\xFB\xFC\x82\xA0\x81\xCA\x81\xE0");
}

TEST_CASE("every code decodes as in ICU, but for ICU's rotation of three control codes") {
  const Icu icu;
  std::string different;
  for (const std::string& code : all_codes()) {
    if (ours_decoded(code) != icu.decode(code)) different += hex(code) + " ";
  }
  CHECK(different == "1A 1C 7F ");
}

TEST_CASE("every code decodes as in glibc") {
  const Glibc glibc("UTF-8", "CP932");
  std::string different;
  for (const std::string& code : all_codes()) {
    if (ours_decoded(code) != glibc.convert(code)) different += hex(code) + " ";
  }
  CHECK(different ==
        (daicho::test::is_gnu_libiconv() ? "8160 8161 817C 8191 8192 81CA " : ""));  // with_microsofts_signs
}

TEST_CASE("every two bytes, whether one code, two or none, decode as in glibc and, but for the rotation, in ICU") {
  const Icu icu;
  const Glibc glibc("UTF-8", "CP932");
  const auto rotated = [](unsigned byte) { return byte == 0x1A || byte == 0x1C || byte == 0x7F; };
  for (unsigned code = 0; code <= 0xFFFF; ++code) {
    const Answer ours = ours_decoded(two_bytes(code));
    const std::string name = hex(two_bytes(code));
    CAPTURE(name);
    Answer theirs = glibc.convert(two_bytes(code));
    if (daicho::test::is_gnu_libiconv() && theirs) theirs = daicho::test::with_microsofts_signs(*theirs);
    REQUIRE(ours == theirs);
    if (!rotated(code >> 8) && !rotated(code & 0xFF)) REQUIRE(ours == icu.decode(two_bytes(code)));
  }
}

TEST_CASE("every BMP character is written as ICU writes it, but for the rotation and the similar characters") {
  const Icu icu;
  std::string different;
  std::string similar;
  std::size_t left_out = 0;
  for (char32_t unit = 0; unit < 0x10000; ++unit) {
    if (unit >= 0xD800 && unit <= 0xDFFF) continue;
    std::string bytes;
    const Conversion done = daicho::encode(Charset::cp932, utf8_of(unit), bytes);
    const Answer ours = done.error == TextError::none ? Answer(bytes) : std::nullopt;
    const Answer theirs = icu.encode(static_cast<char16_t>(unit));
    REQUIRE(ours != Answer("\xFC\xFC"));
    const std::string name = fmt::format("{:04X} ", static_cast<unsigned>(unit));
    if (theirs == Answer("")) {  // ICU leaves invisible characters out without a word; to us they are unmappable
      CAPTURE(name);
      CHECK_FALSE(ours.has_value());
      ++left_out;
    } else if (done.similar != 0) {
      CHECK_FALSE(theirs.has_value());
      similar += name;
    } else if (ours != theirs) {
      different += name;
    }
  }
  CHECK(similar == "00A2 00A3 00AC 2014 2016 2212 301C ");
  // U+F86F is a one-way mapping of ICU's, which for private-use characters can't be switched off.
  CHECK(different == "001A 001C 007F F86F ");
  CHECK(left_out == 66);
}

TEST_CASE("every BMP character is written as glibc writes it, but for those whose meaning glibc changes") {
  const Glibc glibc("CP932", "UTF-8");
  std::string different;
  for (char32_t unit = 0; unit < 0x10000; ++unit) {
    if (unit >= 0xD800 && unit <= 0xDFFF) continue;
    if (ours_encoded(utf8_of(unit)) != glibc.convert(utf8_of(unit))) {
      different += fmt::format("{:04X} ", static_cast<unsigned>(unit));
    }
  }
  // GNU libiconv writes what stands in NEC's row 13 and among IBM's additions as the latter (№ as FA59, ￢ as FA54),
  // and has no em dash.
  CHECK(different == (daicho::test::is_gnu_libiconv()
                          ? "2014 2116 2121 2160 2161 2162 2163 2164 2165 2166 2167 2168 2169 3231 FFE2 "
                          : "00A5 203E "));
}
