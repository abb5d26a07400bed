// Strict reading of TOML: every key is either asked for or refused, and every complaint has file:line:column.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"

namespace daicho {

class TomlFile;

/// A table of a TOML file. Getters note which keys were asked for; `refuse_unknown` complains of the others.
/// Valid while its TomlFile lives. Getters throw SchemaError where a value has another type.
class TomlTable {
 public:
  std::string string(std::string_view key) const;  ///< required
  std::optional<std::string> optional_string(std::string_view key) const;
  std::optional<std::int64_t> optional_integer(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  std::optional<bool> optional_boolean(std::string_view key) const;
  std::vector<std::string> strings(std::string_view key) const;  ///< an array of strings; empty where absent
  std::optional<TomlTable> optional_table(std::string_view key) const;
  TomlTable table(std::string_view key) const;
  std::vector<TomlTable> tables(std::string_view key) const;  ///< an array of tables; empty where absent
  std::vector<std::string> keys() const;                      ///< in the order of the file; asks for none
  bool has(std::string_view key) const;
  bool is_array(std::string_view key) const;  ///< false where it is absent
  void ask_for(std::string_view key) const;   ///< notes that `key` is known, without reading it

  /// Throws for the first key that was never asked for, with the nearest known one as a hint.
  void refuse_unknown() const;

  SchemaPlace place() const;                         ///< of the table itself
  SchemaPlace place_of(std::string_view key) const;  ///< of a key's value; the table's own where it is absent

  /// Throws SchemaError "file:line:column: message" at a key's value, with `hint` on a second line if not empty.
  [[noreturn]] void fail(std::string_view key, const std::string& message, const std::string& hint = {}) const;

 private:
  friend class TomlFile;
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

class TomlFile {
 public:
  /// Reads and parses; throws SchemaError on a syntax error, WorldError where the file cannot be read or is larger than
  /// 16 MiB.
  TomlFile(const std::filesystem::path& file, std::string shown_as);
  /// Parses text, for tests.
  static TomlFile parse(std::string_view text, std::string shown_as);
  ~TomlFile();
  TomlFile(TomlFile&&) noexcept;
  TomlTable root() const;

 private:
  friend class TomlTable;
  struct Document;
  explicit TomlFile(std::shared_ptr<Document> document);
  std::shared_ptr<Document> document_;
};

/// Throws SchemaError at a place.
[[noreturn]] void fail_at(const SchemaPlace& place, const std::string& message, const std::string& hint = {});

/// The word of `known` nearest to `word`, or nothing where none is near: "did you mean …?".
std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known);

}  // namespace daicho
