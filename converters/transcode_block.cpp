// One block from a charset to another: directly where there is a way, else through UTF-8.
#include <stdexcept>

#include "converters/changed_codes.hpp"
#include "converters/charset_codecs.hpp"
#include "converters/source_offsets.hpp"
#include "converters/target_repertoire.hpp"
#include "converters/text_cut.hpp"
#include "converters/transcode.hpp"
#include "converters/utf8.hpp"
#include "converters/utf8_scan.hpp"

namespace daicho {
namespace {

constexpr std::string_view kGeta = "〓";
constexpr char kShiftOut = 0x0E;
constexpr char kShiftIn = 0x0F;

bool is_utf16(Charset charset) { return charset == Charset::utf16le || charset == Charset::utf16be; }
bool is_unicode(Charset charset) { return charset == Charset::utf8 || is_utf16(charset); }
bool is_ebcdic(Charset charset) { return charset == Charset::ibm930 || charset == Charset::ibm939; }

/// A byte order mark at the beginning of `bytes`; empty where there is none.
std::string_view byte_order_mark(Charset charset, std::string_view bytes) {
  const std::string_view mark = charset == Charset::utf8      ? std::string_view("\xEF\xBB\xBF", 3)
                                : charset == Charset::utf16le ? std::string_view("\xFF\xFE", 2)
                                : charset == Charset::utf16be ? std::string_view("\xFE\xFF", 2)
                                                              : std::string_view();
  return bytes.starts_with(mark) ? mark : std::string_view();
}

bool has_other_byte_order(Charset charset, std::string_view bytes) {
  if (charset == Charset::utf16le) return bytes.starts_with("\xFE\xFF");
  if (charset == Charset::utf16be) return bytes.starts_with("\xFF\xFE");
  return false;
}

/// The bytes of the code at the beginning of `bytes`, which holds a whole one; of UTF-16, of both surrogates.
/// `shifted`: EBCDIC's double-byte codes.
std::size_t length_of_code(Charset charset, std::string_view bytes, bool shifted) {
  if (is_ebcdic(charset)) return shifted ? 2 : 1;
  if (!is_utf16(charset)) return code_length(charset, bytes);
  const auto high = static_cast<unsigned char>(bytes[charset == Charset::utf16le ? 1 : 0]);
  return high >= 0xD8 && high <= 0xDB ? 4 : 2;
}

/// The shift code (0E) at which the double-byte codes begin that `bytes` end with.
std::size_t open_run_begin(std::string_view bytes) {
  const std::size_t closed = bytes.rfind(kShiftIn);
  return bytes.find(kShiftOut, closed == std::string_view::npos ? 0 : closed);
}

}  // namespace

struct BlockTranscoder::Lists {
  explicit Lists(const TranscodeOptions& options)
      : changed(options.from, options.to, options.text),
        target(TargetRepertoire::of_charset(
            options.on_unmappable == OnUnmappable::substitute ? options.to : Charset::utf8, options.text)) {}
  ChangedCodes changed;
  TargetRepertoire target;
};

/// The conversion of one block.
class BlockTranscoder::Run {
 public:
  Run(const BlockTranscoder& owner, const TextBlock& block, std::string& out)
      : options_(owner.options_),
        lists_(*owner.lists_),
        block_(block),
        out_(out),
        duplicate_lines_(options_.from, block.bytes),
        written_lines_(options_.from, block.bytes) {}

  TranscodedBlock convert() {
    const std::size_t before = out_.size();
    if (!skip_byte_order_mark()) {
      if (has_direct_way()) {
        convert_directly();
      } else {
        convert_through_utf8();
      }
    }
    const std::size_t end = done_.fault ? done_.fault->offset : block_.bytes.size();
    done_.counts.input_bytes = end;
    done_.counts.line_feeds = count_line_feeds(options_.from, block_.bytes.substr(0, end));
    if (done_.fault) done_.fault->line = done_.counts.line_feeds + 1;
    done_.counts.output_bytes = out_.size() - before;
    return std::move(done_);
  }

 private:
  /// Takes a mark that the target does not have off the beginning. True where it is the other byte order's.
  bool skip_byte_order_mark() {
    if (!block_.first) return false;
    if (has_other_byte_order(options_.from, block_.bytes)) {
      set_fault(TextError::illegal, 0, 2);
      done_.fault->other_byte_order = true;
      return true;
    }
    if (is_unicode(options_.to)) return false;
    at_ = byte_order_mark(options_.from, block_.bytes).size();
    done_.counts.bom_dropped = at_ != 0;
    return false;
  }

  bool has_direct_way() const {
    if (options_.to == Charset::utf8) return true;
    if (options_.text.gaiji != nullptr) return false;  // reading gives the 外字 their meanings, writing their codes
    return options_.from == Charset::utf8 || (options_.from == Charset::cp932 && is_utf16(options_.to)) ||
           (is_utf16(options_.from) && options_.to == Charset::cp932);
  }

