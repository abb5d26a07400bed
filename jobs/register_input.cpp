#include "jobs/register_input.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <vector>

#include "formats/error.hpp"
#include "formats/reader.hpp"
#include "jobs/durable.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

void spool_standard_input(const std::filesystem::path& target) {
  const auto source = open_source("-");
  DurableFile file(target);
  std::vector<char> buffer(kBlock);
  while (const std::size_t count = source->read(buffer.data(), buffer.size())) file.write({buffer.data(), count});
  file.finish();
}

bool same_file(const struct stat& a, const struct stat& b) {
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
         a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

}  // namespace

RegisterInput::RegisterInput(const std::string& name, std::optional<FormatSpec> from,
                             const std::filesystem::path& spool_folder)
    : path_(name), from_(from) {
  const std::filesystem::path spool = spool_folder / "register.spool";
  ::unlink(spool.c_str());  // a killed run's
  if (name == "-") {
    path_ = spool.string();
    spool_standard_input(path_);
    spooled_ = true;
  }
  if (::stat(path_.c_str(), &seen_) != 0) throw_errno("open", path_);
  if (!S_ISREG(seen_.st_mode)) throw WorldError(fmt::format("cannot read {}: not a file", path_));
}

RegisterInput::~RegisterInput() {
  if (spooled_) ::unlink(path_.c_str());
}

FormatSpec RegisterInput::format(const Layout& layout, ByteSource& source) const {
  if (from_) return *from_;
  const Detection detection = detect_format(layout, source);
  if (!detection.format) {
    throw UsageError(fmt::format("cannot tell the format of {}: {}; --from names it", path_, detection.reason));
  }
  return *detection.format;
}

void RegisterInput::refuse_if_changed() const {
  struct stat now {};
  if (::stat(path_.c_str(), &now) != 0 || !same_file(seen_, now)) {
    throw WorldError(fmt::format("{} changed while it was read; nothing was published", path_));
  }
}

}  // namespace daicho
