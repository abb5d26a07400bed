// Names and addresses that fill their item to the last position.
#include <algorithm>
#include <string_view>

#include "converters/utf8.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// L54: a name or an address as long as its picture. One that did not fit was perhaps cut by whoever wrote the file;
/// it belongs on a list (文字超過リスト: 住民記録システム標準仕様書 5.8). A longer one is D1006, by reading.
class FillsItem : public Check {
 public:
  explicit FillsItem(const CheckContext& context) {
    for (std::size_t index = 0; index < context.layout.items.size(); ++index) {
      const Item& item = context.layout.items[index];
      if (is_name_or_address(item)) texts_.push_back({index, item.picture.length});
    }
  }

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items;
    for (const Text& text : texts_) items.push_back(text.item);
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    for (const Text& text : texts_) {
      const std::string_view value = record[text.item];
      // A code unit is two or three bytes of UTF-8.
      if (value.size() < 2 * text.units || utf16_length(value) < text.units) continue;
      output.report(code::kFillsItem, record, text.item, {});
    }
  }

 private:
  struct Text {
    std::size_t item;
    std::size_t units;  ///< UTF-16 code units of the picture
  };

  /// Full-width text about a person, but for free text and for what is made from another item.
  static bool is_name_or_address(const Item& item) {
    const bool personal = item.picture.cls == PictureClass::national && item.privacy == Privacy::personal;
    const bool free_text = item.id == "remarks" || item.id == "alias_history";
    const bool derived = std::any_of(item.relations.begin(), item.relations.end(), [](const Relation& relation) {
      return relation.kind == RelationKind::seion_of || relation.kind == RelationKind::substitute_of;
    });
    return personal && !free_text && !derived;
  }

  std::vector<Text> texts_;
};

}  // namespace

std::vector<CheckKind> text_length_checks() {
  return {
      {"L54",
       {code::kFillsItem},
       {"juki", "atena", "honnin", "soufusaki", "iten.*"},
       {},
       CheckNeed::nothing,
       make_check<FillsItem>},
  };
}

}  // namespace daicho
