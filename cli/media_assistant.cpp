#include "cli/media_assistant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/media_options.hpp"
#include "cli/media_preview.hpp"
#include "cli/printable_text.hpp"
#include "cli/refusal_words.hpp"
#include "cli/report.hpp"
#include "cli/text_table.hpp"
#include "formats/error.hpp"
#include "jobs/ledger_link.hpp"
#include "jobs/slip.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostRuns = 20;
constexpr std::size_t kSampleItems = 16;
constexpr std::size_t kMostCopies = 9;

std::string_view job_name(std::string_view job) {
  if (job == "cs-update") return "本人確認情報の更新";
  if (job == "soufusaki") return "送付先情報";
  return job == "iten" ? "移転ファイル" : job;
}

/// `2026-11-20`
std::string day_text(std::string_view day) {
  return fmt::format("{}-{}-{}", day.substr(0, 4), day.substr(4, 2), day.substr(6, 2));
}

/// The newest runs first, those erased left out.
std::vector<RunRow> recent_runs(const fs::path& state) {
  std::vector<RunRow> rows;
  for (PublishedRun& run : published_runs(state)) {
    if (!run.erased) rows.push_back(std::move(run.row));
  }
  std::reverse(rows.begin(), rows.end());
  if (rows.size() > kMostRuns) rows.resize(kMostRuns);
  return rows;
}

/// Numbers of the media of each run.
std::map<std::string, std::string> media_of_runs(const fs::path& state) {
  std::map<std::string, std::string> numbers;
  if (!linked_ledger_stands(state)) return numbers;
  LedgerStore store = open_ledger_entries(state);
  const MediaRegister media(store);
  for (const MediumRecord& record : media.records()) {
    std::string& text = numbers[record.facts.delivery.run];
    text += (text.empty() ? "" : "、") + record.facts.delivery.number;
  }
  return numbers;
}

}  // namespace

MediaAssistant::MediaAssistant(fs::path state, std::string now, const Catalog& catalog, Dialogue& dialogue)
    : catalog_(catalog), dialogue_(dialogue) {
  request_.state = std::move(state);
  request_.now = std::move(now);
}

MediumRequest MediaAssistant::ask() {
  dialogue_.line("処理結果を電子記録媒体に書き出します。順にお尋ねします。");
  dialogue_.line("最後に「はい」と答えるまで、何も書きません。やめるときは、いつでも「やめる」と入力してください。");
  do {
    ask_run();
  } while (!ask_destination());
  ask_redo();
  ask_held_back();
  ask_recipients();
  ask_signer();
  ask_folders();
  ask_record();
  show();
  while (!dialogue_.ask_yes("この内容で書き込みますか")) {
    ask_again();
    show();
  }
  return request_;
}

void MediaAssistant::ask_again() {
  dialogue_.say("どこを直しますか。何も書かずに終わるときは「やめる」です。");
  const std::vector<std::string> places{"開ける人", "署名", "媒体", "承認者・目的・備考"};
  for (std::size_t index = 0; index < places.size(); ++index) {
    dialogue_.line(fmt::format("{:>4}  {}", index + 1, places[index]));
  }
  switch (dialogue_.ask_number("番号", places.size())) {
    case 0:
      request_.parties.recipients.clear();
      return ask_recipients();
    case 1:
      request_.parties.signer.reset();
      return ask_signer();
    case 2:
      request_.to.clear();
      return ask_folders();
    default:
      return ask_record();
  }
}

void MediaAssistant::ask_run() {
  const std::vector<RunRow> runs = recent_runs(request_.state);
  if (runs.empty()) throw RefusedError(fmt::format("{} has published no run", request_.state.string()));
  const auto media = media_of_runs(request_.state);
  dialogue_.heading("1／6　どの処理の結果を渡しますか");
  TextTable table({{"番号", Align::right},
                   {"処理", Align::left},
                   {"処理日", Align::left},
                   {"処理番号", Align::left},
                   {"媒体", Align::left}});
  for (std::size_t index = 0; index < runs.size(); ++index) {
    const auto number = media.find(runs[index].name());
    table.add({std::to_string(index + 1), std::string(job_name(runs[index].job)), day_text(runs[index].as_of),
               runs[index].name(), number == media.end() ? "まだ" : number->second});
  }
  dialogue_.line(table.text());
  request_.run = runs[dialogue_.ask_number("番号", runs.size())].name();
}

