#include "cli/transcode_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "cli/report.hpp"
#include "converters/utf8.hpp"

namespace daicho {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kKindsShown = 10;  ///< in text; JSON has all

/// The sentences in one language. Arguments are numbered, because the languages order them differently.
struct Words {
  const char* done;
  const char* bom_dropped;
  const char* duplicates;
  const char* similar;
  const char* substituted;
  const char* geta;
  const char* place;
  const char* illegal;
  const char* truncated;
  const char* unmappable;
  const char* no_substitute;
  const char* other_order;
  const char* not_written;
  const char* stopped;
  const char* character;
  const char* kind;
  const char* kind_as;
  const char* more;
  const char* separator;
};

constexpr Words kEnglish = {
    "{0}: {1} to {2}, {3} bytes read, {4} bytes written\n",
    "{0}: the byte order mark at the beginning was left out, {1} has none\n",
    "{0}: duplicate codes of {1} that would come back as others: {2} ({3})\n",
    "{0}: characters written as similar ones of {1}: {2} ({3})\n",
    "{0}: characters written as their substitutes: {2} ({3})\n",
    "{0}: characters written as 〓: {2} ({3})\n",
    "{0}: line {1}, byte offset {2}: ",
    "{0} is no character of {1}\n",
    "the input ends inside a character of {1} ({0})\n",
    "{2} has no '{0}' ({1})\n",
    "{2} has no '{0}' ({1}), and the tables lead to no substitute that it has\n",
    "{0}: it begins with the byte order mark of {2}, not of {1}\n",
    "{0} was not written\n",
    "stopped; bytes written: {0}\n",
    "{0} '{1}'",
    "{0} {1}",
    "{0} as '{2}' {1}",
    "{0} more kinds",
    ", ",
};

constexpr Words kJapanese = {
    "{0}: {1} から {2} へ変換しました（{3}バイトを読み、{4}バイトを書きました）\n",
    "{0}: 先頭のバイト順マーク（BOM）は、{1} にないため除きました\n",
    "{0}: 元のコードには戻らない {1} の重複コードが{2}個あります（{3}）\n",
    "{0}: {1} の似た文字に置き換えた文字が{2}個あります（{3}）\n",
    "{0}: 代替文字に置き換えた文字が{2}個あります（{3}）\n",
    "{0}: 〓 に置き換えた文字が{2}個あります（{3}）\n",
    "{0}: {1}行目、先頭から{2}バイトの位置: ",
    "{0} は {1} の文字ではありません\n",
    "ファイルが {1} の文字の途中で終わっています（{0}）\n",
    "「{0}」（{1}）は {2} にありません\n",
    "「{0}」（{1}）は {2} になく、{2} にある代替文字も表にありません\n",
    "{0}: 先頭が {1} ではなく {2} のバイト順マークです\n",
    "{0} は作成していません\n",
    "途中で終了しました（{0}バイトを書きました）\n",
    "{0}「{1}」",
    "{0} {1}個",
    "{0} → 「{2}」 {1}個",
    "ほかに{0}種類",
    "、",
};

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes) hex += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return hex;
}

/// `U+845B U+E0100`.
std::string code_points_of(std::string_view character) {
  std::string names;
  while (!character.empty()) {
    const char32_t code_point = take_code_point(character);
    names += fmt::format("{}U+{:04X}", names.empty() ? "" : " ", static_cast<std::uint32_t>(code_point));
  }
  return names;
}

/// Whether a terminal shows it as something that can be told from its neighbours.
bool is_visible(std::string_view character) {
  const char32_t code_point = take_code_point(character);
  const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
  const bool format = (code_point >= 0x200B && code_point <= 0x200F) ||
                      (code_point >= 0x2028 && code_point <= 0x202E) ||
                      (code_point >= 0x2060 && code_point <= 0x206F) || code_point == 0xFEFF;
  return !control && !format && !is_variation_selector(code_point);
}

std::string shown(std::string_view character) { return is_visible(character) ? std::string(character) : "?"; }

