// The program's own tables of characters as files: schemas/characters/*.tsv. Its README.md says what they hold.
#pragma once

#include <filesystem>
#include <string>

#include "converters/mj_table.hpp"
#include "converters/substitution_table.hpp"

namespace daicho {

/// A file of tables and how messages name it.
struct TableFile {
  std::filesystem::path path;
  std::string shown_as;
};

/// All of them throw SchemaError (`file:line:column: ...`) where the file is not as it should be, WorldError where it
/// cannot be read.

/// mj.tsv: the MJ文字情報一覧表.
MjTable load_mj_table(const TableFile& file);
/// substitutes.tsv: adds the candidates of MJ縮退マップ.
void load_substitutes(const TableFile& file, SubstitutionTable& table);
/// unihan.tsv: adds the candidates of Unihan.
void load_unihan(const TableFile& file, SubstitutionTable& table);

}  // namespace daicho
