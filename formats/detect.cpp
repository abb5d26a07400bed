// What `auto` does: candidates from the structure of the first bytes, then a trial reading of each.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/ascii.hpp"
#include "formats/csv.hpp"
#include "formats/csv_line_ends.hpp"
#include "formats/detect_damage.hpp"
#include "formats/error.hpp"
#include "formats/finding_codes.hpp"
#include "formats/fixed_plan.hpp"
#include "formats/reader.hpp"

namespace daicho {
namespace {

constexpr std::size_t kWindowBytes = std::size_t{1} << 20;
constexpr std::size_t kTrialBytes = std::size_t{1} << 18;
constexpr std::size_t kHeaderBytes = std::size_t{1} << 16;  // of a CSV's first line
constexpr std::size_t kLinesLooked = 1000;

/// What bytes can tell. Shift_JIS-2004 reads nearly every CP932 file without an error and means other characters;
/// EUC-JIS-2004 is as rare as it is like others; and `juki` is UTF-16 but for its kanji.
constexpr std::array kGuessed = {Charset::cp932,   Charset::utf8,   Charset::utf16le,
                                 Charset::utf16be, Charset::ibm930, Charset::ibm939};
constexpr std::string_view kNeverGuessed = "; shift_jis-2004, euc-jis-2004 and juki are never guessed";

struct Candidate {
  FormatSpec format;
  bool strong = false;  ///< line lengths or names speak for it, not only the lack of faults
  std::uint64_t records = 0;
  std::uint64_t bad = 0;
  std::uint64_t broken = 0;  ///< values whose bytes are no characters of its charset
  bool hangul = false;       ///< its text has U+AC00-D6FF
};

/// Counts values whose bytes are no characters of the charset; forgets every other finding.
class BrokenValues : public FindingSink {
 public:
  void add(Finding finding) override {
    if (finding.code == code::kBrokenCharacter) ++count;
  }
  std::uint64_t count = 0;
};

/// Whether text has a character of U+AC00-D6FF, the range in which 住基ネット統一文字 keeps kanji that Unicode has
/// elsewhere.
bool has_hangul(std::string_view text) {
  for (std::size_t at = text.find_first_of("\xEA\xEB\xEC\xED"); at != std::string_view::npos;
       at = text.find_first_of("\xEA\xEB\xEC\xED", at + 1)) {
    const std::string_view character = text.substr(at, 3);
    if (character >= "\xEA\xB0\x80" && character <= "\xED\x9B\xBF") return true;
  }
  return false;
}

std::string_view without_blanks(std::string_view cell) {
  const std::size_t begin = std::min(cell.find_first_not_of(" \t"), cell.size());
  return cell.substr(begin, cell.find_last_not_of(" \t") + 1 - begin);
}

class Detective {
 public:
  Detective(const Layout& layout, std::string_view window, bool whole)
      : layout_(layout), all_(window), window_(window), whole_(whole) {}

  Detection detect() {
    if (all_.empty())
      return {std::nullopt,
              "the file is empty (0 bytes), which fits every format: fetch it again, unless no records are due"};
    for (const Charset charset : kGuessed) {
      const std::string_view mark = bom_bytes(charset);
      if (mark.empty() || !all_.starts_with(mark)) continue;
      marked_ = charset;
      window_.remove_prefix(mark.size());
    }
    if (const auto jsonl = json_lines()) return {jsonl, {}};
    for (const Charset charset : kGuessed) {
      if (marked_ && *marked_ != charset) continue;
      look_for_fixed(charset);
      look_for_csv(charset);
    }
    return choose();
  }

 private:
  FormatSpec format(FileKind kind, Charset charset, LineEnd eol) const {
    FormatSpec spec = default_format(kind);
    spec.charset = charset;
    spec.eol = eol;
    spec.bom = marked_.has_value();
    return spec;
  }

  std::optional<FormatSpec> json_lines() const {
    if (marked_ && *marked_ != Charset::utf8) return std::nullopt;
    const std::size_t begin = window_.find_first_not_of(" \t");
    if (begin == std::string_view::npos || window_[begin] != '{') return std::nullopt;
    const std::size_t next = window_.find_first_not_of(" \t", begin + 1);
    if (next == std::string_view::npos || (window_[next] != '"' && window_[next] != '}')) return std::nullopt;
    return format(FileKind::jsonl, Charset::utf8, line_end_of(window_, Charset::utf8, Quote::none));
  }

