#include "jobs/medium_entry.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace daicho {
namespace {

HandedOver handed_over_by_layouts(const std::vector<ManifestFile>& files, const Catalog& catalog) {
  HandedOver handed{record_count(files), 0};
  for (const ManifestFile& file : files) {
    if (file.kind != "data") continue;
    const auto layout = catalog.layout(file.layout);
    const bool has = std::any_of(layout->items.begin(), layout->items.end(),
                                 [](const Item& item) { return item.privacy == Privacy::individual_no; });
    handed.individual_numbers += has ? file.records : 0;
  }
  return handed;
}

}  // namespace

HandedOver handed_over(const MediumContentsChoice& choice, LedgerStore& store, const Catalog& catalog) {
  const std::vector<ManifestFile>& files = choice.selection.files;
  std::optional<LedgerEntry> run;
  store.for_each([&](const LedgerRow& row) {
    if (row.entry.kind == entry_kind::run && row.entry.run == choice.row.name()) run = row.entry;
  });
  const auto details = run ? nlohmann::json::parse(run->details, nullptr, false) : nlohmann::json();
  if (!details.is_object() || !details.contains("files")) return handed_over_by_layouts(files, catalog);
  HandedOver handed{choice.selection.partial ? 0 : run->people, 0};
  for (const auto& told : details["files"]) {
    const auto same = [&](const ManifestFile& file) { return told.value("name", "") == file.name; };
    const auto file = std::find_if(files.begin(), files.end(), same);
    if (file == files.end()) continue;
    handed.individual_numbers += told.value("individual_numbers", std::uint64_t{0});
    if (choice.selection.partial && file->kind == "data") handed.people += told.value("people", file->records);
  }
  return handed;
}

LedgerEntry medium_entry(const MediumFacts& facts, const MediumRequest& request, const MediumContentsChoice& choice,
                         HandedOver handed) {
  LedgerEntry entry;
  entry.kind = facts.replaces.empty() ? entry_kind::medium : entry_kind::medium_redo;
  entry.job = choice.row.job;
  entry.run = request.run;
  entry.as_of = choice.row.as_of;
  entry.destination = facts.delivery.destination;
  entry.people = handed.people;
  entry.individual_numbers = handed.individual_numbers;
  entry.approved_by = request.approved_by;
  entry.purpose = request.purpose;
  entry.reason = request.reason.value_or("");
  entry.details = medium_details(facts);
  entry.reference = facts.delivery.number;
  return entry;
}

}  // namespace daicho
