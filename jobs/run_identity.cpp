#include "jobs/run_identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "formats/error.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

/// Adds a file, or every file below a folder in order of path, each as relative path and content.
void add_tree(Sha256& digest, const fs::path& root) {
  if (!fs::is_directory(root)) {
    digest.update_part(root.filename().string());
    digest.update_part(digest_file(root).sha256);
    return;
  }
  std::set<std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) files.insert(entry.path().lexically_relative(root).generic_string());
  }
  for (const std::string& file : files) {
    digest.update_part(file);
    digest.update_part(digest_file(root / file).sha256);
  }
}

std::string schemas_digest(const RunWorld& world) {
  Sha256 digest;
  add_tree(digest, Catalog::program_folder());
  if (!world.own_schemas.empty()) {
    digest.update_part("own");
    add_tree(digest, world.own_schemas);
  }
  return digest.hex();
}

}  // namespace

RunIdentity identify(const Job& job, const RunRequest& request, const RunWorld& world, std::string_view as_of,
                     const fs::path& register_file) {
  RunIdentity identity;
  identity.settings_sha256 = digest_file(world.settings.file()).sha256;
  identity.schemas_sha256 = schemas_digest(world);
  identity.register_digest = digest_file(register_file);
  Sha256 digest;
  for (const std::string_view part :
       {job.name(), std::string_view(request.full ? "full" : ""), as_of, std::string_view(identity.settings_sha256),
        std::string_view(identity.schemas_sha256), std::string_view(identity.register_digest.sha256)}) {
    digest.update_part(part);
  }
  for (const auto& [option, path] : request.side_files) {
    const FileDigest side = digest_file(path);
    identity.side_files.push_back({option, side.bytes, side.sha256});
    digest.update_part(option);
    digest.update_part(side.sha256);
  }
  std::vector<std::string> keys = {"characters.gaiji", "characters.juki", "characters.substitutes"};
  for (const std::string& key : job.input_settings()) keys.push_back(key);
  for (const std::string& key : keys) {
    digest.update_part(key);
    const auto path = world.settings.path(key);
    if (path && fs::exists(*path)) add_tree(digest, *path);
  }
  identity.sha256 = digest.hex();
  return identity;
}

std::string moment_in_japan() {
  using namespace std::chrono;
  const auto now = floor<milliseconds>(system_clock::now()) + hours(9);
  const auto day = floor<days>(now);
  const year_month_day date(day);
  const hh_mm_ss time(now - day);
  return fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}{:03}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::string run_clock(const RunRequest& request, const std::string& moment) {
  if (request.now) return *request.now;
  if (request.as_of) return format_date(*request.as_of) + "000000000";
  return moment;
}

PartialDate processing_date(const RunRequest& request, const std::string& clock) {
  return request.as_of ? *request.as_of : parse_date(clock.substr(0, 8)).date;
}

}  // namespace daicho
