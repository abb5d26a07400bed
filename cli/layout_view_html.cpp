// Layouts as one HTML page that needs nothing else: for a screen, for paper and for a file share without a server.
#include <fmt/format.h>

#include "cli/layout_view.hpp"
#include "cli/layout_words.hpp"
#include "cli/report.hpp"
#include "formats/html.hpp"

namespace daicho {
namespace {

std::string head_html(const Layout& layout) {
  std::string html = html_head(layout.name + " (" + layout.id + ")");
  html += fmt::format("<body>\n<h1>{} <small lang=\"en\">record layout <code>{}</code></small></h1>\n",
                      html_text(layout.name), html_text(layout.id));
  html += "<dl>\n";
  const auto fact = [&](std::string_view ja, std::string_view en, const std::string& value) {
    html += fmt::format("<dt>{} <span lang=\"en\">{}</span></dt><dd>{}</dd>\n", ja, en, value);
  };
  fact("版", "version", html_text(layout.version));
  fact("項目数", "items", std::to_string(layout.items.size()));
  std::vector<std::string> sizes;
  sizes.reserve(std::size(kShownCharsets));
  for (const ShownCharset& each : kShownCharsets) {
    sizes.push_back(fmt::format("{} {}", each.name, grouped(layout.record_bytes(each.charset))));
  }
  fact("レコード長", "bytes without line end", fmt::format("{}", fmt::join(sizes, " / ")));
  if (layout.key) {
    const Item& key = layout.items[*layout.key];
    fact("キー", "key", fmt::format("<a href=\"#{}\">{}</a>", html_text(key.id), html_text(key.name)));
  }
  fact("出典", "source", html_text(layout.source));
  return html + "</dl>\n";
}

std::string rules_html(const Layout& layout, const Item& item) {
  std::string rules;
  for (const std::string& rule : rule_texts(layout, item, Language::ja)) {
    const bool codes = item.codes && rule.starts_with("コード表 ");
    rules += codes ? fmt::format("<li><a href=\"#codes-{}\">{}</a></li>", html_text(item.codes->id), html_text(rule))
                   : fmt::format("<li>{}</li>", html_text(rule));
  }
  std::string html = rules.empty() ? "" : "<ul>" + rules + "</ul>";
  if (!item.note.empty()) html += fmt::format("<p class=\"dim\">{}</p>", html_text(item.note));
  return html;
}

std::string item_html(const Layout& layout, std::size_t index, const std::vector<std::vector<std::size_t>>& offsets) {
  const Item& item = layout.items[index];
  std::string html = fmt::format("<tr id=\"{}\"><td class=\"n\">{}</td><td class=\"name\">{}", html_text(item.id),
                                 item.no, html_text(item.name));
  for (const std::string& alias : item.aliases)
    html += fmt::format("<br><span class=\"dim\">別名 {}</span>", html_text(alias));
  html += fmt::format("</td><td><code>{}</code></td><td class=\"n\"><code>{}</code></td><td>{}</td>",
                      html_text(item.id), to_string(item.picture), kind_text(item.kind, Language::ja));
  html += fmt::format("<td{}>{}</td>", item.presence == Presence::required ? " class=\"must\"" : "",
                      presence_text(item.presence, Language::ja));
  for (const auto& each : offsets) html += fmt::format("<td class=\"n\">{}</td>", byte_range(each, index));
  return html + fmt::format("<td>{}</td></tr>\n", rules_html(layout, item));
}

std::string code_list_html(const CodeList& list) {
  std::string html = fmt::format("<h2 id=\"codes-{0}\">コード表 {1} <small><code>{0}</code></small></h2>\n",
                                 html_text(list.id), html_text(list.name));
  html +=
      fmt::format("<p class=\"dim\">{} (<span lang=\"en\">{}</span>)。{}</p>\n", origin_text(list.origin, Language::ja),
                  origin_text(list.origin, Language::en), html_text(list.source));
  html +=
      "<table class=\"codes\"><thead><tr><th>コード<small lang=\"en\">code</small></th>"
      "<th>名<small lang=\"en\">name</small></th></tr></thead><tbody>\n";
  for (const Code& code : list.codes) {
    html += fmt::format("<tr><td><code>{}</code></td><td>{}</td></tr>\n", html_text(code.code), html_text(code.name));
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
  offsets.reserve(std::size(kShownCharsets));
  for (const ShownCharset& each : kShownCharsets) offsets.push_back(layout.offsets(each.charset));
  for (std::size_t i = 0; i < layout.items.size(); ++i) html += item_html(layout, i, offsets);
  html += "</tbody></table>\n";
  html +=
      "<p class=\"dim\">桁数：9 は半角数字、X は半角文字、N "
      "は全角文字。バイト位置は固定長ファイルのレコードの先頭を1とする。</p>\n";
  for (const CodeList* list : code_lists_of(layout)) html += code_list_html(*list);
  return html + "</body>\n</html>\n";
}

}  // namespace daicho
