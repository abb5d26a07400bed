#include "cli/format_options.hpp"

#include <doctest/doctest.h>

#include "formats/catalog.hpp"
#include "formats/error.hpp"

using namespace daicho;

namespace {

const Layout& juki() {
  static const Catalog schemas;
  return *schemas.layout("juki");
}

}  // namespace

TEST_CASE("--items are found by id, name or alias and keep their order") {
  const auto items = parse_items(juki(), "漢字氏名,addressee_no");
  REQUIRE(items.size() == 2);
  CHECK(juki().items[items[0]].id == "name_kanji");
  CHECK(juki().items[items[1]].id == "addressee_no");
  const Layout part = layout_of_items(juki(), items);
  CHECK(part.items.size() == 2);
  CHECK_FALSE(part.key.has_value());
}

TEST_CASE("--items refuses 個人番号, repetitions and what is no item") {
  CHECK_THROWS_AS(parse_items(juki(), "addressee_no,individual_no"), RefusedError);
  CHECK_THROWS_AS(parse_items(juki(), "個人番号"), RefusedError);
  CHECK_THROWS_WITH_AS(parse_items(juki(), "addressee_no,宛名番号"), "--items names '宛名番号' twice", UsageError);
  CHECK_THROWS_AS(parse_items(juki(), "addressee_no,"), UsageError);
  CHECK_THROWS_AS(parse_items(juki(), "colour"), UsageError);
}

TEST_CASE("words of --envelope replace fields and leave the others") {
  EnvelopeHeader header;
  header.from = "132101";
  header.serial = "000001";
  apply_envelope_words("serial=000002,to=JLIS", header);
  CHECK(header.from == "132101");
  CHECK(header.to == "JLIS");
  CHECK(header.serial == "000002");
  apply_envelope_words("to=", header);
  CHECK(header.to == "");
  for (const char* wrong : {"colour=red", "to", "serial", "=1", "to=a,,"}) {
    CHECK_THROWS_AS(apply_envelope_words(wrong, header), UsageError);
  }
}

TEST_CASE("--to names a format, --from may be auto") {
  CHECK(parse_output_format("csv").kind == FileKind::csv);
  CHECK_THROWS_WITH_AS(parse_output_format("auto"), "--to takes a format: 'auto' is for --from", UsageError);
  CHECK_THROWS_WITH_AS(parse_output_format(""), "--to is missing", UsageError);
  InputOptions options;
  CHECK_THROWS_WITH_AS(options.accept(), "--layout is missing", UsageError);
  options.layout = "juki";
  options.accept();
  CHECK_FALSE(options.format.has_value());
}
