#include "jobs/opened_volume.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "formats/sha256.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kMostManifestBytes = std::uint64_t{16} << 20;
constexpr std::size_t kMostFiles = 1024;

/// What is the same in every volume of a delivery, as one text.
std::string text_of(const MediumContents& contents) {
  return medium_contents_text({contents.delivery, 1, contents.volumes, {}});
}

/// Whether names lead nowhere and numbers can be meant.
bool plausible(const MediumContents& contents) {
  const auto named = [](const auto& each) {
    return archive_name_valid(each.name) && each.bytes <= kMostMemberBytes * 1024;
  };
  const std::vector<ManifestFile>& files = contents.delivery.files;
  std::set<std::string_view> names;
  const auto may_be_extracted = [&](const ManifestFile& file) {
    const bool of_medium = file.name == kMediumContentsName || file.name == kManifestName || file.name == kSumsName;
    return !of_medium && !file.name.ends_with(".part") && names.insert(file.name).second;
  };
  return is_medium_number(contents.delivery.number) && contents.volume >= 1 && contents.volume <= contents.volumes &&
         contents.volumes <= kMostVolumes && files.size() <= kMostFiles &&
         std::all_of(files.begin(), files.end(), named) && std::all_of(files.begin(), files.end(), may_be_extracted) &&
         std::all_of(contents.pieces.begin(), contents.pieces.end(), named);
}

}  // namespace

std::optional<OpenedVolume> read_volume(std::string_view content, const std::string& name, MediumVerifySink& sink) {
  const ArchiveReading archive = read_archive(content);
  if (!archive.fault.empty()) {
    sink.fault(MediumFault::bad_archive, name, archive.fault);
    return std::nullopt;
  }
  std::map<std::string_view, std::string_view> members;
  for (const ArchiveMember& member : archive.members) members.emplace(member.name, member.content);
  const auto take = [&](std::string_view wanted) {
    const auto member = members.find(wanted);
    if (member == members.end()) return std::string_view();
    const std::string_view text = member->second;
    members.erase(member);
    return text;
  };
  const std::string_view description = take(kMediumContentsName);
  auto contents = description.size() <= kMostManifestBytes ? parse_medium_contents(description) : std::nullopt;
  if (!contents || !plausible(*contents)) {
    sink.fault(MediumFault::no_contents, name, {});
    return std::nullopt;
  }
  OpenedVolume volume{std::move(*contents), take(kManifestName), {}};
  if (!volume.manifest.empty() && sha256_of(volume.manifest) != volume.contents.delivery.run_manifest_sha256) {
    sink.fault(MediumFault::manifest_altered, name, {});
    volume.manifest = {};
  }
  if (take(kSumsName) != sums_of_files(volume.contents.delivery.files)) {
    sink.fault(MediumFault::piece_altered, name, std::string(kSumsName));
  }
  for (const MediumPiece& piece : volume.contents.pieces) {
    const auto member = members.find(piece.name);
    if (member == members.end()) {
      sink.fault(MediumFault::piece_missing, name, piece.name);
      continue;
    }
    if (member->second.size() != piece.bytes || sha256_of(member->second) != piece.sha256) {
      sink.fault(MediumFault::piece_altered, name, piece.name);
    } else {
      volume.pieces.emplace(piece.name, member->second);
    }
    members.erase(member);
  }
  for (const auto& member : members) sink.fault(MediumFault::member_unlisted, name, std::string(member.first));
  return volume;
}

/// How far a file has come.
struct DeliveryCheck::FileState {
  explicit FileState(ManifestFile its) : file(std::move(its)) {}
  ManifestFile file;
  Sha256 digest;
  std::uint64_t bytes = 0;
  bool begun = false;
  bool broken = false;
};

DeliveryCheck::DeliveryCheck(MediumVerifySink& sink) : sink_(sink) {}
DeliveryCheck::~DeliveryCheck() = default;

std::optional<std::vector<MediumPiece>> DeliveryCheck::add(const OpenedVolume& volume, const std::string& name) {
  const MediumContents& contents = volume.contents;
  if (!delivery_) {
    delivery_ = contents.delivery;
    delivery_text_ = text_of(contents);
    for (const ManifestFile& file : contents.delivery.files) files_.push_back(std::make_unique<FileState>(file));
  } else if (text_of(contents) != delivery_text_) {
    sink_.fault(MediumFault::other_delivery, name, contents.delivery.number);
    return std::nullopt;
  }
  if (name != volume_name(contents.delivery.number, contents.volume, contents.volumes)) {
    exchanged_ = true;
    sink_.fault(MediumFault::wrong_volume, name,
                volume_name(contents.delivery.number, contents.volume, contents.volumes));
  }
  std::vector<MediumPiece> taken;
  for (const MediumPiece& piece : contents.pieces) {
    const auto found =
        std::find_if(files_.begin(), files_.end(), [&](const auto& state) { return state->file.name == piece.file; });
    if (found == files_.end()) {
      sink_.fault(MediumFault::member_unlisted, name, piece.name);
      continue;
    }
    FileState& state = **found;
    const auto bytes = volume.pieces.find(piece.name);
    state.begun = true;
    state.broken = state.broken || bytes == volume.pieces.end() || piece.offset != state.bytes;
    if (state.broken) continue;
    state.digest.update(bytes->second);
    state.bytes += bytes->second.size();
    taken.push_back(piece);
  }
  return taken;
}

std::vector<ManifestFile> DeliveryCheck::finish() {
  std::vector<ManifestFile> whole;
  for (const auto& state : files_) {
    const ManifestFile& file = state->file;
    if (!state->begun || state->broken || state->bytes != file.bytes) {
      if (exchanged_) continue;  // said already: their pieces stand in another order
      sink_.fault(MediumFault::file_incomplete, file.name, fmt::format("{} / {}", state->bytes, file.bytes));
    } else if (state->digest.hex() != file.sha256) {
      sink_.fault(MediumFault::file_altered, file.name, {});
    } else {
      whole.push_back(file);
    }
  }
  return whole;
}

}  // namespace daicho
