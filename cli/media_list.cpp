#include "cli/media_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/media_options.hpp"
#include "cli/printable_text.hpp"
#include "cli/text_table.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<MediumEvent, 5> kHandlings{MediumEvent::handed, MediumEvent::received, MediumEvent::returned,
                                                MediumEvent::erased, MediumEvent::lost};

struct CopyRow {
  const MediumRecord* record;
  unsigned copy;  // from 1

  const MediumFacts& facts() const { return record->facts; }
  const MediumHandling& last() const { return record->last(copy); }
  bool closed() const { return last().event == MediumEvent::returned || last().event == MediumEvent::erased; }
  /// Whether another medium stands in for this copy: where some copies are gone, for those.
  bool is_replaced() const {
    if (record->replaced_by.empty()) return false;
    const auto gone = [&](unsigned number) {
      const MediumEvent event = record->last(number).event;
      return event == MediumEvent::erased || event == MediumEvent::lost;
    };
    bool any = false;
    for (unsigned number = 1; number <= facts().copies; ++number) any = any || gone(number);
    return gone(copy) || !any;
  }
  const MediumHandling* find(MediumEvent event) const {
    for (const MediumHandling& handling : record->copies[copy - 1]) {
      if (handling.event == event) return &handling;
    }
    return nullptr;
  }
};

std::vector<CopyRow> rows_of(const MediaRegister& media) {
  std::vector<CopyRow> rows;
  for (const MediumRecord& record : media.records()) {
    for (unsigned copy = 1; copy <= record.facts.copies; ++copy) rows.push_back({&record, copy});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const CopyRow& a, const CopyRow& b) { return a.closed() < b.closed(); });
  return rows;
}

std::string state_of(const CopyRow& row) {
  std::string text(event_name(row.last().event));
  if (row.is_replaced()) text += fmt::format("（{} で再作成済み）", row.record->replaced_by);
  if (!row.facts().replaces.empty()) text += fmt::format("（{} の代わり）", row.facts().replaces);
  return text;
}

/// One text of each file, joined.
std::string of_files(const CopyRow& row, std::string (*text)(const ManifestFile&)) {
  std::string joined;
  for (const ManifestFile& file : row.facts().delivery.files) joined += (joined.empty() ? "" : "、") + text(file);
  return joined;
}

std::string of_recipients(const CopyRow& row) {
  std::string joined;
  for (const MediumParty& party : row.facts().recipients) {
    joined += fmt::format("{}{} ({})", joined.empty() ? "" : "、", party.subject, party.fingerprint);
  }
  return joined;
}

/// One text of each volume, joined.
template <typename Text>
std::string of_volumes(const CopyRow& row, Text text) {
  std::string joined;
  for (const MediumVolume& volume : row.facts().volumes) joined += (joined.empty() ? "" : "、") + text(volume);
  return joined;
}

using Cells = std::vector<std::pair<std::string, std::string>>;  // title and value

