#include "formats/checks/profile.hpp"

#include <fmt/format.h>

#include <vector>

#include "formats/checks/check.hpp"
#include "formats/finding_texts.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

/// One finding that a key of `[alerts]` names.
struct Named {
  std::string code;
  Severity severity = Severity::error;
};

/// The findings of a check, or the one finding; none for an unknown key.
std::vector<Named> findings_named(const std::string& key, const FindingTexts& texts) {
  std::vector<Named> named;
  for (const CheckKind& kind : check_list()) {
    if (kind.id != key) continue;
    for (const FindingCode& code : kind.codes) named.push_back({code.code, code.severity});
  }
  if (const FindingEntry* entry = texts.find(key)) named.push_back({key, entry->severity});
  return named;
}

AlertLevel parse_level(const TomlTable& alerts, const std::string& key) {
  const std::string word = alerts.string(key);
  if (word == "error") return AlertLevel::error;
  if (word == "alert") return AlertLevel::alert;
  if (word == "off") return AlertLevel::off;
  alerts.fail(key, fmt::format("no such level '{}'", word), "known: error, alert, off");
}

}  // namespace

Profile::Profile(const std::filesystem::path& file, const FindingTexts& texts) {
  const TomlFile toml(file, file.string());
  const TomlTable root = toml.root();
  name_ = root.string("name");
  if (const auto alerts = root.optional_table("alerts")) {
    for (const std::string& key : alerts->keys()) {
      const AlertLevel level = parse_level(*alerts, key);
      const std::vector<Named> findings = findings_named(key, texts);
      if (findings.empty()) {
        alerts->fail(key, fmt::format("no check and no finding is named '{}'", key),
                     "`daicho validate --list-checks` lists the checks, `daicho explain` the findings");
      }
      bool any = false;
      for (const Named& finding : findings) {
        if (finding.severity != Severity::warning) continue;
        levels_[finding.code] = level;
        any = true;
      }
      if (!any && level != AlertLevel::error) {
        alerts->fail(key, fmt::format("{} is an error, and stays one", key), "a profile decides about alerts only");
      }
    }
  }
  root.refuse_unknown();
}

AlertLevel Profile::level(const FindingCode& code) const {
  if (code.severity == Severity::error) return AlertLevel::error;
  const auto found = levels_.find(std::string_view(code.code));
  return found == levels_.end() ? AlertLevel::alert : found->second;
}

}  // namespace daicho
