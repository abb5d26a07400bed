// Shift_JIS-2004 and EUC-JIS-2004 against iconv's own conversion, code by code and code point by code point. Every
// difference is listed with its reason, so that a new one is noticed. Debian's ICU has neither charset.
#include "converters/jis2004_tables.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/support/charset_references.hpp"

using namespace daicho;
using namespace daicho::test;

namespace {

struct Shape {
  Charset charset;
  const char* iconv_name;
};

const Shape kShapes[] = {{Charset::shift_jis_2004, "SHIFT_JISX0213"}, {Charset::euc_jis_2004, "EUC-JISX0213"}};

std::string hex(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) digits += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return digits;
}

/// All bytes, pairs of bytes and, behind EUC's 8F, triples that are one code.
std::vector<std::string> codes_of(const Shape& shape, const IconvReference& iconv) {
  std::vector<std::string> codes;
  const auto add = [&](const std::string& bytes) {
    const Answer answer = iconv.decode(bytes);
    if (answer.output.has_value()) codes.push_back(bytes);
    return answer.cut;
  };
  for (unsigned first = 0; first < 0x100; ++first) {
    if (!add(one_byte(first))) continue;
    for (unsigned second = 0; second < 0x100; ++second) {
      if (!add(two_bytes(first << 8 | second)) || shape.charset != Charset::euc_jis_2004 || first != 0x8F) continue;
      for (unsigned third = 0; third < 0x100; ++third) add(two_bytes(first << 8 | second) + one_byte(third));
    }
  }
  return codes;
}

}  // namespace

TEST_CASE("11,424 codes, 25 of them two characters and 303 in plane 2, decode as in iconv and come back") {
  for (const Shape& shape : kShapes) {
    CAPTURE(shape.iconv_name);
    const IconvReference iconv(shape.iconv_name);
    std::size_t sequences = 0;
    std::size_t plane2 = 0;
    std::string different;
    const std::vector<std::string> codes = codes_of(shape, iconv);
    for (const std::string& code : codes) {
      std::string text;
      const Conversion done = decode(shape.charset, code, text);
      REQUIRE(done.error == TextError::none);
      REQUIRE(done.duplicates == 0);
      REQUIRE(ours_encoded(shape.charset, text).output == code);
      std::string_view rest = text;
      plane2 += take_code_point(rest) >> 16 == 2;
      sequences += !rest.empty();
      if (Answer(iconv.decode(code)).output != text) different += hex(code) + " ";
    }
    CHECK(codes.size() == 11424);
    CHECK(sequences == 25);
    CHECK(plane2 == 303);
    // JIS X 0201's yen and overline are ASCII's backslash and tilde in data files.
    CHECK(different == (shape.charset == Charset::shift_jis_2004 ? "5C 7E " : ""));
  }
}

TEST_CASE("every two bytes, whether one code, two or none, are judged as iconv judges them") {
  for (const Shape& shape : kShapes) {
    CAPTURE(shape.iconv_name);
    const IconvReference iconv(shape.iconv_name);
    const bool yen = shape.charset == Charset::shift_jis_2004;
    for (unsigned code = 0; code <= 0xFFFF; ++code) {
      const std::string bytes = two_bytes(code);
      CAPTURE(code);
      const Answer ours = ours_decoded(shape.charset, bytes);
      const Answer theirs = iconv.decode(bytes);
      REQUIRE(ours.output.has_value() == theirs.output.has_value());
      REQUIRE(ours.cut == theirs.cut);
      REQUIRE(ours.good == theirs.good);
      if (yen && (bytes.find('\x5C') != std::string::npos || bytes.find('\x7E') != std::string::npos)) continue;
      REQUIRE(ours == theirs);
    }
  }
}

TEST_CASE("every three bytes behind EUC's 8F are judged as iconv judges them") {
  const IconvReference iconv("EUC-JISX0213");
  for (unsigned code = 0; code <= 0xFFFF; ++code) {
    const std::string bytes = '\x8F' + two_bytes(code);
    CAPTURE(code);
    const Answer ours = ours_decoded(Charset::euc_jis_2004, bytes);
    const Answer theirs = iconv.decode(bytes);
    REQUIRE(ours == theirs);
    REQUIRE(ours.cut == theirs.cut);
    REQUIRE(ours.good == theirs.good);
  }
}

TEST_CASE("every code point is written as iconv writes it, but for the similar ones and what iconv changes or drops") {
  for (const Shape& shape : kShapes) {
    CAPTURE(shape.iconv_name);
    const IconvReference iconv(shape.iconv_name);
    std::string similar;
    std::string different;
    std::size_t dropped = 0;
    for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
      if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
      const std::string text = utf8_of(code_point);
      std::string bytes;
      const Conversion done = encode(shape.charset, text, bytes);
      const Answer theirs = iconv.encode(text);
      const std::string name = fmt::format("{:04X} ", static_cast<unsigned>(code_point));
      if (done.similar != 0) {
        CHECK_FALSE(theirs.output.has_value());
        similar += name;
      } else if (theirs.output == "") {  // glibc drops the tags of plane 14 without a word
        CHECK(done.error == TextError::unmappable);
        CHECK((code_point >= 0xE0000 && code_point <= 0xE007F));
        ++dropped;
      } else if ((done.error == TextError::none) != theirs.output.has_value() ||
                 (theirs.output.has_value() && bytes != *theirs.output)) {
        different += name;
      }
    }
    CHECK(similar == "2015 FFE0 FFE1 FFE2 FFE4 ");
    // In GNU libiconv's SHIFT_JISX0213 5C and 7E are the yen sign and the overline alone; in glibc's ASCII's, too.
    const std::string expected = is_gnu_libiconv() ? "005C 007E 00A5 203E " : "00A5 203E ";
    CHECK(different == (shape.charset == Charset::shift_jis_2004 ? expected : ""));
    CHECK(dropped == 128);
  }
}
