// CP932 and the three UTFs on broken and random input against ICU and glibc: the same verdict, at the same byte, over
// the same bytes. CP932's codes one by one are cp932_tables_test.cpp's subject.
#include "tests/support/charset_references.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>

using namespace daicho;
using namespace daicho::test;

namespace {

struct Subject {
  Charset charset;
  IcuReference icu;
  IconvReference iconv;
};

const std::array<Subject, 4>& subjects() {
  static const std::array<Subject, 4> all = {{
      {Charset::cp932, IcuReference("ibm-943_P15A-2003"), IconvReference("CP932")},
      {Charset::utf8, IcuReference("UTF-8"), IconvReference("UTF-8")},
      {Charset::utf16le, IcuReference("UTF-16LE"), IconvReference("UTF-16LE")},
      {Charset::utf16be, IcuReference("UTF-16BE"), IconvReference("UTF-16BE")},
  }};
  return all;
}

/// ICU's CP932 turns 1A, 1C and 7F round.
bool is_rotated(Charset charset, std::string_view bytes) {
  return charset == Charset::cp932 && bytes.find_first_of("\x1A\x1C\x7F") != std::string_view::npos;
}

/// glibc still reads the UTF-8 of 1993, up to 31 bits: sequences that begin with F4 90 to FD.
bool is_old_utf8(Charset charset, std::string_view bytes) {
  const auto old = [](char byte) { return static_cast<unsigned char>(byte) >= 0xF4; };
  return charset == Charset::utf8 && std::any_of(bytes.begin(), bytes.end(), old);
}

void compare(const Subject& subject, std::string_view bytes) {
  const Answer ours = ours_decoded(subject.charset, bytes);
  const Answer icu = subject.icu.decode(bytes);
  Answer iconv = subject.iconv.decode(bytes);
  if (is_gnu_libiconv() && subject.charset == Charset::cp932 && iconv.output) {
    iconv.output = with_microsofts_signs(*iconv.output);
  }
  CAPTURE(charset_name(subject.charset));
  CAPTURE(bytes);
  if (!is_old_utf8(subject.charset, bytes)) {
    REQUIRE(ours == iconv);
    REQUIRE(ours.good == iconv.good);
    // glibc's UTF-8 waits for the bytes behind the first two of an overlong form or a surrogate.
    // GNU libiconv knows at once that no code of CP932 begins with EB, EC, EF or FD to FF.
    const bool waits = subject.charset == Charset::utf8 || (is_gnu_libiconv() && subject.charset == Charset::cp932);
    if (!waits) REQUIRE(ours.cut == iconv.cut);
  }
  REQUIRE(ours.output.has_value() == icu.output.has_value());
  if (!is_rotated(subject.charset, bytes)) REQUIRE(ours == icu);
  REQUIRE(ours.good == icu.good);
  REQUIRE(ours.bad == icu.bad);
}

}  // namespace

TEST_CASE("every two bytes have ICU's and glibc's verdict, position and extent") {
  for (const Subject& subject : subjects()) {
    for (unsigned code = 0; code <= 0xFFFF; ++code) compare(subject, two_bytes(code));
  }
}

TEST_CASE("every two bytes before others, which may or may not belong to them") {
  for (const Subject& subject : subjects()) {
    for (unsigned code = 0x8000; code <= 0xFFFF; ++code) {
      compare(subject, two_bytes(code) + "\x80\x80");
      compare(subject, two_bytes(code) + "\x40\xDC" + '\0');
    }
  }
}

TEST_CASE("every code point is written as ICU and glibc write it, beyond the BMP too") {
  for (const Subject& subject : subjects()) {
    const bool unicode = subject.charset != Charset::cp932;
    for (char32_t code_point = unicode ? 0 : 0x10000; code_point <= 0x10FFFF; ++code_point) {
      if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
      const std::string text = utf8_of(code_point);
      const Answer ours = ours_encoded(subject.charset, text);
      REQUIRE(ours.output.has_value() == unicode);
      const Answer icu = subject.icu.encode(text);
      const Answer iconv = subject.iconv.encode(text);
      // Both leave characters of plane 14 out without a word; to us they are unmappable.
      if (icu.output != "") REQUIRE(ours == icu);
      if (iconv.output != "") REQUIRE(ours == iconv);
    }
  }
}

TEST_CASE("random text with random faults has ICU's and glibc's verdict") {
  std::mt19937 random(1993);
  const char* const parts[] = {"A",     "台帳",  "ｱｲｳ", "　　　　　　", "é", "α", "\r\n", "abcdefghijklmnop",
                               "〒①髙", "\uE000"};
  std::size_t good = 0;
  for (int round = 0; round < 40000; ++round) {
    const Subject& subject = subjects()[static_cast<std::size_t>(round) % subjects().size()];
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += parts[random() % std::size(parts)];
    std::string bytes;
    encode(subject.charset, text, bytes);
    for (auto n = random() % 3; n > 0 && !bytes.empty(); --n) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    if (random() % 4 == 0) bytes.resize(bytes.size() - bytes.size() / 5);
    compare(subject, bytes);
    good += ours_decoded(subject.charset, bytes).output.has_value();
  }
  CHECK(good > 10000);
}
