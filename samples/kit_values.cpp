#include "samples/kit_values.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "converters/check_digit.hpp"
#include "converters/utf8.hpp"
#include "formats/pattern.hpp"
#include "samples/pattern_sampler.hpp"

namespace daicho {
namespace {

struct Boundary {
  std::string_view gregorian;  // YYYYMMDD
  std::string_view era;        // era digit and YYMMDD
  std::string_view about;
};

constexpr std::array kDays = {
    Boundary{"18680125", "1010125", "明治の最初の日"},
    Boundary{"19120730", "1450730", "明治の最後の日 (大正元年と同じ日)"},
    Boundary{"19120730", "2010730", "大正の最初の日 (明治45年と同じ日)"},
    Boundary{"19261225", "2151225", "大正の最後の日 (昭和元年と同じ日)"},
    Boundary{"19261225", "3011225", "昭和の最初の日 (大正15年と同じ日)"},
    Boundary{"19890107", "3640107", "昭和の最後の日"},
    Boundary{"19890108", "4010108", "平成の最初の日"},
    Boundary{"20190430", "4310430", "平成の最後の日"},
    Boundary{"20190501", "5010501", "令和の最初の日"},
    Boundary{"19000228", "1330228", "1900年は閏年でない: 2月の最後の日"},
    Boundary{"19000301", "1330301", "1900年は閏年でない: 翌日"},
    Boundary{"19040229", "1370229", "明治の閏日"},
    Boundary{"20000229", "4120229", "2000年は閏年: 閏日"},
    Boundary{"20240229", "5060229", "令和の閏日"},
    Boundary{"19991231", "4111231", "1900年代の最後の日"},
    Boundary{"20000101", "4120101", "2000年代の最初の日"},
};

struct Unknown {
  std::string_view gregorian;
  std::string_view era;
  std::string_view about;
};

constexpr std::array kUnknown = {
    Unknown{"19450000", "3200000", "月日不詳"},
    Unknown{"19450800", "3200800", "日不詳"},
    Unknown{"00000000", "0000000", "年月日不詳"},
};

constexpr std::array kMoments = {
    Boundary{"20240229235959999", {}, "閏日の最後のミリ秒"},
    Boundary{"20000229000000000", {}, "2000年の閏日の最初のミリ秒"},
    Boundary{"19991231235959999", {}, "1900年代の最後のミリ秒"},
};

struct Hard {
  std::string_view text;
  std::string_view about;
};

constexpr std::array kHardKanji = {
    Hard{"表ソ能十予", "シフトJISの2バイト目が 5C"},
    Hard{"ポ狗本", "シフトJISの2バイト目が 7C"},
    Hard{"髙﨑", "IBM拡張文字 (はしごだか・たつさき)"},
    Hard{"①Ⅱ㈱", "NEC特殊文字"},
    Hard{"～－∥￠￡￢", "波ダッシュなど、マイクロソフトの対応の側"},
    Hard{"〜−‖¢£¬", "波ダッシュなど、JISの対応の側"},
    Hard{"𠮷", "サロゲートペア (つちよし)"},
    Hard{"葛󠄀", "異体字選択子 (IVS)"},
    Hard{"\xEE\x80\x80", "外字 U+E000"},
    Hard{"山　田", "全角空白を中に含む"},
    Hard{"が゛", "濁点が別の文字になっている"},
};
constexpr std::array kHardKatakana = {
    Hard{"ソータ", "シフトJISの2バイト目が 5C"},
    Hard{"ポー", "シフトJISの2バイト目が 7C"},
    Hard{"ヴァヵヶヮ", "小書きとヴ"},
    Hard{"ヰヱヽヾ", "旧仮名とくり返し記号"},
    Hard{"ヷヺ", "CP932に無い片仮名"},
    Hard{"Ｍ・Ａｚ", "全角英字と中点"},
};
constexpr std::array kHardHiragana = {
    Hard{"ゐゑゎ", "旧仮名と小書き"}, Hard{"ゝゞ", "くり返し記号"},       Hard{"ゔゕゖ", "CP932に無い平仮名"},
    Hard{"か゛ー", "濁点と長音"},     Hard{"Ｍ・Ａｚ", "全角英字と中点"},
};
constexpr std::array kHardText = {
    Hard{"A,B", "コンマを含む"},
    Hard{"A\"B", "引用符を含む"},
    Hard{"A B", "半角空白を中に含む"},
    Hard{"A\\B|C~", "5C・7C・7E を含む"},
    Hard{"0012", "数字に見える文字 (頭の0を落とさない)"},
    Hard{"=1+2", "表計算ソフトが式と見る文字"},
};

std::string repeated(std::string_view cycle, std::size_t units) {
  std::string text;
  for (std::string_view rest = cycle; utf16_length(text) < units;) {
    if (rest.empty()) rest = cycle;
    text += take_character(rest);
  }
  return text;
}

std::string_view cycle_of(Kind kind) {
  switch (kind) {
    case Kind::katakana:
      return "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    case Kind::hiragana:
      return "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん";
    case Kind::kanji:
      return "一二三四五六七八九十百千万東西南北春夏秋冬山川海空";
    default:
      return "１２３４５６７８９０一二三四五六七八九十東西南北本町";
  }
}

/// The values of one item.
class ItemValues {
 public:
  ItemValues(const Layout& layout, std::size_t index, std::vector<KitValue>& values)
      : item_(layout.items[index]), index_(index), values_(values) {
    if (!item_.pattern.empty()) pattern_.emplace(item_.pattern);
  }

