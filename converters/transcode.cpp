#include "converters/transcode.hpp"

#include <utility>

#include "converters/text_cut.hpp"

namespace daicho {
namespace {

constexpr char kShiftOut = 0x0E;
constexpr char kShiftIn = 0x0F;

bool is_ebcdic(Charset charset) { return charset == Charset::ibm930 || charset == Charset::ibm939; }

}  // namespace

void TranscodeCounts::add(const TranscodeCounts& other) {
  duplicates += other.duplicates;
  similar += other.similar;
  add_changes(duplicate_codes, other.duplicate_codes, input_bytes, line_feeds);
  add_changes(similar_characters, other.similar_characters, input_bytes, line_feeds);
  add_changes(substituted, other.substituted, input_bytes, line_feeds);
  add_changes(geta, other.geta, input_bytes, line_feeds);
  input_bytes += other.input_bytes;
  output_bytes += other.output_bytes;
  line_feeds += other.line_feeds;
  bom_dropped = bom_dropped || other.bom_dropped;
}

bool TranscodedText::add(const TranscodedBlock& block, std::string& out) {
  if (block.fault && !fault_) {
    fault_ = block.fault;
    fault_->offset += counts_.input_bytes;
    fault_->line += counts_.line_feeds;
    if (fault_->open_run) {
      fault_->open_run->offset += counts_.input_bytes;
      fault_->open_run->line += counts_.line_feeds;
    }
  }
  counts_.add(block.counts);
  counts_.output_bytes -= block.counts.output_bytes;
  if (is_ebcdic(to_) && !out.empty()) {
    if (held_shift_) {
      if (out[0] == kShiftOut) {
        out.erase(0, 1);
      } else {
        out.insert(out.begin(), kShiftIn);
      }
    }
    held_shift_ = out.back() == kShiftIn;
    if (held_shift_) out.pop_back();
  }
  counts_.output_bytes += out.size();
  return !fault_;
}

std::string TranscodedText::finish() {
  if (!std::exchange(held_shift_, false)) return {};
  ++counts_.output_bytes;
  return {kShiftIn};
}

Transcoder::Transcoder(const TranscodeOptions& options) : blocks_(options), text_(options.to) {}

bool Transcoder::take(std::string_view bytes, std::string& out) {
  std::string converted;
  const TranscodedBlock block = blocks_.convert({bytes, first_, false}, converted);
  first_ = false;
  const bool good = text_.add(block, converted);
  out += converted;
  return good;
}

bool Transcoder::convert(std::string_view bytes, std::string& out) {
  if (fault()) return false;
  held_ += bytes;
  const std::size_t cut = cut_text(blocks_.options().from, held_);
  if (cut == 0) return true;
  const std::string block = held_.substr(0, cut);
  held_.erase(0, cut);
  const bool good = take(block, out);
  if (!good) out += text_.finish();
  return good;
}

bool Transcoder::finish(std::string& out) {
  if (fault()) return false;
  std::string converted;
  const TranscodedBlock block = blocks_.convert({held_, first_, true}, converted);
  const bool good = text_.add(block, converted);
  out += converted + text_.finish();
  return good;
}

}  // namespace daicho
