// The control records of a fixed-width file: frames in, findings out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/envelope.hpp"
#include "formats/fixed_framer.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/frame_findings.hpp"

namespace daicho {

/// Wants every frame of the file once, in the order of the file. Where the format has no envelope it says nothing.
class FixedEnvelope {
 public:
  /// Layout, findings and the tables of `text` must outlive it. `file` is what findings call the file.
  FixedEnvelope(const Layout& layout, const FormatSpec& format, std::string file, FindingSink& findings,
                const TextOptions& text = {});
  FixedEnvelope(const FixedEnvelope&) = delete;
  FixedEnvelope& operator=(const FixedEnvelope&) = delete;

  /// A control frame.
  void control(const RecordFrame& frame);
  /// A data frame; see EnvelopeChecker::data.
  void data(const RecordFrame& frame, std::string_view key, bool readable);
  /// The end of the file, at this offset.
  void finish(std::uint64_t offset);

  /// The header record, once it was met.
  const std::optional<EnvelopeHeader>& header() const;

 private:
  std::string value_of(const EnvelopeField& field, const RecordFrame& frame, std::size_t offset);
  void report(FindingCode code, const RecordFrame& frame, std::vector<std::pair<std::string, std::string>> args);

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  const FrameFindings frames_;
  FindingSink& findings_;
  const FixedPlan plan_;
  std::optional<EnvelopeChecker> checker_;
};

}  // namespace daicho
