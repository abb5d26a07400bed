#include "cli/record_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/character_words.hpp"
#include "cli/report.hpp"
#include "converters/character_name.hpp"

namespace daicho {
namespace {

constexpr char kShiftOut = 0x0E;

bool is_ebcdic(Charset charset) { return charset == Charset::ibm930 || charset == Charset::ibm939; }

/// What a string of JSON, between its quotes or with them, stands for; as it is where it is none.
std::string unescaped(std::string_view field) {
  const bool quoted = field.size() >= 2 && field.front() == '"';
  const std::string text = quoted ? std::string(field) : '"' + std::string(field) + '"';
  const auto value = nlohmann::json::parse(text, nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string(field);
}

/// What writing a field of N items consults: in a fixed-width record of EBCDIC only double-byte codes stand there.
TextOptions of_national_fields(const FormatSpec& format, TextOptions text) {
  if (format.kind == FileKind::fixed) text.form = TextForm::full_width;
  return text;
}

std::string told_meaning(const CharacterChange& change, Language language) {
  return change.character.empty() ? std::string(useless_shift(language)) : told_character(change.character, language);
}

}  // namespace

RecordChanges::RecordChanges(const Layout& layout, const FormatSpec& from, const TextOptions& from_text,
                             const FormatSpec& to, const TextOptions& to_text)
    : layout_(layout),
      from_(from),
      read_(from.charset, from.charset, from_text),
      written_(to.charset, to.charset, of_national_fields(to, to_text)) {}

void RecordChanges::add_duplicates(std::string_view field, std::uint64_t record, std::size_t item) {
  const bool in_pairs = is_ebcdic(from_.charset) && from_.kind == FileKind::fixed &&
                        layout_.items[item].picture.cls == PictureClass::national;
  std::string bytes;
  if (in_pairs) bytes += kShiftOut;  // which a fixed-width field leaves out
  bytes += from_.kind == FileKind::jsonl ? unescaped(field) : std::string(field);
  read_.find_duplicates(bytes, [&](std::string_view code, std::size_t) {
    CharacterChange& change = duplicates_[std::string(code)];
    if (++change.count != 1) return;
    change = {true, std::string(code), read_.meaning_of(code), {}, 1, record, item, order()};
  });
}

void RecordChanges::add_similar(const RecordView& record, std::span<const std::size_t> items) {
  for (const std::size_t item : items) {
    written_.find_similar(record[item], [&](std::string_view character, std::size_t) {
      CharacterChange& change = similar_[std::string(character)];
      if (++change.count != 1) return;
      change = {false, {},     std::string(character), written_.similar_of(character), 1, record.position().number,
                item,  order()};
    });
  }
}

std::vector<CharacterChange> RecordChanges::sorted(const Kinds& kinds) {
  std::vector<CharacterChange> list;
  for (const auto& [key, change] : kinds) list.push_back(change);
  std::stable_sort(list.begin(), list.end(),
                   [](const CharacterChange& a, const CharacterChange& b) { return a.count > b.count; });
  return list;
}

std::optional<CharacterChange> RecordChanges::first() const {
  std::optional<CharacterChange> first;
  for (const Kinds* kinds : {&duplicates_, &similar_}) {
    for (const auto& [key, change] : *kinds) {
      if (!first || change.order < first->order) first = change;
    }
  }
  return first;
}

std::string told_place(const CharacterChange& change, const Layout& layout, Language language) {
  const Item& item = layout.items[change.item];
  if (language == Language::ja) return fmt::format("{}件目の「{}」", grouped(change.record), item.name);
  return fmt::format("in record {}, {} ({})", change.record, item.id, item.name);
}

std::string told_change(const CharacterChange& change, const Layout& layout, Charset from, Language language) {
  const std::string character = told_meaning(change, language);
  const std::string place = told_place(change, layout, language);
  const bool japanese = language == Language::ja;
  if (change.duplicate) {
    return fmt::format(fmt::runtime(japanese ? "  {} → {}: {}個、最初は{}" : "  {}, read as {}: {}, the first {}"),
                       code_name(change.code, from), character, grouped(change.count), place);
  }
  return fmt::format(fmt::runtime(japanese ? "  {} → {}: {}個、最初は{}" : "  {}, as {}: {}, the first {}"), character,
                     shown_character(change.by, language), grouped(change.count), place);
}

std::string told_refusal(const CharacterChange& first, const Layout& layout, Charset from, Language language) {
  const std::string character = told_meaning(first, language);
  const std::string place = told_place(first, layout, language);
  const bool japanese = language == Language::ja;
  if (first.duplicate) {
    return fmt::format(
        fmt::runtime(japanese ? "コード {}（{}）は別のコードになって戻るため、--strict により中止しました（最初は{}）"
                              : "--strict refuses the code {} ({}), which would come back as another: {}"),
        code_name(first.code, from), character, place);
  }
  return fmt::format(fmt::runtime(japanese ? "{}は {} になって戻るため、--strict により中止しました（最初は{}）"
                                           : "--strict refuses {}, which would come back as {}: {}"),
                     character, shown_character(first.by, language), place);
}

std::string change_json(const CharacterChange& change, const Layout& layout, const std::string& file, Charset charset) {
  using Json = nlohmann::ordered_json;
  const Item& item = layout.items[change.item];
  const std::string name = character_name(change.character);
  const Json json = {{"type", "change"},
                     {"change", change.duplicate ? "duplicate" : "similar"},
                     {"file", file},
                     {"charset", charset_name(charset)},
                     {"code", change.duplicate ? Json(code_name(change.code, charset)) : Json()},
                     {"character", change.character},
                     {"code_points", code_points_of(change.character)},
                     {"character_name", name.empty() ? Json() : Json(name)},
                     {"similar", change.duplicate ? Json() : Json(change.by)},
                     {"count", change.count},
                     {"record", change.record},
                     {"item", item.id},
                     {"item_no", item.no},
                     {"name", item.name}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace daicho
