// Which checks run, and how grave an alert is: a municipality's choice, as a TOML file.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "formats/finding.hpp"

namespace daicho {

class FindingTexts;

/// What a profile makes of an alert (a finding that is a warning by itself). Errors stay errors: they are what the
/// system of 住民基本台帳 could not take in.
enum class AlertLevel : std::uint8_t { error, alert, off };

/// docs/validation.md has the grammar:
///
///     name = "県の受入試験"
///     [alerts]
///     L27 = "off"      # a check: all alerts that it may report
///     D1302 = "error"  # one finding
class Profile {
 public:
  /// Every finding as it is registered.
  Profile() = default;
  /// Reads a profile; `texts` knows every finding. Throws SchemaError with file:line:column for an unknown key, check,
  /// finding or level, and for an error that somebody wants to lower; WorldError where the file cannot be read.
  Profile(const std::filesystem::path& file, const FindingTexts& texts);

  const std::string& name() const { return name_; }
  bool empty() const { return levels_.empty(); }
  /// The level of a finding's code; an error's is always `error`.
  AlertLevel level(const FindingCode& code) const;
  /// What the profile changes, by code in order, for reports.
  const std::map<std::string, AlertLevel, std::less<>>& levels() const { return levels_; }

 private:
  std::string name_;
  std::map<std::string, AlertLevel, std::less<>> levels_;  // by finding code
};

}  // namespace daicho
