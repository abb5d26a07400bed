#include "cli/text_census.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "converters/utf8.hpp"
#include "formats/error.hpp"

namespace daicho {
namespace {

/// Lines and byte offsets of one piece.
class TextPlace : public PlaceFinder {
 public:
  TextPlace(std::uint32_t file, Charset charset, const TextPiece& piece)
      : file_(file), piece_(piece), offsets_(charset, piece), line_(piece.line) {}

  CharacterPlace place(std::size_t at) override {
    const auto from = piece_.text.begin();
    line_ += static_cast<std::uint64_t>(
        std::count(from + static_cast<std::ptrdiff_t>(seen_), from + static_cast<std::ptrdiff_t>(at), '\n'));
    seen_ = at;
    CharacterPlace place;
    place.file = file_;
    place.line = line_;
    place.offset = offsets_.offset(at);
    return place;
  }

 private:
  const std::uint32_t file_;
  const TextPiece& piece_;
  TextOffsets offsets_;
  std::uint64_t line_;
  std::size_t seen_ = 0;
};

/// A piece with the bytes that it was decoded from, which the reader keeps only until its next one.
struct OwnPiece {
  TextPiece piece;
  std::string bytes;
  bool goes_on = false;  ///< it begins with a mark, which may belong to the last character of the piece before
};

/// The pieces of a text, handed out to threads that count them. One of them reads at a time.
class PieceDealer {
 public:
  PieceDealer(Charset charset, const TextOptions& options, ByteSource& source, FindingSink& findings)
      : reader_(charset, source, findings, options) {
    read_next();
  }

  /// The next piece for a thread; false at the end. A piece that goes on with the one before is for the thread that had
  /// that one: the others wait.
  bool take(std::thread::id thread, OwnPiece& piece) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || !next_.goes_on || last_ == thread; });
    if (ended_) return false;
    std::swap(piece, next_);
    piece.piece.bytes = piece.bytes;
    last_ = thread;
    try {
      read_next();
    } catch (...) {
      failure_ = std::current_exception();
      ended_ = true;
    }
    changed_.notify_all();
    return true;
  }

  /// Ends it for all threads, because one failed.
  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    ended_ = true;
    changed_.notify_all();
  }

  bool has_more() const { return !ended_; }  ///< while nobody else takes
  const std::exception_ptr& failure() const { return failure_; }
  const TextSummary& summary() const { return reader_.summary(); }

 private:
  void read_next() {
    ended_ = !reader_.read(next_.piece);
    if (ended_) return;
    next_.bytes = next_.piece.bytes;
    std::string_view text = next_.piece.text;
    next_.goes_on = next_.piece.joined && may_join_previous(take_code_point(text));
  }

  TextReader reader_;
  std::mutex mutex_;
  std::condition_variable changed_;
  OwnPiece next_;
  std::thread::id last_;  // who had the piece before it
  bool ended_ = false;
  std::exception_ptr failure_;
};

void count_pieces(const TextInput& input, PieceDealer& dealer, OwnPiece& piece, CharacterCensus& census) {
  do {
    TextPlace place(input.index, *input.charset, piece.piece);
    census.count(piece.piece.text, place, piece.goes_on);
  } while (dealer.take(std::this_thread::get_id(), piece));
}

/// A thread beside the first, with a census of its own.
void help(const TextInput& input, PieceDealer& dealer, CharacterCensus& census) {
  try {
    OwnPiece piece;
    if (dealer.take(std::this_thread::get_id(), piece)) count_pieces(input, dealer, piece, census);
  } catch (...) {
    dealer.fail(std::current_exception());
  }
}

}  // namespace

TextSummary count_text(const TextInput& input, ByteSource& source, FindingSink& findings, CharacterCensus& census) {
  PieceDealer dealer(*input.charset, input.options, source, findings);
  OwnPiece first;
  if (!dealer.take(std::this_thread::get_id(), first)) return dealer.summary();
  const std::size_t helpers = dealer.has_more() ? std::max(input.threads, 1U) - 1 : 0;  // none for a single piece
  std::vector<CharacterCensus> censuses;
  for (std::size_t i = 0; i < helpers; ++i) censuses.emplace_back(census.places());
  std::vector<std::thread> threads;
  threads.reserve(helpers);
  for (CharacterCensus& own : censuses) threads.emplace_back([&] { help(input, dealer, own); });
  try {
    count_pieces(input, dealer, first, census);
  } catch (...) {
    dealer.fail(std::current_exception());
  }
  for (std::thread& thread : threads) thread.join();
  if (dealer.failure()) std::rethrow_exception(dealer.failure());
  for (const CharacterCensus& own : censuses) census.add(own);
  return dealer.summary();
}

CensusFile count_text(const TextInput& input, FindingReport& report, CharacterCensus& census) {
  const std::unique_ptr<ByteSource> source = open_source(input.path);
  TextInput known = input;
  if (!known.charset) {
    const TextDetection found = detect_text(*source);
    if (!found.charset) {
      throw UsageError(fmt::format("{}: the charset cannot be told from the bytes: {}; name it with --from", input.path,
                                   found.reason));
    }
    known.charset = found.charset;
    report.say_charset(input.path, *known.charset);
  }
  const TextSummary read = count_text(known, *source, report, census);
  return {input.path,     std::string(charset_name(*known.charset)), read.bytes, 0, 0, read.lines, read.faults,
          read.duplicates};
}

}  // namespace daicho
