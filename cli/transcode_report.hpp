// What `daicho transcode` tells on standard error: sentences in either language, or one JSON object.
#pragma once

#include <optional>
#include <string>

#include "converters/transcode.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// The first character or code that would come back as another.
struct FirstChange {
  bool duplicate = false;  ///< else a similar character
  std::string code;        ///< of a duplicate: its bytes
  std::string character;   ///< UTF-8: what the code means, or what the target has only a similar one for; may be empty
  std::string by;          ///< of a similar one: as which it comes back
  std::uint64_t offset = 0;
  std::uint64_t line = 0;
};

/// One run of `daicho transcode`.
struct TranscodeSummary {
  std::string in;   ///< as the user named it
  std::string out;  ///< as the user named it
  TranscodeOptions options;
  TranscodeCounts counts;
  std::optional<TranscodeFault> fault;
  std::optional<FirstChange> refused;  ///< why --strict refuses it
  bool written = false;                ///< OUT is there, whole; to standard output: all of it was written
};

/// What stands first in the input; nothing where nothing would come back as another.
std::optional<FirstChange> first_change(const TranscodeCounts& counts);

/// Lines of text, the last with its line end.
std::string transcode_text(const TranscodeSummary& summary, Language language);

/// One JSON object on one line, with its line end. All keys are always there.
std::string transcode_json(const TranscodeSummary& summary);

}  // namespace daicho
