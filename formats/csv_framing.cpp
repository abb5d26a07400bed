#include "formats/csv_framing.hpp"

#include <cstddef>

#include "formats/fixed_plan.hpp"

namespace daicho {
namespace {

constexpr char kOther = static_cast<char>(0xFF);
constexpr char kDosEndOfFile = '\x1A';

/// `high` is where a code unit has its high byte, 0 or 1.
template <std::size_t high>
void frame_units(std::string_view bytes, char* out) {
  for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
    const auto low = static_cast<unsigned char>(bytes[at + 1 - high]);
    *out++ = bytes[at + high] == 0 && low < 0x80 ? static_cast<char>(low) : kOther;
  }
}

constexpr unsigned char kShiftOut = 0x0E;
constexpr unsigned char kShiftIn = 0x0F;

}  // namespace

bool CsvFraming::needed(Charset charset) { return half_width_bytes(charset) == 2 || is_ebcdic(charset); }

CsvFraming::CsvFraming(Charset charset)
    : charset_(charset), ascii_(is_ebcdic(charset) ? &ebcdic_ascii(charset) : nullptr) {}

/// What an EBCDIC byte is; moves the state.
char CsvFraming::code(unsigned char byte) {
  if (state_ == State::single) {
    if (byte == kShiftOut) state_ = State::lead;
    return byte == kShiftOut || byte == kShiftIn ? kOther : (*ascii_)[byte];
  }
  const char control = byte < 0x40 ? (*ascii_)[byte] : kOther;
  if (byte == kShiftIn || control == '\n') {
    state_ = State::single;
  } else {
    state_ = state_ == State::lead ? State::trail : State::lead;
  }
  return control == '\n' || control == '\r' ? control : kOther;
}

void CsvFraming::frame_codes(std::string_view bytes, std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + bytes.size());
  char* out = text.data() + before;
  for (const char c : bytes) *out++ = code(static_cast<unsigned char>(c));
}

void CsvFraming::frame(std::string_view bytes, bool at_end, std::string& text) {
  if (ascii_ != nullptr) {
    frame_codes(bytes, text);
    return;
  }
  const std::size_t before = text.size();
  text.resize(before + bytes.size() / 2);
  if (charset_ == Charset::utf16le) {
    frame_units<1>(bytes, text.data() + before);
  } else {
    frame_units<0>(bytes, text.data() + before);
  }
  if (at_end && bytes.size() % 2 != 0) text.push_back(bytes.back() == kDosEndOfFile ? kDosEndOfFile : kOther);
}

}  // namespace daicho
