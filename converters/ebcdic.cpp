// IBM-930 and IBM-939 <-> UTF-8. In running text, shift codes say whether bytes stand alone or in pairs; in a field
// its picture does.
#include <string>

#include "converters/charset_codecs.hpp"
#include "converters/ebcdic_tables.hpp"
#include "converters/encode_walk.hpp"
#include "converters/piece_buffer.hpp"
#include "converters/similar_character.hpp"

namespace daicho {
namespace {

class Decoder {
 public:
  Decoder(const CodeTables& tables, std::string_view bytes, std::string& out, const TextPlace& place)
      : tables_(tables),
        bytes_(bytes),
        out_(out),
        buffer_(out),
        form_(place.form),
        state_(place.state),
        pairs_(place.form == TextForm::full_width || (place.form == TextForm::text && place.state.shifted)) {
    run_.output = buffer_.size();
  }

  Conversion run() {
    while (done_.input_used < bytes_.size() && done_.error == TextError::none) {
      const unsigned char byte = byte_at(done_.input_used);
      if (form_ == TextForm::text && (byte == kShiftOut || byte == kShiftIn)) {
        shift(byte == kShiftOut);
      } else if (pairs_) {
        pair(byte);
      } else {
        take(tables_.single[byte], 1);
      }
    }
    buffer_.flush();
    state_.shifted = form_ == TextForm::text && pairs_;
    return done_;
  }

  /// Takes back the run of double-byte codes that the end of the text leaves open.
  Conversion take_back_open_run() {
    out_.resize(run_.output);
    done_.input_used = run_.input;
    done_.duplicates = run_.duplicates;
    done_.error = TextError::truncated;
    done_.error_length = bytes_.size() - run_.input;
    return done_;
  }

 private:
  unsigned char byte_at(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }

  /// A shift code that changes nothing, or follows another at once, is not written again: it counts as a duplicate.
  void shift(bool out) {
    if (!pairs_ && out) run_ = {done_.input_used, buffer_.size(), done_.duplicates};
    done_.duplicates += pairs_ == out || state_.after_shift;
    state_.after_shift = true;
    pairs_ = out;
    ++done_.input_used;
  }

  void pair(unsigned char lead) {
    const std::size_t left = bytes_.size() - done_.input_used;
    if (!is_ebcdic_double(lead)) return stop(TextError::illegal, 1);
    if (left == 1) return stop(TextError::truncated, 1);
    const unsigned char trail = byte_at(done_.input_used + 1);
    if (!is_ebcdic_double(trail)) return stop(TextError::illegal, 1);
    take(tables_.longer[static_cast<unsigned>(lead << 8 | trail)], 2);
  }

  void take(CodeEntry entry, std::size_t length) {
    if (entry == 0) return stop(TextError::illegal, length);
    buffer_.put(entry, entry_length(entry));
    done_.input_used += length;
    state_.after_shift = false;
  }

  void stop(TextError error, std::size_t length) {
    done_.error = error;
    done_.error_length = length;
  }

  /// Where the double-byte codes that are being read began.
  struct Run {
    std::size_t input = 0;
    std::size_t output = 0;
    std::size_t duplicates = 0;
  };

  const CodeTables& tables_;
  const std::string_view bytes_;
  std::string& out_;
  PieceBuffer buffer_;
  const TextForm form_;
  TextState& state_;
  bool pairs_;
  Run run_;
  Conversion done_;
};

class Target {
 public:
  static constexpr bool kAsciiIsItself = false;
  static bool may_join(char32_t) { return false; }
  static bool put_pair(char32_t, char32_t) { return false; }
  static void put_ascii(std::string_view) {}

  Target(const CodeTables& tables, std::string& out, const TextPlace& place)
      : tables_(tables), buffer_(out), form_(place.form), state_(place.state) {}

  bool put(char32_t character) {
    const CharsetCode code = tables_.codes.find(character);
    if (code != kNoCode && allows(code)) return put_code(code);
    const char32_t partner = similar_character(character);
    const CharsetCode other = partner == 0 ? kNoCode : tables_.codes.find(partner);
    // A similar character is a full-width one: a half-width look-alike would change the text's width.
    if (other == kNoCode || other < 0x100 || !allows(other)) return false;
    ++similar_;
    return put_code(other);
  }

  bool has(char32_t character) const {
    const CharsetCode code = tables_.codes.find(character);
    return code != kNoCode && allows(code);
  }

  std::size_t finish() {
    buffer_.flush();
    return similar_;
  }

 private:
  bool allows(CharsetCode code) const {
    return form_ == TextForm::text || (form_ == TextForm::half_width) == (code < 0x100);
  }

  bool put_code(CharsetCode code) {
    const bool is_pair = code >= 0x100;
    if (form_ == TextForm::text && is_pair != state_.shifted) {
      buffer_.put(is_pair ? kShiftOut : kShiftIn, 1);
      state_.shifted = is_pair;
    }
    if (is_pair) {
      buffer_.put(static_cast<std::uint64_t>(code >> 8 | (code & 0xFF) << 8), 2);
    } else {
      buffer_.put(code, 1);
    }
    return true;
  }

  const CodeTables& tables_;
  PieceBuffer buffer_;
  const TextForm form_;
  TextState& state_;
  std::size_t similar_ = 0;
};

}  // namespace

Conversion convert_ebcdic_to_utf8(Charset charset, std::string_view bytes, std::string& out, const TextPlace& place) {
  Decoder decoder(ebcdic_tables(charset), bytes, out, place);
  const Conversion done = decoder.run();
  if (!place.whole || done.error == TextError::illegal || !place.state.shifted) return done;
  return decoder.take_back_open_run();
}

Conversion convert_utf8_to_ebcdic(Charset charset, std::string_view utf8, std::string& out, const TextPlace& place) {
  Target target(ebcdic_tables(charset), out, place);
  Conversion done = EncodeWalk(utf8, target).run();
  done.similar = target.finish();
  return done;
}

}  // namespace daicho
