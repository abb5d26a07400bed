#include "formats/character_tables.hpp"

#include <optional>
#include <utility>

#include "formats/character_files.hpp"
#include "formats/gaiji_file.hpp"
#include "formats/own_characters.hpp"

namespace daicho {
namespace {

TableFile file_of(const Catalog& catalog, const char* name) {
  TableFile file;
  file.path = catalog.file(std::string("characters/") + name);
  file.shown_as = catalog.shown(file.path);
  return file;
}

JukiTable juki_of(const MjTable& mj) {
  JukiTable table;
  for (const MjCharacter& row : mj.rows()) {
    if (row.juki_code != 0 && !row.sequences.empty()) table.add(row.juki_code, row.sequences.front());
  }
  return table;
}

}  // namespace

struct CharacterTables::Loaded {
  std::optional<MjTable> mj;
  std::optional<JukiTable> juki;
  std::optional<GaijiTable> gaiji;
  std::optional<SubstitutionTable> substitutes;
};

CharacterTables::CharacterTables(const Catalog& catalog, OwnCharacterFiles own)
    : catalog_(catalog), own_(std::move(own)), loaded_(std::make_unique<Loaded>()) {}

CharacterTables::~CharacterTables() = default;

const MjTable& CharacterTables::mj() const {
  if (!loaded_->mj) loaded_->mj = load_mj_table(file_of(catalog_, "mj.tsv"));
  return *loaded_->mj;
}

const JukiTable& CharacterTables::juki() const {
  if (!loaded_->juki) {
    JukiTable table = juki_of(mj());
    if (!own_.juki.empty()) load_own_juki(own_.juki, table);
    loaded_->juki = std::move(table);
  }
  return *loaded_->juki;
}

const GaijiTable* CharacterTables::gaiji() const {
  if (own_.gaiji.empty()) return nullptr;
  if (!loaded_->gaiji) {
    loaded_->gaiji = load_gaiji_table(own_.gaiji, [this]() -> const MjTable& { return mj(); });
  }
  return &*loaded_->gaiji;
}

const SubstitutionTable& CharacterTables::substitutes() const {
  if (!loaded_->substitutes) {
    SubstitutionTable table = SubstitutionTable::built_in();
    load_substitutes(file_of(catalog_, "substitutes.tsv"), table);
    load_unihan(file_of(catalog_, "unihan.tsv"), table);
    if (!own_.substitutes.empty()) load_own_substitutes(own_.substitutes, table);
    loaded_->substitutes = std::move(table);
  }
  return *loaded_->substitutes;
}

TextOptions CharacterTables::text_options(Charset charset) const {
  TextOptions options;
  options.gaiji = gaiji();
  if (charset_name(charset) == "juki") options.juki = &juki();
  return options;
}

}  // namespace daicho
