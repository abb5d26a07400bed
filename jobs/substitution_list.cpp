#include "jobs/substitution_list.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "converters/utf8.hpp"
#include "formats/rejects.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

void sort_values(std::vector<SubstitutedValue>& values) {
  std::stable_sort(values.begin(), values.end(), [](const SubstitutedValue& a, const SubstitutedValue& b) {
    return a.person != b.person ? a.person < b.person : a.item->no < b.item->no;
  });
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

}  // namespace

std::vector<SubstitutionRow> rows_of(const SubstitutedValue& value) {
  std::vector<SubstitutionRow> rows;
  for (const Replacement& replacement : value.substitution.replacements) {
    SubstitutionRow row;
    row.value = &value;
    row.position = utf16_length(std::string_view(value.original).substr(0, replacement.at)) + 1;
    row.original = replacement.original;
    row.substitute = replacement.substitute;
    row.hops = replacement.hops;
    row.alternatives = replacement.alternatives;
    rows.push_back(std::move(row));
  }
  if (value.substitution.result != SubstituteResult::impossible) return rows;
  for (const std::string& character : value.substitution.without) {
    SubstitutionRow row;
    row.value = &value;
    row.original = character;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string code_points_text(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    shown += fmt::format("{}U+{:04X}", shown.empty() ? "" : " ", static_cast<std::uint32_t>(take_code_point(text)));
  }
  return shown;
}

std::string alternatives_text(const SubstitutionRow& row, std::string_view separator) {
  std::string text;
  for (const std::string& other : row.alternatives) {
    text += fmt::format("{}{}（{}）", text.empty() ? "" : separator, other, code_points_text(other));
  }
  return text;
}

std::string mj_name_of(const MjTable& mj, std::string_view text) {
  const MjCharacter* row = mj.find(text);
  return row == nullptr ? std::string() : mj_name(row->number);
}

std::string evidence_text(const SubstitutionRow& row) {
  if (row.substitute.empty()) return "代替文字なし";
  if (row.hops.empty()) return "読みによるかな置換";
  std::string text;
  for (std::size_t i = 0; i < row.hops.size(); ++i) {
    const Hop& hop = row.hops[i];
    if (i != 0) text += " → ";
    text += hop.evidence.empty() ? std::string(substitute_rule_label(hop.rule)) : hop.evidence;
    if (i + 1 != row.hops.size()) text += fmt::format("（{} {}）", hop.to, code_points_text(hop.to));
  }
  return text;
}

void SubstitutionList::sort() {
  sort_values(published_);
  sort_values(waiting_);
}

std::uint64_t SubstitutionList::rows() const {
  std::uint64_t count = 0;
  for (const auto* values : {&published_, &waiting_}) {
    for (const SubstitutedValue& value : *values) count += rows_of(value).size();
  }
  return count;
}

void SubstitutionList::write_csv(ByteSink& sink, const MjTable& mj) const {
  std::string text =
      "addressee_no,item,name,result,original_value,substitute_value,position,original,code_points,mj_name,substitute,"
      "substitute_code_points,rule,evidence,alternatives\r\n";
  for (const auto* values : {&published_, &waiting_}) {
    for (const SubstitutedValue& value : *values) {
      const bool none = value.substitution.result == SubstituteResult::impossible;
      for (const SubstitutionRow& row : rows_of(value)) {
        std::vector<std::string> rules;
        for (const Hop& hop : row.hops) rules.emplace_back(substitute_rule_name(hop.rule));
        const std::string cells[] = {fmt::format("{:015}", value.person),
                                     value.item->id,
                                     value.item->name,
                                     std::string(1, static_cast<char>(value.substitution.result)),
                                     value.original,
                                     none ? std::string() : value.substitution.text,
                                     row.position == 0 ? std::string() : std::to_string(row.position),
                                     row.original,
                                     code_points_text(row.original),
                                     mj_name_of(mj, row.original),
                                     row.substitute,
                                     row.hops.empty() ? std::string() : code_points_text(row.substitute),
                                     joined(rules, " "),
                                     evidence_text(row),
                                     alternatives_text(row, " ")};
        for (std::size_t i = 0; i < std::size(cells); ++i) text += (i == 0 ? "" : ",") + csv_quoted(cells[i]);
        text += "\r\n";
      }
      if (text.size() >= kBlock) {
        sink.write(text);
        text.clear();
      }
    }
  }
  sink.write(text);
}

}  // namespace daicho
