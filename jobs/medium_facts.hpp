// What there is to say of a medium: in the ledger, on the slip and inside its volumes. docs/on-disk/media.md specifies
// the texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/manifest.hpp"

namespace daicho {

inline constexpr std::string_view kMediumContentsName = "medium.json";
inline constexpr std::string_view kSumsName = "SHA256SUMS";
inline constexpr std::string_view kSlipPageName = "slip.html";
inline constexpr std::string_view kSlipTextName = "slip.txt";
inline constexpr unsigned kMostVolumes = 999;

/// A part of a file: a file of its own where the file is cut.
struct MediumPiece {
  std::string file;
  std::string name;
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// A volume as it lies on a medium.
struct MediumVolume {
  std::string name;
  unsigned medium = 1;  ///< from 1: which of the media of a copy
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// Somebody for whom a medium is sealed, or who signed it.
struct MediumParty {
  std::string subject;
  std::string fingerprint;
  std::string key;  ///< with key_wrap: recipients only
  std::string key_wrap;
};

/// What is the same for a delivery and in each of its volumes.
struct MediumDelivery {
  std::string number;  ///< `M20261120-001`
  std::string made;    ///< 17 digits
  std::string municipality;
  std::string run;
  std::string run_manifest_sha256;
  std::string destination;
  std::vector<ManifestFile> files;
};

/// medium.json.
struct MediumContents {
  MediumDelivery delivery;
  unsigned volume = 1;
  unsigned volumes = 1;
  std::vector<MediumPiece> pieces;
};

/// The ledger's details of a medium.
struct MediumFacts {
  MediumDelivery delivery;
  std::vector<MediumVolume> volumes;
  unsigned media = 1;  ///< of one copy
  unsigned copies = 1;
  std::string media_type;
  std::string cipher;
  std::vector<MediumParty> recipients;
  std::optional<MediumParty> signer;
  std::string made_by;
  std::string approved_by;
  std::string purpose;
  std::string note;
  std::uint64_t acknowledged = 0;
  std::string replaces;  ///< the number of the delivery that this one stands in for; empty: none
};

/// The document's text. The same contents give the same bytes.
std::string medium_contents_text(const MediumContents& contents);
/// Nothing where the text is none of a known version.
std::optional<MediumContents> parse_medium_contents(std::string_view text);

/// Canonical JSON: keys sorted, no spaces.
std::string medium_details(const MediumFacts& facts);
std::optional<MediumFacts> parse_medium_details(std::string_view json);

/// `M20261120-001_001of002.cms`
std::string volume_name(std::string_view number, unsigned volume, unsigned volumes);
/// Whether a volume of any medium may have the name.
bool is_volume_name(std::string_view name);
/// `M20261120-001`
bool is_medium_number(std::string_view text);

/// 正, 副; of three copies and more 副1, 副2. `copy` from 1.
std::string copy_name(unsigned copy, unsigned copies);

/// Lines as `sha256sum` writes and checks them.
std::string sums_of_files(const std::vector<ManifestFile>& files);
/// Those of the volumes of one medium.
std::string sums_of_volumes(const MediumFacts& facts, unsigned medium);

/// Records of all data files.
std::uint64_t record_count(const std::vector<ManifestFile>& files);

}  // namespace daicho