/// The columns of a customary 媒体授受簿.
Cells cells_of(const CopyRow& row) {
  const MediumFacts& facts = row.facts();
  const MediumDelivery& delivery = facts.delivery;
  Cells cells{
      {"管理番号", delivery.number},
      {"正副", copy_name(row.copy, facts.copies)},
      {"状態", std::string(event_name(row.last().event))},
      {"媒体種別", facts.media_type},
      {"媒体数", std::to_string(facts.media)},
      {"宛先", delivery.destination},
      {"ファイル名", of_files(row, [](const ManifestFile& file) { return file.name; })},
      {"レイアウト名・版", of_files(row,
                                    [](const ManifestFile& file) {
                                      return file.kind == "data" ? file.layout + " " + file.layout_version : file.kind;
                                    })},
      {"件数", std::to_string(record_count(delivery.files))},
      {"バイト数", of_files(row, [](const ManifestFile& file) { return std::to_string(file.bytes); })},
      {"SHA-256", of_files(row, [](const ManifestFile& file) { return file.sha256; })},
      {"暗号化ファイル名", of_volumes(row, [](const MediumVolume& volume) { return volume.name; })},
      {"暗号化ファイルのバイト数",
       of_volumes(row, [](const MediumVolume& volume) { return std::to_string(volume.bytes); })},
      {"暗号化ファイルのSHA-256", of_volumes(row, [](const MediumVolume& volume) { return volume.sha256; })},
      {"暗号方式", facts.cipher},
      {"宛先証明書", of_recipients(row)},
      {"作成日時", minute_text(delivery.made)},
      {"作成者", facts.made_by},
      {"承認者", facts.approved_by},
      {"目的", facts.purpose},
  };
  std::string notes = facts.note;
  const auto add_note = [&](const std::string& note) { notes += (notes.empty() || note.empty() ? "" : "、") + note; };
  for (const MediumEvent event : kHandlings) {
    const MediumHandling* handling = row.find(event);
    const std::string name(event_name(event));
    cells.emplace_back(name + "日時", handling != nullptr ? minute_text(handling->at) : "");
    cells.emplace_back(name + "者", handling != nullptr ? handling->by : "");
    cells.emplace_back(name + "方法", handling != nullptr ? handling->method : "");
    if (handling != nullptr) add_note(handling->note);
  }
  for (const MediumHandling& handling : row.record->copies[row.copy - 1]) {
    if (handling.event == MediumEvent::note) {
      add_note(fmt::format("補記 {} {}：{}", minute_text(handling.at), handling.by, handling.note));
    }
  }
  cells.emplace_back("備考", notes);
  cells.emplace_back("再作成の元", facts.replaces);
  cells.emplace_back("再作成の先", row.record->replaced_by);
  cells.emplace_back("処理番号", delivery.run);
  return cells;
}

/// Quoted where needed. A spreadsheet takes what begins so for a formula: such a text is quoted with an apostrophe.
std::string csv_cell(std::string value) {
  if (!value.empty() && std::string_view("=+-@\t").find(value.front()) != std::string_view::npos) value.insert(0, "'");
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string quoted = "\"";
  for (const char byte : value) quoted += byte == '"' ? std::string("\"\"") : std::string(1, byte);
  return quoted + "\"";
}

/// What titles stand over where no medium exists yet.
Cells titles() {
  MediumRecord record;
  record.copies = {{{}}};
  return cells_of({&record, 1});
}

}  // namespace

std::string media_list_text(const MediaRegister& media) {
  TextTable table({{"管理番号", Align::left},
                   {"正副", Align::left},
                   {"媒体数", Align::right},
                   {"状態", Align::left},
                   {"日時", Align::left},
                   {"担当", Align::left},
                   {"宛先", Align::left},
                   {"件数", Align::right},
                   {"承認者", Align::left},
                   {"処理番号", Align::left}});
  for (const CopyRow& row : rows_of(media)) {
    const MediumFacts& facts = row.facts();
    table.add({printable(facts.delivery.number), copy_name(row.copy, facts.copies), std::to_string(facts.media),
               printable(state_of(row)), printable(minute_text(row.last().at)), printable(row.last().by),
               printable(facts.delivery.destination), std::to_string(record_count(facts.delivery.files)),
               printable(facts.approved_by), printable(facts.delivery.run)});
  }
  return table.text();
}

std::string media_list_csv(const MediaRegister& media) {
  std::string csv = "\xEF\xBB\xBF";
  const auto add_line = [&](const Cells& cells, bool title) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      csv += (column == 0 ? "" : ",") + csv_cell(title ? cells[column].first : cells[column].second);
    }
    csv += "\r\n";
  };
  add_line(titles(), true);
  for (const CopyRow& row : rows_of(media)) add_line(cells_of(row), false);
  return csv;
}

std::string media_list_json(const MediaRegister& media) {
  std::string text;
  for (const CopyRow& row : rows_of(media)) {
    const MediumFacts& facts = row.facts();
    Json json{{"number", facts.delivery.number},
              {"copy", row.copy},
              {"state", event_word(row.last().event)},
              {"entry", row.record->entry},
              {"replaced_by", row.record->replaced_by}};
    json["history"] = Json::array();
    for (const MediumHandling& handling : row.record->copies[row.copy - 1]) {
      json["history"].push_back({{"event", event_word(handling.event)},
                                 {"at", handling.at},
                                 {"by", handling.by},
                                 {"method", handling.method},
                                 {"note", handling.note}});
    }
    json["details"] = Json::parse(medium_details(facts));
    text += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

}  // namespace daicho
