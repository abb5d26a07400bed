// Layouts as one HTML page that needs nothing else: for a screen, for paper and for a file share without a server.
#include <fmt/format.h>

#include "cli/layout_view.hpp"
#include "cli/layout_words.hpp"
#include "cli/report.hpp"

namespace daicho {
namespace {

constexpr std::string_view kStyle = R"(<style>
:root { color-scheme: light; --line: #c8ccd4; --soft: #f4f6f9; --ink: #1d2430; --dim: #5b6573; --mark: #1f4e8c; }
body { margin: 2rem auto; padding: 0 1.5rem; max-width: 100rem; color: var(--ink); background: #fff;
  font: 15px/1.6 "Noto Sans JP", "Hiragino Sans", "BIZ UDPGothic", "Yu Gothic UI", Meiryo, sans-serif; }
h1 { margin: 0; font-size: 1.7rem; } h2 { margin: 2.5rem 0 .5rem; font-size: 1.2rem; }
h1 small, h2 small { color: var(--dim); font-size: .7em; font-weight: normal; }
p { margin: .4rem 0; } .dim { color: var(--dim); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1.2rem; margin: 1rem 0; }
dt { color: var(--dim); } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--soft); border-bottom: 2px solid var(--mark); white-space: nowrap; }
thead small { display: block; color: var(--dim); font-weight: normal; }
tbody tr:nth-child(even) { background: #fafbfc; } tbody tr:target { background: #fff4cc; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font-family: "Cascadia Mono", Consolas, "BIZ UDGothic", monospace; font-size: .92em; }
ul { margin: 0; padding-left: 1.1rem; } a { color: var(--mark); }
.must { font-weight: bold; } .codes { width: auto; min-width: 24rem; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } thead th { position: static; }
  tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
</style>
)";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string head_html(const Layout& layout) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n";
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += fmt::format("<title>{} ({})</title>\n", escaped(layout.name), escaped(layout.id)) + std::string(kStyle);
  html += fmt::format("</head>\n<body>\n<h1>{} <small lang=\"en\">record layout <code>{}</code></small></h1>\n",
                      escaped(layout.name), escaped(layout.id));
  html += "<dl>\n";
  const auto fact = [&](std::string_view ja, std::string_view en, const std::string& value) {
    html += fmt::format("<dt>{} <span lang=\"en\">{}</span></dt><dd>{}</dd>\n", ja, en, value);
  };
  fact("版", "version", escaped(layout.version));
  fact("項目数", "items", std::to_string(layout.items.size()));
  std::vector<std::string> sizes;
  for (const ShownCharset& each : kShownCharsets) {
    sizes.push_back(fmt::format("{} {}", each.name, grouped(layout.record_bytes(each.charset))));
  }
  fact("レコード長", "bytes without line end", fmt::format("{}", fmt::join(sizes, " / ")));
  if (layout.key) {
    const Item& key = layout.items[*layout.key];
    fact("キー", "key", fmt::format("<a href=\"#{}\">{}</a>", escaped(key.id), escaped(key.name)));
  }
  fact("出典", "source", escaped(layout.source));
  return html + "</dl>\n";
}

std::string rules_html(const Layout& layout, const Item& item) {
  std::string rules;
  for (const std::string& rule : rule_texts(layout, item, Language::ja)) {
    const bool codes = item.codes && rule.starts_with("コード表 ");
    rules += codes ? fmt::format("<li><a href=\"#codes-{}\">{}</a></li>", escaped(item.codes->id), escaped(rule))
                   : fmt::format("<li>{}</li>", escaped(rule));
  }
  std::string html = rules.empty() ? "" : "<ul>" + rules + "</ul>";
  if (!item.note.empty()) html += fmt::format("<p class=\"dim\">{}</p>", escaped(item.note));
  return html;
}

std::string item_html(const Layout& layout, std::size_t index, const std::vector<std::vector<std::size_t>>& offsets) {
  const Item& item = layout.items[index];
  std::string html =
      fmt::format("<tr id=\"{}\"><td class=\"n\">{}</td><td>{}", escaped(item.id), item.no, escaped(item.name));
  for (const std::string& alias : item.aliases)
    html += fmt::format("<br><span class=\"dim\">別名 {}</span>", escaped(alias));
  html += fmt::format("</td><td><code>{}</code></td><td class=\"n\"><code>{}</code></td><td>{}</td>", escaped(item.id),
                      to_string(item.picture), kind_text(item.kind, Language::ja));
  html += fmt::format("<td{}>{}</td>", item.presence == Presence::required ? " class=\"must\"" : "",
                      presence_text(item.presence, Language::ja));
  for (const auto& each : offsets) html += fmt::format("<td class=\"n\">{}</td>", byte_range(each, index));
  return html + fmt::format("<td>{}</td></tr>\n", rules_html(layout, item));
}

std::string code_list_html(const CodeList& list) {
  std::string html = fmt::format("<h2 id=\"codes-{0}\">コード表 {1} <small><code>{0}</code></small></h2>\n",
                                 escaped(list.id), escaped(list.name));
  html +=
      fmt::format("<p class=\"dim\">{} (<span lang=\"en\">{}</span>)。{}</p>\n", origin_text(list.origin, Language::ja),
                  origin_text(list.origin, Language::en), escaped(list.source));
  html +=
      "<table class=\"codes\"><thead><tr><th>コード<small lang=\"en\">code</small></th>"
      "<th>名<small lang=\"en\">name</small></th></tr></thead><tbody>\n";
  for (const Code& code : list.codes) {
    html += fmt::format("<tr><td><code>{}</code></td><td>{}</td></tr>\n", escaped(code.code), escaped(code.name));
  }
  return html + "</tbody></table>\n";
}

}  // namespace

std::string layout_as_html(const Layout& layout) {
  std::string html = head_html(layout);
  html +=
      "<table><thead><tr><th>番号<small lang=\"en\">no</small></th><th>項目名<small lang=\"en\">name</small></th>"
      "<th>ID<small lang=\"en\">id</small></th><th>桁数<small lang=\"en\">picture</small></th>"
      "<th>種類<small lang=\"en\">kind</small></th><th>有無<small lang=\"en\">presence</small></th>";
  for (const ShownCharset& each : kShownCharsets) {
    html += fmt::format("<th>{}<small lang=\"en\">bytes</small></th>", each.name);
  }
  html += "<th>規則と注<small lang=\"en\">rules, note</small></th></tr></thead><tbody>\n";
  std::vector<std::vector<std::size_t>> offsets;
  for (const ShownCharset& each : kShownCharsets) offsets.push_back(layout.offsets(each.charset));
  for (std::size_t i = 0; i < layout.items.size(); ++i) html += item_html(layout, i, offsets);
  html += "</tbody></table>\n";
  html +=
      "<p class=\"dim\">桁数: 9 は半角数字、X は半角文字、N "
      "は全角文字。バイト位置は固定長ファイルのレコードの先頭を1とする。</p>\n";
  for (const CodeList* list : code_lists_of(layout)) html += code_list_html(*list);
  return html + "</body>\n</html>\n";
}

}  // namespace daicho
