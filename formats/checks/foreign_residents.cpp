// Japanese and foreign residents: what the one has and the other has not.
#include <algorithm>
#include <string>
#include <string_view>

#include "formats/checks/events.hpp"
#include "formats/checks/subjects.hpp"
#include "formats/finding_codes.hpp"

namespace daicho {
namespace {

/// 住民基本台帳法 30条の45: how long a stay after a birth or a loss of nationality is allowed without a status.
constexpr int kTransitionalDays = 60;

enum class Section {
  none,          ///< 日本人, or not said
  long_term,     ///< 中長期在留者
  permanent,     ///< 特別永住者
  asylum,        ///< 一時庇護許可者
  provisional,   ///< 仮滞在許可者
  transitional,  ///< 出生・国籍喪失による経過滞在者
};

/// 30の45区分 in two digits (juki) or in one (soufusaki).
Section section_of(std::string_view code) {
  switch (code.empty() ? '0' : code.back()) {
    case '1':
      return Section::long_term;
    case '2':
      return Section::permanent;
    case '3':
      return Section::asylum;
    case '4':
      return Section::provisional;
    case '5':
    case '6':
      return Section::transitional;
    default:
      return Section::none;
  }
}

/// The items by which a register's record is a foreign resident's: any of them. Without any it is a Japanese one's.
class ForeignItems {
 public:
  explicit ForeignItems(const Layout& layout) {
    for (const char* id : {"article_30_45_class", "nationality_code", "residence_card_no", "residence_status_code",
                           "foreign_move_date"}) {
      if (const auto item = layout.find(id)) items_.push_back(*item);
    }
  }
  const std::vector<std::size_t>& items() const { return items_; }

  bool foreign(const RecordView& record) const {
    return std::any_of(items_.begin(), items_.end(), [&](std::size_t item) { return tells(record[item]); });
  }

 private:
  /// 0 in the class of a 送付先情報 is 日本人, and so is the nationality JPN.
  static bool tells(std::string_view value) { return !value.empty() && value != "0" && value != "JPN"; }

  std::vector<std::size_t> items_;
};

/// L24: 生年月日 of Japanese residents carries an era, that of foreign residents is Gregorian
/// (住民記録システム標準仕様書 1.1.2, 1.1.9). A date that is wholly unknown has no era. 在留期間の満了の日 is a
/// Gregorian date by its kind.
class BirthCalendar : public Check {
 public:
  explicit BirthCalendar(const CheckContext& context)
      : foreign_(context.layout), birth_(context.layout, {"birth_date"}) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = foreign_.items();
    items.push_back(birth_.index());
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const std::string_view birth = record[birth_.index()];
    if (birth.empty() || birth.find_first_not_of('0') == std::string_view::npos) return;
    if ((birth.front() == '0') != foreign_.foreign(record)) {
      output.report(code::kBirthCalendar, record, birth_.index(), {});
    }
  }

 private:
  ForeignItems foreign_;
  DateItem birth_;
};

/// L30: 日本人 have 本籍 and 筆頭者, foreign residents neither. 本籍 may say なし or 不明; then nobody is 筆頭者
/// (住民記録システム標準仕様書 1.1.12).
class Honseki : public Check {
 public:
  explicit Honseki(const CheckContext& context)
      : foreign_(context.layout),
        honseki_(context.layout.index("honseki")),
        head_(context.layout.index("hittosha_kanji")) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = foreign_.items();
    items.insert(items.end(), {honseki_, head_});
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const bool foreign = foreign_.foreign(record);
    const bool nobody = record[honseki_] == "なし" || record[honseki_] == "不明";
    if (record[honseki_].empty() != foreign) output.report(code::kHonseki, record, honseki_, {});
    if (record[head_].empty() != foreign && !(nobody && record[head_].empty())) {
      output.report(code::kHonseki, record, head_, {});
    }
  }

 private:
  ForeignItems foreign_;
  std::size_t honseki_;
  std::size_t head_;
};

/// L31: what each 30の45区分 needs (住民基本台帳法 30条の45; 住民記録システム標準仕様書 1.1.6). A removed record needs
/// none of it; nobody has an expiry that the class does not allow.
class ForeignStatus : public Check {
 public:
  explicit ForeignStatus(const CheckContext& context)
      : foreign_(context.layout),
        section_(context.layout.index("article_30_45_class")),
        card_(context.layout.index("residence_card_no")),
        status_(context.layout.index("residence_status_code")),
        period_(context.layout.index("period_of_stay")),
        expiry_(context.layout.index("period_of_stay_expiry")),
        removal_class_(context.layout.index("removal_class")) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items = foreign_.items();
    items.insert(items.end(), {section_, card_, status_, period_, expiry_, removal_class_});
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const Section section = section_of(record[section_]);
    const bool expires = !record[expiry_].empty();
    const bool unlimited = record[period_] == "0000000";
    if (section == Section::none && expires) report(record, expiry_, output);
    if (section == Section::permanent && expires) report(record, expiry_, output);
    if (section == Section::long_term && expires && unlimited) report(record, expiry_, output);
    if (record[removal_class_] != "0" || !foreign_.foreign(record)) return;
    if (section == Section::none) report(record, section_, output);
    const bool has_card = section == Section::long_term || section == Section::permanent;
    if (has_card && record[card_].empty()) report(record, card_, output);
    if (section == Section::long_term && record[status_].empty()) report(record, status_, output);
    if (section == Section::long_term && !expires && !unlimited) report(record, expiry_, output);
    const bool has_period = section == Section::asylum || section == Section::provisional;
    if (has_period && !expires && record[period_].empty()) report(record, period_, output);
  }

 private:
  void report(const RecordView& record, std::size_t item, CheckOutput& output) const {
    output.report(code::kForeignStatus, record, item, {{"section", std::string(record[section_])}});
  }

  ForeignItems foreign_;
  std::size_t section_;
  std::size_t card_;
  std::size_t status_;
  std::size_t period_;
  std::size_t expiry_;
  std::size_t removal_class_;
};

