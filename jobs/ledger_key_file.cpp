#include "jobs/ledger_key_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

#include "formats/error.hpp"
#include "jobs/descriptor.hpp"
#include "jobs/durable.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFirstLine = "daicho ledger key 1\n";
constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kEntryDigits = 20;
constexpr std::size_t kKeyDigits = 64;
constexpr std::size_t kLargest = 256;  // a key file has 156 bytes

std::string text_of(const LedgerKey& key) {
  std::string digits = key.key.hex();
  std::string text = fmt::format("{}ledger {}\nentries {:020}\nkey ", kFirstLine, key.ledger, key.entries);
  text.reserve(kLargest);  // so that no shorter copy of the key stays behind
  text += digits;
  text += '\n';
  wipe(digits);
  return text;
}

/// Takes `name`, a space, `digits` characters and a line end off the front; nothing where they do not stand there.
std::optional<std::string_view> take_line(std::string_view& text, std::string_view name, std::size_t digits) {
  const std::size_t size = name.size() + 1 + digits + 1;
  if (text.size() < size || !text.starts_with(name) || text[name.size()] != ' ' || text[size - 1] != '\n') {
    return std::nullopt;
  }
  const std::string_view value = text.substr(name.size() + 1, digits);
  text.remove_prefix(size);
  return value;
}

std::optional<LedgerKey> key_of(std::string_view text) {
  if (!text.starts_with(kFirstLine)) return std::nullopt;
  text.remove_prefix(kFirstLine.size());
  const auto id = take_line(text, "ledger", kIdDigits);
  if (!id) return std::nullopt;
  const auto entries = take_line(text, "entries", kEntryDigits);
  if (!entries) return std::nullopt;
  const auto digits = take_line(text, "key", kKeyDigits);
  if (!digits || !text.empty()) return std::nullopt;
  const auto key = SealKey::from_hex(*digits);
  if (!key) return std::nullopt;
  LedgerKey result{std::string(*id), 0, *key};
  const char* end = entries->data() + entries->size();
  const auto [stop, error] = std::from_chars(entries->data(), end, result.entries);
  if (error != std::errc() || stop != end) return std::nullopt;
  return result;
}

/// What an open file held, zeros instead. Failing is no error: the name is gone, and nothing better can be done.
void overwrite(int fd) {
  const off_t size = ::lseek(fd, 0, SEEK_END);
  if (size <= 0) return;
  const std::string zeros(static_cast<std::size_t>(size), '\0');
  if (::pwrite(fd, zeros.data(), zeros.size(), 0) > 0) ::fsync(fd);
}

/// The key that a crash left in the temporary file.
void overwrite_stale(const fs::path& temporary) {
  const Descriptor stale(::open(temporary.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
  if (stale.open()) overwrite(stale.number());
}

}  // namespace

std::optional<LedgerKey> read_ledger_key(const fs::path& file) {
  const Descriptor opened(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  if (!opened.open() && errno == ENOENT) return std::nullopt;
  if (!opened.open()) throw_errno("open", file.string());
  std::string text(kLargest, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t count = ::read(opened.number(), text.data() + size, text.size() - size);
    if (count < 0) throw_errno("read", file.string());
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  auto key = key_of(std::string_view(text).substr(0, size));
  wipe(text);
  if (!key) throw RefusedError(fmt::format("{} is not the key file of a ledger", file.string()));
  return key;
}

void replace_ledger_key(const fs::path& file, const LedgerKey& key) {
  const Descriptor old(::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
  const fs::path temporary = file.parent_path() / ("." + file.filename().string());
  overwrite_stale(temporary);
  std::string text = text_of(key);
  try {
    DurableFile replacement(temporary);
    const Descriptor same(::open(temporary.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    try {
      replacement.write(text);
      replacement.finish();
    } catch (...) {
      if (same.open()) overwrite(same.number());
      throw;
    }
  } catch (...) {
    wipe(text);
    throw;
  }
  wipe(text);
  if (::rename(temporary.c_str(), file.c_str()) != 0) throw_errno("replace", file.string());
  sync_folder(file.parent_path());
  if (old.open()) overwrite(old.number());
}

}  // namespace daicho
