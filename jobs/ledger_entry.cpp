#include "jobs/ledger_entry.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <fstream>
#include <vector>

#include "jobs/ledger_seal.hpp"
#include "jobs/run_identity.hpp"

namespace daicho {
namespace {

constexpr std::size_t kTexts = 14;                // columns from `at` to `reference` that are text
constexpr std::size_t kBeforeCounts = 9;          // `at` to `destination`
constexpr unsigned long kNoLogin = 4294967295UL;  // of a process that nobody logged in for
constexpr std::size_t kLongestNameBuffer = std::size_t{1} << 16;

/// The text columns in order; `people` and `individual_numbers` stand after the ninth.
template <typename Entry>
auto texts_of(Entry& entry) {
  return std::array{&entry.at,      &entry.kind,   &entry.account, &entry.host,        &entry.program,
                    &entry.job,     &entry.run,    &entry.as_of,   &entry.destination, &entry.approved_by,
                    &entry.purpose, &entry.reason, &entry.details, &entry.reference};
}
static_assert(std::tuple_size_v<decltype(texts_of(std::declval<LedgerEntry&>()))> == kTexts);

void append_column(std::string& bytes, std::string_view value) {
  bytes += eight_bytes(value.size());
  bytes += value;
}

/// Takes one column off the front; nothing where the bytes end before it does.
std::optional<std::string_view> take_column(std::string_view& bytes) {
  if (bytes.size() < 8) return std::nullopt;
  std::uint64_t size = 0;
  for (const char byte : bytes.substr(0, 8)) size = size << 8 | static_cast<unsigned char>(byte);
  bytes.remove_prefix(8);
  if (size > bytes.size()) return std::nullopt;
  const std::string_view column = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return column;
}

bool take_number(std::string_view& bytes, std::uint64_t& number) {
  const auto column = take_column(bytes);
  if (!column) return false;
  const char* end = column->data() + column->size();
  const auto [stop, error] = std::from_chars(column->data(), end, number);
  return error == std::errc() && stop == end;
}

std::string name_of(uid_t uid) {
  std::vector<char> buffer(kLongestNameBuffer);
  passwd entry{};
  passwd* found = nullptr;
  if (::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) return found->pw_name;
  return fmt::format("uid {}", uid);
}

}  // namespace

std::string host_name() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "unknown";
  return name.data();
}

void sign_entry(LedgerEntry& entry) {
  if (entry.at.empty()) entry.at = wall_time_in_japan();
  if (entry.account.empty()) entry.account = account_name();
  if (entry.host.empty()) entry.host = host_name();
  if (entry.program.empty()) entry.program = DAICHO_VERSION;
  if (entry.reference.empty()) entry.reference = entry.kind + ":" + random_id();
}

std::string encode_entry(const LedgerEntry& entry) {
  std::string bytes;
  std::size_t column = 0;
  for (const std::string* text : texts_of(entry)) {
    append_column(bytes, *text);
    if (++column != kBeforeCounts) continue;
    append_column(bytes, std::to_string(entry.people));
    append_column(bytes, std::to_string(entry.individual_numbers));
  }
  return bytes;
}

std::optional<LedgerEntry> decode_entry(std::string_view bytes) {
  LedgerEntry entry;
  std::size_t column = 0;
  for (std::string* text : texts_of(entry)) {
    const auto value = take_column(bytes);
    if (!value) return std::nullopt;
    *text = *value;
    if (++column != kBeforeCounts) continue;
    if (!take_number(bytes, entry.people) || !take_number(bytes, entry.individual_numbers)) return std::nullopt;
  }
  if (!bytes.empty()) return std::nullopt;
  return entry;
}

std::string canonical_entry(std::uint64_t number, const LedgerEntry& entry, std::string_view previous_mac) {
  std::string bytes;
  append_column(bytes, std::to_string(number));
  bytes += encode_entry(entry);
  append_column(bytes, previous_mac);
  return bytes;
}

std::string wall_time_in_japan() {
  const std::string moment = moment_in_japan();  // YYYYMMDDhhmmssSSS
  const auto part = [&](std::size_t from, std::size_t count) { return std::string_view(moment).substr(from, count); };
  return fmt::format("{}-{}-{}T{}:{}:{}.{}+09:00", part(0, 4), part(4, 2), part(6, 2), part(8, 2), part(10, 2),
                     part(12, 2), part(14, 3));
}

std::string account_name() {
  const uid_t acting = ::geteuid();
  std::string name = name_of(acting);
  unsigned long login = kNoLogin;
  std::ifstream("/proc/self/loginuid") >> login;
  if (login != kNoLogin && login != acting) name += fmt::format(" (login {})", name_of(static_cast<uid_t>(login)));
  return name;
}

}  // namespace daicho
