#include "jobs/ustar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <stdexcept>

namespace daicho {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kNameSize = 100;
constexpr std::size_t kMostMembers = 4096;

// Where the fields of a header stand (POSIX.1, pax, "ustar Interchange Format").
constexpr std::size_t kModeAt = 100;
constexpr std::size_t kOwnerAt = 108;
constexpr std::size_t kGroupAt = 116;
constexpr std::size_t kSizeAt = 124;
constexpr std::size_t kTimeAt = 136;
constexpr std::size_t kChecksumAt = 148;
constexpr std::size_t kTypeAt = 156;
constexpr std::size_t kMagicAt = 257;
constexpr std::string_view kMagic{"ustar\00000", 8};
constexpr std::size_t kLongDigits = 11;

constexpr std::array<char, 2 * kBlock> kZeros{};

void put(std::string& header, std::size_t at, std::string_view text) { header.replace(at, text.size(), text); }

/// Eleven octal digits and a NUL, nothing else.
std::optional<std::uint64_t> octal_at(std::string_view header, std::size_t at) {
  std::uint64_t value = 0;
  for (const char digit : header.substr(at, kLongDigits)) {
    if (digit < '0' || digit > '7') return std::nullopt;
    value = value * 8 + static_cast<std::uint64_t>(digit - '0');
  }
  if (header[at + kLongDigits] != '\0') return std::nullopt;
  return value;
}

bool all_zeros(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == '\0'; });
}

struct HeaderFields {
  std::string_view name;
  std::uint64_t bytes = 0;
};

/// Takes a header only where it is, byte for byte, the one that `archive_header` would write for its own fields: no
/// other type, mode, owner, link or prefix can hide in it.
std::optional<HeaderFields> fields_of(std::string_view header) {
  const std::string_view name = header.substr(0, std::min(header.find('\0'), kNameSize));
  const auto bytes = octal_at(header, kSizeAt);
  const auto time = octal_at(header, kTimeAt);
  if (!archive_name_valid(name) || !bytes || !time) return std::nullopt;
  if (archive_header(name, *bytes, static_cast<std::int64_t>(*time)) != header) return std::nullopt;
  return HeaderFields{name, *bytes};
}

}  // namespace

bool archive_name_valid(std::string_view name) {
  const auto allowed = [](char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '.' || byte == '_' || byte == '-';
  };
  return !name.empty() && name.size() <= kNameSize && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), allowed);
}

std::string archive_header(std::string_view name, std::uint64_t bytes, std::int64_t time) {
  if (!archive_name_valid(name) || bytes > kMostMemberBytes || time < 0 ||
      time > static_cast<std::int64_t>(kMostMemberBytes)) {
    throw std::invalid_argument(fmt::format("an archive cannot hold '{}' of {} bytes", name, bytes));
  }
  std::string header(kBlock, '\0');
  put(header, 0, name);
  put(header, kModeAt, "0000600");
  put(header, kOwnerAt, "0000000");
  put(header, kGroupAt, "0000000");
  put(header, kSizeAt, fmt::format("{:011o}", bytes));
  put(header, kTimeAt, fmt::format("{:011o}", time));
  put(header, kTypeAt, "0");
  put(header, kMagicAt, kMagic);
  put(header, kChecksumAt, "        ");
  unsigned sum = 0;
  for (const char byte : header) sum += static_cast<unsigned char>(byte);
  put(header, kChecksumAt, fmt::format("{:06o}", sum));
  header[kChecksumAt + 6] = '\0';
  return header;
}

std::string_view archive_padding(std::uint64_t bytes) {
  return {kZeros.data(), static_cast<std::size_t>((kBlock - bytes % kBlock) % kBlock)};
}

std::string_view archive_end() { return {kZeros.data(), kZeros.size()}; }

bool looks_like_archive(std::string_view bytes) {
  return bytes.size() >= kBlock && bytes.substr(kMagicAt, kMagic.size()) == kMagic;
}

ArchiveReading read_archive(std::string_view archive) {
  ArchiveReading reading;
  std::set<std::string_view> names;
  const auto fault = [&](std::string reason) {
    reading.fault = std::move(reason);
    return reading;
  };
  std::string_view rest = archive;
  for (;;) {
    if (rest.size() < archive_end().size()) return fault("the archive ends without its end");
    if (rest == archive_end()) return reading;
    const auto fields = fields_of(rest.substr(0, kBlock));
    const std::size_t member = reading.members.size() + 1;
    if (!fields) return fault(fmt::format("member {} is not of the kind that a medium holds", member));
    if (member > kMostMembers) return fault("the archive has too many members");
    rest.remove_prefix(kBlock);
    if (fields->bytes > rest.size()) return fault(fmt::format("the archive ends inside {}", fields->name));
    if (!names.insert(fields->name).second) return fault(fmt::format("{} stands twice", fields->name));
    reading.members.push_back({fields->name, rest.substr(0, static_cast<std::size_t>(fields->bytes))});
    rest.remove_prefix(static_cast<std::size_t>(fields->bytes));
    const std::size_t padding = archive_padding(fields->bytes).size();
    if (padding > rest.size() || !all_zeros(rest.substr(0, padding))) {
      return fault(fmt::format("the archive ends inside {}", fields->name));
    }
    rest.remove_prefix(padding);
  }
}

}  // namespace daicho
