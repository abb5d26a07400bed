// The data files of a run, and the documents beside them: names, envelopes, writers.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "formats/character_tables.hpp"
#include "jobs/job.hpp"
#include "jobs/manifest.hpp"
#include "jobs/publisher.hpp"

namespace daicho {

/// What all data files of a run share.
struct DataFileFrame {
  std::string municipality;  ///< 6 digits
  std::string clock;         ///< 17 digits
  std::string as_of;         ///< YYYYMMDD
  int serial = 1;
  const CharacterTables* characters = nullptr;  ///< what writing consults; null: the charsets alone

  TextOptions text_options(Charset charset) const {
    return characters != nullptr ? characters->text_options(charset) : TextOptions{};
  }
};

/// Whom the data files of a run tell of, for the ledger. Files without a destination (the access log) stay out of it.
struct DataTotals {
  std::uint64_t people = 0;  ///< different ones over all files, by 宛名番号, else 個人番号, else 住民票コード
  std::map<std::string, std::uint64_t> people_of_file;      ///< different ones, by file
  std::map<std::string, std::uint64_t> individual_numbers;  ///< by file: records that carry an 個人番号
};

class DataFiles {
 public:
  /// The publisher and the frame's tables must outlive it.
  DataFiles(Publisher& publisher, DataFileFrame frame);
  ~DataFiles();

  /// Opens a file; throws std::logic_error where its layout has one already.
  DataFile& open(const DataFileRequest& request);

  /// Writes a file beside the data. Throws std::logic_error where the run has a file of that name.
  void document(const RunDocument& about, const std::function<void(ByteSink&)>& write);

  /// Finishes every file and describes all of them for the manifest.
  std::vector<ManifestFile> finish();

  DataTotals totals() const;

 private:
  class Open;
  Publisher& publisher_;
  DataFileFrame frame_;
  std::map<std::string, std::unique_ptr<Open>> files_;  // by name
  std::vector<ManifestFile> documents_;
  std::unordered_set<std::uint64_t> people_;  // hashes of their numbers
};

}  // namespace daicho
