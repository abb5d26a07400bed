// What `daicho transcode` tells on standard error: sentences in either language, or one JSON object.
#pragma once

#include <string>

#include "converters/transcode.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// One run of `daicho transcode`.
struct TranscodeSummary {
  std::string in;   ///< as the user named it
  std::string out;  ///< as the user named it
  TranscodeOptions options;
  TranscodeCounts counts;
  std::optional<TranscodeFault> fault;
  bool written = false;  ///< OUT is there, whole; to standard output: all of it was written
};

/// Lines of text, the last with its line end.
std::string transcode_text(const TranscodeSummary& summary, Language language);

/// One JSON object on one line, with its line end. All keys are always there.
std::string transcode_json(const TranscodeSummary& summary);

}  // namespace daicho
