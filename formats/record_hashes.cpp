#include "formats/record_hashes.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <string>

#include "formats/finding_codes.hpp"
#include "formats/fixed_field.hpp"
#include "formats/frame_sharing.hpp"
#include "formats/plain_records.hpp"
#include "formats/plain_rows.hpp"
#include "formats/record_check.hpp"
#include "formats/zero_fill.hpp"

namespace daicho {
namespace {

/// `bytes` of the evidence of a record in which nothing is wrong; of others 0.
constexpr std::uint32_t kSound = 1;

/// Rows as they would be written: what PlainRows and PlainRecords are asked about.
FormatSpec any_rows() {
  FormatSpec format = default_format(FileKind::csv);
  format.quote = Quote::all;
  return format;
}

}  // namespace

/// Which records are surely right, and what their key is, by their bytes.
class SoundFrames {
 public:
  SoundFrames(const FrameFile& file, const CsvColumns* columns, std::size_t key) {
    const Item& item = file.layout.items[key];
    const Charset charset = file.format.charset;
    if (item.picture.cls == PictureClass::national || item.absent_is_zeros) return;  // such a key is decoded
    if (columns != nullptr) {
      if (PlainRecords::possible(file.layout, file.format, any_rows())) {
        records_.emplace(PlainRecordsPlan{file.layout, *columns, file.format, file.text, any_rows(), file.text, {}});
      }
    } else if (PlainRows::possible(file.layout, charset, any_rows())) {
      rows_.emplace(file.layout, charset, any_rows(), std::vector<std::size_t>(), file.text);
      field_ = FixedPlan(file.layout, charset).fields()[key];
    }
    if (columns != nullptr) {
      const auto found = std::find(columns->items.begin(), columns->items.end(), key);
      column_ = static_cast<std::size_t>(found - columns->items.begin());
      if (found == columns->items.end()) records_.reset();
    }
  }

  /// The key of a record in which nothing is wrong; nothing where it has none, or where it has to be looked at closer.
  /// `known`: there is nothing wrong with it.
  std::optional<std::string_view> key_of(std::string_view bytes, bool known, CsvRow& row) const {
    std::optional<std::string_view> key;
    if (rows_ && (known || rows_->sound(bytes))) {
      key = bytes.substr(field_.offset, field_.bytes);
      key = key->substr(0, key->find_last_not_of(' ') + 1);
    } else if (records_) {
      key = known ? records_->value(bytes, column_, row) : records_->sound_value(bytes, column_, row);
    }
    return key && !key->empty() ? key : std::nullopt;
  }

 private:
  std::optional<PlainRows> rows_;
  std::optional<PlainRecords> records_;
  FixedField field_;
  std::size_t column_ = 0;
};

namespace {

/// What the bytes of a row mean depends on its columns.
std::string told_columns(const CsvColumns* columns) {
  std::string text;
  if (columns == nullptr) return text;
  for (const std::size_t item : columns->items) text += std::to_string(item) + ",";
  return text;
}

/// One thread's hashing.
class FrameHasher {
 public:
  FrameHasher(const FrameFile& file, const HashPlan& plan, const CsvColumns* columns, const SoundFrames* sound,
              EvidenceStore& store)
      : file_(file),
        plan_(plan),
        sound_(plan.by_bytes ? sound : nullptr),
        parser_(make_frame_parser(file, columns)),
        columns_hash_(plan.hasher.hash(told_columns(columns))[0]),
        store_(store),
        parsed_(file.layout.items.size()) {}
  FrameHasher(const FrameHasher&) = delete;
  FrameHasher& operator=(const FrameHasher&) = delete;

  void hash(FrameBlock& block) {
    std::uint64_t number = block.first_record;
    for (std::size_t i = 0; i < block.frames.size(); ++i, ++number) {
      const RecordFrame& frame = block.frames[i];
      if (sound_ == nullptr || !parser_->framed_well(frame) || !add_sound(frame, number)) {
        hash_closely(i, number, block);
      }
    }
  }

  std::uint64_t bad_records() const { return bad_records_; }

 private:
  const Item& key_item() const { return file_.layout.items[plan_.key]; }
  std::uint64_t bytes_hash(const RecordFrame& frame) const { return plan_.hasher.hash(frame.bytes)[0] ^ columns_hash_; }

