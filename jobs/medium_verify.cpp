#include "jobs/medium_verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "formats/character_tables.hpp"
#include "formats/checks/profile.hpp"
#include "formats/error.hpp"
#include "formats/sha256.hpp"
#include "formats/validation.hpp"
#include "jobs/delivered_file.hpp"
#include "jobs/durable.hpp"
#include "jobs/medium_listing.hpp"
#include "jobs/opened_volume.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18;

/// Counts what it is told on its way to the caller.
class CountingSink : public MediumVerifySink {
 public:
  explicit CountingSink(MediumVerifySink& next) : next_(next) {}
  void fault(MediumFault what, const std::string& file, const std::string& detail) override {
    ++faults_;
    next_.fault(what, file, detail);
  }
  void note(MediumNote what, const std::string& file, const std::string& detail) override {
    next_.note(what, file, detail);
  }
  std::uint64_t faults() const { return faults_; }

 private:
  MediumVerifySink& next_;
  std::uint64_t faults_ = 0;
};

/// Findings are counted: `daicho validate` on the extracted file tells them one by one.
class FindingCount : public ValidationSink {
 public:
  void add(const Finding& /*finding*/, std::string_view /*record*/) override {}
};

MediumFault fault_of(UnsealFault fault) {
  switch (fault) {
    case UnsealFault::not_for_us:
      return MediumFault::not_for_us;
    case UnsealFault::altered:
      return MediumFault::seal_altered;
    case UnsealFault::not_signed:
      return MediumFault::not_signed;
    case UnsealFault::bad_signature:
      return MediumFault::bad_signature;
    case UnsealFault::unknown_signer:
      return MediumFault::unknown_signer;
    case UnsealFault::none:
    case UnsealFault::not_a_seal:
      break;
  }
  return MediumFault::not_a_seal;
}

void refuse_used_folder(const fs::path& folder) {
  std::error_code none;
  const fs::file_status status = fs::symlink_status(folder, none);
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status) || !fs::is_empty(folder)) {
    throw UsageError(fmt::format("--extract takes a new or an empty folder; {} is none", folder.string()));
  }
}

/// One verification with a key.
class Opening {
 public:
  Opening(const MediumVerifyRequest& request, const Catalog& catalog, CountingSink& sink,
          const std::vector<ListedVolume>& volumes)
      : request_(request),
        catalog_(catalog),
        sink_(sink),
        opener_(volumes, *request.certificate, *request.key, request.authorities ? &*request.authorities : nullptr) {}

  void run(MediumVerifyResult& result) {
    DeliveryCheck check(sink_);
    for (std::size_t index = 0; index < opener_.count(); ++index) open(index, check);
    const std::vector<ManifestFile> whole = check.finish();
    result.opened = true;
    result.files = whole.size();
    result.records = record_count(whole);
    for (const ManifestFile& file : whole) {
      sink_.note(MediumNote::file_whole, file.name, fmt::format("{} {}", file.records, file.bytes));
      if (file.kind == "data") validate_file(file);
    }
    if (!request_.extract.empty() && seals_hold_) extract(whole);
  }

 private:
  void open(std::size_t index, DeliveryCheck& check) {
    const std::string& name = opener_.volume(index).name;
    const UnsealResult& seal = opener_.open(index);
    if (seal.fault != UnsealFault::none) {
      seals_hold_ = false;
      sink_.fault(fault_of(seal.fault), name, seal.signer);
      if (seal.fault != UnsealFault::unknown_signer) return;
    } else if (seal.signer.empty()) {
      sink_.note(MediumNote::unsigned_seal, name, {});
    } else {
      sink_.note(seal.signer_known ? MediumNote::signed_by : MediumNote::signer_open, name, seal.signer);
    }
    const auto volume = read_volume(seal.content.view(), name, sink_);
    if (!volume) return;
    const auto taken = check.add(*volume, name);
    if (!taken) return;
    for (const MediumPiece& piece : *taken) places_[piece.file].push_back({index, piece.name});
    if (!volume->manifest.empty()) manifest_ = volume->manifest;
  }

