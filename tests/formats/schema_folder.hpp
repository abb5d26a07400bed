// A folder of schemas for one test, removed at its end.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace daicho {

class SchemaFolder {
 public:
  SchemaFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "daicho-schemas-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    base_ = pattern;
    std::filesystem::create_directory(path());
  }
  ~SchemaFolder() { std::filesystem::remove_all(base_); }
  SchemaFolder(const SchemaFolder&) = delete;
  SchemaFolder& operator=(const SchemaFolder&) = delete;

  std::filesystem::path path() const { return base_ / "own"; }

  /// Writes one file and answers its path.
  std::filesystem::path write(std::string_view name, std::string_view text) const {
    const std::filesystem::path file = path() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }

 private:
  std::filesystem::path base_;
};

/// What a function complains of, as text; empty where it does not.
template <typename Error, typename Function>
std::string complaint_of(const Function& function) {
  try {
    function();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace daicho
