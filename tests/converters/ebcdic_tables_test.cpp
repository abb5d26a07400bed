// IBM-930 and IBM-939 against ICU, from which the tables are read, and against glibc's IBM930 and IBM939, code by code
// and code point by code point. Every difference is listed with its reason.
#include "converters/ebcdic_tables.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "tests/support/charset_references.hpp"

using namespace daicho;
using namespace daicho::test;

namespace {

struct Set {
  Charset charset;
  const char* icu_name;
  const char* iconv_name;
};

const Set kSets[] = {{Charset::ibm930, "ibm-930_P120-1999", "IBM930"},
                     {Charset::ibm939, "ibm-939_P120-1999", "IBM939"}};

std::string shifted(std::string_view pairs) { return '\x0E' + std::string(pairs) + '\x0F'; }

}  // namespace

TEST_CASE("every single byte is ICU's, and comes back; the shift codes are no characters") {
  for (const Set& set : kSets) {
    CAPTURE(set.icu_name);
    const IcuReference icu(set.icu_name);
    for (unsigned byte = 0; byte < 0x100; ++byte) {
      CAPTURE(byte);
      const Answer field = ours_decoded(set.charset, one_byte(byte), {.form = TextForm::half_width});
      if (byte == kShiftOut || byte == kShiftIn) {
        CHECK_FALSE(field.output.has_value());
        continue;
      }
      REQUIRE(field == icu.decode(one_byte(byte)));
      REQUIRE(field == ours_decoded(set.charset, one_byte(byte)));
      if (!field.output) continue;
      REQUIRE(ours_encoded(set.charset, *field.output).output == one_byte(byte));
      REQUIRE(ours_encoded(set.charset, *field.output, {.form = TextForm::half_width}).output == one_byte(byte));
      std::string wide;
      const Conversion done = encode(set.charset, *field.output, wide, {.form = TextForm::full_width});
      REQUIRE((done.error == TextError::unmappable || done.similar == 1));  // cent, pound and not have full-width ones
    }
  }
}

TEST_CASE("every two bytes of a full-width field are judged as ICU judges them between shift codes, and come back") {
  for (const Set& set : kSets) {
    CAPTURE(set.icu_name);
    const IcuReference icu(set.icu_name);
    std::size_t codes = 0;
    std::size_t private_use = 0;
    for (unsigned code = 0; code <= 0xFFFF; ++code) {
      CAPTURE(code);
      const std::string bytes = two_bytes(code);
      const Answer field = ours_decoded(set.charset, bytes, {.form = TextForm::full_width});
      if (bytes.find_first_of("\x0E\x0F") != std::string::npos) {  // a shift is no part of a field
        REQUIRE_FALSE(field.output.has_value());
        continue;
      }
      REQUIRE(field == icu.decode(shifted(bytes)));
      REQUIRE(field == ours_decoded(set.charset, shifted(bytes)));
      if (!field.output) continue;
      ++codes;
      std::string_view text = *field.output;
      const char32_t character = take_code_point(text);
      private_use += character >= 0xE000 && character <= 0xF8FF;
      REQUIRE(text.empty());
      REQUIRE(ours_encoded(set.charset, *field.output).output == shifted(bytes));
      REQUIRE(ours_encoded(set.charset, *field.output, {.form = TextForm::full_width}).output == bytes);
      REQUIRE_FALSE(ours_encoded(set.charset, *field.output, {.form = TextForm::half_width}).output.has_value());
    }
    CHECK(codes == 11635);
    CHECK(private_use == 4370);
    CHECK(ours_decoded(set.charset, "\x69\x41", {.form = TextForm::full_width}).output == utf8_of(0xE000));
    CHECK(ours_decoded(set.charset, "\x7F\xFE", {.form = TextForm::full_width}).output == utf8_of(0xF111));
  }
}

TEST_CASE("every two bytes of running text are judged as ICU judges them, but for double-byte codes left open") {
  for (const Set& set : kSets) {
    CAPTURE(set.icu_name);
    const IcuReference icu(set.icu_name);
    for (unsigned code = 0; code <= 0xFFFF; ++code) {
      CAPTURE(code);
      const std::string bytes = two_bytes(code);
      const Answer ours = ours_decoded(set.charset, bytes);
      if (bytes[1] == kShiftOut || (bytes[0] == kShiftOut && bytes[1] != kShiftIn)) {
        REQUIRE_FALSE(ours.output.has_value());
        continue;
      }
      REQUIRE(ours == icu.decode(bytes));
      if (!ours.output) REQUIRE(ours.good == icu.decode(bytes).good);
    }
  }
}

