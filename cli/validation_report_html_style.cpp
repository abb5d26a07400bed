// Style and script of a validation's page.
#include "cli/validation_report_html.hpp"

namespace daicho {

std::string_view page_style() {
  return R"(:root { --bad: #b3261e; --warn: #a86a00; --good: #24734a; --badbar: #cf4b43; --warnbar: #d9a520; }
html:not([data-lang=en]) [lang=en] { display: none; } html[data-lang=en] span[lang=ja] { display: none; }
#switch { float: right; } #switch button { font: inherit; padding: .1rem .7rem; cursor: pointer; }
.verdict { font-size: 1.15rem; font-weight: bold; } .error { color: var(--bad); } .warning { color: var(--warn); }
.good { color: var(--good); }
.tiles { display: flex; flex-wrap: wrap; gap: .7rem; margin: 1rem 0; }
.tile { border: 1px solid var(--line); border-radius: 4px; padding: .4rem 1rem; min-width: 7.5rem; }
.tile b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; } .tile span { color: var(--dim); }
.caveat { background: #fff6dd; border-left: 4px solid var(--warnbar); padding: .35rem .8rem; }
table.sums { width: auto; min-width: 40rem; margin-top: 1rem; } table.sums th:nth-child(n+3) { text-align: right; }
html[data-lang=en] body { font-family: Arial, "Liberation Sans", "BIZ UDPGothic", "Noto Sans CJK JP", Meiryo, sans-serif; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(26rem, 1fr)); gap: 0 2.5rem; }
table.bars td, table.bars th { border: 0; padding: .12rem .5rem; } table.bars tr:nth-child(even) { background: none; }
table.bars { table-layout: fixed; } table.bars th { font-weight: normal; width: 42%; } table.bars .n { width: 4.5rem; } table.bars i { display: block; height: .85rem; min-width: 2px; }
i.error { background: var(--badbar); }
i.warning { background: repeating-linear-gradient(-45deg, var(--warnbar) 0 4px, #efcf7c 4px 7px); } .bars a { text-decoration: none; }
svg.map { display: block; width: 100%; height: 6.5rem; background: var(--soft); } svg.map line { stroke: var(--dim); }
svg .error { fill: var(--badbar); } svg .warning { fill: var(--warnbar); }
.axis { display: flex; justify-content: space-between; color: var(--dim); font-size: .8rem; }
#filter { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: center; margin: .8rem 0; padding: .5rem .8rem;
  background: var(--soft); border: 1px solid var(--line); border-radius: 4px; }
#filter[hidden] { display: none; } #filter select { max-width: 15rem; }
#filter input, #filter select { font: inherit; padding: .1rem .3rem; } #filter output { margin-left: auto; }
#list tbody tr { background: none; } #list td { border-bottom: 0; } #list tbody tr:first-child td { border-top: 1px solid var(--line); }
#list .place { white-space: nowrap; } #list tr.data td { padding-top: 0; } q { quotes: "「" "」"; }
html[data-lang=en] q { quotes: "'" "'"; }
pre { margin: 0 0 .4rem; line-height: 1.35; overflow-x: auto; font-size: .82rem;
  font-family: "Cascadia Mono", Consolas, "BIZ UDGothic", "Noto Sans Mono CJK JP", "MS Gothic", "Osaka-Mono", monospace; }
pre.window { padding: .25rem .6rem; background: var(--soft); } pre.hex { padding: 0 .6rem; color: var(--dim); }
pre i { display: inline-block; width: 2ch; text-align: center; font-style: normal; } pre s { text-decoration: none; color: #8a93a1; }
pre b { color: #fff; background: var(--bad); font-weight: normal; } pre u { text-decoration: none; background: #f3d3d1; }
pre.hex b { color: var(--bad); background: none; font-weight: bold; }
[data-severity=warning] pre b { background: var(--warn); } [data-severity=warning] pre u { background: #f8e6bd; }
[data-severity=warning] pre.hex b { color: var(--warn); background: none; }
table.items tr.hit { background: #fdeceb; } table.items tr.warned { background: #fdf3da; } table.items { font-size: .82rem; } table.items td { padding: .15rem .4rem; }
table.items th:nth-child(n+4) { text-align: right; } table.codes { width: 100%; }
@media (min-width: 90rem) { #beside { display: grid; grid-template-columns: minmax(0, 1fr) 28rem; gap: 0 2rem; }
  body { max-width: 112rem; } aside { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; } }
@media print { @page { size: A4; margin: 12mm 10mm; } #filter, #switch { display: none; } h2 { break-after: avoid; }
  h2 { margin-top: 1.2rem; } thead { display: table-header-group; } #list tbody { break-inside: avoid; }
  #list, .codes, .checks, table.items { font-size: 7.5pt; } pre { font-size: 6.3pt; overflow: hidden; } svg.map { height: 18mm; }
  th, td { padding: .15rem .35rem; } .tile { padding: .2rem .6rem; min-width: 0; } .tile b { font-size: 13pt; }
  .charts { grid-template-columns: 1fr 1fr; gap: 0 6mm; font-size: 8pt; } .charts table { font-size: 8pt; }
  table.sums { min-width: 0; width: 100%; font-size: 8pt; } aside { break-before: page; }
  table.items br, table.items code { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
)";
}

std::string_view page_script() {
  return R"(<script>
const page = document.documentElement, filter = document.querySelector("#filter");
const rows = [...document.querySelectorAll("#list tbody")];
const field = name => document.querySelector("#" + name);
function show() {
  if (!filter) return;
  const text = field("word").value.normalize("NFKC").toLowerCase().trim();
  let shown = 0;
  for (const row of rows) {
    const hit = ["severity", "code", "item"].every(name => !field(name).value || row.dataset[name] === field(name).value) &&
      (!text || row.textContent.normalize("NFKC").toLowerCase().includes(text));
    row.hidden = !hit;
    shown += hit;
  }
  const english = page.dataset.lang === "en";
  filter.querySelector("output").textContent = shown.toLocaleString() + (english ? " shown" : " 件を表示");
}
function speak(language) {
  page.dataset.lang = page.lang = language;
  for (const option of document.querySelectorAll("option")) option.textContent = option.dataset[language];
  show();
}
for (const button of document.querySelectorAll("#switch button")) {
  button.addEventListener("click", () => speak(button.dataset.to));
}
if (filter) {
  filter.addEventListener("input", show);
  filter.hidden = false;
}
field("switch").hidden = false;
speak(location.hash === "#en" ? "en" : "ja");
</script>
)";
}

}  // namespace daicho
