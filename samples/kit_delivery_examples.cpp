// Examples of wrong 本人確認情報, 送付先情報 and 宛名, and those that any layout may show.
#include "samples/kit_examples.hpp"

namespace daicho {
namespace {

using Layouts = std::vector<std::string_view>;

const Layouts& honnin() {
  static const Layouts layouts{"honnin"};
  return layouts;
}

const Layouts& soufusaki() {
  static const Layouts layouts{"soufusaki"};
  return layouts;
}

/// The same person once more: a later update of one 住民票コード.
KitChanges again(std::string_view update, std::string_view of_reason) {
  return {{"juminhyo_code", "="}, {"individual_no", "="}, {"update_seq", update}, {"reason_update_seq", of_reason}};
}

std::vector<KitExample> examples_of_network() {
  const KitChanges moved{{"move_reason", "21"}};
  return {
      {.code = code::kMoveAfterProcessing,
       .layouts = honnin(),
       .changes = {{"move_reason", "21"}, {"move_date", "20261201"}, {"notified_date", ""}},
       .as_of = true},
      {.code = code::kNoticeAfterProcessing,
       .layouts = honnin(),
       .changes = {{"move_reason", "21"}, {"move_date", "20261120"}, {"notified_date", "20261121"}},
       .as_of = true},
      {.code = code::kMoveAfterNotice,
       .layouts = honnin(),
       .where = moved,
       .changes = {{"move_date", "20261103"}, {"notified_date", "20261102"}}},
      {.code = code::kLateDepartureNotice,
       .layouts = honnin(),
       .where = {{"move_reason", "11"}},
       .changes = {{"move_date", "20260901"}, {"notified_date", "20261101"}}},
      {.code = code::kLateNotice,
       .layouts = honnin(),
       .where = moved,
       .changes = {{"move_date", "20260901"}, {"notified_date", "20261101"}}},
      {.code = code::kPreviousAddress,
       .layouts = honnin(),
       .changes = {{"move_reason", "01"}, {"move_reason_detail", "01"}, {"previous_address", ""}}},
      {.code = code::kArrivalFromHere,
       .layouts = honnin(),
       .changes = {{"move_reason", "01"},
                   {"move_reason_detail", "01"},
                   {"previous_municipality_code", "13210"},
                   {"previous_address", "東京都府中市宮西町２丁目２４番地"}},
       .municipality = true},
      {.code = code::kSettledBeforeResident, .layouts = honnin(), .changes = {{"settled_date", "20090401"}}},
      {.code = code::kBeforeBirth, .layouts = honnin(), .changes = {{"resident_since", "19700401"}}},
      {.code = code::kBirthDay, .layouts = honnin(), .changes = {{"move_reason", "02"}}},
      {.code = code::kUnknownMoveDate, .layouts = honnin(), .where = moved, .changes = {{"move_date", "20260000"}}},
      {.code = code::kDeathOrder,
       .layouts = honnin(),
       .changes = {{"*days", "20261115"}, {"move_reason", "12"}, {"record_status", "1"}, {"move_date", "20261101"}}},
      {.code = code::kRelationshipSex, .layouts = honnin(), .changes = {{"relationship", "12000000"}, {"sex", "1"}}},
      {.code = code::kUnmarriedSpouseSex, .layouts = honnin(), .changes = {{"relationship", "14000000"}, {"sex", "1"}}},
      {.code = code::kJuminhyoCodeChange,
       .layouts = honnin(),
       .changes = {{"move_reason", "31"}, {"old_juminhyo_code", ""}, {"juminhyo_code_used_from", ""}}},
      {.code = code::kUpdateSequence, .layouts = honnin(), .second = true, .second_changes = again("00003", "002")},
      {.code = code::kReasonSequence, .layouts = honnin(), .second = true, .second_changes = again("00002", "001")},
      {.code = code::kUpdateForbidden,
       .layouts = honnin(),
       .changes = {{"update_seq", "00002"}, {"reason_update_seq", "002"}},
       .beside = KitBeside::older,
       .beside_changes = {{"update_forbidden_flag", "1"}}},
      {.code = code::kFourItemsDifferFromRegister,
       .layouts = honnin(),
       .beside = KitBeside::register_file,
       .beside_changes = {{"juminhyo_code", "@juminhyo_code"},
                          {"name_kanji", "@name_kanji"},
                          {"birth_date", "@birth_date"},
                          {"sex_code", "@sex"},
                          {"address", "緑町１丁目１番１号"}}},
  };
}

std::vector<KitExample> examples_of_envelopes() {
  const KitChanges two_people{{"person_count", "02"}};
  return {
      {.code = code::kOtherProcessingDate,
       .layouts = soufusaki(),
       .changes = {{"processed_date", "20261119"}},
       .as_of = true},
      {.code = code::kBirthCalendar, .layouts = soufusaki(), .changes = {{"birth_date", "019800401"}}},
      {.code = code::kBirthCalendar,
       .layouts = soufusaki(),
       .changes = {{"birth_date", "019800401"}, {"article_30_45_class", "0"}}},
      {.code = code::kStayExpired,
       .layouts = soufusaki(),
       .where = {{"article_30_45_class", "1"}},
       .changes = {{"period_of_stay_expiry", "20261101"}},
       .as_of = true},
      {.code = code::kForeignStatus,
       .layouts = soufusaki(),
       .where = {{"article_30_45_class", "2"}},
       .changes = {{"article_30_45_class", "5"}, {"period_of_stay_expiry", "20280401"}}},
      {.code = code::kGaijiPatternMissing,
       .layouts = soufusaki(),
       .changes = {{"dispatch_name", "\xEE\x80\x80田"}, {"gaiji_pattern", ""}}},
      {.code = code::kEnvelopePeople, .layouts = soufusaki(), .changes = two_people},
      {.code = code::kEnvelopeDiffers,
       .layouts = soufusaki(),
       .changes = two_people,
       .second = true,
       .second_changes = {{"dispatch_no", "="}, {"person_count", "02"}, {"dispatch_postal_code", "1840001"}}},
      {.code = code::kEnvelopeHouseholds,
       .layouts = soufusaki(),
       .changes = two_people,
       .second = true,
       .second_changes = {{"dispatch_no", "="}, {"person_count", "02"}},
       .beside = KitBeside::register_file,
       .beside_changes = {{"juminhyo_code", "@juminhyo_code"},
                          {"name_kanji", "@name"},
                          {"birth_date", "@birth_date"},
                          {"sex_code", "@sex"},
                          {"address", "@address"},
                          {"address_building", ""}},
       .second_beside_changes = {{"juminhyo_code", "@juminhyo_code"},
                                 {"name_kanji", "@name"},
                                 {"birth_date", "@birth_date"},
                                 {"sex_code", "@sex"},
                                 {"address", "@address"},
                                 {"address_building", ""}}},
      {.code = code::kFourItemsDiffer,
       .layouts = soufusaki(),
       .beside = KitBeside::honnin_file,
       .beside_changes = {{"juminhyo_code", "@juminhyo_code"},
                          {"name_kanji", "@name"},
                          {"birth_date", "@birth_date"},
                          {"sex", "@sex"},
                          {"address", "東京都小金井市緑町１丁目１番１号"}}},
      {.code = code::kFourItemsDifferFromRegister,
       .layouts = soufusaki(),
       .beside = KitBeside::register_file,
       .beside_changes = {{"juminhyo_code", "@juminhyo_code"},
                          {"name_kanji", "@name"},
                          {"birth_date", "@birth_date"},
                          {"sex_code", "@sex"},
                          {"address", "緑町１丁目１番１号"}}},
  };
}

std::vector<KitExample> examples_of_any_layout() {
  return {
      {.code = code::kKeyTwice, .second = true, .second_changes = {{"*key", "="}}},
      {.code = code::kNumberHeldTwice, .second = true, .second_changes = {{"individual_no", "="}}},
      {.code = code::kIndividualNoChange,
       .layouts = {"atena"},
       .changes = {{"previous_individual_no", "@individual_no"}, {"next_individual_no", ""}}},
      {.code = code::kIndividualNoChange,
       .layouts = {"atena"},
       .changes = {{"previous_individual_no", "@individual_no"}, {"next_individual_no", "@individual_no"}}},
      {.code = code::kFillsItem, .changes = {{"address", "*full"}}},
      {.code = code::kFillsItem, .changes = {{"building", "*full"}}},
      {.code = code::kFillsItem, .changes = {{"name_kanji", "*full"}}},
      {.code = code::kFillsItem, .changes = {{"name_kana", "*full"}}},
      {.code = code::kFillsItem, .changes = {{"foreign_real_name_kanji", "*full"}}},
      {.code = code::kFillsItem, .changes = {{"address_building", "*full"}}},
  };
}

}  // namespace

const std::vector<KitExample>& delivery_examples() {
  static const std::vector<KitExample> all = [] {
    std::vector<KitExample> examples;
    for (const auto subject : {examples_of_network, examples_of_envelopes, examples_of_any_layout}) {
      for (KitExample& example : subject()) examples.push_back(std::move(example));
    }
    return examples;
  }();
  return all;
}

}  // namespace daicho
