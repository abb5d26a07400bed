// A fixed-width file as frames: what stands before the first and behind the last is checked on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/fixed_framer.hpp"
#include "formats/frame_findings.hpp"
#include "formats/frame_source.hpp"

namespace daicho {

/// Data and control frames in the order of the file. Reports its byte order mark, a final 1A and damaged compression.
class FixedFile : public FrameSource {
 public:
  /// Layout, source and findings must outlive it.
  FixedFile(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings);
  FixedFile(const FixedFile&) = delete;
  FixedFile& operator=(const FixedFile&) = delete;

  /// The next frame; false at the end. See FixedFramer::next.
  bool next(RecordFrame& frame) override;

  std::uint64_t offset() const override { return framer_ ? framer_->offset() : 0; }

 private:
  void start();
  void end();
  void report(FindingCode code, const RecordFrame& frame, std::vector<std::pair<std::string, std::string>> args);

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  const FrameFindings frames_;
  FindingSink& findings_;
  ByteSource& source_;
  const std::size_t record_bytes_;
  std::optional<FixedFramer> framer_;
  bool ended_ = false;
};

}  // namespace daicho
