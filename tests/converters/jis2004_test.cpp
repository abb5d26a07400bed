// The two shapes of JIS X 0213: faults and their positions, two-character sequences, pieces. The codes themselves are
// compared with iconv's in jis2004_tables_test.cpp.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "converters/jis2004_tables.hpp"
#include "tests/support/charset_references.hpp"

using namespace daicho;
using namespace daicho::test;

namespace {

constexpr Charset kSjis = Charset::shift_jis_2004;
constexpr Charset kEuc = Charset::euc_jis_2004;
constexpr Charset kCharsets[] = {kSjis, kEuc};

struct Failure {
  TextError error;
  std::size_t at;
  std::size_t length;
};

void check_decode_fails(Charset charset, std::string_view bytes, std::string_view before, const Failure& expected) {
  CAPTURE(bytes);
  std::string text;
  const Conversion done = decode(charset, bytes, text);
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(text == before);
  CHECK(done.output_written == before.size());
}

void check_encode_fails(Charset charset, std::string_view text, std::string_view before, const Failure& expected) {
  CAPTURE(text);
  std::string bytes;
  const Conversion done = encode(charset, text, bytes);
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(bytes == before);
}

const CodeTables& tables_of(Charset charset) {
  return charset == kEuc ? euc_jis_2004_tables() : shift_jis_2004_tables();
}

/// Text made of whatever the sequences are made of, of ASCII and of other characters.
std::string random_text(std::mt19937& random, std::size_t characters) {
  std::string text;
  const std::vector<CodeSequence>& sequences = tables_of(kSjis).sequences;
  while (characters-- > 0) {
    const CodeSequence& one = sequences[random() % sequences.size()];
    switch (random() % 8) {
      case 0:
        text += utf8_of(one.first) + utf8_of(one.second);
        break;
      case 1:
        text += utf8_of(one.first);
        break;
      case 2:
        text += "\u02E5\u02E9\u02E5";
        break;
      case 3:
        text += "𠮟";
        break;
      case 4:
        text += "a\\~";
        break;
      case 5:
        text += "\u0300";
        break;
      case 6:
        text += "ｱ";
        break;
      default:
        text += "漢";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("the same text in both shapes") {
  const std::string text = "小ｱ𠀋か\u309A\\~\r\n";
  CHECK(ours_encoded(kSjis, text).output == "\x8F\xAC\xB1\x87\xA0\x82\xF5\\~\r\n");
  CHECK(ours_encoded(kEuc, text).output == "\xBE\xAE\x8E\xB1\xAE\xA2\xA4\xF7\\~\r\n");
  CHECK(ours_encoded(kEuc, "丂").output == "\x8F\xA1\xA2");
  for (const Charset charset : kCharsets) {
    CHECK(ours_decoded(charset, *ours_encoded(charset, text).output).output == text);
  }
}

TEST_CASE("CP932's own kanji are missing here, and their bytes are other kanji") {
  check_encode_fails(kSjis, "髙", "", {TextError::unmappable, 0, 3});
  CHECK(ours_decoded(Charset::cp932, "\xFB\xFC").output == "髙");
  CHECK(ours_decoded(kSjis, "\xFB\xFC").output == "騠");
}

TEST_CASE("decoding stops at the exact byte") {
  check_decode_fails(kSjis, "a\x80", "a", {TextError::illegal, 1, 1});
  check_decode_fails(kSjis, "\x8F\xAC\x8F\r\n", "小", {TextError::illegal, 2, 1});
  check_decode_fails(kSjis, "\x8F\xAC\x8F", "小", {TextError::truncated, 2, 1});
  check_decode_fails(kSjis, "\xFC\xFC", "", {TextError::illegal, 0, 2});
  check_decode_fails(kEuc, "\xBE\xAE\xBE\r\n", "小", {TextError::illegal, 2, 1});
  check_decode_fails(kEuc, "\xBE\xAE\x8E\xE0", "小", {TextError::illegal, 2, 1});
  check_decode_fails(kEuc, "\x8F\xA1\r\n", "", {TextError::illegal, 0, 2});
  check_decode_fails(kEuc, "\x8F\xA1", "", {TextError::truncated, 0, 2});
  check_decode_fails(kEuc, "\x8F", "", {TextError::truncated, 0, 1});
  check_decode_fails(kEuc, "\x8F\xA2\xA1", "", {TextError::illegal, 0, 3});
}

TEST_CASE("encoding stops at the exact character") {
  check_encode_fails(kSjis, "小葛\U000E0100", "\x8F\xAC", {TextError::unmappable, 3, 7});
  check_encode_fails(kSjis, "小\uFE00", "", {TextError::unmappable, 0, 6});
  check_encode_fails(kSjis, "abc\uFE00", "abc", {TextError::unmappable, 3, 3});
  check_encode_fails(kSjis, "\uFE00", "", {TextError::unmappable, 0, 3});
  check_encode_fails(kSjis, "か\u309A\uFE00", "\x82\xA9", {TextError::unmappable, 3, 6});
  check_encode_fails(kEuc, "小\xE3\x81", "\xBE\xAE", {TextError::illegal, 3, 2});
  check_encode_fails(kEuc, "\xED\xA0\x80", "", {TextError::illegal, 0, 1});
  check_encode_fails(kEuc, "\u00A5", "", {TextError::unmappable, 0, 2});
}

TEST_CASE("a base of a sequence stands alone where nothing joins it: at the end, before another, before itself") {
  CHECK(ours_encoded(kSjis, "か").output == "\x82\xA9");
  CHECK(ours_encoded(kSjis, "かか\u309A").output == "\x82\xA9\x82\xF5");
  CHECK(ours_encoded(kSjis, "か\u0300").output == "\x82\xA9\x86\x7B");
  CHECK(ours_encoded(kSjis, "\u02E9\u02E5\u02E9").output == "\x86\x85\x86\x84");
  CHECK(ours_encoded(kSjis, "\u02E5\u02E5\u02E9").output == "\x86\x80\x86\x86");
}

TEST_CASE("two codes that writing would join are counted, because the bytes do not come back") {
  for (const Charset charset : kCharsets) {
    std::vector<std::string> parts;
    for (const CodeSequence& one : tables_of(charset).sequences) {
      for (const std::string& part :
           {utf8_of(one.first), utf8_of(one.second), utf8_of(one.first) + utf8_of(one.second)}) {
        if (const Answer code = ours_encoded(charset, part); code.output) parts.push_back(*code.output);
      }
    }
    parts.emplace_back("x");
    std::size_t joined = 0;
    for (const std::string& first : parts) {
      for (const std::string& second : parts) {
        for (const std::string& third : parts) {
          const std::string bytes = first + second + third;
          std::string text;
          const Conversion done = decode(charset, bytes, text);
          REQUIRE(done.error == TextError::none);
          REQUIRE((done.duplicates == 0) == (ours_encoded(charset, text).output == bytes));
          joined += done.duplicates;
          for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            TextState state;
            std::string read;
            const Conversion one = decode(charset, bytes.substr(0, cut), read, {.state = &state});
            const Conversion other = decode(charset, bytes.substr(one.input_used), read, {.state = &state});
            REQUIRE(read == text);
            REQUIRE(one.duplicates + other.duplicates == done.duplicates);
          }
        }
      }
    }
    CHECK(joined > 1000);
  }
}

TEST_CASE("text in pieces is written as the whole is, cut before any character that joins no other") {
  std::mt19937 random(2004);
  for (int round = 0; round < 400; ++round) {
    const Charset charset = kCharsets[round % 2];
    const std::string text = random_text(random, random() % 12);
    const Answer whole = ours_encoded(charset, text);
    REQUIRE(whole.output);
    for (std::string_view rest = text; !rest.empty();) {
      const std::size_t cut = text.size() - rest.size();
      if (may_join_previous(take_code_point(rest))) continue;
      REQUIRE(*ours_encoded(charset, text.substr(0, cut)).output + *ours_encoded(charset, text.substr(cut)).output ==
              *whole.output);
    }
  }
}

TEST_CASE("random text is written, and random bytes are judged, as iconv does it") {
  std::mt19937 random(213);
  const IconvReference sjis("SHIFT_JISX0213");
  const IconvReference euc("EUC-JISX0213");
  std::size_t good = 0;
  for (int round = 0; round < 40000; ++round) {
    const Charset charset = kCharsets[round % 2];
    const IconvReference& iconv = charset == kEuc ? euc : sjis;
    const std::string text = random_text(random, random() % 20);
    std::string bytes = *ours_encoded(charset, text).output;
    const bool only_yen = is_gnu_libiconv() && charset == kSjis && text.find_first_of("\\~") != std::string::npos;
    if (!only_yen) REQUIRE(iconv.encode(text).output == bytes);
    for (auto n = random() % 3; n > 0 && !bytes.empty(); --n) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    const Answer ours = ours_decoded(charset, bytes);
    const Answer theirs = iconv.decode(bytes);
    REQUIRE(ours.output.has_value() == theirs.output.has_value());
    REQUIRE(ours.good == theirs.good);
    REQUIRE(ours.cut == theirs.cut);
    const bool yen = charset == kSjis && bytes.find_first_of("\\~") != std::string::npos;
    if (!yen) REQUIRE(ours == theirs);
    good += theirs.output.has_value();
  }
  CHECK(good > 10000);
}