  void add_all() {
    if (item_.presence != Presence::required) add(KitPurpose::blank, "", {""});
    if (item_.codes) {
      add_codes();
    } else if (item_.check != CheckDigit::none) {
      add_checked_numbers();
    } else if (pattern_) {
      add_matching();
    } else {
      add_by_kind();
    }
  }

 private:
  std::size_t length() const { return item_.picture.length; }

  bool allowed(const std::string& value) const {
    return (!pattern_ || pattern_->matches(value)) && item_.code_allowed(value) && item_.check_digit_allowed(value);
  }

  void add(KitPurpose purpose, std::string_view about, std::vector<std::string> choices) {
    values_.push_back({index_, purpose, std::string(about), std::move(choices)});
  }

  void add_allowed(KitPurpose purpose, std::string_view about, const std::string& value) {
    if (allowed(value)) add(purpose, about, {value});
  }

  void add_codes() {
    std::string chain;
    for (const Code& code : item_.codes->codes) {
      std::string value = code.code;
      if (item_.codes_chained) {
        if (!code.alone && chain.size() + value.size() <= length()) chain += value;
        value.resize(std::max(value.size(), length()), '0');
      }
      if (value.size() <= length()) add_allowed(KitPurpose::code, code.name, value);
    }
    if (item_.codes_chained && chain.size() == length())
      add_allowed(KitPurpose::longest, "コードをつないだもの", chain);
  }

  void add_checked_numbers() {
    for (const char fill : {'0', '9'}) {
      std::string body(length() - 1, fill);
      if (fill == '0') body.back() = '1';
      const char digit = check_digit_of(item_.check, body);
      const bool first = item_.check == CheckDigit::corporate_no;
      const std::string number = first ? digit + body : body + digit;
      add_allowed(fill == '0' ? KitPurpose::shortest : KitPurpose::longest, fill == '0' ? "小さい番号" : "大きい番号",
                  number);
    }
    for (const std::string& number : item_.check_except) add_allowed(KitPurpose::code, "検査数字の例外", number);
  }

  /// The first and the last of what the pattern was seen to match, by length and then by value.
  void add_matching() {
    constexpr int draws = 400;
    Prng prng(1, 0x4B4954U);
    std::set<std::pair<std::size_t, std::string>> found;
    for (int draw = 0; draw < draws; ++draw) {
      const auto value = sample_pattern(item_.pattern, prng);
      if (!value || value->empty() || value->size() > length() || !allowed(*value)) continue;
      const bool digits = item_.picture.cls == PictureClass::digits;
      if (digits && !item_.zero_filled && value->size() != length()) continue;
      if (item_.kind == Kind::flag && *value != "0" && *value != "1") continue;
      found.emplace(value->size(), *value);
    }
    if (item_.zero_filled) {
      found.emplace(length(), std::string(length(), '9'));
      found.emplace(1, "1");
    }
    while (!found.empty() && !allowed(found.rbegin()->second)) found.erase(std::prev(found.end()));
    while (!found.empty() && !allowed(found.begin()->second)) found.erase(found.begin());
    if (found.empty()) return;
    add(KitPurpose::shortest, "", {found.begin()->second});
    add(KitPurpose::longest, "", {found.rbegin()->second});
  }

