// What the receiver of a medium does: is it whole, is it for us, is it from them, is it what they say?
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "formats/catalog.hpp"
#include "jobs/certificate.hpp"
#include "jobs/medium_facts.hpp"
#include "jobs/medium_fault.hpp"
#include "jobs/unseal.hpp"

namespace daicho {

struct MediumVerifyRequest {
  std::vector<std::filesystem::path> folders;  ///< the media of one copy
  std::optional<Certificate> certificate;      ///< with key: to open the seals; without, they stay closed
  std::optional<PrivateKey> key;
  std::optional<TrustedAuthorities> authorities;  ///< whose signatures count; with them every seal must be signed
  std::filesystem::path extract;                  ///< a new or empty folder for the files; empty: none
  unsigned threads = 1;                           ///< for the checks of records
};

/// What was looked at, for the verdict.
struct MediumVerifyResult {
  std::uint64_t volumes = 0;
  std::uint64_t files = 0;
  std::uint64_t records = 0;
  bool opened = false;  ///< every volume was, and their content checked
};

/// Checks media; what is wrong goes to `sink`. Files are extracted only where they are whole and nothing about their
/// seals is wrong. About five times a volume's size is held in memory while it is open. Throws WorldError where a
/// medium cannot be read, UsageError where the folder to extract into is not empty.
MediumVerifyResult verify_media(const MediumVerifyRequest& request, const Catalog& catalog, MediumVerifySink& sink);

}  // namespace daicho
