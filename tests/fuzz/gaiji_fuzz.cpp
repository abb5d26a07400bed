// libFuzzer target: no text crashes the loader of 外字 tables; what it takes is consistent, and its faults can be
// shown.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "converters/gaiji.hpp"
#include "converters/repertoire.hpp"
#include "converters/utf8.hpp"
#include "formats/gaiji_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const daicho::MjTable mj = [] {
    daicho::MjTable table;
    table.add({26190, {"邉", "邉\U000E010F"}, 0x9089, 17821, 0});
    table.add({26191, {"邉\U000E0119"}, 0xBD47, 17821, 0});
    table.add({56875, {}, 0, 0, 0});
    return table;
  }();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const daicho::GaijiFile file = daicho::parse_gaiji_file(text, [&]() -> const daicho::MjTable& { return mj; });
  for (const daicho::TableFault& fault : file.faults) {
    if (fault.line == 0 || fault.column == 0) std::abort();
    for (const daicho::Language language : {daicho::Language::ja, daicho::Language::en}) {
      if (!daicho::is_utf8(to_string(fault, "fuzz.csv", language))) std::abort();
    }
  }
  for (const daicho::Gaiji& entry : file.table.entries()) {
    if (!daicho::is_private_use(entry.code_point) || file.table.find(entry.code_point) != &entry) std::abort();
    if (entry.meaning.empty()) continue;
    if (file.table.code_point_of(entry.meaning) != entry.code_point) std::abort();
    std::string_view rest = entry.meaning;
    daicho::take_whole_character(rest);
    if (!rest.empty()) std::abort();
  }
  return 0;
}
