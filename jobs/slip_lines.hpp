// What stands on a slip, ready to be set on a page or in a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/sha256.hpp"
#include "jobs/slip.hpp"

namespace daicho {

// What one sheet of A4 holds; the rest is counted, and SHA256SUMS of the medium has it.
inline constexpr std::size_t kMostSlipFiles = 2;
inline constexpr std::size_t kMostSlipVolumes = 6;
inline constexpr std::size_t kMostSlipParties = 2;

struct SlipFile {
  std::string name, layout, format, count, bytes, sha256;
};

struct SlipVolume {
  std::string name, bytes, sha256;
};

struct SlipParty {
  std::string subject, fingerprint;
};

struct SlipLines {
  std::string number, serial, copy;
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<SlipFile> files;
  std::size_t more_files = 0;
  std::string records;
  std::vector<SlipVolume> volumes;
  std::size_t more_volumes = 0;
  std::string sums;  ///< SHA-256 of the medium's SHA256SUMS
  std::string cipher;
  std::vector<SlipParty> recipients;
  std::size_t more_recipients = 0;
  std::optional<SlipParty> signer;
  std::string note;
};

SlipLines slip_lines(const SlipSubject& subject);

}  // namespace daicho
