#include "jobs/slip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "converters/date.hpp"
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

std::vector<SlipParty> parties_of(const MediumFacts& facts) {
  std::vector<SlipParty> parties;
  for (const MediumParty& recipient : facts.recipients) {
    if (parties.size() == kMostSlipParties) break;
    parties.push_back({fmt::format("{}（{}、{}）", recipient.subject, recipient.key, recipient.key_wrap),
                       in_groups(recipient.fingerprint)});
  }
  return parties;
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
  for (const MediumVolume& volume : facts.volumes) {
    if (volume.medium != subject.medium) continue;
    if (lines.volumes.size() < kMostSlipVolumes) {
      lines.volumes.push_back({volume.name, grouped_digits(volume.bytes), in_groups(volume.sha256)});
    } else {
      ++lines.more_volumes;
    }
  }
  lines.sums = in_groups(sha256_of(sums_of_volumes(facts, subject.medium)));
  lines.cipher =
      fmt::format("{}（CMS、RFC 5083・5084）。パスワードは使用せず、宛先証明書の秘密鍵で復号する", facts.cipher);
  lines.recipients = parties_of(facts);
  lines.more_recipients = facts.recipients.size() - lines.recipients.size();
  if (facts.signer) lines.signer = SlipParty{facts.signer->subject, in_groups(facts.signer->fingerprint)};
  lines.note = facts.note;
  return lines;
}

}  // namespace daicho
