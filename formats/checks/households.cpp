// Who lives together: the head (世帯主), the spouses, and parents beside their children. In a register, of the living.
#include <array>

#include "converters/date.hpp"
#include "formats/checks/hidden_day.hpp"
#include "formats/checks/number_item.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::string_view kHead = "02000000";
constexpr std::string_view kLiving = "0";

/// L25: a household has one 世帯主, whose name stands in the records of all. Facts: whether the record is the head's
/// (the last bit), and a hash of the head's name as the record has it.
class OneHead : public Check {
 public:
  explicit OneHead(const CheckContext& context)
      : household_(context.layout, context.layout.index("household_no")),
        head_name_(context.layout.index("head_name_kanji")),
        removal_class_(context.layout.index("removal_class")),
        name_(context.layout.index("name_kanji")),
        relationship_(context.layout.index("relationship_code")) {}

  std::vector<std::size_t> items() const override {
    return {household_.index(), head_name_, removal_class_, name_, relationship_};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[removal_class_] != kLiving) return;
    const bool head = record[relationship_] == kHead;
    if (head && record[head_name_] != record[name_]) output.report(code::kHeadNameDiffers, record, head_name_, {});
    const std::uint64_t name = output.hash(record[head ? name_ : head_name_]);
    output.collect(household_.read(record), record, (name & ~kHeadBit) | (head ? kHeadBit : 0));
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    const Evidence* head = nullptr;
    bool alone = true;
    for (const Evidence& each : evidence) {
      if ((each.facts & kHeadBit) == 0) continue;
      if (head != nullptr) {
        alone = false;
        output.report(code::kTwoHeads, each, relationship_, {{"record", std::to_string(head->place.number)}});
      } else {
        head = &each;
      }
    }
    if (head == nullptr) {
      if (!output.complete()) return;
      output.report(code::kNoHead, evidence.front(), relationship_, {{"count", std::to_string(evidence.size())}});
    } else if (alone) {
      compare_names(evidence, *head, output);
    }
  }

 private:
  static constexpr std::uint64_t kHeadBit = 1;

  void compare_names(std::span<const Evidence> evidence, const Evidence& head, CheckOutput& output) const {
    for (const Evidence& each : evidence) {
      if ((each.facts | kHeadBit) == (head.facts | kHeadBit)) continue;
      output.report(code::kHeadNameDiffers, each, head_name_, {{"record", std::to_string(head.place.number)}});
    }
  }

  NumberItem household_;
  std::size_t head_name_;
  std::size_t removal_class_;
  std::size_t name_;
  std::size_t relationship_;
};

/// L29: a second 夫 (11) or 妻 (12) of one 世帯主. Only these are collected.
class OneSpouse : public Check {
 public:
  explicit OneSpouse(const CheckContext& context)
      : household_(context.layout, context.layout.index("household_no")),
        removal_class_(context.layout.index("removal_class")),
        relationship_(context.layout.index("relationship_code")) {}

  std::vector<std::size_t> items() const override { return {household_.index(), removal_class_, relationship_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    const std::string_view relationship = record[relationship_];
    if (record[removal_class_] != kLiving || (relationship != "11000000" && relationship != "12000000")) return;
    output.collect(household_.read(record), record, 0);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    for (const Evidence& each : evidence.subspan(1)) {
      output.report(code::kTwoSpouses, each, relationship_,
                    {{"record", std::to_string(evidence.front().place.number)}});
    }
  }

 private:
  NumberItem household_;
  std::size_t removal_class_;
  std::size_t relationship_;
};

/// L28: parent and child less than 15 years apart. 子, 父 and 母 of the head and of a spouse of the head are compared
/// with that person; 子の子 and the like are not, because nothing tells whose child it is where there are several.
/// Facts: whose kin somebody is; as hidden days, the last on which somebody may have been born and the first on which a
/// child of theirs may.
class ParentsAge : public Check {
 public:
  explicit ParentsAge(const CheckContext& context)
      : household_(context.layout, context.layout.index("household_no")),
        removal_class_(context.layout.index("removal_class")),
        birth_(context.layout.index("birth_date")),
        relationship_(context.layout.index("relationship_code")) {}

