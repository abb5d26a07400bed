// 4情報 (氏名, 住所, 生年月日, 性別) beside those of the same person in another file.
#include <array>
#include <string>

#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

constexpr std::size_t kFour = 4;

/// The four items of a layout, and 方書 where it stands by itself.
struct FourItems {
  std::array<std::size_t, kFour> items{};  // 氏名, 住所, 生年月日, 性別
  std::optional<std::size_t> building;

  explicit FourItems(const Layout& layout) {
    const auto first_of = [&](std::string_view a, std::string_view b) {
      const auto found = layout.find(a);
      return found ? *found : layout.index(b);
    };
    items = {first_of("name", "name_kanji"), layout.index("address"), layout.index("birth_date"),
             first_of("sex", "sex_code")};
    building = layout.find("address_building");
  }
};

/// Whether `whole` is `address` and `building` as the mappings join them: a full-width space between, which is left out
/// where both would not fit with it.
bool is_joined(std::string_view whole, std::string_view address, std::string_view building) {
  if (!whole.starts_with(address)) return false;
  const std::string_view rest = whole.substr(address.size());
  constexpr std::string_view kSpace = "\u3000";
  return rest == building || (!building.empty() && rest.starts_with(kSpace) && rest.substr(kSpace.size()) == building);
}

/// L53: 送付先情報 beside 本人確認情報 or the register; and 本人確認情報 beside the register, there each person's last
/// record alone, since earlier ones tell what was. Facts: which items differ.
class FourItemsAgree : public Check {
 public:
  explicit FourItemsAgree(const CheckContext& context)
      : here_(context.layout),
        other_(*context.against),
        code_(context.layout.index("juminhyo_code")),
        status_(context.layout.find("record_status")),
        removal_class_(context.against->find("removal_class")),
        finding_(removal_class_ ? code::kFourItemsDifferFromRegister : code::kFourItemsDiffer) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items(here_.items.begin(), here_.items.end());
    items.push_back(code_);
    if (status_) items.push_back(*status_);
    return items;
  }

  void pair(const RecordView& record, const RecordView& other, CheckOutput& output) const override {
    if (removal_class_ && other[*removal_class_] != "0") return;
    const std::uint64_t differing = difference(record, other);
    if (status_) {
      output.collect(record[code_], record, record[*status_] == "0" ? differing : 0);
      return;
    }
    for (std::size_t i = 0; i < kFour; ++i) {
      if ((differing >> i & 1) != 0) output.report(finding_, record, here_.items[i], {});
    }
  }

  void group(std::span<const Evidence> evidence, CheckOutput& output) const override {
    const Evidence& last = evidence.back();
    if (last.facts == 0 || !output.complete()) return;
    for (std::size_t i = 0; i < kFour; ++i) {
      if ((last.facts >> i & 1) != 0) output.report(finding_, last, here_.items[i], {});
    }
  }

 private:
  std::uint64_t difference(const RecordView& record, const RecordView& other) const {
    std::uint64_t differing = 0;
    for (std::size_t i = 0; i < kFour; ++i) {
      const std::string_view value = record[here_.items[i]];
      const std::string_view there = other[other_.items[i]];
      const bool joined = other_.building && i == 1;
      if (joined ? !is_joined(value, there, other[*other_.building]) : value != there) differing |= 1U << i;
    }
    return differing;
  }

  FourItems here_;
  FourItems other_;
  std::size_t code_;
  std::optional<std::size_t> status_;         // of 本人確認情報
  std::optional<std::size_t> removal_class_;  // of the register
  FindingCode finding_;
};

}  // namespace

std::vector<CheckKind> four_items_checks() {
  return {
      {"L53",
       {code::kFourItemsDiffer, code::kFourItemsDifferFromRegister},
       {"soufusaki", "honnin"},
       {"juminhyo_code", "address", "birth_date"},
       CheckNeed::residents,
       make_check<FourItemsAgree>},
  };
}

}  // namespace daicho
