#include "tests/samples/register_checks.hpp"

#include <set>

namespace daicho {
namespace {

PartialDate date_of(const std::string& text) { return parse_date(text).date; }

bool after(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || date_of(a).year == 0 || date_of(b).year == 0) return false;
  return surely_after(date_of(a), date_of(b));
}

class LogicalChecks {
 public:
  explicit LogicalChecks(std::string as_of) : as_of_(std::move(as_of)) {}

  void check(const Resident& one) {
    dates(one);
    if (one.foreign()) {
      foreign(one);
    } else {
      expect("L30 japanese", !one[Juki::honseki].empty() && !one[Juki::hittosha_kanji].empty());
      expect("L24 era", one[Juki::birth_date][0] != '0');
    }
    addresses(one);
    relationship(one);
    numbers(one);
  }

  std::map<std::string, int> faults() {
    for (const auto& [household, heads] : heads_) expect("L25 one head", heads == 1);
    return faults_;
  }

 private:
  void expect(const char* check, bool holds) {
    if (!holds) ++faults_[check];
  }

  void dates(const Resident& one) {
    const std::string& reason = one[Juki::move_reason];
    const bool departure = reason == "21" || reason == "22";
    expect("L05 moved after the day", departure || !after(one[Juki::move_date], as_of_));
    expect("L06 told after the day", !after(one[Juki::move_notified_date], as_of_));
    expect("L08 told before it happened", departure || !after(one[Juki::move_date], one[Juki::move_notified_date]));
    const std::string birth = one[Juki::birth_date].substr(1);
    expect("L19 born after the move", !after(birth, one[Juki::move_date]));
    expect("L19 born after settling", !after(birth, one[Juki::settled_date]));
    expect("settled after the move", !after(one[Juki::settled_date], one[Juki::move_date]));
    if (reason == "13") expect("L20 birth", one[Juki::move_date] == birth);
    expect("unreported order", !after(one[Juki::unreported_from], one[Juki::unreported_to]) &&
                                   !after(one[Juki::unreported_to], one[Juki::settled_date]));
    const bool removed = !one.living();
    expect("removal items",
           removed == !one[Juki::removal_date].empty() && removed == !one[Juki::removal_reason].empty());
    if (removed) expect("removal after the day", !after(one[Juki::removal_date], as_of_));
  }

  void foreign(const Resident& one) {
    const std::string& section = one[Juki::article_30_45_class];
    expect("L30 foreign",
           one[Juki::honseki].empty() && one[Juki::hittosha_kanji].empty() && one[Juki::former_surname_kanji].empty());
    expect("L24 gregorian", one[Juki::birth_date][0] == '0');
    const bool card = !one[Juki::residence_card_no].empty();
    const bool status = !one[Juki::residence_status_code].empty();
    const bool unlimited = one[Juki::period_of_stay] == "0000000";
    const bool expiry = !one[Juki::period_of_stay_expiry].empty();
    if (section == "01") expect("L31 class 01", card && status && expiry != unlimited);
    if (section == "02") expect("L31 class 02", card && !status && !expiry && one[Juki::period_of_stay].empty());
    if (section == "03" || section == "04") expect("L31 class 03 04", !card && expiry);
    if (section == "05" || section == "06") expect("L31 class 05 06", !card && !status && !expiry);
    if (one.living()) expect("L32 expired", !expiry || one[Juki::period_of_stay_expiry] >= as_of_);
    if (one.living() && (section == "05" || section == "06")) {
      const PartialDate since = date_of(one[Juki::foreign_move_date]);
      const PartialDate today = date_of(as_of_);
      expect("L33 sixty days",
             day_number(since.year, since.month, since.day) + 60 >= day_number(today.year, today.month, today.day));
    }
    expect("since 2012", one[Juki::foreign_move_date] >= "20120709");
    expect("expiry after since", !after(one[Juki::foreign_move_date], one[Juki::period_of_stay_expiry]));
  }

  void addresses(const Resident& one) {
    const std::string& reason = one[Juki::settled_reason];
    if (one.living()) expect("own city", one[Juki::address_municipality_code] == "132101");
    if (reason == "11") {
      expect("L11 from where", !one[Juki::previous_address].empty() && !one[Juki::previous_municipality_code].empty());
      expect("L14 from here", one[Juki::previous_municipality_code] != "132101");
    }
    if (reason == "13") expect("L11 newborn", one[Juki::previous_address].empty());
    const bool unreported = one[Juki::previous_address].ends_with("（未届）");
    const bool last_known = !one[Juki::last_registered_address].empty();
    expect("L12 unreported", reason == "11" ? unreported == last_known : !unreported);
    const std::string& move = one[Juki::move_reason];
    if (move == "21" || move == "22") {
      expect("L15 to where", !one[Juki::planned_address].empty() && !one[Juki::planned_municipality_code].empty());
    }
  }

  void relationship(const Resident& one) {
    if (!one.living()) return;
    int& heads = heads_[one[Juki::household_no]];
    if (one.head()) {
      ++heads;
      expect("head's names",
             one[Juki::head_name_kanji] == one[Juki::name_kanji] && one[Juki::head_name_kana] == one[Juki::name_kana]);
    }
    const std::string last = one[Juki::relationship_code].substr(0, 2);
    const std::string second = one[Juki::relationship_code].substr(2, 2);
    const std::string self = second == "00" ? last : second;
    const bool male = self == "11" || self == "13" || self == "51" || self == "71" || self == "74";
    const bool female = self == "12" || self == "14" || self == "52" || self == "81" || self == "84";
    if (one[Juki::relationship_code].substr(4) == "0000") {
      expect("L27 sex", !(male && !one.male()) && !(female && one.male()));
    }
    if (last == "11" || last == "12") {
      if (second == "00") expect("L29 spouses", ++spouses_[one[Juki::household_no]] == 1);
    }
  }

  void numbers(const Resident& one) {
    expect("addressee twice", addressees_.insert(one[Juki::addressee_no]).second);
    if (!one[Juki::individual_no].empty()) expect("L35 number twice", numbers_.insert(one[Juki::individual_no]).second);
    if (!one[Juki::juminhyo_code].empty()) expect("L35 code twice", codes_.insert(one[Juki::juminhyo_code]).second);
    if (one.living()) expect("code missing", !one[Juki::juminhyo_code].empty());
  }

  std::string as_of_;
  std::map<std::string, int> faults_;
  std::map<std::string, int> heads_;
  std::map<std::string, int> spouses_;
  std::set<std::string> addressees_;
  std::set<std::string> numbers_;
  std::set<std::string> codes_;
};

}  // namespace

std::string logical_faults(const std::vector<Resident>& residents, const std::string& as_of) {
  LogicalChecks checks(as_of);
  for (const Resident& one : residents) checks.check(one);
  return as_text(checks.faults());
}

}  // namespace daicho
