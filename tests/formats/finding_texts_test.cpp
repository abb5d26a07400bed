#include "formats/finding_texts.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <set>

#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "tests/formats/schema_folder.hpp"

namespace daicho {
namespace {

std::set<std::string> placeholders(const std::string& text) {
  static const std::regex name("\\{([a-z0-9_]+)\\}");
  std::set<std::string> names;
  for (std::sregex_iterator match(text.begin(), text.end(), name), end; match != end; ++match)
    names.insert((*match)[1]);
  return names;
}

TEST_CASE("the registry and finding_codes.hpp hold the same codes and severities") {
  std::ifstream file(DAICHO_SOURCE_DIR "/formats/finding_codes.hpp");
  const std::string header{std::istreambuf_iterator<char>(file), {}};
  const std::regex declaration("FindingCode\\s+k[A-Za-z0-9]+\\{\\s*\"(D[0-9]{4})\",\\s*Severity::(error|warning)\\}");
  std::map<std::string, std::string> declared;
  for (std::sregex_iterator match(header.begin(), header.end(), declaration), end; match != end; ++match) {
    CHECK_MESSAGE(declared.emplace((*match)[1], (*match)[2]).second, "declared twice: ", (*match)[1].str());
  }
  CHECK(declared.size() >= 70);
  const FindingTexts texts{Catalog()};
  std::map<std::string, std::string> registered;
  for (const std::string& code : texts.codes()) {
    registered.emplace(code, texts.find(code)->severity == Severity::error ? "error" : "warning");
  }
  for (const auto& finding : declared) {
    CAPTURE(finding.first);
    CHECK(registered[finding.first] == finding.second);
  }
  for (const auto& finding : registered) {
    CHECK_MESSAGE(declared.contains(finding.first), "no such finding: ", finding.first);
  }
}

TEST_CASE("both languages of a message take the same arguments, up to what the sentence needs") {
  const FindingTexts texts{Catalog()};
  for (const std::string& code : texts.codes()) {
    CAPTURE(code);
    const FindingEntry& entry = *texts.find(code);
    CHECK(placeholders(entry.ja.message) == placeholders(entry.en.message));
    for (const FindingText* text : {&entry.ja, &entry.en}) {
      CHECK(text->title.size() <= 100);
      CHECK(text->title.find('\n') == std::string::npos);
      CHECK(text->message.find('\n') == std::string::npos);
    }
    CHECK_FALSE(entry.ja.explanation == entry.ja.remedy);
    CHECK(entry.ja.remedy.ends_with("。"));
    CHECK(entry.en.remedy.ends_with("."));
  }
}

TEST_CASE("a message names the item and its arguments") {
  const Catalog catalog;
  const FindingTexts texts(catalog);
  const auto juki = catalog.layout("juki");
  Finding finding;
  finding.code = code::kTooLong;
  finding.layout = juki.get();
  finding.item = juki->index("name_kanji");
  finding.args = {{"expected", "100"}};
  CHECK(texts.message(finding, Language::ja) == "「漢字氏名」（N(100)）に入りきりません（上限 100）");
  CHECK(texts.message(finding, Language::en) == "name_kanji (漢字氏名) (N(100)) is too long; the limit is 100");
  finding.code = code::kKindCharacter;
  finding.item = juki->index("name_kana");
  CHECK(texts.message(finding, Language::ja) == "「カナ氏名」にカタカナとして使えない文字があります");
}

TEST_CASE("a part of a message whose argument is missing or empty is left out") {
  const Catalog catalog;
  const FindingTexts texts(catalog);
  const auto juki = catalog.layout("juki");
  Finding finding;
  finding.code = code::kCodeUnknown;
  finding.layout = juki.get();
  finding.item = juki->index("move_reason");
  finding.args = {{"list", "異動事由"}, {"nearest", ""}};
  CHECK(texts.message(finding, Language::ja) == "「異動事由」の値はコード表「異動事由」にありません");
  finding.args = {};
  CHECK(texts.message(finding, Language::en) == "move_reason (異動事由) holds a code that is not in the list");
}

TEST_CASE("a message without its item or a needed argument still is a sentence, and an unknown code is itself") {
  const FindingTexts texts{Catalog()};
  Finding finding;
  finding.code = code::kRequiredMissing;
  CHECK(texts.message(finding, Language::ja) == "「項目」は必須ですが、値がありません");
  finding.code = code::kRecordLength;
  CHECK(texts.message(finding, Language::en) == "the record has ? bytes instead of ?");
  finding.code = {"D9999", Severity::error};
  CHECK(texts.message(finding, Language::en) == "D9999");
}

TEST_CASE("a registry with a fault is refused with its place") {
  const auto complaint = [](const std::string& text) {
    const SchemaFolder folder;
    folder.write("findings.toml", text);
    return complaint_of<SchemaError>([&] { FindingTexts texts{Catalog(folder.path())}; });
  };
  const std::string language = "{ title = \"t\", message = \"m\", explanation = \"e\", remedy = \"r\" }";
  const std::string good =
      "[D0101]\nseverity = \"error\"\nsource = \"s\"\nexample = \"e\"\nja = " + language + "\nen = " + language + "\n";
  CHECK(complaint(good) == "");
  CHECK(complaint("[E1]\n") == "own/findings.toml:1:1: 'E1' is no code: write D and four digits");
  CHECK(complaint("[D0101]\nseverity = \"bad\"\n") ==
        "own/findings.toml:2:12: no such severity 'bad'\n  known: error, warning");
  CHECK(complaint(good + "note = \"\"\n") ==
        "own/findings.toml:7:1: unknown key 'note'\n  known here: en, example, ja, severity, source");
  CHECK(complaint("D0101 = 1\n") == "own/findings.toml:1:9: 'D0101' must be a table, but it is an integer");
  std::string unsound = good;
  unsound.replace(unsound.find("message = \"m\""), 13, "message = \"[m\"");
  CHECK(complaint(unsound) == "own/findings.toml:5:31: the template has a bracket that never closes");
  std::string empty = good;
  empty.replace(empty.find("source = \"s\""), 12, "source = \"\"");
  CHECK(complaint(empty) == "own/findings.toml:3:10: 'source' is empty");
}

TEST_CASE("private values are masked, blanks stay, and a variation selector belongs to its character") {
  const auto juki = Catalog().layout("juki");
  Finding finding;
  finding.layout = juki.get();
  finding.item = juki->index("name_kanji");
  finding.value = "葛󠄀城　太郎";
  CHECK(shown_value(finding, false) == "**　**");
  CHECK(shown_value(finding, true) == "葛󠄀城　太郎");
  finding.item = juki->index("individual_no");
  finding.value = "123456789018";
  CHECK(shown_value(finding, false) == "************");
  finding.item = juki->index("birth_date");
  finding.value = "320230229";
  CHECK(shown_value(finding, false) == "320230229");
}

TEST_CASE("an open item shows no name and no 個人番号 that slipped into it") {
  const auto honnin = Catalog().layout("honnin");
  Finding finding;
  finding.layout = honnin.get();
  finding.record = 1;
  finding.item = honnin->index("sex");
  finding.value = "福島　樹";
  CHECK(shown_value(finding, false) == "**　*");
  CHECK(shown_value(finding, true) == "福島　樹");
  finding.value = "9";
  CHECK(shown_value(finding, false) == "9");
  finding.item = honnin->index("settled_date");
  finding.value = "578074949420";
  CHECK(shown_value(finding, false) == "************");
  finding.value = "508O101";
  CHECK(shown_value(finding, false) == "508O101");
}

TEST_CASE("a value of no item may hold anything of a person and is masked") {
  const auto juki = Catalog().layout("juki");
  Finding finding;
  finding.layout = juki.get();
  finding.record = 7;
  finding.value = "山田";
  CHECK(shown_value(finding, false) == "**");
  CHECK(shown_value(finding, true) == "山田");
  finding.record = 0;  // the file as a whole: a column's name, a count
  CHECK(shown_value(finding, false) == "山田");
}

TEST_CASE("values are shown escaped and at most 40 characters long") {
  const auto juki = Catalog().layout("juki");
  Finding finding;
  finding.layout = juki.get();
  finding.item = juki->index("district_code");
  finding.value = std::string("a\n\0\x1B\\\xFF\x85\xE2\x80\xAE", 10);
  CHECK(shown_value(finding, true) == "a\\u{A}\\u{0}\\u{1B}\\\\\\xFF\\x85\\u{202E}");
  finding.value = std::string(40, 'x');
  CHECK(shown_value(finding, true) == std::string(40, 'x'));
  finding.value = std::string(41, 'x');
  CHECK(shown_value(finding, true) == std::string(40, 'x') + "…");
}

}  // namespace

TEST_CASE("Japanese texts have full-width brackets, and the commands of a remedy are whole") {
  const FindingTexts texts{Catalog()};
  for (const std::string& code : texts.codes()) {
    const FindingEntry& entry = *texts.find(code);
    for (const std::string& text : {entry.ja.title, entry.ja.message, entry.ja.explanation, entry.ja.remedy}) {
      CHECK_MESSAGE(text.find(" (") == std::string::npos, code);
    }
    for (const std::string& remedy : {entry.ja.remedy, entry.en.remedy}) {
      CHECK_MESSAGE(remedy.find("`daicho layout show`") == std::string::npos, code);
      CHECK_MESSAGE(remedy.find("`daicho inspect --hex`") == std::string::npos, code);
    }
  }
}

}  // namespace daicho
