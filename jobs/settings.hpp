// daicho.toml: a municipality's settings.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "formats/character_tables.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// Settings by dotted key (`municipality.code`, `soufusaki.issue_place.name`). The keys that exist stand in
/// docs/settings.md; unknown keys are refused at loading.
class Settings {
 public:
  /// Throws SchemaError with file:line:column, WorldError where the file cannot be read.
  static Settings load(const std::filesystem::path& file);

  /// A setting that must be there; throws UsageError naming key and file otherwise.
  const std::string& value(std::string_view key) const;
  std::optional<std::string> optional_value(std::string_view key) const;

  /// Whether there is such a setting at all: mappings name settings by key.
  static bool known(std::string_view key);

  /// `[<section>] format`, else the format given; `[<section>] envelope` stands above the format's own.
  FormatSpec format(std::string_view section, const FormatSpec& otherwise) const;

  /// A path setting, relative paths counted from the folder of the settings file.
  std::optional<std::filesystem::path> path(std::string_view key) const;

  /// The municipality's own tables of characters: `[characters]` gaiji, juki and substitutes.
  OwnCharacterFiles character_files() const;

  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace daicho
