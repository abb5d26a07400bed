#include "cli/report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/fault_place.hpp"
#include "cli/finding_words.hpp"
#include "cli/json_text.hpp"
#include "cli/printable_text.hpp"
#include "formats/layout.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

/// On one line; bytes that are no UTF-8 (a file name in CP932) become U+FFFD.
std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// For programs.
std::string_view severity_name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

/// For people.
std::string_view severity_word(Severity severity, Language language) {
  if (language != Language::ja) return severity_name(severity);
  return severity == Severity::error ? "エラー" : "警告";
}

const Item* item_of(const Finding& finding) {
  if (finding.layout == nullptr || finding.item >= finding.layout->items.size()) return nullptr;
  return &finding.layout->items[finding.item];
}

}  // namespace

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string told_message(const Finding& finding, const FindingTexts& texts, Language language) {
  return texts.message(language == Language::ja ? with_japanese_arguments(finding) : finding, language);
}

std::string finding_line(const Finding& finding, const FindingTexts& texts, const GlobalOptions& global) {
  std::string line = fmt::format("{}:{} {} {}", printable(finding.file), place_text(finding),
                                 severity_word(finding.code.severity, global.language), finding.code.code);
  line += ": " + printable(told_message(finding, texts, global.language));
  const std::string value = shown_value(finding, global.show_values);
  if (!value.empty())
    line += global.language == Language::ja ? fmt::format("：「{}」", value) : fmt::format(": '{}'", value);
  return line + line_text(finding, global.language);
}

void append_finding_json(std::string& line, const Finding& finding, const FindingTexts& texts,
                         const GlobalOptions& global) {
  const Item* item = item_of(finding);
  JsonWriter json(line);
  json.begin_object().key("type").text("finding");
  json.key("severity").text(severity_name(finding.code.severity)).key("code").text(finding.code.code);
  json.key("file").text(finding.file).key("record").number_or_null(finding.record);
  json.key("line").number_or_null(finding.line).key("column").number_or_null(finding.column);
  json.key("offset").number(finding.offset).key("item").text_or_null(item ? std::string_view(item->id) : "");
  json.key("item_no");
  item != nullptr ? json.number(static_cast<std::uint64_t>(item->no)) : json.null();
  json.key("name").text_or_null(item ? std::string_view(item->name) : "").key("bytes");
  if (finding.byte_first == 0) {
    json.null();
  } else {
    json.begin_array().number(finding.byte_first).number(finding.byte_last).end_array();
  }
  json.key("message").text(told_message(finding, texts, global.language));
  json.key("value").text_or_null(shown_value(finding, global.show_values));
  json.key("schema").text_or_null(item ? fmt::format("{}:{}", item->place.file, item->place.line) : std::string());
  json.end_object();
}

std::string finding_json(const Finding& finding, const FindingTexts& texts, const GlobalOptions& global) {
  std::string line;
  append_finding_json(line, finding, texts, global);
  return line;
}

std::string message_line(std::string_view type, std::string_view text, const GlobalOptions& global) {
  if (!global.log_json) return fmt::format("daicho: {}", printable(text, LineFeeds::indent));
  return one_line(Json({{"type", type}, {"text", text}}));
}

void FindingReport::add(Finding finding) {
  ++(finding.is_error() ? errors_ : warnings_);
  Count& count = counts_[finding.code.code];
  count.severity = finding.code.severity;
  if (++count.seen > kShownOfEachCode) return;
  out_ << (global_.log_json ? finding_json(finding, texts_, global_) : finding_line(finding, texts_, global_)) << "\n";
}

void FindingReport::finish() {
  for (const auto& [code, count] : counts_) {
    if (count.seen <= kShownOfEachCode) continue;
    const std::uint64_t more = count.seen - kShownOfEachCode;
    if (global_.log_json) {
      out_ << one_line(Json(
                  {{"type", "folded"}, {"severity", severity_name(count.severity)}, {"code", code}, {"more", more}}))
           << "\n";
    } else if (global_.language == Language::ja) {
      out_ << fmt::format("{} は、ほかに{}件あります\n", code, grouped(more));
    } else {
      out_ << fmt::format("... and {} more of {}\n", grouped(more), code);
    }
  }
  counts_.clear();
}

void FindingReport::say_format(const std::string& file, const FormatSpec& format) {
  say_found(file, to_string(format));
}

void FindingReport::say_charset(const std::string& file, Charset charset) {
  say_found(file, std::string(charset_name(charset)));
}

void FindingReport::say_found(const std::string& file, const std::string& format) {
  if (global_.log_json) {
    out_ << one_line(Json({{"type", "format"}, {"file", file}, {"format", format}})) << "\n";
  } else if (global_.language == Language::ja) {
    out_ << fmt::format("{}: {}（バイト列から判定しました）\n", printable(file), format);
  } else {
    out_ << fmt::format("{}: {} (found from the bytes)\n", printable(file), format);
  }
}

void FindingReport::say(const std::string& sentence) {
  if (global_.log_json) {
    out_ << one_line(Json({{"type", "note"}, {"text", sentence}})) << "\n";
  } else {
    out_ << printable(sentence, LineFeeds::indent) << "\n";
  }
}

}  // namespace daicho
