// Who is held back by a run and why, and who waits: rejects.csv and waiting.csv (docs/on-disk/manifest.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/finding.hpp"
#include "formats/finding_texts.hpp"
#include "jobs/job.hpp"

namespace daicho {

class RejectList {
 public:
  /// Person 0: nobody, or nobody known.
  void add(PersonKey person, const Finding& finding);
  void wait(PersonKey person, std::string_view reason);

  /// People with an error; a record whose 宛名番号 could not be read counts as one.
  std::uint64_t rejected() const { return rejected_.size() + nameless_records_.size(); }
  std::uint64_t waiting() const { return waiting_.size(); }
  std::uint64_t warnings() const { return warnings_; }
  std::uint64_t rows() const { return rows_.size(); }

  void write_rejects(ByteSink& sink, const FindingTexts& texts) const;
  void write_waiting(ByteSink& sink) const;

 private:
  struct Row {
    PersonKey person{};
    Finding finding;  ///< without value and file: no personal data stays here
  };
  struct Waiting {
    PersonKey person{};
    std::string reason;
  };
  std::vector<Row> rows_;
  std::vector<Waiting> waiting_;
  std::unordered_set<PersonKey> rejected_;
  std::unordered_set<std::uint64_t> nameless_records_;
  std::uint64_t warnings_ = 0;
};

}  // namespace daicho
