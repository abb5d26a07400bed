#include "formats/layout_guess.hpp"

#include <doctest/doctest.h>

#include "tests/support/codec_runs.hpp"
#include "tests/support/random_records.hpp"

using namespace daicho;

namespace {

const Catalog& catalog() {
  static const Catalog schemas;
  return schemas;
}

std::string bytes_of(const Layout& layout, const FormatSpec& format, std::size_t count) {
  test::RandomRecords random(layout, format.charset, 11);
  FindingList faults;
  return test::write_all(layout, format, random.block(count), faults, {});
}

std::string guessed(const std::string& given, std::string_view bytes) {
  const auto source = memory_source(bytes);
  const std::string text = guesses_text(guess_layouts(catalog(), given, *source));
  CHECK(source->peek(1).substr(0, 1) == bytes.substr(0, 1));  // nothing was taken
  return text;
}

}  // namespace

TEST_CASE("a file that was given with another layout is known by its lengths and by its header") {
  const std::shared_ptr<const Layout> honnin = catalog().layout("honnin");
  FormatSpec fixed = default_format(FileKind::fixed);
  CHECK(guessed("soufusaki", bytes_of(*honnin, fixed, 20)) == "honnin (fixed:cp932,eol=crlf)");
  fixed.charset = Charset::utf16be;
  CHECK(guessed("juki", bytes_of(*honnin, fixed, 20)) == "honnin (fixed:utf-16be,eol=crlf)");
  CHECK(guessed("juki", bytes_of(*honnin, default_format(FileKind::csv), 20)) == "honnin (csv:utf-8,eol=crlf)");
}

TEST_CASE("a file that is like no layout is like no layout") {
  CHECK(guessed("soufusaki", "hello\r\nworld\r\n") == "");
  CHECK(guessed("soufusaki", "") == "");
}
