// The characters that a certificate of 公的個人認証 may show: JIS X 0208 (第1・第2水準) and JIS X 0212 (補助漢字).
//
// JIS X 0208 is taken from our CP932 tables (rows 1-8 and 16-84, 6,879 characters), so that the full-width forms of
// Windows (U+FF0D, U+FF5E, ...) that registers hold count as inside; the spellings of the standard itself (U+2212,
// U+301C, ...) do too. JIS X 0212 is what ICU's ISO-2022-JP-1 decodes after ESC $ ( D, 6,067 characters. Neither needs
// a file of iconv's on the machine; the test compares both with glibc's EUC-JP.
#include <unicode/ucnv.h>

#include <bitset>
#include <memory>
#include <stdexcept>
#include <string>

#include "converters/cp932_tables.hpp"
#include "converters/substitute.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

using Repertoire = std::bitset<0x10000>;

/// The Shift_JIS code of a row and a cell (1-94) of a 94x94 set.
constexpr unsigned shift_jis_code(unsigned row, unsigned cell) {
  const unsigned lead = (row - 1) / 2 + (row <= 62 ? 0x81 : 0xC1);
  const unsigned trail = row % 2 == 0 ? cell + 0x9E : cell + (cell <= 63 ? 0x3F : 0x40);
  return lead << 8 | trail;
}
static_assert(shift_jis_code(1, 1) == 0x8140 && shift_jis_code(16, 1) == 0x889F && shift_jis_code(84, 6) == 0xEAA4);

void add_jis_x_0208(Repertoire& repertoire) {
  constexpr unsigned kRowOfNec = 13;  // ① Ⅰ ㈱ ...: NEC's, not the standard's
  for (unsigned row = 1; row <= 84; ++row) {
    if (row == kRowOfNec) continue;
    for (unsigned cell = 1; cell <= 94; ++cell) {
      const Cp932Entry entry = cp932_tables().pair[shift_jis_code(row, cell)];
      if (entry == 0) continue;
      const std::string bytes = {static_cast<char>(entry & 0xFF), static_cast<char>(entry >> 8 & 0xFF),
                                 static_cast<char>(entry >> 16 & 0xFF)};
      std::string_view character = bytes;
      repertoire.set(take_code_point(character));
    }
  }
  for (char32_t character = 0x80; character < 0x10000; ++character) {
    if (cp932_similar(character) != 0) repertoire.set(character);
  }
}

void add_jis_x_0212(Repertoire& repertoire) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open("ISO_2022,locale=ja,version=1", &status),
                                                                     ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot open ISO-2022-JP-1: ") + u_errorName(status));
  for (unsigned row = 1; row <= 94; ++row) {
    for (unsigned cell = 1; cell <= 94; ++cell) {
      const char bytes[6] = {0x1B, '$', '(', 'D', static_cast<char>(0x20 + row), static_cast<char>(0x20 + cell)};
      char16_t units[4];
      status = U_ZERO_ERROR;
      if (ucnv_toUChars(converter.get(), units, 4, bytes, sizeof bytes, &status) == 1 && U_SUCCESS(status)) {
        repertoire.set(units[0]);
      }
    }
  }
}

std::unique_ptr<const Repertoire> make_repertoire() {
  auto repertoire = std::make_unique<Repertoire>();
  add_jis_x_0208(*repertoire);
  add_jis_x_0212(*repertoire);
  return repertoire;
}

}  // namespace

bool in_certificate_repertoire(std::string_view character, Charset charset) {
  static const std::unique_ptr<const Repertoire> repertoire = make_repertoire();
  if (character.empty()) return false;
  std::string_view rest = character;
  const char32_t code_point = take_code_point(rest);
  if (!rest.empty() || code_point > 0xFFFF || !repertoire->test(code_point)) return false;
  if (charset != Charset::cp932) return true;
  return cp932_tables().code_of[code_point] != 0 || cp932_similar(code_point) != 0;
}

}  // namespace daicho
