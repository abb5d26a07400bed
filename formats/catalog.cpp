#include "formats/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "formats/destination_layouts.hpp"
#include "formats/error.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kSixLayouts{"juki", "atena", "kengen", "access-log", "honnin", "soufusaki"};
constexpr std::array<std::string_view, 2> kOtherFiles{"findings", "iten"};  // top-level files that are no layouts
constexpr std::string_view kDestinationPrefix = "iten.";

/// A folder of schemas is known by the registry of findings, so that no unrelated folder of that name is taken.
bool is_schema_folder(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "findings.toml", error);
}

bool is_six(const std::string& id) {
  return std::find(kSixLayouts.begin(), kSixLayouts.end(), id) != kSixLayouts.end();
}

}  // namespace

Catalog::Catalog(fs::path own) : own_(std::move(own)), program_(program_folder()) {
  std::error_code error;
  if (!own_.empty() && !fs::is_directory(own_, error)) {
    throw UsageError(fmt::format("no such folder of schemas: {}", own_.string()));
  }
}

fs::path Catalog::program_folder() {
  if (const char* given = std::getenv("DAICHO_SCHEMAS"); given != nullptr && *given != '\0') {
    if (is_schema_folder(given)) return given;
    throw UsageError(fmt::format("DAICHO_SCHEMAS names {}, which holds no findings.toml", given));
  }
  std::error_code error;
  const fs::path beside = fs::read_symlink("/proc/self/exe", error).parent_path();
  // Beside the program, installed, or one level above (tests of a build tree). Never further up: a folder that happens
  // to lie there is somebody else's.
  for (const char* way : {"schemas", "../share/daicho/schemas", "../schemas"}) {
    fs::path folder = (beside / way).lexically_normal();
    if (is_schema_folder(folder)) return folder;
  }
  // Another program, which links the library: where it was installed.
  if (is_schema_folder(DAICHO_INSTALLED_SCHEMAS)) return DAICHO_INSTALLED_SCHEMAS;
  throw UsageError(fmt::format("no folder of schemas beside {}; name it in DAICHO_SCHEMAS", beside.string()));
}

fs::path Catalog::file(std::string_view relative) const {
  const fs::path path(relative);
  const bool inside = path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
  std::error_code error;
  for (const fs::path& folder : {own_, program_}) {
    if (inside && !folder.empty() && fs::is_regular_file(folder / path, error)) return folder / path;
  }
  throw UsageError(own_.empty() ? fmt::format("no schema {} in {}", relative, program_.string())
                                : fmt::format("no schema {} in {} or {}", relative, own_.string(), program_.string()));
}

std::string Catalog::shown(const fs::path& path) const {
  for (const fs::path& folder : {own_, program_}) {
    if (folder.empty()) continue;
    const fs::path relative = fs::absolute(path).lexically_normal().lexically_relative(
        fs::absolute(folder / "").lexically_normal().parent_path().parent_path());
    const fs::path name = fs::absolute(folder / "").lexically_normal().parent_path().filename();
    if (!relative.empty() && *relative.begin() == name) return relative.string();
  }
  return path.string();
}

std::vector<std::string> Catalog::names_in(std::string_view folder) const {
  std::set<std::string> names;
  for (const fs::path& root : {program_, own_}) {
    if (root.empty()) continue;
    std::error_code error;
    for (fs::directory_iterator entry(root / folder, error), end; !error && entry != end; entry.increment(error)) {
      if (entry->path().extension() == ".toml") names.insert(entry->path().stem().string());
    }
  }
  return {names.begin(), names.end()};
}

std::vector<std::string> Catalog::code_list_ids() const { return names_in("codes"); }

std::vector<std::string> Catalog::layout_ids() const {
  std::vector<std::string> ids(kSixLayouts.begin(), kSixLayouts.end());
  for (const std::string& name : names_in("")) {
    const bool other = std::find(kOtherFiles.begin(), kOtherFiles.end(), name) != kOtherFiles.end();
    if (!other && !is_six(name)) ids.push_back(name);
  }
  for (const std::string& destination : destination_ids(*this)) {
    ids.push_back(std::string(kDestinationPrefix) + destination);
  }
  return ids;
}

std::shared_ptr<const Layout> Catalog::layout(std::string_view id) const {
  if (const auto known = layouts_.find(id); known != layouts_.end()) return known->second;
  if (id.starts_with(kDestinationPrefix)) {
    for (Layout& layout : destination_layouts(*this)) {
      std::string name = layout.id;
      layouts_.emplace(std::move(name), std::make_shared<const Layout>(std::move(layout)));
    }
    if (const auto known = layouts_.find(id); known != layouts_.end()) return known->second;
  }
  const std::vector<std::string> ids = layout_ids();
  if (id.starts_with(kDestinationPrefix) || std::find(ids.begin(), ids.end(), id) == ids.end()) {
    const auto near = nearest_word(id, ids);
    throw UsageError(fmt::format("no layout '{}'; {}", id,
                                 near ? fmt::format("did you mean '{}'?", *near) : "`daicho layout list` lists them"));
  }
  const fs::path path = file(std::string(id) + ".toml");
  Layout loaded = load_layout(path, shown(path), *this);
  if (loaded.id != id) {
    fail_at(loaded.place, fmt::format("the id '{}' must be the file's name, '{}'", loaded.id, id));
  }
  return layouts_.emplace(std::string(id), std::make_shared<const Layout>(std::move(loaded))).first->second;
}

}  // namespace daicho
