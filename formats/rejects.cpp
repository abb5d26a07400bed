#include "formats/rejects.hpp"

#include "formats/layout.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1024} * 1024;

void append_hex(std::string& text, std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += "0123456789ABCDEF"[byte >> 4];
    text += "0123456789ABCDEF"[byte & 0xF];
  }
}

std::string item_of(const Finding* finding) {
  if (finding == nullptr || finding->layout == nullptr || finding->item >= finding->layout->items.size()) return {};
  return finding->layout->items[finding->item].id;
}

}  // namespace

std::string csv_quoted(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(value);
  std::string quoted = "\"";
  for (const char c : value) {
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + "\"";
}

RejectFile::RejectFile(ByteSink& sink) : sink_(sink), buffer_("file,record,line,offset,code,item,reason,bytes\r\n") {}

void RejectFile::add(const std::string& file, const RecordView& record, const std::vector<Reason>& reasons) {
  ++records_;
  if (reasons.empty()) append_row(file, record, {}, record.raw());
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    append_row(file, record, reasons[i], i == 0 ? record.raw() : std::string_view());
  }
  if (buffer_.size() >= kBufferBytes) finish();
}

void RejectFile::append_row(const std::string& file, const RecordView& record, const Reason& reason,
                            std::string_view bytes) {
  const RecordPosition& position = record.position();
  buffer_ += csv_quoted(file) + "," + std::to_string(position.number) + ",";
  if (position.line != 0) buffer_ += std::to_string(position.line);
  buffer_ += "," + std::to_string(position.offset) + ",";
  if (reason.finding != nullptr) buffer_ += reason.finding->code.code;
  buffer_ += "," + item_of(reason.finding) + "," + csv_quoted(reason.text) + ",";
  append_hex(buffer_, bytes);
  buffer_ += "\r\n";
}

void RejectFile::finish() {
  sink_.write(buffer_);
  buffer_.clear();
}

}  // namespace daicho
