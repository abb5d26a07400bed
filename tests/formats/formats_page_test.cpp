// The worked example of docs/formats.md is what the writer writes.
#include <doctest/doctest.h>

#include <fstream>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

/// The bytes of the page's hexadecimal dump, in which `*` stands for more lines like the one before.
std::string dumped_bytes() {
  std::ifstream page(DAICHO_SOURCE_DIR "/docs/formats.md");
  std::string bytes;
  std::string line;
  bool repeat = false;
  while (std::getline(page, line)) {
    if (line == "*") {
      repeat = true;
      continue;
    }
    const bool dump = line.size() >= 8 && line.find_first_not_of("0123456789abcdef") >= 8 &&
                      (line.size() == 8 || line.compare(8, 2, "  ") == 0);
    if (!dump) continue;
    const std::size_t offset = std::stoul(line.substr(0, 8), nullptr, 16);
    while (repeat && bytes.size() < offset) bytes += std::string(16, ' ');
    repeat = false;
    REQUIRE(bytes.size() == offset);
    for (std::size_t i = 10; i + 2 <= line.size() && i < 57 && line[i] != ' '; i += 3) {
      bytes += static_cast<char>(std::stoul(line.substr(i, 2), nullptr, 16));
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("the worked example of the formats page has the bytes that are written") {
  const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  RecordBlock records(layout->items.size());
  records.append({"132101JUM", "20260401083000000", "USER000001", "00001"});
  records.append({"132101JUM", "20260401083000000", "USER000001", "99999"});
  WriterOptions options;
  options.envelope = {"", "", "132101", "SOUMU", "20260401083000", "1", "20260401", "000007", ""};
  FindingList faults;
  const FormatSpec format = *parse_format_spec("fixed:cp932,envelope=control");
  CHECK(dumped_bytes() == test::write_all(*layout, format, records, faults, options));
}
