// The tables of characters that a run needs: the program's (schemas/characters) and a municipality's own.
#pragma once

#include <filesystem>
#include <memory>

#include "converters/charset.hpp"
#include "converters/gaiji_table.hpp"
#include "converters/juki_table.hpp"
#include "converters/mj_table.hpp"
#include "converters/substitute.hpp"
#include "formats/catalog.hpp"

namespace daicho {

/// A municipality's own files; an empty path means that there is none. Each is CSV in UTF-8 with a header.
struct OwnCharacterFiles {
  std::filesystem::path gaiji;        ///< code, character, mj_name, reading, note
  std::filesystem::path juki;         ///< code (J+XXXX), character
  std::filesystem::path substitutes;  ///< character, substitute, note
};

/// Every table, each loaded at its first use and kept: a conversion between CP932 and UTF-8 loads none. Not for use by
/// two threads at once. Throws SchemaError (file:line:column) where a file is wrong, WorldError where it can't be read.
class CharacterTables {
 public:
  /// `catalog` must outlive the tables.
  explicit CharacterTables(const Catalog& catalog, OwnCharacterFiles own = {});
  ~CharacterTables();
  CharacterTables(const CharacterTables&) = delete;
  CharacterTables& operator=(const CharacterTables&) = delete;

  const MjTable& mj() const;
  const JukiTable& juki() const;
  const GaijiTable* gaiji() const;  ///< null where the municipality has no table
  const SubstitutionTable& substitutes() const;

  /// What conversions of `charset` need: the 外字 table where there is one, the 住基 table for `juki` alone.
  TextOptions text_options(Charset charset) const;

 private:
  struct Loaded;
  const Catalog& catalog_;
  const OwnCharacterFiles own_;
  std::unique_ptr<Loaded> loaded_;
};

}  // namespace daicho
