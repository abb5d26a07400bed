// The committed table of 住基ネット統一文字 as a charset: every code of it, both ways.
#include <doctest/doctest.h>

#include <string>

#include "converters/utf8.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"

using namespace daicho;

TEST_CASE("all 19,563 codes of the 文字情報一覧表 are read, and all but the second code of 々 come back") {
  const Catalog catalog;
  const CharacterTables tables(catalog);
  const TextOptions options = tables.text_options(Charset::juki);
  std::size_t codes = 0;
  std::string duplicates;
  for (const MjCharacter& row : tables.mj().rows()) {
    if (row.juki_code == 0) continue;
    const std::string bytes = {static_cast<char>(row.juki_code >> 8), static_cast<char>(row.juki_code & 0xFF)};
    CAPTURE(row.number);
    std::string text;
    const Conversion read = decode(Charset::juki, bytes, text, options);
    REQUIRE(read.error == TextError::none);
    REQUIRE(text == row.sequences.front());
    std::string back;
    REQUIRE(encode(Charset::juki, text, back, options).error == TextError::none);
    REQUIRE((back == bytes) == (read.duplicates == 0));
    if (read.duplicates != 0) duplicates += text;
    ++codes;
  }
  CHECK(codes == 19563);
  CHECK(duplicates == "々");  // J+3005 is 々 by itself, J+AD1D by the table
}

TEST_CASE("J+AC00-ACFF and what the table lacks are no characters, Hangul least of all") {
  const Catalog catalog;
  const CharacterTables tables(catalog);
  const TextOptions options = tables.text_options(Charset::juki);
  std::size_t known = 0;
  for (unsigned code = 0xAC00; code <= 0xD6FF; ++code) {
    const std::string bytes = {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    std::string text;
    const Conversion read = decode(Charset::juki, bytes, text, options);
    REQUIRE((code >= 0xAD00 || read.error == TextError::illegal));
    if (read.error != TextError::none) continue;
    ++known;
    std::string_view rest = text;
    const char32_t character = take_code_point(rest);
    REQUIRE_FALSE((character >= 0xAC00 && character <= 0xD7A3));
  }
  CHECK(known == 5170);
  std::string bytes;
  CHECK(encode(Charset::juki, "가", bytes, options).error == TextError::unmappable);
}
