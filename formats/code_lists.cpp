#include "formats/code_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "formats/catalog.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostCodes = 10000;
constexpr std::size_t kLongestCode = 32;

constexpr std::array<CodeOrigin, 3> kOrigins{CodeOrigin::official, CodeOrigin::open, CodeOrigin::toolkit};

CodeOrigin parse_origin(const TomlTable& table) {
  const std::string word = table.string("origin");
  for (const CodeOrigin origin : kOrigins) {
    if (code_origin_name(origin) == word) return origin;
  }
  table.fail("origin", fmt::format("no such origin '{}'", word), "known: official, open, toolkit");
}

/// Codes are what an item holds: half-width text without blanks.
bool is_code(std::string_view code) {
  return !code.empty() && code.size() <= kLongestCode &&
         std::all_of(code.begin(), code.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

Code read_code(const TomlTable& entry, std::set<std::string>& seen) {
  Code code{entry.string("code"), entry.string("name"), entry.optional_boolean("alone").value_or(false)};
  entry.refuse_unknown();
  if (!is_code(code.code)) {
    entry.fail("code", fmt::format("a code is 1 to {} half-width characters without blanks", kLongestCode));
  }
  if (code.name.empty()) entry.fail("name", fmt::format("code '{}' needs a name", code.code));
  if (!seen.insert(code.code).second) entry.fail("code", fmt::format("code '{}' stands twice", code.code));
  return code;
}

}  // namespace

std::string_view code_origin_name(CodeOrigin origin) {
  switch (origin) {
    case CodeOrigin::official:
      return "official";
    case CodeOrigin::open:
      return "open";
    case CodeOrigin::toolkit:
      return "toolkit";
  }
  return "";
}

CodeList load_code_list(const std::filesystem::path& file, const std::string& shown_as) {
  const TomlFile toml(file, shown_as);
  const TomlTable root = toml.root();
  CodeList list;
  list.id = root.string("id");
  list.name = root.string("name");
  list.source = root.string("source");
  list.origin = parse_origin(root);
  const std::vector<TomlTable> entries = root.tables("codes");
  root.refuse_unknown();
  if (list.id != file.stem().string()) {
    root.fail("id", fmt::format("the id '{}' must be the file's name, '{}'", list.id, file.stem().string()));
  }
  if (entries.empty()) root.fail("codes", "a code list needs codes");
  if (entries.size() > kMostCodes) root.fail("codes", fmt::format("more than {} codes", kMostCodes));
  std::set<std::string> seen;
  for (const TomlTable& entry : entries) list.codes.push_back(read_code(entry, seen));
  return list;
}

std::shared_ptr<const CodeList> find_code_list(const Catalog& catalog, const std::string& id) {
  const std::filesystem::path file = catalog.file("codes/" + id + ".toml");
  return std::make_shared<const CodeList>(load_code_list(file, catalog.shown(file)));
}

}  // namespace daicho
