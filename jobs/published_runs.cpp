#include "jobs/published_runs.hpp"

#include <fmt/format.h>

#include "formats/error.hpp"
#include "jobs/sqlite.hpp"

namespace daicho {
namespace {

/// States of earlier versions know no erasure.
bool knows_erasure(const SqliteDatabase& database) {
  SqliteStatement select(database.handle(), "SELECT 1 FROM pragma_table_info('runs') WHERE name = 'erased'");
  return select.step();
}

}  // namespace

std::vector<PublishedRun> published_runs(const std::filesystem::path& state) {
  if (!State::exists(state)) throw RefusedError(fmt::format("{} holds no state", state.string()));
  const SqliteDatabase database(state / "state.sqlite", SqliteDatabase::Mode::read_only);
  const std::string sql = fmt::format(
      "SELECT id, job, clock, serial, as_of, out_folder, manifest_sha256, {} FROM runs WHERE status = 'done' ORDER BY "
      "id",
      knows_erasure(database) ? "erased" : "0");
  SqliteStatement select(database.handle(), sql);
  std::vector<PublishedRun> runs;
  while (select.step()) {
    PublishedRun run;
    run.row.id = select.integer(0);
    run.row.job = select.text(1);
    run.row.clock = select.text(2);
    run.row.serial = static_cast<int>(select.integer(3));
    run.row.as_of = select.text(4);
    run.row.status = "done";
    run.row.out_folder = select.text(5);
    run.row.manifest_sha256 = select.text(6);
    run.erased = select.integer(7) != 0;
    runs.push_back(std::move(run));
  }
  return runs;
}

std::optional<PublishedRun> published_run(const std::filesystem::path& state, std::string_view name) {
  for (PublishedRun& run : published_runs(state)) {
    if (run.row.name() == name) return std::move(run);
  }
  return std::nullopt;
}

}  // namespace daicho
