// A file of a delivery as bytes in order, over the volumes that hold its pieces.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "formats/byte_source.hpp"
#include "jobs/medium_listing.hpp"
#include "jobs/opened_volume.hpp"
#include "jobs/unseal.hpp"

namespace daicho {

/// Opens volumes again once they were found right, one at a time.
class VolumeOpener {
 public:
  VolumeOpener(const std::vector<ListedVolume>& volumes, const Certificate& certificate, const PrivateKey& key,
               const TrustedAuthorities* authorities)
      : volumes_(volumes), certificate_(certificate), key_(key), authorities_(authorities) {}

  std::size_t count() const { return volumes_.size(); }
  const ListedVolume& volume(std::size_t index) const { return volumes_[index]; }
  /// What becomes of the seal; kept until another volume is asked for. Throws WorldError.
  const UnsealResult& open(std::size_t index);

 private:
  const std::vector<ListedVolume>& volumes_;
  const Certificate& certificate_;
  const PrivateKey& key_;
  const TrustedAuthorities* authorities_;
  std::size_t opened_ = static_cast<std::size_t>(-1);
  UnsealResult result_;
};

/// Where the pieces of a file lie.
struct PiecePlace {
  std::size_t volume = 0;  ///< from 0
  std::string name;
};

/// A source over the pieces. `opener` must outlive it; reading throws WorldError where a piece is no longer there.
std::unique_ptr<ByteSource> delivered_file(VolumeOpener& opener, std::vector<PiecePlace> pieces, std::string name);

}  // namespace daicho
