#include "formats/exchanged_columns.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/catalog.hpp"
#include "tests/support/codec_runs.hpp"

using namespace daicho;

namespace {

/// The pairs that reading these rows of kengen shows, by ids.
std::string exchanged(const std::string& header, const std::string& rows) {
  static const Catalog schemas;
  const auto layout = schemas.layout("kengen");
  const FormatSpec format = *parse_format_spec("csv:utf-8,header=id,eol=lf");
  const std::string bytes = header + "\n" + rows;
  const auto source = memory_source(bytes);
  FindingList found;
  const auto reader = make_reader(*layout, format, *source, found);
  ExchangedColumns columns(*layout);
  RecordBlock block(layout->items.size());
  while (reader->read(block)) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      std::vector<Finding> own;
      for (const Finding& each : found.findings) {
        if (each.record == block[i].position().number) own.push_back(each);
      }
      columns.record(block[i], own);
    }
  }
  std::string text;
  for (const auto& [a, b] : columns.pairs()) text += layout->items[a].id + "=" + layout->items[b].id + " ";
  return text;
}

const std::string kHeader = "department_code,updated_at,updated_by,serial_no";

}  // namespace

TEST_CASE("two columns of which each holds the other's values are told") {
  CHECK(exchanged("department_code,updated_by,updated_at,serial_no",
                  "A1,20261120000001500,U1,1\nA2,20261120000001500,U2,2\n") == "updated_at=updated_by ");
  CHECK(exchanged(kHeader, "A1,U1,20261120000001500,1\nA2,U2,20261120000001500,2\n") == "updated_at=updated_by ");
}

TEST_CASE("nothing is told where a record is right, or wrong otherwise") {
  CHECK(exchanged(kHeader, "A1,20261120000001500,U1,1\nA2,20261120000001500,U2,2\n") == "");
  CHECK(exchanged(kHeader, "A1,U1,20261120000001500,1\nA2,20261120000001500,U2,2\n") == "");
  CHECK(exchanged(kHeader, "A1,U1,U1,1\n") == "");
  CHECK(exchanged(kHeader, "A1,U1,20261120000001500,1\nA2,x,20261120000001500000,2\n") == "");
  CHECK(exchanged(kHeader, "") == "");
}

TEST_CASE("a record in which both are absent says nothing") {
  CHECK(exchanged(kHeader, "A1,U1,20261120000001500,1\nA2,,,2\n") == "updated_at=updated_by ");
}
