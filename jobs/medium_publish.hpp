// From unpublished files to a medium: lists and slips, reading back, comparing with the ledger's facts, final names.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "jobs/medium_facts.hpp"
#include "jobs/medium_folder.hpp"

namespace daicho {

using LayoutNames = std::map<std::string, std::string>;

/// Which part of a recorded medium stands in the folders given for it.
enum class MediumStanding : std::uint8_t {
  elsewhere,   ///< none of it, or something else: other files, or volumes that are not those recorded
  unfinished,  ///< every volume, some still without its final name, or without lists
  complete
};

/// The folders of medium `medium` (from 1), one of each copy. Folders stand as given: those of 正 in order, then 副.
std::vector<MediumFolder> folders_of_medium(const std::vector<MediumFolder>& folders, unsigned media, unsigned medium);

/// Compares folders with a record, volumes and lists byte for byte by their digests.
MediumStanding standing_of(const MediumFacts& facts, const std::vector<MediumFolder>& folders,
                           const LayoutNames& names);

/// A sentence that names the first volume of a recorded medium that is in a folder and not as recorded.
std::optional<std::string> damage_of(const MediumFacts& facts, const std::vector<MediumFolder>& folders);

/// Writes SHA256SUMS and the slips of every medium without their final names, then syncs the folders.
void write_medium_lists(const MediumFacts& facts, const std::vector<MediumFolder>& folders, const LayoutNames& names);

/// Reads every unpublished file back and compares; throws WorldError.
void compare_with_medium(const MediumFacts& facts, const std::vector<MediumFolder>& folders, const LayoutNames& names);

/// Gives the volumes their final names, then the lists, which are written anew where they are missing or another's;
/// syncs. The volumes must stand there as the facts say. `renamed` is called after each step, for tests.
void publish_medium(const MediumFacts& facts, const std::vector<MediumFolder>& folders, const LayoutNames& names,
                    const std::function<void()>& renamed);

/// The slips of every medium into one folder: `<number>_slip_<n>of<N>_copy<c>.html` and `.txt`; existing ones are
/// replaced.
void write_slips(const MediumFacts& facts, const LayoutNames& names, const std::filesystem::path& folder);

}  // namespace daicho
