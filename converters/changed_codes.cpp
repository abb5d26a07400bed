#include "converters/changed_codes.hpp"

#include "converters/text_cut.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr char kShiftOut = 0x0E;
constexpr char kShiftIn = 0x0F;

bool is_ebcdic(Charset charset) { return charset == Charset::ibm930 || charset == Charset::ibm939; }

/// A code as text of its own.
std::string bytes_of(Charset charset, std::uint32_t code) {
  const char low = static_cast<char>(code & 0xFF);
  if (code <= 0xFF && charset != Charset::juki) return {low};
  const char high = static_cast<char>(code >> 8);
  return is_ebcdic(charset) ? std::string{kShiftOut, high, low, kShiftIn} : std::string{high, low};
}

}  // namespace

ChangedCodes::Set ChangedCodes::list_duplicates() const {
  Set duplicates;
  std::string text;
  for (std::uint32_t code = 0; code < duplicates.size(); ++code) {
    text.clear();
    const Conversion done = decode(from_, bytes_of(from_, code), text, options_);
    if (done.error == TextError::none && done.duplicates == 1) duplicates.set(code);
  }
  return duplicates;
}

ChangedCodes::Set ChangedCodes::list_similar() const {
  Set similar;
  std::string text;
  std::string bytes;
  for (char32_t code_point = 0x80; code_point < similar.size(); ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    text.clear();
    bytes.clear();
    append_code_point(text, code_point);
    if (encode(to_, text, bytes, options_).similar != 0) similar.set(code_point);
  }
  return similar;
}

void ChangedCodes::add_duplicates(std::string_view bytes, std::map<std::uint32_t, std::uint64_t>& codes) const {
  std::call_once(duplicates_made_, [this] { duplicates_ = list_duplicates(); });
  bool shifted = false;
  while (!bytes.empty()) {
    if (is_ebcdic(from_) && (bytes[0] == kShiftOut || bytes[0] == kShiftIn)) {
      shifted = bytes[0] == kShiftOut;
      bytes.remove_prefix(1);
      continue;
    }
    const std::size_t length = shifted ? 2 : code_length(from_, bytes);
    if (length > bytes.size()) return;
    if (length <= 2) {
      std::uint32_t code = static_cast<unsigned char>(bytes[0]);
      if (length == 2) code = code << 8 | static_cast<unsigned char>(bytes[1]);
      if (duplicates_[code]) ++codes[code];
    }
    bytes.remove_prefix(length);
  }
}

void ChangedCodes::add_similar(std::string_view utf8, std::map<std::string, std::uint64_t>& characters) const {
  std::call_once(similar_made_, [this] { similar_ = list_similar(); });
  while (!utf8.empty()) {
    if (static_cast<unsigned char>(utf8[0]) < 0x80) {
      utf8.remove_prefix(1);
      continue;
    }
    const std::string_view before = utf8;
    const char32_t code_point = take_code_point(utf8);
    if (code_point < similar_.size() && similar_[code_point]) {
      ++characters[std::string(before.substr(0, before.size() - utf8.size()))];
    }
  }
}

}  // namespace daicho
