// The data files of a run: names, envelopes, writers.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

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
};

class DataFiles {
 public:
  /// The publisher must outlive it.
  DataFiles(Publisher& publisher, DataFileFrame frame);
  ~DataFiles();

  /// Opens a file; throws std::logic_error where its layout has one already.
  DataFile& open(const DataFileRequest& request);

  /// Finishes every file and describes it for the manifest.
  std::vector<ManifestFile> finish();

 private:
  class Open;
  Publisher& publisher_;
  DataFileFrame frame_;
  std::map<std::string, std::unique_ptr<Open>> files_;  // by name
};

}  // namespace daicho