  /// As daicho::decode, but EBCDIC may end in the double-byte state: what it holds until then is kept.
  Conversion read(std::string_view bytes, std::string& text) {
    TextOptions options = options_.text;
    options.state = &read_state_;
    read_state_ = {};
    return decode(options_.from, bytes, text, options);
  }

  Conversion one_way(std::string_view bytes) {
    if (options_.to == Charset::utf8) return read(bytes, out_);
    if (options_.from == Charset::utf8) return encode(options_.to, bytes, out_, options_.text);
    if (options_.from == Charset::cp932) return convert_cp932_to_utf16(options_.to == Charset::utf16be, bytes, out_);
    return convert_utf16_to_cp932(options_.from == Charset::utf16be, bytes, options_.text.yen_to_backslash, out_);
  }

  void convert_directly() {
    while (at_ < block_.bytes.size()) {
      const std::string_view rest = block_.bytes.substr(at_);
      const std::size_t before = out_.size();
      const Conversion step = one_way(rest);
      join_shifts(before);
      const std::size_t begin = at_;
      at_ += step.input_used;
      if (step.duplicates != 0) add_duplicates(step.duplicates, begin, at_);
      if (step.similar != 0) {
        SourceOffsets places(options_.from, rest, options_.text);
        add_similar(step, text_of(rest.substr(0, step.input_used)),
                    [&](std::size_t at) { return begin + places.offset(at); });
      }
      if (step.error == TextError::none) break;
      if (step.error != TextError::unmappable) {
        set_fault(step.error, at_, step.error_length);
        return;
      }
      const std::string character = text_of(rest.substr(step.input_used, step.error_length));
      if (!replace(character, [this](std::size_t) { return at_; })) {
        set_fault(TextError::unmappable, at_, step.error_length);
        done_.fault->character = character;
        return;
      }
      at_ += step.error_length;
    }
    check_closed();
  }

  void convert_through_utf8() {
    const std::size_t begin = at_;
    const std::string_view bytes = block_.bytes.substr(begin);
    std::string text;
    const Conversion decoded = read(bytes, text);
    SourceOffsets places(options_.from, bytes, options_.text);
    const auto place_of = [&](std::size_t at) { return begin + places.offset(at); };
    std::size_t text_at = 0;
    while (text_at < text.size()) {
      const std::string_view rest = std::string_view(text).substr(text_at);
      const std::size_t before = out_.size();
      const Conversion step = encode(options_.to, rest, out_, options_.text);
      join_shifts(before);
      const std::string_view used = rest.substr(0, step.input_used);
      if (step.similar != 0) add_similar(step, used, [&](std::size_t at) { return place_of(text_at + at); });
      text_at += step.input_used;
      if (step.error == TextError::none) break;
      const std::string character(rest.substr(step.input_used, step.error_length));
      if (!replace(character, [&](std::size_t) { return place_of(text_at); })) {
        const std::size_t place = place_of(text_at);
        stop_at_character(character, place, place_of(text_at + step.error_length));
        return;
      }
      text_at += step.error_length;
    }
    at_ = begin + decoded.input_used;
    if (decoded.duplicates != 0) add_duplicates(decoded.duplicates, begin, at_);
    if (decoded.error != TextError::none) {
      set_fault(decoded.error, at_, decoded.error_length);
    } else {
      check_closed();
    }
  }

  /// `next`: where the text goes on behind the character. Shift codes in between are no part of it.
  void stop_at_character(const std::string& character, std::size_t begin, std::size_t next) {
    std::size_t end = next;
    if (is_ebcdic(options_.from)) {
      const std::size_t shift = block_.bytes.substr(0, begin).find_last_of(std::string_view("\x0E\x0F", 2));
      const bool shifted = shift != std::string_view::npos && block_.bytes[shift] == kShiftOut;
      end = begin + (shifted ? 2 : 1);
    } else if (begin == next) {  // a 外字 that means several code points
      end = begin + length_of_code(options_.from, block_.bytes.substr(begin), false);
    }
    set_fault(TextError::unmappable, begin, end - begin);
    done_.fault->character = character;
    std::string text;
    const Conversion decoded = read(block_.bytes.substr(at_, begin - at_), text);
    if (decoded.duplicates != 0) add_duplicates(decoded.duplicates, at_, begin);
  }

  /// EBCDIC: the block ends in the single-byte state, or nothing closes its double-byte codes.
  void check_closed() {
    if (!is_ebcdic(options_.from) || !read_state_.shifted) return;
    const std::size_t run = open_run_begin(block_.bytes);
    set_fault(TextError::truncated, block_.bytes.size(), 0);
    done_.fault->error = TextError::truncated;
    done_.fault->open_run = {run, LineCounter(options_.from, block_.bytes).line(run)};
  }

