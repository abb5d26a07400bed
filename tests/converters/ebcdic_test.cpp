// EBCDIC in running text and in fields: shift codes, forms, faults and pieces. The codes themselves are compared with
// their references in ebcdic_tables_test.cpp.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "converters/utf8.hpp"
#include "tests/support/charset_references.hpp"

using namespace daicho;
using namespace daicho::test;

namespace {

constexpr Charset kCharsets[] = {Charset::ibm930, Charset::ibm939};

struct Failure {
  TextError error;
  std::size_t at;
  std::size_t length;
};

void check_decode_fails(TextForm form, std::string_view bytes, std::string_view before, const Failure& expected) {
  CAPTURE(bytes);
  std::string text;
  const Conversion done = decode(Charset::ibm939, bytes, text, {.form = form});
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(text == before);
  CHECK(done.output_written == before.size());
}

void check_encode_fails(TextForm form, std::string_view text, std::string_view before, const Failure& expected) {
  CAPTURE(text);
  std::string bytes;
  const Conversion done = encode(Charset::ibm939, text, bytes, {.form = form});
  CHECK(done.error == expected.error);
  CHECK(done.input_used == expected.at);
  CHECK(done.error_length == expected.length);
  CHECK(bytes == before);
  CHECK(done.output_written == before.size());
}

std::string sample(std::mt19937& random, std::size_t size) {
  static const char* const kPieces[] = {"A", "9", "ｱ", "、", "台帳", "台", "　", "\r\n", "\U0000E000", "¥", " "};
  std::string text;
  while (text.size() < size) text += kPieces[random() % std::size(kPieces)];
  return text;
}

}  // namespace

TEST_CASE("running text switches with shift codes and ends in the single-byte state") {
  CHECK(ours_encoded(Charset::ibm939, "A台帳1\r\n").output == "\xC1\x0E\x47\x78\x4D\xC5\x0F\xF1\x0D\x25");
  CHECK(ours_encoded(Charset::ibm939, "台\r\n").output == "\x0E\x47\x78\x0F\x0D\x25");
  CHECK(ours_encoded(Charset::ibm939, "台").output == "\x0E\x47\x78\x0F");
  CHECK(ours_encoded(Charset::ibm930, "a\xEF\xBD\xB1").output == "\x62\x81");
  CHECK(ours_encoded(Charset::ibm939, "a\xEF\xBD\xB1").output == "\x81\x59");
  CHECK(ours_decoded(Charset::ibm939, "\xC1\x0E\x47\x78\x4D\xC5\x0F\xF1\x0D\x25").output == "A台帳1\r\n");
}

TEST_CASE("line ends are 0D 25, and NEL stays another character") {
  for (const Charset charset : kCharsets) {
    CHECK(ours_encoded(charset, "\r\n\u0085").output == "\x0D\x25\x15");
    CHECK(ours_decoded(charset, "\x0D\x25\x15").output == "\r\n\u0085");
  }
}

TEST_CASE("a field holds no shift codes: its picture says how wide its codes are") {
  for (const Charset charset : kCharsets) {
    CHECK(ours_encoded(charset, "台帳　", {.form = TextForm::full_width}).output == "\x47\x78\x4D\xC5\x40\x40");
    CHECK(ours_decoded(charset, "\x47\x78\x4D\xC5\x40\x40", {.form = TextForm::full_width}).output == "台帳　");
    CHECK(ours_encoded(charset, "A1 ", {.form = TextForm::half_width}).output == "\xC1\xF1\x40");
    CHECK(ours_decoded(charset, "\xC1\xF1\x40", {.form = TextForm::half_width}).output == "A1 ");
  }
  check_encode_fails(TextForm::full_width, "台A帳", "\x47\x78", {TextError::unmappable, 3, 1});
  check_encode_fails(TextForm::half_width, "A台", "\xC1", {TextError::unmappable, 1, 3});
  check_decode_fails(TextForm::half_width, "\xC1\x0E\x47\x78\x0F", "A", {TextError::illegal, 1, 1});
  check_decode_fails(TextForm::full_width, "\x47\x78\x0F", "台", {TextError::illegal, 2, 1});
  check_decode_fails(TextForm::full_width, "\x47\x78\x4D", "台", {TextError::truncated, 2, 1});
}

TEST_CASE("a character that a full-width field has only as a similar one is written so, and counted") {
  std::string bytes;
  const Conversion done = encode(Charset::ibm939, "～￠¢", bytes, {.form = TextForm::full_width});
  CHECK(done.error == TextError::none);
  CHECK(done.similar == 2);
  CHECK(bytes == "\x43\xA1\x43\x4A\x43\x4A");
  check_encode_fails(TextForm::half_width, "￠", "", {TextError::unmappable, 0, 3});
}

TEST_CASE("the shift codes are no characters, on writing either") {
  check_encode_fails(TextForm::text, "A\x0E", "\xC1", {TextError::unmappable, 1, 1});
  check_encode_fails(TextForm::text, "台\x0F", "\x0E\x47\x78\x0F", {TextError::unmappable, 3, 1});
}

TEST_CASE("a base and its selector are one faulty character, and the text before it is closed") {
  check_encode_fails(TextForm::text, "A台葛\U000E0100", "\xC1\x0E\x47\x78\x0F", {TextError::unmappable, 4, 7});
  check_encode_fails(TextForm::text, "A\uFE00", "\xC1", {TextError::unmappable, 1, 3});
  check_encode_fails(TextForm::text, "\uFE00", "", {TextError::unmappable, 0, 3});
}

