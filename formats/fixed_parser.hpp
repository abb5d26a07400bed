// One data record of a fixed-width file: the bytes of a frame to fields, and what is wrong with them.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "formats/fixed_field.hpp"
#include "formats/fixed_framer.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/frame_findings.hpp"
#include "formats/record.hpp"
#include "formats/value_check.hpp"

namespace daicho {

/// Keeps nothing from one record to the next, so several threads may parse one file, each with a parser of its own.
class FixedRecordParser {
 public:
  struct Result {
    bool bad = false;              ///< an error was reported: the record's values are not to be used
    std::uint64_t duplicates = 0;  ///< codes that would come back as others
  };

  /// The layout and the tables of `text` must outlive it. `file` is what findings call the file.
  FixedRecordParser(const Layout& layout, const FormatSpec& format, std::string file, const TextOptions& text = {});
  FixedRecordParser(const FixedRecordParser&) = delete;
  FixedRecordParser& operator=(const FixedRecordParser&) = delete;

  /// Appends the record of a data frame to `block` and reports what is wrong with it. `number` counts from 1.
  Result parse(const RecordFrame& frame, std::uint64_t number, RecordBlock& block, FindingSink& findings);

  /// Whether nothing is wrong with a data frame as a frame: its length, its line end and its record class.
  bool framed_well(const RecordFrame& frame) const;

  const FixedPlan& plan() const { return plan_; }
  /// Bytes of the record class before the items; 0 without an envelope.
  std::size_t class_bytes() const { return class_bytes_; }
  /// Bytes of a data record without its line end.
  std::size_t frame_bytes() const { return class_bytes_ + plan_.record_bytes(); }

 private:
  /// The record at hand.
  struct Pass {
    const RecordFrame& frame;
    std::uint64_t number = 0;
    FindingSink& findings;
    Result result;
  };
  using Args = std::vector<std::pair<std::string, std::string>>;

  void check_class(Pass& pass) const;
  void read_fields(Pass& pass, RecordBlock& block);
  WidthRule width_of(const FixedField& field, std::string_view bytes);
  void report_field(Pass& pass, std::size_t item, std::string_view value, const FieldResult& result) const;
  void report_item(Pass& pass, FindingCode code, std::size_t item, std::string_view value, Args args) const;

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  const FrameFindings frames_;
  const FixedPlan plan_;
  const WidthRule width_;
  const std::size_t class_bytes_;
  std::string own_text_;  // of a field, its 外字 as they stand
};

}  // namespace daicho
