// What is said of a medium to its receiver, in both languages.
#pragma once

#include <string>

#include "formats/finding_texts.hpp"
#include "jobs/medium_fault.hpp"
#include "jobs/medium_verify.hpp"

namespace daicho {

/// One sentence, beginning with the file's name.
std::string medium_sentence(MediumFault what, const std::string& file, const std::string& detail, Language language);
std::string medium_sentence(MediumNote what, const std::string& file, const std::string& detail, Language language);

/// The last line: whether the medium is good, and what that means.
struct MediumVerdict {
  MediumVerifyResult result;
  std::uint64_t faults = 0;
  bool signer_open = false;  ///< signed, by whom is not known
  bool is_unsigned = false;
};
std::string medium_verdict(const MediumVerdict& verdict, Language language);

}  // namespace daicho