std::string code_name(std::uint32_t code, Charset charset) {
  return charset == Charset::juki ? fmt::format("J+{:04X}", code) : fmt::format("{:02X}", code);
}

/// A kind of character or code, as it is shown.
struct Kind {
  std::string name;
  std::string by;  ///< what was written for it; empty where that is the list's subject
  std::uint64_t count = 0;
};

class TextReport {
 public:
  TextReport(const TranscodeSummary& summary, Language language)
      : summary_(summary), words_(language == Language::ja ? kJapanese : kEnglish) {}

  std::string text() {
    const TranscodeCounts& counts = summary_.counts;
    if (summary_.written) {
      say(words_.done, summary_.in, name(summary_.options.from), name(summary_.options.to), grouped(counts.input_bytes),
          grouped(counts.output_bytes));
    }
    if (counts.bom_dropped) say(words_.bom_dropped, summary_.in, name(summary_.options.to));
    say_changes();
    if (summary_.fault) say_fault(*summary_.fault);
    if (!summary_.written) {
      if (summary_.out == "-") {
        say(words_.stopped, grouped(counts.output_bytes));
      } else {
        say(words_.not_written, summary_.out);
      }
    }
    return std::move(text_);
  }

 private:
  static std::string name(Charset charset) { return std::string(charset_name(charset)); }

  template <typename... Arguments>
  void say(const char* sentence, const Arguments&... arguments) {
    text_ += fmt::format(fmt::runtime(sentence), arguments...);
  }

  void say_changes() {
    const TranscodeCounts& counts = summary_.counts;
    std::vector<Kind> kinds;
    for (const auto& [code, count] : counts.duplicate_codes) {
      kinds.push_back({code_name(code, summary_.options.from), {}, count});
    }
    say_kinds(words_.duplicates, summary_.in, name(summary_.options.from), std::move(kinds));
    say_kinds(words_.similar, summary_.out, name(summary_.options.to), kinds_of(counts.similar_characters));
    kinds.clear();
    for (const auto& [character, replaced] : counts.substituted) {
      kinds.push_back({named(character), replaced.by, replaced.count});
    }
    say_kinds(words_.substituted, summary_.out, name(summary_.options.to), std::move(kinds));
    say_kinds(words_.geta, summary_.out, name(summary_.options.to), kinds_of(counts.geta));
  }

  std::string named(const std::string& character) const {
    if (!is_visible(character)) return code_points_of(character);
    return fmt::format(fmt::runtime(words_.character), code_points_of(character), character);
  }

  std::vector<Kind> kinds_of(const std::map<std::string, std::uint64_t>& counts) const {
    std::vector<Kind> kinds;
    kinds.reserve(counts.size());
    for (const auto& [character, count] : counts) kinds.push_back({named(character), {}, count});
    return kinds;
  }

  /// The most frequent kinds, and how many more there are.
  void say_kinds(const char* sentence, const std::string& file, const std::string& charset, std::vector<Kind> kinds) {
    if (kinds.empty()) return;
    std::uint64_t all = 0;
    for (const Kind& kind : kinds) all += kind.count;
    std::stable_sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) { return a.count > b.count; });
    std::string list;
    for (std::size_t i = 0; i < std::min(kinds.size(), kKindsShown); ++i) {
      if (i != 0) list += words_.separator;
      const char* form = kinds[i].by.empty() ? words_.kind : words_.kind_as;
      list += fmt::format(fmt::runtime(form), kinds[i].name, grouped(kinds[i].count), kinds[i].by);
    }
    if (kinds.size() > kKindsShown) {
      list += words_.separator;
      list += fmt::format(fmt::runtime(words_.more), kinds.size() - kKindsShown);
    }
    say(sentence, file, charset, grouped(all), list);
  }

  void say_fault(const TranscodeFault& fault) {
    const TranscodeOptions& options = summary_.options;
    if (fault.other_byte_order) {
      const Charset other = options.from == Charset::utf16le ? Charset::utf16be : Charset::utf16le;
      say(words_.other_order, summary_.in, name(options.from), name(other));
      return;
    }
    say(words_.place, summary_.in, fault.line, fault.offset);
    if (fault.error == TextError::unmappable) {
      const bool searched = options.on_unmappable == OnUnmappable::substitute;
      say(searched ? words_.no_substitute : words_.unmappable, shown(fault.character), code_points_of(fault.character),
          name(options.to));
    } else {
      say(fault.error == TextError::truncated ? words_.truncated : words_.illegal, hex_of(fault.bytes),
          name(options.from));
    }
  }

  const TranscodeSummary& summary_;
  const Words& words_;
  std::string text_;
};

