// The file beside the one that is validated: --against, --against-layout and --against-from.
#pragma once

#include <boost/program_options.hpp>
#include <memory>
#include <optional>
#include <string>

#include "cli/report.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/indexed_records.hpp"

namespace daicho {

/// An open file; nothing in it where none was named.
struct AgainstFile {
  std::shared_ptr<const Layout> layout;
  std::unique_ptr<IndexedRecords> records;
};

class AgainstOptions {
 public:
  /// Where the command speaks.
  struct Voice {
    FindingReport& messages;
    Language language;
  };

  void declare(boost::program_options::options_description& options);
  /// Throws UsageError where an option is wrong, or stands without --against. `layout` is that of the files validated.
  void accept(const std::string& layout);

  bool given() const { return !file_.empty(); }
  const std::string& file() const { return file_; }

  /// Indexes the file, for so many threads, and says what of it is left out. Throws UsageError where it has no item in
  /// common with `layout` by which its records could be found, where its format can't be told, or where it is
  /// compressed or no plain file. The catalog's layouts and the tables must outlive the result.
  AgainstFile open(const Catalog& catalog, const CharacterTables& tables, const Layout& layout, unsigned threads,
                   const Voice& voice) const;

 private:
  FormatSpec format_of(const Layout& layout, FindingReport& messages) const;

  std::string file_;
  std::string layout_;
  std::string from_;
  std::optional<FormatSpec> format_;
};

}  // namespace daicho
