#include "samples/consistent_items.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "converters/date.hpp"

namespace daicho {
namespace {

constexpr std::string_view kHead = "02000000";
constexpr int kNoticeDays = 14;  // 住民基本台帳法 22

std::string era_day(Day day) { return format_era_date(date_of_day_number(day)); }

}  // namespace

/// A record's values by the ids of their items; ids that the layout lacks are passed over.
class ConsistentItems::Record {
 public:
  Record(const Layout& layout, std::vector<std::string>& values) : layout_(layout), values_(values) {}

  std::string get(std::string_view id) const {
    const auto item = layout_.find(id);
    return item ? values_[*item] : std::string();
  }
  void set(std::string_view id, std::string value) {
    if (const auto item = layout_.find(id)) values_[*item] = std::move(value);
  }
  void clear(std::initializer_list<std::string_view> ids) {
    for (const std::string_view id : ids) set(id, {});
  }
  /// Clears the items from one to another, both among them, in the order of the layout.
  void clear_range(std::string_view first, std::string_view last) {
    const auto begin = layout_.find(first);
    const auto end = layout_.find(last);
    if (!begin || !end) return;
    for (std::size_t item = *begin; item <= *end; ++item) values_[item].clear();
  }

  bool foreign_birth() const { return get("birth_date").starts_with('0'); }
  Day birth() const {
    const std::string birth = get("birth_date");
    return birth.empty() ? 0 : interval_of(parse_date(std::string_view(birth).substr(1)).date).last;
  }
  /// Writes the birth date in the calendar of a Japanese resident.
  void be_born_in_an_era() {
    if (!foreign_birth()) return;
    PartialDate born = parse_era_gregorian_date(get("birth_date")).date;
    born.era = era_of(born);
    set("birth_date", format_era_gregorian_date(born));
  }

  void register_record(Day as_of, Prng& prng) {
    be_born_in_an_era();
    clear_range("removal_date", "removal_notified_reason");
    clear_range("planned_municipality_code", "unreported_to");
    clear_range("foreign_real_name_kana", "alias_history");
    arrive(as_of, prng, "11", day_text);
    set("removal_class", "0");
    set("settled_reason", "11");
    set("settled_notified_date", get("move_notified_date"));
    set("settled_notified_reason", "01");
    set("relationship_code", std::string(kHead));
    set("head_name_kana", get("name_kana"));
    set("head_name_kanji", get("name_kanji"));
    if (get("honseki").empty()) set("honseki", get("previous_address"));
    if (get("hittosha_kanji").empty()) set("hittosha_kanji", get("name_kanji"));
  }

  void cs_record(Day as_of, Prng& prng) {
    arrive(as_of, prng, "01", era_day);
    set("resident_since", get("move_date"));
    set("move_reason_detail", "01");
    set("relationship", std::string(kHead));
    clear({"old_juminhyo_code", "juminhyo_code_used_from"});
    set("update_seq", "00001");
    set("reason_update_seq", "001");
    for (const char* id : {"update_forbidden_flag", "planned_flag", "record_status"}) set(id, "0");
  }

  void letter(Day as_of, Prng& prng) {
    set("processed_date", day_text(as_of));
    set("person_count", "01");
    const bool foreign = foreign_birth() && get("birth_date") != "000000000";
    set("article_30_45_class", foreign ? "1" : "0");
    set("period_of_stay_expiry", foreign ? day_text(as_of + prng.between(30, 1800)) : std::string());
  }

  void addressee() {
    set("deleted_flag", "0");
    if (get("individual_no").empty() || get("previous_individual_no").empty()) {
      clear({"previous_individual_no", "next_individual_no"});
    } else {
      set("next_individual_no", get("individual_no"));
    }
  }

 private:
  /// 国内転入 on a day of the last ten years, not before the birth, notified in time.
  void arrive(Day as_of, Prng& prng, const char* reason, std::string (*written)(Day)) {
    const Day day = std::max(as_of - prng.between(0, 3650), birth());
    set("move_reason", reason);
    set("move_date", written(day));
    set("settled_date", written(day));
    const std::string notified = written(std::min(as_of, day + prng.between(0, kNoticeDays)));
    set("move_notified_date", notified);
    set("notified_date", notified);
  }

  const Layout& layout_;
  std::vector<std::string>& values_;
};

ConsistentItems::ConsistentItems(const Layout& layout, Day as_of) : layout_(layout), as_of_(as_of) {}

void ConsistentItems::settle(std::vector<std::string>& values, Prng& prng) const {
  Record record(layout_, values);
  if (layout_.id == "juki") record.register_record(as_of_, prng);
  if (layout_.id == "honnin") record.cs_record(as_of_, prng);
  if (layout_.id == "soufusaki") record.letter(as_of_, prng);
  if (layout_.id == "atena") record.addressee();
}

void ConsistentItems::complete(std::vector<std::string>& values) const {
  const auto flag = layout_.find("gaiji_flag");
  const auto pattern = layout_.find("gaiji_pattern");
  if (flag && pattern && values[*flag] == "1" && values[*pattern].empty()) values[*pattern] = "gaiji.bdf";
}

}  // namespace daicho
