// What the commands about media share: texts for the record, sizes, moments, and how a result is told.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/record_text.hpp"
#include "jobs/medium_write.hpp"

namespace daicho {

/// Bytes with an optional k, M or G (thousands, as on the packages of media), at least 1M. Throws UsageError.
std::uint64_t capacity_of_option(std::string_view text);

/// 17 digits; `text` where it is not empty. Throws UsageError.
std::string moment_of_option(std::string_view option, const std::string& text);

/// `2026-11-20 10:30` of a moment of 14 digits or more.
std::string minute_text(std::string_view moment);

/// Such a moment that is not in the future. Throws RefusedError besides.
std::string past_moment_of_option(std::string_view option, const std::string& text);

/// Throws UsageError where one of the values is empty.
void check_values(std::string_view option, const std::vector<std::string>& values);

/// Certificates and keys by the names of their files. Throws UsageError, WorldError.
struct PartyFiles {
  std::vector<std::string> recipients;
  std::string signer;
  std::string key;
  std::string passphrase;
};
SealParties load_parties(const PartyFiles& files);

/// What was written where, as a table: one row a medium.
std::string media_table(const MediumResult& result, const std::vector<std::filesystem::path>& folders,
                        Language language);

}  // namespace daicho
