#include "formats/text_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "converters/text_cut.hpp"
#include "formats/finding_codes.hpp"
#include "formats/format_spec.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;
constexpr std::size_t kLimitAfterFault = 64;
constexpr std::size_t kLimitGrowth = 4;
constexpr std::size_t kFaultBytesShown = 8;

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes.substr(0, kFaultBytesShown)) {
    hex += fmt::format("{}{:02X}", hex.empty() ? "" : " ", static_cast<unsigned char>(byte));
  }
  return hex;
}

}  // namespace

TextReader::TextReader(Charset charset, ByteSource& source, FindingSink& findings, const TextOptions& options)
    : charset_(charset), source_(source), findings_(findings), options_(options), limit_(kBlockBytes) {
  summary_.charset = charset;
  const std::string_view mark = bom_bytes(charset);
  summary_.bom = !mark.empty() && source_.peek(mark.size()).starts_with(mark);
  refill();
  if (summary_.bom) advance(mark.size());
}

bool TextReader::read(TextPiece& piece) {
  for (;;) {
    const std::string_view run = next_run();
    if (run.empty()) break;
    piece.text.clear();
    piece.options = options_;
    piece.state = state_;
    TextOptions options = options_;
    options.state = &state_;
    const Conversion done = decode(charset_, run, piece.text, options);
    piece.bytes = run.substr(0, done.input_used);
    piece.offset = offset_;
    piece.line = line_feeds_ + 1;
    piece.joined = joined_;
    summary_.duplicates += done.duplicates;
    line_feeds_ += static_cast<std::uint64_t>(std::count(piece.text.begin(), piece.text.end(), '\n'));
    note_open_run(piece.bytes, piece.line);
    advance(done.input_used);  // now a fault stands on the line that the text before it reached
    const bool sound = done.error == TextError::none || (done.error == TextError::truncated && run_goes_on_);
    if (sound) {
      limit_ *= kLimitGrowth;
      if (piece.text.empty() && window_.size() == run.size() && !refill()) break;  // a cut character, and no more bytes
    } else {
      report_fault({offset_, line_feeds_ + 1, std::string(window_.substr(0, done.error_length))});
      advance(done.error_length);
      fault_end_ = offset_;
      limit_ = kLimitAfterFault;
    }
    if (!sound || !piece.text.empty()) joined_ = sound;
    if (piece.text.empty()) continue;
    last_ = piece.text.back();
    return true;
  }
  if (state_.shifted && !open_run_.bytes.empty() && fault_end_ != offset_) report_fault(open_run_);
  state_ = {};
  summary_.bytes = offset_;
  summary_.lines = line_feeds_ + (last_ != '\n' ? 1 : 0);
  return false;
}

/// The bytes to decode in one go: all there are, but few after a fault, so that bytes full of faults are not looked
/// through again and again. Empty at the end.
std::string_view TextReader::next_run() {
  if (window_.empty() && !refill()) return {};
  limit_ = std::min(limit_, kBlockBytes);
  const std::string_view run = window_.substr(0, limit_);
  run_goes_on_ = run.size() < window_.size() || !ended_;
  return run;
}

/// Puts more bytes behind those that are left; false where there are no more.
bool TextReader::refill() {
  if (ended_) return false;
  buffer_.erase(0, buffer_.size() - window_.size());
  const std::size_t left = buffer_.size();
  buffer_.resize(left + kBlockBytes);
  std::size_t got = 0;
  try {
    got = source_.read(buffer_.data() + left, kBlockBytes);
  } catch (const DamagedInput& damage) {
    Finding finding;
    finding.code = code::kCompressedTruncated;
    finding.file = source_.name();
    finding.offset = damage.offset;
    finding.args = {{"reason", damage.reason}};
    findings_.add(std::move(finding));
  }
  buffer_.resize(left + got);
  window_ = buffer_;
  ended_ = got == 0;
  return !window_.empty();
}

/// Remembers where EBCDIC's double-byte codes begin, in case that the text ends before they do. `bytes` were decoded
/// just now, the first of them on line `line`.
void TextReader::note_open_run(std::string_view bytes, std::uint64_t line) {
  constexpr char kShiftOut = 0x0E;
  constexpr char kShiftIn = 0x0F;
  if (charset_ != Charset::ibm930 && charset_ != Charset::ibm939) return;
  for (std::size_t at = bytes.find_first_of("\x0E\x0F"); at != std::string_view::npos;
       at = bytes.find_first_of("\x0E\x0F", at + 1)) {
    if (bytes[at] == kShiftIn) {
      open_run_.bytes.clear();
    } else if (open_run_.bytes.empty()) {
      open_run_ = {offset_ + at, line + count_line_feeds(charset_, bytes.substr(0, at)), {kShiftOut}};
    }
  }
  if (open_run_.bytes.empty()) return;
  const std::uint64_t known = open_run_.offset + open_run_.bytes.size();
  if (known < offset_ || known - offset_ > bytes.size()) return;
  open_run_.bytes += bytes.substr(known - offset_, kFaultBytesShown - open_run_.bytes.size());
}

void TextReader::report_fault(const Fault& fault) {
  ++summary_.faults;
  Finding finding;
  finding.code = code::kBrokenText;
  finding.file = source_.name();
  finding.line = fault.line;
  finding.offset = fault.offset;
  finding.args = {{"charset", std::string(charset_name(charset_))},
                  {"offset", std::to_string(fault.offset)},
                  {"bytes", hex_of(fault.bytes)}};
  findings_.add(std::move(finding));
}

void TextReader::advance(std::size_t bytes) {
  window_.remove_prefix(bytes);
  offset_ += bytes;
}

}  // namespace daicho
