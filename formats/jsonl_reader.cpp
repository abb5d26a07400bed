// JSON Lines to records.
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/finding_codes.hpp"
#include "formats/jsonl.hpp"
#include "formats/jsonl_lines.hpp"
#include "formats/value_check.hpp"

namespace daicho {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::uint64_t kBlockBytes = std::uint64_t{1} << 20;
constexpr std::size_t kShownKeyBytes = 60;
using Args = std::vector<std::pair<std::string, std::string>>;

std::string line_end_name(LineEnd eol) { return eol == LineEnd::crlf ? "CRLF" : eol == LineEnd::lf ? "LF" : "-"; }

/// A key as messages show it: what is no key of ours may be anything, so it is capped where a character begins.
std::string shown_key(std::string_view key) {
  if (key.size() <= kShownKeyBytes) return std::string(key);
  std::size_t length = kShownKeyBytes;
  while (length > 0 && (static_cast<unsigned char>(key[length]) & 0xC0) == 0x80) --length;
  return std::string(key.substr(0, length)) + "…";
}

std::string_view type_name(ondemand::json_type type) {
  switch (type) {
    case ondemand::json_type::array:
      return "array";
    case ondemand::json_type::object:
      return "object";
    case ondemand::json_type::number:
      return "number";
    case ondemand::json_type::boolean:
      return "boolean";
    case ondemand::json_type::null:
      return "null";
    case ondemand::json_type::string:
      break;
  }
  return "string";
}

class JsonlReader : public RecordReader {
 public:
  JsonlReader(const Layout& layout, const FormatSpec& format, ByteSource& source, FindingSink& findings,
              const TextOptions& text)
      : layout_(layout), format_(format), file_(source.name()), findings_(findings), text_(text), source_(source) {
    summary_.format = format;
  }

  bool read(RecordBlock& block) override {
    block.clear();
    if (!lines_) start();
    const std::uint64_t enough = lines_->offset() + kBlockBytes;
    while (!ended_ && (block.empty() || lines_->offset() < enough)) {
      if (lines_->next(line_)) {
        read_line(block);
      } else {
        end();
      }
    }
    summary_.bytes = lines_->offset();
    return !block.empty();
  }

  const ReadSummary& summary() const override { return summary_; }

 private:
  void start() {
    const std::string_view mark = bom_bytes(Charset::utf8);
    const std::string_view first = source_.peek(mark.size());
    const bool marked = first.starts_with(mark);
    const bool empty = first.empty();
    if (marked) {
      char taken[4];
      for (std::size_t left = mark.size(); left != 0;) left -= source_.read(taken, left);
    }
    lines_.emplace(source_, marked ? mark.size() : 0);
    if (empty && !source_.failure()) report(code::kNoBytes, {});
    if (marked != format_.bom && !empty) {
      report(code::kByteOrderMark, {{"expected", format_.bom ? "yes" : "no"}, {"found", marked ? "yes" : "no"}});
    }
  }

  void end() {
    ended_ = true;
    line_ = TextLine{};
    line_.offset = lines_->offset();
    if (lines_->dos_end_of_file()) {
      --line_.offset;
      report(code::kDosEndOfFile, {});
    }
    if (const auto& damage = lines_->damage()) {
      line_.offset = damage->offset;
      report(code::kCompressedTruncated, {{"reason", damage->reason}});
    }
  }

  void read_line(RecordBlock& block) {
    record_ = ++summary_.records;
    bad_ = false;
    block.begin_record({record_, line_.offset, line_.number});
    if (line_.too_long) {
      fault(code::kRowTooLong, whole_line(), {{"limit", std::to_string(kJsonLineLimit)}});
    } else {
      if (line_.eol != format_.eol) {
        report_line_end();
      }
      if (const simdjson::error_code error = read_object(block)) {
        report_syntax(simdjson::error_message(error));
      }
      block.drop_text();
    }
    block.end_record(line_.text, bad_);
    if (bad_) ++summary_.bad_records;
    record_ = 0;
  }

  simdjson::error_code read_object(RecordBlock& block) {
    padded_.assign(line_.text);
    padded_.reserve(padded_.size() + simdjson::SIMDJSON_PADDING);
    seen_.assign(layout_.items.size(), false);
    ondemand::document document;
    if (const auto error = parser_.iterate(padded_.data(), padded_.size(), padded_.capacity()).get(document)) {
      return error;
    }
    ondemand::object object;
    if (const auto error = document.get_object().get(object)) return error;
    for (auto entry : object) {
      ondemand::field field;
      if (const auto error = std::move(entry).get(field)) return error;
      if (const auto error = read_entry(field, block)) return error;
    }
    const char* rest = nullptr;
    return document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS ? simdjson::SUCCESS
                                                                            : simdjson::TRAILING_CONTENT;
  }

