// The slip as a page: one sheet of A4, to print and to write on by hand.
#include <fmt/format.h>

#include "converters/utf8.hpp"
#include "formats/html.hpp"
#include "jobs/slip_lines.hpp"

namespace daicho {
namespace {

constexpr std::string_view kStyle = R"(@page { size: A4 portrait; margin: 11mm 13mm; }
html { background: #e9ecf1; } body { box-sizing: border-box; width: 210mm; height: 297mm; margin: 6mm auto; padding: 11mm 13mm;
  background: #fff; font-size: 9pt; line-height: 1.45; overflow: hidden; box-shadow: 0 0 4mm #0003; color: #000; }
header { display: flex; justify-content: space-between; align-items: flex-end; border-bottom: .6mm solid #000; padding-bottom: 2mm; }
h1 { font-size: 17pt; letter-spacing: .25em; } h2 { font-size: 10pt; margin: 3.2mm 0 1mm; }
header dl { display: flex; gap: 0; margin: 0; } header div { border: .3mm solid #000; border-left-width: 0; text-align: center; padding: .6mm 3mm; }
header div:first-child { border-left-width: .3mm; } header dt { font-size: 7pt; color: #333; } header dd { font-size: 13pt; font-weight: bold; white-space: nowrap; }
table { font-size: 8.5pt; } tbody tr:nth-child(even) { background: none; } th, td { border: .2mm solid #444; padding: .7mm 1.6mm; overflow-wrap: anywhere; }
thead th { position: static; background: #eef1f5; border: .2mm solid #444; text-align: center; } th { font-weight: normal; background: #eef1f5; }
.facts th { width: 32mm; } .facts td { width: 60mm; } code { font-family: "Noto Sans Mono", Consolas, "BIZ UDGothic", monospace; font-size: 6.6pt; letter-spacing: 0; }
.name { font-size: 7.4pt; min-width: 0; } td.n { white-space: nowrap; } .format { margin-left: 1.5em; color: #333; } table br { line-height: 1.3; }
.dense h2 { margin: 1.8mm 0 .5mm; } .dense table { font-size: 7.6pt; line-height: 1.3; } .dense th, .dense td { padding: .4mm 1.4mm; } .dense .hand td { height: 7mm; } .dense .how { font-size: 6.4pt; line-height: 1.35; } .dense .note { min-height: 6mm; }
.hand { table-layout: fixed; } .hand td { height: 10mm; } .hand th { text-align: center; vertical-align: middle; } .hand th:first-child { width: 13mm; }
.hand th:nth-child(2) { width: 47mm; } .hand th:nth-child(5) { width: 42mm; } .hand .at { color: #444; text-align: right; vertical-align: bottom; font-size: 8pt; white-space: nowrap; }
.note { border: .2mm solid #444; min-height: 9mm; padding: .7mm 1.6mm; } .how { font-size: 7.2pt; margin: 0; padding: 0 0 0 4.5mm; line-height: 1.5; } .how code { font-size: 6.8pt; } .dense .how code { font-size: 6.2pt; }
@media print { html { background: none; } body { width: auto; height: 273mm; margin: 0; padding: 0; box-shadow: none; font-size: 9pt; } }
)";

/// Facts in two columns; what is long, or has none beside it, has a line of its own.
std::string facts_table(const SlipLines& lines) {
  constexpr std::size_t kLong = 36;  // columns: eighteen characters
  std::string html = "<table class=\"facts\"><tbody>\n";
  const auto cells = [](const std::pair<std::string, std::string>& fact, bool alone) {
    return fmt::format("<th>{}</th><td{}>{}</td>", html_text(fact.first), alone ? " colspan=\"3\"" : "",
                       html_text(fact.second));
  };
  for (std::size_t at = 0; at < lines.facts.size(); ++at) {
    const auto is_long = [&](std::size_t index) { return display_width(lines.facts[index].second) > kLong; };
    const bool paired = !is_long(at) && at + 1 < lines.facts.size() && !is_long(at + 1);
    html += "<tr>" + cells(lines.facts[at], !paired);
    if (paired) html += cells(lines.facts[++at], false);
    html += "</tr>\n";
  }
  return html + "</tbody></table>\n";
}

std::string files_table(const SlipLines& lines) {
  std::string html = fmt::format(
      "<h2>内容　<small>合計 {} "
      "件{}</small></h2>\n<table><thead><tr><th>ファイル名／レイアウト名・版／SHA-256</th><th>件数</th>"
      "<th>バイト数</th></tr></thead><tbody>\n",
      lines.records, lines.of_all);
  for (const SlipFile& file : lines.files) {
    html += fmt::format(
        "<tr><td>{}<br>{}<small class=\"format\">{}</small><br><code>{}</code></td><td class=\"n\">{}</td>"
        "<td class=\"n\">{}</td></tr>\n",
        html_text(file.name), html_text(file.layout), html_text(file.format), file.sha256, file.count, file.bytes);
  }
  if (lines.more_files > 0) {
    html +=
        fmt::format("<tr><td colspan=\"3\">ほか {} ファイル（暗号化ファイルの中の SHA256SUMS のとおり）</td></tr>\n",
                    lines.more_files);
  }
  return html + "</tbody></table>\n";
}

std::string volumes_table(const SlipLines& lines) {
  std::string html =
      "<h2>この媒体にある暗号化ファイル</h2>\n<table><thead><tr><th>ファイル名</th><th>バイト数</th><th>SHA-256</th></"
      "tr></thead>"
      "<tbody>\n";
  for (const SlipVolume& volume : lines.volumes) {
    html += fmt::format("<tr><td class=\"name\">{}</td><td class=\"n\">{}</td><td><code>{}</code></td></tr>\n",
                        html_text(volume.name), volume.bytes, volume.sha256);
  }
  if (lines.more_volumes > 0) {
    html += fmt::format("<tr><td colspan=\"3\">ほか {} ファイル。SHA256SUMS の SHA-256：<code>{}</code></td></tr>\n",
                        lines.more_volumes, lines.sums);
  }
  return html + "</tbody></table>\n";
}

std::string party_row(std::string_view label, const SlipParty& party) {
  return fmt::format("<tr><th>{}</th><td colspan=\"3\">{}<br><code>SHA-256 {}</code></td></tr>\n", label,
                     html_text(party.subject), party.fingerprint);
}

std::string cipher_table(const SlipLines& lines) {
  std::string html = "<h2>暗号化</h2>\n<table class=\"facts\"><tbody>\n";
  html += fmt::format("<tr><th>暗号方式</th><td colspan=\"3\">{}</td></tr>\n", html_text(lines.cipher));
  for (const SlipParty& party : lines.recipients) html += party_row("宛先証明書・拇印", party);
  if (lines.more_recipients > 0) {
    html += fmt::format("<tr><th></th><td colspan=\"3\">ほか {} 件（台帳のとおり）</td></tr>\n", lines.more_recipients);
  }
  html += lines.signer ? party_row("署名者証明書・拇印", *lines.signer)
                       : "<tr><th>署名</th><td colspan=\"3\">なし</td></tr>\n";
  return html + "</tbody></table>\n";
}

std::string hand_table() {
  std::string html =
      "<h2>授受の記録</h2>\n<table "
      "class=\"hand\"><thead><tr><th></th><th>年月日・時刻</th><th>渡した者・消去した者</th>"
      "<th>受けた者・立会者</th><th>方法</th></tr></thead><tbody>\n";
  for (const std::string_view event : {"引渡", "受領", "返却", "消去"}) {
    html += fmt::format(
        "<tr><th>{}</th><td class=\"at\">年　　月　　日　　時　　分</td><td></td><td></td><td></td></tr>\n", event);
  }
  return html + "</tbody></table>\n";
}

std::string steps_list(const SlipLines& lines) {
  std::string html = "<h2>開き方</h2>\n<ol class=\"how\">\n";
  for (const SlipStep& step : lines.steps) {
    html += "<li>" + html_text(step.text);
    if (!step.command.empty()) html += fmt::format("：<code>{}</code>", html_text(step.command));
    html += "</li>\n";
  }
  return html + "</ol>\n";
}

}  // namespace

std::string slip_page(const SlipSubject& subject) {
  const SlipLines lines = slip_lines(subject);
  std::string html =
      html_head(fmt::format("電子記録媒体送付票 {} {} {}", lines.number, lines.serial, lines.copy), kStyle);
  html += fmt::format(
      "<body{}>\n<header><h1>電子記録媒体送付票</h1><dl><div><dt>管理番号</dt><dd>{}</dd></div><div><dt>媒体通番</"
      "dt><dd>{}</dd>"
      "</div><div><dt>正副</dt><dd>{}</dd></div></dl></header>\n<h2>媒体</h2>\n",
      lines.count > kUsualSlipLines ? " class=\"dense\"" : "", html_text(lines.number), lines.serial, lines.copy);
  html += facts_table(lines) + files_table(lines) + volumes_table(lines) + cipher_table(lines) + hand_table();
  html += fmt::format("<h2>備考</h2>\n<div class=\"note\">{}</div>\n", html_text(lines.note));
  html += steps_list(lines);
  return html + "</body>\n</html>\n";
}

}  // namespace daicho
