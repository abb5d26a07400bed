#include "formats/format_spec.hpp"

#include <array>
#include <span>
#include <vector>

#include "converters/charset_names.hpp"
#include "formats/error.hpp"
#include "formats/fixed_plan.hpp"

namespace daicho {
namespace {

template <typename Value>
struct Word {
  std::string_view word;
  Value value;
};

constexpr std::array<Word<FileKind>, 3> kKinds = {
    {{"fixed", FileKind::fixed}, {"csv", FileKind::csv}, {"jsonl", FileKind::jsonl}}};
constexpr std::array<Word<LineEnd>, 3> kLineEnds = {
    {{"crlf", LineEnd::crlf}, {"lf", LineEnd::lf}, {"none", LineEnd::none}}};
constexpr std::array<Word<Header>, 3> kHeaders = {{{"id", Header::id}, {"name", Header::name}, {"none", Header::none}}};
constexpr std::array<Word<Quote>, 3> kQuotes = {
    {{"minimal", Quote::minimal}, {"all", Quote::all}, {"none", Quote::none}}};
constexpr std::array<Word<bool>, 2> kBoms = {{{"yes", true}, {"no", false}}};
constexpr std::array<Word<Envelope>, 2> kEnvelopes = {{{"none", Envelope::none}, {"control", Envelope::control}}};

template <typename Value, std::size_t count>
std::string_view word_of(const std::array<Word<Value>, count>& words, Value value) {
  for (const auto& entry : words) {
    if (entry.value == value) return entry.word;
  }
  return {};
}

template <typename Value, std::size_t count>
std::string joined(const std::array<Word<Value>, count>& words) {
  std::string text;
  for (const auto& entry : words) text += (text.empty() ? "" : ", ") + std::string(entry.word);
  return text;
}

[[noreturn]] void fail(std::string_view spec, const std::string& what) {
  throw UsageError("format '" + std::string(spec) + "': " + what);
}

template <typename Value, std::size_t count>
Value value_of(const std::array<Word<Value>, count>& words, std::string_view word, std::string_view what,
               std::string_view spec) {
  for (const auto& entry : words) {
    if (entry.word == word) return entry.value;
  }
  fail(spec, "unknown " + std::string(what) + " '" + std::string(word) + "'; known are " + joined(words));
}

Charset parse_known_charset(std::string_view name, std::string_view spec) {
  if (const std::optional<Charset> charset = parse_charset(name)) return *charset;
  fail(spec, "unknown charset '" + std::string(name) + "'; known are " + known_charset_names() + charset_hint(name));
}

void apply_key(FormatSpec& format, std::string_view key, std::string_view value, std::string_view spec) {
  if (key == "eol") {
    format.eol = value_of(kLineEnds, value, "eol", spec);
  } else if (key == "header") {
    format.header = value_of(kHeaders, value, "header", spec);
  } else if (key == "quote") {
    format.quote = value_of(kQuotes, value, "quote", spec);
  } else if (key == "bom") {
    format.bom = value_of(kBoms, value, "bom", spec);
  } else if (key == "envelope") {
    format.envelope = value_of(kEnvelopes, value, "envelope", spec);
  } else {
    fail(spec, "unknown key '" + std::string(key) + "'; known are eol, header, quote, bom, envelope");
  }
  if ((key == "header" || key == "quote") && format.kind != FileKind::csv) {
    fail(spec, "'" + std::string(key) + "' is for csv only");
  }
}

void check_combination(const FormatSpec& format, std::string_view spec) {
  if (format.kind == FileKind::jsonl) {
    if (format.charset != Charset::utf8) fail(spec, "jsonl is UTF-8 only");
    if (format.envelope != Envelope::none) fail(spec, "jsonl has no envelope");
  }
  if (format.kind == FileKind::fixed && format.charset == Charset::euc_jis_2004) {
    fail(spec,
         "euc-jis-2004 is for csv and transcode only: its characters take one to three bytes, so that no field has "
         "a width");
  }
  if (format.kind != FileKind::fixed && format.eol == LineEnd::none) fail(spec, "eol=none is for fixed only");
  if (format.bom && bom_bytes(format.charset).empty()) {
    fail(spec, std::string(charset_name(format.charset)) + " has no byte order mark");
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

}  // namespace

FormatSpec default_format(FileKind kind) {
  FormatSpec format;
  format.kind = kind;
  if (kind != FileKind::fixed) format.charset = Charset::utf8;
  if (kind == FileKind::jsonl) format.eol = LineEnd::lf;
  return format;
}

std::optional<FormatSpec> parse_format_spec(std::string_view text) {
  if (text == "auto") return std::nullopt;
  const std::vector<std::string_view> parts = split(text, ',');
  const std::size_t colon = parts[0].find(':');
  FormatSpec format = default_format(value_of(kKinds, parts[0].substr(0, colon), "kind", text));
  if (colon != std::string_view::npos) format.charset = parse_known_charset(parts[0].substr(colon + 1), text);
  std::vector<std::string_view> seen;
  for (const std::string_view part : std::span(parts).subspan(1)) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) fail(text, "'" + std::string(part) + "' is not written as key=value");
    const std::string_view key = part.substr(0, equals);
    for (const std::string_view earlier : seen) {
      if (earlier == key) fail(text, "'" + std::string(key) + "' stands twice");
    }
    seen.push_back(key);
    apply_key(format, key, part.substr(equals + 1), text);
  }
  check_combination(format, text);
  return format;
}

std::string to_string(const FormatSpec& spec) {
  const FormatSpec usual = default_format(spec.kind);
  std::string text(word_of(kKinds, spec.kind));
  text += ':';
  text += charset_name(spec.charset);
  text += ",eol=";
  text += word_of(kLineEnds, spec.eol);
  const auto add = [&text](std::string_view key, std::string_view word) {
    text += ',';
    text += key;
    text += '=';
    text += word;
  };
  if (spec.kind == FileKind::csv && spec.header != usual.header) add("header", word_of(kHeaders, spec.header));
  if (spec.kind == FileKind::csv && spec.quote != usual.quote) add("quote", word_of(kQuotes, spec.quote));
  if (spec.bom) add("bom", "yes");
  if (spec.envelope != usual.envelope) add("envelope", word_of(kEnvelopes, spec.envelope));
  return text;
}

std::string line_end_bytes(const FormatSpec& spec) {
  std::string bytes;
  if (spec.eol == LineEnd::crlf) bytes += half_width_character(spec.charset, '\r');
  if (spec.eol != LineEnd::none) bytes += half_width_character(spec.charset, '\n');
  return bytes;
}

std::span<const Charset> record_charsets(FileKind kind) {
  static constexpr std::array kFixed = {Charset::cp932,          Charset::utf8,   Charset::utf16le, Charset::utf16be,
                                        Charset::shift_jis_2004, Charset::ibm930, Charset::ibm939,  Charset::juki};
  static constexpr std::array kJsonLines = {Charset::utf8};
  switch (kind) {
    case FileKind::fixed:
      return kFixed;
    case FileKind::jsonl:
      return kJsonLines;
    case FileKind::csv:
      break;
  }
  return all_charsets();
}

std::string_view bom_bytes(Charset charset) {
  switch (charset) {
    case Charset::utf8:
      return "\xEF\xBB\xBF";
    case Charset::utf16le:
      return "\xFF\xFE";
    case Charset::utf16be:
      return "\xFE\xFF";
    case Charset::cp932:
    case Charset::shift_jis_2004:
    case Charset::euc_jis_2004:
    case Charset::ibm930:
    case Charset::ibm939:
    case Charset::juki:
      return {};
  }
  return {};
}

}  // namespace daicho
