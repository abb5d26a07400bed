// 個人番号アクセスログ (layout access-log): one record for every 個人番号 that a run hands over.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/layout.hpp"
#include "jobs/job.hpp"

namespace daicho {

class AccessLog {
 public:
  /// Throws UsageError where a setting of [access_log] is missing.
  explicit AccessLog(JobRun& run);

  /// Records that somebody's number went to `destination` (its Japanese name, spaces as U+3000): once for each record
  /// that carries it. Throws UsageError where the settings make a record that does not fit its layout.
  void record(PersonKey person, std::uint64_t integrated_addressee_no, const std::string& destination);

 private:
  void set(std::string_view id, std::string value) { values_[layout_->index(id)] = std::move(value); }

  JobRun& run_;
  std::shared_ptr<const Layout> layout_;
  std::vector<std::string> values_;  // the run's constants, and the last record's
  std::size_t seq_, integrated_, addressee_, remarks_;
  DataFile* file_ = nullptr;
};

}  // namespace daicho
