// A fixed-width file as data frames: what stands around them (byte order mark, control records, the end) is read and
// checked on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "formats/envelope.hpp"
#include "formats/fixed_framer.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/frame_findings.hpp"

namespace daicho {

/// Data frames in the order of the file. Reports what is wrong with the file as a whole as it passes.
class FixedFile {
 public:
  /// Layout, source, findings and the tables of `text` must outlive it.
  FixedFile(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
            const TextOptions& text = {});
  FixedFile(const FixedFile&) = delete;
  FixedFile& operator=(const FixedFile&) = delete;

  /// The next data frame; false at the end. See FixedFramer::next.
  bool next(FixedFrame& frame);
  /// Adds a data frame that `next` gave to the sums of the envelope, where there is one, before the next one is asked
  /// for. See EnvelopeChecker::data.
  void count(const FixedFrame& frame, std::string_view key, bool readable);

  /// Bytes from the start of the file to the end of the last frame.
  std::uint64_t offset() const { return framer_ ? framer_->offset() : 0; }
  /// The header record, once it was met.
  const std::optional<EnvelopeHeader>& header() const;

 private:
  void start();
  void end();
  void read_control(const FixedFrame& frame);
  std::string control_value(const EnvelopeField& field, const FixedFrame& frame, std::size_t offset);
  void report(FindingCode code, const FixedFrame& frame, std::vector<std::pair<std::string, std::string>> args);

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  const FrameFindings frames_;
  FindingSink& findings_;
  ByteSource& source_;
  const FixedPlan plan_;
  std::optional<EnvelopeChecker> envelope_;
  std::optional<FixedFramer> framer_;
  bool ended_ = false;
};

}  // namespace daicho
