// A volume after its seal: what its archive holds, held against its own medium.json.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/medium_facts.hpp"
#include "jobs/medium_fault.hpp"
#include "jobs/ustar.hpp"

namespace daicho {

/// What one volume holds. Views into the content that it was read from.
struct OpenedVolume {
  MediumContents contents;
  std::string_view manifest;                       ///< empty: it does not go along
  std::map<std::string, std::string_view> pieces;  ///< by piece name; each is what medium.json says
};

/// Reads a volume's content (an archive) and checks it by itself. `name` is the volume's for the sink. Nothing where
/// medium.json cannot be had.
std::optional<OpenedVolume> read_volume(std::string_view content, const std::string& name, MediumVerifySink& sink);

/// Checks over all volumes of a delivery, fed in order: the same delivery, the right numbers, each byte of each file
/// once, whole digests.
class DeliveryCheck {
 public:
  explicit DeliveryCheck(MediumVerifySink& sink);
  ~DeliveryCheck();
  DeliveryCheck(const DeliveryCheck&) = delete;
  DeliveryCheck& operator=(const DeliveryCheck&) = delete;

  /// The pieces that were taken, in order; nothing where the volume is of another delivery.
  std::optional<std::vector<MediumPiece>> add(const OpenedVolume& volume, const std::string& name);
  /// After the last volume: the files whose bytes are all there and right.
  std::vector<ManifestFile> finish();
  const std::optional<MediumDelivery>& delivery() const { return delivery_; }

 private:
  struct FileState;
  MediumVerifySink& sink_;
  std::optional<MediumDelivery> delivery_;
  std::string delivery_text_;
  bool exchanged_ = false;  // a volume had another's name
  std::vector<std::unique_ptr<FileState>> files_;
};

}  // namespace daicho