  // --- fixed

  void look_for_fixed(Charset charset) {
    const std::size_t record = layout_.record_bytes(charset);
    const std::size_t unit = half_width_bytes(charset);
    bool has_lines = false;
    for (const LineEnd eol : {LineEnd::crlf, LineEnd::lf}) {
      const std::vector<std::size_t> lengths = line_lengths(format(FileKind::fixed, charset, eol));
      has_lines = has_lines || !lengths.empty();
      const bool envelope = !lengths.empty() && lengths[0] == kControlRecordPositions * unit &&
                            window_.starts_with(half_width_character(charset, '1'));
      const std::size_t due = record + (envelope ? unit : 0);
      if (!envelope && header_lost(lengths, record + unit, charset)) {
        Candidate candidate{format(FileKind::fixed, charset, eol), true};
        candidate.format.envelope = Envelope::control;
        candidates_.push_back(candidate);
        return;
      }
      const auto right = std::count(lengths.begin(), lengths.end(), due);
      const bool nothing_inside = envelope && lengths.size() <= 3;
      if (2 * static_cast<std::size_t>(right) <= lengths.size() && !nothing_inside) continue;
      Candidate candidate{format(FileKind::fixed, charset, eol), true};
      candidate.format.envelope = envelope ? Envelope::control : Envelope::none;
      candidates_.push_back(candidate);
      return;  // a line that ends in CRLF ends in LF too
    }
    if (!has_lines) look_for_endless(charset, record);
  }

  /// Whether data records of an envelope stand there without the control record before them: the file has them, and its
  /// reading says that the first one is lost.
  bool header_lost(const std::vector<std::size_t>& lengths, std::size_t due, Charset charset) const {
    const std::string_view data_class = half_width_character(charset, '2');
    const auto right = std::count(lengths.begin(), lengths.end(), due);
    return right > 0 && 2 * static_cast<std::size_t>(right) > lengths.size() && window_.starts_with(data_class);
  }

  /// Records without line ends: lengths can't speak, only the trial.
  void look_for_endless(Charset charset, std::size_t record) {
    if (window_.size() < record) return;
    for (const Envelope envelope : {Envelope::none, Envelope::control}) {
      if (envelope == Envelope::control && !window_.starts_with(half_width_character(charset, '1'))) continue;
      Candidate candidate{format(FileKind::fixed, charset, LineEnd::none)};
      candidate.format.envelope = envelope;
      candidates_.push_back(candidate);
    }
  }

  /// Lengths of the first lines that end as `spec` says, their ends not counted; of the file's end too, if it is seen.
  std::vector<std::size_t> line_lengths(const FormatSpec& spec) const {
    const std::string due = line_end_bytes(spec);
    std::vector<std::size_t> lengths;
    std::size_t begin = 0;
    while (lengths.size() < kLinesLooked) {
      const std::size_t end = window_.find(due, begin);
      if (end == std::string_view::npos) break;
      lengths.push_back(end - begin);
      begin = end + due.size();
    }
    return lengths;
  }

  // --- csv

  void look_for_csv(Charset charset) {
    std::string text;
    const Conversion done = decode(charset, first_line_bytes(charset), text);
    if (done.error != TextError::none || text.empty()) return;
    CsvRow row;
    if (scan_csv_row(text, true, Quote::minimal, row) != CsvScan::row || row.fault != CsvFault::none) return;
    std::vector<std::string> cells;
    std::string storage;
    for (const CsvField& field : row.fields) cells.emplace_back(csv_value(text, field, storage));
    if (cells.empty()) return;
    Candidate candidate{format(FileKind::csv, charset, LineEnd::lf)};
    const bool all_quoted =
        std::all_of(row.fields.begin(), row.fields.end(), [](const CsvField& f) { return f.quoted; });
    if (all_quoted) candidate.format.quote = Quote::all;
    if (!name_columns(cells, candidate)) return;
    candidate.format.eol = line_end_of(window_, charset);
    candidates_.push_back(candidate);
  }

  /// LF where no line ends: there is one row, and either fits.
  static LineEnd line_end_of(std::string_view text, Charset charset, Quote quote = Quote::minimal) {
    const LineEnd found = commonest_line_end(text, charset, quote);
    return found == LineEnd::none ? LineEnd::lf : found;
  }

