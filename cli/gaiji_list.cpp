#include "cli/gaiji_list.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/text_table.hpp"
#include "converters/character_name.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

std::string utf8_of(char32_t code_point) {
  std::string text;
  append_code_point(text, code_point);
  return text;
}

/// `U+845B U+E0100`
std::string code_point_names(std::string_view text) { return fmt::format("{}", fmt::join(code_points_of(text), " ")); }

Conversion written(Charset charset, std::string_view text, const TextOptions& options) {
  std::string bytes;
  return encode(charset, text, bytes, options);
}

GaijiHold hold_of(const CharacterTables& tables, Charset charset, const Gaiji& entry) {
  TextOptions options = tables.text_options(charset);
  options.gaiji = nullptr;
  const bool has_code = written(charset, utf8_of(entry.code_point), options).error == TextError::none;
  if (entry.meaning.empty()) return has_code ? GaijiHold::code : GaijiHold::none;
  const Conversion meaning = written(charset, entry.meaning, options);
  if (meaning.error != TextError::none) return has_code ? GaijiHold::code : GaijiHold::none;
  if (meaning.similar == 0) return GaijiHold::character;
  return has_code ? GaijiHold::code_beside_similar : GaijiHold::similar;
}

std::string cp932_code(char32_t code_point) {
  std::string bytes;
  if (encode(Charset::cp932, utf8_of(code_point), bytes).error != TextError::none) return {};
  std::string code;
  for (const char byte : bytes) code += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return code;
}

bool holds_unicode(Charset charset) {
  return charset == Charset::utf8 || charset == Charset::utf16le || charset == Charset::utf16be;
}

const char* word_of(GaijiHold hold) {
  switch (hold) {
    case GaijiHold::character:
      return "character";
    case GaijiHold::code:
      return "code";
    case GaijiHold::code_beside_similar:
      return "code, only similar";
    case GaijiHold::similar:
      return "only similar";
    case GaijiHold::none:
      break;
  }
  return "no";
}

/// For a table of Japanese: the character itself, its code as 外字, a similar character, not at all.
const char* mark_of(GaijiHold hold, bool japanese) {
  if (!japanese) return word_of(hold);
  switch (hold) {
    case GaijiHold::character:
      return "○";
    case GaijiHold::code:
      return "外字";
    case GaijiHold::code_beside_similar:
      return "外字（似た文字のみ）";
    case GaijiHold::similar:
      return "似た文字のみ";
    case GaijiHold::none:
      break;
  }
  return "×";
}

std::string quoted_csv(std::string_view value) {
  if (value.find_first_of(",\"\r\n") == value.npos) return std::string(value);
  std::string quoted = "\"";
  for (const char c : value) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' || c == '\r' ? ' ' : c;
  return line;
}

}  // namespace

std::vector<ShownGaiji> shown_gaiji(const CharacterTables& tables, const BdfFont* font) {
  std::vector<ShownGaiji> list;
  for (const Gaiji& entry : tables.gaiji()->entries()) {
    ShownGaiji shown;
    shown.entry = &entry;
    shown.cp932 = cp932_code(entry.code_point);
    shown.mj_name = entry.mj_name;
    if (shown.mj_name.empty() && !entry.meaning.empty()) {
      if (const MjCharacter* row = tables.mj().find(entry.meaning)) shown.mj_name = mj_name(row->number);
    }
    for (const Charset charset : all_charsets()) shown.holds.emplace_back(charset, hold_of(tables, charset, entry));
    if (font != nullptr) shown.glyph = font->has(utf8_of(entry.code_point));
    list.push_back(std::move(shown));
  }
  return list;
}

std::string gaiji_table_text(const std::vector<ShownGaiji>& list, bool japanese) {
  std::vector<TableColumn> columns{{japanese ? "コード" : "code"},    {"Unicode"},
                                   {japanese ? "文字" : "character"}, {japanese ? "MJ文字図形名" : "MJ name"},
                                   {japanese ? "読み" : "reading"},   {japanese ? "備考" : "note"}};
  for (const Charset charset : all_charsets()) {
    if (!holds_unicode(charset)) columns.push_back({std::string(charset_name(charset))});
  }
  const bool glyphs = !list.empty() && list.front().glyph.has_value();
  if (glyphs) columns.push_back({japanese ? "字形" : "glyph"});
  TextTable table(std::move(columns));
  for (const ShownGaiji& one : list) {
    const Gaiji& entry = *one.entry;
    std::string character = entry.meaning;
    if (!character.empty()) character += " " + code_point_names(entry.meaning);
    std::vector<std::string> cells{one.cp932,
                                   code_point_names(utf8_of(entry.code_point)),
                                   character,
                                   one.mj_name,
                                   one_line(entry.reading),
                                   one_line(entry.note)};
    for (const auto& [charset, hold] : one.holds) {
      if (!holds_unicode(charset)) cells.push_back(mark_of(hold, japanese));
    }
    if (glyphs) cells.push_back(*one.glyph ? (japanese ? "○" : "yes") : (japanese ? "×" : "no"));
    table.add(std::move(cells));
  }
  return table.text();
}

std::string gaiji_csv(const std::vector<ShownGaiji>& list) {
  std::string text = "code,cp932_code,character,code_points,mj_name,reading,note";
  for (const Charset charset : all_charsets()) text += "," + std::string(charset_name(charset));
  text += ",glyph\r\n";
  for (const ShownGaiji& one : list) {
    const Gaiji& entry = *one.entry;
    text += fmt::format("{},{},{},{},{},{},{}", code_point_names(utf8_of(entry.code_point)), one.cp932,
                        quoted_csv(entry.meaning), code_point_names(entry.meaning), one.mj_name,
                        quoted_csv(entry.reading), quoted_csv(entry.note));
    for (const auto& [charset, hold] : one.holds) text += "," + quoted_csv(word_of(hold));
    text += one.glyph ? (*one.glyph ? ",yes\r\n" : ",no\r\n") : ",\r\n";
  }
  return text;
}

std::string gaiji_json(const std::vector<ShownGaiji>& list) {
  using Json = nlohmann::ordered_json;
  const auto text_or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  Json all = Json::array();
  for (const ShownGaiji& one : list) {
    const Gaiji& entry = *one.entry;
    Json holds = Json::object();
    for (const auto& [charset, hold] : one.holds) holds[std::string(charset_name(charset))] = word_of(hold);
    all.push_back({{"code", code_point_names(utf8_of(entry.code_point))},
                   {"cp932_code", text_or_null(one.cp932)},
                   {"character", text_or_null(entry.meaning)},
                   {"code_points", entry.meaning.empty() ? Json() : Json(code_points_of(entry.meaning))},
                   {"mj_name", text_or_null(one.mj_name)},
                   {"reading", text_or_null(entry.reading)},
                   {"note", text_or_null(entry.note)},
                   {"charsets", holds},
                   {"glyph", one.glyph ? Json(*one.glyph) : Json()}});
  }
  return all.dump(2) + "\n";
}

}  // namespace daicho