  std::vector<std::size_t> items() const override {
    return {household_.index(), removal_class_, birth_, relationship_};
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[removal_class_] != kLiving) return;
    const std::optional<Role> role = role_of(record[relationship_]);
    const ParsedDate birth = parse_era_gregorian_date(record[birth_]);
    if (!role || birth.fault != DateFault::none) return;
    const std::uint64_t born = hidden_day(interval_of(birth.date).last, output);
    const std::uint64_t grown_up = hidden_day(fifteenth_birthday(birth.date), output);
    output.collect(household_.read(record), record, pack(*role) | born << kHiddenDayBits | grown_up);
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    std::array<const Evidence*, kAnchors> anchors{};
    std::array<bool, kAnchors> several{};
    for (const Evidence& each : evidence) {
      const Role role = role_in(each);
      if (role.kin != Kin::self) continue;
      several[role.anchor] = several[role.anchor] || anchors[role.anchor] != nullptr;
      anchors[role.anchor] = &each;
    }
    for (const Evidence& each : evidence) {
      const Role role = role_in(each);
      const Evidence* anchor = anchors[role.anchor];
      if (role.kin == Kin::self || anchor == nullptr || several[role.anchor]) continue;
      const Evidence& parent = role.kin == Kin::child ? *anchor : each;
      const Evidence& child = role.kin == Kin::child ? each : *anchor;
      if (hidden_before(child.facts >> kHiddenDayBits & kHiddenDayMask, parent.facts & kHiddenDayMask)) {
        output.report(code::kParentTooYoung, each, birth_, {{"record", std::to_string(anchor->place.number)}});
      }
    }
  }

 private:
  enum class Kin : std::uint8_t { self, child, parent };
  /// Whose kin somebody is: of the head (0), 夫 (1), 妻 (2), 夫(未届) (3) or 妻(未届) (4).
  static constexpr std::size_t kAnchors = 5;
  struct Role {
    std::uint8_t anchor = 0;
    Kin kin = Kin::self;
  };

  /// Nothing for those who are not compared.
  static std::optional<Role> role_of(std::string_view relationship) {
    if (relationship == kHead) return Role{};
    std::uint8_t anchor = 0;
    if (relationship.size() == 8 && relationship[0] == '1' && relationship[1] >= '1' && relationship[1] <= '4') {
      anchor = static_cast<std::uint8_t>(relationship[1] - '0');
      relationship.remove_prefix(2);
    }
    if (relationship.size() < 6 || relationship.find_first_not_of('0', 2) != std::string_view::npos) return {};
    const std::string_view kin = relationship.substr(0, 2);
    if (kin == "00") return Role{anchor, Kin::self};
    if (kin == "20") return Role{anchor, Kin::child};
    if (kin == "51" || kin == "52") return Role{anchor, Kin::parent};
    return {};
  }

  static std::uint64_t pack(const Role& role) {
    return std::uint64_t{role.anchor} << 60 | static_cast<std::uint64_t>(role.kin) << 56;
  }

  static Role role_in(const Evidence& evidence) {
    return {static_cast<std::uint8_t>(evidence.facts >> 60), static_cast<Kin>(evidence.facts >> 56 & 0xF)};
  }

  /// Of somebody born as early as may be.
  static std::int32_t fifteenth_birthday(const PartialDate& birth) {
    const PartialDate first = date_of_day_number(interval_of(birth).first);
    const bool leap_day = first.month == 2 && first.day == 29;
    return day_number(first.year + 15, first.month, leap_day ? 28 : first.day);
  }

  NumberItem household_;
  std::size_t removal_class_;
  std::size_t birth_;
  std::size_t relationship_;
};

}  // namespace

std::vector<CheckKind> household_checks() {
  return {
      {"L25",
       {code::kTwoHeads, code::kNoHead, code::kHeadNameDiffers},
       {"juki"},
       {"household_no", "head_name_kanji", "removal_class", "name_kanji", "relationship_code"},
       CheckNeed::nothing,
       make_check<OneHead>},
      {"L28",
       {code::kParentTooYoung},
       {"juki"},
       {"household_no", "removal_class", "birth_date", "relationship_code"},
       CheckNeed::nothing,
       make_check<ParentsAge>},
      {"L29",
       {code::kTwoSpouses},
       {"juki"},
       {"household_no", "removal_class", "relationship_code"},
       CheckNeed::nothing,
       make_check<OneSpouse>},
  };
}

}  // namespace daicho
