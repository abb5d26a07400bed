#include "jobs/manifest.hpp"

#include <doctest/doctest.h>

#include "jobs/digest.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

Manifest sample() {
  Manifest manifest;
  manifest.job = "cs-update";
  manifest.run = "cs-update_20261120000000_001";
  manifest.control_no = "20261120000000_001";
  manifest.clock = "20261120000000000";
  manifest.as_of = "20261120";
  manifest.municipality = "132101";
  manifest.identity = "aa";
  manifest.settings_sha256 = "bb";
  manifest.schemas_sha256 = "cc";
  manifest.input = {"juki", "1.0", "csv:utf-8,eol=crlf", 3, 1, 99, "dd"};
  manifest.side_files = {{"resident-since", 7, "ee"}};
  manifest.counts = {2, 1, 0, 4};
  ManifestFile data{"honnin.dat", "data", "honnin", "1.0", "市町村CS", "fixed:utf-16be,eol=crlf",
                    Extent::full, 1,      5,        ""};
  data.sha256 = sha256_of("12345");
  ManifestFile rejects;
  rejects.name = "rejects.csv";
  rejects.kind = "rejects";
  rejects.bytes = 3;
  rejects.sha256 = sha256_of("abc");
  manifest.files = {data, rejects};
  return manifest;
}

/// A run folder as the sample says.
class RunFolder : public TempFolder {
 public:
  RunFolder() {
    write("honnin.dat", "12345");
    write("rejects.csv", "abc");
    write("manifest.json", manifest_text(sample()));
  }
  std::string difference(const std::string& digest = sha256_of(manifest_text(sample()))) const {
    std::string said;
    return verify_run_folder(path(), digest, said) ? "none" : said;
  }
};

TEST_CASE("a manifest is written key by key and comes back") {
  const std::string text = manifest_text(sample());
  CHECK(text.starts_with(
      "{\n  \"manifest\": 1,\n  \"job\": \"cs-update\",\n  \"run\": \"cs-update_20261120000000_001\",\n"));
  CHECK(text.ends_with("}\n"));
  const auto back = parse_manifest(text);
  REQUIRE(back.has_value());
  CHECK(manifest_text(*back) == text);
}

TEST_CASE("what is no manifest of a known version is none") {
  CHECK_FALSE(parse_manifest("").has_value());
  CHECK_FALSE(parse_manifest("[]").has_value());
  CHECK_FALSE(parse_manifest("{\"manifest\": 2}").has_value());
  std::string text = manifest_text(sample());
  text.replace(text.find("\"job\": \"cs-update\""), 18, "\"job\": 7          ");
  CHECK_FALSE(parse_manifest(text).has_value());
}

TEST_CASE("a run folder is as its manifest says, to the byte") {
  CHECK(RunFolder().difference() == "none");
  const RunFolder changed;
  changed.write("honnin.dat", "12346");
  CHECK(changed.difference() == "honnin.dat is not as its manifest says");
  const RunFolder missing;
  std::filesystem::remove(missing.file("rejects.csv"));
  CHECK(missing.difference() == "rejects.csv is missing");
  const RunFolder more;
  more.write("extra", "");
  CHECK(more.difference() == "extra does not belong there");
  CHECK(RunFolder().difference("00") == "manifest.json is missing or another one");
}

}  // namespace
}  // namespace daicho::test
