#include "cli/layout_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/layout_conditions.hpp"
#include "formats/layout_relations.hpp"

namespace daicho {
namespace {

bool is_ja(Language language) { return language == Language::ja; }

/// `4 dispatch_address` in English, `項目4 送付先住所 漢字` in Japanese; several are joined.
std::string targets_text(const Layout& layout, const Relation& relation, Language language) {
  std::vector<std::string> names;
  for (const std::size_t index : relation.items) {
    const Item& item = layout.items[index];
    names.push_back(is_ja(language) ? fmt::format("{} {}", item.no, item.name)
                                    : fmt::format("{} {}", item.no, item.id));
  }
  return fmt::format("{}", fmt::join(names, is_ja(language) ? "、" : ", "));
}

std::string relation_text(const Layout& layout, const Relation& relation, Language language) {
  const std::string targets = targets_text(layout, relation, language);
  if (!is_ja(language)) return fmt::format("{} {}", relation_name(relation.kind), targets);
  switch (relation.kind) {
    case RelationKind::length_of:
      return fmt::format("項目 {} の長さ", targets);
    case RelationKind::gaiji_count_of:
      return fmt::format("項目 {} の外字の数", targets);
    case RelationKind::positions_of:
      return fmt::format("置き換えた位置（項目 {}）", targets);
    case RelationKind::flag_of:
      return fmt::format("次のどれかが1以上なら1: {}", targets);
    case RelationKind::seion_of:
      return fmt::format("項目 {} の清音化", targets);
    case RelationKind::substitute_of:
      return fmt::format("項目 {} の代替文字", targets);
    case RelationKind::equals:
      return fmt::format("項目 {} と同じ", targets);
  }
  return {};
}

std::string_view check_text(CheckDigit check, Language language) {
  if (!is_ja(language)) return check_digit_name(check);
  switch (check) {
    case CheckDigit::individual_no:
      return "個人番号";
    case CheckDigit::juminhyo_code:
      return "住民票コード";
    case CheckDigit::addressee_no:
      return "宛名番号・世帯番号";
    case CheckDigit::municipality_code:
      return "全国地方公共団体コード";
    case CheckDigit::corporate_no:
      return "法人番号";
    case CheckDigit::none:
      return "";
  }
  return "";
}

void add_check(const Item& item, Language language, std::vector<std::string>& texts) {
  if (item.check == CheckDigit::none) return;
  std::string text = fmt::format(fmt::runtime(is_ja(language) ? "検査数字（{}）" : "check digit ({})"),
                                 check_text(item.check, language));
  if (!item.check_except.empty()) {
    text += fmt::format(fmt::runtime(is_ja(language) ? "、{} を除く" : " but not on {}"),
                        fmt::join(item.check_except, ", "));
  }
  texts.push_back(std::move(text));
}

void add_codes(const Item& item, Language language, std::vector<std::string>& texts) {
  if (!item.codes) return;
  if (item.codes_chained) {
    texts.push_back(
        fmt::format(fmt::runtime(is_ja(language) ? "コード表 {} をつなぐ" : "codes {}, chained"), item.codes->id));
  } else {
    texts.push_back(fmt::format(fmt::runtime(is_ja(language) ? "コード表 {}" : "codes {}"), item.codes->id));
  }
}

}  // namespace

std::string_view kind_text(Kind kind, Language language) {
  if (!is_ja(language)) return kind_name(kind);
  switch (kind) {
    case Kind::digits:
      return "数字";
    case Kind::date:
      return "日付（西暦8桁）";
    case Kind::era_date:
      return "日付（年号1桁・年月日6桁）";
    case Kind::era_gregorian_date:
      return "日付（年号1桁・西暦8桁）";
    case Kind::timestamp:
      return "時刻（17桁）";
    case Kind::flag:
      return "フラグ";
    case Kind::text:
      return "半角文字";
    case Kind::katakana:
      return "カタカナ";
    case Kind::hiragana:
      return "ひらがな";
    case Kind::kanji:
      return "漢字";
    case Kind::zenkaku:
      return "全角文字";
  }
  return "";
}

std::string_view presence_text(Presence presence, Language language) {
  switch (presence) {
    case Presence::required:
      return is_ja(language) ? "必須" : "required";
    case Presence::conditional:
      return is_ja(language) ? "条件付き" : "conditional";
    case Presence::optional:
      return is_ja(language) ? "任意" : "optional";
  }
  return "";
}

std::string_view origin_text(CodeOrigin origin, Language language) {
  switch (origin) {
    case CodeOrigin::official:
      return is_ja(language) ? "公的な値" : "official";
    case CodeOrigin::open:
      return is_ja(language) ? "公にされている値（公的ではない）" : "published, not official";
    case CodeOrigin::toolkit:
      return is_ja(language) ? "この道具が選んだ値" : "chosen by this toolkit";
  }
  return "";
}

std::vector<std::string> rule_texts(const Layout& layout, const Item& item, Language language) {
  std::vector<std::string> texts;
  const auto add = [&](bool when, std::string_view ja, std::string_view en) {
    if (when) texts.emplace_back(is_ja(language) ? ja : en);
  };
  add(item.zero_filled, "左を0で埋める", "zero-filled");
  add(item.absent_is_zeros, "値が無いときはすべて0", "zeros when absent");
  add(item.unknown_allowed, "不詳あり", "may be unknown");
  add_check(item, language, texts);
  add_codes(item, language, texts);
  if (!item.pattern.empty()) {
    texts.push_back(fmt::format(fmt::runtime(is_ja(language) ? "書き方 {}" : "pattern {}"), item.pattern));
  }
  for (const Relation& relation : item.relations) texts.push_back(relation_text(layout, relation, language));
  const auto add_conditions = [&](const std::vector<Condition>& conditions, std::string_view ja, std::string_view en) {
    for (const Condition& condition : conditions) {
      texts.push_back(fmt::format(fmt::runtime(is_ja(language) ? ja : en),
                                  fmt::arg("when", condition_text(layout, condition, language))));
    }
  };
  add_conditions(item.required_when, "{when}とき必須", "required when {when}");
  add_conditions(item.blank_when, "{when}とき空", "blank when {when}");
  add(item.privacy == Privacy::personal, "個人情報", "personal");
  add(item.privacy == Privacy::individual_no, "個人番号", "individual_no");
  return texts;
}

std::string byte_range(const std::vector<std::size_t>& offsets, std::size_t item) {
  return fmt::format("{}-{}", offsets[item] + 1, offsets[item + 1]);
}

std::vector<const CodeList*> code_lists_of(const Layout& layout) {
  std::vector<const CodeList*> lists;
  for (const Item& item : layout.items) {
    const auto same = [&](const CodeList* list) { return list->id == item.codes->id; };
    if (item.codes && std::none_of(lists.begin(), lists.end(), same)) lists.push_back(item.codes.get());
  }
  return lists;
}

}  // namespace daicho
