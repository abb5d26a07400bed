// Layout files that must be refused, each with the whole message.
#pragma once

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <string_view>

#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "tests/formats/schema_folder.hpp"

namespace daicho {

/// One bad layout. `text` is a whole file, or (for `check_refused_items`) its items, one a line.
struct BadLayout {
  const char* title;
  std::string_view text;
  const char* message;
};

inline void check_refused(const BadLayout& bad, std::string_view text) {
  CAPTURE(std::string(bad.title));
  const SchemaFolder folder;
  const std::filesystem::path file = folder.write("x.toml", text);
  CHECK(complaint_of<SchemaError>([&] { load_layout(file, "x.toml", Catalog()); }) == std::string(bad.message));
}

inline void check_refused_files(std::span<const BadLayout> files) {
  for (const BadLayout& bad : files) check_refused(bad, bad.text);
}

/// The items begin on line 6.
inline void check_refused_items(std::span<const BadLayout> items) {
  for (const BadLayout& bad : items) {
    check_refused(bad, "id = \"x\"\nversion = \"1.0\"\nname = \"例\"\nsource = \"試験\"\nitems = [\n" +
                           std::string(bad.text) + "]\n");
  }
}

}  // namespace daicho
