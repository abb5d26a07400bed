#include "cli/ledger_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iostream>

#include "cli/report.hpp"
#include "converters/utf8.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

constexpr std::size_t kLongestText = 1000;
constexpr int kLongestWait = 86'400;

}  // namespace

void LedgerReadOptions::declare(po::options_description& options) {
  auto add = options.add_options();
  add("state", po::value(&state_)->value_name("DIR"), "the state folder whose ledger it is");
  add("report", po::value(&report_)->value_name("text|json")->default_value("text"), "form of the answer");
}

void LedgerReadOptions::accept() const {
  if (state_.empty()) throw UsageError("--state is missing");
  if (report_ != "text" && report_ != "json") {
    throw UsageError(fmt::format("--report takes text or json, not '{}'", report_));
  }
}

void check_ledger_text(std::string_view option, const std::string& text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (text.size() > kLongestText) throw UsageError(fmt::format("--{} takes at most {} bytes", option, kLongestText));
  if (!is_utf8(text)) throw UsageError(fmt::format("--{} is not UTF-8", option));
  if (std::any_of(text.begin(), text.end(), control)) {
    throw UsageError(fmt::format("--{} takes one line without control characters", option));
  }
}

std::chrono::seconds seconds_of_option(const std::string& text) {
  int seconds = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, seconds);
  if (!text.empty() && (error != std::errc() || stop != end || seconds < 0 || seconds > kLongestWait)) {
    throw UsageError(fmt::format("--wait takes 0 to {} seconds, not '{}'", kLongestWait, text));
  }
  return std::chrono::seconds(seconds);
}

LedgerNotices ledger_notices_of(const GlobalOptions& global) {
  LedgerNotices notices;
  notices.say = [&global](const std::string& sentence) { std::cerr << message_line("note", sentence, global) << "\n"; };
  return notices;
}

}  // namespace daicho
