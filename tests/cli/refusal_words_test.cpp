#include "cli/refusal_words.hpp"

#include <doctest/doctest.h>

namespace daicho {

TEST_CASE("what refuses a medium is told in Japanese, with what it names") {
  CHECK(in_japanese("a medium of cs-update_20261120000000_001 exists already: M20261120-001, made 20261120103000; "
                    "--redo --reason TEXT makes another") ==
        "cs-update_20261120000000_001 の媒体はすでにあります（M20261120-001、作成 20261120103000）。"
        "作り直すには --redo --reason 理由 を付けます");
  CHECK(in_japanese("r_001 holds back 2 people (2 rejected, 0 waiting); look at rejects.csv and waiting.csv, then say "
                    "--acknowledge-rejects 2") ==
        "r_001 には載らない人がいます（除外 2 人、保留 0 人）。rejects.csv と waiting.csv を確認し、"
        "--acknowledge-rejects 2 を付けてください");
  CHECK(in_japanese("3 media of 1000000 bytes a copy, 2 copies: --to must name 6 empty folders, not 1") ==
        "1 組に必要な媒体は 1000000 バイトのもの 3 枚 で、2 組です。空のフォルダーを --to で 6 "
        "個指定してください（指定は "
        "1 個）");
}

TEST_CASE("a reason inside a refusal is told in Japanese, too, and several stand apart") {
  CHECK(in_japanese("/out/r_001 is not as it was published: data.dat is missing") ==
        "/out/r_001 は公表したときのままではありません（data.dat がありません）");
  CHECK(in_japanese("a.pem: it expired on 2021-01-01") == "a.pem：2021-01-01 に有効期限が切れています");
  CHECK(in_japanese("a.pem: its key is too weak (RSA 1024); at least RSA 2048; b.pem: it expired on 2021-01-01") ==
        "a.pem：鍵が弱すぎます（RSA 1024）。RSA 2048 以上が必要です。b.pem：2021-01-01 に有効期限が切れています");
  CHECK(in_japanese("cannot write /media/a/x.part: No space left on device") ==
        "/media/a/x.part に書き込めません（空きがありません）");
}

TEST_CASE("what refuses a file or a command line is told in Japanese, with the reasons in it") {
  CHECK(
      in_japanese("a.dat: the format cannot be told from the bytes: no format fits layout kengen: the first line has 7 "
                  "bytes; a record has 42 bytes in cp932, 42 in utf-8 and 84 in utf-16, without its line end; and the "
                  "first line names no items of the layout as CSV; shift_jis-2004, euc-jis-2004 and juki are never "
                  "guessed; name it with --from") ==
      "a.dat：バイト列から形式を決められません。レイアウト kengen に合う形式がありません。1行目は 7 バイトですが、"
      "レコードの長さは（改行を除き）cp932 で 42 バイト、utf-8 で 42 バイト、utf-16 で 84 バイトです。"
      "CSV として見ると、1行目にはレイアウトの項目名がありません。shift_jis-2004・euc-jis-2004・juki は推定しません。"
      "正しい形式を --from で指定してください");
  CHECK(in_japanese("the gzip data ends early after 352 bytes") ==
        "gzip のデータが 352 バイトで途切れています");
  CHECK(in_japanese("--report takes text, json, sarif or html, not 'x'") ==
        "--report に指定できるのは text, json, sarif, html です（指定は 'x'）");
  CHECK(in_japanese("layout juki has no item 'x'; `daicho layout show juki` lists its items") ==
        "レイアウト juki に項目 'x' はありません。`daicho layout show juki` で項目を表示します");
  CHECK(in_japanese("no layout 'jukii'; did you mean 'juki'?") ==
        "レイアウト 'jukii' はありません。'juki' ではありませんか");
  CHECK(in_japanese("there is no state in s; --initial begins one") ==
        "s に状態フォルダーがありません。初めてのときは --initial を付けます");
}

TEST_CASE("a sentence that is not known stays as it is, and is none in Japanese") {
  CHECK_FALSE(in_japanese(""));
  CHECK_FALSE(in_japanese("nobody wrote this"));
  CHECK(sentence_in(Language::ja, "nobody wrote this") == "nobody wrote this");
  CHECK(sentence_in(Language::en, "there is no ledger in state") == "there is no ledger in state");
  CHECK(sentence_in(Language::ja, "there is no ledger in state") == "state に台帳がありません");
}

}  // namespace daicho
