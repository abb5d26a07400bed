// Layouts as a table for a terminal and as Markdown.
#include <fmt/format.h>

#include "cli/layout_view.hpp"
#include "cli/layout_words.hpp"
#include "cli/report.hpp"
#include "cli/text_table.hpp"

namespace daicho {
namespace {

std::string sizes_text(const Layout& layout) {
  std::vector<std::string> sizes;
  sizes.reserve(std::size(kShownCharsets));
  for (const ShownCharset& each : kShownCharsets) {
    sizes.push_back(fmt::format("{} {}", each.name, grouped(layout.record_bytes(each.charset))));
  }
  return fmt::format("{}", fmt::join(sizes, ", "));
}

/// Where each item begins, in each of the charsets shown.
std::vector<std::vector<std::size_t>> shown_offsets(const Layout& layout) {
  std::vector<std::vector<std::size_t>> offsets;
  offsets.reserve(std::size(kShownCharsets));
  for (const ShownCharset& each : kShownCharsets) offsets.push_back(layout.offsets(each.charset));
  return offsets;
}

std::string key_text(const Layout& layout) { return layout.key ? layout.items[*layout.key].id : std::string("-"); }

std::string head_text(const Layout& layout, Language language) {
  const bool ja = language == Language::ja;
  std::string text = fmt::format("{} {} {}\n", layout.id, layout.version, layout.name);
  text += fmt::format(fmt::runtime(ja ? "{} 項目、1レコードのバイト数：{}（改行を除く）\n"
                                      : "{} items; bytes of a record without its line end: {}\n"),
                      layout.items.size(), sizes_text(layout));
  text += fmt::format(fmt::runtime(ja ? "キー：{}\n出典：{}\n定義：{}\n" : "key: {}\nsource: {}\nfile: {}\n"),
                      key_text(layout), layout.source, layout.place.file);
  return text;
}

std::vector<TableColumn> table_columns(Language language) {
  const bool ja = language == Language::ja;
  std::vector<TableColumn> columns{{ja ? "番号" : "no", Align::right},
                                   {"id"},
                                   {ja ? "項目名" : "name"},
                                   {ja ? "桁数" : "picture"},
                                   {ja ? "種類" : "kind"},
                                   {ja ? "有無" : "presence"}};
  for (const ShownCharset& each : kShownCharsets) columns.push_back({std::string(each.name), Align::right});
  columns.push_back({ja ? "規則" : "rules"});
  return columns;
}

/// A cell of a Markdown table: one line, with what Markdown would read as a mark escaped.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("|\\*<[]").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& each : cells) row += " " + cell(each) + " |";
  return row + "\n";
}

std::string markdown_code_list(const CodeList& list, Language language) {
  const bool ja = language == Language::ja;
  std::string text =
      fmt::format(fmt::runtime(ja ? "\n## コード表 {} {}\n\n{}: {}\n\n" : "\n## Codes {} {}\n\n{}: {}\n\n"), list.id,
                  list.name, origin_text(list.origin, language), list.source);
  text += ja ? "| コード | 名 |\n| --- | --- |\n" : "| code | name |\n| --- | --- |\n";
  for (const Code& code : list.codes) text += markdown_row({code.code, code.name});
  return text;
}

}  // namespace

std::string layout_as_table(const Layout& layout, Language language) {
  TextTable table(table_columns(language));
  const auto offsets = shown_offsets(layout);
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    const Item& item = layout.items[i];
    std::vector<std::string> cells{std::to_string(item.no),
                                   item.id,
                                   item.name,
                                   to_string(item.picture),
                                   std::string(kind_text(item.kind, language)),
                                   std::string(presence_text(item.presence, language))};
    for (const auto& each : offsets) cells.push_back(byte_range(each, i));
    cells.push_back(fmt::format("{}", fmt::join(rule_texts(layout, item, language), "; ")));
    table.add(std::move(cells));
  }
  return head_text(layout, language) + "\n" + table.text();
}

std::string layout_as_markdown(const Layout& layout, Language language) {
  const bool ja = language == Language::ja;
  std::string text = fmt::format("# {} {} {}\n\n", layout.name, layout.id, layout.version);
  text += fmt::format(
      fmt::runtime(ja ? "- {} 項目\n- 1レコードのバイト数（改行を除く）：{}\n- キー：{}\n- 出典：{}\n\n"
                      : "- {} items\n- bytes of a record without its line end: {}\n- key: {}\n- source: {}\n\n"),
      layout.items.size(), sizes_text(layout), key_text(layout), layout.source);
  text += ja ? "| 番号 | ID | 項目名 | 桁数 | 種類 | 有無 | cp932 | utf-8 | utf-16 | 規則 | 注 |\n"
             : "| no | id | name | picture | kind | presence | cp932 | utf-8 | utf-16 | rules | note |\n";
  text += "| ---: | --- | --- | --- | --- | --- | ---: | ---: | ---: | --- | --- |\n";
  const auto offsets = shown_offsets(layout);
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    const Item& item = layout.items[i];
    text +=
        markdown_row({std::to_string(item.no), "`" + item.id + "`", item.name, to_string(item.picture),
                      std::string(kind_text(item.kind, language)), std::string(presence_text(item.presence, language)),
                      byte_range(offsets[0], i), byte_range(offsets[1], i), byte_range(offsets[2], i),
                      fmt::format("{}", fmt::join(rule_texts(layout, item, language), "; ")), item.note});
  }
  for (const CodeList* list : code_lists_of(layout)) text += markdown_code_list(*list, language);
  return text;
}

}  // namespace daicho
