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
inline constexpr std::size_t kUsualSlipLines = 20;  // more take smaller type
inline constexpr std::size_t kMostSlipLines = 29;   // recipients fill what the others leave of them

struct SlipFile {
  std::string name, layout, format, count, bytes, sha256;
};

struct SlipVolume {
  std::string name, bytes, sha256;
};

struct SlipParty {
  std::string subject, fingerprint;
};

/// One step of opening a medium: what to do, and the command for it, if any.
struct SlipStep {
  std::string text, command;
};

struct SlipLines {
  std::string number, serial, copy;
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<SlipFile> files;
  std::size_t more_files = 0;
  std::string records;
  std::string of_all;  ///< `（全5枚の合計）`; empty where one medium holds everything
  std::vector<SlipVolume> volumes;
  std::size_t more_volumes = 0;
  std::string sums;  ///< SHA-256 of the medium's SHA256SUMS
  std::string cipher;
  std::vector<SlipParty> recipients;
  std::size_t more_recipients = 0;
  std::optional<SlipParty> signer;
  std::string note;
  std::vector<SlipStep> steps;
  std::size_t count = 0;  ///< lines that the sheet has besides what is on every slip
};

SlipLines slip_lines(const SlipSubject& subject);

}  // namespace daicho
