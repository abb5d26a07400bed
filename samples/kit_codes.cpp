// Which findings a file of a layout can raise, by the words of its schema and the list of logical checks.
#include <algorithm>

#include "formats/checks/check.hpp"
#include "samples/kit_bad.hpp"

namespace daicho {
namespace {

using ItemTest = bool (*)(const Item&);

bool is_date(const Item& item) {
  return item.kind == Kind::date || item.kind == Kind::era_date || item.kind == Kind::era_gregorian_date;
}

bool has_relation(const Item& item, RelationKind kind) {
  return std::any_of(item.relations.begin(), item.relations.end(),
                     [&](const Relation& relation) { return relation.kind == kind; });
}

template <RelationKind kind>
bool related_by(const Item& item) {
  return has_relation(item, kind);
}

/// A code that is raised only where some item of the layout is of this sort.
struct Asks {
  std::string_view code;
  ItemTest item;
};

constexpr Asks kAsks[] = {
    {"D1003", [](const Item& i) { return i.picture.cls == PictureClass::digits; }},
    {"D1004", [](const Item& i) { return i.picture.cls == PictureClass::text; }},
    {"D1005", [](const Item& i) { return i.picture.cls == PictureClass::national; }},
    {"D1007", [](const Item& i) { return i.picture.cls == PictureClass::digits && !i.zero_filled; }},
    {"D1009",
     [](const Item& i) { return i.kind == Kind::flag || i.kind == Kind::katakana || i.kind == Kind::hiragana; }},
    {"D1008", [](const Item& i) { return i.picture.cls != PictureClass::digits; }},
    {"D1010", [](const Item& i) { return i.picture.cls == PictureClass::national || i.absent_is_zeros; }},
    {"D1011", [](const Item& i) { return i.picture.cls == PictureClass::digits; }},
    {"D1012", [](const Item& i) { return i.picture.cls == PictureClass::national; }},
    {"D1015", [](const Item& i) { return i.picture.cls == PictureClass::national; }},
    {"D1101", [](const Item& i) { return i.presence == Presence::required; }},
    {"D1102", [](const Item& i) { return !i.required_when.empty(); }},
    {"D1103", [](const Item& i) { return !i.blank_when.empty(); }},
    {"D1201", is_date},
    {"D1202", [](const Item& i) { return i.kind == Kind::era_date || i.kind == Kind::era_gregorian_date; }},
    {"D1203", [](const Item& i) { return is_date(i) && !i.unknown_allowed; }},
    {"D1204", [](const Item& i) { return i.kind == Kind::timestamp; }},
    {"D1301", [](const Item& i) { return i.check != CheckDigit::none && i.check != CheckDigit::addressee_no; }},
    {"D1302", [](const Item& i) { return i.check == CheckDigit::addressee_no; }},
    {"D1401", [](const Item& i) { return i.codes != nullptr; }},
    {"D1402", [](const Item& i) { return !i.pattern.empty(); }},
    {"D2001", related_by<RelationKind::length_of>},
    {"D2002", related_by<RelationKind::gaiji_count_of>},
    {"D2003", related_by<RelationKind::positions_of>},
    {"D2004", related_by<RelationKind::flag_of>},
    {"D2005", related_by<RelationKind::seion_of>},
    {"D2006", related_by<RelationKind::substitute_of>},
    {"D2007", related_by<RelationKind::equals>},
};

bool logical_for(const Layout& layout, std::string_view code) {
  // 本人確認情報 are compared with the register alone.
  if (code == "D3053" && layout.id == "honnin") return false;
  return std::any_of(check_list().begin(), check_list().end(), [&](const CheckKind& kind) {
    const bool raises = std::any_of(kind.codes.begin(), kind.codes.end(),
                                    [&](const FindingCode& one) { return std::string_view(one.code) == code; });
    return raises && kind.by == CheckedBy::check && made_for(kind, layout.id);
  });
}

}  // namespace

std::vector<std::string> kit_codes(const Layout& layout, const FindingTexts& texts) {
  std::vector<std::string> codes;
  for (const std::string& code : texts.codes()) {
    // D04xx are about plain texts, D40xx about the jobs.
    if (code.starts_with("D04") || code.starts_with("D4")) continue;
    if (code.starts_with("D3")) {
      if (logical_for(layout, code)) codes.push_back(code);
      continue;
    }
    const auto asks =
        std::find_if(std::begin(kAsks), std::end(kAsks), [&](const Asks& one) { return one.code == code; });
    if (asks == std::end(kAsks) || std::any_of(layout.items.begin(), layout.items.end(), asks->item)) {
      codes.push_back(code);
    }
  }
  return codes;
}

}  // namespace daicho
