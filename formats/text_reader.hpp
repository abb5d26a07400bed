// Plain text in any charset: bytes in, pieces of UTF-8 out, every fault reported and stepped over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "converters/charset.hpp"
#include "converters/source_offsets.hpp"
#include "formats/byte_source.hpp"
#include "formats/finding.hpp"

namespace daicho {

/// Part of a text without a fault in it. Views are valid until the reader's next `read`.
struct TextPiece {
  std::string text;          ///< UTF-8
  std::string_view bytes;    ///< what it was decoded from
  std::uint64_t offset = 0;  ///< of its first byte in the (decompressed) file
  std::uint64_t line = 1;    ///< of its first character, from 1
  TextOptions options;       ///< how its bytes are to be decoded, from this state on
  TextState state;
  bool joined = false;  ///< nothing is missing between it and the piece before
};

struct TextSummary {
  Charset charset = Charset::utf8;
  bool bom = false;
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;  ///< an unfinished last line counts
  std::uint64_t faults = 0;
  std::uint64_t duplicates = 0;  ///< codes that would come back as others
};

class TextReader {
 public:
  /// Source, findings and the tables of `options` must outlive it. A byte order mark at the beginning is taken off.
  TextReader(Charset charset, ByteSource& source, FindingSink& findings, const TextOptions& options = {});

  /// The next piece, not empty; false at the end. Bytes that are no character of the charset become a finding each, and
  /// so does compressed input that is damaged. EBCDIC's double-byte codes that the text does not close with 0F are one,
  /// too, at their 0E, though they were read: whether something followed nobody can tell.
  bool read(TextPiece& piece);

  const TextSummary& summary() const { return summary_; }  ///< final after `read` answered false

 private:
  bool refill();
  std::string_view next_run();
  struct Fault {
    std::uint64_t offset = 0;
    std::uint64_t line = 0;
    std::string bytes;  ///< or the first of them
  };
  void note_open_run(std::string_view bytes, std::uint64_t line);
  void report_fault(const Fault& fault);
  void advance(std::size_t bytes);

  const Charset charset_;
  ByteSource& source_;
  FindingSink& findings_;
  TextOptions options_;
  TextState state_;
  std::string buffer_;
  std::string_view window_;   // what of the buffer is still to be read
  std::uint64_t offset_ = 0;  // of the window's first byte
  std::size_t limit_;         // bytes of the next run at most
  bool run_goes_on_ = false;  // the run was cut where it may go on
  bool ended_ = false;        // the source has no more
  bool joined_ = false;
  Fault open_run_;               // EBCDIC's double-byte codes that 0F has not ended yet; no bytes: there are none
  std::uint64_t fault_end_ = 0;  // behind the last bytes that were no character
  std::uint64_t line_feeds_ = 0;
  char last_ = '\n';  // of the text so far
  TextSummary summary_;
};

/// Finds the bytes of characters in a piece. Asked in ascending order it reads the piece once.
class TextOffsets {
 public:
  TextOffsets(Charset charset, const TextPiece& piece)
      : begin_(piece.offset), offsets_(charset, piece.bytes, piece.options, piece.state) {}
  /// The offset in the file of the character that begins `at` bytes into the piece's text.
  std::uint64_t offset(std::size_t at) { return begin_ + offsets_.offset(at); }

 private:
  std::uint64_t begin_;
  SourceOffsets offsets_;
};

/// What a plain text's first bytes say of its charset, or why they do not tell.
struct TextDetection {
  std::optional<Charset> charset;
  std::string reason;  ///< where there is no charset: for a person
};

/// A byte order mark; UTF-8 where the bytes are valid and not all of their longer characters could be CP932's
/// half-width katakana; CP932 where they are valid in it and in nothing else. Never Shift_JIS-2004, EUC-JIS-2004,
/// EBCDIC or J+ codes: these must be named. Takes nothing from the source.
TextDetection detect_text(ByteSource& source);

}  // namespace daicho