void MediaAssistant::look_up() {
  for (;;) {
    try {
      choice_ = choose_contents(request_);
      return;
    } catch (const NothingToHandOver&) {
      throw;
    } catch (const RefusedError& refusal) {
      dialogue_.line(fmt::format("処理結果のフォルダーを確かめられません（{}）。", reason_for_staff(refusal.what())));
      dialogue_.line("フォルダーを移した場合は、移した先を入力してください。");
      request_.out =
          dialogue_.ask("移した先のフォルダー", "", [](const std::string& given) -> std::optional<std::string> {
            std::error_code error;
            if (fs::is_directory(given, error)) return std::nullopt;
            return "そのフォルダーはありません。";
          });
    }
  }
}

bool MediaAssistant::ask_destination() {
  request_.destination.clear();
  try {
    look_up();
    return true;
  } catch (const NothingToHandOver&) {
    dialogue_.line("　→ この処理には、渡すファイルがありません。");
    return false;
  } catch (const UsageError&) {  // several destinations
  }
  const auto run = published_run(request_.state, request_.run);
  const fs::path folder = (request_.out.empty() ? fs::path(run->row.out_folder) : request_.out) / request_.run;
  std::string difference;
  const auto manifest = verify_run_folder(folder, run->row.manifest_sha256, difference);
  std::vector<std::string> names;
  std::vector<std::string> logs;  // last: they seldom travel
  std::set<std::string> known;
  for (const ManifestFile& file : manifest ? manifest->files : std::vector<ManifestFile>()) {
    if (file.kind != "data") continue;
    const bool is_log = file.destination.empty();
    const std::string& name = is_log ? file.layout : file.destination;
    if (known.insert(name).second) (is_log ? logs : names).push_back(name);
  }
  const std::size_t destinations = names.size();
  names.insert(names.end(), logs.begin(), logs.end());
  if (names.empty()) {
    dialogue_.line("　→ この処理には、渡すファイルがありません。");
    return false;
  }
  dialogue_.heading("どこに渡しますか（渡す先ごとに媒体を分けます）");
  for (std::size_t index = 0; index < names.size(); ++index) {
    const bool is_log = index >= destinations;
    dialogue_.line(fmt::format(
        "{:>4}  {}", index + 1,
        is_log ? fmt::format("（渡す先なし）{}", catalog_.layout(names[index])->name) : printable(names[index])));
  }
  request_.destination = names[dialogue_.ask_number("番号", names.size())];
  look_up();
  return true;
}

void MediaAssistant::ask_redo() {
  if (!linked_ledger_stands(request_.state)) return;
  LedgerStore store = open_ledger_entries(request_.state);
  const MediaRegister media(store);
  const MediumRecord* newest = media.newest_of(request_.run, choice_.selection.destination);
  if (newest == nullptr) return;
  dialogue_.say(fmt::format("この処理の媒体は、すでに {} に作られています（{}）。",
                            moment_text(newest->facts.delivery.made), newest->facts.delivery.number));
  dialogue_.line("なくしたときは、先に個人情報保護の担当へ報告してください。");
  if (!dialogue_.ask_yes("作り直しますか")) throw DialogueEnded{};
  request_.reason = ask_text("作り直す理由", kMostSentenceCharacters, false);
}

void MediaAssistant::ask_held_back() {
  if (choice_.held_back == 0) return;
  const ManifestCounts& counts = choice_.manifest.counts;
  dialogue_.heading("載らない人の確認");
  dialogue_.line(fmt::format("除外された人が {} 人、保留の人が {} 人います。この人たちは媒体に載りません。",
                             counts.rejected, counts.waiting));
  dialogue_.line(fmt::format("{} の rejects.csv と waiting.csv を確認してください。", choice_.folder.string()));
  const std::string expected = std::to_string(choice_.held_back);
  dialogue_.ask("確認した人数（合計）", "", [&](const std::string& given) -> std::optional<std::string> {
    if (half_width_digits(given) == expected) return std::nullopt;
    return "人数が合いません。一覧を確認してください。";
  });
  request_.acknowledged = choice_.held_back;
}

