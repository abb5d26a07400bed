// A ledger of a few entries in a folder of its own, and the means to spoil it as an intruder would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "jobs/ledger.hpp"
#include "jobs/ledger_verify.hpp"
#include "jobs/sqlite.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho::test {

class LedgerBench {
 public:
  LedgerNotices notices() {
    LedgerNotices notices;
    notices.say = [this](const std::string& sentence) { said.push_back(sentence); };
    return notices;
  }

  /// A ledger with entries 0 to `last`, each in a process's life of its own.
  void fill(int last) {
    { const Ledger begun(folder.path(), notices(), Ledger::Absent::begin); }
    for (int i = 1; i <= last; ++i) append("run", "entry " + std::to_string(i));
  }

  LedgerReceipt append(const std::string& kind, const std::string& reason) {
    LedgerEntry entry;
    entry.kind = kind;
    entry.reason = reason;
    entry.people = 3;
    return Ledger(folder.path(), notices()).append(entry);
  }

  void sql(const std::string& statement) const {
    SqliteDatabase(folder.path() / "ledger.sqlite", SqliteDatabase::Mode::read_write).execute(statement.c_str());
  }

  /// The initial key, from what was said when the ledger was made.
  SealKey initial_key() const {
    std::string digits;
    for (const char c : said.front().substr(said.front().rfind(':') + 1)) {
      if (c != ' ') digits += c;
    }
    return SealKey::from_hex(digits).value();
  }

  LedgerVerdict verdict(const LedgerProof& proof = {}) const { return verify_ledger(folder.path(), proof); }
  LedgerVerdict audited() const { return verdict({initial_key(), {}}); }

  /// The faults, a line each: `entry 3: was altered`, or `whole: `.
  static std::string text(const LedgerVerdict& verdict) {
    std::string lines;
    for (const LedgerFault& fault : verdict.faults) {
      lines +=
          (fault.entry ? "entry " + std::to_string(*fault.entry) : std::string("whole")) + ": " + fault.what + "\n";
    }
    return lines;
  }
  std::string faults() const { return text(verdict()); }

  TempFolder folder;
  std::vector<std::string> said;
};

}  // namespace daicho::test
