#include "formats/layout_words.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "formats/error.hpp"
#include "formats/pattern.hpp"

namespace daicho {
namespace {

constexpr int kLongestPicture = 4000;
constexpr std::size_t kLongestPattern = 200;  // compilers of patterns recurse over them
constexpr std::size_t kShortestAddresseeNo = 2;

constexpr std::array<Kind, 11> kKinds{Kind::digits,    Kind::date,  Kind::era_date, Kind::era_gregorian_date,
                                      Kind::timestamp, Kind::flag,  Kind::text,     Kind::katakana,
                                      Kind::hiragana,  Kind::kanji, Kind::zenkaku};
constexpr std::array<Presence, 3> kPresences{Presence::required, Presence::conditional, Presence::optional};
constexpr std::array<Privacy, 3> kPrivacies{Privacy::open, Privacy::personal, Privacy::individual_no};
constexpr std::array<CheckDigit, 5> kCheckDigits{CheckDigit::individual_no, CheckDigit::juminhyo_code,
                                                 CheckDigit::addressee_no, CheckDigit::municipality_code,
                                                 CheckDigit::corporate_no};

/// The value whose name is `word`; throws with the nearest name otherwise.
template <typename Values, typename NameOf>
auto value_named(const TomlTable& table, std::string_view key, const std::string& word, const Values& values,
                 NameOf name_of) {
  std::vector<std::string> names;
  for (const auto value : values) {
    if (name_of(value) == word) return value;
    names.emplace_back(name_of(value));
  }
  const auto near = nearest_word(word, names);
  table.fail(key, fmt::format("no such {} '{}'", key, word),
             near ? fmt::format("did you mean '{}'?", *near) : fmt::format("known: {}", fmt::join(names, ", ")));
}

std::optional<PictureClass> picture_class(char letter) {
  switch (letter) {
    case '9':
      return PictureClass::digits;
    case 'X':
      return PictureClass::text;
    case 'N':
      return PictureClass::national;
    default:
      return std::nullopt;
  }
}

/// The one picture that a kind has, or an empty text where only the class counts.
std::string_view picture_of_kind(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "9(8)";
    case Kind::era_date:
      return "9(7)";
    case Kind::era_gregorian_date:
      return "9(9)";
    case Kind::timestamp:
      return "9(17)";
    case Kind::flag:
      return "9(1)";
    default:
      return "";
  }
}

char class_of_kind(Kind kind) {
  switch (kind) {
    case Kind::digits:
      return '9';
    case Kind::text:
      return 'X';
    default:
      return 'N';
  }
}

[[noreturn]] void refuse_picture(const TomlTable& table, const std::string& message) {
  table.fail("picture", message, "write 9(n) for digits, X(n) for half-width text, N(n) for full-width text");
}

}  // namespace

Picture read_picture(const TomlTable& table, const std::string& text) {
  if (text.size() < 4 || text[1] != '(' || text.back() != ')')
    refuse_picture(table, fmt::format("'{}' is no picture", text));
  const auto cls = picture_class(text[0]);
  if (!cls) refuse_picture(table, fmt::format("'{}' is no picture", text));
  int length = 0;
  const char* first = text.data() + 2;
  const char* last = text.data() + text.size() - 1;
  const auto [end, error] = std::from_chars(first, last, length);
  if (error != std::errc() || end != last || *first == '0')
    refuse_picture(table, fmt::format("'{}' is no picture", text));
  if (length < 1 || length > kLongestPicture) {
    refuse_picture(table, fmt::format("the length of '{}' must be 1 to {}", text, kLongestPicture));
  }
  return {*cls, static_cast<std::uint16_t>(length)};
}

Kind read_kind(const TomlTable& table, const std::string& word, Picture picture) {
  const Kind kind = value_named(table, "kind", word, kKinds, kind_name);
  const std::string_view only = picture_of_kind(kind);
  if (!only.empty() && only != to_string(picture)) {
    table.fail("kind", fmt::format("the kind {} needs the picture {}, not {}", word, only, to_string(picture)));
  }
  if (only.empty() && class_of_kind(kind) != to_string(picture)[0]) {
    table.fail("kind",
               fmt::format("the kind {} needs a picture {}(n), not {}", word, class_of_kind(kind), to_string(picture)));
  }
  return kind;
}

std::string_view presence_name(Presence presence) {
  switch (presence) {
    case Presence::required:
      return "required";
    case Presence::conditional:
      return "conditional";
    case Presence::optional:
      return "optional";
  }
  return "";
}

std::string_view privacy_name(Privacy privacy) {
  switch (privacy) {
    case Privacy::open:
      return "open";
    case Privacy::personal:
      return "personal";
    case Privacy::individual_no:
      return "individual_no";
  }
  return "";
}

Presence read_presence(const TomlTable& table, const std::string& word) {
  return value_named(table, "presence", word, kPresences, presence_name);
}

Privacy read_privacy(const TomlTable& table, const std::string& word) {
  return value_named(table, "private", word, kPrivacies, privacy_name);
}

CheckDigit read_check_digit(const TomlTable& table, const std::string& word, Picture picture) {
  const CheckDigit kind = value_named(table, "check", word, kCheckDigits, check_digit_name);
  const std::size_t digits = check_digit_length(kind);
  if (picture.cls != PictureClass::digits || (digits != 0 && picture.length != digits) ||
      (digits == 0 && picture.length < kShortestAddresseeNo)) {
    table.fail("check",
               fmt::format("the check digit of {} needs the picture {}, not {}", word,
                           digits != 0 ? fmt::format("9({})", digits) : "9(n) with n from 2", to_string(picture)));
  }
  return kind;
}

std::string read_pattern(const TomlTable& table, Picture picture) {
  const auto pattern = table.optional_string("pattern");
  if (!pattern) return {};
  if (picture.cls == PictureClass::national) table.fail("pattern", "N items have no patterns");
  if (pattern->empty() || pattern->size() > kLongestPattern) {
    table.fail("pattern", fmt::format("a pattern has 1 to {} bytes", kLongestPattern));
  }
  try {
    const Pattern compiled(*pattern);
  } catch (const UsageError&) {
    table.fail("pattern", fmt::format("'{}' is no regular expression", *pattern),
               "patterns are ECMAScript expressions for the whole value, for example \"[A-Z]{2}[0-9]{8}\"");
  }
  return *pattern;
}

}  // namespace daicho
