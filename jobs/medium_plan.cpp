#include "jobs/medium_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "formats/error.hpp"
#include "jobs/ustar.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kBlock = 512;                             // of the archive
constexpr std::uint64_t kOfMedium = std::uint64_t{32} << 10;      // the slips: two pages of text, and their style
constexpr std::uint64_t kOfSumsLine = 128;                        // of each volume in SHA256SUMS
constexpr std::uint64_t kOfDescription = std::uint64_t{2} << 10;  // of each file in medium.json and SHA256SUMS, padded

const std::string& destination_of(const ManifestFile& file) {
  return file.destination.empty() ? file.layout : file.destination;
}

/// With U+3000 as a blank of half its width: the eye does not tell them apart.
std::string narrow_blanks(std::string_view text) {
  constexpr std::string_view kWide = "\u3000";
  std::string narrow;
  for (std::size_t at = 0; at < text.size();) {
    const bool wide = text.substr(at, kWide.size()) == kWide;
    narrow += wide ? ' ' : text[at];
    at += wide ? kWide.size() : 1;
  }
  return narrow;
}

/// Content that every volume has besides its pieces.
std::uint64_t fixed_content(const std::vector<ManifestFile>& files, const MediumLimits& limits) {
  return limits.lists + kOfDescription * (files.size() + 1) + kBlock * (8 + files.size()) + kOfSumsLine;
}

std::uint64_t archived(std::uint64_t bytes) { return kBlock + bytes + archive_padding(bytes).size(); }

/// The medium and the volume that are being filled.
class Filling {
 public:
  Filling(const std::vector<ManifestFile>& files, const SealParties& parties, const MediumLimits& limits)
      : parties_(parties), limits_(limits), fixed_(fixed_content(files, limits)) {
    if (limits.volume_content <= fixed_ + kBlock) throw RefusedError("the files are too many for a volume");
    begin_medium();
    if (room_of_new_volume() == 0) throw too_small();
  }

  void add(const ManifestFile& file) {
    if (archived(file.bytes) <= room_) return put(file, 0, file.bytes, false);
    const std::uint64_t fresh = std::max(room_of_new_volume(), room_of_new_medium());
    if (archived(file.bytes) <= fresh) {
      begin_volume(archived(file.bytes));
      return put(file, 0, file.bytes, false);
    }
    for (std::uint64_t offset = 0; offset < file.bytes;) {
      if (room_ <= 2 * kBlock) begin_volume(3 * kBlock);
      const std::uint64_t most = (room_ - kBlock) / kBlock * kBlock;
      const std::uint64_t bytes = std::min(file.bytes - offset, most);
      put(file, offset, bytes, true);
      offset += bytes;
    }
  }

  MediumPlan finish() {
    end_volume();
    plan_.largest = std::max(plan_.largest, used_);
    return std::move(plan_);
  }

 private:
  RefusedError too_small() const {
    return RefusedError(fmt::format("a medium of {} bytes holds nothing: at least {} are needed", limits_.capacity,
                                    kOfMedium + sealed_size_bound(fixed_ + 4 * kBlock, parties_)));
  }

  /// What a volume's pieces may take, where so many bytes are left on its medium.
  std::uint64_t room_within(std::uint64_t left) const {
    const std::uint64_t whole = limits_.volume_content - fixed_;
    if (limits_.capacity == 0) return whole;
    // sealed_size_bound grows by 257/256 of the content.
    const std::uint64_t overhead = sealed_size_bound(fixed_, parties_);
    if (left <= overhead + 4 * kBlock) return 0;
    return std::min(whole, (left - overhead) / 257 * 256 - kBlock);
  }

  std::uint64_t left_on_medium() const { return limits_.capacity > used_ ? limits_.capacity - used_ : 0; }

  std::uint64_t room_of_new_volume() const {
    const std::uint64_t pending =
        plan_.volumes.empty() || content_ == 0 ? 0 : sealed_size_bound(fixed_ + content_, parties_);
    return room_within(left_on_medium() > pending ? left_on_medium() - pending : 0);
  }

  std::uint64_t room_of_new_medium() const {
    return room_within(limits_.capacity > kOfMedium ? limits_.capacity - kOfMedium : 0);
  }

  void begin_medium() {
    plan_.largest = std::max(plan_.largest, used_);
    used_ = kOfMedium;
  }

  void end_volume() {
    if (!plan_.volumes.empty()) used_ += sealed_size_bound(fixed_ + content_, parties_);
    content_ = 0;
  }

