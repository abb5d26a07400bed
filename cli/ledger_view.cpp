#include "cli/ledger_view.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/printable_text.hpp"
#include "cli/text_table.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kBetweenDestinations = "、";
constexpr std::size_t kMinutes = 16;  // `2026-11-20T22:15`

std::string minute_of(const std::string& at) {
  std::string shown = printable(std::string_view(at).substr(0, kMinutes));
  if (shown.size() > 10 && shown[10] == 'T') shown[10] = ' ';
  return shown;
}

/// One destination by name, several by their number.
std::string whom(const std::string& destination) {
  std::size_t count = 1;
  for (std::size_t at = destination.find(kBetweenDestinations); at != std::string::npos;
       at = destination.find(kBetweenDestinations, at + kBetweenDestinations.size())) {
    ++count;
  }
  return count == 1 ? printable(destination) : fmt::format("{} destinations", count);
}

std::string or_dash(std::string text) { return text.empty() ? "-" : text; }

/// The details, null where they are no JSON object: somebody wrote over them.
Json details_of(const LedgerEntry& entry) {
  Json details = Json::parse(entry.details, nullptr, false);
  return details.is_object() ? details : Json();
}

std::string shown_value(const Json& value) {
  return printable(value.is_string() ? value.get<std::string>()
                                     : value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string file_table(const Json& files) {
  TextTable table({{"file", Align::left},
                   {"destination", Align::left},
                   {"records", Align::right},
                   {"個人番号", Align::right},
                   {"bytes", Align::right},
                   {"sha256", Align::left}});
  for (const Json& file : files) {
    const auto cell = [&](const char* key) {
      return file.is_object() && file.contains(key) ? or_dash(shown_value(file[key])) : std::string("-");
    };
    table.add({cell("name"), cell("destination"), cell("records"), cell("individual_numbers"), cell("bytes"),
               cell("sha256")});
  }
  return table.text();
}

}  // namespace

std::string ledger_table(const std::vector<LedgerRow>& rows) {
  TextTable table({{"entry", Align::right},
                   {"at", Align::left},
                   {"kind", Align::left},
                   {"run", Align::left},
                   {"destination", Align::left},
                   {"people", Align::right},
                   {"個人番号", Align::right},
                   {"account", Align::left},
                   {"approved by", Align::left}});
  for (const LedgerRow& row : rows) {
    const LedgerEntry& entry = row.entry;
    table.add({std::to_string(row.number), minute_of(entry.at), printable(entry.kind),
               or_dash(printable(entry.run.empty() ? entry.job : entry.run)), or_dash(whom(entry.destination)),
               std::to_string(entry.people), std::to_string(entry.individual_numbers), printable(entry.account),
               or_dash(printable(entry.approved_by))});
  }
  return table.text();
}

std::string ledger_entry_text(const LedgerRow& row) {
  const LedgerEntry& entry = row.entry;
  std::string text = fmt::format("entry {}: {}\n", row.number, printable(entry.kind));
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += fmt::format("  {:<18}  {}\n", name, printable(value));
  };
  line("at", entry.at);
  line("account", entry.account);
  line("host", entry.host);
  line("program", entry.program);
  line("job", entry.job);
  line("run", entry.run);
  line("as of", entry.as_of);
  line("destination", entry.destination);
  line("people", std::to_string(entry.people));
  line("individual numbers", std::to_string(entry.individual_numbers));
  line("approved by", entry.approved_by);
  line("purpose", entry.purpose);
  line("reason", entry.reason);
  const Json details = details_of(entry);
  for (const auto& [name, value] : details.items()) {
    if (name != "files") line(name, shown_value(value));
  }
  if (details.is_null()) line("details", entry.details);
  line("reference", entry.reference);
  line("hash", row.hash);
  line("mac", row.mac);
  if (details.contains("files") && details["files"].is_array() && !details["files"].empty()) {
    text += file_table(details["files"]);
  }
  return text;
}

std::string ledger_entry_json(const LedgerRow& row) {
  const LedgerEntry& entry = row.entry;
  Json json{{"number", row.number},
            {"at", entry.at},
            {"kind", entry.kind},
            {"account", entry.account},
            {"host", entry.host},
            {"program", entry.program},
            {"job", entry.job},
            {"run", entry.run},
            {"as_of", entry.as_of},
            {"destination", entry.destination},
            {"people", entry.people},
            {"individual_numbers", entry.individual_numbers},
            {"approved_by", entry.approved_by},
            {"purpose", entry.purpose},
            {"reason", entry.reason}};
  Json details = details_of(entry);
  json["details"] = details.is_null() ? Json(entry.details) : std::move(details);
  json["reference"] = entry.reference;
  json["previous_mac"] = row.previous_mac;
  json["hash"] = row.hash;
  json["mac"] = row.mac;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace daicho