  /// The first line with its line end, at most kHeaderBytes.
  std::string_view first_line_bytes(Charset charset) const {
    const std::string_view text = window_.substr(0, kHeaderBytes);
    const std::string_view feed = half_width_character(charset, '\n');
    std::size_t at = text.find(feed);
    while (at != std::string_view::npos && at % feed.size() != 0) at = text.find(feed, at + 1);
    return at == std::string_view::npos ? text : text.substr(0, at + feed.size());
  }

  /// Whether the first row names the layout's items, or has as many values as the layout has.
  bool name_columns(const std::vector<std::string>& cells, Candidate& candidate) {
    std::size_t names = 0;
    std::size_t ids = 0;
    for (const std::string& cell : cells) {
      const auto item = layout_.find(cell);
      if (!item) continue;
      ++names;
      ids += layout_.items[*item].id == cell ? 1 : 0;
    }
    const bool class_column = cells[0] == kRecordClassId || cells[0] == kRecordClassName;
    if (names != 0 && 2 * names >= cells.size()) {
      candidate.strong = true;
      candidate.format.header = 2 * ids > names ? Header::id : Header::name;
      candidate.format.envelope = class_column ? Envelope::control : Envelope::none;
      return true;
    }
    const auto named_but_for_blanks = std::count_if(cells.begin(), cells.end(), [&](const std::string& cell) {
      return layout_.find(without_blanks(cell)).has_value();
    });
    // A header all the same, which must not be taken for a record: see likely_damage.
    if (2 * static_cast<std::size_t>(named_but_for_blanks) >= cells.size() && named_but_for_blanks > 0) return false;
    if (names > named_) {
      named_ = names;
      columns_ = cells.size();
    }
    candidate.format.header = Header::none;
    if (cells[0] == "1" && cells.size() == envelope_fields('1').size() && cells[1] == layout_.id) {
      candidate.strong = true;
      candidate.format.envelope = Envelope::control;
      return true;
    }
    if (cells[0] == "2" && cells.size() == layout_.items.size() + 1) {  // its control record 1 is lost
      candidate.format.envelope = Envelope::control;
      return true;
    }
    return cells.size() == layout_.items.size() && cells.size() > 1;
  }

  // --- the choice

