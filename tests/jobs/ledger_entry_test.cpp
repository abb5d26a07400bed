#include "jobs/ledger_entry.hpp"

#include <doctest/doctest.h>

namespace daicho::test {
namespace {

LedgerEntry full_entry() {
  LedgerEntry entry;
  int n = 0;
  for (std::string* text :
       {&entry.at, &entry.kind, &entry.account, &entry.host, &entry.program, &entry.job, &entry.run, &entry.as_of,
        &entry.destination, &entry.approved_by, &entry.purpose, &entry.reason, &entry.details, &entry.reference}) {
    *text = "値" + std::to_string(++n);
  }
  entry.people = 18'446'744'073'709'551'615U;
  entry.individual_numbers = 0;
  return entry;
}

TEST_CASE("an entry waits in the outbox and comes back as it was") {
  const LedgerEntry entry = full_entry();
  const std::string bytes = encode_entry(entry);
  const auto back = decode_entry(bytes);
  REQUIRE(back.has_value());
  CHECK(encode_entry(*back) == bytes);
  CHECK(back->people == entry.people);
  CHECK(back->reference == "値14");
}

TEST_CASE("bytes that are cut, longer or altered are no entry") {
  const std::string bytes = encode_entry(full_entry());
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_entry(bytes.substr(0, size)).has_value());
  CHECK_FALSE(decode_entry(bytes + '\0').has_value());
  std::string huge = bytes;
  huge[0] = '\xFF';
  CHECK_FALSE(decode_entry(huge).has_value());
}

TEST_CASE("the canonical bytes hold each column with its length, the number first, the mac before last") {
  LedgerEntry entry;
  entry.kind = "run";
  entry.details = "";
  entry.people = 12;
  const std::string canonical = canonical_entry(7, entry, "ab");
  const auto column = [](std::string_view value) {
    return std::string(7, '\0') + static_cast<char>(value.size()) + std::string(value);
  };
  std::string expected = column("7") + column("") + column("run");
  for (int i = 0; i < 7; ++i) expected += column("");
  expected += column("12") + column("0");
  for (int i = 0; i < 5; ++i) expected += column("");
  CHECK(canonical == expected + column("ab"));
}

TEST_CASE("whoever signs an entry is named, and what is filled in stays") {
  LedgerEntry entry;
  entry.kind = "run";
  entry.host = "kept";
  sign_entry(entry);
  CHECK(entry.at.size() == std::string("2026-11-20T22:15:30.123+09:00").size());
  CHECK(entry.at.ends_with("+09:00"));
  CHECK(entry.account == account_name());
  CHECK_FALSE(entry.account.empty());
  CHECK(entry.host == "kept");
  CHECK_FALSE(entry.program.empty());
  CHECK(entry.reference.starts_with("run:"));
  LedgerEntry other;
  other.kind = "run";
  sign_entry(other);
  CHECK(other.reference != entry.reference);
}

}  // namespace
}  // namespace daicho::test
