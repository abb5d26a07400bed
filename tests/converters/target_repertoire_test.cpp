// The certificate's repertoire against glibc's EUC-JP, whose code sets 1 and 3 are JIS X 0208 and JIS X 0212.
#include "converters/target_repertoire.hpp"

#include <doctest/doctest.h>
#include <iconv.h>

#include <string>
#include <vector>

#include "converters/utf8.hpp"
#include "tests/support/charset_references.hpp"

using daicho::Charset;
using daicho::in_certificate_repertoire;
using daicho::TargetRepertoire;

namespace {

class GlibcEucJp {
 public:
  GlibcEucJp() : converter_(iconv_open("EUC-JP", "UTF-8")) {}
  ~GlibcEucJp() { iconv_close(converter_); }
  GlibcEucJp(const GlibcEucJp&) = delete;
  GlibcEucJp& operator=(const GlibcEucJp&) = delete;

  bool in_jis(std::string character) const {
    char bytes[8];
    char* in = character.data();
    char* out = bytes;
    std::size_t in_left = character.size();
    std::size_t out_left = sizeof bytes;
    iconv(converter_, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter_, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1)) return false;
    const bool half_width_kana = static_cast<unsigned char>(bytes[0]) == 0x8E;
    return out - bytes >= 2 && !half_width_kana;
  }

 private:
  iconv_t converter_;
};

}  // namespace

TEST_CASE("the repertoire is glibc's JIS X 0208 and JIS X 0212, and Windows' forms of six of their characters") {
  const GlibcEucJp glibc;
  std::size_t inside = 0;
  std::vector<char32_t> only_ours;
  std::vector<char32_t> only_glibc;
  for (char32_t code_point = 0x80; code_point < 0x10000; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string character;
    daicho::append_code_point(character, code_point);
    const bool ours = in_certificate_repertoire(character);
    inside += ours ? 1 : 0;
    if (ours && !glibc.in_jis(character)) only_ours.push_back(code_point);
    if (!ours && glibc.in_jis(character)) only_glibc.push_back(code_point);
  }
  // ∥ － ￠ ￡ ￢ as Windows writes them (～ is in glibc's JIS X 0212), and the em dash of newer tables.
  CHECK(only_ours == std::vector<char32_t>{0x2014, 0x2225, 0xFF0D, 0xFFE0, 0xFFE1, 0xFFE2});
  // GNU libiconv's EUC-JP has user-defined characters beside JIS X 0208 and 0212.
  std::vector<char32_t> user_defined;
  for (char32_t code_point = 0xE000; code_point <= 0xE757; ++code_point) user_defined.push_back(code_point);
  CHECK(only_glibc == (daicho::test::is_gnu_libiconv() ? user_defined : std::vector<char32_t>()));
  CHECK(inside == 6879 + 6067 + 6);
}

TEST_CASE("the repertoire of a CP932 file lacks the characters that CP932 lacks") {
  const TargetRepertoire utf16 = TargetRepertoire::certificate(Charset::utf16le);
  const TargetRepertoire cp932 = TargetRepertoire::certificate(Charset::cp932);
  CHECK(utf16.holds("鷗"));
  CHECK_FALSE(cp932.holds("鷗"));
  CHECK(cp932.holds("濵"));
  CHECK(cp932.holds("−"));
}

TEST_CASE("outside: 外字, sequences, half-width characters, and what NEC and IBM added") {
  for (const char* character : {"", "A", "ｱ", "①", "Ⅱ", "㈱", "髙", "﨑", "𠮷", "\uE000", "葛\U000E0100", "亜亜"}) {
    CAPTURE(character);
    CHECK_FALSE(in_certificate_repertoire(character));
  }
}

TEST_CASE("a charset holds what it can write, sequences and characters beyond the BMP among it") {
  const TargetRepertoire cp932 = TargetRepertoire::of_charset(Charset::cp932);
  for (const char* character : {"A", "ｱ", "①", "髙", "﨑", "\uE000", "〜", "−"}) {
    CAPTURE(character);
    CHECK(cp932.holds(character));
  }
  for (const char* character : {"", "𠮷", "鷗", "é", "葛\U000E0100", "\U000F0000", "¥", "‾"}) {
    CAPTURE(character);
    CHECK_FALSE(cp932.holds(character));
  }
  const TargetRepertoire utf8 = TargetRepertoire::of_charset(Charset::utf8);
  for (const char* character : {"A", "𠮷", "葛\U000E0100", "\U000F0000"}) CHECK(utf8.holds(character));
  CHECK_FALSE(utf8.holds(""));
}

TEST_CASE("a text is held where each of its characters is") {
  const TargetRepertoire target = TargetRepertoire::certificate(Charset::utf16be);
  CHECK(target.holds_all(""));
  CHECK(target.holds_all("渡邉　鷗"));
  CHECK_FALSE(target.holds_all("渡邉　𠮷"));
  CHECK_FALSE(target.holds_all("葛\U000E0100"));
}