/// L31 of a 送付先情報, which has only the class and the expiry: 日本人, 特別永住者 and 経過滞在者 have none.
/// 中長期在留者 may lack it, because the stay of some is unlimited.
class DispatchedForeignStatus : public Check {
 public:
  explicit DispatchedForeignStatus(const CheckContext& context)
      : section_(context.layout.index("article_30_45_class")), expiry_(context.layout.index("period_of_stay_expiry")) {}

  std::vector<std::size_t> items() const override { return {section_, expiry_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[expiry_].empty()) return;
    const Section section = section_of(record[section_]);
    if (section == Section::none || section == Section::permanent || section == Section::transitional) {
      output.report(code::kForeignStatus, record, expiry_, {{"section", std::string(record[section_])}});
    }
  }

 private:
  std::size_t section_;
  std::size_t expiry_;
};

std::unique_ptr<Check> foreign_status(const CheckContext& context) {
  if (context.layout.id == "soufusaki") return std::make_unique<DispatchedForeignStatus>(context);
  return std::make_unique<ForeignStatus>(context);
}

/// L32: a period of stay that is over while the person is a living resident.
class StayExpired : public Check {
 public:
  explicit StayExpired(const CheckContext& context)
      : as_of_(*context.as_of),
        expiry_(context.layout, {"period_of_stay_expiry"}),
        removal_class_(context.layout.find("removal_class")) {}

  std::vector<std::size_t> items() const override {
    std::vector<std::size_t> items{expiry_.index()};
    if (removal_class_) items.push_back(*removal_class_);
    return items;
  }

  void record(const RecordView& record, CheckOutput& output) const override {
    const bool live = !removal_class_ || record[*removal_class_] == "0";
    if (!live || !surely_after(as_of_, expiry_.read(record))) return;
    output.report(code::kStayExpired, record, expiry_.index(), {{"as_of", format_date(as_of_)}});
  }

 private:
  PartialDate as_of_;
  DateItem expiry_;
  std::optional<std::size_t> removal_class_;  // 送付先情報 have none: everybody lives
};

/// L33: a 経過滞在者 after more than 60 days, counted from the day of becoming a foreign resident: that of the birth or
/// of the loss of nationality.
class TransitionalStay : public Check {
 public:
  explicit TransitionalStay(const CheckContext& context)
      : as_of_(*context.as_of),
        section_(context.layout.index("article_30_45_class")),
        since_(context.layout, {"foreign_move_date"}),
        removal_class_(context.layout.index("removal_class")) {}

  std::vector<std::size_t> items() const override { return {section_, since_.index(), removal_class_}; }

  void record(const RecordView& record, CheckOutput& output) const override {
    if (record[removal_class_] != "0" || section_of(record[section_]) != Section::transitional) return;
    if (surely_later_by_more(since_.read(record), as_of_, kTransitionalDays)) {
      output.report(code::kTransitionalStay, record, since_.index(), {});
    }
  }

 private:
  PartialDate as_of_;
  std::size_t section_;
  DateItem since_;
  std::size_t removal_class_;
};

}  // namespace

std::vector<CheckKind> foreign_resident_checks() {
  const auto nothing = CheckNeed::nothing;
  const auto date = CheckNeed::processing_date;
  return {
      {"L24",
       {code::kBirthCalendar},
       {"juki", "soufusaki"},
       {"birth_date", "article_30_45_class"},
       nothing,
       make_check<BirthCalendar>},
      {"L30",
       {code::kHonseki},
       {"juki"},
       {"honseki", "hittosha_kanji", "article_30_45_class"},
       nothing,
       make_check<Honseki>},
      {"L31",
       {code::kForeignStatus},
       {"juki", "soufusaki"},
       {"article_30_45_class", "period_of_stay_expiry", "residence_card_no|print_class",
        "residence_status_code|print_class", "period_of_stay|print_class", "removal_class|print_class"},
       nothing,
       foreign_status},
      {"L32", {code::kStayExpired}, {"juki", "soufusaki"}, {"period_of_stay_expiry"}, date, make_check<StayExpired>},
      {"L33",
       {code::kTransitionalStay},
       {"juki"},
       {"article_30_45_class", "foreign_move_date", "removal_class"},
       date,
       make_check<TransitionalStay>},
  };
}

}  // namespace daicho