TEST_CASE("broken double-byte codes: a byte that can't end one is no part of the fault") {
  check_decode_fails(TextForm::text, "\xC1\x0E\x47\x78\x47\x0F", "A台", {TextError::illegal, 4, 1});
  check_decode_fails(TextForm::text, "\x0E\x47\x78\x0D\x25", "台", {TextError::illegal, 3, 1});
  check_decode_fails(TextForm::text, "\x0E\x47\x78\xFE\xFE\x0F", "台", {TextError::illegal, 3, 2});
  check_decode_fails(TextForm::text, "\xC1\x41", "A", {TextError::illegal, 1, 1});
}

TEST_CASE("double-byte codes that nothing closes are truncated from their shift code, half a code or not") {
  check_decode_fails(TextForm::text, "\xC1\x0E\x47\x78", "A", {TextError::truncated, 1, 3});
  check_decode_fails(TextForm::text, "\xC1\x0E\x47\x78\x4D", "A", {TextError::truncated, 1, 4});
  check_decode_fails(TextForm::text, "\xC1\x0E\x47\x78\x0F\x0E", "A台", {TextError::truncated, 5, 1});
}

TEST_CASE("shift codes that would not be written again are counted, because the bytes do not come back") {
  const auto duplicates = [](std::string_view bytes) {
    std::string text;
    const Conversion done = decode(Charset::ibm939, bytes, text);
    CHECK(done.error == TextError::none);
    CHECK((done.duplicates == 0) == (ours_encoded(Charset::ibm939, text).output == bytes));
    return done.duplicates;
  };
  CHECK(duplicates("\xC1\x0E\x47\x78\x0F\xC1") == 0);
  CHECK(duplicates("\xC1\x0F\xC1") == 1);
  CHECK(duplicates("\x0E\x0F") == 1);
  CHECK(duplicates("\x0E\x47\x78\x0F\x0E\x47\x78\x0F") == 1);
  CHECK(duplicates("\x0E\x47\x78\x0E\x47\x78\x0F") == 1);
  CHECK(duplicates("\x0E\x0E\x47\x78\x0F\x0F") == 2);
}

TEST_CASE("text in pieces, cut at every byte, reads as the whole does") {
  std::mt19937 random(930);
  for (const Charset charset : kCharsets) {
    for (int round = 0; round < 60; ++round) {
      const std::string bytes = *ours_encoded(charset, sample(random, random() % 40)).output;
      const std::string text = *ours_decoded(charset, bytes).output;
      for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        TextState state;
        std::string read;
        const Conversion first = decode(charset, bytes.substr(0, cut), read, {.state = &state});
        REQUIRE((first.error == TextError::none || first.error == TextError::truncated));
        const Conversion second = decode(charset, bytes.substr(first.input_used), read, {.state = &state});
        REQUIRE(second.error == TextError::none);
        REQUIRE(first.duplicates + second.duplicates == 0);
        REQUIRE_FALSE(state.shifted);
        REQUIRE(read == text);
      }
    }
  }
}

TEST_CASE("text in pieces, cut at every character, is written as the whole is") {
  std::mt19937 random(939);
  for (const Charset charset : kCharsets) {
    for (int round = 0; round < 60; ++round) {
      const std::string text = sample(random, random() % 40);
      const std::string bytes = *ours_encoded(charset, text).output;
      for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        if (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) continue;
        TextState state;
        std::string written;
        REQUIRE(encode(charset, text.substr(0, cut), written, {.state = &state}).error == TextError::none);
        REQUIRE(encode(charset, text.substr(cut), written, {.state = &state}).error == TextError::none);
        finish_text(charset, written, state);
        REQUIRE(written == bytes);
        REQUIRE_FALSE(state.shifted);
      }
    }
  }
}

TEST_CASE("a fault between pieces leaves the state as it was before the fault") {
  TextState state;
  std::string bytes;
  const Conversion done = encode(Charset::ibm939, "台鷗帳", bytes, {.state = &state});
  CHECK(done.error == TextError::unmappable);
  CHECK(done.input_used == 3);
  CHECK(bytes == "\x0E\x47\x78");
  encode(Charset::ibm939, "〓帳", bytes, {.state = &state});
  finish_text(Charset::ibm939, bytes, state);
  CHECK(bytes == "\x0E\x47\x78\x44\x7D\x4D\xC5\x0F");
}

TEST_CASE("random bytes are judged as ICU judges them, wherever no double-byte codes are left open") {
  std::mt19937 random(120);
  const IcuReference icu930("ibm-930_P120-1999");
  const IcuReference icu939("ibm-939_P120-1999");
  std::size_t good = 0;
  for (int round = 0; round < 40000; ++round) {
    const Charset charset = kCharsets[round % 2];
    std::string bytes = *ours_encoded(charset, sample(random, random() % 60)).output;
    for (auto n = random() % 3; n > 0 && !bytes.empty(); --n) {
      bytes[random() % bytes.size()] =
          random() % 4 == 0 ? "\x0E\x0F\xFF\x25"[random() % 4] : static_cast<char>(random());
    }
    const Answer theirs = (charset == Charset::ibm930 ? icu930 : icu939).decode(bytes);
    TextState state;
    std::string text;
    const Conversion done = decode(charset, bytes, text, {.state = &state});
    REQUIRE((done.error == TextError::none) == theirs.output.has_value());
    REQUIRE(done.input_used == theirs.good);
    if (theirs.output) REQUIRE(text == *theirs.output);
    good += theirs.output.has_value();
  }
  CHECK(good > 10000);
}
