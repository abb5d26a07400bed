#include "converters/charset.hpp"

#include "converters/charset_codecs.hpp"
#include "converters/ebcdic_tables.hpp"
#include "converters/gaiji_table.hpp"
#include "converters/similar_character.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

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

Conversion decode_by(Charset charset, std::string_view bytes, std::string& utf8, const TextOptions& options,
                     const TextPlace& place) {
  switch (charset) {
    case Charset::cp932:
      return convert_cp932_to_utf8(bytes, utf8);
    case Charset::utf8:
      return copy_utf8(bytes, utf8);
    case Charset::utf16le:
    case Charset::utf16be:
      return convert_utf16_to_utf8(charset == Charset::utf16be, bytes, utf8);
    case Charset::shift_jis_2004:
    case Charset::euc_jis_2004:
      return convert_jis2004_to_utf8(charset == Charset::euc_jis_2004, bytes, utf8, place.state);
    case Charset::ibm930:
    case Charset::ibm939:
      return convert_ebcdic_to_utf8(charset, bytes, utf8, place);
    case Charset::juki:
      return convert_juki_to_utf8(options.juki, bytes, utf8);
  }
  return {};
}

Conversion encode_by(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options,
                     const TextPlace& place) {
  switch (charset) {
    case Charset::cp932:
      return convert_utf8_to_cp932(utf8, options.yen_to_backslash, bytes);
    case Charset::utf8:
      return copy_utf8(utf8, bytes);
    case Charset::utf16le:
    case Charset::utf16be:
      return convert_utf8_to_utf16(charset == Charset::utf16be, utf8, bytes);
    case Charset::shift_jis_2004:
    case Charset::euc_jis_2004:
      return convert_utf8_to_jis2004(charset == Charset::euc_jis_2004, utf8, bytes);
    case Charset::ibm930:
    case Charset::ibm939:
      return convert_utf8_to_ebcdic(charset, utf8, bytes, place);
    case Charset::juki:
      return convert_utf8_to_juki(options.juki, utf8, bytes);
  }
  return {};
}

/// Where a private-use character of `utf8` begins; its size where there is none.
std::size_t private_use_at(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if (lead < 0xEE) continue;
    const auto second = static_cast<unsigned char>(utf8[at + 1]);  // valid UTF-8: it is there
    if (lead == 0xEE || (lead == 0xEF && second <= 0xA3) || (lead == 0xF3 && second >= 0xB0) || lead == 0xF4) return at;
  }
  return utf8.size();
}

/// Whether the charset itself writes a text, as it is: without the 外字 table, and nothing in it as a similar
/// character.
bool holds(Charset charset, std::string_view text, const TextOptions& options) {
  TextState state;
  std::string bytes;
  const Conversion done = encode_by(charset, text, bytes, options, {options.form, state, true});
  return done.error == TextError::none && done.similar == 0;
}

/// Gives the private-use characters of `text` from `begin` on the meanings that the table has for them, and counts
/// those that come back as a code of the charset's own.
std::size_t give_meanings(Charset charset, const TextOptions& options, std::string& text, std::size_t begin) {
  std::size_t duplicates = 0;
  std::string read;
  std::string_view rest = std::string_view(text).substr(begin);
  for (std::size_t plain = private_use_at(rest); plain != rest.size(); plain = private_use_at(rest)) {
    read.append(rest, 0, plain);
    rest.remove_prefix(plain);
    const std::string_view before = rest;
    const Gaiji* const gaiji = options.gaiji->find(take_code_point(rest));
    if (gaiji == nullptr || gaiji->meaning.empty()) {
      read.append(before, 0, before.size() - rest.size());
      continue;
    }
    read += gaiji->meaning;
    duplicates += holds(charset, gaiji->meaning, options);
  }
  if (rest.size() == text.size() - begin) return 0;
  read.append(rest);
  text.replace(begin, std::string::npos, read);
  return duplicates;
}

/// The private-use character that means a character here, if the charset can write it; else nothing.
std::string code_for(Charset charset, std::string_view character, const TextOptions& options) {
  std::string code;
  const char32_t code_point = options.gaiji == nullptr ? 0 : options.gaiji->code_point_of(character);
  if (code_point != 0) append_code_point(code, code_point);
  return !code.empty() && holds(charset, code, options) ? code : std::string();
}

/// What is written instead of a character that the charset lacks; empty where nothing is.
std::string stand_in(Charset charset, std::string_view character, const TextOptions& options, std::size_t& similar) {
  std::string text = code_for(charset, character, options);
  if (text.empty() && options.yen_to_backslash && (character == "\u00A5" || character == "\u203E")) {
    text = character == "\u00A5" ? "\\" : "~";
    ++similar;
  }
  return text;
}

/// Goes on behind a character that the charset lacks, if something stands in for it. False where nothing does.
bool go_on(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options,
           const TextPlace& place, Conversion& done) {
  std::size_t similar = 0;
  const std::string text = stand_in(charset, utf8.substr(done.input_used, done.error_length), options, similar);
  if (text.empty() || encode_by(charset, text, bytes, options, place).error != TextError::none) return false;
  const std::size_t used = done.input_used + done.error_length;
  similar += done.similar;
  done = encode_by(charset, utf8.substr(used), bytes, options, place);
  done.input_used += used;
  done.similar += similar;
  return true;
}

