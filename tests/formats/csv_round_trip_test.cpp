// What a CSV file in its spec's own quoting, header and line end holds comes back as the same bytes.
#include <doctest/doctest.h>

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

/// With quote=none a value must not need quotes; CSV has no way to write it.
void take_off_commas(std::vector<std::string>& values) {
  for (std::string& value : values) {
    for (char& c : value) {
      if (c == ',' || c == '"') c = '.';
    }
  }
}

RecordBlock records_for(const Layout& layout, const FormatSpec& format, std::uint64_t seed) {
  test::RandomRecords random(layout, format.charset, seed);
  RecordBlock records(layout.items.size());
  for (std::uint64_t i = 0; i < 20; ++i) {
    std::vector<std::string> values = random.next();
    if (format.quote == Quote::none) take_off_commas(values);
    records.append(values, {i + 1, 0, 0});
  }
  return records;
}

void check_round_trip(const Layout& layout, const FormatSpec& format, std::uint64_t seed) {
  CAPTURE(layout.id);
  CAPTURE(to_string(format));
  const RecordBlock records = records_for(layout, format, seed);
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
  REQUIRE(file.summary.bytes == bytes.size());
  RecordBlock again(layout.items.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (std::size_t item = 0; item < layout.items.size(); ++item) {
      CAPTURE(layout.items[item].id);
      REQUIRE(file.records[i][item] == records[i][item]);
    }
    // A record's bytes stand where its position says.
    REQUIRE(bytes.substr(file.positions[i].offset, file.raw[i].size()) == file.raw[i]);
    again.append(file.records[i]);
  }
  REQUIRE((test::write_all(layout, format, again, faults, options) == bytes));
}

}  // namespace

TEST_CASE("random records come back from CSV files as the same values and the same bytes") {
  std::uint64_t seed = 1;
  for (const char* id : {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"}) {
    const auto layout = catalog().layout(id);
    for (const Charset charset : record_charsets(FileKind::csv)) {
      for (const Quote quote : {Quote::minimal, Quote::all, Quote::none}) {
        for (const Header header : {Header::id, Header::name, Header::none}) {
          FormatSpec format = default_format(FileKind::csv);
          format.charset = charset;
          format.quote = quote;
          format.header = header;
          format.eol = seed % 2 == 0 ? LineEnd::crlf : LineEnd::lf;
          format.bom = seed % 3 == 0 && !bom_bytes(charset).empty();
          format.envelope = seed % 5 == 0 ? Envelope::control : Envelope::none;
          check_round_trip(*layout, format, seed++);
        }
      }
    }
  }
}
