#include "formats/csv_framing.hpp"

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

}  // namespace

bool CsvFraming::needed(Charset charset) { return charset == Charset::utf16le || charset == Charset::utf16be; }

void CsvFraming::frame(std::string_view bytes, bool at_end, std::string& text) {
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
