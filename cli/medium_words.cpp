#include "cli/medium_words.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "cli/printable_text.hpp"
#include "cli/report.hpp"

namespace daicho {
namespace {

/// `{0}` is the file, `{1}` the detail; of two numbers in it `{1}` is the first and `{2}` the second.
struct TwoTexts {
  std::string_view ja;
  std::string_view en;
};

TwoTexts texts_of(MediumFault what) {
  switch (what) {
    case MediumFault::no_sums:
      return {"{0}: 一覧がないか、形式が違います", "{0}: the list is missing or not of its form"};
    case MediumFault::volume_missing:
      return {"{0}: 一覧にありますが、媒体にありません", "{0}: listed, but not on the medium"};
    case MediumFault::volume_unlisted:
      return {"{0}: 媒体にありますが、一覧にありません", "{0}: on the medium, but not listed"};
    case MediumFault::volume_too_large:
      return {"{0}: 大きすぎます（{1} バイト）", "{0}: too large ({1} bytes)"};
    case MediumFault::volume_swapped:
      return {"{0}: 中身が {1} のものです（取り違え）", "{0}: holds the bytes of {1} (swapped)"};
    case MediumFault::volume_cut:
      return {"{0}: 途中で切れています（{1} バイト）", "{0}: cut off ({1} bytes)"};
    case MediumFault::volume_altered:
      return {"{0}: 内容が書き換わっています（SHA-256 が一覧と違います）",
              "{0}: altered: its SHA-256 is not the one listed"};
    case MediumFault::not_a_volume:
      return {"{0}: 一覧にありますが、媒体のファイルではありません", "{0}: listed, but no file of a medium"};
    case MediumFault::mixed_media:
      return {"{0}: {1} と同じ送付のものではないか、重複しています", "{0}: not of the same delivery as {1}, or twice"};
    case MediumFault::volumes_absent:
      return {"{0}: 次の巻がありません：{1}（媒体が複数あるときは、すべてのフォルダーを指定します）",
              "{0}: volumes are absent: {1} (where there are several media, name all their folders)"};
    case MediumFault::not_a_seal:
      return {"{0}: 暗号化ファイルとして読めません", "{0}: no sealed file"};
    case MediumFault::not_for_us:
      return {"{0}: この証明書あてに暗号化されていません", "{0}: not sealed for this certificate"};
    case MediumFault::seal_altered:
      return {"{0}: 復号できません。鍵が違うか、暗号化した後に書き換えられています",
              "{0}: does not open: another key, or altered after it was sealed"};
    case MediumFault::not_signed:
      return {"{0}: 署名がありません", "{0}: not signed"};
    case MediumFault::bad_signature:
      return {"{0}: 署名が内容と合いません", "{0}: the signature does not fit the content"};
    case MediumFault::unknown_signer:
      return {"{0}: 署名者「{1}」は、指定の認証局が認めた者ではありません",
              "{0}: the signer '{1}' is not one of the given authority"};
    case MediumFault::bad_archive:
      return {"{0}: 中の書庫が正しくありません（{1}）", "{0}: its archive is not right: {1}"};
    case MediumFault::no_contents:
      return {"{0}: medium.json がないか、知らない版です", "{0}: medium.json is missing or of an unknown version"};
    case MediumFault::other_delivery:
      return {"{0}: ほかの巻と違う送付（{1}）のものです", "{0}: of another delivery ({1}) than the other volumes"};
    case MediumFault::wrong_volume:
      return {"{0}: 中身は {1} です（取り違え）", "{0}: its content is that of {1} (swapped)"};
    case MediumFault::member_unlisted:
      return {"{0}: 予定にないファイル {1} が入っています", "{0}: holds {1}, which is not listed"};
    case MediumFault::piece_missing:
      return {"{0}: {1} が入っていません", "{0}: {1} is missing"};
    case MediumFault::piece_altered:
      return {"{0}: {1} のハッシュ値が合いません", "{0}: {1} is not as listed"};
    case MediumFault::file_incomplete:
      return {"{0}: そろっていません（{1} バイト）", "{0}: not complete ({1} bytes)"};
    case MediumFault::file_altered:
      return {"{0}: ハッシュ値が合いません", "{0}: its SHA-256 is not the one listed"};
    case MediumFault::manifest_altered:
      return {"{0}: manifest.json が元のものではありません", "{0}: manifest.json is not the run's"};
    case MediumFault::wrong_count:
      return {"{0}: 件数が合いません（実際は {1} 件、送付票は {2} 件）", "{0}: {1} records, where {2} were said"};
    case MediumFault::layout_unknown:
      return {"{0}: レイアウト {1} を知らないので、内容を検査できません",
              "{0}: the layout {1} is not known here, so its records were not checked"};
    case MediumFault::layout_errors:
      return {"{0}: レコードの検査でエラー {1} 件。詳しくは取り出した後に daicho validate で",
              "{0}: {1} errors in its records; daicho validate tells more of the extracted file"};
  }
  return {};
}

TwoTexts texts_of(MediumNote what) {
  switch (what) {
    case MediumNote::recipients:
      return {"{0}: 宛先 {1}", "{0}: sealed for {1}"};
    case MediumNote::signed_by:
      return {"{0}: 復号しました。署名者 {1}（認証局で確認）", "{0}: opened; signed by {1}, of the given authority"};
    case MediumNote::signer_open:
      return {"{0}: 復号しました。署名者 {1}（--ca がないので未確認）",
              "{0}: opened; signed by {1}, who is not verified without --ca"};
    case MediumNote::unsigned_seal:
      return {"{0}: 復号しました。署名なし", "{0}: opened; not signed"};
    case MediumNote::foreign_file:
      return {"{0}: 媒体のファイルではありません（見ていません）", "{0}: no file of a medium; not looked at"};
    case MediumNote::volume_whole:
      return {"{0}: 一覧のとおり（{1} バイト）", "{0}: as listed ({1} bytes)"};
    case MediumNote::file_whole:
      return {"{0}: そろっています（{1} 件、{2} バイト）", "{0}: whole ({1} records, {2} bytes)"};
    case MediumNote::warnings:
      return {"{0}: レコードの検査で警告 {1} 件", "{0}: {1} warnings in its records"};
    case MediumNote::extracted:
      return {"{0}: 取り出しました：{1}", "{0}: extracted to {1}"};
  }
  return {};
}

/// `1 file`, `2 files`
std::string counted(std::uint64_t count, std::string_view what) {
  return fmt::format("{} {}{}", grouped(count), what, count == 1 ? "" : "s");
}

template <typename What>
std::string sentence_of(What what, const std::string& file, const std::string& detail, Language language) {
  const TwoTexts texts = texts_of(what);
  const std::string_view text = language == Language::ja ? texts.ja : texts.en;
  const std::size_t space = text.find("{2}") != std::string_view::npos ? detail.find(' ') : std::string::npos;
  const std::string second = space != std::string::npos ? detail.substr(space + 1) : std::string();
  // Names come from a medium: what a terminal would act on is not sent there.
  return fmt::format(fmt::runtime(text), printable(file), printable(detail.substr(0, space)), printable(second));
}

}  // namespace

std::string medium_sentence(MediumFault what, const std::string& file, const std::string& detail, Language language) {
  return sentence_of(what, file, detail, language);
}

std::string medium_sentence(MediumNote what, const std::string& file, const std::string& detail, Language language) {
  return sentence_of(what, file, detail, language);
}

std::string medium_verdict(const MediumVerdict& verdict, Language language) {
  const bool ja = language == Language::ja;
  const MediumVerifyResult& result = verdict.result;
  if (verdict.faults > 0) {
    return ja ? fmt::format("判定：不可。誤り {} 件", verdict.faults)
              : fmt::format("verdict: bad, {}", counted(verdict.faults, "fault"));
  }
  if (!result.opened) {
    return ja ? fmt::format("判定：良。{} 巻は一覧のとおり。鍵がないので中は見ていません", result.volumes)
              : fmt::format("verdict: good, {} as listed; not opened, for want of a key",
                            counted(result.volumes, "volume"));
  }
  std::string text = ja ? fmt::format("判定：良。{} 巻、{} ファイル、{} 件がそろい、内容も正しい", result.volumes,
                                      result.files, grouped(result.records))
                        : fmt::format("verdict: good, {}, {}, {}, whole and valid", counted(result.volumes, "volume"),
                                      counted(result.files, "file"), counted(result.records, "record"));
  if (verdict.signer_open) text += ja ? "。署名者は未確認" : "; the signer is not verified";
  if (verdict.is_unsigned) text += ja ? "。署名なし" : "; not signed";
  return text;
}

}  // namespace daicho
