#include "samples/kit.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/error.hpp"
#include "samples/kit_bad.hpp"
#include "samples/kit_folder.hpp"

namespace daicho {
namespace {

struct World {
  Catalog catalog{std::string(DAICHO_SOURCE_DIR) + "/schemas"};
  CharacterTables tables{catalog};
  KitContents kit(const std::string& layout) const {
    return make_kit(KitTrial(*catalog.layout(layout), catalog, tables), "daicho test");
  }
};

std::string codes_without_reason(const KitContents& kit) {
  std::string codes;
  for (const KitUnshown& unshown : kit.manifest.not_shown) {
    if (unshown.reason.empty()) codes += unshown.code + " ";
  }
  return codes;
}

TEST_CASE("The same layout makes the same kit") {
  const World one;
  const World two;
  for (const char* layout : {"kengen", "soufusaki"}) {
    const KitContents first = one.kit(layout);
    const KitContents second = two.kit(layout);
    REQUIRE(first.files.size() == second.files.size());
    for (std::size_t i = 0; i < first.files.size(); ++i) {
      CHECK(first.files[i].path == second.files[i].path);
      CHECK(first.files[i].bytes == second.files[i].bytes);
    }
  }
}

TEST_CASE("Every finding that the six layouts can raise has a bad file, or a reason why not") {
  const World world;
  for (const char* layout : {"juki", "atena", "kengen", "access-log", "honnin", "soufusaki", "iten.04-kokuho"}) {
    CAPTURE(layout);
    CHECK(codes_without_reason(world.kit(layout)) == "");
  }
}

TEST_CASE("A finding of one field of a fixed file tells the bytes of that field by its layout") {
  const World world;
  const auto layout = world.catalog.layout("soufusaki");
  const KitContents kit = world.kit("soufusaki");
  const std::vector<std::size_t> offsets = layout->offsets(Charset::cp932);
  std::size_t compared = 0;
  for (const KitFile& file : kit.manifest.bad) {
    if (!file.format.starts_with("fixed:cp932,eol=crlf")) continue;
    for (const KitFinding& finding : file.findings) {
      if (finding.item.empty() || finding.byte_first == 0) continue;
      const std::size_t item = layout->index(finding.item);
      CAPTURE(file.path);
      CHECK(finding.byte_first == offsets[item] + 1);
      CHECK(finding.byte_last == offsets[item + 1]);
      ++compared;
    }
  }
  CHECK(compared > 20);
}

TEST_CASE("What no good file shows is told with the finding that stands against it") {
  const World world;
  std::string told;
  for (const KitLeftOut& left : world.kit("soufusaki").manifest.left_out) {
    told += left.item + " " + left.purpose + " " + left.reason + "\n";
  }
  CHECK(told == "person_count 最長 D3052\naddress 文字 代替文字が無い\n");
}

TEST_CASE("A manifest comes back from its text as it was") {
  KitManifest manifest;
  manifest.layout = "kengen";
  manifest.layout_version = "1.0";
  manifest.made_by = "daicho";
  KitFile file;
  file.path = "bad/D3001.dat";
  file.purpose = "例";
  file.format = "fixed:cp932,eol=crlf";
  file.as_of = "20261120";
  file.municipality = "132101";
  file.against = KitAgainst{"bad/D3001.against.dat", "juki", "fixed:cp932,eol=crlf"};
  file.records = 2;
  file.findings = {{"D3001", true, 2, "addressee_no", 1, 15}, {"D0102", false, 0, "", 0, 0}};
  manifest.bad = {file};
  manifest.left_out = {{"serial_no", "最長", "99999", "D3042"}};
  manifest.not_shown = {{"D1002", "書き出すときの指摘"}};
  const std::string text = kit_manifest_text(manifest);
  const KitManifest back = parse_kit_manifest(text);
  CHECK(kit_manifest_text(back) == text);
  CHECK(back.bad.at(0).findings == file.findings);
  CHECK(back.bad.at(0).against->layout == "juki");
}

TEST_CASE("A manifest that leads out of its kit is refused") {
  const std::string before =
      R"({"kit":1,"layout":"kengen","layout_version":"1.0","made_by":"x","bad":[],"left_out":[],"not_shown":[],)";
  for (const char* path : {"../x", "/etc/passwd", "good/../../x", "..", ""}) {
    const std::string text = before + R"("good":[{"path":")" + path +
                             R"(","purpose":"","format":"","as_of":null,"municipality":null,"against":null,)"
                             R"("records":0,"findings":[]}]})";
    CAPTURE(path);
    CHECK_THROWS_WITH_AS(parse_kit_manifest(text),
                         ("the path '" + std::string(path) + "' leads out of the kit").c_str(), UsageError);
  }
}

TEST_CASE("Cuts of a manifest are refused and never crash") {
  const World world;
  const KitContents kit = world.kit("kengen");
  const std::string text = kit_manifest_text(kit.manifest);
  for (std::size_t length = 0; length + 2 < text.size(); length += 97) {
    CHECK_THROWS_AS(parse_kit_manifest(std::string_view(text).substr(0, length)), UsageError);
  }
}

}  // namespace
}  // namespace daicho
