#include "cli/media_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/text_table.hpp"
#include "converters/date.hpp"
#include "formats/error.hpp"
#include "jobs/run_identity.hpp"

namespace daicho {
namespace {

constexpr std::uint64_t kLeastCapacity = 1000000;

}  // namespace

std::uint64_t capacity_of_option(std::string_view text) {
  std::uint64_t bytes = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const std::uint64_t factor = unit.empty()  ? 1
                               : unit == "k" ? 1000
                               : unit == "M" ? 1000000
                               : unit == "G" ? 1000000000
                                             : 0;
  const bool fits = factor != 0 && bytes <= (std::uint64_t{1} << 60) / factor;
  if (error != std::errc() || !fits || bytes * factor < kLeastCapacity) {
    throw UsageError(fmt::format("--capacity takes bytes, as 700M or 4700000000, at least 1M, not '{}'", text));
  }
  return bytes * factor;
}

std::string moment_of_option(std::string_view option, const std::string& text) {
  if (text.empty()) return moment_in_japan();
  std::string moment = text.size() == 14 ? text + "000" : text;
  if (!timestamp_valid(moment)) throw UsageError(fmt::format("--{} takes YYYYMMDDhhmmss, not '{}'", option, text));
  return moment;
}

std::string minute_text(std::string_view moment) {
  if (moment.size() < 12) return std::string(moment);
  return fmt::format("{}-{}-{} {}:{}", moment.substr(0, 4), moment.substr(4, 2), moment.substr(6, 2),
                     moment.substr(8, 2), moment.substr(10, 2));
}

std::string past_moment_of_option(std::string_view option, const std::string& text) {
  std::string moment = moment_of_option(option, text);
  if (moment > moment_in_japan()) throw RefusedError(fmt::format("--{}: {} lies in the future", option, text));
  return moment;
}

void check_values(std::string_view option, const std::vector<std::string>& values) {
  if (std::any_of(values.begin(), values.end(), [](const std::string& value) { return value.empty(); })) {
    throw UsageError(fmt::format("{} has no value", option));
  }
}

SealParties load_parties(const PartyFiles& files) {
  SealParties parties;
  for (const std::string& file : files.recipients) {
    Certificate certificate = Certificate::load(file);
    for (const Certificate& other : parties.recipients) {
      if (other.facts().fingerprint == certificate.facts().fingerprint) {
        throw UsageError(fmt::format("{} and {} are the same certificate", other.file(), file));
      }
    }
    parties.recipients.push_back(std::move(certificate));
  }
  if (!files.signer.empty()) {
    parties.signer = SealSigner{Certificate::load(files.signer), PrivateKey::load(files.key, files.passphrase)};
  }
  return parties;
}

std::string media_table(const MediumResult& result, const std::vector<std::filesystem::path>& folders,
                        Language language) {
  const MediumFacts& facts = result.facts;
  const bool planned = result.outcome == MediumOutcome::planned;
  const bool ja = language == Language::ja;
  TextTable table({{ja ? "管理番号" : "medium", Align::left},
                   {ja ? "正副" : "copy", Align::left},
                   {ja ? "媒体通番" : "serial", Align::left},
                   {ja ? "巻数" : "volumes", Align::right},
                   {ja ? "バイト数" : "bytes", Align::right},
                   {ja ? "件数" : "records", Align::right},
                   {ja ? "宛先" : "destination", Align::left},
                   {ja ? "フォルダー" : "folder", Align::left}});
  for (std::size_t index = 0; index < folders.size(); ++index) {
    const unsigned medium = static_cast<unsigned>(index % facts.media) + 1;
    const unsigned copy = static_cast<unsigned>(index / facts.media) + 1;
    std::uint64_t volumes = 0;
    std::uint64_t bytes = 0;
    for (const MediumVolume& volume : facts.volumes) {
      volumes += volume.medium == medium ? 1 : 0;
      bytes += volume.medium == medium ? volume.bytes : 0;
    }
    table.add({planned ? (ja ? "（試行）" : "(dry run)") : facts.delivery.number, copy_name(copy, facts.copies),
               fmt::format("{}/{}", medium, facts.media), std::to_string(volumes),
               planned ? fmt::format(fmt::runtime(ja ? "最大 {}" : "<= {}"), result.largest) : std::to_string(bytes),
               std::to_string(record_count(facts.delivery.files)), facts.delivery.destination,
               folders[index].string()});
  }
  return table.text();
}

}  // namespace daicho
