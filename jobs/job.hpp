// What a batch job is, and what its runtime gives it. A job speaks of items by name; offsets, charsets and files are
// the runtime's.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/date.hpp"
#include "formats/byte_sink.hpp"
#include "formats/catalog.hpp"
#include "formats/character_tables.hpp"
#include "formats/envelope.hpp"
#include "formats/finding.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"
#include "formats/record.hpp"
#include "jobs/settings.hpp"

namespace daicho {

/// 宛名番号 as a number: how people are known in the state. Leading zeros do not count.
using PersonKey = std::uint64_t;

/// One person whose register record is new or differs from what this job last published.
struct PersonChange {
  PersonKey person = 0;
  OwnedRecord current;
  std::optional<OwnedRecord> previous;  ///< as this job last published it; nothing where the person is new
};

/// 全件 or 差分, in file names, envelopes and manifests.
enum class Extent : char { full = 'A', difference = 'D' };

/// One data file of a run while it is being written.
class DataFile {
 public:
  virtual ~DataFile() = default;
  /// Writes one record of values, one for each item of the layout. Where a value does not fit or the charset lacks a
  /// character, nothing is written, the faults are appended to `faults`, and the answer is false. The records of one
  /// person are written one after another.
  virtual bool write(const std::vector<std::string>& values, std::vector<Finding>& faults) = 0;
  /// Whether `write` would succeed; appends the faults where not.
  virtual bool fits(const std::vector<std::string>& values, std::vector<Finding>& faults) = 0;
};

/// What a job asks of a data file.
struct DataFileRequest {
  std::shared_ptr<const Layout> layout;
  FormatSpec format;
  Extent extent = Extent::difference;
  std::string destination;  ///< Japanese, for the manifest and the summary; empty: the 市町村CS or the card system
  std::string receiver;     ///< X(16) of an envelope
};

/// A file of a run beside its data: the glyphs of 外字, a list for staff.
struct RunDocument {
  std::string name;           ///< inside the run's folder, without folders of its own
  std::string kind;           ///< in the manifest: `glyphs`, `substitutions`
  std::uint64_t records = 0;  ///< what the manifest counts: glyphs, rows
};

/// A run as its job sees it.
class JobRun {
 public:
  virtual ~JobRun() = default;

  virtual const Catalog& catalog() const = 0;
  virtual const Settings& settings() const = 0;
  virtual const CharacterTables& characters() const = 0;  ///< the program's and the municipality's, loaded as needed
  virtual const Layout& register_layout() const = 0;
  virtual PartialDate as_of() const = 0;              ///< the processing date
  virtual const std::string& clock() const = 0;       ///< the run's clock, 17 digits
  virtual const std::string& control_no() const = 0;  ///< clock (14 digits), `_` and the run's serial (3 digits)
  virtual bool initial() const = 0;                   ///< --initial: nothing was published before
  virtual bool full() const = 0;                      ///< --full: everyone in scope

  /// Everyone whose record is new or changed and passed the checks, by 宛名番号. At --initial that is everyone, in the
  /// order of the register, with no more than one at a time in memory.
  virtual void for_each_change(const std::function<void(const PersonChange&)>& visit) = 0;
  /// Everyone of the register who passed the checks, changed or not, in the order of the register. May be walked again.
  virtual void for_each_person(const std::function<void(PersonKey, const RecordView&)>& visit) = 0;

  /// Those whom a check holds back or who vanished, as last published: they still belong to their household. Nobody
  /// where nothing was published of them.
  virtual void for_each_kept(const std::function<void(PersonKey, const RecordView&)>& /*visit*/) {}

  /// The next number of a series, from 1 (更新順番号: series `update_seq`, key the 住民票コード). Kept in the state;
  /// taken back where the run is not published.
  virtual std::uint64_t next_number(std::string_view series, std::string_view key) = 0;

  /// What this job stored about somebody at an earlier published run under `store` (for example the last published 本人
  /// 確認情報 as values joined by U+001F); empty: nothing. Changes take effect when the run is published.
  virtual std::string stored(std::string_view store, PersonKey person) = 0;
  virtual void put(std::string_view store, PersonKey person, std::string_view value) = 0;
  virtual void forget(std::string_view store, PersonKey person) = 0;
  /// Everyone with something under `store`, in ascending order of person, as it was before this run's changes.
  virtual void for_each_stored(std::string_view store,
                               const std::function<void(PersonKey, std::string_view)>& visit) = 0;

  /// A data file of this run, named as domain conventions say:
  /// `<layout>_<municipality>_<A|D>_<clock>_<serial>.<dat|csv>`. The same layout twice in one run is a defect. Lives as
  /// long as the run.
  virtual DataFile& data_file(const DataFileRequest& request) = 0;

  /// Another file of this run, published with its data files and listed in its manifest. `write` is called at once, and
  /// only once. Documents with personal values are for staff: nothing else may carry them.
  virtual void document(const RunDocument& about, const std::function<void(ByteSink&)>& write) = 0;

  /// A person whose record cannot be published: the findings go to rejects.csv, and what was last published of that
  /// person stays, so that the next run tries again.
  virtual void reject(PersonKey person, const std::vector<Finding>& findings) = 0;
  /// A person who waits for staff (no print class yet): stands in waiting.csv; the next run tries again.
  virtual void wait(PersonKey person, std::string_view reason) = 0;
  /// A warning that holds nobody back: stands in rejects.csv with severity `warning`. Person 0: none.
  virtual void warn(PersonKey person, const Finding& finding) = 0;

  /// A side file given on the command line (`print-classes`, `resident-since`, ...), or nothing.
  virtual std::optional<std::string> side_file(std::string_view option) const = 0;
  /// Read access to what another job of this state (or of another state folder) stored, for example cs-update's
  /// published 本人確認情報 under `honnin`; empty where there is none.
  virtual std::string stored_by(std::string_view job, std::string_view store, PersonKey person) = 0;
};

/// A job: one small file each, jobs/<name>.cpp.
class Job {
 public:
  virtual ~Job() = default;
  virtual std::string_view name() const = 0;  ///< `cs-update`
  /// Side files that `run <job>` takes: option name and what it is, for help texts and for the run's identity.
  struct SideFile {
    std::string option;
    std::string help;
  };
  virtual std::vector<SideFile> side_files() const { return {}; }
  /// Path settings whose files are input of the job (`iten.cases`): part of the run's identity.
  virtual std::vector<std::string> input_settings() const { return {}; }
  /// Whether each run of the job has a waiting.csv, if only an empty one.
  virtual bool lists_waiting() const { return false; }
  /// Whether a --full run repeats what was published, so that the state stays as it was but for the run itself.
  virtual bool full_repeats() const { return false; }
  /// Refuses what the job cannot do (soufusaki --full) with a UsageError, before anything is read.
  virtual void accept(bool /*initial*/, bool /*full*/) const {}
  virtual void run(JobRun& run) = 0;
};

std::unique_ptr<Job> make_cs_update();
std::unique_ptr<Job> make_soufusaki();
std::unique_ptr<Job> make_iten();

/// The last published or current values of a record, joined for `put` and split again. Values hold no control
/// characters, so U+001F separates them.
std::string join_values(const std::vector<std::string>& values);
std::vector<std::string> split_values(std::string_view joined);

/// PersonKey of a 宛名番号; the text must consist of 1 to 15 digits.
PersonKey person_key(std::string_view addressee_no);

}  // namespace daicho
