#include "jobs/slip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "converters/date.hpp"
#include "converters/utf8.hpp"
#include "formats/html.hpp"
#include "jobs/slip_lines.hpp"

namespace daicho {
namespace {

constexpr std::array<std::string_view, 5> kEraNames{"明治", "大正", "昭和", "平成", "令和"};

std::string layout_text(const SlipSubject& subject, const ManifestFile& file) {
  if (file.kind == "glyphs") return "外字の字形（BDF）";
  const auto name = subject.layout_names.find(file.layout);
  return name == subject.layout_names.end()
             ? fmt::format("{} {}版", file.layout, file.layout_version)
             : fmt::format("{}（{}）{}版", name->second, file.layout, file.layout_version);
}

SlipParty party_of(const MediumParty& recipient) {
  return {fmt::format("{}（{}）", recipient.subject, recipient.key), in_groups(recipient.fingerprint)};
}

/// How the content's key is wrapped, each way once.
std::string wraps_of(const MediumFacts& facts) {
  std::vector<std::string> ways;
  for (const MediumParty& recipient : facts.recipients) {
    if (std::find(ways.begin(), ways.end(), recipient.key_wrap) == ways.end()) ways.push_back(recipient.key_wrap);
  }
  std::string text;
  for (const std::string& way : ways) text += (text.empty() ? "" : "／") + way;
  return text;
}

/// Lines that a text takes in a cell over the width of the sheet.
std::size_t lines_of(std::string_view text) {
  constexpr std::size_t kColumns = 96;
  return 1 + display_width(text) / kColumns;
}

std::size_t lines_of(const SlipParty& party) { return lines_of(party.subject) + 1; }

/// Recipients while there is room; two stand there always.
void add_recipients(SlipLines& lines, const std::vector<MediumParty>& recipients) {
  for (const MediumParty& recipient : recipients) {
    SlipParty party = party_of(recipient);
    const bool last = lines.recipients.size() + 1 == recipients.size();
    const std::size_t needed = lines_of(party) + (last ? 0 : 1);  // else one line says how many there are
    if (lines.recipients.size() >= 2 && lines.count + needed > kMostSlipLines) break;
    lines.count += lines_of(party);
    lines.recipients.push_back(std::move(party));
  }
  lines.more_recipients = recipients.size() - lines.recipients.size();
  lines.count += lines.more_recipients > 0 ? 1 : 0;
}

/// How a medium is opened with stock tools, in an empty folder: the lists of medium and content have one name.
std::vector<SlipStep> steps_of(const SlipSubject& subject, const std::string& volume) {
  const MediumFacts& facts = subject.facts;
  const bool several = facts.volumes.size() > 1;
  std::vector<SlipStep> steps;
  if (facts.media > 1) {
    steps.push_back(
        {fmt::format("全{}枚の媒体がそろってから開く（1枚でも欠けると、元のファイルに戻せない）", facts.media), {}});
  }
  steps.push_back({"媒体のフォルダーで、書かれたとおりかを確かめる", "sha256sum -c SHA256SUMS"});
  steps.push_back(
      {several ? "空のフォルダーに移り、暗号化ファイルを一つずつ復号する" : "空のフォルダーに移り、復号する",
       fmt::format("openssl cms -decrypt -inform DER -in 媒体/{} -inkey 鍵.pem -recip 証明書.pem -out content",
                   volume)});
  if (facts.signer) {
    steps.push_back(
        {"署名を確かめる", "openssl cms -verify -inform DER -in content -CAfile 認証局.pem -out content.tar"});
  }
  steps.push_back({"展開する", facts.signer ? "tar xf content.tar" : "tar xf content"});
  if (several) {
    steps.push_back({"名前の末尾が .001、.002… に分かれたファイルは、すべて展開してからつなぐ",
                     facts.volumes.size() < 100 ? "cat 名前.0* > 名前" : "cat 名前.[0-9]* > 名前"});
  }
  steps.push_back({"中のファイルを確かめる", "sha256sum -c SHA256SUMS"});
  return steps;
}

}  // namespace

std::string moment_text(std::string_view moment) {
  const std::string day(moment.substr(0, 8));
  const std::string clock = fmt::format("{}時{}分", moment.substr(8, 2), moment.substr(10, 2));
  PartialDate date;
  date.year = std::stoi(day.substr(0, 4));
  date.month = std::stoi(day.substr(4, 2));
  date.day = std::stoi(day.substr(6, 2));
  const std::string text = fmt::format("{}月{}日 {}", date.month, date.day, clock);
  const int era = era_of(date);
  if (era == 0) return fmt::format("{}年{}", date.year, text);
  const int year = std::stoi(format_era_date(date).substr(1, 2));
  return fmt::format("{}{}年{}（{}年）", kEraNames[static_cast<std::size_t>(era) - 1],
                     year == 1 ? "元" : std::to_string(year), text, date.year);
}

std::string in_groups(const std::string& hex) {
  std::string text;
  for (std::size_t at = 0; at < hex.size(); at += 8) text += (at == 0 ? "" : " ") + hex.substr(at, 8);
  return text;
}

std::string grouped_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

SlipLines slip_lines(const SlipSubject& subject) {
  const MediumFacts& facts = subject.facts;
  const MediumDelivery& delivery = facts.delivery;
  SlipLines lines;
  lines.number = delivery.number;
  lines.serial = fmt::format("{}／{}", subject.medium, facts.media);
  lines.copy = copy_name(subject.copy, facts.copies);
  lines.facts = {{"提供元（団体コード）", delivery.municipality},
                 {"宛先", delivery.destination},
                 {"媒体種別", facts.media_type.empty() ? "電子記録媒体" : facts.media_type},
                 {"作成日時", moment_text(delivery.made)},
                 {"作成者", facts.made_by},
                 {"承認者", facts.approved_by},
                 {"目的", facts.purpose},
                 {"処理番号", delivery.run}};
  if (!facts.replaces.empty()) lines.facts.emplace_back("再作成", facts.replaces + " に代わるもの");
  for (const ManifestFile& file : delivery.files) {
    if (lines.files.size() == kMostSlipFiles) break;
    lines.files.push_back(
        {file.name, layout_text(subject, file), file.format,
         file.kind == "data" ? grouped_digits(file.records) + " 件" : grouped_digits(file.records) + " 字",
         grouped_digits(file.bytes), in_groups(file.sha256)});
  }
  lines.more_files = delivery.files.size() - lines.files.size();
  lines.records = grouped_digits(record_count(delivery.files));
  if (facts.media > 1) lines.of_all = fmt::format("（全{}枚の合計）", facts.media);
  for (const MediumVolume& volume : facts.volumes) {
    if (volume.medium != subject.medium) continue;
    if (lines.volumes.size() < kMostSlipVolumes) {
      lines.volumes.push_back({volume.name, grouped_digits(volume.bytes), in_groups(volume.sha256)});
    } else {
      ++lines.more_volumes;
    }
  }
  lines.sums = in_groups(sha256_of(sums_of_volumes(facts, subject.medium)));
  lines.cipher = fmt::format("{}（CMS、RFC 5083・5084）、鍵は {}。パスワードは使用せず、宛先証明書の秘密鍵で復号する",
                             facts.cipher, wraps_of(facts));
  if (facts.signer) lines.signer = SlipParty{facts.signer->subject, in_groups(facts.signer->fingerprint)};
  lines.note = facts.note;
  lines.steps = steps_of(subject, lines.volumes.empty() ? std::string() : lines.volumes.front().name);
  lines.count = 3 * lines.files.size() + lines.volumes.size() + (lines.more_files > 0 ? 1 : 0) +
                (lines.more_volumes > 0 ? 2 : 0) + (lines.signer ? lines_of(*lines.signer) : 1) + lines.steps.size() +
                lines_of(lines.note) - 1;
  for (const auto& fact : lines.facts) lines.count += lines_of(fact.second) - 1;
  add_recipients(lines, facts.recipients);
  return lines;
}

}  // namespace daicho
