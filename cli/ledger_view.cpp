#include "cli/ledger_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "cli/printable_text.hpp"
#include "cli/refusal_words.hpp"
#include "cli/text_table.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kBetweenDestinations = "、";
constexpr std::size_t kNameColumns = 18;
constexpr std::size_t kMinutes = 16;  // `2026-11-20T22:15`

std::string minute_of(const std::string& at) {
  std::string shown = printable(std::string_view(at).substr(0, kMinutes));
  if (shown.size() > 10 && shown[10] == 'T') shown[10] = ' ';
  return shown;
}

/// One destination by name, several by their number.
std::string whom(const std::string& destination, Language language) {
  std::size_t count = 1;
  for (std::size_t at = destination.find(kBetweenDestinations); at != std::string::npos;
       at = destination.find(kBetweenDestinations, at + kBetweenDestinations.size())) {
    ++count;
  }
  return count == 1 ? printable(destination)
                    : fmt::format(fmt::runtime(language == Language::ja ? "{} か所" : "{} destinations"), count);
}

/// A kind of entry as people call it.
struct KindName {
  std::string_view kind;
  std::string_view ja;
};
constexpr KindName kKindNames[] = {{entry_kind::made, "台帳の開始"},
                                   {entry_kind::run, "処理"},
                                   {entry_kind::redo, "再出力"},
                                   {entry_kind::refused, "拒否"},
                                   {entry_kind::taken_back, "取りやめ"},
                                   {entry_kind::erased, "処理結果の消去"},
                                   {entry_kind::migrated, "版の移行"},
                                   {entry_kind::medium, "媒体の作成"},
                                   {entry_kind::medium_redo, "媒体の再作成"},
                                   {entry_kind::handed, "引渡"},
                                   {entry_kind::received, "受領"},
                                   {entry_kind::returned, "返却"},
                                   {entry_kind::medium_erased, "媒体の消去"},
                                   {entry_kind::medium_lost, "紛失"},
                                   {entry_kind::medium_note, "補記"},
                                   {entry_kind::replaced, "台帳の交代"}};
static_assert(std::size(kKindNames) == entry_kind::all.size());

std::string kind_name(const std::string& kind, Language language) {
  for (const KindName& name : kKindNames) {
    if (language == Language::ja && name.kind == kind) return std::string(name.ja);
  }
  return printable(kind);
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

/// The details, null where they are no JSON object: somebody wrote over them.
Json details_of(const LedgerEntry& entry) {
  Json details = Json::parse(entry.details, nullptr, false);
  return details.is_object() ? details : Json();
}

std::string shown_value(const Json& value) {
  return printable(value.is_string() ? value.get<std::string>()
                                     : value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string file_table(const Json& files, bool ja) {
  TextTable table({{ja ? "ファイル" : "file", Align::left},
                   {ja ? "渡す先" : "destination", Align::left},
                   {ja ? "件数" : "records", Align::right},
                   {"個人番号", Align::right},
                   {ja ? "バイト数" : "bytes", Align::right},
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

std::string ledger_table(const std::vector<LedgerRow>& rows, Language language) {
  const bool ja = language == Language::ja;
  TextTable table({{ja ? "番号" : "entry", Align::right},
                   {ja ? "日時" : "at", Align::left},
                   {ja ? "種類" : "kind", Align::left},
                   {ja ? "処理番号" : "run", Align::left},
                   {ja ? "渡す先" : "destination", Align::left},
                   {ja ? "人数" : "people", Align::right},
                   {"個人番号", Align::right},
                   {ja ? "アカウント" : "account", Align::left},
                   {ja ? "承認者" : "approved by", Align::left}});
  for (const LedgerRow& row : rows) {
    const LedgerEntry& entry = row.entry;
    table.add({std::to_string(row.number), minute_of(entry.at), kind_name(entry.kind, language),
               or_dash(printable(entry.run.empty() ? entry.job : entry.run)),
               or_dash(whom(entry.destination, language)), std::to_string(entry.people),
               std::to_string(entry.individual_numbers), printable(entry.account),
               or_dash(printable(entry.approved_by))});
  }
  return table.text();
}

std::string ledger_entry_text(const LedgerRow& row, Language language) {
  const LedgerEntry& entry = row.entry;
  const bool ja = language == Language::ja;
  std::string text = fmt::format("{} {}: {}\n", ja ? "記録" : "entry", row.number, kind_name(entry.kind, language));
  const auto line = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    const std::size_t width = display_width(name);
    text += fmt::format("  {}{}  {}\n", name, std::string(kNameColumns - std::min(width, kNameColumns), ' '),
                        printable(value));
  };
  line(ja ? "日時" : "at", entry.at);
  line(ja ? "アカウント" : "account", entry.account);
  line(ja ? "コンピューター" : "host", entry.host);
  line(ja ? "版" : "program", entry.program);
  line(ja ? "処理" : "job", entry.job);
  line(ja ? "処理番号" : "run", entry.run);
  line(ja ? "処理日" : "as of", entry.as_of);
  line(ja ? "渡す先" : "destination", entry.destination);
  line(ja ? "人数" : "people", std::to_string(entry.people));
  line(ja ? "個人番号" : "individual numbers", std::to_string(entry.individual_numbers));
  line(ja ? "承認者" : "approved by", entry.approved_by);
  line(ja ? "目的" : "purpose", entry.purpose);
  line(ja ? "理由" : "reason", sentence_in(language, entry.reason));
  const Json details = details_of(entry);
  for (const auto& [name, value] : details.items()) {
    if (name != "files") line(name, shown_value(value));
  }
  if (details.is_null()) line(ja ? "詳細" : "details", entry.details);
  line(ja ? "参照名" : "reference", entry.reference);
  line("hash", row.hash);
  line("mac", row.mac);
  if (details.contains("files") && details["files"].is_array() && !details["files"].empty()) {
    text += file_table(details["files"], ja);
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
