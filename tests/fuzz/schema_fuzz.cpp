// libFuzzer target: no text crashes the loaders of layouts; they answer with a layout or a SchemaError.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "formats/catalog.hpp"
#include "formats/error.hpp"
#include "formats/format_spec.hpp"

extern "C" int LLVMFuzzerInitialize(int*, char***) { return setenv("DAICHO_SCHEMAS", DAICHO_SOURCE_DIR "/schemas", 1); }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const daicho::Catalog catalog;
  static const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("daicho-schema-fuzz-" + std::to_string(getpid()) + ".toml");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
  try {
    const daicho::Layout layout = daicho::load_layout(file, "fuzz.toml", catalog);
    if (layout.items.empty()) std::abort();
    for (const daicho::Item& item : layout.items) {
      if (item.picture.length == 0) std::abort();
      for (const daicho::Relation& relation : item.relations) {
        for (const std::size_t other : relation.items) {
          if (other >= layout.items.size()) std::abort();
        }
      }
    }
  } catch (const daicho::SchemaError& error) {
    if (!std::string_view(error.what()).starts_with("fuzz.toml:")) std::abort();
  }
  try {
    daicho::parse_format_spec(text);
  } catch (const daicho::UsageError&) {
  }
  return 0;
}
