#include "jobs/run_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "formats/error.hpp"
#include "jobs/state_schema.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;  // its objects are sorted by key

/// Paths may hold bytes that are no UTF-8.
std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string destinations_of(const Manifest& manifest) {
  std::vector<std::string> seen;
  std::string joined;
  for (const ManifestFile& file : manifest.files) {
    if (file.destination.empty() || std::find(seen.begin(), seen.end(), file.destination) != seen.end()) continue;
    seen.push_back(file.destination);
    if (!joined.empty()) joined += "、";
    joined += file.destination;
  }
  return joined;
}

Json files_of(const Manifest& manifest, const DataTotals& totals) {
  Json files = Json::array();
  for (const ManifestFile& file : manifest.files) {
    Json told{{"name", file.name},
              {"kind", file.kind},
              {"records", file.records},
              {"bytes", file.bytes},
              {"sha256", file.sha256}};
    if (file.kind == "data") {
      told["destination"] = file.destination;
      told["layout"] = file.layout;
      told["layout_version"] = file.layout_version;
      told["format"] = file.format;
      const auto numbers = totals.individual_numbers.find(file.name);
      if (numbers != totals.individual_numbers.end()) told["individual_numbers"] = numbers->second;
      const auto people = totals.people_of_file.find(file.name);
      if (people != totals.people_of_file.end()) told["people"] = people->second;
    }
    files.push_back(std::move(told));
  }
  return files;
}

Json details_of(const Manifest& manifest, const DataTotals& totals, const std::string& manifest_sha256,
                const fs::path& folder) {
  Json sides = Json::array();
  for (const ManifestSideFile& side : manifest.side_files) {
    sides.push_back({{"option", side.option}, {"bytes", side.bytes}, {"sha256", side.sha256}});
  }
  const ManifestRegister& input = manifest.input;
  const ManifestCounts& counts = manifest.counts;
  return {{"folder", folder.string()},
          {"manifest_sha256", manifest_sha256},
          {"identity", manifest.identity},
          {"settings_sha256", manifest.settings_sha256},
          {"schemas_sha256", manifest.schemas_sha256},
          {"extent", manifest.extent == Extent::full ? "full" : "difference"},
          {"initial", manifest.initial},
          {"register",
           {{"layout", input.layout}, {"records", input.records}, {"bytes", input.bytes}, {"sha256", input.sha256}}},
          {"side_files", sides},
          {"counts",
           {{"changed", counts.changed},
            {"rejected", counts.rejected},
            {"waiting", counts.waiting},
            {"warnings", counts.warnings}}},
          {"files", files_of(manifest, totals)}};
}

LedgerEntry entry_of(std::string_view kind, const Manifest& manifest) {
  LedgerEntry entry;
  entry.kind = kind;
  entry.job = manifest.job;
  entry.run = manifest.run;
  entry.as_of = manifest.as_of;
  entry.destination = destinations_of(manifest);
  return entry;
}

LedgerEntry entry_of(std::string_view kind, const LedgerEntry& other) {
  LedgerEntry entry;
  entry.kind = kind;
  entry.job = other.job;
  entry.run = other.run;
  entry.as_of = other.as_of;
  entry.destination = other.destination;
  return entry;
}

std::string given_or_set(const std::string& given, const Settings& settings, std::string_view key) {
  return given.empty() ? settings.optional_value(key).value_or("") : given;
}

}  // namespace

LedgerNotices ledger_notices(const RunRequest& request, const Settings& settings) {
  LedgerNotices notices;
  notices.say = request.say;
  notices.syslog = settings.optional_value("ledger.syslog") == "yes" ? LedgerSyslog::yes : LedgerSyslog::no;
  return notices;
}

std::unique_ptr<Ledger> open_state_ledger(State& state, const LedgerNotices& notices) {
  auto ledger = std::make_unique<Ledger>(state.folder(), notices, Ledger::Absent::begin);
  if (!state.ledger()) state.link_ledger(ledger->id());
  for (std::int64_t version = 1; version < kStateVersion; ++version) {
    if (!fs::exists(state.folder() / state_copy_name(version))) continue;
    LedgerEntry entry;
    entry.kind = entry_kind::migrated;
    entry.reference = fmt::format("migrated:state:{}-{}", version, kStateVersion);
    entry.details = text_of(
        {{"file", kStateDatabase}, {"from", version}, {"to", kStateVersion}, {"copy", state_copy_name(version)}});
    ledger->append(entry);
  }
  return ledger;
}

