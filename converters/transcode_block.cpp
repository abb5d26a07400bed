// One block from a charset to another: directly where there is a way, else through UTF-8.
#include <stdexcept>

#include "converters/changed_codes.hpp"
#include "converters/charset_codecs.hpp"
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

struct CodePlace {
  std::size_t begin;
  std::size_t length;
};

/// The code in `bytes` whose text is at `text_offset` of what `bytes` decodes to: it ends the shortest beginning of
/// `bytes` that has more text than that.
CodePlace locate(const TranscodeOptions& options, std::string_view bytes, std::size_t text_offset) {
  std::string text;
  const auto decoded = [&](std::size_t length) {
    text.clear();
    return decode(options.from, bytes.substr(0, length), text, options.text);
  };
  std::size_t without = 0;
  std::size_t with = bytes.size();
  while (with - without > 1) {
    const std::size_t middle = without + (with - without) / 2;
    (decoded(middle).output_written > text_offset ? with : without) = middle;
  }
  if (!is_ebcdic(options.from)) {
    const std::size_t begin = decoded(without).input_used;
    return {begin, with - begin};
  }
  const std::size_t shift = bytes.substr(0, with).find_last_of(std::string_view("\x0E\x0F", 2));
  const bool is_double = shift != std::string_view::npos && bytes[shift] == kShiftOut;
  return {with - (is_double ? 2 : 1), is_double ? 2U : 1U};
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
      : options_(owner.options_), lists_(*owner.lists_), block_(block), out_(out) {}

  TranscodedBlock convert() {
    const std::size_t before = out_.size();
    if (!skip_byte_order_mark()) {
      if (has_direct_way()) {
        convert_directly();
      } else {
        convert_through_utf8();
      }
    }
    if (done_.fault) done_.fault->line = 1;
    const std::size_t end = done_.fault ? done_.fault->offset : block_.bytes.size();
    done_.counts.input_bytes = end;
    done_.counts.line_feeds = count_line_feeds(options_.from, block_.bytes.substr(0, end));
    if (done_.fault) done_.fault->line += done_.counts.line_feeds;
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
    if (options_.from == Charset::utf8 || options_.to == Charset::utf8) return true;
    if (options_.text.gaiji != nullptr) return false;
    return (options_.from == Charset::cp932 && is_utf16(options_.to)) ||
           (is_utf16(options_.from) && options_.to == Charset::cp932);
  }

  Conversion one_way(std::string_view bytes) {
    if (options_.to == Charset::utf8) return decode(options_.from, bytes, out_, options_.text);
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
      const std::string_view used = rest.substr(0, step.input_used);
      if (step.duplicates != 0) add_duplicates(step, used);
      if (step.similar != 0) add_similar(step, text_of(used));
      at_ += step.input_used;
      if (step.error == TextError::none) return;
      if (step.error != TextError::unmappable) {
        set_fault(step.error, at_, step.error_length);
        return;
      }
      const std::string character = text_of(rest.substr(step.input_used, step.error_length));
      if (!replace(character)) {
        set_fault(TextError::unmappable, at_, step.error_length);
        done_.fault->character = character;
        return;
      }
      at_ += step.error_length;
    }
  }

  void convert_through_utf8() {
    const std::string_view bytes = block_.bytes.substr(at_);
    std::string text;
    const Conversion read = decode(options_.from, bytes, text, options_.text);
    std::size_t text_at = 0;
    while (text_at < text.size()) {
      const std::string_view rest = std::string_view(text).substr(text_at);
      const std::size_t before = out_.size();
      const Conversion step = encode(options_.to, rest, out_, options_.text);
      join_shifts(before);
      if (step.similar != 0) add_similar(step, rest.substr(0, step.input_used));
      text_at += step.input_used;
      if (step.error == TextError::none) break;
      const std::string character(rest.substr(step.input_used, step.error_length));
      if (!replace(character)) {
        const CodePlace place = locate(options_, bytes, text_at);
        set_fault(TextError::unmappable, at_ + place.begin, place.length);
        done_.fault->character = character;
        count_duplicates(bytes.substr(0, place.begin));
        return;
      }
      text_at += step.error_length;
    }
    if (read.duplicates != 0) add_duplicates(read, bytes.substr(0, read.input_used));
    if (read.error != TextError::none) set_fault(read.error, at_ + read.input_used, read.error_length);
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

  void add_duplicates(const Conversion& step, std::string_view bytes) {
    done_.counts.duplicates += step.duplicates;
    lists_.changed.add_duplicates(bytes, done_.counts.duplicate_codes);
  }

  /// The duplicates of a part that was decoded together with what follows it.
  void count_duplicates(std::string_view bytes) {
    std::string text;
    const Conversion read = decode(options_.from, bytes, text, options_.text);
    if (read.duplicates != 0) add_duplicates(read, bytes);
  }

  void add_similar(const Conversion& step, std::string_view text) {
    done_.counts.similar += step.similar;
    lists_.changed.add_similar(text, done_.counts.similar_characters);
  }

  /// Writes what stands for a character that the target does not have; false where nothing does.
  bool replace(const std::string& character) {
    if (options_.on_unmappable == OnUnmappable::stop) return false;
    if (options_.on_unmappable == OnUnmappable::geta) {
      if (!write(kGeta)) return false;
      ++done_.counts.geta[character];
      return true;
    }
    const auto known = done_.counts.substituted.find(character);
    if (known != done_.counts.substituted.end()) {
      ++known->second.count;
      return write(known->second.by);
    }
    const std::vector<Hop> hops = substitute_path(*options_.substitutes, character, lists_.target);
    if (hops.empty() || !write(hops.back().to)) return false;
    done_.counts.substituted[character] = {hops.back().to, 1};
    return true;
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