  Detection choose() {
    if (std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& c) { return c.strong; })) {
      std::erase_if(candidates_, [](const Candidate& c) { return !c.strong; });
    }
    for (Candidate& candidate : candidates_) read_trial(candidate);
    std::erase_if(candidates_, [](const Candidate& c) { return !c.strong && 2 * c.bad >= c.records; });
    if (candidates_.empty()) return {std::nullopt, no_reading()};
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.bad < b.bad; });
    const Candidate& best = candidates_[0];
    if (best.hangul && best.format.charset == Charset::utf16be) {
      return {std::nullopt, fmt::format("{} fits, with characters of U+AC00-D6FF: Hangul in utf-16be, kanji in juki",
                                        to_string(best.format))};
    }
    std::vector<Candidate> rivals;
    for (const Candidate& candidate : candidates_) {
      if (candidate.bad <= 2 * best.bad) rivals.push_back(candidate);
    }
    leave_least_broken(rivals);
    if (rivals.size() == 1) return {rivals[0].format, {}};
    if (const auto same = same_bytes_either_way(rivals)) return {same, {}};
    std::string reason = "more than one reading fits: ";
    for (const Candidate& rival : rivals) {
      reason += fmt::format("{} ({} of {} records readable); ", to_string(rival.format), rival.records - rival.bad,
                            rival.records);
    }
    return {std::nullopt, reason + "name the right one"};
  }

  void read_trial(Candidate& candidate) const {
    std::string_view text = all_.substr(0, std::max(kTrialBytes, 8 * layout_.record_bytes(candidate.format.charset)));
    if (text.size() < all_.size() || !whole_) {  // the last record may be cut
      const std::string due = line_end_bytes(candidate.format);
      const std::size_t last = due.empty() ? std::string_view::npos : text.rfind(due);
      if (last != std::string_view::npos) text = text.substr(0, last + due.size());
    }
    BrokenValues broken;
    const auto source = memory_source(text);
    const auto reader = make_reader(layout_, candidate.format, *source, broken);
    RecordBlock block(layout_.items.size());
    while (reader->read(block)) candidate.hangul = candidate.hangul || has_hangul(block.text());
    candidate.records = reader->summary().records;
    candidate.bad = reader->summary().bad_records;
    candidate.broken = broken.count;
  }

  /// Where the first line names the items, a fault of every record says nothing against a reading: what speaks is
  /// whether the bytes are characters of its charset. Kanji in UTF-8 are seldom anything else.
  void leave_least_broken(std::vector<Candidate>& rivals) const {
    const auto is_named = [](const Candidate& c) { return c.strong && c.format.header != Header::none; };
    if (rivals.size() < 2 || !std::all_of(rivals.begin(), rivals.end(), is_named)) return;
    const auto less = [](const Candidate& a, const Candidate& b) { return a.broken < b.broken; };
    const std::uint64_t least = std::min_element(rivals.begin(), rivals.end(), less)->broken;
    std::erase_if(rivals, [&](const Candidate& c) { return c.broken > 2 * least; });
    const auto utf8 = std::find_if(rivals.begin(), rivals.end(),
                                   [](const Candidate& c) { return c.format.charset == Charset::utf8; });
    if (is_ascii(window_) || utf8 == rivals.end() || utf8->broken != 0) return;
    rivals = {*utf8};
  }

  /// Files of ASCII alone have the same bytes in CP932 and in UTF-8: the default charset of the kind is taken.
  std::optional<FormatSpec> same_bytes_either_way(const std::vector<Candidate>& rivals) const {
    if (!is_ascii(window_)) return std::nullopt;
    for (const Candidate& rival : rivals) {
      FormatSpec other = rival.format;
      other.charset = rivals[0].format.charset;
      if (!(other == rivals[0].format) || half_width_bytes(rival.format.charset) != 1) return std::nullopt;
    }
    for (const Candidate& rival : rivals) {
      if (rival.format.charset == default_format(rival.format.kind).charset) return rival.format;
    }
    return rivals[0].format;
  }

  std::string no_reading() const {
    const std::size_t feed = window_.find('\n');
    std::size_t length = std::min(feed, window_.size());
    while (length > 0 && (window_[length - 1] == '\r' || window_[length - 1] == '\0')) --length;
    std::string line = feed == std::string_view::npos
                           ? fmt::format("there is no line end in {} bytes", window_.size())
                           : fmt::format("the first line has {} {}", length, length == 1 ? "byte" : "bytes");
    if (marked_) {
      line += fmt::format(" behind a byte order mark of {}", charset_name(*marked_));
    }
    const std::string names = named_ == 0
                                  ? "no items of the layout"
                                  : fmt::format("items of the layout in {} of its {} columns only", named_, columns_);
    return fmt::format(
        "no format fits layout {}: {}; a record has {} bytes in cp932, {} in utf-8 and {} in utf-16, without its line "
        "end; and the first line names {} as CSV{}",
        layout_.id, line, layout_.record_bytes(Charset::cp932), layout_.record_bytes(Charset::utf8),
        layout_.record_bytes(Charset::utf16le), names, kNeverGuessed);
  }

  const Layout& layout_;
  std::string_view all_;     // the first bytes of the file
  std::string_view window_;  // the same behind the byte order mark
  bool whole_;               // the file has no more bytes
  std::optional<Charset> marked_;
  std::vector<Candidate> candidates_;
  std::size_t named_ = 0;    // columns of the first line that name items, where those are less than half of
  std::size_t columns_ = 0;  // so many
};

}  // namespace

Detection detect_bytes(const Layout& layout, std::string_view window, bool whole) {
  return Detective(layout, window, whole).detect();
}

Detection detect_format(const Layout& layout, ByteSource& source) {
  const std::string_view window = source.peek(kWindowBytes);
  // Where damage or an I/O error leaves too little to tell a format by, it is what is wrong with the file.
  const std::exception_ptr failure = source.failure();
  const bool whole = window.size() < kWindowBytes && !failure;
  Detection detection = detect_bytes(layout, window, whole);
  if (!detection.format && !window.empty()) {
    if (std::string likely = likely_damage(layout, window, whole); !likely.empty())
      detection.reason = std::move(likely);
  }
  if (!detection.format && failure) std::rethrow_exception(failure);
  return detection;
}

}  // namespace daicho