LedgerEntry run_entry(const RunRequest& request, const Settings& settings, const Manifest& manifest,
                      const DataTotals& totals, const fs::path& folder) {
  LedgerEntry entry = entry_of(entry_kind::run, manifest);
  entry.people = totals.people;
  for (const auto& [name, count] : totals.individual_numbers) entry.individual_numbers += count;
  entry.approved_by = given_or_set(request.approved_by, settings, "approval.by");
  entry.purpose = given_or_set(request.purpose, settings, "approval.purpose");
  entry.details = text_of(details_of(manifest, totals, sha256_of(manifest_text(manifest)), folder));
  sign_entry(entry);
  return entry;
}

LedgerEntry run_entry_of_manifest(const Manifest& manifest, const std::string& manifest_sha256,
                                  const fs::path& folder) {
  LedgerEntry entry = entry_of(entry_kind::run, manifest);
  entry.reason = "prepared by a version without a ledger: people and 個人番号 were not counted";
  entry.details = text_of(details_of(manifest, {}, manifest_sha256, folder));
  entry.reference = fmt::format("run:{}:{}", manifest.run, manifest_sha256);
  return entry;
}

LedgerEntry moved_entry(const LedgerEntry& waiting, const fs::path& folder) {
  LedgerEntry entry = waiting;
  Json details = Json::parse(entry.details, nullptr, false);
  if (!details.is_object() || details.value("folder", Json()) == folder.string()) return entry;
  details["folder"] = folder.string();
  entry.details = text_of(details);
  return entry;
}

LedgerEntry redo_entry(const RunRequest& request, const Settings& settings, const LedgerEntry& of_run,
                       std::optional<std::int64_t> number, const fs::path& folder) {
  LedgerEntry entry = entry_of(entry_kind::redo, of_run);
  entry.people = of_run.people;
  entry.individual_numbers = of_run.individual_numbers;
  entry.approved_by = given_or_set(request.approved_by, settings, "approval.by");
  entry.purpose = given_or_set(request.purpose, settings, "approval.purpose");
  Json details = Json::parse(of_run.details, nullptr, false);
  if (!details.is_object()) details = Json::object();
  details["folder"] = folder.string();
  details["of"] = number ? Json(*number) : Json();
  entry.details = text_of(details);
  sign_entry(entry);
  return entry;
}

LedgerEntry taken_back_entry(const RunRow& row, const std::string& run_reference) {
  LedgerEntry entry;
  entry.kind = entry_kind::taken_back;
  entry.job = row.job;
  entry.run = row.name();
  entry.as_of = row.as_of;
  entry.reason = "interrupted before it was published; its folder was gone or not as its manifest says";
  entry.details = text_of({{"manifest_sha256", row.manifest_sha256}, {"identity", row.identity}});
  entry.reference = fmt::format("taken-back:{}:{}", row.id, run_reference);
  return entry;
}

void record_refusal(const RunRequest& request, const Settings& settings, const RefusedRun& refused,
                    const std::string& reason) noexcept {
  try {
    if (request.dry_run || refused.ledger_refused || !Ledger::exists(request.state)) return;
    LedgerEntry entry;
    entry.kind = entry_kind::refused;
    entry.job = refused.job;
    entry.run = refused.run;
    entry.as_of = refused.as_of;
    entry.reason = reason;
    Json details = Json::object();
    if (!refused.register_sha256.empty()) details["register"] = {{"sha256", refused.register_sha256}};
    entry.details = text_of(details);
    entry.approved_by = given_or_set(request.approved_by, settings, "approval.by");
    entry.purpose = given_or_set(request.purpose, settings, "approval.purpose");
    Ledger(request.state, ledger_notices(request, settings)).append(entry);
  } catch (const std::exception& error) {
    try {
      request.say(fmt::format("this refusal could not be recorded: {}", error.what()));
    } catch (...) {  // nobody listens
    }
  }
}

}  // namespace daicho