void MediaAssistant::ask_recipients() {
  dialogue_.heading("2／6　だれが開けますか（受け取る方の証明書）");
  std::vector<Certificate>& recipients = request_.parties.recipients;
  for (;;) {
    const std::string file = ask_file(
        recipients.empty() ? "証明書ファイル（*.pem）" : "次の証明書ファイル（なければ Enter）", !recipients.empty());
    if (file.empty()) return;
    std::optional<Certificate> certificate;
    try {
      certificate = Certificate::load(file);
    } catch (const std::runtime_error& error) {  // no certificate, or not to be read
      dialogue_.line(fmt::format("　→ 証明書として読めません（{}）。", reason_for_staff(error.what())));
      continue;
    }
    const CertificateFacts& facts = certificate->facts();
    dialogue_.line(fmt::format("　名前：{}\n　鍵　：{}（{} まで）\n　拇印：{}", facts.subject, facts.key,
                               facts.not_after, facts.fingerprint));
    if (const auto weakness = certificate->weakness_as_recipient()) {
      dialogue_.line(fmt::format("　→ この証明書は使えません（{}）。相手方に新しいものを頼んでください。",
                                 reason_for_staff(*weakness)));
      continue;
    }
    if (!dialogue_.ask_yes("拇印を、相手方と電話などで読み合わせましたか")) {
      dialogue_.line("　→ 読み合わせてから、もう一度指定してください。");
      continue;
    }
    recipients.push_back(std::move(*certificate));
  }
}

void MediaAssistant::ask_signer() {
  dialogue_.heading("3／6　市の署名を付けますか");
  if (!dialogue_.ask_yes("署名を付けますか（相手方に求められているときだけ「はい」）")) return;
  for (;;) {
    try {
      SealSigner signer{Certificate::load(ask_file("署名用の証明書ファイル", false)),
                        PrivateKey::load(ask_file("署名用の鍵ファイル", false),
                                         ask_file("鍵のパスフレーズを書いたファイル（なければ Enter）", true))};
      request_.parties.signer = std::move(signer);
      refuse_weak_parties(request_.parties);
      return;
    } catch (const std::runtime_error& error) {  // no certificate or key, not to be read, or too weak
      dialogue_.line(fmt::format("　→ 使えません（{}）。", reason_for_staff(error.what())));
    }
  }
}

void MediaAssistant::ask_folders() {
  dialogue_.heading("4／6　どの媒体に書きますか（空のもの）");
  request_.copies = static_cast<unsigned>(
      dialogue_.ask_number("同じものを何枚作りますか（正だけなら 1、正と副なら 2）", kMostCopies) + 1);
  MediumLimits limits;
  if (!choice_.selection.partial) limits.lists = fs::file_size(choice_.folder / kManifestName);
  const MediumPlan plan = plan_medium(choice_.selection.files, request_.parties, limits);
  for (unsigned copy = 1; copy <= request_.copies; ++copy) {
    dialogue_.ask(fmt::format("{}の媒体のフォルダー（例 /media/usb）", copy_name(copy, request_.copies)), "",
                  [&](const std::string& given) -> std::optional<std::string> {
                    std::error_code error;
                    if (!fs::is_directory(given, error)) return "そのフォルダーはありません。媒体が入っていますか。";
                    for (const fs::path& other : request_.to) {
                      if (fs::equivalent(other, given, error)) return "ほかの媒体と同じフォルダーです。";
                    }
                    const MediumFolder folder(given);
                    const MediumFolderContent content = folder.content();
                    const bool used = !content.others.empty() || !content.finals.empty();
                    if (used) return "空ではありません。空の媒体を入れてください。";
                    const std::uint64_t room = folder.free_bytes() + folder.part_bytes();
                    const std::uint64_t needed = needed_bytes(plan, folder);
                    if (room < needed) {
                      return fmt::format(
                          "空きが足りません（最大で {} バイト必要、空き {} バイト）。大きい媒体にするか、"
                          "情報システム担当に分割（media write --capacity）を頼んでください。",
                          grouped(needed), grouped(room));
                    }
                    request_.to.emplace_back(given);
                    return std::nullopt;
                  });
  }
}

void MediaAssistant::ask_record() {
  dialogue_.heading("5／6　記録と送付票に書くこと");
  request_.approved_by = ask_text("承認した責任者（職名と氏名）", kMostNameCharacters, false);
  request_.purpose = ask_text("渡す目的", kMostSentenceCharacters, false);
  request_.media_type = ask_text("媒体の種類（USBメモリ、DVD-R など。省くときは Enter）", kMostNameCharacters, true);
  request_.note = ask_text("備考（なければ Enter）", kMostSentenceCharacters, true);
}

