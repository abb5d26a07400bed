#include "jobs/medium_write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "formats/error.hpp"
#include "jobs/durable.hpp"
#include "jobs/ledger_link.hpp"
#include "jobs/medium_entry.hpp"
#include "jobs/medium_publish.hpp"
#include "jobs/medium_volume.hpp"
#include "jobs/published_runs.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLockName = "media.lock";

/// The manifest as it was published.
std::string manifest_of(const MediumContentsChoice& choice) {
  const fs::path file = choice.folder / kManifestName;
  std::string text;
  for_each_block(file, [&](std::string_view block) { text += block; });
  if (sha256_of(text) != choice.row.manifest_sha256) {
    throw WorldError(fmt::format("{} changed while it was read", file.string()));
  }
  return text;
}

std::vector<MediumFolder> open_folders(const std::vector<fs::path>& paths) {
  std::vector<MediumFolder> folders;
  for (const fs::path& path : paths) {
    for (const MediumFolder& other : folders) {
      if (fs::equivalent(other.path(), path)) {
        throw UsageError(fmt::format("{} and {} are the same folder", other.path().string(), path.string()));
      }
    }
    folders.emplace_back(path);
  }
  return folders;
}

void refuse_wrong_count(const MediumRequest& request, unsigned media) {
  const std::size_t needed = std::size_t{media} * request.copies;
  if (request.to.size() == needed) return;
  const std::string each = media == 1 ? "1 medium" : fmt::format("{} media of {} bytes", media, request.capacity);
  throw RefusedError(fmt::format("{} a copy, {} {}: --to must name {} empty {}, not {}", each, request.copies,
                                 request.copies == 1 ? "copy" : "copies", needed, needed == 1 ? "folder" : "folders",
                                 request.to.size()));
}

void refuse_unacknowledged(const MediumRequest& request, const MediumContentsChoice& choice) {
  if (request.acknowledged == choice.held_back) return;
  if (choice.held_back == 0) {
    throw RefusedError(fmt::format("{} holds nobody back: --acknowledge-rejects {} is about another", request.run,
                                   request.acknowledged));
  }
  const ManifestCounts& counts = choice.manifest.counts;
  throw RefusedError(
      fmt::format("{} holds back {} ({} rejected, {} waiting); look at rejects.csv and waiting.csv, "
                  "then say --acknowledge-rejects {}",
                  request.run, choice.held_back == 1 ? "1 person" : fmt::format("{} people", choice.held_back),
                  counts.rejected, counts.waiting, choice.held_back));
}

void refuse_by_register(const MediumRequest& request, const MediumRecord* newest,
                        const std::vector<MediumFolder>& folders) {
  if (newest != nullptr && !request.reason) {
    const MediumDelivery& made = newest->facts.delivery;
    if (const auto damage = damage_of(newest->facts, folders)) {
      throw RefusedError(fmt::format("{}; --redo --reason TEXT makes another, in an empty folder", *damage));
    }
    throw RefusedError(fmt::format("a medium of {} exists already: {}, made {}; --redo --reason TEXT makes another",
                                   request.run, made.number, made.made.substr(0, 14)));
  }
  if (newest == nullptr && request.reason) {
    throw RefusedError(fmt::format("no medium of {} exists; --redo is for one that is lost or damaged", request.run));
  }
}

void refuse_full_folders(const std::vector<MediumFolder>& folders) {
  for (const MediumFolder& folder : folders) {
    const MediumFolderContent content = folder.content();
    std::vector<std::string> names = content.others;
    names.insert(names.end(), content.finals.begin(), content.finals.end());
    if (names.empty()) continue;
    throw RefusedError(fmt::format("{} holds other things ({}{}); a medium begins empty", folder.path().string(),
                                   names[0], names.size() > 1 ? fmt::format(" and {} more", names.size() - 1) : ""));
  }
}

void check_space(const MediumRequest& request, const std::vector<MediumFolder>& folders, const MediumPlan& plan) {
  constexpr std::uint64_t kLeastToDivide = 1000000;  // what --capacity takes at least
  if (request.capacity != 0 && plan.largest > request.capacity) throw std::logic_error("a medium was planned too full");
  for (const MediumFolder& folder : folders) {
    const std::uint64_t room = folder.free_bytes() + folder.part_bytes();
    const std::uint64_t needed = needed_bytes(plan, folder);
    if (room >= needed) continue;
    throw WorldError(fmt::format(
        "{} has {} bytes free, and up to {} are needed; {}", folder.path().string(), room, needed,
        room >= kLeastToDivide ? "--capacity divides over several media" : "take a medium that holds more"));
  }
}

