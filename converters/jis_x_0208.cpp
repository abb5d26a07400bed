#include "converters/jis_x_0208.hpp"

#include <memory>
#include <string>
#include <string_view>

#include "converters/cp932_tables.hpp"
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

std::unique_ptr<const Repertoire> make_jis_x_0208() {
  auto repertoire = std::make_unique<Repertoire>();
  constexpr unsigned kRowOfNec = 13;  // ① Ⅰ ㈱ ...: NEC's, not the standard's
  for (unsigned row = 1; row <= 84; ++row) {
    if (row == kRowOfNec) continue;
    for (unsigned cell = 1; cell <= 94; ++cell) {
      const Cp932Entry entry = cp932_tables().pair[shift_jis_code(row, cell)];
      if (entry == 0) continue;
      const std::string bytes = {static_cast<char>(entry & 0xFF), static_cast<char>(entry >> 8 & 0xFF),
                                 static_cast<char>(entry >> 16 & 0xFF)};
      std::string_view character = bytes;
      repertoire->set(take_code_point(character));
    }
  }
  for (char32_t character = 0x80; character < 0x10000; ++character) {
    if (cp932_similar(character) != 0) repertoire->set(character);
  }
  return repertoire;
}

}  // namespace

const std::bitset<0x10000>& jis_x_0208() {
  static const std::unique_ptr<const Repertoire> repertoire = make_jis_x_0208();
  return *repertoire;
}

}  // namespace daicho