std::string text_of_code(std::uint32_t code, const TranscodeOptions& options) {
  const char high = static_cast<char>(code >> 8);
  const char low = static_cast<char>(code & 0xFF);
  std::string bytes = code > 0xFF || options.from == Charset::juki ? std::string{high, low} : std::string{low};
  if (options.from == Charset::ibm930 || options.from == Charset::ibm939) bytes = '\x0E' + bytes + '\x0F';
  std::string text;
  decode(options.from, bytes, text, options.text);
  return text;
}

Json duplicates_of(const TranscodeSummary& summary) {
  Json codes = Json::array();
  for (const auto& [code, count] : summary.counts.duplicate_codes) {
    codes.push_back({{"code", code_name(code, summary.options.from)},
                     {"character", text_of_code(code, summary.options)},
                     {"count", count}});
  }
  return {{"count", summary.counts.duplicates}, {"codes", codes}};
}

Json characters_of(const std::map<std::string, std::uint64_t>& counts) {
  Json characters = Json::array();
  std::uint64_t all = 0;
  for (const auto& [character, count] : counts) {
    characters.push_back({{"character", character}, {"code_points", code_points_of(character)}, {"count", count}});
    all += count;
  }
  return {{"count", all}, {"characters", characters}};
}

Json substituted_of(const std::map<std::string, Replaced>& substituted) {
  Json characters = Json::array();
  std::uint64_t all = 0;
  for (const auto& [character, replaced] : substituted) {
    characters.push_back({{"character", character},
                          {"code_points", code_points_of(character)},
                          {"substitute", replaced.by},
                          {"count", replaced.count}});
    all += replaced.count;
  }
  return {{"count", all}, {"characters", characters}};
}

Json fault_of(const std::optional<TranscodeFault>& fault) {
  if (!fault) return nullptr;
  const char* const error = fault->other_byte_order                 ? "byte_order"
                            : fault->error == TextError::unmappable ? "unmappable"
                            : fault->error == TextError::truncated  ? "truncated"
                                                                    : "illegal";
  Json json = {{"error", error},       {"offset", fault->offset},
               {"line", fault->line},  {"bytes", hex_of(fault->bytes)},
               {"character", nullptr}, {"code_points", nullptr}};
  if (fault->error == TextError::unmappable) {
    json["character"] = fault->character;
    json["code_points"] = code_points_of(fault->character);
  }
  return json;
}

}  // namespace

std::string transcode_text(const TranscodeSummary& summary, Language language) {
  return TextReport(summary, language).text();
}

std::string transcode_json(const TranscodeSummary& summary) {
  const TranscodeCounts& counts = summary.counts;
  const Json json = {{"type", "transcode"},
                     {"file", summary.in},
                     {"output", summary.out},
                     {"from", charset_name(summary.options.from)},
                     {"to", charset_name(summary.options.to)},
                     {"written", summary.written},
                     {"input_bytes", counts.input_bytes},
                     {"output_bytes", counts.output_bytes},
                     {"line_feeds", counts.line_feeds},
                     {"bom_dropped", counts.bom_dropped},
                     {"duplicates", duplicates_of(summary)},
                     {"similar", characters_of(counts.similar_characters)},
                     {"substituted", substituted_of(counts.substituted)},
                     {"geta", characters_of(counts.geta)},
                     {"fault", fault_of(summary.fault)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace daicho
