// Fixed-width files: frames are cut by whoever comes, checked side by side, and told in the order of the file.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "formats/clean_record.hpp"
#include "formats/clean_scan.hpp"
#include "formats/fixed_envelope.hpp"
#include "formats/fixed_field.hpp"
#include "formats/fixed_parser.hpp"
#include "formats/frame_blocks.hpp"
#include "formats/validation_plan.hpp"
#include "formats/validation_runs.hpp"

namespace daicho {
namespace {

/// What all threads use beside the plan.
struct FrameTools {
  const ValidationPlan& plan;
  const CleanRecord* clean = nullptr;    ///< null: every record is looked at closer
  std::vector<std::size_t> wanted = {};  ///< items that have to be decoded though the record is surely right
};

/// As read_fixed_field, of a field in which nothing is wrong: its fill is known, and only its end is looked for.
void read_sound_field(const FixedPlan& plan, const FixedField& field, std::string_view bytes, std::string& text) {
  const Charset charset = plan.charset();
  if (field.cls != PictureClass::national || charset == Charset::utf8) {
    read_fixed_field(plan, field, bytes, text);
    return;
  }
  const std::size_t length = length_before_fill(bytes, load16(national_fill(charset).data()));
  decode(charset, bytes.substr(0, length), text, plan.text(field.cls));
}

/// One thread's checking.
class FrameChecker {
 public:
  /// `end` is where findings go that come after all blocks.
  FrameChecker(const FrameTools& tools, unsigned slot, std::uint64_t memory, FindingSink& end)
      : tools_(tools),
        input_(tools.plan.input()),
        parser_(input_.layout, input_.format, tools.plan.file(), input_.text),
        found_(end),
        judge_(tools.plan, slot, found_, memory),
        parsed_(input_.layout.items.size()),
        fields_(input_.layout.items.size()) {}
  FrameChecker(const FrameChecker&) = delete;
  FrameChecker& operator=(const FrameChecker&) = delete;

  void check(FrameBlock& block) {
    std::uint64_t number = block.first_record;
    found_.block = &block;
    block.counted.clear();
    if (has_envelope()) block.counted.resize(block.frames.size());
    for (std::size_t i = 0; i < block.frames.size(); ++i) {
      found_.frame = i;
      if (!block.frames[i].control) check(block, i, number++);
    }
    found_.block = nullptr;
  }

  RecordJudge& judge() { return judge_; }
  std::uint64_t bad_records() const { return bad_records_; }
  std::uint64_t duplicates() const { return duplicates_; }

 private:
  /// Findings go to the frame at hand; behind the last one, to the end.
  struct Found : FindingSink {
    explicit Found(FindingSink& last) : end(last) {}
    void add(Finding finding) override {
      if (block == nullptr) {
        end.add(std::move(finding));
      } else {
        block->of_records.push_back({frame, std::move(finding)});
      }
    }
    FindingSink& end;
    FrameBlock* block = nullptr;
    std::size_t frame = 0;
  };

  bool has_envelope() const { return input_.format.envelope == Envelope::control; }

  void check(FrameBlock& block, std::size_t at, std::uint64_t number) {
    const RecordFrame& frame = block.frames[at];
    const bool sound = tools_.clean != nullptr && parser_.framed_well(frame) &&
                       tools_.clean->surely(frame.bytes.substr(parser_.class_bytes()));
    if (sound && tools_.wanted.empty()) return;
    const RecordView record = sound ? decoded(frame, number) : parsed(frame, number);
    if (sound) {
      judge_.judge_sound(record);
    } else {
      judge_.judge(record, read_.findings);
    }
    if (!has_envelope()) return;
    block.counted[at].readable = !record.bad();
    const auto& key = input_.layout.key;
    if (key && !record.bad()) block.counted[at].key = record[*key];
  }

  RecordView parsed(const RecordFrame& frame, std::uint64_t number) {
    read_.findings.clear();
    parsed_.clear();
    const FixedRecordParser::Result result = parser_.parse(frame, number, parsed_, read_);
    if (result.bad) ++bad_records_;
    duplicates_ += result.duplicates;
    return parsed_[0];
  }

  /// A record that is surely right: only what is wanted of it has values.
  RecordView decoded(const RecordFrame& frame, std::uint64_t number) {
    text_.clear();
    for (const std::size_t item : tools_.wanted) {
      const FixedField& field = parser_.plan().fields()[item];
      const std::size_t raw_begin = parser_.class_bytes() + field.offset;
      const auto begin = static_cast<std::uint32_t>(text_.size());
      read_sound_field(parser_.plan(), field, frame.bytes.substr(raw_begin, field.bytes), text_);
      fields_[item] = {begin, static_cast<std::uint32_t>(text_.size()) - begin, static_cast<std::uint32_t>(raw_begin),
                       field.bytes};
    }
    position_ = {number, frame.offset, frame.line};
    return {text_.data(), fields_.data(), fields_.size(), frame.bytes, position_, false};
  }

  const FrameTools& tools_;
  const ValidationInput& input_;
  FixedRecordParser parser_;
  Found found_;
  RecordJudge judge_;
  FindingList read_;
  RecordBlock parsed_;
  std::string text_;
  std::vector<FieldSpan> fields_;
  RecordPosition position_;
  std::uint64_t bad_records_ = 0;
  std::uint64_t duplicates_ = 0;
};

class FrameValidation {
 public:
  FrameValidation(const ValidationInput& input, const ValidationOptions& options, ValidationSink& sink,
                  std::size_t block_bytes)
      : input_(input),
        options_(options),
        sink_(sink),
        threads_(std::max(options.threads, 1U)),
        envelope_(input.layout, input.format, input.source.name(), of_envelope_, input.text),
        blocks_(input.layout, input.format, input.source, block_bytes, threads_ == 1 ? 1 : 6 * threads_,
                [this](FrameBlock& block) { use(block); }) {}

