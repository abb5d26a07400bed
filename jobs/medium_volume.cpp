#include "jobs/medium_volume.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/crypto.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <functional>
#include <map>
#include <memory>

#include "formats/error.hpp"
#include "formats/sha256.hpp"
#include "jobs/descriptor.hpp"
#include "jobs/durable.hpp"
#include "jobs/ustar.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr std::int64_t kJapan = std::int64_t{9} * 3600;  // seconds before UTC

/// A stretch of a file of the run, block by block; its content is personal, so the block is wiped.
void read_piece(const fs::path& file, const MediumPiece& piece, const std::function<void(std::string_view)>& take) {
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!opened.open()) throw_errno("open", file.string());
  std::vector<char> block(kBlock);
  const std::unique_ptr<std::vector<char>, void (*)(std::vector<char>*)> wiping(
      &block, [](std::vector<char>* bytes) { OPENSSL_cleanse(bytes->data(), bytes->size()); });
  for (std::uint64_t done = 0; done < piece.bytes;) {
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, piece.bytes - done));
    const ssize_t count = ::pread(opened.number(), block.data(), wanted, static_cast<off_t>(piece.offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw_errno("read", file.string());
    if (count == 0) throw WorldError(fmt::format("{} became shorter while it was read", file.string()));
    take({block.data(), static_cast<std::size_t>(count)});
    done += static_cast<std::uint64_t>(count);
  }
}

/// `made` (Japan's time) as seconds since 1970.
std::int64_t seconds_of(const std::string& made) {
  std::tm fields{};
  fields.tm_year = std::stoi(made.substr(0, 4)) - 1900;
  fields.tm_mon = std::stoi(made.substr(4, 2)) - 1;
  fields.tm_mday = std::stoi(made.substr(6, 2));
  fields.tm_hour = std::stoi(made.substr(8, 2));
  fields.tm_min = std::stoi(made.substr(10, 2));
  fields.tm_sec = std::stoi(made.substr(12, 2));
  return static_cast<std::int64_t>(::timegm(&fields)) - kJapan;
}

/// The targets of one volume, written together.
class VolumeFiles {
 public:
  explicit VolumeFiles(const std::vector<fs::path>& targets) {
    for (const fs::path& target : targets) files_.push_back(std::make_unique<DurableFile>(target));
  }
  void write(std::string_view bytes) {
    for (const auto& file : files_) file->write(bytes);
    digest_.update(bytes);
    bytes_ += bytes.size();
  }
  void finish(MediumVolume& volume) {
    for (const auto& file : files_) file->finish();
    volume.bytes = bytes_;
    volume.sha256 = digest_.hex();
  }

 private:
  std::vector<std::unique_ptr<DurableFile>> files_;
  Sha256 digest_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

void digest_pieces(const fs::path& run_folder, const std::vector<ManifestFile>& files, MediumPlan& plan) {
  std::map<std::string, Sha256> whole;  // by file: its pieces follow on one another
  for (PlannedVolume& volume : plan.volumes) {
    for (MediumPiece& piece : volume.pieces) {
      if (!piece.sha256.empty()) continue;
      Sha256 digest;
      Sha256& of_file = whole[piece.file];
      read_piece(run_folder / piece.file, piece, [&](std::string_view bytes) {
        digest.update(bytes);
        of_file.update(bytes);
      });
      piece.sha256 = digest.hex();
    }
  }
  for (const ManifestFile& file : files) {
    const auto digest = whole.find(file.name);
    if (digest != whole.end() && digest->second.hex() != file.sha256) {
      throw WorldError(fmt::format("{} changed while it was read", (run_folder / file.name).string()));
    }
  }
}

MediumVolume write_volume(const VolumeSource& source, const MediumPlan& plan, std::size_t index,
                          const std::vector<fs::path>& targets) {
  const PlannedVolume& planned = plan.volumes[index];
  const unsigned number = static_cast<unsigned>(index) + 1;
  const unsigned volumes = static_cast<unsigned>(plan.volumes.size());
  MediumVolume volume{volume_name(source.delivery.number, number, volumes), planned.medium, 0, {}};
  const std::int64_t time = seconds_of(source.delivery.made);
  VolumeFiles files(targets);
  Seal seal(source.parties, [&](std::string_view bytes) { files.write(bytes); });
  const auto add_text = [&](std::string_view name, const std::string& text) {
    seal.write(archive_header(name, text.size(), time));
    seal.write(text);
    seal.write(archive_padding(text.size()));
  };
  add_text(kMediumContentsName, medium_contents_text({source.delivery, number, volumes, planned.pieces}));
  if (!source.manifest.empty()) add_text(kManifestName, source.manifest);
  add_text(kSumsName, sums_of_files(source.delivery.files));
  for (const MediumPiece& piece : planned.pieces) {
    const fs::path file = source.run_folder / piece.file;
    Sha256 digest;
    seal.write(archive_header(piece.name, piece.bytes, time));
    read_piece(file, piece, [&](std::string_view bytes) {
      digest.update(bytes);
      seal.write(bytes);
    });
    if (digest.hex() != piece.sha256) throw WorldError(fmt::format("{} changed while it was read", file.string()));
    seal.write(archive_padding(piece.bytes));
  }
  seal.write(archive_end());
  seal.finish();
  files.finish(volume);
  return volume;
}

}  // namespace daicho
