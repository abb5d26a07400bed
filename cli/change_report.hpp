// The differences of two record files as text for people, or as CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/command.hpp"
#include "cli/record_diff.hpp"
#include "formats/byte_sink.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// Writes changes as they come. All that it is given must outlive it.
class ChangeReport {
 public:
  struct Files {
    std::string_view old_name;
    std::string_view new_name;
  };
  ChangeReport(const Layout& layout, const Item& key, Files files, const GlobalOptions& global, ByteSink& sink);

  /// CSV instead of text; before the first change.
  void as_csv();
  void add(const RecordChange& change);
  /// Writes what is buffered.
  void finish();

 private:
  std::string shown(const Item& item, std::string_view value) const;
  std::string places(const RecordChange& change) const;
  std::string reason(const RecordChange& change) const;
  void add_lines(const RecordChange& change);
  void add_rows(const RecordChange& change);

  const Layout& layout_;
  const Item& key_;
  const Files files_;
  const GlobalOptions& global_;
  const bool ja_;
  ByteSink& sink_;
  bool csv_ = false;
  std::string text_;
};

/// How many of each there are, in one sentence.
std::string told_counts(const DiffResult& result, Language language);

/// What the records that could not be read leave open; empty where there are none.
std::string told_unread(const DiffResult& result, Language language);

}  // namespace daicho
