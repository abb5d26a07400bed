#include "samples/kit_readme.hpp"

#include <fmt/format.h>

#include <set>

namespace daicho {
namespace {

constexpr std::string_view kIntroduction = R"(
市区町村のシステムと受け渡しをするファイルについて、読み取り (取込み) と書き出し (作成) のプログラムが
取り決めどおりに動くことを確かめるためのファイル一式です。レイアウトの定義だけから作っています。

- 住民・番号・住所はすべて架空です。番号は検査数字が合うように作ったもので、実在の方のものではありません。
- 同じ版の daicho と同じレイアウトからは、いつも同じ内容になります。受け取ったら、はじめに
  `sha256sum --check SHA256SUMS` で欠けや変化の無いことを確かめてください。

## 確かめ方

### 1. 正しいファイル (`good/`)

形式ごとのフォルダにあります。使う形式のフォルダだけを試せば足ります。

1. 貴社の読み取りプログラムに、すべてのファイルを読ませます。エラーも警告も出ず、`expected.json` の
   `records` と同じ件数が読めれば合格です。
2. 各フォルダの `cases.csv` に、何件目のレコードがどの項目の何を試しているかを書いてあります
   (UTF-8・BOM付き。表計算ソフトで開けます)。読み取った値が `値` の欄と同じことを確かめてください。
   前後の空白や頭の0を落としていないか、文字が別の文字に変わっていないかを特に見てください。
3. 読み取った内容を同じ形式で書き出し、元のファイルとバイト単位で比べます (`cmp` など)。同じなら合格です。

### 2. 誤りのあるファイル (`bad/`)

ファイル名は指摘の番号です。一つのファイルに一つの誤りを入れてあります。

1. 貴社のプログラムに読ませ、誤りとして扱われる (そのまま取り込まれない) ことを確かめます。
2. 誤りの場所は `expected.json` の `findings` にあります。指摘の番号・文言を daicho に合わせる必要はありませんが、
   同じレコードの同じ項目を指していることを確かめてください。
3. 指摘の意味と直し方は `daicho explain D1003` のように調べられます。
4. `severity` が `warning` のものは、取り込んでよいが人が確かめるべきものです。
)";

constexpr std::string_view kExpected = R"(
## expected.json の見方

| 名前 | 意味 |
|---|---|
| `layout`, `layout_version` | レイアウトとその版 |
| `good`, `bad` | 正しいファイル、誤りのあるファイル |
| `path` | ファイルの場所 |
| `format` | 形式。`fixed:cp932,eol=crlf` は固定長・シフトJIS (CP932)・改行 CRLF。`envelope=control` はコントロールレコード付き |
| `as_of` | 処理日 (あるものだけ)。処理日と比べる検査に使う |
| `municipality` | 自団体の全国地方公共団体コード (あるものだけ) |
| `against` | 突き合わせる相手のファイル (あるものだけ)。前回の分、住民票、本人確認情報のどれか |
| `records` | データレコードの件数 (読めないものも数える) |
| `findings` | 生じるべき指摘。これより多くも少なくもない |
| `record`, `item`, `bytes` | 何件目のレコードか (1から)、項目のID、レコードの中の何バイト目から何バイト目までか (1から) |
| `left_out` | 正しいファイルに入れられなかった値と、その理由 |
| `not_shown` | 例のファイルが無い指摘と、その理由 |

値の無いところは `null` です。

## daicho で確かめる

`daicho kit verify .` は、この一式を daicho 自身に読ませて、すべてが expected.json のとおりかを調べます。
一つのファイルだけなら `daicho validate --layout レイアウト --from 形式 ファイル` です
(処理日は `--as-of`、自団体は `--municipality`、突き合わせる相手は `--against`)。
)";

constexpr std::string_view kFormats = R"(
| フォルダ | 形式 | 入れてあるもの |
|---|---|---|
| `fixed-cp932` | 固定長・シフトJIS (CP932) | すべて |
| `fixed-utf-16be` | 固定長・UTF-16 (上位バイトが先) | すべて |
| `fixed-utf-8` | 固定長・UTF-8 | コードと日付のほか (その値は CP932 の固定長と同じバイトになる) |
| `csv-utf-8` | CSV・UTF-8 | すべて |
| `csv-cp932` | CSV・シフトJIS (CP932) | コードと日付のほか (その値は UTF-8 の CSV と同じバイトになる) |

CP932 に無い文字 (𠮷、異体字選択子の付いた葛󠄀、JIS の対応による〜−‖¢£¬、ヷヺ、ゔゕゖ) のレコードは、CP932 の
ファイルには入れていません。`cases.csv` に無いことで分かります。
)";

std::string cell(const std::string& text) {
  std::string shown;
  for (const char c : text) shown += c == '|' ? std::string("\\|") : std::string(1, c);
  return shown;
}

/// A finding as the table has it: `D1003 2件目 birth_date 1323-1331バイト`.
std::string japanese_words(const KitFinding& finding) {
  std::string words = finding.code;
  if (!finding.error) words += " (警告)";
  if (finding.record != 0) words += fmt::format(" {}件目", finding.record);
  if (!finding.item.empty()) words += " " + finding.item;
  if (finding.byte_first != 0) words += fmt::format(" {}-{}バイト", finding.byte_first, finding.byte_last);
  return words;
}

std::string place_of(const KitFile& file) {
  std::string places;
  std::set<std::string> told;
  for (const KitFinding& finding : file.findings) {
    const std::string words = japanese_words(finding);
    if (told.insert(words).second) places += (places.empty() ? "" : "、") + words;
  }
  return places;
}

std::string arguments_of(const KitFile& file) {
  std::string words = file.format;
  if (!file.as_of.empty()) words += "、処理日 " + file.as_of;
  if (!file.municipality.empty()) words += "、自団体 " + file.municipality;
  if (file.against) words += "、相手 " + file.against->path;
  return words;
}

std::string tables(const KitManifest& manifest) {
  std::string text = "\n## 正しいファイルの一覧\n\n| ファイル | 内容 | 件数 |\n|---|---|---|\n";
  for (const KitFile& file : manifest.good) {
    text += fmt::format("| `{}` | {} | {} |\n", file.path, cell(file.purpose), file.records);
  }
  text += "\n## 誤りのあるファイルの一覧\n\n| ファイル | 誤り | 形式など | 生じる指摘 |\n|---|---|---|---|\n";
  for (const KitFile& file : manifest.bad) {
    text += fmt::format("| `{}` | {} | {} | {} |\n", file.path, cell(file.purpose), arguments_of(file), place_of(file));
  }
  if (!manifest.not_shown.empty()) {
    text += "\n## 例のファイルが無い指摘\n\n| 指摘 | 理由 |\n|---|---|\n";
    for (const KitUnshown& unshown : manifest.not_shown) {
      text += fmt::format("| {} | {} |\n", unshown.code,
                          unshown.reason.empty() ? "この道具では、これだけを生じる例を作れなかった" : unshown.reason);
    }
  }
  return text;
}

}  // namespace

std::string kit_readme(const Layout& layout, const KitManifest& manifest) {
  std::string text = fmt::format("# {} ({}、第{}版) の適合試験ファイル\n", layout.name, layout.id, layout.version);
  text += kIntroduction;
  text += "\n### 3. 形式\n";
  text += kFormats;
  text += kExpected;
  text += tables(manifest);
  text += fmt::format("\n作成: {}\n", manifest.made_by);
  return text;
}

}  // namespace daicho
