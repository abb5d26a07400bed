// One charset to another: whole texts, block by block, with what changed on the way. What `daicho transcode` does.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "converters/changed_codes.hpp"
#include "converters/charset.hpp"
#include "converters/substitute.hpp"

namespace daicho {

/// What becomes of a character that the target charset does not have.
enum class OnUnmappable : std::uint8_t {
  stop,        ///< the conversion ends before it
  substitute,  ///< its 代替文字, where the table leads to one that the target has; else as `stop`
  geta,        ///< 〓 (U+3013) in its place
};

struct TranscodeOptions {
  Charset from = Charset::cp932;
  Charset to = Charset::utf8;
  OnUnmappable on_unmappable = OnUnmappable::stop;
  const SubstitutionTable* substitutes = nullptr;  ///< must be there for `substitute`, and outlive the conversion
  TextOptions text;                                ///< 外字, 住基 codes, yen; the same for reading and writing
};

/// Why a conversion ended early.
struct TranscodeFault {
  TextError error = TextError::none;
  std::uint64_t offset = 0;       ///< of the fault's first byte in the input, from 0
  std::uint64_t line = 0;         ///< from 1; lines end with a line feed
  std::string bytes;              ///< the input's bytes at fault
  std::string character;          ///< `unmappable`: the character, with its variation selector, in UTF-8
  bool other_byte_order = false;  ///< the input begins with the byte order mark of the other byte order
  /// EBCDIC: the fault is that the double-byte codes which begin at the shift code here (0E) are never closed (0F); it
  /// stands behind the last code that was read, and has no bytes.
  struct OpenRun {
    std::uint64_t offset = 0;
    std::uint64_t line = 0;
  };
  std::optional<OpenRun> open_run;
};

/// What a conversion did.
struct TranscodeCounts {
  std::uint64_t input_bytes = 0;   ///< converted: up to the fault
  std::uint64_t output_bytes = 0;  ///< written
  std::uint64_t line_feeds = 0;    ///< in the input converted
  bool bom_dropped = false;        ///< a byte order mark that the target charset does not have
  std::uint64_t duplicates = 0;    ///< codes that come back as another code of the same character
  TextChanges duplicate_codes;     ///< `by`: what they mean
  std::uint64_t similar = 0;       ///< characters written as a similar one
  TextChanges similar_characters;  ///< `by`: the character as which they come back
  TextChanges substituted;
  TextChanges geta;

  /// Adds what was counted in the part of the input that follows.
  void add(const TranscodeCounts& other);
};

/// A part of the input that begins and ends where cut_text allows it.
struct TextBlock {
  std::string_view bytes;
  bool first = false;  ///< nothing comes before: it may begin with a byte order mark
  bool last = false;   ///< nothing comes after: it may end inside a character
};

/// What became of a block.
struct TranscodedBlock {
  TranscodeCounts counts;
  std::optional<TranscodeFault> fault;  ///< offset and line as if the block were the whole input
};

/// Converts blocks. Several threads may share one: what it keeps does not change.
class BlockTranscoder {
 public:
  /// Throws std::runtime_error where a charset's tables are not there.
  explicit BlockTranscoder(const TranscodeOptions& options);
  ~BlockTranscoder();
  BlockTranscoder(const BlockTranscoder&) = delete;
  BlockTranscoder& operator=(const BlockTranscoder&) = delete;

  const TranscodeOptions& options() const { return options_; }

  /// Appends the converted block to `out`, up to the fault where there is one.
  TranscodedBlock convert(const TextBlock& block, std::string& out) const;

 private:
  class Run;  // one block's conversion
  struct Lists;
  TranscodeOptions options_;
  std::unique_ptr<Lists> lists_;
};

/// Puts converted blocks together, in the order of the input.
class TranscodedText {
 public:
  explicit TranscodedText(Charset to) : to_(to) {}
  /// Takes the block's counts and fault; `out` (the block's bytes) becomes what is to be written now. Where EBCDIC goes
  /// on with double-byte codes in the next block, the two shift codes between them are left out. False after a fault:
  /// what is in `out` is still to be written, and nothing after it.
  bool add(const TranscodedBlock& block, std::string& out);
  /// What is to be written at the end: a shift code that was held back, or nothing.
  std::string finish();

  const TranscodeCounts& counts() const { return counts_; }
  const std::optional<TranscodeFault>& fault() const { return fault_; }

 private:
  Charset to_;
  TranscodeCounts counts_;
  std::optional<TranscodeFault> fault_;
  bool held_shift_ = false;
};

/// The whole conversion in one thread: pieces of any length in, converted bytes out.
class Transcoder {
 public:
  explicit Transcoder(const TranscodeOptions& options);
  /// Appends to `out` what can be converted of the input so far. False after a fault: nothing more is converted.
  bool convert(std::string_view bytes, std::string& out);
  /// The input has ended: converts the rest. False where there is a fault.
  bool finish(std::string& out);

  const TranscodeCounts& counts() const { return text_.counts(); }
  const std::optional<TranscodeFault>& fault() const { return text_.fault(); }

 private:
  bool take(std::string_view bytes, std::string& out);

  BlockTranscoder blocks_;
  TranscodedText text_;
  std::string held_;  // input that waits for what follows it
  bool first_ = true;
};

}  // namespace daicho