  /// On this medium where at least `wanted` bytes of archive fit, else on the next.
  void begin_volume(std::uint64_t wanted) {
    end_volume();
    if (!plan_.volumes.empty() && room_within(left_on_medium()) < wanted) {
      begin_medium();
      ++plan_.media;
    }
    room_ = room_within(left_on_medium());
    if (room_ < std::min<std::uint64_t>(wanted, 3 * kBlock)) throw too_small();
    if (plan_.volumes.size() == kMostVolumes) {
      throw RefusedError(fmt::format("more than {} volumes would be needed", kMostVolumes));
    }
    plan_.volumes.push_back({plan_.media, {}});
  }

  void put(const ManifestFile& file, std::uint64_t offset, std::uint64_t bytes, bool cut) {
    if (plan_.volumes.empty()) begin_volume(archived(bytes));
    MediumPiece piece{file.name, file.name, offset, bytes, {}};
    if (cut) {
      pieces_ = offset == 0 ? 1 : pieces_ + 1;
      if (pieces_ > kMostVolumes) throw RefusedError(fmt::format("{} is too large for media this small", file.name));
      piece.name = fmt::format("{}.{:03}", file.name, pieces_);
    } else {
      piece.sha256 = file.sha256;
    }
    plan_.volumes.back().pieces.push_back(std::move(piece));
    content_ += archived(bytes);
    room_ -= std::min(room_, archived(bytes));
  }

  const SealParties& parties_;
  const MediumLimits& limits_;
  std::uint64_t fixed_;
  MediumPlan plan_;
  std::uint64_t used_ = 0;     // bytes of the medium, at most
  std::uint64_t content_ = 0;  // archive of the volume's pieces
  std::uint64_t room_ = 0;     // what more fits
  unsigned pieces_ = 0;        // of the file that is being cut
};

}  // namespace

MediumSelection select_files(const Manifest& manifest, std::string_view wanted) {
  std::map<std::string, std::string> destinations;  // a line each, with the layout
  for (const ManifestFile& file : manifest.files) {
    if (file.kind == "data" && (!file.destination.empty() || !wanted.empty()))
      destinations.emplace(destination_of(file),
                           fmt::format("\n  {}{}", destination_of(file),
                                       file.destination.empty() ? "" : fmt::format(" ({})", file.layout)));
  }
  std::string offered;
  for (const auto& [name, line] : destinations) offered += line;
  MediumSelection selection;
  if (wanted.empty()) {
    if (destinations.empty())
      throw NothingToHandOver(fmt::format("the run {} has no data file to hand over", manifest.run));
    if (destinations.size() > 1) {
      throw UsageError(fmt::format("the run {} has files for {} destinations; name one with --destination:{}",
                                   manifest.run, destinations.size(), offered));
    }
    selection.destination = destinations.begin()->first;
  }
  for (const ManifestFile& file : manifest.files) {
    const bool is_wanted = wanted.empty()
                               ? file.destination == selection.destination
                               : narrow_blanks(destination_of(file)) == narrow_blanks(wanted) || file.layout == wanted;
    if (file.kind == "glyphs") {
      selection.files.push_back(file);
    } else if (file.kind == "data" && is_wanted) {
      selection.files.push_back(file);
      selection.destination = destination_of(file);
      selection.partial = selection.partial || file.destination.empty();  // the log alone
    } else if (file.kind == "data" && !file.destination.empty()) {
      selection.partial = true;
    }
  }
  const bool log_alone = std::none_of(selection.files.begin(), selection.files.end(),
                                      [](const ManifestFile& file) { return !file.destination.empty(); });
  if (log_alone) {  // the glyphs belong to what is handed over
    selection.files.erase(std::remove_if(selection.files.begin(), selection.files.end(),
                                         [](const ManifestFile& file) { return file.kind == "glyphs"; }),
                          selection.files.end());
  }
  const bool any = std::any_of(selection.files.begin(), selection.files.end(),
                               [](const ManifestFile& file) { return file.kind == "data"; });
  if (!any) {
    throw UsageError(fmt::format("the run {} has no file for '{}'; it has:{}", manifest.run, wanted, offered));
  }
  for (const ManifestFile& file : selection.files) {
    if (!archive_name_valid(file.name + ".001")) {
      throw RefusedError(fmt::format("a medium cannot hold a file of the name {}", file.name));
    }
  }
  return selection;
}

MediumPlan plan_medium(const std::vector<ManifestFile>& files, const SealParties& parties, const MediumLimits& limits) {
  Filling filling(files, parties, limits);
  for (const ManifestFile& file : files) filling.add(file);
  return filling.finish();
}

}  // namespace daicho
