#include "jobs/publisher.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "formats/error.hpp"
#include "jobs/digest.hpp"
#include "jobs/durable.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

}  // namespace

/// A file of the run: hashed as it is written.
class Publisher::File : public ByteSink {
 public:
  File(Publisher& publisher, const std::string& name)
      : publisher_(publisher), name_(name), file_(publisher.folder_ / name) {}

  void write(std::string_view bytes) override {
    file_.write(bytes);
    digest_.update(bytes);
    bytes_ += bytes.size();
  }

  void commit() override {
    file_.finish();
    publisher_.written_.push_back({name_, bytes_, digest_.hex()});
    publisher_.reached(PublishStep::file_written);
  }

  const std::string& name() const override { return name_; }

 private:
  Publisher& publisher_;
  std::string name_;
  DurableFile file_;
  Sha256 digest_;
  std::uint64_t bytes_ = 0;
};

Publisher::Publisher(fs::path out, std::string run_name, PublishHook hook)
    : out_(std::move(out)),
      run_name_(std::move(run_name)),
      folder_(out_ / temporary_name(run_name_)),
      hook_(std::move(hook)) {
  make_private_folder(out_);
  if (fs::exists(fs::symlink_status(out_ / run_name_))) {
    throw RefusedError(fmt::format("{} exists, but the state does not know it", (out_ / run_name_).string()));
  }
  fs::remove_all(folder_);  // of a link: the link
  make_new_private_folder(folder_);
}

Publisher::~Publisher() {
  std::error_code ignored;
  if (!published_) fs::remove_all(folder_, ignored);
}

std::unique_ptr<ByteSink> Publisher::open(const std::string& name) { return std::make_unique<File>(*this, name); }

void Publisher::describe(ManifestFile& file) const {
  const auto found =
      std::find_if(written_.begin(), written_.end(), [&](const Written& written) { return written.name == file.name; });
  if (found == written_.end()) throw std::logic_error("no such file was committed: " + file.name);
  file.bytes = found->bytes;
  file.sha256 = found->sha256;
}

std::string Publisher::seal(const Manifest& manifest) {
  const std::string text = manifest_text(manifest);
  const auto file = open(std::string(kManifestName));
  file->write(text);
  file->commit();
  std::string digest = sha256_of(text);
  seal_copy(digest);
  return digest;
}

void Publisher::seal_copy(std::string_view manifest_sha256) {
  sync_folder(folder_);
  sync_folder(out_);
  reached(PublishStep::files_synced);
  std::string difference;
  if (!verify_run_folder(folder_, manifest_sha256, difference)) {
    throw WorldError(fmt::format("what was written to {} does not come back: {}", out_.string(), difference));
  }
  reached(PublishStep::verified);
}

void Publisher::publish() {
  published_ = true;  // from here on nobody may remove it: the state says that it will be published
  rename_to_new_name(folder_, final_folder());
  sync_folder(out_);
  reached(PublishStep::renamed);
}

std::optional<Publisher::Recovered> Publisher::recover(const std::vector<fs::path>& outs, const std::string& run_name,
                                                       const std::string& manifest_sha256) {
  std::string published;  // what stands under the final name, and why it is not the run
  for (const fs::path& out : outs) {
    for (const fs::path& folder : {out / run_name, out / temporary_name(run_name)}) {
      if (!fs::exists(fs::symlink_status(folder))) continue;
      std::string difference;
      auto manifest = verify_run_folder(folder, manifest_sha256, difference);
      if (!manifest) {
        if (folder.filename() == run_name) published = fmt::format("{} ({})", folder.string(), difference);
        continue;
      }
      if (folder.filename() != run_name) rename_to_new_name(folder, out / run_name);
      sync_folder(out);
      return Recovered{std::move(*manifest), out / run_name};
    }
  }
  // Somebody may have taken it from there already: it must neither be forgotten nor made a second time.
  if (!published.empty()) {
    throw RefusedError(
        fmt::format("an interrupted run stands published, but not as it was written: {}; put that right, or move the "
                    "folder away where nobody took anything from it",
                    published));
  }
  return std::nullopt;
}

bool Publisher::remove_remainder(const fs::path& out, const std::string& run_name) {
  const fs::path folder = out / temporary_name(run_name);
  std::error_code error;
  const std::uintmax_t removed = fs::remove_all(folder, error);
  if (error) throw WorldError(fmt::format("cannot remove {}: {}", folder.string(), error.message()));
  return removed != 0;
}

}  // namespace daicho
