#include "jobs/print_classes.hpp"

#include <fmt/core.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::string_view kNotSet = "00";  // 印刷区分 未設定: 送信不可

const SideFileForm kForm{
    {"addressee_no"}, {"print_class"}, {"dispatch_postal_code", "dispatch_address", "dispatch_name"}};

bool known(const Layout& output, const std::string& print_class) {
  const auto& codes = output.items[output.index("print_class")].codes;
  return codes == nullptr || codes->find(print_class) != nullptr;
}

}  // namespace

PrintClasses::PrintClasses(const JobRun& run, const Layout& output) {
  otherwise_ = run.settings().optional_value("soufusaki.default_print_class").value_or("");
  if (!otherwise_.empty() && (otherwise_ == kNotSet || !known(output, otherwise_))) {
    throw UsageError(fmt::format("{}: soufusaki.default_print_class: '{}' is no 印刷区分 that can be sent",
                                 run.settings().file().string(), otherwise_));
  }
  const auto path = run.side_file("print-classes");
  if (!path) return;
  rows_ = read_side_file(*path, kForm);
  for (const SideRow& row : rows_.rows) {
    if (row.values[0].empty() || known(output, row.values[0])) continue;
    throw UsageError(fmt::format("{}:{}: print_class: no such 印刷区分", rows_.name, row.line));
  }
}

std::optional<Dispatch> PrintClasses::decided(PersonKey person, std::string& why_not) const {
  const SideRow* row = rows_.find(person);
  Dispatch dispatch;
  if (row) dispatch = {row->values[0], row->values[1], row->values[2], row->values[3]};
  if (!row) dispatch.print_class = otherwise_;
  if (dispatch.print_class.empty()) {
    why_not = "印刷区分がありません";
    return std::nullopt;
  }
  if (dispatch.print_class == kNotSet) {
    why_not = "印刷区分が未設定（00）です";
    return std::nullopt;
  }
  if (dispatch.address.empty() != dispatch.postal_code.empty()) {
    why_not =
        dispatch.address.empty() ? "送付先郵便番号に送付先住所がありません" : "送付先住所に送付先郵便番号がありません";
    return std::nullopt;
  }
  return dispatch;
}

}  // namespace daicho
