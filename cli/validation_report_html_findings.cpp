// The findings on a validation's page: a table that can be filtered, each with its place in the record, in characters
// and in hexadecimal.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/report.hpp"
#include "cli/validation_report_html.hpp"
#include "cli/window_text.hpp"
#include "formats/html.hpp"

namespace daicho {
namespace {

constexpr std::size_t kHexBytes = 16;  // a row
constexpr std::size_t kHexRows = 3;

/// A character as wide as it is on a terminal, whatever the font.
std::string cell_html(const WindowCell& cell) {
  const std::string text = html_text(cell.shown);
  return cell.columns == 2 && cell.shown != "\\" ? "<i>" + text + "</i>" : text;
}

std::string place_html(const PageData& page, const PageFinding& finding) {
  std::string html;
  if (page.files.size() > 1) html += html_text(page.files[finding.file].name) + "<br>";
  if (finding.record != 0) {
    html += both(fmt::format("{} 件目", grouped(finding.record)), fmt::format("record {}", grouped(finding.record)));
  } else {
    html += both("ファイル", "the file");
  }
  if (finding.byte_first != 0) {
    const std::string range = finding.byte_first == finding.byte_last
                                  ? grouped(finding.byte_first)
                                  : fmt::format("{}-{}", grouped(finding.byte_first), grouped(finding.byte_last));
    html += "<br>" + both(range + " バイト目", "bytes " + range);
  }
  if (finding.line != 0) {
    html += "<br>" + both(fmt::format("{} 行目", grouped(finding.line)), fmt::format("line {}", grouped(finding.line)));
  }
  const std::string at = grouped(finding.offset + (finding.byte_first != 0 ? finding.byte_first : 1));
  return html + "<br><small class=\"dim\">" + both("ファイルの " + at + " バイト目", "byte " + at + " of the file") +
         "</small>";
}

/// The word with a sign: colours are not seen by everybody, nor on every paper.
std::string severity_html(Severity severity) {
  if (severity == Severity::error) return "✕ " + both("エラー", "error");
  return "▲ " + both("警告", "warning");
}

std::string row_html(const PageData& page, const PageFinding& finding, std::size_t number) {
  const Layout& layout = page.parts.layout;
  const Item* item = finding.item < layout.items.size() ? &layout.items[finding.item] : nullptr;
  const bool error = finding.code.severity == Severity::error;
  std::string html = fmt::format(
      "<tbody data-code=\"{0}\" data-item=\"{1}\" data-severity=\"{2}\"><tr><td class=\"n dim\">{3}</td>"
      "<td class=\"{2}\">{4}<br><a href=\"#{0}\"><code>{0}</code></a></td><td>",
      finding.code.code, item != nullptr ? std::to_string(item->no) : "0", error ? "error" : "warning", number,
      severity_html(finding.code.severity));
  if (item != nullptr) html += fmt::format("<a href=\"#item-{0}\">{0} {1}</a>", item->no, html_text(item->name));
  html += fmt::format("</td><td class=\"place\">{}</td><td>{}", place_html(page, finding),
                      both(finding.message_ja, finding.message_en));
  if (!finding.value.empty()) html += fmt::format(" <q>{}</q>", html_text(finding.value));
  if (item != nullptr) {
    html += fmt::format("<br><small class=\"dim\">{}:{}</small>", html_text(item->place.file), item->place.line);
  }
  html += "</td></tr>";
  if (!finding.window.empty()) {
    html += "<tr class=\"data\"><td></td><td colspan=\"4\">" + finding.window + finding.hex + "</td></tr>";
  }
  return html + "</tbody>\n";
}

std::string option_html(std::string_view value, std::string_view ja, std::string_view en) {
  return fmt::format("<option value=\"{}\" data-ja=\"{}\" data-en=\"{}\">{}</option>", value, html_text(ja),
                     html_text(en), html_text(ja));
}

std::string filter_html(const PageData& page) {
  std::set<std::string> codes;
  std::set<std::size_t> items;
  for (const PageFinding& finding : page.findings) {
    codes.insert(finding.code.code);
    items.insert(finding.item);
  }
  std::string code_options = option_html("", "すべて", "all");
  for (const std::string& code : codes) {
    const FindingEntry* entry = page.parts.texts.find(code);
    if (entry == nullptr) continue;
    code_options += option_html(code, code + " " + entry->ja.title, code + " " + entry->en.title);
  }
  const Layout& layout = page.parts.layout;
  std::string item_options = option_html("", "すべて", "all");
  for (const std::size_t index : items) {
    if (index >= layout.items.size()) {
      item_options += option_html("0", "レコードまたはファイル全体", "a record or the file");
      continue;
    }
    const Item& item = layout.items[index];
    const std::string name = fmt::format("{} {}", item.no, item.name);
    item_options += option_html(std::to_string(item.no), name, name);
  }
  return fmt::format(
      "<form id=\"filter\" hidden onsubmit=\"return false\"><label>{} <select id=\"severity\">{}{}{}</select></label>"
      "<label>{} <select id=\"code\">{}</select></label><label>{} <select id=\"item\">{}</select></label>"
      "<label>{} <input id=\"word\" type=\"search\" size=\"20\"></label><output></output></form>\n",
      both("重大度", "severity"), option_html("", "すべて", "all"), option_html("error", "エラー", "errors"),
      option_html("warning", "警告", "warnings"), both("コード", "code"), code_options, both("項目", "item"),
      item_options, both("絞り込み", "text"));
}

std::string shown_of_html(const PageData& page) {
  const std::uint64_t all = page.tally.seen();
  const std::uint64_t shown = page.findings.size();
  if (shown == all) return {};
  return "<p class=\"caveat\">" +
         both(fmt::format("全 {} 件のうち、種類（コードと項目）ごとに先頭のものを合わせて {} 件を表示しています。"
                          "件数とグラフはすべてを数えたものです。",
                          grouped(all), grouped(shown)),
              fmt::format(
                  "The first ones of each kind (code and item) are shown, {} of {} in all. Counts and charts are "
                  "of all.",
                  grouped(shown), grouped(all))) +
         "</p>\n";
}

}  // namespace

std::string window_html(const RecordWindow& window) {
  if (window.empty()) return {};
  std::string html = fmt::format("<pre class=\"window\"><s>{}</s>\n", html_text(window_ruler(window)));
  if (window.cut_before) html += "<s>...</s>";
  std::string_view tag;
  const auto change = [&](std::string_view next) {
    if (next == tag) return;
    if (!tag.empty()) html += fmt::format("</{}>", tag);
    if (!next.empty()) html += fmt::format("<{}>", next);
    tag = next;
  };
  for (const WindowCell& cell : window.cells) {
    change(cell.fault ? "b" : cell.field ? "u" : "");
    html += cell_html(cell);
  }
  change("");
  if (window.cut_behind) html += "<s>...</s>";
  return html + "</pre>";
}

std::string hex_html(const RecordWindow& window, std::string_view record) {
  const auto fault =
      std::find_if(window.cells.begin(), window.cells.end(), [](const WindowCell& each) { return each.fault; });
  if (fault == window.cells.end() || fault->begin >= record.size()) return {};
  const std::size_t begin = std::max(window.cells.front().begin, fault->begin / kHexBytes * kHexBytes);
  const std::size_t end = std::min(begin + kHexRows * kHexBytes, window.cells.back().begin + window.cells.back().bytes);
  std::string html;
  auto cell = window.cells.begin();
  for (std::size_t at = begin; at < end; ++at) {
    while (cell != window.cells.end() && cell->begin + cell->bytes <= at) ++cell;
    if (cell == window.cells.end()) break;
    if ((at - begin) % kHexBytes == 0) html += fmt::format("{}<s>{:>6}</s> ", at == begin ? "" : "\n", at + 1);
    const std::string byte = cell->masked ? "**" : fmt::format("{:02X}", static_cast<unsigned char>(record[at]));
    html += cell->fault ? fmt::format(" <b>{}</b>", byte) : " " + byte;
  }
  return html.empty() ? html : "<pre class=\"hex\">" + html + "</pre>";
}

std::string page_findings(const PageData& page) {
  const std::string title = both_html(fmt::format("指摘の一覧 <small>{} 件</small>", grouped(page.findings.size())),
                                      fmt::format("Findings <small>{}</small>", grouped(page.findings.size())));
  std::string html = fmt::format("<h2>{}</h2>\n", title);
  if (page.findings.empty()) return html + "<p>" + both("ありません。", "None.") + "</p>\n";
  html += shown_of_html(page) + filter_html(page);
  html +=
      fmt::format("<table id=\"list\"><thead><tr><th></th><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead>\n",
                  both("重大度・コード", "code"), both("項目", "item"), both("位置", "place"), both("内容", "what"));
  for (std::size_t i = 0; i < page.findings.size(); ++i) html += row_html(page, page.findings[i], i + 1);
  html += "</table>\n";
  if (!page.parts.global.show_values) {
    html += "<p class=\"dim\">" +
            both("個人に関わる値は * で伏せてあります（16進の表示も同じです）。",
                 "What may be somebody's is masked with *, in hexadecimal too.") +
            "</p>\n";
  }
  return html;
}

}  // namespace daicho
