// substitutions.html: 代替文字 as staff check them, first by character, then by person.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "converters/repertoire.hpp"
#include "formats/html.hpp"
#include "jobs/substitution_list.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

constexpr std::string_view kStyle =
    R"(.glyph, .text { font-family: "IPAmjMincho", "IPAmj明朝", "IPAMincho", serif; line-height: 1.3; }
.glyph { font-size: 2.6rem; white-space: nowrap; } .glyph small { font-size: 1rem; color: var(--dim); }
.glyph code { display: block; font-size: .8rem; }
.text { font-size: 1.35rem; } .arrow { color: var(--dim); text-align: center; padding: 0; }
mark { background: #ffe08a; color: inherit; padding: 0 .08em; border-radius: .15em; } mark.kana { background: #cfe6ff; }
mark.none { background: #ffc9c4; }
.care { border-left: .35rem solid #b3261e; background: #fdf1f0; padding: .5rem 1rem; }
.key span { margin-right: 1.2rem; } nav { margin: 1rem 0; } nav a { margin-right: 1.2rem; }
td code, .item { white-space: nowrap; } .characters td { vertical-align: middle; }
@media print { @page { size: A4; margin: 14mm 12mm; } .glyph { font-size: 20pt; } .text { font-size: 12pt; }
  nav { display: none; } mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)";

/// Whether IVS and compatibility forms are told apart depends on the font: what the reader sees is said once.
constexpr std::string_view kFontNote =
    "字形の違いを正しく見るには、この端末に IPAmj明朝 が必要です。ない場合は、MJ文字図形名で確認してください。";

std::string marked(std::string_view text, std::string_view mark) {
  return fmt::format("<mark{}>{}</mark>", mark, html_text(text));
}

/// The original with what was replaced marked.
std::string original_html(const SubstitutedValue& value) {
  if (value.substitution.result == SubstituteResult::impossible) {
    std::string html;
    std::string_view rest = value.original;
    while (!rest.empty()) {
      const std::string_view character = take_whole_character(rest);
      const auto& without = value.substitution.without;
      const bool none = std::find(without.begin(), without.end(), character) != without.end();
      html += none ? marked(character, " class=\"none\"") : html_text(character);
    }
    return html;
  }
  std::string html;
  std::size_t at = 0;
  for (const Replacement& replacement : value.substitution.replacements) {
    html += html_text(std::string_view(value.original).substr(at, replacement.at - at));
    html += marked(replacement.original, replacement.hops.empty() ? " class=\"kana\"" : "");
    at = replacement.at + replacement.original.size();
  }
  return html + html_text(std::string_view(value.original).substr(at));
}

/// The published text with what stands for something else marked.
std::string substitute_html(const SubstitutedValue& value) {
  std::string html;
  std::size_t at = 0;
  for (const Replacement& replacement : value.substitution.replacements) {
    html += html_text(std::string_view(value.original).substr(at, replacement.at - at));
    html += marked(replacement.substitute, replacement.hops.empty() ? " class=\"kana\"" : "");
    at = replacement.at + replacement.original.size();
  }
  return html + html_text(std::string_view(value.original).substr(at));
}

/// A character with its code points below: two of one look are so told apart.
std::string glyph_cell(std::string_view character) {
  return fmt::format("<td class=\"glyph\">{}<code>{}</code></td>", html_text(character), code_points_text(character));
}

std::string character_cells(const SubstitutionRow& row, const MjTable& mj) {
  std::string html = glyph_cell(row.original);
  html += fmt::format("<td class=\"arrow\">{}</td>", row.substitute.empty() ? "" : "→");
  html += row.substitute.empty() ? "<td class=\"glyph\"><small>なし</small></td>" : glyph_cell(row.substitute);
  const std::string name = mj_name_of(mj, row.original);
  html += fmt::format("<td>{}</td>", name.empty() ? "<span class=\"dim\">－</span>" : "<code>" + name + "</code>");
  return html;
}

std::string alternatives_html(const SubstitutionRow& row) {
  if (row.alternatives.empty()) return {};
  return fmt::format("<br><span class=\"dim\">ほかの候補:</span> <span class=\"text\">{}</span>",
                     html_text(alternatives_text(row, "　")));
}

/// `U+9AD9→U+9AD8 `, of a single character: a part in かな is longer than what its code points would tell.
std::string change_html(const SubstitutionRow& row) {
  if (row.hops.empty()) return {};
  return fmt::format("<code>{}→{}</code> ", code_points_text(row.original), code_points_text(row.substitute));
}

/// Blocks of a page on their way out.
class Page {
 public:
  explicit Page(ByteSink& sink) : sink_(sink) {}
  void add(std::string_view html) {
    text_ += html;
    if (text_.size() >= kBlock) flush();
  }
  void flush() {
    sink_.write(text_);
    text_.clear();
  }

 private:
  ByteSink& sink_;
  std::string text_;
};

/// Each replacement once, with how often it occurs. Parts in かな are personal and stand only with their person.
void add_characters(Page& page, const std::vector<SubstitutedValue>& values, const MjTable& mj) {
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<SubstitutionRow, std::size_t>> kinds;
  for (const SubstitutedValue& value : values) {
    for (SubstitutionRow& row : rows_of(value)) {
      if (row.hops.empty()) continue;
      auto key = std::tuple(row.original, row.substitute, evidence_text(row));
      ++kinds.try_emplace(std::move(key), std::move(row), 0).first->second.second;
    }
  }
  page.add("<h2 id=\"characters\">文字ごとの確認</h2>\n");
  if (kinds.empty()) {
    page.add("<p>代替文字に置き換えた文字はありません。</p>\n");
    return;
  }
  page.add(
      "<table "
      "class=\"characters\">\n<thead><tr><th>元の文字</th><th></th><th>代替文字</th><th>MJ文字図形名</th><th>根拠</"
      "th>"
      "<th class=\"n\">件数</th></tr></thead>\n<tbody>\n");
  for (const auto& [key, kind] : kinds) {
    const auto& [row, count] = kind;
    page.add(fmt::format("<tr>{}<td>{}{}</td><td class=\"n\">{}</td></tr>\n", character_cells(row, mj),
                         html_text(evidence_text(row)), alternatives_html(row), count));
  }
  page.add("</tbody>\n</table>\n");
}

void add_people(Page& page, const std::vector<SubstitutedValue>& values) {
  page.add("<h2 id=\"people\">人ごとの確認</h2>\n");
  if (values.empty()) {
    page.add("<p>代替文字を使った人はいません。</p>\n");
    return;
  }
  page.add(
      "<table>\n<thead><tr><th>宛名番号</th><th>項目</th><th>住民票の表記</th><th>代替文字による表記</th><th>根拠</"
      "th></tr>"
      "</thead>\n<tbody>\n");
  for (const SubstitutedValue& value : values) {
    std::string evidence;
    for (const SubstitutionRow& row : rows_of(value)) {
      evidence += fmt::format("{}<span class=\"text\">{}→{}</span> {}{}", evidence.empty() ? "" : "<br>",
                              html_text(row.original), html_text(row.substitute), change_html(row),
                              html_text(evidence_text(row)));
    }
    page.add(fmt::format(
        "<tr><td><code>{:015}</code></td><td class=\"item\">{}</td><td class=\"text\">{}</td><td class=\"text\">{}</td>"
        "<td>{}</td></tr>\n",
        value.person, html_text(value.item->name), original_html(value), substitute_html(value), evidence));
  }
  page.add("</tbody>\n</table>\n");
}

void add_waiting_people(Page& page, const std::vector<SubstitutedValue>& values, const MjTable& mj) {
  if (values.empty()) return;
  page.add(
      "<h2 id=\"waiting\">代替文字がなく、待っている人</h2>\n<p>送付先情報には含まれていません。市区町村の代替文字表"
      "（設定の <code>characters.substitutes</code>）に文字を加えて、もう一度実行してください。</p>\n"
      "<table>\n<thead><tr><th>宛名番号</th><th>項目</th><th>住民票の表記</th><th>代替文字がない文字</th></tr></"
      "thead>\n"
      "<tbody>\n");
  for (const SubstitutedValue& value : values) {
    std::string characters;
    for (const SubstitutionRow& row : rows_of(value)) {
      if (!row.substitute.empty()) continue;
      characters +=
          fmt::format("{}<span class=\"glyph\">{}</span> <code>{}</code> {}", characters.empty() ? "" : "<br>",
                      html_text(row.original), code_points_text(row.original), mj_name_of(mj, row.original));
    }
    page.add(fmt::format(
        "<tr><td><code>{:015}</code></td><td class=\"item\">{}</td><td class=\"text\">{}</td><td>{}</td></tr>\n",
        value.person, html_text(value.item->name), original_html(value), characters));
  }
  page.add("</tbody>\n</table>\n");
}

std::string date_text(std::string_view date) {
  return fmt::format("{}年{}月{}日", date.substr(0, 4), std::stoi(std::string(date.substr(4, 2))),
                     std::stoi(std::string(date.substr(6, 2))));
}

}  // namespace

void SubstitutionList::write_html(ByteSink& sink, const MjTable& mj, const About& about) const {
  Page page(sink);
  page.add(html_head("代替文字の確認 " + about.run, kStyle));
  page.add(fmt::format("<body>\n<h1>代替文字の確認 <small>{}</small></h1>\n", html_text(about.run)));
  page.add(
      "<p class=\"care\">この一覧には氏名と住所があります。確認が済んだら、市区町村の定めに従って保管または廃棄して"
      "ください。</p>\n");
  page.add(
      fmt::format("<dl>\n<dt>市区町村</dt><dd>{}</dd>\n<dt>処理日</dt><dd>{}</dd>\n"
                  "<dt>代替文字を使った氏名・住所</dt><dd>{}件</dd>\n<dt>代替文字がなく待っている氏名・住所</dt>"
                  "<dd>{}件</dd>\n</dl>\n",
                  html_text(about.municipality), date_text(about.as_of), published_.size(), waiting_.size()));
  page.add(
      fmt::format("<p class=\"key\"><span><mark>黄</mark> 代替文字</span><span><mark class=\"kana\">青</mark> "
                  "かな</span><span><mark class=\"none\">赤</mark> 代替文字なし</span></p>\n<p class=\"dim\">{}</p>\n",
                  kFontNote));
  page.add("<nav><a href=\"#characters\">文字ごと</a><a href=\"#people\">人ごと</a>");
  page.add(waiting_.empty() ? "</nav>\n" : "<a href=\"#waiting\">待っている人</a></nav>\n");
  add_waiting_people(page, waiting_, mj);
  add_characters(page, published_, mj);
  add_people(page, published_);
  page.add("</body>\n</html>\n");
  page.flush();
}

}  // namespace daicho
