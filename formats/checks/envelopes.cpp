// 送付先情報: who goes into one envelope.
#include <string>

#include "formats/checks/number_item.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// L52: the records of one 送付先管理番号 are as many as 対象となる人数 says, and have one destination and one
/// 印刷区分; beside a register, their people are of one household. Facts: 対象となる人数, 印刷区分 and a hash of the
/// destination; marked, a hash of the household.
class OneEnvelope : public Check {
 public:
  explicit OneEnvelope(const CheckContext& context)
      : envelope_(context.layout, context.layout.index("dispatch_no")),
        postal_code_(context.layout.index("dispatch_postal_code")),
        address_(context.layout.index("dispatch_address")),
        name_(context.layout.index("dispatch_name")),
        people_(context.layout.index("person_count")),
        print_class_(context.layout.index("print_class")) {
    if (context.against != nullptr && context.against->id == "juki") {
      household_.emplace(*context.against, context.against->index("household_no"));
    }
  }

  std::vector<std::size_t> items() const override {
    return {envelope_.index(), postal_code_, address_, name_, people_, print_class_};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const auto print_class = number_of(record[print_class_]);
    const auto people = number_of(record[people_]);
    if (!print_class || !people) return;
    std::string destination(record[postal_code_]);
    destination += record[address_];
    destination += '/';
    destination += record[name_];
    output.collect(envelope_.read(record), record,
                   (output.hash(destination) & kDestinationMask) | std::min(*print_class, kMost) << kDestinationBits |
                       std::min(*people, kMost) << (kDestinationBits + kPrintClassBits));
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (household_) output.collect(envelope_.read(record), record, output.hash(household_->read(other)) | kHousehold);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    const Evidence& first = evidence.front();
    const Evidence* household = nullptr;
    std::uint64_t records = 0;
    for (const Evidence& each : evidence) {
      if ((each.facts & kHousehold) == 0) {
        ++records;
        compare_destination(each, first, output);
      } else if (household == nullptr) {
        household = &each;
      } else if (each.facts != household->facts) {
        report(code::kEnvelopeHouseholds, each, envelope_.index(), *household, output);
      }
    }
    for (const Evidence& each : evidence) {
      if ((each.facts & kHousehold) != 0) continue;
      if (each.facts >> (kDestinationBits + kPrintClassBits) == records || !output.complete()) continue;
      output.report(code::kEnvelopePeople, each, people_, {{"expected", std::to_string(records)}});
    }
  }

 private:
  static constexpr std::uint64_t kHousehold = std::uint64_t{1} << 63;
  static constexpr unsigned kDestinationBits = 49;
  static constexpr std::uint64_t kDestinationMask = (std::uint64_t{1} << kDestinationBits) - 1;
  static constexpr unsigned kPrintClassBits = 7;
  static constexpr std::uint64_t kMost = 127;  // of 印刷区分 and of 対象となる人数

  void compare_destination(const Evidence& each, const Evidence& first, CheckOutput& output) const {
    const std::uint64_t difference = each.facts ^ first.facts;
    if ((difference & kDestinationMask) != 0) report(code::kEnvelopeDiffers, each, address_, first, output);
    if ((difference >> kDestinationBits & ((1 << kPrintClassBits) - 1)) != 0) {
      report(code::kEnvelopeDiffers, each, print_class_, first, output);
    }
  }

  static void report(FindingCode code, const Evidence& each, std::size_t item, const Evidence& other,
                     CheckOutput& output) {
    output.report(code, each, item, {{"record", std::to_string(other.place.number)}});
  }

  NumberItem envelope_;
  std::size_t postal_code_;
  std::size_t address_;
  std::size_t name_;
  std::size_t people_;
  std::size_t print_class_;
  std::optional<NumberItem> household_;  // of the register
};

/// L50, what the words of the schema leave: a record with 外字 names the font that holds their glyphs.
class GaijiPattern : public Check {
 public:
  explicit GaijiPattern(const CheckContext& context)
      : flag_(context.layout.index("gaiji_flag")), pattern_(context.layout.index("gaiji_pattern")) {}

  std::vector<std::size_t> items() const override { return {flag_, pattern_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[flag_] == "1" && record[pattern_].empty()) {
      output.report(code::kGaijiPatternMissing, record, pattern_, {});
    }
  }

 private:
  std::size_t flag_;
  std::size_t pattern_;
};

}  // namespace

std::vector<CheckKind> envelope_checks() {
  return {
      {"L50",
       {code::kGaijiPatternMissing, code::kLengthOf, code::kGaijiCountOf, code::kFlagOf},
       {"soufusaki"},
       {"gaiji_flag", "gaiji_pattern"},
       CheckNeed::nothing,
       make_check<GaijiPattern>},
      {"L52",
       {code::kEnvelopePeople, code::kEnvelopeDiffers, code::kEnvelopeHouseholds},
       {"soufusaki"},
       {"dispatch_no", "dispatch_postal_code", "dispatch_address", "dispatch_name", "person_count", "print_class"},
       CheckNeed::nothing,
       make_check<OneEnvelope>,
       CheckedBy::check,
       {CheckNeed::residents_only}},
  };
}

}  // namespace daicho
