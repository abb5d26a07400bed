#include "jobs/medium_publish.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/slip.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

struct ListFile {
  std::string_view name;
  std::string text;
};

/// The place of a folder: which medium of which copy, each from 1.
struct MediumPlace {
  unsigned medium = 1;
  unsigned copy = 1;
};

MediumPlace place_of(const MediumFacts& facts, std::size_t folder) {
  return {static_cast<unsigned>(folder % facts.media) + 1, static_cast<unsigned>(folder / facts.media) + 1};
}

std::vector<ListFile> lists_of(const MediumFacts& facts, MediumPlace place, const LayoutNames& names) {
  const SlipSubject subject{facts, place.medium, place.copy, names};
  return {{kSumsName, sums_of_volumes(facts, place.medium)},
          {kSlipPageName, slip_page(subject)},
          {kSlipTextName, slip_text(subject)}};
}

bool holds(const fs::path& file, const MediumVolume& volume) {
  const FileDigest digest = read_back(file);
  return digest.bytes == volume.bytes && digest.sha256 == volume.sha256;
}

bool holds_text(const fs::path& file, const std::string& text) {
  if (!fs::is_regular_file(fs::symlink_status(file))) return false;
  const FileDigest digest = digest_file(file);
  return digest.bytes == text.size() && digest.sha256 == sha256_of(text);
}

void write_part(const fs::path& part, std::string_view text) {
  DurableFile file(part);
  file.write(text);
  file.finish();
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

MediumStanding standing_of_one(const MediumFacts& facts, MediumPlace place, const MediumFolder& folder,
                               const LayoutNames& names) {
  const MediumFolderContent content = folder.content();
  if (!content.others.empty()) return MediumStanding::elsewhere;
  bool complete = content.parts.empty();
  std::size_t volumes = 0;
  for (const MediumVolume& volume : facts.volumes) {
    if (volume.medium != place.medium) continue;
    ++volumes;
    const bool final_name = has(content.finals, volume.name);
    const std::string part = volume.name + std::string(kPartSuffix);
    if (!final_name && !has(content.parts, part)) return MediumStanding::elsewhere;
    if (!holds(final_name ? folder.file(volume.name) : folder.part(volume.name), volume))
      return MediumStanding::elsewhere;
    complete = complete && final_name;
  }
  const std::vector<ListFile> lists = lists_of(facts, place, names);
  const bool listed = std::all_of(lists.begin(), lists.end(), [&](const ListFile& list) {
    return has(content.finals, list.name) && holds_text(folder.file(list.name), list.text);
  });
  const std::size_t found = static_cast<std::size_t>(std::count_if(
      content.finals.begin(), content.finals.end(), [](const std::string& name) { return is_volume_name(name); }));
  if (found > volumes) return MediumStanding::elsewhere;
  return complete && listed ? MediumStanding::complete : MediumStanding::unfinished;
}

}  // namespace

std::vector<MediumFolder> folders_of_medium(const std::vector<MediumFolder>& folders, unsigned media, unsigned medium) {
  std::vector<MediumFolder> chosen;
  for (std::size_t index = medium - 1; index < folders.size(); index += media) chosen.push_back(folders[index]);
  return chosen;
}

MediumStanding standing_of(const MediumFacts& facts, const std::vector<MediumFolder>& folders,
                           const LayoutNames& names) {
  if (folders.size() != std::size_t{facts.media} * facts.copies) return MediumStanding::elsewhere;
  MediumStanding standing = MediumStanding::complete;
  for (std::size_t index = 0; index < folders.size(); ++index) {
    const MediumStanding one = standing_of_one(facts, place_of(facts, index), folders[index], names);
    if (one == MediumStanding::elsewhere) return one;
    if (one == MediumStanding::unfinished) standing = one;
  }
  return standing;
}

std::optional<std::string> damage_of(const MediumFacts& facts, const std::vector<MediumFolder>& folders) {
  for (const MediumFolder& folder : folders) {
    const MediumFolderContent content = folder.content();
    for (const MediumVolume& volume : facts.volumes) {
      const std::string part = volume.name + std::string(kPartSuffix);
      const std::string& name = has(content.finals, volume.name) ? volume.name : part;
      if (name == part && !has(content.parts, part)) continue;
      if (holds(folder.file(name), volume)) continue;
      return fmt::format("{} in {} is damaged: {} is not as recorded", facts.delivery.number, folder.path().string(),
                         name);
    }
  }
  return std::nullopt;
}

void write_medium_lists(const MediumFacts& facts, const std::vector<MediumFolder>& folders, const LayoutNames& names) {
  for (std::size_t index = 0; index < folders.size(); ++index) {
    for (const ListFile& list : lists_of(facts, place_of(facts, index), names)) {
      write_part(folders[index].part(list.name), list.text);
    }
    sync_folder(folders[index].path());
  }
}

void compare_with_medium(const MediumFacts& facts, const std::vector<MediumFolder>& folders, const LayoutNames& names) {
  const auto refuse = [](const fs::path& file) {
    throw WorldError(
        fmt::format("what was written to {} does not come back as it was: the medium is faulty", file.string()));
  };
  for (std::size_t index = 0; index < folders.size(); ++index) {
    const MediumPlace place = place_of(facts, index);
    for (const MediumVolume& volume : facts.volumes) {
      const fs::path part = folders[index].part(volume.name);
      if (volume.medium == place.medium && !holds(part, volume)) refuse(part);
    }
    for (const ListFile& list : lists_of(facts, place, names)) {
      const fs::path part = folders[index].part(list.name);
      const FileDigest digest = read_back(part);
      if (digest.sha256 != sha256_of(list.text)) refuse(part);
    }
  }
}

void publish_medium(const MediumFacts& facts, const std::vector<MediumFolder>& folders, const LayoutNames& names,
                    const std::function<void()>& renamed) {
  for (std::size_t index = 0; index < folders.size(); ++index) {
    const MediumFolder& folder = folders[index];
    const MediumPlace place = place_of(facts, index);
    for (const MediumVolume& volume : facts.volumes) {
      if (volume.medium != place.medium || fs::exists(folder.file(volume.name))) continue;
      rename_to_new_name(folder.part(volume.name), folder.file(volume.name));
      renamed();
    }
    for (const ListFile& list : lists_of(facts, place, names)) {
      if (!holds_text(folder.file(list.name), list.text)) {
        if (!holds_text(folder.part(list.name), list.text)) write_part(folder.part(list.name), list.text);
        fs::rename(folder.part(list.name), folder.file(list.name));
      }
      renamed();
    }
    folder.remove(folder.content().parts);
    sync_folder(folder.path());
  }
}

void write_slips(const MediumFacts& facts, const LayoutNames& names, const fs::path& folder) {
  for (unsigned copy = 1; copy <= facts.copies; ++copy) {
    for (unsigned medium = 1; medium <= facts.media; ++medium) {
      const std::string stem = fmt::format("{}_slip_{}of{}_copy{}", facts.delivery.number, medium, facts.media, copy);
      const SlipSubject subject{facts, medium, copy, names};
      for (const auto& [suffix, text] :
           {std::pair{".html", slip_page(subject)}, std::pair{".txt", slip_text(subject)}}) {
        const fs::path part = folder / (stem + suffix + std::string(kPartSuffix));
        write_part(part, text);
        fs::rename(part, folder / (stem + suffix));
      }
    }
  }
  sync_folder(folder);
}

}  // namespace daicho
