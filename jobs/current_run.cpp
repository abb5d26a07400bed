#include "jobs/current_run.hpp"

#include "formats/read_ahead.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlockRecords = 512;

/// The records of a draft.
class SnapshotRecords : public RecordReader {
 public:
  SnapshotRecords(const std::filesystem::path& path, const Layout& layout)
      : reader_(path, layout, SnapshotState::draft) {}

  bool read(RecordBlock& block) override {
    block.clear();
    SnapshotEntry entry;
    while (block.size() < kBlockRecords && reader_.next(entry)) {
      append_record(entry.encoded, block);
    }
    return !block.empty();
  }
  const ReadSummary& summary() const override { return summary_; }

 private:
  SnapshotReader reader_;
  ReadSummary summary_;
};

}  // namespace

CurrentRun::CurrentRun(RunParts parts) : parts_(std::move(parts)), control_no_(parts_.row.control_no()) {
  if (const auto folder = parts_.world.settings.path(kForeignStateSetting)) {
    if (parts_.row.job == kForeignStateReader) foreign_ = std::make_unique<ForeignState>(*folder);
  }
}

CurrentRun::~CurrentRun() = default;

void CurrentRun::for_each_change(const std::function<void(const PersonChange&)>& visit) {
  PersonChange change;
  if (initial()) {
    for_each_person([&](PersonKey person, const RecordView& record) {
      change.person = person;
      change.current = OwnedRecord(record);
      visit(change);
    });
    return;
  }
  RecordBlock block(parts_.register_layout.items.size());
  for (const RegisterChange& known : parts_.draft.changes) {
    change.person = known.person;
    change.previous.reset();
    if (!known.previous.empty()) {
      decode_record(known.previous, block);
      change.previous = OwnedRecord(block[0]);
    }
    decode_record(known.current, block);
    change.current = OwnedRecord(block[0]);
    visit(change);
  }
}

void CurrentRun::for_each_person(const std::function<void(PersonKey, const RecordView&)>& visit) {
  SnapshotRecords records(parts_.draft_file, parts_.register_layout);
  const std::size_t addressee_no = parts_.register_layout.index("addressee_no");
  FindingList none;
  ReadAhead ahead(records, none, parts_.register_layout.items.size(), parts_.request.threads);
  for (const ReadBatch* batch = &ahead.next(); !batch->block.empty(); batch = &ahead.next()) {
    for (std::size_t i = 0; i < batch->block.size(); ++i) {
      const RecordView record = batch->block[i];
      const PersonKey person = person_key(record[addressee_no]);
      if (!parts_.draft.held.contains(person)) visit(person, record);
    }
  }
}

void CurrentRun::for_each_kept(const std::function<void(PersonKey, const RecordView&)>& visit) {
  RecordBlock block(parts_.register_layout.items.size());
  for (const KeptRecord& kept : parts_.draft.kept) {
    if (kept.previous.empty()) continue;
    decode_record(kept.previous, block);
    visit(kept.person, block[0]);
  }
}

std::uint64_t CurrentRun::next_number(std::string_view series, std::string_view key) {
  std::string name(series);
  name += '\x1F';
  name += key;
  const auto [found, added] = pending_.sequences.try_emplace(std::move(name), 0);
  if (added) found->second = parts_.state.sequence(parts_.row.job, series, key);
  return ++found->second;
}

std::string CurrentRun::stored(std::string_view store, PersonKey person) {
  return parts_.state.stored(parts_.row.job, store, person);
}

void CurrentRun::put(std::string_view store, PersonKey person, std::string_view value) {
  pending_.stored[std::string(store)][person] = std::string(value);
}

void CurrentRun::forget(std::string_view store, PersonKey person) {
  pending_.stored[std::string(store)][person] = std::nullopt;
}

void CurrentRun::for_each_stored(std::string_view store,
                                 const std::function<void(PersonKey, std::string_view)>& visit) {
  parts_.state.for_each_stored(parts_.row.job, store, visit);
}

void CurrentRun::reject(PersonKey person, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) parts_.rejects.add(person, finding);
  held_.insert(person);
}

void CurrentRun::wait(PersonKey person, std::string_view reason) {
  parts_.rejects.wait(person, reason);
  held_.insert(person);
}

std::optional<std::string> CurrentRun::side_file(std::string_view option) const {
  for (const auto& [name, path] : parts_.request.side_files) {
    if (name == option) return path;
  }
  return std::nullopt;
}

std::string CurrentRun::stored_by(std::string_view job, std::string_view store, PersonKey person) {
  if (foreign_ && job == kForeignStateOwner) return foreign_->stored(job, store, person);
  return parts_.state.stored(job, store, person);
}

}  // namespace daicho
