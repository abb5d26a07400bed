#include "formats/finding_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "converters/utf8.hpp"
#include "formats/catalog.hpp"
#include "formats/finding_template.hpp"
#include "formats/toml_reader.hpp"
#include "formats/value_privacy.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostCharactersShown = 40;

std::string required_text(const TomlTable& table, std::string_view key) {
  std::string text = table.string(key);
  if (text.empty()) table.fail(key, fmt::format("'{}' is empty", key));
  return text;
}

FindingText read_text(const TomlTable& table) {
  FindingText text{required_text(table, "title"), required_text(table, "message"), required_text(table, "explanation"),
                   required_text(table, "remedy")};
  table.refuse_unknown();
  if (const auto fault = template_fault(text.message))
    table.fail("message", fmt::format("the template has {}", *fault));
  return text;
}

bool is_finding_code(std::string_view code) {
  return code.size() == 5 && code[0] == 'D' &&
         std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

FindingEntry read_entry(const TomlTable& root, const std::string& code) {
  const TomlTable table = root.table(code);
  if (!is_finding_code(code)) fail_at(table.place(), fmt::format("'{}' is no code: write D and four digits", code));
  FindingEntry entry;
  entry.code = code;
  const std::string severity = table.string("severity");
  if (severity != "error" && severity != "warning") {
    table.fail("severity", fmt::format("no such severity '{}'", severity), "known: error, warning");
  }
  entry.severity = severity == "error" ? Severity::error : Severity::warning;
  entry.source = required_text(table, "source");
  entry.example = required_text(table, "example");
  entry.ja = read_text(table.table("ja"));
  entry.en = read_text(table.table("en"));
  table.refuse_unknown();
  return entry;
}

/// What people call the characters of a kind.
std::string_view kind_for_people(Kind kind, Language language) {
  const bool ja = language == Language::ja;
  switch (kind) {
    case Kind::katakana:
      return ja ? "カタカナ" : "katakana";
    case Kind::hiragana:
      return ja ? "ひらがな" : "hiragana";
    case Kind::kanji:
      return ja ? "漢字氏名など" : "kanji";
    case Kind::zenkaku:
      return ja ? "全角文字" : "full-width text";
    case Kind::flag:
      return ja ? "フラグ（0 か 1）" : "a flag (0 or 1)";
    case Kind::text:
      return ja ? "半角文字" : "half-width text";
    case Kind::timestamp:
      return ja ? "時刻" : "a timestamp";
    case Kind::digits:
      return ja ? "数字" : "digits";
    case Kind::date:
    case Kind::era_date:
    case Kind::era_gregorian_date:
      return ja ? "日付" : "a date";
  }
  return "";
}

/// The argument of a finding, or what its item and layout give under that name.
std::string argument(const Finding& finding, std::string_view name, Language language) {
  // An argument that has words of its own comes in both languages.
  const std::string of_language = std::string(name) + (language == Language::ja ? "_ja" : "_en");
  for (const auto& [key, value] : finding.args) {
    if (key == name || key == of_language) return value;
  }
  if (name == "layout" && finding.layout != nullptr) return finding.layout->id;
  const bool has_item = finding.layout != nullptr && finding.item < finding.layout->items.size();
  if (name == "item" && !has_item) return language == Language::ja ? "項目" : "the item";
  if (!has_item) return {};
  const Item& item = finding.layout->items[finding.item];
  if (name == "item") return language == Language::ja ? item.name : fmt::format("{} ({})", item.id, item.name);
  if (name == "picture") return to_string(item.picture);
  if (name == "kind") return std::string(kind_for_people(item.kind, language));
  return {};
}

bool is_direction_mark(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Appends one character, with what a terminal or a reader would act on written as an escape.
void append_escaped(std::string& shown, std::string_view character) {
  std::string_view rest = character;
  const char32_t c = take_code_point(rest);
  if (c == '\\') {
    shown += "\\\\";
  } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_direction_mark(c)) {
    shown += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(c));
  } else {
    shown += character;
  }
}

/// The length of the valid UTF-8 sequence at the beginning of `text`; 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length) {
    if (is_utf8(text.substr(0, length))) return length;
  }
  return 0;
}

/// Takes the next character off; bytes that are none come one by one, written as `\xNN`.
std::string take_shown(std::string_view& text, bool masked) {
  std::size_t length = sequence_length(text);
  if (length == 0) {
    const auto byte = static_cast<unsigned char>(text[0]);
    text.remove_prefix(1);
    return masked ? "*" : fmt::format("\\x{:02X}", byte);
  }
  // A variation selector belongs to the character before it.
  const std::string_view after = text.substr(length);
  if (const std::size_t next = sequence_length(after); next != 0) {
    std::string_view rest = after.substr(0, next);
    if (is_variation_selector(take_code_point(rest))) length += next;
  }
  const std::string_view character = text.substr(0, length);
  text.remove_prefix(length);
  if (masked) return character == " " || character == "\u3000" ? std::string(character) : "*";
  std::string shown;
  append_escaped(shown, character);
  return shown;
}

/// Values of a whole record or of an unknown column may hold anything of a person.
bool is_private(const Finding& finding) {
  const bool has_item = finding.layout != nullptr && finding.item < finding.layout->items.size();
  return has_item ? !may_show(finding.layout->items[finding.item], finding.value) : finding.record != 0;
}

}  // namespace

FindingTexts::FindingTexts(const Catalog& catalog) {
  const std::filesystem::path path = catalog.file("findings.toml");
  const TomlFile toml(path, catalog.shown(path));
  const TomlTable root = toml.root();
  for (const std::string& code : root.keys()) entries_.emplace(code, read_entry(root, code));
}

const FindingEntry* FindingTexts::find(std::string_view code) const {
  const auto found = entries_.find(code);
  return found == entries_.end() ? nullptr : &found->second;
}

std::vector<std::string> FindingTexts::codes() const {
  std::vector<std::string> codes;
  for (const auto& [code, entry] : entries_) codes.push_back(code);
  return codes;
}

std::string FindingTexts::message(const Finding& finding, Language language) const {
  const FindingEntry* entry = find(finding.code.code);
  if (entry == nullptr) return finding.code.code;
  return fill_template(entry->text(language).message,
                       [&](std::string_view name) { return argument(finding, name, language); });
}

std::string shown_value(const Finding& finding, bool show_values) {
  const bool masked = !show_values && is_private(finding);
  std::string shown;
  std::string_view rest = finding.value;
  for (std::size_t characters = 0; !rest.empty(); ++characters) {
    if (characters == kMostCharactersShown) return shown + "…";
    shown += take_shown(rest, masked);
  }
  return shown;
}

}  // namespace daicho
