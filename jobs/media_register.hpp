// 媒体授受簿: every medium that the ledger knows, and what became of each copy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/ledger.hpp"
#include "jobs/medium_facts.hpp"

namespace daicho {

/// What became of a copy, in the order in which it may; a note corrects or adds to what was recorded, and changes
/// nothing.
enum class MediumEvent : std::uint8_t { made, handed, received, returned, erased, lost, note };

/// 作成, 引渡, 受領, 返却, 消去, 紛失, 補記
std::string_view event_name(MediumEvent event);
/// `handed`, `received`, `returned`, `erased`, `lost` or `note`; nothing for another word.
std::optional<MediumEvent> event_of_word(std::string_view word);
std::string_view event_word(MediumEvent event);

struct MediumHandling {
  MediumEvent event = MediumEvent::made;
  std::string by;
  std::string at;  ///< YYYYMMDDhhmmss, Japan
  std::string method;
  std::string note;
};

/// A delivery with its history.
struct MediumRecord {
  std::int64_t entry = 0;  ///< of the ledger
  MediumFacts facts;
  std::vector<std::vector<MediumHandling>> copies;  ///< of each copy, in order; the first is that it was made
  std::string replaced_by;                          ///< the number of the delivery made in its place

  /// The last that happened to a copy (from 1), notes aside.
  const MediumHandling& last(unsigned copy) const;
};

class MediaRegister {
 public:
  /// Reads every entry of the ledger. Throws WorldError where an entry of a medium cannot be read.
  explicit MediaRegister(LedgerStore& store);

  const std::vector<MediumRecord>& records() const { return records_; }
  const MediumRecord* find(std::string_view number) const;
  /// The last delivery of a run to a destination, or null.
  const MediumRecord* newest_of(std::string_view run, std::string_view destination) const;
  /// The next number of a day (YYYYMMDD); throws RefusedError where all 999 are taken.
  std::string next_number(std::string_view day) const;

 private:
  void take(const LedgerRow& row);
  void take_handling(const LedgerRow& row, MediumEvent event);
  std::vector<MediumRecord> records_;
};

/// What `media close` is told.
struct MediumClosing {
  std::string number;
  unsigned copy = 0;  ///< from 1; 0: the only one
  MediumHandling handling;
};

/// Appends an event of a copy. `now`: 14 digits, Japan. Throws RefusedError where there is no such medium, where the
/// event may not follow on what happened, or lies before it or in the future; UsageError where several copies exist and
/// none is named.
LedgerReceipt close_medium(Ledger& ledger, const MediumClosing& closing, std::string_view now);

}  // namespace daicho
