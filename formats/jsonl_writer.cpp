// Records to JSON Lines.
#include <string>
#include <utility>

#include "formats/finding_codes.hpp"
#include "formats/jsonl.hpp"
#include "formats/record_check.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

/// Escapes what RFC 8259 says must be, and nothing else.
void append_json_string(std::string_view value, std::string& text) {
  text += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text += '\\';
      text += c;
    } else if (byte >= 0x20) {
      text += c;
    } else {
      text += "\\u00";
      text += "0123456789abcdef"[byte >> 4];
      text += "0123456789abcdef"[byte & 0xF];
    }
  }
  text += '"';
}

class JsonlWriter : public RecordWriter {
 public:
  JsonlWriter(const Layout& layout, const FormatSpec& format, ByteSink& sink, FindingSink& findings,
              WriterOptions options)
      : layout_(layout),
        line_end_(line_end_bytes(format)),
        sink_(sink),
        findings_(findings),
        input_name_(std::move(options.input_name)) {
    if (format.bom) buffer_ += bom_bytes(format.charset);
  }

  bool write(const RecordView& record) override {
    bool good = true;
    const std::size_t begin = buffer_.size();
    buffer_ += '{';
    for (std::size_t i = 0; i < layout_.items.size(); ++i) {
      const Item& item = layout_.items[i];
      const std::string_view value = record[i];
      if (value.empty()) continue;
      if (const auto fault = check_value(item, value, WidthRule::characters)) {
        Finding finding = finding_at(fault->code, layout_, record, i, input_name_);
        finding.args = value_fault_args(item, value, *fault, WidthRule::characters);
        findings_.add(std::move(finding));
        good = false;
      }
      if (buffer_.size() > begin + 1) buffer_ += ',';
      append_json_string(item.id, buffer_);
      buffer_ += ':';
      append_json_string(value, buffer_);
    }
    buffer_ += '}';
    buffer_ += line_end_;
    if (!good) {
      buffer_.resize(begin);
      return false;
    }
    ++summary_.records;
    if (buffer_.size() >= kBufferBytes) flush();
    return true;
  }

  void finish() override { flush(); }
  void flush() override {
    sink_.write(buffer_);
    summary_.bytes += buffer_.size();
    buffer_.clear();
  }

  const WriteSummary& summary() const override { return summary_; }

 private:
  const Layout& layout_;
  const std::string line_end_;
  ByteSink& sink_;
  FindingSink& findings_;
  const std::string input_name_;
  WriteSummary summary_;
  std::string buffer_;  // lines that wait for the sink
};

}  // namespace

std::unique_ptr<RecordWriter> make_jsonl_writer(const Layout& layout, const FormatSpec& format, ByteSink& sink,
                                                FindingSink& findings, WriterOptions options) {
  return std::make_unique<JsonlWriter>(layout, format, sink, findings, std::move(options));
}

}  // namespace daicho
