// The lines of schema files that findings point at.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/catalog.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// Reads each file once, when it is first asked for.
class SchemaLines {
 public:
  /// The catalog must outlive it.
  explicit SchemaLines(const Catalog& catalog) : catalog_(catalog) {}

  /// The line at `place` without the blanks around it; empty where the file is not at hand any more. Valid as long as
  /// this object.
  std::string_view line(const SchemaPlace& place);

 private:
  const std::vector<std::string>& lines_of(const std::string& shown);

  const Catalog& catalog_;
  std::map<std::string, std::vector<std::string>> files_;  // by the name that people see
};

}  // namespace daicho
