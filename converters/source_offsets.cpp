#include "converters/source_offsets.hpp"

namespace daicho {

/// What the next `bytes` bytes decode to.
SourceOffsets::Step SourceOffsets::step(std::size_t bytes) {
  Step step;
  step.state = state_;
  options_.state = &step.state;
  scratch_.clear();
  step.bytes = decode(charset_, all_.substr(bytes_, bytes), scratch_, options_).input_used;
  step.text = scratch_.size();
  return step;
}

std::size_t SourceOffsets::offset(std::size_t at) {
  constexpr std::size_t kStride = 256;
  constexpr std::size_t kLongestCode = 4;
  if (charset_ == Charset::utf8 && options_.gaiji == nullptr) return at;
  for (std::size_t stride = kStride; stride > 0 && text_ < at && bytes_ < all_.size();) {
    const Step next = step(stride);
    if (next.bytes > 0 && text_ + next.text <= at) {
      text_ += next.text;
      bytes_ += next.bytes;
      state_ = next.state;
      if (stride < kLongestCode) stride = kLongestCode;
    } else {
      stride = stride > kLongestCode ? stride / 2 : stride - 1;  // ends where `at` lies inside a code's text
    }
  }
  // Shift codes before the character are none of its own.
  const bool has_shifts =
      options_.form == TextForm::text && (charset_ == Charset::ibm930 || charset_ == Charset::ibm939);
  std::size_t place = bytes_;
  while (has_shifts && place < all_.size() && (all_[place] == '\x0E' || all_[place] == '\x0F')) ++place;
  return place;
}

}  // namespace daicho