/// What another writing recorded and did not finish is not to be lost for this one.
void refuse_recorded_parts(const MediumRequest& request, const std::string& destination, const MediaRegister& media,
                           const std::vector<MediumFolder>& folders) {
  for (const MediumFolder& folder : folders) {
    for (const std::string& part : folder.content().parts) {
      const MediumRecord* record = media.find(std::string_view(part).substr(0, part.find('_')));
      if (record == nullptr) continue;
      const MediumDelivery& delivery = record->facts.delivery;
      if (delivery.run == request.run && delivery.destination == destination) continue;
      throw RefusedError(
          fmt::format("{} holds {}, which is on record and not finished: the `daicho media write --run {} "
                      "--destination '{}'` that began it finishes it; take another medium",
                      folder.path().string(), delivery.number, delivery.run, delivery.destination));
    }
  }
}

/// Before anything is written: a slip that cannot be written is no reason for a medium without one.
void check_slip_folder(const fs::path& folder) {
  make_private_folder(folder);
  DurableFile(folder / ".slip.part");  // goes again at once
}

void remove_parts(const std::vector<MediumFolder>& folders, const LedgerNotices& notices) {
  for (const MediumFolder& folder : folders) {
    const std::vector<std::string> parts = folder.content().parts;
    if (parts.empty()) continue;
    folder.remove(parts);
    notices.say(
        fmt::format("{}: removed {} of an interrupted writing", folder.path().string(),
                    parts.size() == 1 ? "1 unfinished file" : fmt::format("{} unfinished files", parts.size())));
  }
}

/// Removes what was written unless it was recorded. What cannot be removed goes with the next writing.
class UnrecordedParts {
 public:
  explicit UnrecordedParts(const std::vector<MediumFolder>& folders) : folders_(folders) {}
  UnrecordedParts(const UnrecordedParts&) = delete;
  UnrecordedParts& operator=(const UnrecordedParts&) = delete;
  ~UnrecordedParts() {
    if (!kept_) remove();
  }
  /// From here on the entry may stand.
  void keep() { kept_ = true; }
  /// No entry stands.
  void give_up() { kept_ = false; }

 private:
  void remove() const {
    for (const MediumFolder& folder : folders_) {
      try {
        folder.remove(folder.content().parts);
      } catch (const std::exception&) {  // taken out, or full beyond help
      }
    }
  }

  const std::vector<MediumFolder>& folders_;
  bool kept_ = false;
};

/// Appends the entry. Where it is refused, or cannot be written, what is on the media goes; where that cannot be told,
/// it stays, and the reference tells the next writing.
void append_or_give_up(Ledger& ledger, const LedgerEntry& entry, UnrecordedParts& parts) {
  parts.keep();
  LedgerReceipt receipt;
  try {
    receipt = ledger.append(entry);
  } catch (const std::exception&) {
    if (!ledger.store().find_reference(entry.reference)) parts.give_up();
    throw;
  }
  if (receipt.written) return;
  parts.give_up();
  throw RefusedError(fmt::format("{} stands in the ledger already, as entry {}", entry.reference, receipt.number));
}

MediumFacts facts_of(const MediumRequest& request, const MediumContentsChoice& choice, unsigned media) {
  MediumFacts facts;
  MediumDelivery& delivery = facts.delivery;
  delivery.made = request.now;
  delivery.municipality = choice.manifest.municipality;
  delivery.run = request.run;
  delivery.run_manifest_sha256 = choice.row.manifest_sha256;
  delivery.destination = choice.selection.destination;
  delivery.files = choice.selection.files;
  facts.media = media;
  facts.copies = request.copies;
  facts.media_type = request.media_type;
  facts.cipher = kSealCipher;
  for (const Certificate& recipient : request.parties.recipients) {
    const CertificateFacts& about = recipient.facts();
    facts.recipients.push_back({about.subject, about.fingerprint, about.key, key_wrap_name(recipient)});
  }
  if (request.parties.signer) {
    const CertificateFacts& about = request.parties.signer->certificate.facts();
    facts.signer = MediumParty{about.subject, about.fingerprint, {}, {}};
  }
  facts.made_by = fmt::format("{}@{}", account_name(), host_name());
  facts.approved_by = request.approved_by;
  facts.purpose = request.purpose;
  facts.note = request.note;
  facts.acknowledged = request.acknowledged;
  return facts;
}

