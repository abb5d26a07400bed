// Examples of wrong records of the register (住民票).
#include <utility>

#include "samples/kit_examples.hpp"

namespace daicho {
namespace {

/// A record that `where` fits, changed.
KitExample one(FindingCode code, KitChanges where, KitChanges changes = {}) {
  KitExample example;
  example.code = code;
  example.layouts = {"juki"};
  example.where = std::move(where);
  example.changes = std::move(changes);
  return example;
}

/// With the person's record in an older file.
KitExample beside(KitExample example, KitChanges changes) {
  example.beside = KitBeside::older;
  example.beside_changes = std::move(changes);
  return example;
}

/// With the processing date.
KitExample dated(KitExample example) {
  example.as_of = true;
  return example;
}

/// With the municipality whose file it is.
KitExample of_city(KitExample example) {
  example.municipality = true;
  return example;
}

/// With another record, made from the same scene or from one that `where` fits.
KitExample with_second(KitExample example, KitChanges changes, KitChanges where = {}) {
  example.second = true;
  example.second_changes = std::move(changes);
  example.second_where = std::move(where);
  return example;
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
  const KitChanges moved{{"move_date", "20261110"}, {"move_notified_date", "20261111"}};
  const auto with = [&](std::string_view reason, KitChanges more = {}) {
    KitChanges changes = moved;
    changes.push_back({"move_reason", reason});
    changes.insert(changes.end(), more.begin(), more.end());
    return changes;
  };
  return {
      beside(one(code::kArrivalOfLiving, {{"move_reason", "11"}}), older("31")),
      beside(one(code::kMoveChangesMore, {{"move_reason", "31"}}), older("11", {{"name_kanji", "山田　太郎"}})),
      beside(one(code::kRemovalOfRemoved, {{"removal_class", "1"}}), older("22")),
      beside(one(code::kRemovalOfRemoved, {{"removal_class", "2"}}), older("29")),
      beside(one(code::kChangeOfRemoved, kLiving, with("33")), older("21", {{"removal_class", "1"}})),
      beside(one(code::kPlanOverwritten, {{"removal_class", "1"}, {"confirmed_address", "*"}}),
             {{"confirmed_municipality_code", ""},
              {"confirmed_postal_code", ""},
              {"confirmed_address", ""},
              {"confirmed_building", ""},
              {"confirmed_head_kanji", ""},
              {"planned_address", "神奈川県川崎市"}}),
      beside(one(code::kPlanOverwritten, {{"removal_class", "1"}, {"planned_address", "*"}},
                 {{"confirmed_municipality_code", "@planned_municipality_code"},
                  {"confirmed_address", "@planned_address"}}),
             {{"confirmed_municipality_code", ""},
              {"confirmed_postal_code", ""},
              {"confirmed_address", ""},
              {"confirmed_building", ""},
              {"confirmed_head_kanji", ""},
              {"planned_address", "神奈川県川崎市"}}),
      beside(one(code::kNationalityChangesMore, kLiving, with("14")), older("33", {{"address", "本町１丁目１番１号"}})),
      beside(one(code::kCorrectionChangesMore, kLiving, with("32")), older("11", {{"birth_date", "319500101"}})),
      beside(one(code::kHouseholdChangeMoves, kLiving, with("43")), older("11", {{"address", "本町１丁目１番１号"}})),
      one(code::kNotCancelled, kLiving, with("29")),
      one(code::kNotCancelled, kLiving, with("19", {{"removal_date", "20261101"}})),
      one(code::kIndividualNoChange, kLiving, with("35", {{"individual_no", ""}})),
      beside(one(code::kJuminhyoCodeChange, kLiving, with("38")), older("11")),
  };
}

std::vector<KitExample> examples_of_dates() {
  return {
      dated(one(code::kMoveAfterProcessing, kLiving, {{"move_date", "20261201"}, {"move_notified_date", ""}})),
      dated(
          one(code::kNoticeAfterProcessing, kLiving, {{"move_date", "20261120"}, {"move_notified_date", "20261121"}})),
      one(code::kMoveAfterNotice, kLiving, {{"move_date", "20261103"}, {"move_notified_date", "20261102"}}),
      one(code::kLateDepartureNotice, {{"move_reason", "21"}},
          {{"move_date", "20260901"}, {"move_notified_date", "20261101"}}),
      one(code::kLateDepartureNotice, {{"move_reason", "21"}, {"removal_class", "1"}},
          {{"move_date", "20260901"},
           {"removal_date", "20260901"},
           {"move_notified_date", "20261101"},
           {"removal_notified_date", "20261101"},
           {"removal_notified_reason", "01"}}),
      one(code::kLateNotice, {{"move_reason", "31"}},
          {{"move_date", "20260901"}, {"move_notified_date", "20261101"}, {"settled_date", "20260901"}}),
      one(code::kLateNotice, {{"move_reason", "11"}},
          {{"move_date", "20260901"}, {"move_notified_date", "20261101"}, {"settled_date", "20260901"}}),
      one(code::kRemovalDay, {{"removal_class", "1"}, {"move_reason", "21"}}, {{"removal_date", "20261119"}}),
      one(code::kRemovalDay, {{"removal_class", "1"}}, {{"removal_date", "20261119"}, {"removal_notified_date", ""}}),
      one(code::kBeforeBirth, kLiving, {{"settled_date", "18990101"}, {"settled_notified_date", ""}}),
      one(code::kBirthDay, {{"move_reason", "13"}}, {{"birth_date", "520260102"}}),
      one(code::kBirthDay, {{"move_reason", "13"}}, {{"birth_date", "419950102"}}),
      one(code::kBirthDay, {{"settled_reason", "13"}}, {{"birth_date", "319550102"}}),
      one(code::kDeathOrder, {{"removal_reason", "23"}}, {{"birth_date", "520261119"}}),
      one(code::kDeathOrder, {{"removal_reason", "23"}},
          {{"birth_date", "520261119"}, {"settled_date", "20261119"}, {"settled_notified_date", ""}}),
      one(code::kUnknownMoveDate, kLiving, {{"move_date", "20260000"}, {"move_notified_date", ""}}),
      dated(one(code::kRemovedNotMoved, {{"removal_class", "1"}}, {{"*days", "20200110"}})),
      dated(one(code::kRemovedDueToMove, {{"removal_class", "1"}}, {{"*days", "20210610"}})),
      dated(one(code::kKeptTooLong, {{"removal_class", "*"}, {"removal_date", "*"}}, {{"*days", "18700110"}})),
  };
}

std::vector<KitExample> examples_of_addresses() {
  return {
      one(code::kPreviousAddress, {{"settled_reason", "11"}}, {{"previous_address", ""}}),
      one(code::kPreviousAddress, {{"settled_reason", "13"}}, {{"previous_address", "東京都府中市"}}),
      one(code::kUnreportedArrival, {{"settled_reason", "11"}}, {{"previous_address", "東京都府中市（未届）"}}),
      of_city(one(code::kArrivalFromHere, {{"move_reason", "11"}}, {{"previous_municipality_code", "132101"}})),
      one(code::kDepartureNowhere, {{"move_reason", "21"}}, {{"planned_address", ""}}),
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
      one(code::kBirthCalendar, kLiving, {{"birth_date", "019800401"}}),
      with_second(one(code::kTwoHeads, kHead), same_household),
      with_second(one(code::kNoHead, kHead, lodger), {{"household_no", "="}, {"relationship_code", "99000000"}}),
      one(code::kHeadNameDiffers, kHead, {{"head_name_kanji", "山田　太郎"}}),
      one(code::kRelationshipSex, {{"relationship_code", "12000000"}}, {{"sex_code", "1"}}),
      one(code::kRelationshipSex, {{"relationship_code", "11000000"}}, {{"sex_code", "2"}}),
      one(code::kUnmarriedSpouseSex, {{"relationship_code", "12000000"}},
          {{"sex_code", "1"}, {"relationship_code", "14000000"}}),
      one(code::kParentTooYoung, {{"relationship_code", "20000000"}}, {{"birth_date", "119000101"}}),
      with_second(one(code::kTwoSpouses, {{"relationship_code", "12000000"}}), same_household),
      one(code::kHonseki, {{"removal_class", "0"}, {"honseki", "*"}}, {{"honseki", ""}}),
      one(code::kForeignStatus, {{"article_30_45_class", "01"}, {"removal_class", "0"}}, {{"residence_card_no", ""}}),
      dated(one(code::kStayExpired, {{"article_30_45_class", "01"}, {"removal_class", "0"}},
                {{"period_of_stay_expiry", "20261101"}})),
      dated(one(code::kTransitionalStay, {{"article_30_45_class", "05"}, {"removal_class", "0"}},
                {{"*days", "20260110"}})),
      with_second(one(code::kReturnAsNew, {{"settled_reason", "11"}, {"removal_class", "0"}}), same_code, removed),
      with_second(one(code::kPerhapsReturned, {{"settled_reason", "11"}, {"removal_class", "0"}}), same_person,
                  removed),
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
