// A census as one HTML page in Japanese that needs nothing else: for a screen, for A4 paper and for a file share.
#include <fmt/format.h>

#include <algorithm>

#include "cli/census_words.hpp"
#include "cli/report.hpp"
#include "converters/character_name.hpp"
#include "formats/html.hpp"

namespace daicho {
namespace {

constexpr std::string_view kStyle =
    R"(.glyph, .to { font-family: "IPAmj明朝", IPAmjMincho, "BIZ UDMincho", "Yu Mincho", "Hiragino Mincho ProN", serif; }
.glyph { font-size: 2.4rem; line-height: 1.15; text-align: center; white-space: nowrap; }
.to { font-size: 1.5rem; line-height: 1; vertical-align: -.1em; }
table.sums { width: auto; min-width: 40rem; max-width: 100%; } table.sums th { white-space: normal; } table.sums td, table.sums th { vertical-align: middle; }
.bar { display: flex; gap: 1px; width: 15rem; height: .95rem; }
.bar i { display: block; min-width: 3px; background: var(--mark); border-radius: 1px; }
.kept { --c: #b9c7da; } .private_use { --c: #8465b5; } .similar { --c: #d9a520; } .substituted { --c: #2f7d4f; }
.lost { --c: #c0322b; } .bar i[class] { background: var(--c); }
.key { display: inline-block; width: .8em; height: .8em; background: var(--c); border-radius: 2px; margin-right: .35em; }
table.sums th { text-align: center; } table.sums th:first-child { text-align: left; }
#list { font-size: .8rem; } #list td, #list th { padding: .3rem .35rem; } #list th { white-space: normal; }
#list th:nth-child(4) { white-space: nowrap; }
#list td.wrap { min-width: 7em; overflow-wrap: anywhere; } #list td.why { min-width: 12em; }
#list td.fate { text-align: center; line-height: 1.2; } #list td.fate.kept { color: var(--dim); }
#list td.fate code { font-size: .85em; color: var(--dim); font-weight: normal; }
#list td.fate:not(.kept) { color: var(--c); font-weight: bold; box-shadow: inset 0 -3px var(--c); }
#list td.places { font-size: .9em; min-width: 11.5em; overflow-wrap: anywhere; }
#filter { display: flex; flex-wrap: wrap; gap: .8rem 1.4rem; align-items: center; margin: .8rem 0; padding: .6rem .9rem;
  background: var(--soft); border: 1px solid var(--line); border-radius: 4px; }
#filter input, #filter select { font: inherit; padding: .15rem .4rem; } #filter output { margin-left: auto; }
@media print { @page { size: A4 landscape; margin: 12mm 10mm; } #filter { display: none; } .glyph { font-size: 20pt; }
  .to { font-size: 13pt; } h2 { break-after: avoid; margin-top: 1.2rem; } th, td { padding: .2rem .4rem; }
  thead { display: table-header-group; } #list { font-size: 7.5pt; } .bar { width: 60mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
)";

constexpr std::string_view kScript =
    R"(<script>
const rows = [...document.querySelectorAll("#list tbody tr")];
const word = document.querySelector("#word"), set = document.querySelector("#set"), fate = document.querySelector("#fate");
function show() {
  const text = word.value.normalize("NFKC").toLowerCase().trim();
  let shown = 0;
  for (const row of rows) {
    const said = (row.textContent + " " + row.dataset.character).toLowerCase();
    const hit = (!text || said.includes(text) || row.dataset.character.includes(word.value.trim())) &&
      (!set.value || row.dataset.set === set.value) &&
      (!fate.value || !row.children[4 + Number(fate.value)].classList.contains("kept"));
    row.hidden = !hit;
    shown += hit;
  }
  document.querySelector("#filter output").textContent = shown.toLocaleString() + " 字種を表示";
}
for (const each of [word, set, fate]) each.addEventListener("input", show);
document.querySelector("#filter").hidden = false;
show();
</script>
)";

std::string number(std::uint64_t value) { return value == 0 ? std::string("-") : grouped(value); }

std::string share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "-" : fmt::format("{:.2f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

bool is_records(const CensusReport& report) { return report.layout != nullptr; }

std::string files_html(const CensusReport& report) {
  std::string html = fmt::format(
      "<table class=\"sums\"><thead><tr><th>ファイル</th><th>形式</th><th>{}</th><th>バイト数</th><th>字種</th>"
      "<th>出現数</th><th>備考</th></tr></thead><tbody>\n",
      is_records(report) ? "レコード数" : "行数");
  for (const CensusFileReport& each : report.files) {
    const CensusFile& file = each.file;
    std::vector<std::string> notes;
    if (file.bad_records > 0) {
      notes.push_back(fmt::format("誤りがあり数えなかったレコード {}", grouped(file.bad_records)));
    }
    if (file.faults > 0) notes.push_back(fmt::format("文字として読めずに飛ばした箇所 {}", grouped(file.faults)));
    if (file.duplicates > 0) {
      notes.push_back(fmt::format("書き戻すと別のコードになる重複コード {}", grouped(file.duplicates)));
    }
    html += fmt::format(
        "<tr><td>{}</td><td><code>{}</code></td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
        "<td class=\"n\">{}</td><td>{}</td></tr>\n",
        html_text(file.name), html_text(file.format), grouped(is_records(report) ? file.records : file.lines),
        grouped(file.bytes), grouped(each.all.characters), grouped(each.all.occurrences), fmt::join(notes, "<br>"));
  }
  return html + "</tbody></table>\n";
}

std::string repertoires_html(const CensusReport& report) {
  std::uint64_t most = 1;
  for (const CensusCount& count : report.repertoires) most = std::max(most, count.characters);
  std::string html =
      "<h2>文字集合ごとの文字数</h2>\n<table class=\"sums\"><thead><tr><th>文字集合</th><th>字種</th><th></th>"
      "<th>出現数</th><th>割合</th></tr></thead><tbody>\n";
  for (const Repertoire repertoire : all_repertoires()) {
    const CensusCount& count = report.repertoires[static_cast<std::size_t>(repertoire)];
    const std::string bar =
        count.characters == 0 ? std::string()
                              : fmt::format("<i style=\"width:{:.1f}%\"></i>",
                                            100.0 * static_cast<double>(count.characters) / static_cast<double>(most));
    html += fmt::format(
        "<tr><td>{}</td><td class=\"n\">{}</td><td><div class=\"bar\">{}</div></td><td class=\"n\">{}</td>"
        "<td class=\"n\">{}</td></tr>\n",
        repertoire_text(repertoire, Language::ja), number(count.characters), bar, number(count.occurrences),
        count.characters == 0 ? "-" : share(count.occurrences, report.all.occurrences));
  }
  return html +
         "</tbody></table>\n<p class=\"dim\">複数の集合に含まれる文字は、表の上にある集合で数える。棒の長さは字種の数。"
         "</p>\n";
}

std::string target_row_html(std::string_view target, const FateCounts& counts) {
  std::string bar;
  std::string cells;
  for (std::size_t i = 0; i < kFateCount; ++i) {
    const std::string_view name = fate_name(static_cast<Fate>(i));
    if (counts[i].characters > 0) {
      bar += fmt::format("<i class=\"{}\" style=\"flex-grow:{}\"></i>", name, counts[i].characters);
    }
    cells += fmt::format("<td class=\"n\">{}</td><td class=\"n dim\">{}</td>", number(counts[i].characters),
                         number(counts[i].occurrences));
  }
  return fmt::format("<tr><td>{}</td><td><div class=\"bar\">{}</div></td>{}</tr>\n", target_text(target, Language::ja),
                     bar, cells);
}

std::string targets_html(const CensusReport& report) {
  std::string heads;
  std::string units;
  for (std::size_t i = 0; i < kFateCount; ++i) {
    const auto fate = static_cast<Fate>(i);
    heads += fmt::format("<th colspan=\"2\"><span class=\"key {}\"></span>{}</th>", fate_name(fate),
                         fate_text(fate, Language::ja));
    units += "<th><small>字種</small></th><th><small>出現数</small></th>";
  }
  std::string html = fmt::format(
      "<h2>移行先での扱い</h2>\n<table class=\"sums\"><thead><tr><th>移行先</th><th></th>{}</tr>"
      "<tr><th></th><th></th>{}</tr></thead><tbody>\n",
      heads, units);
  for (std::size_t i = 0; i < kCharacterTargets.size(); ++i) {
    html += target_row_html(kCharacterTargets[i], report.targets[i]);
  }
  return html +
         "</tbody></table>\n<p class=\"dim\">「公的個人認証」は電子証明書に表示できる文字（JIS X 0208 と JIS X 0212）。"
         "「外字のまま」は、移行先に同じ外字の表とフォントがあるときだけ同じ文字を表す。"
         "「類似の文字」は、〜（U+301C）が ～（U+FF5E）になるように、見た目の近い文字として書かれるもの。</p>\n";
}

std::string fate_html(const CharacterFate& fate) {
  const auto to = [&](std::string_view mark) {
    return fmt::format("{}<span class=\"to\">{}</span><br><code>{}</code>", mark, html_text(fate.becomes),
                       joined_code_points(fate.becomes));
  };
  std::string cell;
  switch (fate.fate) {
    case Fate::kept:
      cell = fate.becomes.empty() ? "○" : to("○");
      break;
    case Fate::private_use:
      cell = "外字";
      break;
    case Fate::similar:
      cell = to("≒");
      break;
    case Fate::substituted:
      cell = to("→");
      break;
    case Fate::lost:
      cell = "×";
      break;
  }
  return fmt::format("<td class=\"fate {}\" title=\"{}\">{}</td>", fate_name(fate.fate),
                     fate_text(fate.fate, Language::ja), cell);
}

/// The ways to the substitutes, each once.
std::string evidence_html(const CensusRow& row) {
  std::vector<std::string> ways;
  for (const CharacterFate& fate : row.fates) {
    const std::string way = hops_text(fate, Language::ja);
    if (!way.empty() && std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(way);
  }
  std::string html;
  for (const std::string& way : ways) html += "<div>" + html_text(way) + "</div>";
  return html;
}

std::string identity_html(const CensusRow& row) {
  std::string html = fmt::format("<code>{}</code>", fmt::join(code_points_of(row.character), " "));
  if (!row.mj_name.empty()) html += fmt::format("<br><code>{}</code>", html_text(row.mj_name));
  if (row.juki_code) html += fmt::format(" <code class=\"dim\">J+{:04X}</code>", *row.juki_code);
  const std::string name = character_name(row.character);
  if (!name.empty()) html += fmt::format("<br><small class=\"dim\" lang=\"en\">{}</small>", html_text(name));
  if (row.gaiji == nullptr) return html;
  std::vector<std::string> known;
  if (!row.gaiji->meaning.empty()) {
    known.push_back(fmt::format("外字の表：<span class=\"to\">{}</span>", html_text(row.gaiji->meaning)));
  }
  if (!row.gaiji->reading.empty()) known.push_back("読み " + html_text(row.gaiji->reading));
  if (!row.gaiji->note.empty()) known.push_back(html_text(row.gaiji->note));
  return html + fmt::format("<br><small>{}</small>", fmt::join(known, "、"));
}

std::string places_html(const CensusReport& report, const CensusRow& row) {
  std::string html;
  for (const CharacterPlace& place : row.places) {
    html += "<div>" + html_text(place_text(report, place, Language::ja)) + "</div>";
  }
  if (row.places.size() < row.count && !row.places.empty()) {
    html += fmt::format("<div class=\"dim\">ほか {}</div>", grouped(row.count - row.places.size()));
  }
  return html;
}

std::string row_html(const CensusReport& report, const CensusRow& row) {
  const std::string shown = printable_character(row.character);
  std::string html = fmt::format(
      "<tr data-set=\"{}\" data-character=\"{}\"><td class=\"glyph\">{}</td><td class=\"wrap\">{}</td>"
      "<td>{}</td><td class=\"n\">{}</td>",
      repertoire_name(row.repertoire), html_text(shown), html_text(shown), identity_html(row),
      repertoire_text(row.repertoire, Language::ja), grouped(row.count));
  for (const CharacterFate& fate : row.fates) html += fate_html(fate);
  return html + fmt::format("<td class=\"wrap why\">{}</td><td class=\"places\">{}</td></tr>\n", evidence_html(row),
                            places_html(report, row));
}

std::string filter_html(const CensusReport& report) {
  std::string sets;
  for (const Repertoire repertoire : all_repertoires()) {
    const bool any = std::any_of(report.rows.begin(), report.rows.end(),
                                 [&](const CensusRow& row) { return row.repertoire == repertoire && row.notable(); });
    if (!any) continue;
    sets += fmt::format("<option value=\"{}\">{}</option>", repertoire_name(repertoire),
                        repertoire_text(repertoire, Language::ja));
  }
  std::string targets;
  for (std::size_t i = 0; i < kCharacterTargets.size(); ++i) {
    targets += fmt::format("<option value=\"{}\">{} でそのまま表せない</option>", i,
                           target_text(kCharacterTargets[i], Language::ja));
  }
  return fmt::format(
      "<form id=\"filter\" hidden onsubmit=\"return false\"><label>絞り込み <input id=\"word\" type=\"search\" "
      "placeholder=\"文字、U+9AD9、MJ028902、項目名\" size=\"30\"></label>"
      "<label>文字集合 <select id=\"set\"><option value=\"\">すべて</option>{}</select></label>"
      "<label>移行先 <select id=\"fate\"><option "
      "value=\"\">すべて</option>{}</select></label><output></output></form>\n",
      sets, targets);
}

std::string list_html(const CensusReport& report) {
  const auto notable =
      std::count_if(report.rows.begin(), report.rows.end(), [](const auto& row) { return row.notable(); });
  if (notable == 0) return "<h2>確認が必要な文字</h2>\n<p>ありません。</p>\n";
  std::string html =
      fmt::format("<h2>確認が必要な文字 <small>{} 字種</small></h2>\n", grouped(static_cast<std::uint64_t>(notable)));
  html +=
      "<p class=\"dim\">JIS X 0208 にない文字と、どれかの移行先でそのまま表せない文字。"
      "○ そのまま、外字 外字のまま、≒ 類似の文字、→ 代替文字、× 表せない。</p>\n" +
      filter_html(report);
  html += "<table id=\"list\"><thead><tr><th>文字</th><th>コード</th><th>文字集合</th><th>出現数</th>";
  for (const std::string_view target : kCharacterTargets) {
    html += fmt::format("<th>{}</th>", target_text(target, Language::ja));
  }
  html += "<th>代替文字の根拠</th><th>所在</th></tr></thead><tbody>\n";
  for (const CensusRow& row : report.rows) {
    if (row.notable()) html += row_html(report, row);
  }
  return html + "</tbody></table>\n" + std::string(kScript);
}

}  // namespace

std::string census_as_html(const CensusReport& report) {
  std::string html = html_head("文字の調査", kStyle);
  html += "<body>\n<h1>文字の調査 <small lang=\"en\">census of characters</small></h1>\n";
  html += fmt::format("<p>{}ASCII 以外の文字 {} 字種、のべ {} 字。</p>\n",
                      is_records(report) ? fmt::format("レイアウト {} <code>{}</code>。",
                                                       html_text(report.layout->name), html_text(report.layout->id))
                                         : std::string(),
                      grouped(report.all.characters), grouped(report.all.occurrences));
  if (report.beyond_limit > 0) {
    html += fmt::format("<p>字種が多すぎるため、まれな文字のべ {} 字は区別せずに数えた。</p>\n",
                        grouped(report.beyond_limit));
  }
  html += files_html(report) + repertoires_html(report) + targets_html(report) + list_html(report);
  return html +
         "<p class=\"dim\">MJ文字の名前と代替文字の多くは、MJ文字情報一覧表と MJ縮退マップ（著作者 独立行政法人"
         "情報処理推進機構、一般社団法人 文字情報技術促進協議会、CC BY-SA 2.1 JP）による。</p>\n</body>\n</html>\n";
}

}  // namespace daicho
