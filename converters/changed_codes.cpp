#include "converters/changed_codes.hpp"

#include "converters/gaiji_table.hpp"
#include "converters/text_cut.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

constexpr char kShiftOut = 0x0E;
constexpr char kShiftIn = 0x0F;

bool is_ebcdic(Charset charset) { return charset == Charset::ibm930 || charset == Charset::ibm939; }
bool is_utf16(Charset charset) { return charset == Charset::utf16le || charset == Charset::utf16be; }
bool is_jis2004(Charset charset) { return charset == Charset::shift_jis_2004 || charset == Charset::euc_jis_2004; }

/// The bytes of a code's number.
std::string bytes_of(Charset charset, std::uint32_t code) {
  const char low = static_cast<char>(code & 0xFF);
  if (code <= 0xFF && charset != Charset::juki) return {low};
  return {static_cast<char>(code >> 8), low};
}

std::uint32_t number_of(std::string_view code) {
  std::uint32_t number = 0;
  for (const char byte : code) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

/// A code as text of its own.
std::string text_of(Charset charset, std::string_view code) {
  if (is_ebcdic(charset) && code.size() == 2) return kShiftOut + std::string(code) + kShiftIn;
  return std::string(code);
}

bool is_shift(char byte) { return byte == kShiftOut || byte == kShiftIn; }

}  // namespace

void add_changes(TextChanges& sum, const TextChanges& part, std::uint64_t offset, std::uint64_t line_feeds) {
  for (const auto& [key, change] : part) {
    const auto [known, is_new] = sum.try_emplace(key, change);
    if (is_new) {
      known->second.offset += offset;
      known->second.line += line_feeds;
    } else {
      known->second.count += change.count;
    }
  }
}

std::uint64_t LineCounter::line(std::size_t offset) {
  if (offset > at_) {
    line_feeds_ += count_line_feeds(charset_, bytes_.substr(at_, offset - at_));
    at_ = offset;
  }
  return line_feeds_ + 1;
}

void ChangedCodes::list_duplicates() const {
  TextOptions options = options_;
  std::string text;
  for (std::uint32_t code = 0; code < duplicates_.size(); ++code) {
    const std::string bytes = bytes_of(from_, code);
    if (bytes.size() == 1 && is_ebcdic(from_) && is_shift(bytes[0])) continue;
    text.clear();
    TextState state;
    options.state = &state;
    const Conversion done = decode(from_, text_of(from_, bytes), text, options);
    if (done.error != TextError::none) continue;
    if (done.duplicates == 1) duplicates_.set(code);
    if (!is_jis2004(from_)) continue;
    std::string_view rest = text;
    const bool joins_next = state.last != 0;
    if (joins_next || (!rest.empty() && may_join_previous(take_code_point(rest)))) joining_.set(code);
  }
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

void ChangedCodes::find_duplicates(std::string_view bytes, const TakeCode& take) const {
  if (from_ == Charset::utf8 || is_utf16(from_)) return find_gaiji(bytes, take);
  std::call_once(duplicates_made_, [this] { list_duplicates(); });
  if (is_ebcdic(from_)) return find_shifted(bytes, take);
  find_codes(bytes, take);
}

/// Unicode holds every meaning, so that every private-use character that the table gives one does not come back.
void ChangedCodes::find_gaiji(std::string_view bytes, const TakeCode& take) const {
  if (options_.gaiji == nullptr) return;
  TextOptions plain;
  std::string text;
  decode(from_, bytes, text, plain);
  std::string_view rest = text;
  std::size_t at = 0;  // in the bytes
  while (!rest.empty()) {
    const std::size_t before = rest.size();
    const char32_t code_point = take_code_point(rest);
    const std::size_t length = is_utf16(from_) ? (code_point > 0xFFFF ? 4 : 2) : before - rest.size();
    if (code_point >= 0xE000) {
      const Gaiji* const gaiji = options_.gaiji->find(code_point);
      if (gaiji != nullptr && !gaiji->meaning.empty()) take(bytes.substr(at, length), at);
    }
    at += length;
  }
}

void ChangedCodes::find_shifted(std::string_view bytes, const TakeCode& take) const {
  bool shifted = false;
  bool after_shift = false;
  for (std::size_t at = 0; at < bytes.size();) {
    if (is_shift(bytes[at])) {
      const bool out = bytes[at] == kShiftOut;
      if (shifted == out || after_shift) take(bytes.substr(at, 1), at);
      shifted = out;
      after_shift = true;
      ++at;
      continue;
    }
    const std::string_view code = bytes.substr(at, shifted ? 2 : 1);
    if (duplicates_[number_of(code)]) take(code, at);
    after_shift = false;
    at += code.size();
  }
}

void ChangedCodes::find_codes(std::string_view bytes, const TakeCode& take) const {
  TextState state;  // of JIS X 0213
  TextOptions options = options_;
  options.state = &state;
  std::string text;
  std::string_view before;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view code = bytes.substr(at, code_length(from_, bytes.substr(at)));
    const std::uint32_t number = code.size() <= 2 ? number_of(code) : 0;
    if (duplicates_[number]) take(code, at);
    if (!joining_[number]) {
      state = {};
    } else if (decode(from_, code, text, options).duplicates != 0) {
      take(bytes.substr(at - before.size(), before.size() + code.size()), at - before.size());
    }
    before = code;
    at += code.size();
  }
}

std::string ChangedCodes::meaning_of(std::string_view code) const {
  std::string text;
  if (is_ebcdic(from_) && code.size() == 1 && is_shift(code[0])) return text;
  decode(from_, text_of(from_, code), text, options_);
  return text;
}

void ChangedCodes::find_similar(std::string_view utf8, const TakeCharacter& take) const {
  std::call_once(similar_made_, [this] { similar_ = list_similar(); });
  const std::size_t size = utf8.size();
  while (!utf8.empty()) {
    if (static_cast<unsigned char>(utf8[0]) < 0x80) {
      utf8.remove_prefix(1);
      continue;
    }
    const std::string_view before = utf8;
    const char32_t code_point = take_code_point(utf8);
    if (code_point < similar_.size() && similar_[code_point]) {
      take(before.substr(0, before.size() - utf8.size()), size - before.size());
    }
  }
}

std::string ChangedCodes::similar_of(std::string_view character) const {
  TextOptions plain = options_;
  plain.gaiji = nullptr;
  std::string bytes;
  encode(to_, character, bytes, plain);
  std::string text;
  decode(to_, bytes, text, plain);
  return text;
}

}  // namespace daicho
