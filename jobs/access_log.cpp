#include "jobs/access_log.hpp"

#include <fmt/core.h>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::string_view kBatchExtraction = "06";  // 操作内容コード: バッチ(帳票作成)

FormatSpec default_log_format() {
  FormatSpec format = default_format(FileKind::fixed);
  format.charset = Charset::utf16be;
  return format;
}

}  // namespace

AccessLog::AccessLog(JobRun& run)
    : run_(run),
      layout_(run.catalog().layout("access-log")),
      values_(layout_->items.size()),
      seq_(layout_->index("seq")),
      integrated_(layout_->index("integrated_addressee_no")),
      addressee_(layout_->index("addressee_no")),
      remarks_(layout_->index("remarks")) {
  set("operated_at", run.clock());
  set("operation_code", std::string(kBatchExtraction));
  set("control_no", run.control_no());
  for (const char* id :
       {"system_code", "terminal", "terminal_host", "operator_no", "operator_department", "operator_name"}) {
    set(id, run.settings().value(std::string("access_log.") + id));
  }
}

void AccessLog::record(PersonKey person, std::uint64_t integrated_addressee_no, const std::string& destination) {
  if (file_ == nullptr) {
    DataFileRequest request;
    request.layout = layout_;
    request.format = run_.settings().format("access_log", default_log_format());
    file_ = &run_.data_file(request);
  }
  values_[seq_] = fmt::format("{:012}", run_.next_number("access_log", ""));
  values_[integrated_] = fmt::format("{:015}", integrated_addressee_no);
  values_[addressee_] = fmt::format("{:015}", person);
  values_[remarks_] = destination;
  std::vector<Finding> faults;
  if (file_->write(values_, faults)) return;
  // Everything but the two numbers comes from the settings, and the numbers come from records that were read.
  const bool known = !faults.empty() && faults.front().item < layout_->items.size();
  const Item* item = known ? &layout_->items[faults.front().item] : nullptr;
  throw UsageError(fmt::format("{}: [access_log]: item {} does not fit the log ({})", run_.settings().file().string(),
                               item ? fmt::format("{} {}", item->no, item->name) : "?",
                               faults.empty() ? "?" : faults.front().code.code));
}

}  // namespace daicho
