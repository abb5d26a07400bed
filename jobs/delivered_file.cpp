#include "jobs/delivered_file.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <cstring>

#include "formats/error.hpp"

namespace daicho {
namespace {

class DeliveredFile : public ByteSource {
 public:
  DeliveredFile(VolumeOpener& opener, std::vector<PiecePlace> pieces, std::string name)
      : opener_(opener), pieces_(std::move(pieces)), name_(std::move(name)) {}
  DeliveredFile(const DeliveredFile&) = delete;
  DeliveredFile& operator=(const DeliveredFile&) = delete;
  ~DeliveredFile() override { OPENSSL_cleanse(ahead_.data(), ahead_.size()); }

  std::size_t read(char* buffer, std::size_t size) override {
    if (!ahead_.empty()) {
      const std::size_t count = std::min(size, ahead_.size());
      std::memcpy(buffer, ahead_.data(), count);
      ahead_.erase(0, count);
      return count;
    }
    const std::string_view bytes = current();
    const std::size_t count = std::min(size, bytes.size());
    if (count > 0) std::memcpy(buffer, bytes.data(), count);
    at_ += count;
    return count;
  }

  std::string_view peek(std::size_t size) override {
    while (ahead_.size() < size) {
      const std::string_view bytes = current();
      if (bytes.empty()) break;
      const std::size_t count = std::min(size - ahead_.size(), bytes.size());
      ahead_.append(bytes.substr(0, count));
      at_ += count;
    }
    return ahead_;
  }

  const std::string& name() const override { return name_; }

 private:
  /// What is left of the piece that is being read, else of the next one; empty at the end.
  std::string_view current() {
    for (; piece_ < pieces_.size(); ++piece_, at_ = 0) {
      const PiecePlace& place = pieces_[piece_];
      const ArchiveReading archive = read_archive(opener_.open(place.volume).content.view());
      const auto member = std::find_if(archive.members.begin(), archive.members.end(),
                                       [&](const ArchiveMember& each) { return each.name == place.name; });
      if (member == archive.members.end() || member->content.size() < at_) {
        throw WorldError(fmt::format("{} changed while it was read", opener_.volume(place.volume).path.string()));
      }
      if (at_ < member->content.size()) return member->content.substr(at_);
    }
    return {};
  }

  VolumeOpener& opener_;
  std::vector<PiecePlace> pieces_;
  std::string name_;
  std::size_t piece_ = 0;
  std::size_t at_ = 0;  // bytes of the piece that were taken
  std::string ahead_;   // peeked at and not read
};

}  // namespace

const UnsealResult& VolumeOpener::open(std::size_t index) {
  if (index == opened_) return result_;
  result_ = {};
  opened_ = static_cast<std::size_t>(-1);
  const ListedVolume& volume = volumes_[index];
  const auto message = read_bounded(volume.path, kMostVolumeBytes);
  if (!message) throw WorldError(fmt::format("{} changed while it was read", volume.path.string()));
  result_ = unseal(*message, certificate_, key_, authorities_);
  opened_ = index;
  return result_;
}

std::unique_ptr<ByteSource> delivered_file(VolumeOpener& opener, std::vector<PiecePlace> pieces, std::string name) {
  return std::make_unique<DeliveredFile>(opener, std::move(pieces), std::move(name));
}

}  // namespace daicho