void MediaAssistant::show_sample(const ManifestFile& file) {
  if (file.kind != "data") return;
  const auto lines = masked_first_record(choice_.folder / file.name, file, catalog_, kSampleItems);
  if (lines.empty()) return;
  dialogue_.say(fmt::format("一件目のレコード（{}。個人の情報は * で隠しています）", file.name));
  for (const std::string& item : lines) dialogue_.line("　" + item);
  if (lines.size() == kSampleItems) dialogue_.line("　（以下の項目は省略）");
}

void MediaAssistant::show() {
  dialogue_.heading("6／6　確認");
  TextTable table(
      {{"ファイル", Align::left}, {"レイアウト", Align::left}, {"件数", Align::right}, {"バイト数", Align::right}});
  for (const ManifestFile& file : choice_.selection.files) {
    const std::string layout = file.kind == "data" ? catalog_.layout(file.layout)->name : "外字の字形";
    table.add({file.name, layout, grouped(file.records), grouped(file.bytes)});
  }
  dialogue_.line(table.text());
  for (const ManifestFile& file : choice_.selection.files) show_sample(file);
  dialogue_.say(fmt::format("宛先　　：{}", choice_.selection.destination));
  for (const Certificate& recipient : request_.parties.recipients) {
    dialogue_.line(fmt::format("開ける人：{}\n　　拇印：{}", recipient.facts().subject, recipient.facts().fingerprint));
  }
  dialogue_.line(request_.parties.signer
                     ? fmt::format("署名　　：{}", request_.parties.signer->certificate.facts().subject)
                     : "署名　　：なし");
  for (std::size_t index = 0; index < request_.to.size(); ++index) {
    dialogue_.line(fmt::format("媒体　　：{}（{}）", request_.to[index].string(),
                               copy_name(static_cast<unsigned>(index) + 1, request_.copies)));
  }
  dialogue_.line(fmt::format("承認者　：{}\n目的　　：{}", request_.approved_by, request_.purpose));
  if (choice_.held_back > 0) dialogue_.line(fmt::format("載らない人：{} 人（確認済み）", choice_.held_back));
  const auto or_none = [](const std::string& text) { return text.empty() ? std::string("なし") : text; };
  dialogue_.line(fmt::format("媒体種別：{}\n備考　　：{}",
                             request_.media_type.empty() ? "電子記録媒体" : request_.media_type,
                             or_none(request_.note)));
  if (request_.reason) dialogue_.line(fmt::format("作直し　：{}", *request_.reason));
  dialogue_.line("");
}

std::string MediaAssistant::ask_text(std::string_view question, std::size_t most, bool empty_allowed) {
  return dialogue_.ask(question, "", [&](const std::string& given) -> std::optional<std::string> {
    try {
      check_record_text("answer", given, {most, empty_allowed});
      return std::nullopt;
    } catch (const UsageError&) {
      return given.empty() ? std::string("入力してください。")
                           : fmt::format("{} 文字までで、制御文字のない文にしてください。", most);
    }
  });
}

std::string MediaAssistant::ask_file(std::string_view question, bool empty_allowed) {
  return dialogue_.ask(question, "", [&](const std::string& given) -> std::optional<std::string> {
    std::error_code error;
    if ((given.empty() && empty_allowed) || fs::is_regular_file(given, error)) return std::nullopt;
    return given.empty() ? "入力してください。" : "その名前のファイルはありません。";
  });
}

std::string reason_for_staff(std::string_view reason) {
  return in_japanese(reason).value_or(fmt::format("次の文を情報システム担当に見せて、相談してください：{}", reason));
}

std::string note_for_staff(std::string_view sentence) {
  constexpr std::string_view kEntry = "ledger: entry ";
  if (sentence.starts_with(kEntry)) {
    const std::string_view number = sentence.substr(kEntry.size(), sentence.find(',') - kEntry.size());
    return fmt::format("台帳の {} 番に記録しました（{}）", number, sentence.substr(sentence.find(", ") + 2));
  }
  return in_japanese(sentence).value_or(fmt::format("次の文を情報システム担当に伝えてください：{}", sentence));
}

}  // namespace daicho
