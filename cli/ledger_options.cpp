#include "cli/ledger_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <iostream>

#include "cli/refusal_words.hpp"
#include "cli/report.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

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
  notices.say = [&global](const std::string& sentence) {
    const Language language = global.log_json ? Language::en : global.language;
    std::cerr << message_line("note", sentence_in(language, sentence), global) << "\n";
  };
  return notices;
}

}  // namespace daicho
