// The one door for character sets: bytes of a named charset <-> UTF-8 text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace daicho {

class GaijiTable;
class JukiTable;

/// A character set in which a batch file may be written.
enum class Charset : std::uint8_t {
  cp932,           ///< Microsoft's Shift_JIS; ICU's ibm-943_P15A-2003 with bytes 00-7F as themselves
  utf8,            ///< UTF-8 without surrogates
  utf16le,         ///< UTF-16, low byte first
  utf16be,         ///< UTF-16, high byte first
  shift_jis_2004,  ///< JIS X 0213:2004 in Shift_JIS's shape, 5C and 7E as ASCII; never guessed
  euc_jis_2004,    ///< JIS X 0213:2004 in EUC's shape, 5C and 7E as ASCII; no fixed-width form
  ibm930,          ///< EBCDIC, half-width katakana first (code page 290 and 300); ICU's ibm-930_P120-1999
  ibm939,          ///< EBCDIC, Latin first (code page 1027 and 300); ICU's ibm-939_P120-1999
  juki,            ///< 住基ネット統一文字: J+ codes of 16 bits, high byte first
};

/// All charsets, in the order in which help texts list them.
std::span<const Charset> all_charsets();

/// The charset's name in a format spec, for example `utf-16be`.
std::string_view charset_name(Charset charset);

/// The charset of that name; nothing where the name is unknown. Names are matched as they are, in lower case.
std::optional<Charset> parse_charset(std::string_view name);

/// Bytes of one half-width position (pictures 9 and X) of a fixed-width record.
constexpr std::size_t half_width_bytes(Charset charset) {
  return charset == Charset::utf16le || charset == Charset::utf16be || charset == Charset::juki ? 2 : 1;
}

/// Bytes of one full-width position (picture N) of a fixed-width record; euc-jis-2004 has no fixed-width form.
constexpr std::size_t full_width_bytes(Charset charset) { return charset == Charset::utf8 ? 3 : 2; }

enum class TextError : std::uint8_t {
  none,
  illegal,     ///< decoding: bytes that are no character of the charset
  truncated,   ///< decoding: the input ends inside a character (half a surrogate pair among them)
  unmappable,  ///< encoding: a character that the charset does not have
};

/// What a conversion did. On an error everything before the faulty character has been converted.
struct Conversion {
  TextError error = TextError::none;
  std::size_t input_used = 0;      ///< bytes of input converted: the offset of the faulty character on an error
  std::size_t output_written = 0;  ///< bytes appended to the output
  std::size_t error_length = 0;    ///< bytes of input that the fault covers; 0 without an error
  std::size_t duplicates = 0;      ///< decoding: codes that come back as another code of the same character
  std::size_t similar = 0;         ///< encoding: characters written as a similar one (U+301C as 8160, ...)
};

/// What a stateful charset's bytes stand in: EBCDIC switches with shift codes (0E, 0F) in running text and never inside
/// a field, where the picture says what the bytes are. Other charsets do not care.
enum class TextForm : std::uint8_t {
  text,        ///< running text: begins and ends in the single-byte state; shift codes come and go as needed
  half_width,  ///< a field of picture 9 or X: single-byte codes only
  full_width,  ///< a field of picture N: double-byte codes only
};

/// Where text stands between two of its pieces. A new one is the beginning of a text; conversions keep it up to date,
/// on a fault too, so that the piece behind the fault may follow. Only the charsets whose codes depend on what precedes
/// them look at it.
struct TextState {
  bool shifted = false;      ///< EBCDIC: double-byte codes follow; at the end of a text that is a fault: 0F is missing
  bool after_shift = false;  ///< reading EBCDIC: the last code was a shift code
  char32_t last = 0;         ///< reading JIS X 0213: a character that the next one may join
};

/// What a conversion may consult beside the charset itself. The tables must outlive every use.
struct TextOptions {
  TextForm form = TextForm::text;
  const GaijiTable* gaiji = nullptr;  ///< a municipality's 外字: applied after decoding and before encoding
  const JukiTable* juki = nullptr;    ///< the codes of 住基ネット統一文字; without it `juki` holds no kanji
  bool yen_to_backslash = false;      ///< encoding: U+00A5 as 5C and U+203E as 7E where the charset has only those
  TextState* state = nullptr;         ///< of a text that comes in pieces; without it each call is a whole text
};

/// Appends the text of `bytes` to `utf8`. Never substitutes, never skips. A byte order mark is an ordinary U+FEFF.
/// A lead byte before a byte that can't be its second byte is a fault of one byte, so that a line end after it stays; a
/// pair of possible bytes without a character is a fault of two. A private-use character that `options.gaiji` gives a
/// meaning becomes it, a duplicate where the charset itself holds the meaning (not only a similar character): writing
/// prefers that. Of EBCDIC's shift codes those that writing leaves out (0E in the double-byte state, 0F in the single-
/// byte one, two in a row) are duplicates; double-byte codes that a whole text does not close are truncated from their
/// 0E. In JIS X 0213 two codes that writing would join into one (æ and U+0300) are a duplicate. Throws
/// std::system_error (the world failed: exit 3) where the library that knows the charset lacks it.
Conversion decode(Charset charset, std::string_view bytes, std::string& utf8, const TextOptions& options = {});

/// Appends `utf8` in `charset` to `bytes`. Invalid UTF-8 is `illegal`. Never substitutes, never skips. A base and its
/// variation selector, or the two of a letter of JIS X 0213 (か゚), are one character: if either is unmappable, both are
/// the fault and nothing of it is written. Do not cut text before what `may_join_previous`. What the charset lacks, or
/// has only a similar one for, and `options.gaiji` has as a meaning becomes its 外字, if the charset holds that. EBCDIC
/// text ends in the single-byte state, on a fault too, unless `options.state` says that it goes on.
Conversion encode(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options = {});

/// Ends a text that was written in pieces: appends what brings the charset back to its first state, and resets `state`.
void finish_text(Charset charset, std::string& bytes, TextState& state);

/// Whether a code point may make one character, or one code, with the one before it: variation selectors, and the
/// second halves of JIS X 0213's two-character sequences (U+309A, U+0300, U+0301, U+02E5, U+02E9).
bool may_join_previous(char32_t code_point);

}  // namespace daicho
