// A register made by hand for tests of jobs: a few people of 小金井市 who differ by what a test says.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "formats/catalog.hpp"
#include "jobs/job.hpp"
#include "jobs/run_request.hpp"

namespace daicho::test {

/// A record by item id.
using Items = std::map<std::string, std::string>;

/// Somebody living, who moved in from 武蔵野市 in 2020; `n` (from 1) makes every number of theirs. `changed` replaces.
Items resident(int n, const Items& changed = {});

std::string addressee_no(int n);
std::string juminhyo_code(int n);
std::string individual_no(int n);

/// A folder of its own with settings, state and out, in which jobs are run day by day.
class JobBench {
 public:
  JobBench();
  JobBench(const JobBench&) = delete;
  JobBench& operator=(const JobBench&) = delete;
  ~JobBench();

  /// Writes a register (csv with ids as header) and answers its path.
  std::string write_register(const std::vector<Items>& people);
  /// A request for a register as of a day; `initial` where the job has published nothing.
  RunRequest request(const std::vector<Items>& people, const std::string& as_of, bool initial = false);
  RunResult run(Job& job, const RunRequest& request) const;
  /// The data file of a layout, as records by item id.
  std::vector<Items> records(const RunResult& result, std::string_view of = "honnin") const;
  /// A file of a run, whole.
  static std::string text(const std::filesystem::path& file);
  /// Every file below `out`, by relative path.
  std::map<std::string, std::string> published() const;

  const Catalog& catalog() const { return catalog_; }
  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path out() const { return folder_ / "out"; }
  std::filesystem::path state() const { return folder_ / "state"; }
  /// Writes daicho.toml anew, with more lines.
  void settings(const std::string& more);

 private:
  std::filesystem::path folder_;
  Catalog catalog_;
  std::unique_ptr<FindingTexts> texts_;
  int registers_ = 0;
};

}  // namespace daicho::test