  void validate_file(const ManifestFile& file) {
    std::shared_ptr<const Layout> layout;
    std::optional<FormatSpec> format;
    try {
      layout = catalog_.layout(file.layout);
      format = parse_format_spec(file.format);
    } catch (const UsageError&) {
    }
    if (!layout || !format || layout->version != file.layout_version) {
      return sink_.fault(MediumFault::layout_unknown, file.name,
                         fmt::format("{} {}", file.layout, file.layout_version));
    }
    const auto source = delivered_file(opener_, places_[file.name], file.name);
    const CharacterTables tables(catalog_);
    const Profile profile;
    FindingCount findings;
    ValidationOptions options;
    options.threads = request_.threads;
    const ValidationSummary summary =
        validate({*layout, *format, *source, tables.text_options(format->charset), profile}, options, findings);
    if (summary.errors > 0) {
      sink_.fault(MediumFault::layout_errors, file.name, std::to_string(summary.errors));
    }
    if (summary.warnings > 0) sink_.note(MediumNote::warnings, file.name, std::to_string(summary.warnings));
    if (summary.read.records != file.records) {
      sink_.fault(MediumFault::wrong_count, file.name, fmt::format("{} {}", summary.read.records, file.records));
    }
  }

  void extract(const std::vector<ManifestFile>& files) {
    make_private_folder(request_.extract);
    for (const ManifestFile& file : files) {
      const auto source = delivered_file(opener_, places_[file.name], file.name);
      std::vector<char> block(kBlock);
      write(file.name, [&](DurableFile& out) {
        Sha256 digest;
        while (const std::size_t count = source->read(block.data(), block.size())) {
          out.write({block.data(), count});
          digest.update({block.data(), count});
        }
        if (digest.hex() != file.sha256) throw WorldError(fmt::format("{} changed while it was read", file.name));
      });
    }
    if (!manifest_.empty()) {
      write(std::string(kManifestName), [&](DurableFile& out) { out.write(manifest_); });
    }
    sync_folder(request_.extract);
  }

  void write(const std::string& name, const std::function<void(DurableFile&)>& fill) {
    const fs::path part = request_.extract / (name + ".part");
    DurableFile out(part, DurableFile::Existing::refuse);
    fill(out);
    out.finish();
    rename_to_new_name(part, request_.extract / name);
    sink_.note(MediumNote::extracted, name, (request_.extract / name).string());
  }

  const MediumVerifyRequest& request_;
  const Catalog& catalog_;
  CountingSink& sink_;
  VolumeOpener opener_;
  std::map<std::string, std::vector<PiecePlace>> places_;  // by file
  std::string manifest_;
  bool seals_hold_ = true;
};

void name_recipients(const ListedVolume& volume, MediumVerifySink& sink) {
  const auto message = read_bounded(volume.path, kMostVolumeBytes);
  const auto recipients = message ? recipients_of_seal(*message) : std::nullopt;
  if (!recipients) return sink.fault(MediumFault::not_a_seal, volume.name, {});
  for (const std::string& recipient : *recipients) sink.note(MediumNote::recipients, volume.name, recipient);
}

}  // namespace

MediumVerifyResult verify_media(const MediumVerifyRequest& request, const Catalog& catalog, MediumVerifySink& sink) {
  if (!request.extract.empty()) refuse_used_folder(request.extract);
  CountingSink counting(sink);
  const std::vector<ListedVolume> volumes = list_media(request.folders, counting);
  MediumVerifyResult result;
  result.volumes = volumes.size();
  if (!volumes.empty()) name_recipients(volumes.front(), counting);
  if (request.key && counting.faults() == 0) Opening(request, catalog, counting, volumes).run(result);
  return result;
}

}  // namespace daicho
