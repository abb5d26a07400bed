// What a run is asked to do, and what it answers.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "converters/date.hpp"
#include "formats/catalog.hpp"
#include "formats/finding_texts.hpp"
#include "formats/format_spec.hpp"
#include "jobs/manifest.hpp"
#include "jobs/publisher.hpp"
#include "jobs/settings.hpp"

namespace daicho {

/// The options of `daicho run <job>`.
struct RunRequest {
  std::string register_file;       ///< `-`: standard input
  std::optional<FormatSpec> from;  ///< nothing: found from the bytes
  std::filesystem::path state;
  std::filesystem::path out;
  std::optional<PartialDate> as_of;  ///< fully known
  std::optional<std::string> now;    ///< 17 digits
  bool initial = false;
  bool full = false;
  bool dry_run = false;
  std::vector<std::pair<std::string, std::string>> side_files;  ///< option and path, in order of option
  std::chrono::seconds wait{0};                                 ///< for another run of the same state folder
  std::string approved_by;                                      ///< for the ledger; empty: as the settings say
  std::string purpose;                                          ///< as above
  /// A sentence for people, when it becomes true: what became of interrupted runs, the ledger's head.
  std::function<void(const std::string&)> say = [](const std::string&) {};
  PublishHook hook;  ///< for tests
  /// 1: everything in turn; else what is read is read and decoded ahead, in a thread of its own.
  unsigned threads = 2;
};

/// What a run needs besides: schemas, settings and texts, loaded once. All must outlive the run.
struct RunWorld {
  const Catalog& catalog;
  const Settings& settings;
  const FindingTexts& texts;
  std::filesystem::path own_schemas;  ///< the municipality's schema folder; empty: none
};

struct RunResult {
  bool nothing_new = false;  ///< the same was published before; `manifest` is empty but for job and run
  bool recovered = false;    ///< an interrupted run of this very input was finished
  Manifest manifest;
  std::filesystem::path folder;  ///< empty for a dry run
};

}  // namespace daicho
