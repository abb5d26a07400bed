// The names of the charsets, and what people call them.
#include "converters/charset_names.hpp"

#include <array>

namespace daicho {
namespace {

constexpr std::array kCharsets = {Charset::cp932,   Charset::utf8,           Charset::utf16le,
                                  Charset::utf16be, Charset::shift_jis_2004, Charset::euc_jis_2004,
                                  Charset::ibm930,  Charset::ibm939,         Charset::juki};

/// Letters in lower case and digits alone.
std::string bare_name(std::string_view name) {
  std::string bare;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      bare += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      bare += c;
    }
  }
  return bare;
}

struct OtherName {
  std::string_view bare;
  Charset charset;
};

constexpr OtherName kOtherNames[] = {
    {"sjis", Charset::cp932},
    {"shiftjis", Charset::cp932},
    {"mskanji", Charset::cp932},
    {"ms932", Charset::cp932},
    {"windows31j", Charset::cp932},
    {"windows932", Charset::cp932},
    {"ibm943", Charset::cp932},
    {"cswindows31j", Charset::cp932},
    {"932", Charset::cp932},
    {"ucs2le", Charset::utf16le},
    {"ucs2be", Charset::utf16be},
    {"sjis2004", Charset::shift_jis_2004},
    {"sjisx0213", Charset::shift_jis_2004},
    {"shiftjisx0213", Charset::shift_jis_2004},
    {"eucjisx0213", Charset::euc_jis_2004},
    {"cp930", Charset::ibm930},
    {"cp939", Charset::ibm939},
    {"930", Charset::ibm930},
    {"939", Charset::ibm939},
    {"jukinet", Charset::juki},
    {"utf8n", Charset::utf8},
    {"utf8bom", Charset::utf8},
    {"65001", Charset::utf8},
};

}  // namespace

std::span<const Charset> all_charsets() { return kCharsets; }

std::string_view charset_name(Charset charset) {
  switch (charset) {
    case Charset::cp932:
      return "cp932";
    case Charset::utf8:
      return "utf-8";
    case Charset::utf16le:
      return "utf-16le";
    case Charset::utf16be:
      return "utf-16be";
    case Charset::shift_jis_2004:
      return "shift_jis-2004";
    case Charset::euc_jis_2004:
      return "euc-jis-2004";
    case Charset::ibm930:
      return "ibm-930";
    case Charset::ibm939:
      return "ibm-939";
    case Charset::juki:
      return "juki";
  }
  return {};
}

std::optional<Charset> parse_charset(std::string_view name) {
  for (const Charset charset : kCharsets) {
    if (charset_name(charset) == name) return charset;
  }
  return std::nullopt;
}

std::optional<Charset> likely_charset(std::string_view name) {
  const std::string bare = bare_name(name);
  for (const Charset charset : kCharsets) {
    if (bare_name(charset_name(charset)) == bare) return charset;
  }
  for (const OtherName& other : kOtherNames) {
    if (other.bare == bare) return other.charset;
  }
  return std::nullopt;
}

std::string known_charset_names() {
  std::string names;
  for (const Charset charset : kCharsets) {
    if (!names.empty()) names += ", ";
    names += charset_name(charset);
  }
  return names;
}

std::string charset_hint(std::string_view name) {
  const std::string bare = bare_name(name);
  if (bare == "utf16" || bare == "ucs2" || bare == "unicode") return "; did you mean utf-16le or utf-16be?";
  const std::optional<Charset> likely = likely_charset(name);
  return likely ? "; did you mean " + std::string(charset_name(*likely)) + "?" : std::string();
}

}  // namespace daicho
