#include "jobs/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "converters/check_digit.hpp"
#include "formats/error.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {
namespace {

/// Every setting there is; docs/settings.md explains them in this order.
constexpr std::string_view kKnownSettings[] = {
    "schemas",
    "municipality.code",
    "municipality.name",
    "municipality.postal_code",
    "municipality.address",
    "municipality.phone",
    "operator.id",
    "operator.terminal",
    "characters.gaiji",
    "characters.juki",
    "characters.substitutes",
    "honnin.format",
    "honnin.envelope",
    "soufusaki.format",
    "soufusaki.envelope",
    "soufusaki.default_print_class",
    "soufusaki.honnin_state",
    "soufusaki.glyphs",
    "soufusaki.issue_place.name",
    "soufusaki.issue_place.postal_code",
    "soufusaki.issue_place.address",
    "soufusaki.issue_place.phone",
    "soufusaki.card_place.name",
    "soufusaki.card_place.postal_code",
    "soufusaki.card_place.address",
    "soufusaki.card_place.phone",
    "iten.cases",
    "iten.envelope",
    "access_log.format",
    "access_log.envelope",
    "access_log.system_code",
    "access_log.terminal",
    "access_log.terminal_host",
    "access_log.operator_no",
    "access_log.operator_department",
    "access_log.operator_name",
    "approval.by",
    "approval.purpose",
    "ledger.syslog",
};

void check_setting(const TomlTable& table, const std::string& word, const std::string& key, const std::string& value) {
  if (key == "municipality.code" && !check_digit_valid(CheckDigit::municipality_code, value)) {
    table.fail(word, fmt::format("`{}` is no 全国地方公共団体コード", value),
               "six digits, the last one its check digit");
  }
  if (word == "envelope" && value != "none" && value != "control") {
    table.fail(word, fmt::format("`envelope` takes none or control, not `{}`", value));
  }
  if (key == "ledger.syslog" && value != "yes" && value != "no") {
    table.fail(word, fmt::format("`syslog` takes yes or no, not `{}`", value));
  }
  if (word == "format") {
    try {
      if (!parse_format_spec(value)) throw UsageError("`auto` is for reading only");
    } catch (const UsageError& error) {
      table.fail(word, error.what());
    }
  }
}

/// Reads the known settings below `prefix` ("" or "soufusaki.") and refuses all others.
void read_settings(const TomlTable& table, const std::string& prefix,
                   const std::function<void(const std::string&, std::string)>& take) {
  std::set<std::string, std::less<>> tables_below;
  for (const std::string_view known : kKnownSettings) {
    if (!known.starts_with(prefix)) continue;
    const std::string_view rest = known.substr(prefix.size());
    const std::size_t dot = rest.find('.');
    if (dot != std::string_view::npos) {
      tables_below.emplace(rest.substr(0, dot));
    } else if (auto value = table.optional_string(rest)) {
      const std::string word(rest);
      check_setting(table, word, prefix + word, *value);
      take(prefix + word, std::move(*value));
    }
  }
  for (const std::string& name : tables_below) {
    if (const auto below = table.optional_table(name)) read_settings(*below, prefix + name + ".", take);
  }
  table.refuse_unknown();
}

}  // namespace

Settings Settings::load(const std::filesystem::path& file) {
  Settings settings;
  settings.file_ = file;
  const TomlFile toml(file, file.string());
  read_settings(toml.root(), "",
                [&](const std::string& key, std::string value) { settings.values_.emplace(key, std::move(value)); });
  return settings;
}

bool Settings::known(std::string_view key) {
  return std::find(std::begin(kKnownSettings), std::end(kKnownSettings), key) != std::end(kKnownSettings);
}

const std::string& Settings::value(std::string_view key) const {
  const auto found = values_.find(key);
  if (found == values_.end() || found->second.empty()) {
    throw UsageError(fmt::format("{}: the setting `{}` is missing", file_.string(), key));
  }
  return found->second;
}

std::optional<std::string> Settings::optional_value(std::string_view key) const {
  const auto found = values_.find(key);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

FormatSpec Settings::format(std::string_view section, const FormatSpec& otherwise) const {
  FormatSpec spec = otherwise;
  if (const auto text = optional_value(std::string(section) + ".format")) spec = *parse_format_spec(*text);
  if (const auto envelope = optional_value(std::string(section) + ".envelope")) {
    spec.envelope = *envelope == "control" ? Envelope::control : Envelope::none;
  }
  return spec;
}

std::optional<std::filesystem::path> Settings::path(std::string_view key) const {
  const auto text = optional_value(key);
  if (!text || text->empty()) return std::nullopt;
  return file_.parent_path() / *text;  // an absolute path stands for itself
}

OwnCharacterFiles Settings::character_files() const {
  OwnCharacterFiles files;
  files.gaiji = path("characters.gaiji").value_or("");
  files.juki = path("characters.juki").value_or("");
  files.substitutes = path("characters.substitutes").value_or("");
  return files;
}

}  // namespace daicho
