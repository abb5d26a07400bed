// Records to fixed-width bytes.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/envelope.hpp"
#include "formats/faulty_text.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed.hpp"
#include "formats/fixed_field.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/record_check.hpp"
#include "formats/value_check.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

class FixedWriter : public RecordWriter {
 public:
  FixedWriter(const Layout& layout, const FormatSpec& format, ByteSink& sink, FindingSink& findings,
              WriterOptions options)
      : layout_(layout),
        format_(format),
        plan_(layout, format.charset, options.text),
        width_(format.charset == Charset::utf8 ? WidthRule::code_units : WidthRule::field),
        line_end_(line_end_bytes(format)),
        sink_(sink),
        findings_(findings),
        input_name_(std::move(options.input_name)) {
    if (format.bom) buffer_ += bom_bytes(format.charset);
    if (format.envelope == Envelope::control) {
      envelope_.emplace(layout, format, std::move(options.envelope));
      write_control('1', envelope_->header_fields());
    }
  }

  bool write(const RecordView& record) override {
    const std::size_t begin = buffer_.size();
    if (envelope_) buffer_ += half_width_character(format_.charset, '2');
    bool good = true;
    std::size_t similar = 0;
    for (std::size_t item = 0; item < layout_.items.size(); ++item) good = write_item(record, item, similar) && good;
    if (!good) {
      buffer_.resize(begin);
      return false;
    }
    buffer_ += line_end_;
    if (envelope_) {
      envelope_->add(std::string_view(buffer_).substr(begin), layout_.key ? record[*layout_.key] : std::string_view());
    }
    ++summary_.records;
    summary_.similar += similar;
    if (buffer_.size() >= kBufferBytes) flush();
    return true;
  }

  void finish() override {
    if (envelope_) {
      write_control('8', envelope_->trailer_fields());
      write_control('9', envelope_->end_fields());
    }
    flush();
  }

  void flush() override {
    sink_.write(buffer_);
    summary_.bytes += buffer_.size();
    buffer_.clear();
  }

  const WriteSummary& summary() const override { return summary_; }

 private:
  bool write_item(const RecordView& record, std::size_t item, std::size_t& similar) {
    const std::string_view value = record[item];
    if (const auto fault = check_value(layout_.items[item], value, width_)) {
      return refuse(record, item, fault->code, value_fault_args(layout_.items[item], value, *fault));
    }
    // Zeros would come back as an absent value.
    if (layout_.items[item].absent_is_zeros && !value.empty() && is_zeros(value)) {
      return refuse(record, item, code::kEndsWithFill, {});
    }
    const FieldResult result = write_fixed_field(plan_, plan_.fields()[item], value, buffer_);
    similar += result.similar;
    switch (result.fault) {
      case FieldFault::none:
        return true;
      case FieldFault::not_full_width:
        return refuse(record, item, code::kNotFullWidth, {});
      case FieldFault::too_long:
        return refuse(record, item, code::kTooLong,
                      {{"expected", std::to_string(layout_.items[item].picture.length)},
                       {"found", std::to_string(result.length)}});
      case FieldFault::unmappable:
        return refuse(record, item, code::kUnmappable,
                      {{"charset", std::string(charset_name(format_.charset))},
                       {"character", code_point_name(value.substr(result.at, result.length))}});
      default:
        return refuse(record, item, code::kBrokenCharacter, {{"charset", "utf-8"}});
    }
  }

  /// Reports a fault; answers false.
  bool refuse(const RecordView& record, std::size_t item, FindingCode code,
              std::vector<std::pair<std::string, std::string>> args) {
    Finding finding = finding_at(code, layout_, record, item, input_name_);
    finding.args = std::move(args);
    findings_.add(std::move(finding));
    return false;
  }

  void write_control(char record_class, const std::vector<std::string>& values) {
    const std::size_t begin = buffer_.size();
    std::size_t i = 0;
    for (const EnvelopeField& field : envelope_fields(record_class)) {
      FixedField place;
      place.bytes = static_cast<std::uint32_t>(field.picture.bytes(format_.charset));
      place.cls = field.picture.cls;
      write_fixed_field(plan_, place, values[i++], buffer_);
    }
    const std::string_view space = half_width_character(format_.charset, ' ');
    while (buffer_.size() - begin < kControlRecordPositions * plan_.unit()) buffer_ += space;
    buffer_ += line_end_;
  }

  const Layout& layout_;
  const FormatSpec format_;
  const FixedPlan plan_;
  const WidthRule width_;
  const std::string line_end_;
  ByteSink& sink_;
  FindingSink& findings_;
  const std::string input_name_;
  std::optional<EnvelopeWriter> envelope_;
  WriteSummary summary_;
  std::string buffer_;  // records that wait for the sink
};

}  // namespace

std::unique_ptr<RecordWriter> make_fixed_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                                FindingSink& findings, WriterOptions options) {
  return std::make_unique<FixedWriter>(layout, format, sink, findings, std::move(options));
}

}  // namespace daicho
