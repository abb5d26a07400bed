// The slip as plain text.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "converters/utf8.hpp"
#include "jobs/slip_lines.hpp"

namespace daicho {
namespace {

constexpr std::size_t kLabelColumns = 22;

/// Lines of the text, ended as Windows ends them.
class Lines {
 public:
  void add(std::string_view text) {
    text_ += text;
    text_ += "\r\n";
  }
  void add(std::string_view label, std::string_view value) {
    const std::size_t width = display_width(label);
    add(fmt::format("{}{}{}", label, std::string(kLabelColumns - std::min(width, kLabelColumns - 1), ' '), value));
  }
  void title(std::string_view text) {
    add("");
    add(fmt::format("【{}】", text));
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void add_contents(Lines& text, const SlipLines& lines) {
  text.title(fmt::format("内容　合計 {} 件{}", lines.records, lines.of_all));
  for (const SlipFile& file : lines.files) {
    text.add(file.name);
    text.add("  レイアウト名・版", file.layout);
    if (!file.format.empty()) text.add("  形式", file.format);
    text.add("  件数", file.count);
    text.add("  バイト数", file.bytes);
    text.add("  SHA-256", file.sha256);
  }
  if (lines.more_files > 0)
    text.add(fmt::format("ほか {} ファイル（暗号化ファイルの中の SHA256SUMS のとおり）", lines.more_files));
  text.title("この媒体にある暗号化ファイル");
  for (const SlipVolume& volume : lines.volumes) {
    text.add(volume.name);
    text.add("  バイト数", volume.bytes);
    text.add("  SHA-256", volume.sha256);
  }
  if (lines.more_volumes > 0) {
    text.add(fmt::format("ほか {} ファイル。SHA256SUMS の SHA-256: {}", lines.more_volumes, lines.sums));
  }
}

void add_parties(Lines& text, const SlipLines& lines) {
  text.title("暗号化");
  text.add("暗号方式", lines.cipher);
  for (const SlipParty& party : lines.recipients) {
    text.add("宛先証明書", party.subject);
    text.add("  拇印（SHA-256）", party.fingerprint);
  }
  if (lines.more_recipients > 0) text.add("", fmt::format("ほか {} 件（台帳のとおり）", lines.more_recipients));
  text.add(lines.signer ? "署名者証明書" : "署名", lines.signer ? lines.signer->subject : "なし");
  if (lines.signer) text.add("  拇印（SHA-256）", lines.signer->fingerprint);
}

}  // namespace

std::string slip_text(const SlipSubject& subject) {
  const SlipLines lines = slip_lines(subject);
  Lines text;
  text.add("電子記録媒体送付票");
  text.add("");
  text.add("管理番号", lines.number);
  text.add("媒体通番", lines.serial);
  text.add("正副", lines.copy);
  for (const auto& [label, value] : lines.facts) text.add(label, value);
  add_contents(text, lines);
  add_parties(text, lines);
  text.title("授受の記録");
  for (const auto& [event, giver, taker] : {std::array{"引渡", "渡した者", "受けた者"},
                                            {"受領", "渡した者", "受けた者"},
                                            {"返却", "渡した者", "受けた者"},
                                            {"消去", "消去した者", "立会者"}}) {
    text.add(fmt::format(
        "{}  日時：　　年　　月　　日　　時　　分  {}：　　　　　　　　  {}：　　　　　　　　  方法：　　　　　　",
        event, giver, taker));
  }
  text.title("備考");
  text.add(lines.note);
  text.title("開き方");
  std::size_t number = 0;
  for (const SlipStep& step : lines.steps) {
    text.add(fmt::format("{}. {}", ++number, step.text));
    if (!step.command.empty()) text.add("     " + step.command);
  }
  return text.take();
}

}  // namespace daicho