  /// Adds a record in which nothing is wrong; false where that can't be told without decoding it.
  bool add_sound(const RecordFrame& frame, std::uint64_t number) {
    const std::uint64_t facts = bytes_hash(frame);
    const auto key = sound_->key_of(frame.bytes, plan_.sound.has(facts), row_);
    if (!key) return false;
    Evidence evidence = evidence_of(frame, number, *key, facts);
    evidence.bytes = kSound;
    store_.add(evidence);
    return true;
  }

  Evidence evidence_of(const RecordFrame& frame, std::uint64_t number, std::string_view key, std::uint64_t facts) {
    const auto hash = plan_.hasher.hash(without_zero_fill(key, key_item()));
    return {hash[0], static_cast<std::uint32_t>(hash[1]), {number, frame.offset, frame.line}, facts, plan_.nth};
  }

  void hash_closely(std::size_t at, std::uint64_t number, FrameBlock& block) {
    const RecordFrame& frame = block.frames[at];
    parsed_.clear();
    const FrameParser::Result result = parser_->parse(frame, number, parsed_, found_);
    const RecordView record = parsed_[0];
    const std::string_view key = record[plan_.key];
    if (result.bad) {
      ++bad_records_;
      const std::string likely = plan_.key_of_unreadable(record);
      if (!likely.empty()) {
        Evidence evidence = evidence_of(frame, number, likely, 0);
        ++evidence.nth;
        store_.add(evidence);
      }
    } else if (key.empty()) {
      found_.add(finding_at(code::kRequiredMissing, file_.layout, record, plan_.key, file_.source.name()));
    } else {
      store_.add(evidence_of(frame, number, key, plan_.by_bytes ? bytes_hash(frame) : values_hash(record)));
    }
    for (Finding& finding : found_.findings) block.of_records.push_back({at, std::move(finding)});
    found_.findings.clear();
  }

  std::uint64_t values_hash(const RecordView& record) {
    compared_.clear();
    append_compared(record, file_.layout, compared_);
    return plan_.hasher.hash(compared_)[0];
  }

  const FrameFile& file_;
  const HashPlan& plan_;
  const SoundFrames* const sound_;
  const std::unique_ptr<FrameParser> parser_;
  const std::uint64_t columns_hash_;
  EvidenceStore& store_;
  FindingList found_;
  RecordBlock parsed_;
  CsvRow row_;
  std::string compared_;
  std::uint64_t bad_records_ = 0;
};

}  // namespace

void SoundContents::learn(const std::vector<EvidenceStore>& stores) {
  std::size_t count = 0;
  for (const EvidenceStore& store : stores) count += store.in_memory().size();
  slots_.assign(std::bit_ceil(2 * count + 1), 0);
  mask_ = slots_.size() - 1;
  for (const EvidenceStore& store : stores) {
    for (const PackedEvidence& packed : store.in_memory()) {
      const Evidence evidence = packed.unpack();
      if (evidence.bytes != kSound || evidence.facts == 0) continue;
      std::size_t at = evidence.facts & mask_;
      while (slots_[at] != 0 && slots_[at] != evidence.facts) at = (at + 1) & mask_;
      slots_[at] = evidence.facts;
    }
  }
}

ReadSummary hash_records(const FrameFile& file, const HashPlan& plan, std::vector<EvidenceStore>& stores,
                         FindingSink& findings) {
  std::shared_ptr<const SoundFrames>& sound = plan.sound.frames;
  std::vector<std::unique_ptr<FrameHasher>> hashers;
  const auto begin = [&](const SharedFile& shared) {
    if (!shared.small && plan.by_bytes && !sound) {
      sound = std::make_shared<SoundFrames>(file, shared.columns, plan.key);
    }
    std::vector<FrameWork> work;
    for (unsigned slot = 0; slot < shared.threads; ++slot) {
      hashers.push_back(std::make_unique<FrameHasher>(file, plan, shared.columns, sound.get(), stores[slot]));
      work.emplace_back([&hasher = *hashers.back()](FrameBlock& block) { hasher.hash(block); });
    }
    return work;
  };
  const auto use = [&](FrameBlock& block) {
    block.for_each_finding([&](FrameBlock::Placed& placed, bool) { findings.add(std::move(placed.finding)); });
  };
  const auto threads = static_cast<unsigned>(stores.size());
  ReadSummary summary = share_frames(file, {threads, plan.block_bytes}, begin, use);
  for (const auto& hasher : hashers) summary.bad_records += hasher->bad_records();
  return summary;
}

}  // namespace daicho