TEST_CASE("every code point is written as ICU writes it, but for the similar ones and those that ICU drops") {
  for (const Set& set : kSets) {
    CAPTURE(set.icu_name);
    const IcuReference icu(set.icu_name);
    std::string similar;
    std::string different;
    std::size_t dropped = 0;
    for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
      if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
      const std::string text = utf8_of(code_point);
      std::string bytes;
      const Conversion done = encode(set.charset, text, bytes);
      const Answer theirs = icu.encode(text);
      const std::string name = fmt::format("{:04X} ", static_cast<unsigned>(code_point));
      if (theirs.output == "") {  // ICU leaves invisible characters out without a word; to us they are unmappable
        CHECK(done.error == TextError::unmappable);
        ++dropped;
      } else if (done.similar != 0) {
        CHECK_FALSE(theirs.output.has_value());
        similar += name;
      } else if ((done.error == TextError::none) != theirs.output.has_value() ||
                 (theirs.output.has_value() && bytes != *theirs.output)) {
        different += name;
      }
    }
    CHECK(similar == "2015 2225 FF0D FF5E FFE4 ");
    // A one-way mapping of ICU's, which for private-use characters can't be switched off.
    CHECK(different == "F86F ");
    CHECK(dropped == 4174);
  }
}

TEST_CASE("every single byte decodes as in glibc") {
  if (is_gnu_libiconv()) return;  // which has no EBCDIC
  for (const Set& set : kSets) {
    CAPTURE(set.iconv_name);
    const IconvReference iconv(set.iconv_name);
    std::string different;
    for (unsigned byte = 0; byte < 0x100; ++byte) {
      if (byte == kShiftOut || byte == kShiftIn) continue;
      if (!(ours_decoded(set.charset, one_byte(byte)) == iconv.decode(one_byte(byte)))) {
        different += fmt::format("{:02X} ", byte);
      }
    }
    CHECK(different.empty());
  }
}

TEST_CASE("every double-byte code decodes as in glibc") {
  if (is_gnu_libiconv()) return;  // which has no EBCDIC
  for (const Set& set : kSets) {
    CAPTURE(set.iconv_name);
    const IconvReference iconv(set.iconv_name);
    std::string different;
    for (unsigned code = 0x4040; code <= 0xFFFF; ++code) {
      const std::string bytes = shifted(two_bytes(code));
      if (bytes.find_first_of("\x0E\x0F", 1) != 3) continue;
      if (!(ours_decoded(set.charset, bytes) == iconv.decode(bytes))) different += fmt::format("{:04X} ", code);
    }
    CHECK(different.empty());
  }
}

TEST_CASE("every code point is written as glibc writes it, but for those that glibc changes or drops in silence") {
  if (is_gnu_libiconv()) return;  // which has no EBCDIC
  for (const Set& set : kSets) {
    CAPTURE(set.iconv_name);
    const IconvReference iconv(set.iconv_name);
    std::string different;
    std::size_t changed = 0;
    std::size_t dropped = 0;
    for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
      if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
      const std::string text = utf8_of(code_point);
      const Answer ours = ours_encoded(set.charset, text);
      const Answer theirs = iconv.encode(text);
      if (ours == theirs) continue;
      if (theirs.output == "") {  // the tags of plane 14
        ++dropped;
      } else if (!ours.output && theirs.output && iconv.decode(*theirs.output).output != text) {
        ++changed;  // 鷗 as 鴎, Latin letters with accents as a question mark (or without them), U+F86F as №
      } else {
        different += fmt::format("{:04X} ", static_cast<unsigned>(code_point));
      }
    }
    // glibc writes the backslash as the yen sign and the tilde as the overline, although both sets have all four.
    // U+FFE4 has its place in glibc's IBM939 as U+00A6's, in IBM930 none.
    CHECK(different == (set.charset == Charset::ibm930 ? "005C 007E FFE4 " : "005C 007E "));
    CHECK(changed == 149);
    CHECK(dropped == 128);
  }
}
