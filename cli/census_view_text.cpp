// A census as tables for a terminal.
#include <fmt/format.h>

#include <map>

#include "cli/census_words.hpp"
#include "cli/printable_text.hpp"
#include "cli/report.hpp"
#include "cli/text_table.hpp"
#include "converters/character_name.hpp"

namespace daicho {
namespace {

std::string percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "-" : fmt::format("{:.2f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// `12 (3,456)`: different characters and occurrences.
std::string count_text(const CensusCount& count) {
  return count.characters == 0 ? "-" : fmt::format("{} ({})", grouped(count.characters), grouped(count.occurrences));
}

std::string file_text(const CensusFileReport& each, bool records, bool ja) {
  const CensusFile& file = each.file;
  std::string text = fmt::format("{}: {}, ", printable(file.name), file.format);
  text += records ? fmt::format(fmt::runtime(ja ? "{}レコード" : "{} records"), grouped(file.records))
                  : fmt::format(fmt::runtime(ja ? "{}行" : "{} lines"), grouped(file.lines));
  text += fmt::format(fmt::runtime(ja ? "、ASCII以外 {}字（{}字種）" : ", {} characters outside ASCII ({} different)"),
                      grouped(each.all.occurrences), grouped(each.all.characters));
  if (file.bad_records > 0) {
    text += fmt::format(fmt::runtime(ja ? "、誤りがあり数えなかったレコード {}" : ", {} bad records not counted"),
                        grouped(file.bad_records));
  }
  if (file.faults > 0) {
    text += fmt::format(fmt::runtime(ja ? "、読めずに飛ばした箇所 {}" : ", {} broken places left out"),
                        grouped(file.faults));
  }
  if (file.duplicates > 0) {
    text += fmt::format(fmt::runtime(ja ? "、元のコードに戻らない重複コード {}" : ", {} duplicate codes"),
                        grouped(file.duplicates));
  }
  return text + "\n";
}

std::string repertoires_text(const CensusReport& report, Language language) {
  const bool ja = language == Language::ja;
  TextTable table({{ja ? "文字集合" : "repertoire"},
                   {ja ? "字種" : "different", Align::right},
                   {ja ? "出現数" : "occurrences", Align::right},
                   {ja ? "割合" : "share", Align::right}});
  for (const Repertoire repertoire : all_repertoires()) {
    const CensusCount& count = report.repertoires[static_cast<std::size_t>(repertoire)];
    if (count.characters == 0) continue;
    table.add({std::string(repertoire_text(repertoire, language)), grouped(count.characters),
               grouped(count.occurrences), percent(count.occurrences, report.all.occurrences)});
  }
  return table.text();
}

std::string targets_text(const CensusReport& report, Language language) {
  std::vector<TableColumn> columns{{language == Language::ja ? "移行先" : "target"}};
  for (std::size_t fate = 0; fate < kFateCount; ++fate) {
    columns.push_back({std::string(fate_text(static_cast<Fate>(fate), language)), Align::right});
  }
  TextTable table(std::move(columns));
  for (std::size_t i = 0; i < kCharacterTargets.size(); ++i) {
    std::vector<std::string> cells{std::string(target_text(kCharacterTargets[i], language))};
    for (const CensusCount& count : report.targets[i]) cells.push_back(count_text(count));
    table.add(std::move(cells));
  }
  return table.text();
}

std::string places_text(const CensusReport& report, const CensusRow& row, Language language) {
  std::vector<std::string> places;
  for (const CharacterPlace& place : row.places) places.push_back(place_text(report, place, language));
  if (row.places.size() < row.count && !places.empty()) places.emplace_back("…");
  return fmt::format("{}", fmt::join(places, language == Language::ja ? "、" : "; "));
}

std::string notable_text(const CensusReport& report, Language language) {
  const bool ja = language == Language::ja;
  std::vector<TableColumn> columns{
      {ja ? "文字" : "char"}, {ja ? "コード" : "code"}, {"MJ"}, {ja ? "出現数" : "count", Align::right}};
  for (const std::string_view target : kCharacterTargets)
    columns.push_back({std::string(target_text(target, language))});
  columns.push_back({ja ? "文字集合" : "repertoire"});
  columns.push_back({ja ? "所在" : "where"});
  TextTable table(std::move(columns));
  for (const CensusRow& row : report.rows) {
    if (!row.notable()) continue;
    const std::string shown = printable_character(row.character);
    std::vector<std::string> cells{shown.empty() ? "-" : shown,
                                   fmt::format("{}", fmt::join(code_points_of(row.character), " ")),
                                   row.mj_name.empty() ? "-" : row.mj_name, grouped(row.count)};
    for (const CharacterFate& fate : row.fates) cells.push_back(fate_mark(fate));
    cells.emplace_back(repertoire_text(row.repertoire, language));
    cells.push_back(places_text(report, row, language));
    table.add(std::move(cells));
  }
  return table.text();
}

/// Each substitute once, with the way to it.
std::string substitutes_text(const CensusReport& report, Language language) {
  const bool ja = language == Language::ja;
  TextTable table(
      {{ja ? "文字" : "char"}, {ja ? "代替文字とその根拠" : "substitute, by rule"}, {ja ? "移行先" : "targets"}});
  bool any = false;
  for (const CensusRow& row : report.rows) {
    std::vector<std::pair<std::string, std::string>> ways;  // and their targets
    for (std::size_t i = 0; i < row.fates.size(); ++i) {
      if (row.fates[i].fate != Fate::substituted) continue;
      const std::string way = hops_text(row.fates[i], language);
      const std::string target(target_text(kCharacterTargets[i], language));
      auto known = ways.begin();
      while (known != ways.end() && known->first != way) ++known;
      if (known == ways.end()) {
        ways.emplace_back(way, target);
      } else {
        known->second += ", " + target;
      }
    }
    for (const auto& [way, targets] : ways) table.add({row.character, way, targets});
    any = any || !ways.empty();
  }
  return any ? "\n" + table.text() : std::string();
}

}  // namespace

std::string census_as_text(const CensusReport& report, Language language) {
  const bool ja = language == Language::ja;
  std::string text;
  for (const CensusFileReport& file : report.files) text += file_text(file, report.layout != nullptr, ja);
  text += "\n" + repertoires_text(report, language);
  text += "\n" + targets_text(report, language);
  text += ja ? "字種（出現数）\n" : "different characters (occurrences)\n";
  if (report.beyond_limit > 0) {
    text += fmt::format(fmt::runtime(ja ? "字種が多すぎるため、まれな文字 {}字は区別せずに数えました\n"
                                        : "too many different characters: {} rare ones were not told apart\n"),
                        grouped(report.beyond_limit));
  }
  bool notable = false;
  for (const CensusRow& row : report.rows) notable = notable || row.notable();
  if (!notable) return text + (ja ? "\n確認が必要な文字はありません\n" : "\nno character needs a look\n");
  text += "\n" + notable_text(report, language);
  text += ja ? "○ そのまま　外 外字のまま　≒ 類似の文字になる　→ 代替文字が要る　× 表せない\n"
             : "○ as it is  外 as a gaiji  ≒ written as a similar one  → needs a substitute  × lost\n";
  return text + substitutes_text(report, language);
}

}  // namespace daicho
