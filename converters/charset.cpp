#include "converters/charset.hpp"

#include <array>
#include <stdexcept>

#include "converters/charset_codecs.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

constexpr std::array kCharsets = {Charset::cp932,   Charset::utf8,           Charset::utf16le,
                                  Charset::utf16be, Charset::shift_jis_2004, Charset::euc_jis_2004,
                                  Charset::ibm930,  Charset::ibm939,         Charset::juki};

constexpr std::size_t kUtf8Piece = 65536;  ///< validated and copied while it is in the processor's cache

/// The length of the next piece of `utf8`, cut where a character begins.
std::size_t utf8_piece(std::string_view utf8) {
  if (utf8.size() <= kUtf8Piece) return utf8.size();
  std::size_t length = kUtf8Piece;
  while (length > kUtf8Piece - 4 && (static_cast<unsigned char>(utf8[length]) & 0xC0) == 0x80) --length;
  return length;
}

/// Copies what is valid in a piece that is not, and says what stopped it.
Conversion copy_until_fault(std::string_view utf8, std::size_t begin, std::string& out) {
  const char* const end = utf8.data() + utf8.size();
  const char* p = utf8.data() + begin;
  Conversion done;
  while (p < end) {
    const Utf8Step step = utf8_step(p, end);
    if (step.fault != Utf8Fault::none) {
      done.error = step.fault == Utf8Fault::truncated ? TextError::truncated : TextError::illegal;
      done.error_length = step.length;
      break;
    }
    p += step.length;
  }
  done.input_used = static_cast<std::size_t>(p - utf8.data());
  out.append(utf8, begin, done.input_used - begin);
  return done;
}

Conversion copy_utf8(std::string_view utf8, std::string& out) {
  Conversion done;
  while (done.input_used < utf8.size()) {
    const std::string_view piece = utf8.substr(done.input_used, utf8_piece(utf8.substr(done.input_used)));
    if (!is_utf8(piece)) return copy_until_fault(utf8, done.input_used, out);
    out.append(piece);
    done.input_used += piece.size();
  }
  return done;
}

void require_converter(Charset charset) {
  if (charset > Charset::utf16be) throw std::runtime_error("no converter for " + std::string(charset_name(charset)));
}

Conversion decode_by(Charset charset, std::string_view bytes, std::string& utf8) {
  if (charset == Charset::cp932) return convert_cp932_to_utf8(bytes, utf8);
  if (charset == Charset::utf8) return copy_utf8(bytes, utf8);
  require_converter(charset);
  return convert_utf16_to_utf8(charset == Charset::utf16be, bytes, utf8);
}

Conversion encode_by(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options) {
  if (charset == Charset::cp932) return convert_utf8_to_cp932(utf8, options.yen_to_backslash, bytes);
  if (charset == Charset::utf8) return copy_utf8(utf8, bytes);
  require_converter(charset);
  return convert_utf8_to_utf16(charset == Charset::utf16be, utf8, bytes);
}

}  // namespace

std::span<const Charset> all_charsets() { return kCharsets; }

std::string_view charset_name(Charset charset) {
  switch (charset) {
    case Charset::cp932:
      return "cp932";
    case Charset::utf8:
      return "utf-8";
    case Charset::utf16le:
      return "utf-16le";
    case Charset::utf16be:
      return "utf-16be";
    case Charset::shift_jis_2004:
      return "shift_jis-2004";
    case Charset::euc_jis_2004:
      return "euc-jis-2004";
    case Charset::ibm930:
      return "ibm-930";
    case Charset::ibm939:
      return "ibm-939";
    case Charset::juki:
      return "juki";
  }
  return {};
}

std::optional<Charset> parse_charset(std::string_view name) {
  for (const Charset charset : kCharsets) {
    if (charset_name(charset) == name) return charset;
  }
  return std::nullopt;
}

Conversion decode(Charset charset, std::string_view bytes, std::string& utf8, const TextOptions& /*options*/) {
  const std::size_t before = utf8.size();
  Conversion done = decode_by(charset, bytes, utf8);
  done.output_written = utf8.size() - before;
  return done;
}

Conversion encode(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options) {
  const std::size_t before = bytes.size();
  Conversion done = encode_by(charset, utf8, bytes, options);
  done.output_written = bytes.size() - before;
  if (done.error == TextError::truncated) done.error = TextError::illegal;  // on writing a cut sequence is invalid text
  return done;
}

}  // namespace daicho
