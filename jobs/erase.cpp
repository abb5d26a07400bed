#include "jobs/erase.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "converters/utf8.hpp"
#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/ledger_link.hpp"
#include "jobs/outbox.hpp"
#include "jobs/publisher.hpp"
#include "jobs/run_ledger.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kBlock = std::size_t{1} << 18;

bool stands(const fs::path& path) { return fs::exists(fs::symlink_status(path)); }

/// Zeros over a file's bytes, synced. Where the file system copies on writing they stay somewhere; nobody can help that
/// from here.
void overwrite(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0) throw_errno("open", file.string());
  struct stat status {};
  bool good = ::fstat(fd, &status) == 0;
  const std::string zeros(kBlock, '\0');
  for (off_t at = 0; good && at < status.st_size;) {
    const auto size = std::min<std::size_t>(kBlock, static_cast<std::size_t>(status.st_size - at));
    const ssize_t count = ::pwrite(fd, zeros.data(), size, at);
    good = count > 0;
    if (good) at += count;
  }
  good = good && ::fsync(fd) == 0;
  const int number = errno;
  ::close(fd);
  errno = number;
  if (!good) throw_errno("overwrite", file.string());
}

/// Erases a run folder under either of its names; nothing where it is gone already.
void erase_folder(const fs::path& folder) {
  const fs::path parent = folder.parent_path();
  const fs::path temporary = parent / Publisher::temporary_name(folder.filename().string());
  if (stands(folder)) {
    fs::remove_all(temporary);
    rename_to_new_name(folder, temporary);  // from here on nobody takes it for a whole run
    sync_folder(parent);
  }
  if (!stands(temporary)) return;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(temporary)) files.push_back(entry.path());
  for (const fs::path& file : files) {
    if (fs::is_regular_file(fs::symlink_status(file))) overwrite(file);
  }
  for (const fs::path& file : files) {
    if (::unlink(file.c_str()) != 0) throw_errno("remove", file.string());
  }
  sync_folder(temporary);
  if (::rmdir(temporary.c_str()) != 0) throw_errno("remove", temporary.string());
  sync_folder(parent);
}

void refuse_strange_folder(const fs::path& folder) {
  if (!is_utf8(folder.string())) {  // the entry could not name it
    throw RefusedError(fmt::format("the name of {} is not UTF-8; nothing was erased", folder.string()));
  }
  if (!fs::is_directory(fs::symlink_status(folder))) {
    throw RefusedError(fmt::format("{} is no folder; nothing was erased", folder.string()));
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (fs::is_directory(entry.symlink_status())) {
      throw RefusedError(fmt::format("{} holds a folder {}, which no run put there; nothing was erased",
                                     folder.string(), entry.path().filename().string()));
    }
  }
}

/// Where copies of runs were put by --redo, by run.
std::multimap<std::string, fs::path> redo_folders(Ledger& ledger) {
  std::multimap<std::string, fs::path> folders;
  ledger.store().for_each([&](const LedgerRow& row) {
    if (row.entry.kind != entry_kind::redo) return;
    const Json details = Json::parse(row.entry.details, nullptr, false);
    if (!details.is_object() || !details.contains("folder") || !details["folder"].is_string()) return;
    const fs::path folder = details["folder"].get<std::string>();
    if (folder.filename() == row.entry.run) folders.emplace(row.entry.run, folder);
  });
  return folders;
}

/// What is to be erased: the folders of each run, as far as they stand.
struct ErasePlan {
  std::vector<RunRow> runs;
  std::vector<std::pair<std::string, fs::path>> folders;  // with the run's name
  std::vector<std::string> missing;
};

ErasePlan plan_of(const EraseRequest& request, State& state, Ledger& ledger) {
  const std::vector<RunRow> rows = state.published();
  std::map<std::string, std::int64_t> newest;
  for (const RunRow& row : rows) newest[row.job] = row.id;
  const auto copies = redo_folders(ledger);
  ErasePlan plan;
  for (const RunRow& row : rows) {
    const bool due = !row.erased && row.clock.substr(0, 8) < request.before;
    if (!due || (newest[row.job] == row.id && !request.newest_too)) continue;
    std::set<fs::path> places = {fs::path(row.out_folder) / row.name()};
    if (!request.out.empty()) places.insert(fs::absolute(request.out) / row.name());
    const auto [first, last] = copies.equal_range(row.name());
    for (auto copy = first; copy != last; ++copy) places.insert(copy->second);
    const std::size_t before = plan.folders.size();
    for (const fs::path& place : places) {
      if (stands(place)) plan.folders.emplace_back(row.name(), place);
    }
    if (plan.folders.size() == before) {
      plan.missing.push_back(row.name());
    } else {
      plan.runs.push_back(row);
    }
  }
  for (const auto& [run, folder] : plan.folders) refuse_strange_folder(folder);
  return plan;
}

LedgerEntry entry_of(const EraseRequest& request, const ErasePlan& plan) {
  Json runs = Json::array();
  for (const auto& [run, folder] : plan.folders) runs.push_back({{"run", run}, {"folder", folder.string()}});
  LedgerEntry entry;
  entry.kind = entry_kind::erased;
  entry.reason = request.reason;
  entry.approved_by = request.approved_by;
  entry.details = Json{{"before", request.before}, {"runs", runs}}.dump(-1, ' ', false, Json::error_handler_t::replace);
  sign_entry(entry);
  return entry;
}

EraseResult erase_from_state(const EraseRequest& request, const LedgerNotices& notices) {
  State state(request.state, request.wait);
  const auto ledger = open_state_ledger(state, notices);
  RunRequest silent;
  silent.say = notices.say;
  settle_outbox(state, *ledger, silent);
  const ErasePlan plan = plan_of(request, state, *ledger);
  EraseResult result;
  result.missing = plan.missing;
  if (plan.runs.empty()) return result;
  const OutboxRow waiting{0, "", entry_of(request, plan)};
  state.erase_later(plan.runs, waiting);
  finish_erasing(state, *ledger, waiting);
  for (const auto& [run, folder] : plan.folders) result.erased.push_back(folder.string());
  return result;
}

}  // namespace

void finish_erasing(State& state, Ledger& ledger, const OutboxRow& waiting) {
  const Json details = Json::parse(waiting.entry.details, nullptr, false);
  if (!details.is_object() || !details.contains("runs")) throw WorldError("an entry of the outbox cannot be read");
  for (const Json& run : details["runs"]) erase_folder(run.at("folder").get<std::string>());
  ledger.append(waiting.entry);
  state.recorded(waiting.entry.reference);
}

EraseResult erase_runs(const EraseRequest& request, const LedgerNotices& notices) {
  if (!State::exists(request.state)) {
    throw RefusedError(fmt::format("there is no state in {}", request.state.string()));
  }
  try {
    return erase_from_state(request, notices);
  } catch (const RefusedError& refusal) {
    append_refusal(request.state, refusal_of("ledger erase", {request.reason, request.approved_by}, refusal.what()),
                   notices);
    throw;
  }
}

}  // namespace daicho
