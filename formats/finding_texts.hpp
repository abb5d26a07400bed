// The registry of findings (schemas/findings.toml): titles, messages and remedies in both languages.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/finding.hpp"

namespace daicho {

class Catalog;

enum class Language : std::uint8_t { ja, en };

struct FindingText {
  std::string title;
  std::string message;  ///< a template (formats/finding_template.hpp) of args, {item}, {picture}, {kind} and {layout}
  std::string explanation;
  std::string remedy;
};

struct FindingEntry {
  std::string code;
  Severity severity = Severity::error;
  FindingText ja;
  FindingText en;
  std::string source;  ///< law, standard or convention
  std::string example;
  const FindingText& text(Language language) const { return language == Language::ja ? ja : en; }
};

class FindingTexts {
 public:
  /// Reads findings.toml through the catalog. Throws SchemaError.
  explicit FindingTexts(const Catalog& catalog);
  /// Null where the code is not registered.
  const FindingEntry* find(std::string_view code) const;
  std::vector<std::string> codes() const;
  /// The message of a finding: the entry's template with its args filled in.
  std::string message(const Finding& finding, Language language) const;

 private:
  std::map<std::string, FindingEntry, std::less<>> entries_;
};

/// A value as reports show it: control characters escaped, at most 40 characters, masked (each character but spaces as
/// `*`) unless `show_values` is on or the item may show it (formats/value_privacy.hpp). A value of a record, but of no
/// item is masked; one of the file as a whole is not.
std::string shown_value(const Finding& finding, bool show_values);

}  // namespace daicho
