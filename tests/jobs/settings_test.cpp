#include "jobs/settings.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "formats/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {
namespace {

class SettingsFile {
 public:
  explicit SettingsFile(std::string_view text) { std::ofstream(path()) << text; }
  std::filesystem::path path() const { return folder_.path() / "daicho.toml"; }
  Settings load() const { return Settings::load(path()); }
  /// The complaint without the folder's name.
  std::string complaint() const {
    try {
      load();
    } catch (const UsageError& error) {
      const std::string text = error.what();
      const std::string prefix = folder_.path().string() + "/";
      return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
    }
    return "accepted";
  }

 private:
  TempFolder folder_;
};

TEST_CASE("settings are found by dotted key, paths count from the file's folder") {
  const SettingsFile file(
      "[municipality]\ncode = \"132101\"\n[soufusaki.issue_place]\nname = \"市役所\"\n[iten]\ncases = "
      "\"lists/cases\"\n");
  const Settings settings = file.load();
  CHECK(settings.value("municipality.code") == "132101");
  CHECK(settings.value("soufusaki.issue_place.name") == "市役所");
  CHECK(settings.path("iten.cases") == file.path().parent_path() / "lists/cases");
  CHECK_FALSE(settings.path("soufusaki.glyphs").has_value());
}

TEST_CASE("the tables of characters are paths, and absent ones are empty") {
  const SettingsFile file("[characters]\ngaiji = \"gaiji.csv\"\nsubstitutes = \"/own/daitai.csv\"\n");
  const OwnCharacterFiles files = file.load().character_files();
  CHECK(files.gaiji == file.path().parent_path() / "gaiji.csv");
  CHECK(files.juki.empty());
  CHECK(files.substitutes == "/own/daitai.csv");
}

TEST_CASE("a missing setting is named with its file") {
  const SettingsFile file("[operator]\nid = \"\"\n");
  try {
    file.load().value("operator.id");
    FAIL("an empty setting is a missing one");
  } catch (const UsageError& error) {
    CHECK(std::string(error.what()) == file.path().string() + ": the setting `operator.id` is missing");
  }
}

TEST_CASE("an unknown key is refused, with the nearest one") {
  CHECK(SettingsFile("[honnin]\nfromat = \"csv:utf-8\"\n").complaint().starts_with("daicho.toml:2:"));
  CHECK(SettingsFile("[honnin]\nfromat = \"csv:utf-8\"\n").complaint().find("format") != std::string::npos);
  CHECK(SettingsFile("[honin]\n").complaint().starts_with("daicho.toml:1:"));
  CHECK(SettingsFile("[operator]\nid = 7\n").complaint().starts_with("daicho.toml:2:"));
}

TEST_CASE("a wrong value is refused where it stands") {
  CHECK(SettingsFile("[municipality]\ncode = \"132102\"\n").complaint() ==
        "daicho.toml:2:8: `132102` is no 全国地方公共団体コード\n  six digits, the last one its check digit");
  CHECK(SettingsFile("[honnin]\nenvelope = \"yes\"\n").complaint() ==
        "daicho.toml:2:12: `envelope` takes none or control, not `yes`");
  CHECK(SettingsFile("[honnin]\nformat = \"auto\"\n").complaint() == "daicho.toml:2:10: `auto` is for reading only");
}

TEST_CASE("a section's format stands for the job's own, its envelope above both") {
  const FormatSpec own = *parse_format_spec("fixed:utf-16be");
  CHECK(SettingsFile("").load().format("honnin", own) == own);
  CHECK(SettingsFile("[honnin]\nformat = \"csv:utf-8\"\n").load().format("honnin", own) ==
        *parse_format_spec("csv:utf-8"));
  CHECK(SettingsFile("[honnin]\nenvelope = \"control\"\n").load().format("honnin", own) ==
        *parse_format_spec("fixed:utf-16be,envelope=control"));
}

TEST_CASE("the sample settings load") {
  const Settings settings = Settings::load(DAICHO_SOURCE_DIR "/samples/daicho.toml");
  CHECK(settings.value("municipality.code") == "132101");
  CHECK(settings.value("access_log.operator_name") == "夜間バッチ");
}

}  // namespace
}  // namespace daicho::test
