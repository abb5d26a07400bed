// What is counted or asked of a text eight bytes at a time, beside the same character by character.
#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>

#include "converters/gaiji.hpp"
#include "converters/target_repertoire.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

std::string random_text(std::mt19937_64& random) {
  constexpr char32_t kSome[] = {U'A',   U'é',   U'東',  U'　',  U'１',   U'ﾟ',  U'髙',   0xE000,   0xF8FF,
                                0xFE00, 0xD7FF, 0xF900, 0xFFFF, 0xE0100, U'𠮷', 0xF0000, 0x10FFFD, 0x10FFFF};
  std::string text;
  for (std::size_t length = random() % 20; length != 0; --length) {
    append_code_point(text, kSome[random() % std::size(kSome)]);
  }
  return text;
}

TEST_CASE("sums over a text are those of its characters") {
  std::mt19937_64 random(3);
  const GaijiSet private_use;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    std::size_t units = 0;
    std::size_t gaiji = 0;
    bool all_held = true;
    for (std::string_view rest = text; !rest.empty();) {
      const std::string_view character = take_character(rest);
      gaiji += private_use.contains(character) ? 1 : 0;
      all_held = all_held && in_certificate_repertoire(character);
      for (std::string_view part = character; !part.empty();) units += take_code_point(part) > 0xFFFF ? 2 : 1;
    }
    CAPTURE(text);
    REQUIRE(utf16_length(text) == units);
    REQUIRE(private_use.count(text) == gaiji);
    REQUIRE(all_in_certificate_repertoire(text) == all_held);
  }
  CHECK(all_in_certificate_repertoire("東京都　１丂"));
}

}  // namespace
}  // namespace daicho
