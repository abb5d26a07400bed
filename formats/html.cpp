#include "formats/html.hpp"

namespace daicho {
namespace {

constexpr std::string_view kStyle =
    R"(:root { color-scheme: light; --line: #c8ccd4; --soft: #f4f6f9; --ink: #1d2430; --dim: #5b6573; --mark: #1f4e8c; }
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
.must { font-weight: bold; } .name { min-width: 11em; } .codes { width: auto; min-width: 24rem; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } thead th { position: static; }
  tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
)";

}  // namespace

std::string html_text(std::string_view text) {
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

std::string html_head(std::string_view title, std::string_view own_style) {
  std::string html = "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n";
  html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  html += "<title>" + html_text(title) + "</title>\n<style>\n";
  html += kStyle;
  html += own_style;
  return html + "</style>\n</head>\n";
}

}  // namespace daicho
