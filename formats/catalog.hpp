// The schema folder: where layouts, code lists, findings and mappings are found by name.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"

namespace daicho {

/// Layouts and code lists by name, from the program's own schema folder and, before it, a municipality's.
/// A file in the municipality's folder stands for the file of the same name in the program's.
class Catalog {
 public:
  /// `own` is the folder given by --schemas or the settings; empty: none. Throws UsageError where it is no folder.
  explicit Catalog(std::filesystem::path own = {});

  /// The layout of that id: `juki`, ..., or `iten.<destination>`. Throws UsageError with the nearest ids where there
  /// is none, SchemaError where its file is wrong. The same object for the same id.
  std::shared_ptr<const Layout> layout(std::string_view id) const;

  /// All ids that `layout` answers, the six layouts first.
  std::vector<std::string> layout_ids() const;

  /// The ids of all code lists (`codes/<id>.toml`), sorted.
  std::vector<std::string> code_list_ids() const;

  /// The path of a schema file, for example `mappings/honnin.toml`; throws UsageError where neither folder has it.
  std::filesystem::path file(std::string_view relative) const;

  /// $DAICHO_SCHEMAS, else `schemas` beside the executable, `../share/daicho/schemas` (installed) or `../schemas`,
  /// else where `make install` put them. Throws UsageError where there is none.
  static std::filesystem::path program_folder();

  /// How a schema path is shown to people: relative to its folder's parent (`schemas/juki.toml`).
  std::string shown(const std::filesystem::path& path) const;

 private:
  /// The names without `.toml` of the files in a folder of both schema folders, sorted.
  std::vector<std::string> names_in(std::string_view folder) const;

  std::filesystem::path own_;
  std::filesystem::path program_;
  mutable std::map<std::string, std::shared_ptr<const Layout>, std::less<>> layouts_;
};

/// Reads one layout file. `shown_as` is how messages name it. Throws SchemaError with file:line:column and a hint.
Layout load_layout(const std::filesystem::path& file, const std::string& shown_as, const Catalog& catalog);

}  // namespace daicho
