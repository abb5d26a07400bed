#include "jobs/media_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "formats/error.hpp"
#include "jobs/ledger_link.hpp"

namespace daicho {
namespace {

using Json = nlohmann::json;  // sorted keys: canonical

struct EventTexts {
  std::string_view word;
  std::string_view kind;  ///< of the ledger's entry
  std::string_view name;
};

/// By MediumEvent.
constexpr std::array<EventTexts, 7> kEvents{{{"made", "medium", "作成"},
                                             {"handed", entry_kind::handed, "引渡"},
                                             {"received", entry_kind::received, "受領"},
                                             {"returned", entry_kind::returned, "返却"},
                                             {"erased", entry_kind::medium_erased, "消去"},
                                             {"lost", entry_kind::medium_lost, "紛失"},
                                             {"note", entry_kind::medium_note, "補記"}}};

const EventTexts& texts_of(MediumEvent event) { return kEvents[static_cast<std::size_t>(event)]; }

/// What may happen to a copy next. A copy that was never handed over, came back or stayed there may be erased; one that
/// was lost may come back.
bool may_follow(MediumEvent last, MediumEvent next) {
  switch (next) {
    case MediumEvent::made:
      return false;
    case MediumEvent::handed:
      return last == MediumEvent::made;
    case MediumEvent::received:
      return last == MediumEvent::handed;
    case MediumEvent::returned:
      return last == MediumEvent::received || last == MediumEvent::lost;
    case MediumEvent::erased:
      return last == MediumEvent::made || last == MediumEvent::received || last == MediumEvent::returned;
    case MediumEvent::lost:
      return last != MediumEvent::erased && last != MediumEvent::lost;
    case MediumEvent::note:
      return true;
  }
  return false;
}

/// `handed, erased or lost`
std::string words_after(MediumEvent last) {
  std::string words;
  for (std::size_t index = 1; index < kEvents.size(); ++index) {
    const auto next = static_cast<MediumEvent>(index);
    if (next != MediumEvent::note && may_follow(last, next)) {
      words += (words.empty() ? "" : ", ") + std::string(kEvents[index].word);
    }
  }
  return words.empty() ? "note" : words + ", note";
}

WorldError unreadable(const LedgerRow& row) {
  return WorldError(fmt::format("entry {} of the ledger says nothing that can be read of a medium", row.number));
}

std::string spoken(const MediumRecord& record, unsigned copy) {
  return fmt::format("{} ({})", record.facts.delivery.number, copy_name(copy, record.facts.copies));
}

}  // namespace

std::string_view event_name(MediumEvent event) { return texts_of(event).name; }
std::string_view event_word(MediumEvent event) { return texts_of(event).word; }

std::optional<MediumEvent> event_of_word(std::string_view word) {
  for (std::size_t index = 1; index < kEvents.size(); ++index) {
    if (kEvents[index].word == word) return static_cast<MediumEvent>(index);
  }
  return std::nullopt;
}

const MediumHandling& MediumRecord::last(unsigned copy) const {
  const std::vector<MediumHandling>& history = copies[copy - 1];
  return *std::find_if(history.rbegin(), history.rend(),
                       [](const MediumHandling& each) { return each.event != MediumEvent::note; });
}

MediaRegister::MediaRegister(LedgerStore& store) {
  store.for_each([&](const LedgerRow& row) { take(row); });
}

void MediaRegister::take(const LedgerRow& row) {
  const std::string& kind = row.entry.kind;
  if (kind == entry_kind::medium || kind == entry_kind::medium_redo) {
    auto facts = parse_medium_details(row.entry.details);
    if (!facts || facts->copies == 0 || facts->media == 0) throw unreadable(row);
    MediumRecord record;
    record.entry = row.number;
    record.copies.assign(facts->copies,
                         {{MediumEvent::made, facts->made_by, facts->delivery.made.substr(0, 14), {}, facts->note}});
    record.facts = std::move(*facts);
    for (MediumRecord& older : records_) {
      if (older.facts.delivery.number == record.facts.replaces) older.replaced_by = record.facts.delivery.number;
    }
    records_.push_back(std::move(record));
    return;
  }
  for (std::size_t index = 1; index < kEvents.size(); ++index) {
    if (kEvents[index].kind == kind) take_handling(row, static_cast<MediumEvent>(index));
  }
}

void MediaRegister::take_handling(const LedgerRow& row, MediumEvent event) {
  const Json json = Json::parse(row.entry.details, nullptr, false);
  if (!json.is_object()) throw unreadable(row);
  try {
    const std::string number = json.at("number");
    const unsigned copy = json.at("copy");
    const auto record = std::find_if(records_.begin(), records_.end(),
                                     [&](const MediumRecord& each) { return each.facts.delivery.number == number; });
    if (record == records_.end() || copy == 0 || copy > record->copies.size()) throw unreadable(row);
    record->copies[copy - 1].push_back({event, json.at("by"), json.at("at"), json.at("method"), json.at("note")});
  } catch (const Json::exception&) {
    throw unreadable(row);
  }
}

const MediumRecord* MediaRegister::find(std::string_view number) const {
  for (const MediumRecord& record : records_) {
    if (record.facts.delivery.number == number) return &record;
  }
  return nullptr;
}

const MediumRecord* MediaRegister::newest_of(std::string_view run, std::string_view destination) const {
  for (auto record = records_.rbegin(); record != records_.rend(); ++record) {
    const MediumDelivery& delivery = record->facts.delivery;
    if (delivery.run == run && delivery.destination == destination) return &*record;
  }
  return nullptr;
}

std::string MediaRegister::next_number(std::string_view day) const {
  const std::string beginning = fmt::format("M{}-", day);
  int last = 0;
  for (const MediumRecord& record : records_) {
    const std::string& number = record.facts.delivery.number;
    if (is_medium_number(number) && number.starts_with(beginning)) {
      last = std::max(last, std::stoi(number.substr(beginning.size())));
    }
  }
  if (last == 999) throw RefusedError(fmt::format("all 999 numbers of media of {} are taken", day));
  return fmt::format("{}{:03}", beginning, last + 1);
}

namespace {

LedgerReceipt record_handling(Ledger& ledger, const MediumClosing& closing, std::string_view now) {
  const MediaRegister media(ledger.store());
  const MediumRecord* record = media.find(closing.number);
  if (record == nullptr) throw RefusedError(fmt::format("the ledger knows no medium {}", closing.number));
  const unsigned copies = record->facts.copies;
  if (closing.copy == 0 && copies > 1) {
    throw UsageError(fmt::format("{} has {} copies; name one with --copy", closing.number, copies));
  }
  const unsigned copy = std::max(closing.copy, 1U);
  if (copy > copies) throw RefusedError(fmt::format("{} has no copy {}", closing.number, copy));
  const MediumHandling& last = record->last(copy);
  const MediumHandling& next = closing.handling;
  if (!may_follow(last.event, next.event)) {
    throw RefusedError(fmt::format("{}: '{}' cannot follow on '{}' ({}, {}); next may be: {}", spoken(*record, copy),
                                   event_word(next.event), event_word(last.event), last.at, last.by,
                                   words_after(last.event)));
  }
  if (next.at < last.at) {
    throw RefusedError(
        fmt::format("{}: {} lies before '{}' of {}", spoken(*record, copy), next.at, event_word(last.event), last.at));
  }
  if (next.at > now) throw RefusedError(fmt::format("{}: {} lies in the future", spoken(*record, copy), next.at));
  LedgerEntry entry;
  entry.kind = texts_of(next.event).kind;
  entry.run = record->facts.delivery.run;
  entry.destination = record->facts.delivery.destination;
  entry.reason = next.note;
  entry.details = Json{{"number", closing.number},
                       {"copy", copy},
                       {"event", event_word(next.event)},
                       {"by", next.by},
                       {"at", next.at},
                       {"method", next.method},
                       {"note", next.note}}
                      .dump();
  entry.reference = fmt::format("{}/{}/{}", closing.number, copy, event_word(next.event));
  const auto times = std::count_if(record->copies[copy - 1].begin(), record->copies[copy - 1].end(),
                                   [&](const MediumHandling& each) { return each.event == next.event; });
  if (times > 0) entry.reference += fmt::format("/{}", times + 1);
  LedgerReceipt receipt = ledger.append(std::move(entry));
  if (!receipt.written) {
    throw RefusedError(
        fmt::format("{}: '{}' stands in the ledger already", spoken(*record, copy), event_word(next.event)));
  }
  return receipt;
}

}  // namespace

LedgerReceipt close_medium(Ledger& ledger, const MediumClosing& closing, std::string_view now) {
  try {
    return record_handling(ledger, closing, now);
  } catch (const RefusedError& refusal) {
    try {
      ledger.append(refusal_of("media close", {closing.handling.note, {}}, refusal.what()));
    } catch (const std::exception& failure) {  // it is a refusal all the same
      throw RefusedError(fmt::format("{}; this refusal could not be recorded: {}", refusal.what(), failure.what()));
    }
    throw;
  }
}

}  // namespace daicho
