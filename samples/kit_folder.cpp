#include "samples/kit_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "formats/error.hpp"
#include "formats/sha256.hpp"
#include "jobs/durable.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

/// `out/kit` for `out/kit/`: a folder's own name, whatever slash a shell completed behind it.
fs::path without_slash(const fs::path& path) {
  const fs::path normal = path.lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

constexpr std::size_t kDigits = 64;

/// Name and sum of each line; nothing where a line is something else.
bool read_sums(const std::string& text, std::map<std::string, std::string>& sums) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.size() < kDigits + 3 || line.substr(kDigits, 2) != "  ") return false;
    sums[line.substr(kDigits + 2)] = line.substr(0, kDigits);
  }
  return true;
}

/// The files of a folder, by name, but for the list of sums. What may not be looked into is left out.
std::set<std::string> files_in(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().lexically_relative(folder).generic_string();
    if (name != kKitSums && !(entry->is_directory(error) && !entry->is_symlink(error))) names.insert(name);
  }
  if (error) throw WorldError(fmt::format("cannot read {}: {}", folder.string(), error.message()));
  return names;
}

/// --overwrite is for a kit, and for nothing that somebody put into its folder.
void refuse_foreign_files(const fs::path& kit) {
  std::map<std::string, std::string> sums;
  read_sums(kit_bytes(kit / kKitSums), sums);
  for (const std::string& name : files_in(kit)) {
    if (sums.count(name) != 0) continue;
    throw UsageError(fmt::format("{} holds {}, which is not part of the kit: move it away, or name another folder",
                                 kit.string(), name));
  }
}

/// What is wrong with one file of a kit; nothing where it is as it was made.
std::optional<std::string> damage_of(const fs::path& file, const std::string& sum) {
  try {
    if (!fs::is_regular_file(file)) return "no plain file";
    if (sha256_of(kit_bytes(file)) != sum) return "changed since the kit was made (SHA-256)";
    return std::nullopt;
  } catch (const WorldError& error) {
    return error.what();
  } catch (const fs::filesystem_error& error) {
    return error.what();
  }
}

}  // namespace

void refuse_existing_kit(const fs::path& given, Overwrite overwrite) {
  const fs::path path = without_slash(given);
  if (!fs::exists(fs::symlink_status(path))) return;
  if (overwrite == Overwrite::no) throw UsageError(path.string() + " exists; --overwrite replaces it");
  // --overwrite is for a kit: nobody wants to lose another folder to a slip of the hand.
  if (!fs::is_directory(fs::symlink_status(path)) || !fs::exists(path / kKitSums)) {
    throw UsageError(path.string() + " exists and is no kit; it stays as it is");
  }
  refuse_foreign_files(path);
}

KitFolder::KitFolder(const fs::path& path, Overwrite overwrite) : path_(without_slash(path)), overwrite_(overwrite) {
  refuse_existing_kit(path_, overwrite_);
  make_private_folder(folder_of(path_));
  temporary_ = folder_of(path_) / fmt::format(".{}.{}.part", path_.filename().string(), ::getpid());
  fs::remove_all(temporary_);
  make_private_folder(temporary_);
}

KitFolder::~KitFolder() {
  std::error_code ignored;
  if (!published_) fs::remove_all(temporary_, ignored);
}

void KitFolder::write(const std::string& name, std::string_view bytes) {
  make_private_folder((temporary_ / name).parent_path());
  DurableFile file(temporary_ / name);
  file.write(bytes);
  file.finish();
  sums_[name] = sha256_of(bytes);
}

void KitFolder::publish() {
  std::string list;
  for (const auto& [name, sum] : sums_) list += fmt::format("{}  {}\n", sum, name);
  write(kKitSums, list);
  sync_folder(temporary_);
  const bool replaces = fs::exists(fs::symlink_status(path_));
  if (replaces) refuse_existing_kit(path_, overwrite_);
  if (replaces) {
    exchange_folders();
  } else {
    rename_to_new_name(temporary_, path_);
  }
  published_ = true;
  if (replaces) fs::remove_all(temporary_);  // the folder that was replaced
  sync_folder(folder_of(path_));
}

/// Puts the new folder in the place of the old one, and the old one in its.
void KitFolder::exchange_folders() {
  if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0) return;
  if (errno != EINVAL && errno != ENOSYS) throw_errno("publish", path_.string());
  fs::path old = temporary_;  // a file system without the flag
  old += ".old";
  rename_to_new_name(path_, old);
  rename_to_new_name(temporary_, path_);
  rename_to_new_name(old, temporary_);
}

std::string kit_bytes(const fs::path& file) {
  if (!fs::is_regular_file(file)) throw WorldError(fmt::format("cannot read {}: no plain file", file.string()));
  std::ifstream in(file, std::ios::binary);
  try {
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (in) return bytes;
  } catch (const std::ios_base::failure&) {  // a stream buffer's own answer to an I/O error
  }
  throw WorldError(fmt::format("cannot read {}", file.string()));
}

std::vector<std::string> kit_damage(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw WorldError(fmt::format("cannot read {}: no folder", folder.string()));
  std::vector<std::string> damage;
  std::map<std::string, std::string> sums;
  if (!fs::is_regular_file(folder / kKitSums)) return {fmt::format("{}: missing", kKitSums)};
  if (!read_sums(kit_bytes(folder / kKitSums), sums)) return {fmt::format("{}: no list of SHA-256 sums", kKitSums)};
  std::set<std::string> there = files_in(folder);
  for (const auto& [name, sum] : sums) {
    if (there.erase(name) == 0) {
      damage.push_back(fmt::format("{}: missing", name));
    } else if (const auto wrong = damage_of(folder / name, sum)) {
      damage.push_back(fmt::format("{}: {}", name, *wrong));
    }
  }
  for (const std::string& name : there) damage.push_back(fmt::format("{}: not part of the kit", name));
  return damage;
}

}  // namespace daicho