  simdjson::error_code read_entry(ondemand::field& field, RecordBlock& block) {
    std::string_view key;
    const auto key_begin = static_cast<std::size_t>(field.key().raw() - padded_.data()) - 1;  // its quote
    if (const auto error = field.unescaped_key().get(key)) return error;
    ondemand::value value = field.value();
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return error;
    const std::string_view token = value.raw_json_token();
    const auto begin = static_cast<std::size_t>(token.data() - padded_.data());
    const std::optional<std::size_t> item = layout_.find(key);
    if (!item || seen_[*item]) {
      fault(code::kJsonKey, {key_begin, begin}, {{item ? "twice" : "unknown", shown_key(key)}});
    }
    const std::size_t length = token.find_last_not_of(" \t\r\n") + 1;
    if (type != ondemand::json_type::string) {
      fault(code::kJsonSyntax, {begin, begin + length},
            {{"reason", "a value must be a string, not " + std::string(type_name(type))}}, item.value_or(kNoItem));
      return simdjson::SUCCESS;  // what it holds is not looked at
    }
    std::string_view text;
    if (const auto error = value.get_string().get(text)) return error;
    if (!item || seen_[*item]) return simdjson::SUCCESS;
    seen_[*item] = true;
    take_value(*item, text, {0, 0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length)}, block);
    return simdjson::SUCCESS;
  }

  void take_value(std::size_t item, std::string_view text, const FieldSpan& place, RecordBlock& block) {
    if (text_.gaiji != nullptr) {
      meant_.clear();
      const Conversion done = decode(Charset::utf8, text, meant_, text_);
      text = meant_;
      if (done.duplicates > 0) report_duplicates(item, done.duplicates, place);
    }
    if (const auto wrong = check_value(layout_.items[item], text, WidthRule::characters)) {
      Finding finding = placed(wrong->code, place.raw_begin);
      finding.item = item;
      finding.byte_last = place.raw_begin + place.raw_length;
      finding.value = text;
      finding.args = value_fault_args(layout_.items[item], text, *wrong, WidthRule::characters);
      add(std::move(finding));
    }
    block.text() += text;
    block.end_field(item, place.raw_begin, place.raw_length);
  }

  // --- findings

  /// 外字 of which UTF-8 has the meanings themselves.
  void report_duplicates(std::size_t item, std::size_t count, const FieldSpan& place) {
    summary_.duplicates += count;
    Finding finding = placed(code::kDuplicateCode, place.raw_begin);
    finding.item = item;
    finding.byte_last = place.raw_begin + place.raw_length;
    finding.value = meant_;
    finding.args = {{"charset", "utf-8"}, {"count", std::to_string(count)}};
    add(std::move(finding));
  }

  Finding placed(FindingCode code, std::size_t at) const {
    Finding finding;
    finding.code = code;
    finding.file = file_;
    finding.record = record_;
    finding.line = line_.number;
    finding.offset = line_.offset;
    finding.layout = &layout_;
    if (record_ != 0) {
      finding.column = at + 1;
      finding.byte_first = finding.byte_last = static_cast<std::uint32_t>(at + 1);
    }
    return finding;
  }

  void add(Finding finding) {
    bad_ = bad_ || finding.is_error();
    findings_.add(std::move(finding));
  }

  /// Bytes of the line, from 0.
  struct InLine {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void fault(FindingCode code, InLine bytes, Args args, std::size_t item = kNoItem) {
    Finding finding = placed(code, bytes.begin);
    finding.item = item;
    finding.byte_last = static_cast<std::uint32_t>(std::max(bytes.begin + 1, bytes.end));
    finding.args = std::move(args);
    add(std::move(finding));
  }

  /// With the line end, which may be what broke it.
  InLine whole_line() const {
    const std::size_t line_end = line_.eol == LineEnd::crlf ? 2 : line_.eol == LineEnd::lf ? 1 : 0;
    return {0, line_.text.size() + line_end};
  }

  /// Where a line stops being JSON says little about where it went wrong: all of it is in question.
  void report_syntax(const char* reason) { fault(code::kJsonSyntax, whole_line(), {{"reason", reason}}); }

  /// A fault of the file: no record is touched by it.
  void report(FindingCode code, Args args) {
    Finding finding = placed(code, 0);
    finding.args = std::move(args);
    findings_.add(std::move(finding));
  }

  /// The record's values are not touched by it. A line end that is missing is so behind the line's last byte.
  void report_line_end() {
    const bool missing = line_.eol == LineEnd::none;
    Finding finding = placed(code::kLineEnd, line_.text.size() - (missing && !line_.text.empty() ? 1 : 0));
    const std::string due = line_end_name(format_.eol);
    finding.args = missing ? Args{{"missing", due}} : Args{{"expected", due}, {"found", line_end_name(line_.eol)}};
    findings_.add(std::move(finding));
  }

  const Layout& layout_;
  const FormatSpec format_;
  const std::string file_;
  FindingSink& findings_;
  const TextOptions text_;
  ByteSource& source_;
  std::optional<LineReader> lines_;
  ondemand::parser parser_;
  ReadSummary summary_;
  TextLine line_;
  std::string meant_;       // a value with the meanings of its 外字
  std::string padded_;      // the line, with the room behind it that the parser reads
  std::vector<bool> seen_;  // which items the line has given
  std::uint64_t record_ = 0;
  bool bad_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> make_jsonl_reader(const Layout& layout, const FormatSpec& format, ByteSource& source,
                                                FindingSink& findings, const TextOptions& text) {
  return std::make_unique<JsonlReader>(layout, format, source, findings, text);
}

}  // namespace daicho
