// Findings: what is wrong with data, as values that travel to whoever asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daicho {

class Layout;

enum class Severity : std::uint8_t { warning, error };

/// A finding's code with its default severity. Codes stand in formats/finding_codes.hpp, and schemas/findings.toml
/// registers each with its texts; a code never changes its meaning.
struct FindingCode {
  const char* code;  ///< `D1203`
  Severity severity;
  /// By text: two translation units may hold the same literal twice.
  friend bool operator==(const FindingCode& a, const FindingCode& b) {
    return std::string_view(a.code) == std::string_view(b.code);
  }
};

inline constexpr std::size_t kNoItem = static_cast<std::size_t>(-1);

struct Finding {
  FindingCode code{"", Severity::error};
  std::string file;          ///< as the user named it; `-` for standard input
  std::uint64_t record = 0;  ///< from 1; 0: the file as a whole
  std::uint64_t line = 0;    ///< from 1; 0: none
  std::uint64_t column = 0;  ///< bytes from 1 in the line; 0: none
  std::uint64_t offset = 0;  ///< bytes from the start of the file to the record (or to the fault without a record)
  const Layout* layout = nullptr;
  std::size_t item = kNoItem;    ///< index into layout->items
  std::uint32_t byte_first = 0;  ///< 1-based range of the field (or fault) inside the record; 0: none
  std::uint32_t byte_last = 0;
  std::string value;  ///< the offending value as UTF-8, whole and unmasked; reports mask and cap it
  /// Named parts of the message's template: {"expected", "11"}. Never a personal value.
  std::vector<std::pair<std::string, std::string>> args;

  bool is_error() const { return code.severity == Severity::error; }
};

/// Takes findings as they arise.
class FindingSink {
 public:
  virtual ~FindingSink() = default;
  virtual void add(Finding finding) = 0;
};

/// Keeps all findings, for tests and for callers that look at them one record at a time.
class FindingList : public FindingSink {
 public:
  void add(Finding finding) override { findings.push_back(std::move(finding)); }
  std::vector<Finding> findings;
};

}  // namespace daicho