  ValidationSummary run() {
    auto first = blocks_.take();
    const bool small = first->last;
    const ValidationPlan plan(input_, options_, header_of(*first));
    std::optional<CleanRecord> clean;  // takes longer to make than a small file to check
    if (!small) clean.emplace(input_.layout, input_.format.charset, input_.text);
    const FrameTools tools{plan, clean && clean->understands() ? &*clean : nullptr, wanted_items(plan)};
    std::vector<std::unique_ptr<FrameChecker>> checkers;
    const unsigned threads = small ? 1 : threads_;
    for (unsigned slot = 0; slot < threads; ++slot) {
      checkers.push_back(std::make_unique<FrameChecker>(tools, slot, options_.memory / threads, tell_));
    }
    blocks_.run(threads, std::move(first), [&](unsigned slot, FrameBlock& block) { checkers[slot]->check(block); });
    return finish(plan, checkers);
  }

 private:
  using Checkers = std::vector<std::unique_ptr<FrameChecker>>;

  /// The header record, if it stands before all data. Says nothing of its faults: that is done when the block is used.
  std::optional<EnvelopeHeader> header_of(const FrameBlock& block) const {
    FindingList unheard;
    FixedEnvelope envelope(input_.layout, input_.format, input_.source.name(), unheard, input_.text);
    for (const RecordFrame& frame : block.frames) {
      if (!frame.control) break;
      envelope.control(frame);
    }
    return envelope.header();
  }

  std::vector<std::size_t> wanted_items(const ValidationPlan& plan) const {
    std::vector<std::size_t> wanted = plan.checks().items();
    if (plan.joining()) wanted.push_back(*plan.joining());
    if (input_.format.envelope == Envelope::control) {
      // Every data record is counted, so that each must come by: the key, or any item.
      wanted.push_back(input_.layout.key.value_or(0));
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    return wanted;
  }

  /// A checked block, in its turn.
  void use(FrameBlock& block) {
    std::size_t of_file = 0;
    std::size_t of_records = 0;
    const bool envelope = input_.format.envelope == Envelope::control;
    for (std::size_t i = 0; i < block.frames.size(); ++i) {
      if (!envelope && of_file == block.of_file.size() && of_records == block.of_records.size()) break;
      const RecordFrame& frame = block.frames[i];
      for (; of_file < block.of_file.size() && block.of_file[of_file].frame <= i; ++of_file) {
        tell_of_file(std::move(block.of_file[of_file].finding));
      }
      if (envelope) count(block, i);
      for (; of_records < block.of_records.size() && block.of_records[of_records].frame == i; ++of_records) {
        const Finding& finding = block.of_records[of_records].finding;
        sink_.add(finding, finding.record == 0 ? std::string_view() : frame.bytes);
      }
    }
    for (; of_file < block.of_file.size(); ++of_file) tell_of_file(std::move(block.of_file[of_file].finding));
    records_ = block.first_record - 1 + data_frames(block);
    bytes_ = block.end;
    if (!block.last) return;
    envelope_.finish(block.end);
    tell_of_envelope();
  }

  void count(const FrameBlock& block, std::size_t at) {
    const RecordFrame& frame = block.frames[at];
    if (frame.control) {
      envelope_.control(frame);
    } else {
      envelope_.data(frame, block.counted[at].key, block.counted[at].readable);
    }
    tell_of_envelope();
  }

  static std::uint64_t data_frames(const FrameBlock& block) {
    return static_cast<std::uint64_t>(std::count_if(block.frames.begin(), block.frames.end(),
                                                    [](const RecordFrame& frame) { return !frame.control; }));
  }

  void tell_of_envelope() {
    for (Finding& finding : of_envelope_.findings) tell_of_file(std::move(finding));
    of_envelope_.findings.clear();
  }

  void tell_of_file(Finding finding) { profiled_.add(std::move(finding)); }

  ValidationSummary finish(const ValidationPlan& plan, Checkers& checkers) {
    ValidationSummary summary = plan.summary();
    RecordJudge& judge = checkers.front()->judge();
    summary.read.format = input_.format;
    for (const auto& checker : checkers) {
      if (checker != checkers.front()) judge.take(checker->judge());
      summary.read.bad_records += checker->bad_records();
      summary.read.duplicates += checker->duplicates();
    }
    if (input_.source.failure()) judge.cut_off();
    judge.finish(summary, threads_);
    summary.errors += profiled_.errors();
    summary.warnings += profiled_.warnings();
    summary.read.records = records_;
    summary.read.bytes = bytes_;
    summary.read.envelope = envelope_.header();
    return summary;
  }

  /// To the sink, about no record that is at hand.
  struct Tell : FindingSink {
    explicit Tell(ValidationSink& to) : sink(to) {}
    void add(Finding finding) override { sink.add(finding, {}); }
    ValidationSink& sink;
  };

  const ValidationInput& input_;
  const ValidationOptions& options_;
  ValidationSink& sink_;
  const unsigned threads_;
  Tell tell_{sink_};
  ProfiledFindings profiled_{input_.profile, tell_};
  FindingList of_envelope_;
  FixedEnvelope envelope_;
  std::uint64_t records_ = 0;
  std::uint64_t bytes_ = 0;
  FrameBlocks blocks_;
};

}  // namespace

ValidationSummary validate_by_frames(const ValidationInput& input, const ValidationOptions& options,
                                     ValidationSink& sink, std::size_t block_bytes) {
  return FrameValidation(input, options, sink, block_bytes).run();
}

}  // namespace daicho
