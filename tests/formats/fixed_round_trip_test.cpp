// What a fixed-width file without findings holds comes back as the same bytes, in every layout and charset.
#include <doctest/doctest.h>

#include <set>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"
#include "tests/support/text_tables.hpp"

using namespace daicho;

namespace {

const Catalog& catalog() {
  static const Catalog schemas;
  return schemas;
}

void check_round_trip(const Layout& layout, const FormatSpec& format, std::uint64_t seed) {
  CAPTURE(layout.id);
  CAPTURE(to_string(format));
  test::RandomRecords random(layout, format.charset, seed);
  const RecordBlock records = random.block(25);
  FindingList faults;
  WriterOptions options;
  options.envelope.from = "132101";
  options.envelope.extent = "1";
  options.text = test::text_options(format.charset);
  const std::string bytes = test::write_all(layout, format, records, faults, options);
  REQUIRE(test::shown(faults.findings) == "");

  const test::ReadFile file = test::read_all(layout, format, bytes, options.text);
  REQUIRE(test::shown(file.findings) == "");
  REQUIRE(file.records.size() == records.size());
  REQUIRE(file.summary.records == records.size());
  REQUIRE(file.summary.bytes == bytes.size());
  RecordBlock again(layout.items.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (std::size_t item = 0; item < layout.items.size(); ++item) {
      CAPTURE(layout.items[item].id);
      REQUIRE(file.records[i][item] == records[i][item]);
    }
    again.append(file.records[i]);
  }
  REQUIRE((test::write_all(layout, format, again, faults, options) == bytes));
}

}  // namespace

TEST_CASE("random records come back from fixed-width files as the same values and the same bytes") {
  std::uint64_t seed = 1;
  for (const char* id : {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"}) {
    const auto layout = catalog().layout(id);
    for (const Charset charset : record_charsets(FileKind::fixed)) {
      for (const LineEnd eol : {LineEnd::crlf, LineEnd::lf, LineEnd::none}) {
        for (const Envelope envelope : {Envelope::none, Envelope::control}) {
          for (const bool bom : {false, true}) {
            if (bom && bom_bytes(charset).empty()) continue;
            FormatSpec format;
            format.charset = charset;
            format.eol = eol;
            format.envelope = envelope;
            format.bom = bom;
            check_round_trip(*layout, format, seed++);
          }
        }
      }
    }
  }
}

TEST_CASE("record sizes are those of the contract") {
  const auto sizes = [](const char* id) {
    const auto layout = catalog().layout(id);
    return std::vector<std::size_t>{layout->record_bytes(Charset::cp932), layout->record_bytes(Charset::utf8),
                                    layout->record_bytes(Charset::utf16le)};
  };
  using Sizes = std::vector<std::size_t>;
  CHECK(sizes("juki") == Sizes{6603, 9733, 6946});
  CHECK(sizes("atena") == Sizes{2341, 3379, 2606});
  CHECK(sizes("kengen") == Sizes{42, 42, 84});
  CHECK(sizes("access-log") == Sizes{702, 982, 844});
  CHECK(sizes("honnin") == Sizes{1584, 2284, 1768});
  CHECK(sizes("soufusaki") == Sizes{3451, 4875, 4054});
}