/// Writes `utf8`; 外字 stand in for what the charset lacks.
Conversion encode_with_codes(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options,
                             const TextPlace& place) {
  Conversion done = encode_by(charset, utf8, bytes, options, place);
  while (done.error == TextError::unmappable && go_on(charset, utf8, bytes, options, place, done)) {
  }
  return done;
}

/// The character of `utf8` that `step` begins at `at`, with its variation selector, if any.
std::string_view character_at(std::string_view utf8, std::size_t at, const Utf8Step& step) {
  std::size_t length = step.length;
  if (at + length < utf8.size()) {
    const Utf8Step next = utf8_step(utf8.data() + at + length, utf8.data() + utf8.size());
    const bool selected = next.fault == Utf8Fault::none && is_variation_selector(next.code_point);
    if (selected && takes_variation_selector(step.code_point)) length += next.length;
  }
  return utf8.substr(at, length);
}

/// A character that is written as the code of a 外字, and that code.
struct KeptCode {
  std::size_t begin = 0;       ///< of the character in the text; without one, up to where there is none
  std::string_view character;  ///< empty where there is none
  std::string code;
};

/// Whether the charset writes a character, but as another one.
bool has_only_similar(Charset charset, std::string_view character, const TextOptions& options) {
  TextState state;
  std::string bytes;
  const Conversion done = encode_by(charset, character, bytes, options, {options.form, state, true});
  return done.error == TextError::none && done.similar != 0;
}

/// The next character of `utf8` from `at` on for which the charset has only a similar one, and the code of the 外字
/// that means it. Looks about a kibibyte ahead, because whoever asks may stop before: at a place where text may be cut,
/// or where it is not valid.
KeptCode next_kept(Charset charset, std::string_view utf8, std::size_t at, const TextOptions& options) {
  constexpr std::size_t kLookAhead = 1024;
  const std::size_t from = at;
  const char* const end = utf8.data() + utf8.size();
  while (at < utf8.size()) {
    const Utf8Step step = utf8_step(utf8.data() + at, end);
    if (step.fault != Utf8Fault::none) return {utf8.size(), {}, {}};
    if (at - from >= kLookAhead && !may_join_previous(step.code_point)) break;
    if (may_be_written_similar(step.code_point)) {
      const std::string_view character = character_at(utf8, at, step);
      std::string code = code_for(charset, character, options);
      if (!code.empty() && has_only_similar(charset, character, options)) return {at, character, std::move(code)};
    }
    at += step.length;
  }
  return {at, {}, {}};
}

/// As encode_with_codes; but a 外字 keeps its code also where the charset has a similar character for what it means.
Conversion encode_keeping_codes(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options,
                                const TextPlace& place) {
  Conversion done;
  while (done.input_used < utf8.size()) {
    const KeptCode kept = next_kept(charset, utf8, done.input_used, options);
    const std::size_t before = done.input_used;
    const std::size_t similar = done.similar;
    done = encode_with_codes(charset, utf8.substr(before, kept.begin - before), bytes, options, place);
    done.input_used += before;
    done.similar += similar;
    if (done.error != TextError::none) return done;
    if (kept.character.empty()) continue;
    const Conversion code = encode_by(charset, kept.code, bytes, options, place);  // which the charset holds
    done.error = code.error;
    done.error_length = code.error == TextError::none ? 0 : kept.character.size();
    if (code.error != TextError::none) return done;
    done.input_used += kept.character.size();
  }
  return done;
}

}  // namespace

Conversion decode(Charset charset, std::string_view bytes, std::string& utf8, const TextOptions& options) {
  const std::size_t before = utf8.size();
  TextState whole_text;
  const TextPlace place{options.form, options.state == nullptr ? whole_text : *options.state, options.state == nullptr};
  Conversion done = decode_by(charset, bytes, utf8, options, place);
  if (options.gaiji != nullptr) done.duplicates += give_meanings(charset, options, utf8, before);
  done.output_written = utf8.size() - before;
  return done;
}

Conversion encode(Charset charset, std::string_view utf8, std::string& bytes, const TextOptions& options) {
  const std::size_t before = bytes.size();
  TextState whole_text;
  const TextPlace place{options.form, options.state == nullptr ? whole_text : *options.state, options.state == nullptr};
  const bool keeps = options.gaiji != nullptr && options.gaiji->has_similar_meanings();
  Conversion done = (keeps ? encode_keeping_codes : encode_with_codes)(charset, utf8, bytes, options, place);
  if (place.whole) finish_text(charset, bytes, whole_text);
  done.output_written = bytes.size() - before;
  if (done.error == TextError::truncated) done.error = TextError::illegal;  // on writing a cut sequence is invalid text
  return done;
}

void finish_text(Charset charset, std::string& bytes, TextState& state) {
  if (state.shifted && (charset == Charset::ibm930 || charset == Charset::ibm939)) bytes += static_cast<char>(kShiftIn);
  state = {};
}

bool may_join_previous(char32_t code_point) {
  switch (code_point) {
    case 0x300:
    case 0x301:
    case 0x2E5:
    case 0x2E9:
    case 0x309A:
      return true;
    default:
      return is_variation_selector(code_point);
  }
}

}  // namespace daicho