/// One writing, from the look at what is there to the last rename.
class MediumWriting {
 public:
  MediumWriting(const MediumRequest& request, const Catalog& catalog, const LedgerNotices& notices)
      : request_(request), catalog_(catalog), notices_(notices) {}

  MediumResult run() {
    refuse_weak_parties(request_.parties);
    const MediumContentsChoice choice = choose_contents(request_);
    const std::vector<MediumFolder> folders = open_folders(request_.to);
    for (const ManifestFile& file : choice.selection.files) {
      if (file.kind == "data") names_.emplace(file.layout, catalog_.layout(file.layout)->name);
    }
    if (auto result = take_up(choice, folders)) return *result;
    MediumPlan plan = look(choice, folders);
    MediumResult result;
    result.facts = facts_of(request_, choice, plan.media);
    result.largest = plan.largest;
    if (request_.dry_run) {
      result.outcome = MediumOutcome::planned;
      for (std::size_t index = 0; index < plan.volumes.size(); ++index) {
        result.facts.volumes.push_back({{}, plan.volumes[index].medium, 0, {}});
      }
      return result;
    }
    write(choice, folders, plan, result.facts);
    return result;
  }

 private:
  /// Finishes what an interrupted writing of this request recorded; nothing where there is none.
  std::optional<MediumResult> take_up(const MediumContentsChoice& choice, const std::vector<MediumFolder>& folders) {
    if (!linked_ledger_stands(request_.state)) return std::nullopt;
    LedgerStore store = open_ledger_entries(request_.state);
    const MediaRegister media(store);
    const MediumRecord* newest = media.newest_of(request_.run, choice.selection.destination);
    if (newest == nullptr) return std::nullopt;
    const MediumStanding standing = standing_of(newest->facts, folders, names_);
    const bool asked_again = !request_.reason || !newest->facts.replaces.empty();
    MediumResult result;
    result.facts = newest->facts;
    if (standing == MediumStanding::unfinished && !request_.dry_run) {
      publish_medium(newest->facts, folders, names_, [&] { request_.hook(MediumStep::renamed_one); });
      copy_slips(newest->facts);
      result.outcome = MediumOutcome::finished;
      return result;
    }
    if (standing == MediumStanding::complete && asked_again) {
      if (!request_.dry_run) copy_slips(newest->facts);
      result.outcome = MediumOutcome::complete;
      return result;
    }
    return std::nullopt;
  }

  /// Everything that can be refused, before anything changes.
  MediumPlan look(const MediumContentsChoice& choice, const std::vector<MediumFolder>& folders) {
    refuse_unacknowledged(request_, choice);
    if (linked_ledger_stands(request_.state)) {
      LedgerStore store = open_ledger_entries(request_.state);
      const MediaRegister media(store);
      const MediumRecord* newest = media.newest_of(request_.run, choice.selection.destination);
      refuse_by_register(request_, newest, folders);
      refuse_recorded_parts(request_, choice.selection.destination, media, folders);
      if (newest != nullptr) replaces_ = newest->facts.delivery.number;
      number_ = media.next_number(request_.now.substr(0, 8));
    } else {
      refuse_by_register(request_, nullptr, folders);
      number_ = fmt::format("M{}-001", request_.now.substr(0, 8));
    }
    MediumLimits limits{request_.volume_content, request_.capacity, 0};
    if (!choice.selection.partial) limits.lists = fs::file_size(choice.folder / kManifestName);
    MediumPlan plan = plan_medium(choice.selection.files, request_.parties, limits);
    refuse_wrong_count(request_, plan.media);
    refuse_full_folders(folders);
    check_space(request_, folders, plan);
    if (!request_.slips.empty() && !request_.dry_run) check_slip_folder(request_.slips);
    request_.hook(MediumStep::looked);
    return plan;
  }

