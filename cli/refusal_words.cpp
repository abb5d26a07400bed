#include "cli/refusal_words.hpp"

#include <vector>

#include "cli/refusal_sentences.hpp"

namespace daicho {
namespace {

constexpr RefusalSentence kSentences[] = {
    // media write
    {"{} a copy, {} copy: --to must name {} empty {}, not {}",
     "1 組に必要な媒体は {0} です。空のフォルダーを --to で {2} 個指定してください（指定は {4} 個）"},
    {"{} a copy, {} copies: --to must name {} empty {}, not {}",
     "1 組に必要な媒体は {0} で、{1} 組です。空のフォルダーを --to で {2} 個指定してください（指定は {4} 個）"},
    {"{} media of {} bytes", "{1} バイトのもの {0} 枚"},
    {"1 medium", "1 枚"},
    {"{} holds nobody back: --acknowledge-rejects {} is about another",
     "{0} には載らない人がいません。--acknowledge-rejects {1} は別の処理のものです"},
    {"{} holds back {} ({} rejected, {} waiting); look at rejects.csv and waiting.csv, then say --acknowledge-rejects "
     "{}",
     "{0} には載らない人がいます（除外 {2} 人、保留 {3} 人）。rejects.csv と waiting.csv を確認し、"
     "--acknowledge-rejects {4} を付けてください"},
    {"{}; --redo --reason TEXT makes another, in an empty folder",
     "{0}。作り直すには、空のフォルダーに --redo --reason 理由 を付けて書きます"},
    {"{} is damaged: {} is not as recorded", "{0} は壊れています（{1} が記録と違います）"},
    {"a medium of {} exists already: {}, made {}; --redo --reason TEXT makes another",
     "{0} の媒体はすでにあります（{1}、作成 {2}）。作り直すには --redo --reason 理由 を付けます"},
    {"no medium of {} exists; --redo is for one that is lost or damaged",
     "{0} の媒体はまだありません。--redo は、なくした媒体や壊れた媒体を作り直すときに付けます"},
    {"{} holds other things ({}); a medium begins empty", "{0} は空ではありません（{1}）。空の媒体に書きます"},
    {"{} and {} more", "{0} ほか {1} 件"},
    {"{} holds {}, which is on record and not finished: the `daicho media write --run {} --destination '{}'` that "
     "began "
     "it finishes it; take another medium",
     "{0} には、記録済みで書き終えていない {1} があります。始めたときの `daicho media write --run {2} --destination "
     "'{3}'` で仕上げ、今回は別の媒体を使ってください"},
    {"{} knows no published run {}", "{0} に、公表した処理 {1} はありません"},
    {"{} has published no run", "{0} には、公表した処理がありません"},
    {"{} was erased", "{0} は消去済みです"},
    {"{} is not there; --out says where the run folder stands now",
     "{0} がありません。移した先を --out で指定してください"},
    {"{} is not as it was published: {}", "{0} は公表したときのままではありません（{1}）"},
    {"{} is missing or another one", "{0} がないか、別のものです"},
    {"{} is missing", "{0} がありません"},
    {"{} is no file", "{0} はファイルではありません"},
    {"{} is not as its manifest says", "{0} が目録と違います"},
    {"{} does not belong there", "{0} はそこにあるはずのないものです"},
    {"it is no folder", "フォルダーではありません"},
    {"{} holds no state", "{0} に状態フォルダーがありません"},
    {"another medium is being written from this state folder", "この状態フォルダーから、別の媒体を書き込み中です"},
    {"all 999 numbers of media of {} are taken", "{0} の管理番号 999 個を使い切りました"},
    {"the files are too many for a volume", "ファイルが多すぎて、一つの巻に入りません"},
    {"a medium of {} bytes holds nothing: at least {} are needed",
     "{0} バイトの媒体には何も入りません。少なくとも {1} バイト必要です"},
    {"more than {} volumes would be needed", "{0} 巻を超えます"},
    {"{} is too large for media this small", "{0} は、この大きさの媒体には入りません"},
    {"the run {} has no data file to hand over", "処理 {0} には、渡すファイルがありません"},
    {"{} has {} bytes free, and up to {} are needed; --capacity divides over several media",
     "{0} の空きは {1} バイトですが、最大で {2} バイト必要です。--capacity で複数の媒体に分けられます"},
    {"{} has {} bytes free, and up to {} are needed; take a medium that holds more",
     "{0} の空きは {1} バイトですが、最大で {2} バイト必要です。もっと大きい媒体を使ってください"},
    {"--{}: {} lies in the future", "--{0}：{1} はまだ来ていない日時です"},
    {"{}: the medium was taken out", "{0}：媒体が抜かれました"},
    {"the medium {} is complete; only its slips in {} are missing: {}",
     "媒体 {0} はできあがっています。{1} の送付票だけがありません（{2}）"},
    {"finished the interrupted medium {}", "途中で止まっていた媒体 {0} を仕上げました"},
    {"the medium {} is complete: nothing was left to do", "媒体 {0} はできあがっています。することはありません"},
    {"{}: removed 1 unfinished file of an interrupted writing", "{0}：中断した書き込みの書きかけ 1 個を片付けました"},
    {"{}: removed {} unfinished files of an interrupted writing",
     "{0}：中断した書き込みの書きかけ {1} 個を片付けました"},
    {"{} and {} are the same folder", "{0} と {1} は同じフォルダーです"},
    {"{} and {} are the same certificate", "{0} と {1} は同じ証明書です"},
    {"{} is no folder", "{0} はフォルダーではありません"},
    {"--to {}: no such folder", "--to {0}：そのフォルダーはありません"},
    // certificates
    {"its key is too weak ({}); at least {}", "鍵が弱すぎます（{0}）。{1} 以上が必要です"},
    {"its key is of a kind that is not used here ({}); RSA or EC", "使えない種類の鍵です（{0}）。RSA か EC にします"},
    {"its curve is not one of those used here ({}); {}, by name", "使えない曲線の鍵です（{0}）。{1} にします"},
    {"it is signed with {}, which can be forged", "偽造できる署名方式（{0}）の証明書です"},
    {"its dates cannot be read", "有効期間を読み取れません"},
    {"it is not valid before {}", "有効になるのは {0} からです"},
    {"it expired on {}", "{0} に有効期限が切れています"},
    {"its key may not encipher keys (keyEncipherment)", "暗号化に使えない証明書です（keyEncipherment がありません）"},
    {"its key may not agree on keys (keyAgreement)", "暗号化に使えない証明書です（keyAgreement がありません）"},
    {"its key may not sign (digitalSignature)", "署名に使えない証明書です（digitalSignature がありません）"},
    {"its signature is unknown", "署名方式が分かりません"},
    {"the signing key is not its key", "署名用の鍵がこの証明書のものではありません"},
    {"{} holds no certificate in PEM form: {}", "{0} は PEM 形式の証明書ではありません（{1}）"},
    {"{} holds no certificate in PEM form", "{0} は PEM 形式の証明書ではありません"},
    {"{} holds no private key in PEM form", "{0} は PEM 形式の秘密鍵ではありません"},
    {"{} is protected, and no passphrase was given (--key-passphrase FILE)",
     "{0} はパスフレーズで守られています。パスフレーズを書いたファイルが必要です"},
    {"{} is protected, and the passphrase does not open it", "{0} のパスフレーズが違います"},
    {"{} is too large to be a certificate or key", "{0} は、証明書や鍵にしては大きすぎます"},
    // media close
    {"the ledger knows no medium {}", "台帳に媒体 {0} はありません"},
    {"{} has {} copies; name one with --copy", "{0} は {1} 組あります。--copy で指定してください"},
    {"{} has no copy {}", "{0} に {1} 組目はありません"},
    {"{}: '{}' cannot follow on '{}' ({}, {}); next may be: {}",
     "{0}：'{2}'（{3}、{4}）の次に '{1}' は記録できません。次に記録できるもの：{5}"},
    {"{}: {} lies before '{}' of {}", "{0}：{1} は '{2}'（{3}）より前です"},
    {"{}: {} lies in the future", "{0}：{1} はまだ来ていない日時です"},
    {"{}: '{}' stands in the ledger already", "{0}：'{1}' はすでに記録されています"},
    {"{} stands in the ledger already, as entry {}", "{0} はすでに台帳の {1} 番に記録されています"},
    // the ledger
    {"a ledger begins in {}. Its initial key, shown only now, belongs on paper into the safe: {}",
     "{0} に台帳を作りました。最初の鍵は今しか表示しません。紙に書き写し、金庫に保管してください：{1}"},
    {"the ledger of the state folder {} is missing: put {} and {} back from a copy, or begin another with `daicho "
     "ledger "
     "begin`",
     "状態フォルダー {0} の台帳がありません。{1} と {2} を控えから戻すか、`daicho ledger begin` で新しく始めます"},
    {"the ledger of the state folder {} is missing: {}",
     "状態フォルダー {0} の台帳がありません。控えから戻すか、`daicho ledger begin` で新しく始めます"},
    {"the ledger in {} is not that of this state: it is {}, the state's is {}",
     "{0} の台帳は、この状態フォルダーのものではありません（台帳は {1}、状態フォルダーのものは {2}）"},
    {"the ledger in {} is not that of this state: the state's is {}",
     "{0} の台帳は、この状態フォルダーのもの（{1}）ではありません"},
    {"the ledger in {} is not that of this state: {}", "{0} の台帳は、この状態フォルダーのものではありません（{1}）"},
    {"there is no ledger in {}", "{0} に台帳がありません"},
    {"nothing can be written to the ledger in {}: {}; `daicho ledger verify` tells more",
     "{0} の台帳に記録できません（{1}）。詳しくは `daicho ledger verify` で調べます"},
    {"another process does not let go of the ledger in {}", "{0} の台帳を別の処理が使い続けています"},
    {"another run is using the state folder {}", "状態フォルダー {0} は、ほかの処理が使っています"},
    {"the ledger in {} has no entry {}", "{0} の台帳に {1} の記録はありません"},
    {"there is no state in {}; --initial begins one",
     "{0} に状態フォルダーがありません。初めてのときは --initial を付けます"},
    {"there is no state in {}", "{0} に状態フォルダーがありません"},
    {"this refusal could not be recorded: {}", "断ったことを記録できませんでした（{0}）"},
    // input that breaks off
    {"the {} data ends early after {} bytes", "{0} のデータが {1} バイトで途切れています"},
    {"the {} data is damaged: {} after {} bytes", "{0} のデータが {2} バイトの先で壊れています（{1}）"},
    {"the header row names no item of the layout", "見出し行に、レイアウトの項目が一つもありません"},
    // the system
    {"cannot make folder {}: {}", "フォルダー {0} を作れません（{1}）"},
    {"cannot open folder {}: {}", "フォルダー {0} を開けません（{1}）"},
    {"cannot sync folder {}: {}", "フォルダー {0} への書き込みを終えられません（{1}）"},
    {"cannot look at {}: {}", "{0} を調べられません（{1}）"},
    {"cannot look into {}: {}", "{0} の中を調べられません（{1}）"},
    {"cannot read back {}: {}", "{0} を読み返せません（{1}）"},
    {"cannot read {}: {}", "{0} を読めません（{1}）"},
    {"cannot open {}: {}", "{0} を開けません（{1}）"},
    {"cannot write to {}: {}", "{0} に書き込めません（{1}）"},
    {"cannot write {}: {}", "{0} に書き込めません（{1}）"},
    {"cannot make {}: {}", "{0} を作れません（{1}）"},
    {"cannot create {}: {}", "{0} を作れません（{1}）"},
    {"cannot overwrite {}: {}", "{0} を置き換えられません（{1}）"},
    {"cannot replace {}: {}", "{0} を置き換えられません（{1}）"},
    {"cannot remove {}: {}", "{0} を消せません（{1}）"},
    {"cannot publish {}: {}", "{0} を公表できません（{1}）"},
    {"cannot keep {}: {}", "{0} を残せません（{1}）"},
    {"cannot lock {}: {}", "{0} を占有できません（{1}）"},
    {"cannot close {}: {}", "{0} への書き込みを終えられません（{1}）"},
    {"cannot sync {}: {}", "{0} への書き込みを終えられません（{1}）"},
    {"cannot {} {}: {}", "{1} を扱えません（{2}）"},
    {"standard output", "標準出力"},
    {"standard input", "標準入力"},
    {"No such file or directory", "ありません"},
    {"Permission denied", "権限がありません"},
    {"No space left on device", "空きがありません"},
    {"Input/output error", "媒体を読み書きできません"},
    {"Read-only file system", "書き込みが禁止されています"},
    {"No medium found", "媒体が入っていません"},
    {"File exists", "同じ名前のものがあります"},
    {"Is a directory", "フォルダーです"},
    {"Not a directory", "フォルダーではありません"},
};

constexpr int kDeepest = 3;

/// The texts for which the `{}` of a pattern stand; nothing where the sentence is another one.
std::optional<std::vector<std::string_view>> texts_in(std::string_view sentence, std::string_view pattern) {
  std::vector<std::string_view> texts;
  for (;;) {
    const std::size_t hole = pattern.find("{}");
    const std::string_view before = pattern.substr(0, hole);
    if (!sentence.starts_with(before)) return std::nullopt;
    sentence.remove_prefix(before.size());
    if (hole == std::string_view::npos) return sentence.empty() ? std::optional(texts) : std::nullopt;
    pattern.remove_prefix(hole + 2);
    const std::string_view next = pattern.substr(0, pattern.find("{}"));
    const std::size_t end = pattern.empty() ? sentence.size()
                            : next.size() == pattern.size()
                                ? (sentence.ends_with(next) ? sentence.size() - next.size() : std::string_view::npos)
                                : sentence.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    texts.push_back(sentence.substr(0, end));
    sentence.remove_prefix(end);
  }
}

std::optional<std::string> translated(std::string_view sentence, int depth);

std::string told(const RefusalSentence& known, const std::vector<std::string_view>& texts, int depth) {
  std::string ja;
  for (std::size_t at = 0; at < known.ja.size(); ++at) {
    const bool hole = at + 2 < known.ja.size() && known.ja[at] == '{' && known.ja[at + 2] == '}';
    if (!hole) {
      ja += known.ja[at];
      continue;
    }
    const std::string_view text = texts.at(static_cast<std::size_t>(known.ja[at + 1] - '0'));
    ja += translated(text, depth + 1).value_or(std::string(text));
    at += 2;
  }
  return ja;
}

/// Several reasons in one sentence.
std::optional<std::string> translated_apart(std::string_view sentence, std::string_view separator,
                                            std::string_view joint, int depth) {
  for (std::size_t at = sentence.find(separator); at != std::string_view::npos; at = sentence.find(separator, at + 1)) {
    const auto left = translated(sentence.substr(0, at), depth + 1);
    const auto right = left ? translated(sentence.substr(at + separator.size()), depth + 1) : std::nullopt;
    if (right) return *left + std::string(joint) + *right;
  }
  return std::nullopt;
}

std::optional<std::string> translated(std::string_view sentence, int depth) {
  if (depth > kDeepest) return std::nullopt;
  for (const auto sentences :
       {option_sentences(), file_sentences(), std::span<const RefusalSentence>(kSentences), ledger_fault_sentences()}) {
    for (const RefusalSentence& known : sentences) {
      if (const auto texts = texts_in(sentence, known.en)) return told(known, *texts, depth);
    }
  }
  if (auto apart = translated_apart(sentence, "; ", "。", depth)) return apart;
  const std::size_t colon = sentence.find(": ");  // the file that a reason is about
  if (colon == std::string_view::npos || depth == kDeepest) return std::nullopt;
  const auto reason = translated(sentence.substr(colon + 2), depth + 1);
  if (!reason) return std::nullopt;
  return std::string(sentence.substr(0, colon)) + "：" + *reason;
}

}  // namespace

std::optional<std::string> in_japanese(std::string_view sentence) { return translated(sentence, 0); }

std::string sentence_in(Language language, const std::string& sentence) {
  if (language != Language::ja) return sentence;
  return in_japanese(sentence).value_or(sentence);
}

}  // namespace daicho