  void set_fault(TextError error, std::size_t offset, std::size_t length) {
    TranscodeFault fault;
    fault.error = error;
    fault.offset = offset;
    fault.bytes = block_.bytes.substr(offset, length);
    if (options_.from == Charset::utf8 && error == TextError::illegal) {
      const char* const begin = block_.bytes.data() + offset;
      const Utf8Step step = utf8_step(begin, block_.bytes.data() + block_.bytes.size());
      if (step.fault == Utf8Fault::truncated) fault.error = TextError::truncated;
    }
    // What the block ends inside of is no end of the input: the next byte does not go on with it.
    if (fault.error == TextError::truncated && !block_.last) fault.error = TextError::illegal;
    done_.fault = std::move(fault);
  }

  std::string text_of(std::string_view bytes) const {
    if (options_.from == Charset::utf8) return std::string(bytes);
    std::string text;
    decode(options_.from, bytes, text, options_.text);
    return text;
  }

  /// The duplicates of a part of the block.
  void add_duplicates(std::size_t count, std::size_t begin, std::size_t end) {
    done_.counts.duplicates += count;
    const std::string_view bytes = block_.bytes.substr(begin, end - begin);
    lists_.changed.find_duplicates(bytes, [&](std::string_view code, std::size_t at) {
      TextChange& change = done_.counts.duplicate_codes[std::string(code)];
      if (++change.count != 1) return;
      change = {lists_.changed.meaning_of(code), 1, begin + at, duplicate_lines_.line(begin + at)};
    });
  }

  template <typename PlaceOf>
  void add_similar(const Conversion& step, std::string_view text, const PlaceOf& place_of) {
    done_.counts.similar += step.similar;
    lists_.changed.find_similar(text, [&](std::string_view character, std::size_t at) {
      TextChange& change = done_.counts.similar_characters[std::string(character)];
      if (++change.count != 1) return;
      const std::size_t offset = place_of(at);
      change = {lists_.changed.similar_of(character), 1, offset, written_lines_.line(offset)};
    });
  }

  /// Writes what stands for a character that the target does not have; false where nothing does. `place_of(0)` is where
  /// it stands in the block.
  template <typename PlaceOf>
  bool replace(const std::string& character, const PlaceOf& place_of) {
    if (options_.on_unmappable == OnUnmappable::stop) return false;
    const bool geta = options_.on_unmappable == OnUnmappable::geta;
    TextChanges& changes = geta ? done_.counts.geta : done_.counts.substituted;
    if (const auto known = changes.find(character); known != changes.end()) {
      ++known->second.count;
      return write(known->second.by);
    }
    const std::string by = geta ? std::string(kGeta) : substitute_of(character);
    if (by.empty() || !write(by)) return false;
    const std::size_t offset = place_of(0);
    changes[character] = {by, 1, offset, written_lines_.line(offset)};
    return true;
  }

  /// Empty where the tables lead to none.
  std::string substitute_of(const std::string& character) const {
    const std::vector<Hop> hops = substitute_path(*options_.substitutes, character, lists_.target);
    return hops.empty() ? std::string() : hops.back().to;
  }

  bool write(std::string_view text) {
    const std::size_t before = out_.size();
    if (encode(options_.to, text, out_, options_.text).error != TextError::none) {
      out_.resize(before);
      return false;
    }
    join_shifts(before);
    return true;
  }

  /// Two shift codes that cancel each other where one call of `encode` ended and the next began.
  void join_shifts(std::size_t seam) {
    if (!is_ebcdic(options_.to) || seam == 0 || seam >= out_.size()) return;
    if (out_[seam - 1] == kShiftIn && out_[seam] == kShiftOut) out_.erase(seam - 1, 2);
  }

  const TranscodeOptions& options_;
  const Lists& lists_;
  const TextBlock& block_;
  std::string& out_;
  std::size_t at_ = 0;  // in the block: everything before it is converted
  TextState read_state_;
  LineCounter duplicate_lines_;
  LineCounter written_lines_;
  TranscodedBlock done_;
};

BlockTranscoder::BlockTranscoder(const TranscodeOptions& options)
    : options_(options), lists_(std::make_unique<Lists>(options)) {
  if (options.on_unmappable == OnUnmappable::substitute && options.substitutes == nullptr) {
    throw std::runtime_error("a conversion with substitutes needs their table");
  }
}

BlockTranscoder::~BlockTranscoder() = default;

TranscodedBlock BlockTranscoder::convert(const TextBlock& block, std::string& out) const {
  return Run(*this, block, out).convert();
}

}  // namespace daicho