  void add_by_kind() {
    switch (item_.kind) {
      case Kind::digits:
        add(KitPurpose::shortest, "", {item_.zero_filled ? "0" : std::string(length(), '0')});
        add(KitPurpose::longest, "", {std::string(length(), '9')});
        break;
      case Kind::flag:
        add(KitPurpose::code, "いいえ", {"0"});
        add(KitPurpose::code, "はい", {"1"});
        break;
      case Kind::date:
      case Kind::era_date:
      case Kind::era_gregorian_date:
        add_dates();
        break;
      case Kind::timestamp:
        for (const Boundary& moment : kMoments) {
          add(KitPurpose::date, moment.about, {std::string(moment.gregorian)});
        }
        break;
      default:
        add_text();
    }
  }

  void add_dates() {
    std::string_view last;
    for (const Boundary& day : kDays) {
      const std::string gregorian(day.gregorian);
      if (item_.kind == Kind::date) {
        if (day.gregorian != last) add(KitPurpose::date, day.about, {gregorian});
        last = day.gregorian;
      } else {
        add(KitPurpose::date, day.about,
            {item_.kind == Kind::era_date ? std::string(day.era) : day.era.front() + gregorian});
      }
    }
    if (item_.kind == Kind::era_gregorian_date) add(KitPurpose::date, "西暦 (外国人住民)", {"019900401"});
    if (!item_.unknown_allowed) return;
    for (const Unknown& day : kUnknown) {
      const std::string gregorian(day.gregorian);
      add(KitPurpose::unknown_date, day.about,
          {item_.kind == Kind::date       ? gregorian
           : item_.kind == Kind::era_date ? std::string(day.era)
                                          : day.era.front() + gregorian});
    }
  }

  template <std::size_t count>
  void add_hard(const std::array<Hard, count>& all) {
    for (const Hard& hard : all) {
      const bool national = item_.picture.cls == PictureClass::national;
      const std::size_t units = national ? utf16_length(hard.text) : hard.text.size();
      if (units <= length()) add(KitPurpose::character, hard.about, {std::string(hard.text)});
    }
  }

  void add_text() {
    if (item_.picture.cls == PictureClass::text) {
      std::string cycle;
      for (char c = 0x21; c < 0x7F; ++c) cycle += c;
      add(KitPurpose::shortest, "", {"A"});
      add(KitPurpose::longest, "", {repeated(cycle, length())});
      return add_hard(kHardText);
    }
    const std::string longest = repeated(cycle_of(item_.kind), length());
    add(KitPurpose::shortest, "", {repeated(cycle_of(item_.kind), 1)});
    add(KitPurpose::longest, "", {longest});
    if (length() > 1) {  // a rule may warn of a text that fills its item: nobody knows whether it was cut
      values_.back().choices.push_back(repeated(cycle_of(item_.kind), length() - 1));
    }
    if (item_.kind == Kind::katakana) return add_hard(kHardKatakana);
    if (item_.kind == Kind::hiragana) return add_hard(kHardHiragana);
    add_hard(kHardKanji);
  }

  const Item& item_;
  const std::size_t index_;
  std::vector<KitValue>& values_;
  std::optional<Pattern> pattern_;
};

}  // namespace

std::string_view kit_purpose_name(KitPurpose purpose) {
  switch (purpose) {
    case KitPurpose::shortest:
      return "最短";
    case KitPurpose::longest:
      return "最長";
    case KitPurpose::blank:
      return "空白";
    case KitPurpose::code:
      return "コード";
    case KitPurpose::date:
      return "日付の境目";
    case KitPurpose::unknown_date:
      return "不詳";
    case KitPurpose::character:
      return "文字";
  }
  return {};
}

std::vector<KitValue> kit_values(const Layout& layout) {
  std::vector<KitValue> values;
  for (std::size_t item = 0; item < layout.items.size(); ++item) {
    if (layout.items[item].relations.empty()) ItemValues(layout, item, values).add_all();
  }
  return values;
}

}  // namespace daicho
