#include "cli/census_report.hpp"

#include <algorithm>
#include <utility>

#include "converters/gaiji.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

const Gaiji* gaiji_of(std::string_view character, const GaijiTable* table) {
  const char32_t code_point = take_code_point(character);
  return table != nullptr && character.empty() && is_private_use(code_point) ? table->find(code_point) : nullptr;
}

std::string mj_name_of(const CensusRow& row, const MjTable& table) {
  if (row.gaiji != nullptr && !row.gaiji->mj_name.empty()) return row.gaiji->mj_name;
  const bool has_meaning = row.gaiji != nullptr && !row.gaiji->meaning.empty();
  const MjCharacter* found = table.find(has_meaning ? row.gaiji->meaning : row.character);
  return found != nullptr ? mj_name(found->number) : std::string();
}

bool stands_before(const CensusRow& a, const CensusRow& b) {
  if (a.repertoire != b.repertoire) return a.repertoire < b.repertoire;
  if (a.count != b.count) return a.count > b.count;
  return a.character < b.character;  // UTF-8 sorts as code points do
}

}  // namespace

bool CensusRow::notable() const {
  return rare ||
         std::any_of(fates.begin(), fates.end(), [](const CharacterFate& fate) { return fate.fate != Fate::kept; });
}

CensusReporter::CensusReporter(const CharacterTables& tables)
    : tables_(tables), repertoire_tables_{&tables.juki(), &tables.mj()} {}

CensusFileReport CensusReporter::file_report(CensusFile file, const CharacterCensus& census) const {
  CensusFileReport report;
  report.file = std::move(file);
  report.ascii = census.ascii();
  for (const CharacterCensus::Entry& entry : census.entries()) {
    const Repertoire repertoire = repertoires_of(entry.character, repertoire_tables_).first();
    report.repertoires[static_cast<std::size_t>(repertoire)].add(entry.count);
    report.all.add(entry.count);
  }
  report.all.occurrences += census.beyond_limit();
  return report;
}

CensusReport CensusReporter::report(const Layout* layout, std::vector<CensusFileReport> files,
                                    const CharacterCensus& total) const {
  std::vector<CharacterTarget> targets;
  targets.reserve(kCharacterTargets.size());
  const FateTables known{tables_.gaiji(), &tables_.juki(), &tables_.substitutes()};
  for (const std::string_view name : kCharacterTargets) targets.emplace_back(name, known);
  CensusReport report;
  report.layout = layout;
  report.files = std::move(files);
  report.ascii = total.ascii();
  report.beyond_limit = total.beyond_limit();
  for (CharacterCensus::Entry& entry : total.entries()) {
    CensusRow made = row(std::move(entry), targets);
    report.all.add(made.count);
    report.repertoires[static_cast<std::size_t>(made.repertoire)].add(made.count);
    for (std::size_t i = 0; i < targets.size(); ++i) {
      report.targets[i][static_cast<std::size_t>(made.fates[i].fate)].add(made.count);
    }
    report.rows.push_back(std::move(made));
  }
  report.all.occurrences += report.beyond_limit;
  std::sort(report.rows.begin(), report.rows.end(), stands_before);
  return report;
}

CensusRow CensusReporter::row(CharacterCensus::Entry entry, const std::vector<CharacterTarget>& targets) const {
  CensusRow row;
  row.character = std::move(entry.character);
  row.count = entry.count;
  row.rare = entry.rare;
  row.places = std::move(entry.places);
  row.held_by = repertoires_of(row.character, repertoire_tables_);
  row.repertoire = row.held_by.first();
  row.gaiji = gaiji_of(row.character, tables_.gaiji());
  row.mj_name = mj_name_of(row, tables_.mj());
  row.juki_code = tables_.juki().code(row.character);
  for (const CharacterTarget& target : targets) row.fates.push_back(target.fate_of(row.character));
  return row;
}

}  // namespace daicho
