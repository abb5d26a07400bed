// Examples of wrong records of the register (住民票).
#include "samples/kit_examples.hpp"

namespace daicho {
namespace {

using Layouts = std::vector<std::string_view>;

const Layouts& juki() {
  static const Layouts layouts{"juki"};
  return layouts;
}

/// An older event of the same person, in the file beside.
KitChanges older(std::string_view reason, KitChanges more = {}) {
  KitChanges changes{{"move_reason", reason}, {"move_date", "20250110"}, {"move_notified_date", "20250111"}};
  changes.insert(changes.end(), more.begin(), more.end());
  return changes;
}

const KitChanges kLiving{{"removal_class", "0"}};
const KitChanges kHead{{"removal_class", "0"}, {"relationship_code", "02000000"}};

std::vector<KitExample> examples_of_changes() {
  const auto previous = KitBeside::older;
  const KitChanges moved{{"move_date", "20261110"}, {"move_notified_date", "20261111"}};
  const auto with = [&](std::string_view reason, KitChanges more = {}) {
    KitChanges changes = moved;
    changes.push_back({"move_reason", reason});
    changes.insert(changes.end(), more.begin(), more.end());
    return changes;
  };
  return {
      {.code = code::kArrivalOfLiving,
       .layouts = juki(),
       .where = {{"move_reason", "11"}},
       .beside = previous,
       .beside_changes = older("31")},
      {.code = code::kMoveChangesMore,
       .layouts = juki(),
       .where = {{"move_reason", "31"}},
       .beside = previous,
       .beside_changes = older("11", {{"name_kanji", "山田　太郎"}})},
      {.code = code::kRemovalOfRemoved,
       .layouts = juki(),
       .where = {{"removal_class", "1"}},
       .beside = previous,
       .beside_changes = older("22")},
      {.code = code::kRemovalOfRemoved,
       .layouts = juki(),
       .where = {{"removal_class", "2"}},
       .beside = previous,
       .beside_changes = older("29")},
      {.code = code::kChangeOfRemoved,
       .layouts = juki(),
       .where = kLiving,
       .changes = with("33"),
       .beside = previous,
       .beside_changes = older("21", {{"removal_class", "1"}})},
      {.code = code::kPlanOverwritten,
       .layouts = juki(),
       .where = {{"removal_class", "1"}, {"confirmed_address", "*"}},
       .beside = previous,
       .beside_changes = {{"confirmed_municipality_code", ""},
                          {"confirmed_postal_code", ""},
                          {"confirmed_address", ""},
                          {"confirmed_building", ""},
                          {"confirmed_head_kanji", ""},
                          {"planned_address", "神奈川県川崎市"}}},
      {.code = code::kPlanOverwritten,
       .layouts = juki(),
       .where = {{"removal_class", "1"}, {"planned_address", "*"}},
       .changes = {{"confirmed_municipality_code", "@planned_municipality_code"},
                   {"confirmed_address", "@planned_address"}},
       .beside = previous,
       .beside_changes = {{"confirmed_municipality_code", ""},
                          {"confirmed_postal_code", ""},
                          {"confirmed_address", ""},
                          {"confirmed_building", ""},
                          {"confirmed_head_kanji", ""},
                          {"planned_address", "神奈川県川崎市"}}},
      {.code = code::kNationalityChangesMore,
       .layouts = juki(),
       .where = kLiving,
       .changes = with("14"),
       .beside = previous,
       .beside_changes = older("33", {{"address", "本町１丁目１番１号"}})},
      {.code = code::kCorrectionChangesMore,
       .layouts = juki(),
       .where = kLiving,
       .changes = with("32"),
       .beside = previous,
       .beside_changes = older("11", {{"birth_date", "319500101"}})},
      {.code = code::kHouseholdChangeMoves,
       .layouts = juki(),
       .where = kLiving,
       .changes = with("43"),
       .beside = previous,
       .beside_changes = older("11", {{"address", "本町１丁目１番１号"}})},
      {.code = code::kNotCancelled, .layouts = juki(), .where = kLiving, .changes = with("29")},
      {.code = code::kNotCancelled,
       .layouts = juki(),
       .where = kLiving,
       .changes = with("19", {{"removal_date", "20261101"}})},
      {.code = code::kIndividualNoChange,
       .layouts = juki(),
       .where = kLiving,
       .changes = with("35", {{"individual_no", ""}})},
      {.code = code::kJuminhyoCodeChange,
       .layouts = juki(),
       .where = kLiving,
       .changes = with("38"),
       .beside = previous,
       .beside_changes = older("11")},
  };
}

std::vector<KitExample> examples_of_dates() {
  return {
      {.code = code::kMoveAfterProcessing,
       .layouts = juki(),
       .where = kLiving,
       .changes = {{"move_date", "20261201"}, {"move_notified_date", ""}},
       .as_of = true},
      {.code = code::kNoticeAfterProcessing,
       .layouts = juki(),
       .where = kLiving,
       .changes = {{"move_date", "20261120"}, {"move_notified_date", "20261121"}},
       .as_of = true},
      {.code = code::kMoveAfterNotice,
       .layouts = juki(),
       .where = kLiving,
       .changes = {{"move_date", "20261103"}, {"move_notified_date", "20261102"}}},
      {.code = code::kLateDepartureNotice,
       .layouts = juki(),
       .where = {{"move_reason", "21"}},
       .changes = {{"move_date", "20260901"}, {"move_notified_date", "20261101"}}},
      {.code = code::kLateDepartureNotice,
       .layouts = juki(),
       .where = {{"move_reason", "21"}, {"removal_class", "1"}},
       .changes = {{"move_date", "20260901"},
                   {"removal_date", "20260901"},
                   {"move_notified_date", "20261101"},
                   {"removal_notified_date", "20261101"},
                   {"removal_notified_reason", "01"}}},
      {.code = code::kLateNotice,
       .layouts = juki(),
       .where = {{"move_reason", "31"}},
       .changes = {{"move_date", "20260901"}, {"move_notified_date", "20261101"}, {"settled_date", "20260901"}}},
      {.code = code::kLateNotice,
       .layouts = juki(),
       .where = {{"move_reason", "11"}},
       .changes = {{"move_date", "20260901"}, {"move_notified_date", "20261101"}, {"settled_date", "20260901"}}},
      {.code = code::kRemovalDay,
       .layouts = juki(),
       .where = {{"removal_class", "1"}, {"move_reason", "21"}},
       .changes = {{"removal_date", "20261119"}}},
      {.code = code::kRemovalDay,
       .layouts = juki(),
       .where = {{"removal_class", "1"}},
       .changes = {{"removal_date", "20261119"}, {"removal_notified_date", ""}}},
      {.code = code::kBeforeBirth,
       .layouts = juki(),
       .where = kLiving,
       .changes = {{"settled_date", "18990101"}, {"settled_notified_date", ""}}},
      {.code = code::kBirthDay,
       .layouts = juki(),
       .where = {{"move_reason", "13"}},
       .changes = {{"birth_date", "520260102"}}},
      {.code = code::kBirthDay,
       .layouts = juki(),
       .where = {{"move_reason", "13"}},
       .changes = {{"birth_date", "419950102"}}},
      {.code = code::kBirthDay,
       .layouts = juki(),
       .where = {{"settled_reason", "13"}},
       .changes = {{"birth_date", "319550102"}}},
      {.code = code::kDeathOrder,
       .layouts = juki(),
       .where = {{"removal_reason", "23"}},
       .changes = {{"birth_date", "520261119"}}},
      {.code = code::kDeathOrder,
       .layouts = juki(),
       .where = {{"removal_reason", "23"}},
       .changes = {{"birth_date", "520261119"}, {"settled_date", "20261119"}, {"settled_notified_date", ""}}},
      {.code = code::kUnknownMoveDate,
       .layouts = juki(),
       .where = kLiving,
       .changes = {{"move_date", "20260000"}, {"move_notified_date", ""}}},
      {.code = code::kRemovedNotMoved,
       .layouts = juki(),
       .where = {{"removal_class", "1"}},
       .changes = {{"*days", "20200110"}},
       .as_of = true},
      {.code = code::kRemovedDueToMove,
       .layouts = juki(),
       .where = {{"removal_class", "1"}},
       .changes = {{"*days", "20210610"}},
       .as_of = true},
      {.code = code::kKeptTooLong,
       .layouts = juki(),
       .where = {{"removal_class", "*"}, {"removal_date", "*"}},
       .changes = {{"*days", "18700110"}},
       .as_of = true},
  };
}

std::vector<KitExample> examples_of_addresses() {
  return {
      {.code = code::kPreviousAddress,
       .layouts = juki(),
       .where = {{"settled_reason", "11"}},
       .changes = {{"previous_address", ""}}},
      {.code = code::kPreviousAddress,
       .layouts = juki(),
       .where = {{"settled_reason", "13"}},
       .changes = {{"previous_address", "東京都府中市"}}},
      {.code = code::kUnreportedArrival,
       .layouts = juki(),
       .where = {{"settled_reason", "11"}},
       .changes = {{"previous_address", "東京都府中市（未届）"}}},
      {.code = code::kArrivalFromHere,
       .layouts = juki(),
       .where = {{"move_reason", "11"}},
       .changes = {{"previous_municipality_code", "132101"}},
       .municipality = true},
      {.code = code::kDepartureNowhere,
       .layouts = juki(),
       .where = {{"move_reason", "21"}},
       .changes = {{"planned_address", ""}}},
  };
}

std::vector<KitExample> examples_of_people() {
  const KitChanges same_household{{"household_no", "="}};
  const KitChanges removed{{"removal_class", "1"}, {"move_reason", "21"}};
  const KitChanges long_ago{{"move_date", "20200110"},    {"move_notified_date", "20200111"},
                            {"settled_date", "20190110"}, {"settled_notified_date", "20190111"},
                            {"removal_date", "20200110"}, {"removal_notified_date", "20200111"}};
  KitChanges same_code = long_ago;
  same_code.push_back({"juminhyo_code", "="});
  KitChanges same_person = long_ago;
  for (const std::string_view item : {"name_kanji", "name_kana", "sex_code", "birth_date"}) {
    same_person.push_back({item, "="});
  }
  const KitChanges lodger{{"relationship_code", "99000000"}};
  return {
      {.code = code::kBirthCalendar, .layouts = juki(), .where = kLiving, .changes = {{"birth_date", "019800401"}}},
      {.code = code::kTwoHeads, .layouts = juki(), .where = kHead, .second = true, .second_changes = same_household},
      {.code = code::kNoHead,
       .layouts = juki(),
       .where = kHead,
       .changes = lodger,
       .second = true,
       .second_changes = {{"household_no", "="}, {"relationship_code", "99000000"}}},
      {.code = code::kHeadNameDiffers,
       .layouts = juki(),
       .where = kHead,
       .changes = {{"head_name_kanji", "山田　太郎"}}},
      {.code = code::kRelationshipSex,
       .layouts = juki(),
       .where = {{"relationship_code", "12000000"}},
       .changes = {{"sex_code", "1"}}},
      {.code = code::kRelationshipSex,
       .layouts = juki(),
       .where = {{"relationship_code", "11000000"}},
       .changes = {{"sex_code", "2"}}},
      {.code = code::kUnmarriedSpouseSex,
       .layouts = juki(),
       .where = {{"relationship_code", "12000000"}},
       .changes = {{"sex_code", "1"}, {"relationship_code", "14000000"}}},
      {.code = code::kParentTooYoung,
       .layouts = juki(),
       .where = {{"relationship_code", "20000000"}},
       .changes = {{"birth_date", "119000101"}}},
      {.code = code::kTwoSpouses,
       .layouts = juki(),
       .where = {{"relationship_code", "12000000"}},
       .second = true,
       .second_changes = same_household},
      {.code = code::kHonseki,
       .layouts = juki(),
       .where = {{"removal_class", "0"}, {"honseki", "*"}},
       .changes = {{"honseki", ""}}},
      {.code = code::kForeignStatus,
       .layouts = juki(),
       .where = {{"article_30_45_class", "01"}, {"removal_class", "0"}},
       .changes = {{"residence_card_no", ""}}},
      {.code = code::kStayExpired,
       .layouts = juki(),
       .where = {{"article_30_45_class", "01"}, {"removal_class", "0"}},
       .changes = {{"period_of_stay_expiry", "20261101"}},
       .as_of = true},
      {.code = code::kTransitionalStay,
       .layouts = juki(),
       .where = {{"article_30_45_class", "05"}, {"removal_class", "0"}},
       .changes = {{"*days", "20260110"}},
       .as_of = true},
      {.code = code::kReturnAsNew,
       .layouts = juki(),
       .where = {{"settled_reason", "11"}, {"removal_class", "0"}},
       .second = true,
       .second_where = removed,
       .second_changes = same_code},
      {.code = code::kPerhapsReturned,
       .layouts = juki(),
       .where = {{"settled_reason", "11"}, {"removal_class", "0"}},
       .second = true,
       .second_where = removed,
       .second_changes = same_person},
  };
}

}  // namespace

const std::vector<KitExample>& register_examples() {
  static const std::vector<KitExample> all = [] {
    std::vector<KitExample> examples;
    for (const auto subject : {examples_of_changes, examples_of_dates, examples_of_addresses, examples_of_people}) {
      for (KitExample& example : subject()) examples.push_back(std::move(example));
    }
    return examples;
  }();
  return all;
}

}  // namespace daicho
