// The charts of a validation's page: findings by code and by item, and where in the file they lie.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/report.hpp"
#include "cli/validation_report_html.hpp"
#include "formats/html.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBars = 15;
constexpr std::size_t kMaps = 20;
constexpr double kMapHeight = 60;    // above the line: errors
constexpr double kBelowHeight = 36;  // below it: warnings where there are no errors
constexpr double kMapWidth = 960;

struct Bar {
  std::string name;  // HTML
  Severity severity = Severity::error;
  std::uint64_t count = 0;
};

std::string bars_html(std::vector<Bar> bars, std::string_view title) {
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.count > b.count; });
  std::uint64_t rest = 0;
  const std::size_t more = bars.size() > kBars ? bars.size() - kBars : 0;
  for (std::size_t i = kBars; i < bars.size(); ++i) rest += bars[i].count;
  bars.resize(bars.size() - more);
  std::string html = fmt::format("<div><h2>{}</h2><table class=\"bars\"><tbody>\n", title);
  for (const Bar& bar : bars) {
    const double width = 100.0 * static_cast<double>(bar.count) / static_cast<double>(bars[0].count);
    html += fmt::format(
        "<tr><th>{}</th><td><i class=\"{}\" style=\"width:{:.1f}%\"></i></td><td class=\"n\">{}</td></tr>\n", bar.name,
        bar.severity == Severity::error ? "error" : "warning", width, grouped(bar.count));
  }
  if (more > 0) {
    html += fmt::format("<tr class=\"dim\"><th>{}</th><td></td><td class=\"n\">{}</td></tr>\n",
                        both(fmt::format("ほか {} 種類", more), fmt::format("{} others", more)), grouped(rest));
  }
  return html + "</tbody></table></div>\n";
}

std::vector<Bar> code_bars(const PageData& page) {
  std::vector<Bar> bars;
  for (const CodeCount& each : page.tally.codes()) {
    const FindingEntry* entry = page.parts.texts.find(each.code.code);
    const std::string title = entry != nullptr ? both(entry->ja.title, entry->en.title) : std::string();
    bars.push_back({fmt::format("<a href=\"#{0}\"><code>{0}</code></a> {1}", each.code.code, title), each.code.severity,
                    each.seen});
  }
  return bars;
}

std::vector<Bar> item_bars(const PageData& page) {
  const Layout& layout = page.parts.layout;
  std::vector<Bar> bars(layout.items.size() + 1);
  for (Bar& bar : bars) bar.severity = Severity::warning;
  for (const FindingKind* kind : page.tally.kinds()) {
    Bar& bar = bars[std::min(kind->item, layout.items.size())];
    bar.count += kind->seen;
    if (kind->code.severity == Severity::error) bar.severity = Severity::error;
  }
  for (std::size_t i = 0; i < layout.items.size(); ++i) {
    bars[i].name = fmt::format("<a href=\"#item-{}\">{} {}</a>", layout.items[i].no, layout.items[i].no,
                               html_text(layout.items[i].name));
  }
  bars.back().name = both("レコードまたはファイル全体", "a record or the file as a whole");
  bars.erase(std::remove_if(bars.begin(), bars.end(), [](const Bar& bar) { return bar.count == 0; }), bars.end());
  return bars;
}

/// `1.5 MB`, of bytes.
std::string size_text(double bytes) {
  constexpr const char* kUnits[] = {"B", "KB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  while (bytes >= 1000 && unit + 1 < std::size(kUnits)) {
    bytes /= 1000;
    ++unit;
  }
  return fmt::format("{:.{}f} {}", bytes, unit == 0 || bytes >= 100 ? 0 : 1, kUnits[unit]);
}

/// Heights grow with the logarithm of the count, so that one fault among millions is still seen.
double height_of(std::uint64_t count, std::uint64_t most, double whole) {
  if (count == 0) return 0;
  return 4 + (whole - 4) * std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(most));
}

std::string range_bar(const OffsetHistogram& map, std::size_t index, double width, std::uint64_t most) {
  const OffsetHistogram::Range& range = map.ranges()[index];
  const std::uint64_t count = range.errors + range.warnings;
  if (count == 0) return {};
  const bool error = range.errors > 0;
  const double height = height_of(count, most, error ? kMapHeight : kBelowHeight);
  const std::uint64_t begin = index * map.width();
  return fmt::format(
      "<rect class=\"{}\" x=\"{:.2f}\" y=\"{:.1f}\" width=\"{:.2f}\" height=\"{:.1f}\"><title>{} - {}: {} / {}"
      "</title></rect>",
      error ? "error" : "warning", static_cast<double>(index) * width, error ? kMapHeight - height : kMapHeight,
      std::max(width - 0.3, 1.5), height, grouped(begin + 1), grouped(begin + map.width()), grouped(range.errors),
      grouped(range.warnings));
}

std::string map_svg(const PageFile& file) {
  const auto size = static_cast<double>(std::max<std::uint64_t>(file.summary.read.bytes, 1));
  const double width = kMapWidth * static_cast<double>(file.map.width()) / size;
  std::uint64_t most = 0;
  for (const auto& range : file.map.ranges()) most = std::max(most, range.errors + range.warnings);
  std::string svg = fmt::format(
      "<svg class=\"map\" viewBox=\"0 0 {:.0f} {:.0f}\" preserveAspectRatio=\"none\" role=\"img\">"
      "<line x1=\"0\" y1=\"{:.0f}\" x2=\"{:.0f}\" y2=\"{:.0f}\"/>",
      kMapWidth, kMapHeight + kBelowHeight, kMapHeight, kMapWidth, kMapHeight);
  for (std::size_t i = 0; i < OffsetHistogram::kRanges; ++i) svg += range_bar(file.map, i, width, most);
  svg += "</svg>\n<div class=\"axis\">";
  for (const double part : {0.0, 0.25, 0.5, 0.75, 1.0}) svg += fmt::format("<span>{}</span>", size_text(part * size));
  return svg + "</div>\n";
}

}  // namespace

std::string page_charts(const PageData& page) {
  if (page.tally.seen() == 0) return {};
  return "<div class=\"charts\">\n" + bars_html(code_bars(page), both("コード別の件数", "By code")) +
         bars_html(item_bars(page), both("項目別の件数", "By item")) + "</div>\n";
}

std::string page_map(const PageData& page) {
  if (page.tally.seen() == 0) return {};
  std::string html =
      fmt::format("<h2>{}</h2>\n<p class=\"dim\">{}</p>\n", both("ファイルの中の位置", "Where in the file"),
                  both("横はファイルの先頭から末尾まで、長さは件数（対数）です。上向き（赤）はエラーのある場所、下向き"
                       "（黄）は警告だけの場所です。",
                       "Left to right is the beginning to the end of the file; lengths are counts (logarithmic). "
                       "Upwards, red: errors; downwards, yellow: warnings only."));
  std::size_t maps = 0;
  std::size_t left_out = 0;
  for (const PageFile& file : page.files) {
    if (file.summary.errors + file.summary.warnings == 0) continue;
    if (maps++ >= kMaps) {
      ++left_out;
      continue;
    }
    if (page.files.size() > 1) html += "<p>" + html_text(file.name) + "</p>\n";
    html += map_svg(file);
  }
  if (left_out > 0) {
    html += "<p class=\"dim\">" +
            both(fmt::format("ほか {} ファイル", left_out), fmt::format("and {} other files", left_out)) + "</p>\n";
  }
  return html;
}

}  // namespace daicho
