#include "jobs/rejects.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/layout.hpp"
#include "formats/rejects.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

/// The finding's sentence, and which destination it is about where it holds somebody back from one alone.
std::string reason_of(const Finding& finding, const FindingTexts& texts) {
  std::string reason = texts.message(finding, Language::ja);
  for (const auto& [name, value] : finding.args) {
    if (name == "destination") reason += "（移転先: " + value + "）";
  }
  return reason;
}

std::string person_text(PersonKey person) { return person == 0 ? std::string() : fmt::format("{:015}", person); }

}  // namespace

void RejectList::add(PersonKey person, const Finding& finding) {
  rows_.push_back({person, finding});
  rows_.back().finding.value.clear();
  rows_.back().finding.file.clear();
  if (!finding.is_error()) {
    ++warnings_;
  } else if (person != 0) {
    rejected_.insert(person);
  } else {
    nameless_records_.insert(finding.record);
  }
}

void RejectList::wait(PersonKey person, std::string_view reason) { waiting_.push_back({person, std::string(reason)}); }

void RejectList::write_rejects(ByteSink& sink, const FindingTexts& texts) const {
  std::vector<const Row*> sorted;
  for (const Row& row : rows_) sorted.push_back(&row);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Row* a, const Row* b) { return a->person < b->person; });
  std::string text = "addressee_no,record,severity,code,item,name,reason\r\n";
  for (const Row* row : sorted) {
    const Finding& finding = row->finding;
    const Item* item =
        finding.layout != nullptr && finding.item != kNoItem ? &finding.layout->items[finding.item] : nullptr;
    text += fmt::format("{},{},{},{},{},{},{}\r\n", person_text(row->person),
                        finding.record == 0 ? std::string() : std::to_string(finding.record),
                        finding.is_error() ? "error" : "warning", finding.code.code, item ? item->id : std::string(),
                        csv_quoted(item ? item->name : std::string()), csv_quoted(reason_of(finding, texts)));
    if (text.size() >= kBlock) {
      sink.write(text);
      text.clear();
    }
  }
  sink.write(text);
}

void RejectList::write_waiting(ByteSink& sink) const {
  std::vector<Waiting> sorted = waiting_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Waiting& a, const Waiting& b) { return a.person < b.person; });
  std::string text = "addressee_no,reason\r\n";
  for (const Waiting& row : sorted) text += fmt::format("{},{}\r\n", person_text(row.person), csv_quoted(row.reason));
  sink.write(text);
}

}  // namespace daicho
