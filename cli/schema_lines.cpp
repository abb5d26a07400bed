#include "cli/schema_lines.hpp"

#include <filesystem>
#include <fstream>

#include "formats/error.hpp"

namespace daicho {

std::string_view SchemaLines::line(const SchemaPlace& place) {
  const std::vector<std::string>& lines = lines_of(place.file);
  if (place.line == 0 || place.line > lines.size()) return {};
  const std::string_view line = lines[place.line - 1];
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r,") + 1 - begin);
}

const std::vector<std::string>& SchemaLines::lines_of(const std::string& shown) {
  const auto [file, fresh] = files_.try_emplace(shown);
  if (!fresh) return file->second;
  const std::size_t folder = shown.find('/');
  if (folder == std::string::npos) return file->second;
  try {
    const std::filesystem::path path = catalog_.file(shown.substr(folder + 1));
    if (catalog_.shown(path) != shown) return file->second;
    std::ifstream text(path);
    for (std::string line; std::getline(text, line);) file->second.push_back(line);
  } catch (const UsageError&) {
    // A report is no worse for a schema file that is gone: the place itself is shown.
  }
  return file->second;
}

}  // namespace daicho
