// Refusals about files and their formats.
#include "cli/refusal_sentences.hpp"

namespace daicho {
namespace {

constexpr RefusalSentence kFileSentences[] = {
    // what cannot be found from the bytes
    {"{}: not readable as layout {}: {}; it looks like {}",
     "{0}：レイアウト {1} としては読めません。{2}。{3} のようです"},
    {"{}: the format cannot be told from the bytes: {}; name it with --from",
     "{0}：バイト列から形式を決められません。{1}。--from で指定してください"},
    {"{}: the format cannot be told from the bytes: {}; name it with --against-from",
     "{0}：バイト列から形式を決められません。{1}。--against-from で指定してください"},
    {"{}: the charset cannot be told from the bytes: {}; name it with --from",
     "{0}：バイト列から文字コードを決められません。{1}。--from で指定してください"},
    {"{}: not readable as it is: {}", "{0}：このままでは読めません。{1}"},
    {"it looks like {}, but its byte order mark is that of {}", "{0} のようですが、BOM は {1} のものです"},
    {"it looks like {}, but its lines end in CR alone, where CRLF or LF is due",
     "{0} のようですが、改行が CR だけです（CRLF か LF にしてください）"},
    {"it looks like {}, but tabs stand between its values, where commas are due",
     "{0} のようですが、値がタブで区切られています（コンマにしてください）"},
    {"it looks like {}, but semicolons stand between its values, where commas are due",
     "{0} のようですが、値がセミコロンで区切られています（コンマにしてください）"},
    {"it looks like {}, but blanks stand around the names in its first line",
     "{0} のようですが、1行目の項目名の前後に空白があります"},
    {"{}; --from names the format", "{0}。--from で指定してください"},
    {"no format fits layout {}: {}; a record has {} bytes in cp932, {} in utf-8 and {} in utf-16, without its line "
     "end; "
     "and the first line names {} as CSV; shift_jis-2004, euc-jis-2004 and juki are never guessed",
     "レイアウト {0} に合う形式がありません。{1}が、レコードの長さは（改行を除き）cp932 で {2} バイト、utf-8 で {3} "
     "バイト、"
     "utf-16 で {4} バイトです。CSV として見ると、1行目には{5}。shift_jis-2004・euc-jis-2004・juki は推定しません"},
    {"no format fits layout {}: {}; a record has {} bytes in cp932, {} in utf-8 and {} in utf-16, without its line "
     "end; "
     "and the first line names {} as CSV",
     "レイアウト {0} に合う形式がありません。{1}が、レコードの長さは（改行を除き）cp932 で {2} バイト、utf-8 で {3} "
     "バイト、"
     "utf-16 で {4} バイトです。CSV として見ると、1行目には{5}"},
    {"there is no line end in {} bytes", "先頭の {0} バイトに改行がありません"},
    {"the first line has 1 byte behind a byte order mark of {}", "BOM（{0}）を除くと、1行目は 1 バイトです"},
    {"the first line has {} bytes behind a byte order mark of {}", "BOM（{1}）を除くと、1行目は {0} バイトです"},
    {"the first line has 1 byte", "1行目は 1 バイトです"},
    {"the first line has {} bytes", "1行目は {0} バイトです"},
    {"no items of the layout", "レイアウトの項目名がありません"},
    {"items of the layout in {} of its {} columns only", "{1} 列のうち {0} 列にしか、レイアウトの項目名がありません"},
    {"the file is empty (0 bytes), which fits every format: fetch it again, unless no records are due",
     "ファイルが空（0 バイト）で、どの形式とも取れます。0件のはずでなければ、受け取り直してください"},
    {"{} fits, with characters of U+AC00-D6FF: Hangul in utf-16be, kanji in juki",
     "{0} に合いますが、U+AC00～D6FF の文字があります（utf-16be ならハングル、juki "
     "なら漢字です）。正しいほうを指定します"},
    {"more than one reading fits: {}; name the right one", "二つ以上の形式に合います（{0}）。正しいものを選びます"},
    {"{} ({} of {} records readable); {}", "{0} では {2} 件中 {1} 件、{3}"},
    {"{} ({} of {} records readable)", "{0} では {2} 件中 {1} 件が読めます"},
    {"the first bytes are neither utf-8 nor cp932 throughout", "先頭の部分が、utf-8 としても cp932 としても読めません"},
    {"there are zero bytes, but no byte order mark", "00 のバイトがありますが、BOM がありません"},
    {"the header row names no item of the layout", "見出し行に、レイアウトの項目名がありません"},
    // damaged and unreadable files
    {"the {} data is damaged: {}", "{0} のデータが壊れています（{1}）"},
    {"Data corruption detected", "内容が正しくありません"},
    {"Restored data doesn't match checksum", "検査用の値が合いません"},
    {"incorrect data check", "検査用の値が合いません"},
    {"incorrect length check", "長さが合いません"},
    {"incorrect header check", "先頭の形が違います"},
    {"not gzip data", "gzip のデータではありません"},
    {"the {} data ends early", "{0} のデータが途中で切れています"},
    {"the {} data is damaged", "{0} のデータが壊れています"},
    {"cannot read {}: {} after {} bytes; compare its size and hash with the original and fetch it again",
     "{0} を最後まで読めません（{1}。{2} "
     "バイトまで読みました）。元のファイルの大きさやハッシュ値と比べ、受け取り直してください"},
    {"cannot read {}: it is a folder", "{0} はフォルダーなので読めません"},
    {"cannot read {}: it is larger than {} MiB", "{0} は {1} MiB を超えているので読めません"},
    {"cannot read {}: it changed while it was read", "{0} は読んでいる間に書き換わりました"},
    {"{} or {} changed while they were being compared", "{0} か {1} は比べている間に書き換わりました"},
    {"{} changed while it was being read", "{0} は読んでいる間に書き換わりました"},
    {"{}: changed while it was in use", "{0} は使っている間に書き換わりました"},
    {"{}: larger than {} MiB", "{0} は {1} MiB を超えています"},
    {"cannot compress {}: {}", "{0} を圧縮できません（{1}）"},
    {"cannot compress {}", "{0} を圧縮できません"},
    {"no folder", "フォルダーがありません"},
    {"{} exists; --overwrite replaces it", "{0} はすでにあります。置き換えるには --overwrite を付けます"},
    {"{} is a symbolic link: name the file itself", "{0} はシンボリックリンクです。ファイルそのものを指定してください"},
    {"{} and {} are the same file", "{0} と {1} は同じファイルです"},
    {"the output has no name", "出力先のファイル名がありません"},
    {"{} has no record {}: it has {}", "{0} に {1} 件目のレコードはありません（全部で {2} 件です）"},
    {"--against {}: {}, but its records are read again at their places, and people's data does not go to temporary "
     "files: give it as a plain file",
     "--against {0}：{1}。レコードを何度も読み直す必要があり、個人のデータを一時ファイルには書きません。"
     "普通のファイルで指定してください"},
    {"it is compressed", "圧縮されています"},
    {"standard input can be read only once", "標準入力は一度しか読めません"},
    {"a pipe or a device can be read only once", "パイプや装置は一度しか読めません"},
    // formats
    {"format '{}': {}", "形式 '{0}'：{1}"},
    {"unknown kind '{}'; known are {}", "'{0}' という種類はありません。使えるのは {1} です"},
    {"unknown charset '{}'; known are {}", "'{0}' という文字コードはありません。使えるのは {1} です"},
    {"unknown key '{}'; known are {}", "'{0}' という指定はありません。使えるのは {1} です"},
    {"unknown {} '{}'; known are {}", "{0}={1} という指定はありません。使えるのは {2} です"},
    {"'{}' is for csv only", "'{0}' は csv だけの指定です"},
    {"jsonl is UTF-8 only", "jsonl は UTF-8 だけです"},
    {"jsonl has no envelope", "jsonl にコントロールレコードはありません"},
    {"eol=none is for fixed only", "eol=none は fixed だけの指定です"},
    {"{} has no byte order mark", "{0} に BOM はありません"},
    {"'{}' is not written as key=value", "'{0}' は 名前=値 の形ではありません"},
    {"'{}' stands twice", "'{0}' が二度あります"},
    {"{} has no fixed-width form", "{0} に固定長の形式はありません"},
    {"csv needs eol=crlf or eol=lf", "csv には eol=crlf または eol=lf が必要です"},
    {"the names of the layout's items are not in {}",
     "レイアウトの項目名を {0} で書けません（header=id または header=none にします）"},
    {"no reader for {}", "{0} の形式は読めません"},
    {"no writer for {}", "{0} の形式では書けません"},
    {"the envelope's extent '{}' is neither 1 nor 2",
     "コントロールレコードの extent は 1（全件）か 2（差分）です（指定は '{0}'）"},
    {"the envelope's {} '{}' does not fit {}", "コントロールレコードの {0} '{1}' が {2} に合いません"},
    {"the envelope's {} '{}' {}", "コントロールレコードの {0} '{1}' は{2}"},
    {"has a wrong check digit", "検査数字が合いません"},
    {"is no moment YYYYMMDDhhmmss", "暦にない日時です（YYYYMMDDhhmmss）"},
    {"is no day YYYYMMDD", "暦にない日付です（YYYYMMDD）"},
    // control records
    {"missing", "ありません"},
    {"misplaced", "あるべき位置にありません"},
    // schemas and tables
    {"no layout '{}'; did you mean '{}'?", "レイアウト '{0}' はありません。'{1}' ではありませんか"},
    {"no layout '{}'; `daicho layout list` lists them",
     "レイアウト '{0}' はありません。`daicho layout list` で一覧を表示します"},
    {"layout {} has no item '{}'; did you mean '{}'?",
     "レイアウト {0} に項目 '{1}' はありません。'{2}' ではありませんか"},
    {"layout {} has no item '{}'; `daicho layout show {}` lists its items",
     "レイアウト {0} に項目 '{1}' はありません。`daicho layout show {2}` で項目を表示します"},
    {"layout {} has no key item: name one with --key",
     "レイアウト {0} にはキーの項目がありません。--key で指定してください"},
    {"no such folder of schemas: {}", "スキーマのフォルダー {0} がありません"},
    {"no folder of schemas beside {}; name it in DAICHO_SCHEMAS",
     "{0} と並ぶスキーマのフォルダーがありません。DAICHO_SCHEMAS で指定してください"},
    {"DAICHO_SCHEMAS names {}, which holds no findings.toml", "DAICHO_SCHEMAS の {0} に findings.toml がありません"},
    {"no schema {} in {} or {}", "{1} にも {2} にも、スキーマ {0} がありません"},
    {"no schema {} in {}", "{1} にスキーマ {0} がありません"},
    {"'{}' is no regular expression", "'{0}' は正規表現ではありません"},
    {"Error while parsing {}: expected {}, saw {}", "TOML の書き方が違います（{1} があるはずの所に {2} があります）"},
    {"no finding or check '{}'; did you mean {}?", "指摘または検査 '{0}' はありません。{1} ではありませんか"},
    {"no finding or check '{}'; findings look like D1203, checks like L25",
     "指摘または検査 '{0}' はありません。指摘は D1203、検査は L25 のように書きます"},
    {"records of {} and {} have no item in common by which they belong together; name another layout with "
     "--against-layout",
     "{0} と {1} のレコードには、突き合わせる共通の項目がありません。--against-layout "
     "で別のレイアウトを指定してください"},
    // lines of JSON
    {"a value must be a string, not array", "値は文字列で書きます（配列は書けません）"},
    {"a value must be a string, not object", "値は文字列で書きます（オブジェクトは書けません）"},
    {"a value must be a string, not number", "値は文字列で書きます（数値は「\"」で囲みます）"},
    {"a value must be a string, not boolean", "値は文字列で書きます（true や false は書けません）"},
    {"a value must be a string, not null", "値は文字列で書きます（値のない項目は、キーごと省きます）"},
    {"JSON document ended early in the middle of an object or array.", "オブジェクトの途中で終わっています"},
    {"The JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc.",
     "「,」「{」「}」やキーが足りないか、余分です"},
    {"The JSON document was too deep (too many nested objects and arrays)", "入れ子が深すぎます"},
    {"The JSON element does not have the requested type.", "オブジェクトではありません"},
    {"A JSON document made of a scalar{}", "オブジェクトではありません"},
    {"Within strings, some characters must be escaped, we found unescaped characters",
     "文字列の中に、そのままでは書けない文字があります"},
    {"A string is opened, but never closed.", "文字列が閉じていません"},
    {"The input is not valid UTF-8", "UTF-8 として読めません"},
    {"Empty: no JSON found", "空の行です"},
    {"Problem while parsing {}", "値の書き方が違います"},
    {"Unexpected trailing content in the JSON input.", "オブジェクトのあとに、ほかのものがあります"},
    // the machine
    {"cannot draw random bytes: the system gives none", "乱数を得られません"},
    {"cannot compute SHA-256", "SHA-256 を計算できません"},
    {"out of memory", "メモリーが足りません"},
    {"{}; did you mean {}?", "{0}。{1} ではありませんか"},  // behind those that say it otherwise
};

}  // namespace

std::span<const RefusalSentence> file_sentences() { return kFileSentences; }

}  // namespace daicho