  void write(const MediumContentsChoice& choice, const std::vector<MediumFolder>& folders, MediumPlan& plan,
             MediumFacts& facts) {
    Ledger ledger(request_.state, notices_, Ledger::Absent::begin);
    const HandedOver handed = handed_over(choice, ledger.store(), catalog_);
    remove_parts(folders, notices_);
    facts.delivery.number = number_;
    facts.replaces = replaces_;
    digest_pieces(choice.folder, choice.selection.files, plan);
    UnrecordedParts parts(folders);
    const VolumeSource source{facts.delivery, request_.parties, choice.folder,
                              choice.selection.partial ? std::string() : manifest_of(choice)};
    for (std::size_t index = 0; index < plan.volumes.size(); ++index) {
      const unsigned volumes = static_cast<unsigned>(plan.volumes.size());
      const std::string name = volume_name(number_, static_cast<unsigned>(index) + 1, volumes);
      std::vector<fs::path> targets;
      for (const MediumFolder& folder : folders_of_medium(folders, plan.media, plan.volumes[index].medium)) {
        targets.push_back(folder.part(name));
      }
      facts.volumes.push_back(write_volume(source, plan, index, targets));
    }
    write_medium_lists(facts, folders, names_);
    request_.hook(MediumStep::parts_written);
    compare_with_medium(facts, folders, names_);
    request_.hook(MediumStep::read_back);
    for (const MediumFolder& folder : folders) folder.refuse_if_taken_out();
    append_or_give_up(ledger, medium_entry(facts, request_, choice, handed), parts);
    request_.hook(MediumStep::recorded);
    publish_medium(facts, folders, names_, [&] { request_.hook(MediumStep::renamed_one); });
    request_.hook(MediumStep::done);
    copy_slips(facts);
  }

  void copy_slips(const MediumFacts& facts) const {
    if (request_.slips.empty()) return;
    try {
      make_private_folder(request_.slips);
      write_slips(facts, names_, request_.slips);
    } catch (const std::exception& error) {
      throw WorldError(fmt::format("the medium {} is complete; only its slips in {} are missing: {}",
                                   facts.delivery.number, request_.slips.string(), error.what()));
    }
  }

  const MediumRequest& request_;
  const Catalog& catalog_;
  const LedgerNotices& notices_;
  std::map<std::string, std::string> names_;  // of layouts
  std::string number_;
  std::string replaces_;
};

/// What the ledger is told of a refusal.
void record_refusal(const MediumRequest& request, const LedgerNotices& notices, const std::string& why) noexcept {
  LedgerEntry entry;
  entry.kind = entry_kind::refused;
  entry.run = request.run;
  entry.destination = request.destination;
  entry.approved_by = request.approved_by;
  entry.purpose = request.purpose;
  entry.reason = why;
  entry.details = nlohmann::json{{"command", "media write"}}.dump();
  append_refusal(request.state, entry, notices);
}

}  // namespace

std::uint64_t needed_bytes(const MediumPlan& plan, const MediumFolder& folder) {
  constexpr std::uint64_t kLists = 3;
  std::uint64_t most = 0;
  for (std::size_t begin = 0, end = 0; begin < plan.volumes.size(); begin = end) {
    for (end = begin; end < plan.volumes.size() && plan.volumes[end].medium == plan.volumes[begin].medium; ++end) {
    }
    most = std::max<std::uint64_t>(most, end - begin);
  }
  return plan.largest + (most + kLists) * folder.block_bytes();
}

MediumContentsChoice choose_contents(const MediumRequest& request) {
  const auto run = published_run(request.state, request.run);
  if (!run) throw RefusedError(fmt::format("{} knows no published run {}", request.state.string(), request.run));
  if (run->erased) throw RefusedError(fmt::format("{} was erased", request.run));
  MediumContentsChoice choice;
  choice.row = run->row;
  choice.folder = (request.out.empty() ? fs::path(run->row.out_folder) : request.out) / request.run;
  if (!fs::is_directory(choice.folder)) {
    throw RefusedError(
        fmt::format("{} is not there; --out says where the run folder stands now", choice.folder.string()));
  }
  std::string difference;
  auto manifest = verify_run_folder(choice.folder, run->row.manifest_sha256, difference);
  if (!manifest)
    throw RefusedError(fmt::format("{} is not as it was published: {}", choice.folder.string(), difference));
  choice.selection = select_files(*manifest, request.destination);
  choice.held_back = manifest->counts.rejected + manifest->counts.waiting;
  choice.manifest = std::move(*manifest);
  return choice;
}

MediumResult write_medium(const MediumRequest& request, const Catalog& catalog, const LedgerNotices& notices) {
  if (!State::exists(request.state)) throw RefusedError(fmt::format("{} holds no state", request.state.string()));
  try {
    const FileLock lock(request.state / kLockName, "another medium is being written from this state folder");
    return MediumWriting(request, catalog, notices).run();
  } catch (const RefusedError& refusal) {
    if (!request.dry_run) record_refusal(request, notices, refusal.what());
    throw;
  }
}

}  // namespace daicho
