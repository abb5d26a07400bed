#include "cli/transcode_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/character_words.hpp"
#include "cli/report.hpp"
#include "cli/validation_words.hpp"

namespace daicho {
namespace {

constexpr std::size_t kKindsShown = 10;  ///< in text; JSON has all
constexpr std::size_t kBytesShown = 8;

/// The sentences in one language. Arguments are numbered, because the languages order them differently.
struct Words {
  const char* done;
  const char* bom_dropped;
  const char* duplicates;
  const char* gaiji;
  const char* similar;
  const char* substituted;
  const char* geta;
  const char* kind;
  const char* kind_as;
  const char* code_as;
  const char* more;
  const char* place;
  const char* illegal;
  const char* truncated;
  const char* open_run;
  const char* unmappable;
  const char* no_substitute;
  const char* other_order;
  const char* strict_duplicate;
  const char* strict_similar;
  const char* not_written;
  const char* stopped;
  const char* strict_written;
};

constexpr Words kEnglish = {
    "{0}: {1} to {2}, {3} read, {4} written\n",
    "{0}: the byte order mark at the beginning was left out, {1} has none\n",
    "{0}: duplicate codes of {1}, which would come back as others: {2}\n",
    "{0}: 外字 read as the characters that they mean, whose codes would not come back: {2}\n",
    "{0}: characters for which {1} has only a similar one: {2}\n",
    "{0}: characters that {1} lacks, as their substitutes: {2}\n",
    "{0}: characters that {1} lacks, as 〓: {2}\n",
    "  {0}: {2}, the first at line {3}, byte offset {4}\n",
    "  {0}, as {1}: {2}, the first at line {3}, byte offset {4}\n",
    "  {0}, read as {1}: {2}, the first at line {3}, byte offset {4}\n",
    "  and {0} more kinds; --report json names all\n",
    "{0}: line {1}, byte offset {2}: ",
    "{0} is no character of {1}\n",
    "the input ends inside a character of {1} ({0})\n",
    "0F is missing: nothing closes the double-byte codes of {0} that begin with 0E at line {1}, byte offset {2}\n",
    "{1} has no {0}\n",
    "{1} has no {0}, and the tables lead to no substitute that it has\n",
    "{0}: it begins with the byte order mark of {2}, not of {1}\n",
    "--strict refuses the code {0}, which would come back as another\n",
    "--strict refuses {0}, which would come back as {1}\n",
    "{0} was not written\n",
    "stopped; {0} written to standard output\n",
    "what --strict refuses is on standard output already ({0}): do not use it\n",
};

constexpr Words kJapanese = {
    "{0}: {1} から {2} へ変換しました（{3}を読み、{4}を書きました）\n",
    "{0}: 先頭のバイト順マーク（BOM）は、{1} にないため除きました\n",
    "{0}: 元のコードには戻らない {1} の重複コード：{2}個\n",
    "{0}: 表にある意味の文字として読んだ外字（元のコードには戻りません）：{2}個\n",
    "{0}: {1} には似た文字しかない文字：{2}個\n",
    "{0}: {1} になく、代替文字にした文字：{2}個\n",
    "{0}: {1} になく、〓 にした文字：{2}個\n",
    "  {0}: {2}個、最初は{3}行目、先頭から{4}バイトの位置\n",
    "  {0} → {1}: {2}個、最初は{3}行目、先頭から{4}バイトの位置\n",
    "  {0} → {1}: {2}個、最初は{3}行目、先頭から{4}バイトの位置\n",
    "  ほかに{0}種類あります（--report json ですべて分かります）\n",
    "{0}: {1}行目、先頭から{2}バイトの位置：",
    "{0} は {1} の文字ではありません\n",
    "ファイルが {1} の文字の途中で終わっています（{0}）\n",
    "{1}行目、先頭から{2}バイトの位置の 0E で始まる {0} の2バイト文字が 0F で閉じられていません\n",
    "{0}は {1} にありません\n",
    "{0}は {1} になく、{1} にある代替文字も表にありません\n",
    "{0}: 先頭が {1} ではなく {2} のバイト順マークです\n",
    "コード {0} は別のコードになって戻るため、--strict により中止しました\n",
    "{0}は {1} になって戻るため、--strict により中止しました\n",
    "{0} は作成していません\n",
    "途中で終了しました（標準出力に{0}を書きました）\n",
    "--strict で認められない内容がすでに標準出力に出ています（{0}）。使わないでください\n",
};

std::string shown_hex(std::string_view bytes) {
  std::string hex;
  for (const char byte : bytes.substr(0, kBytesShown)) hex += fmt::format("{:02X}", static_cast<unsigned char>(byte));
  return bytes.size() > kBytesShown ? hex + "..." : hex;
}

bool is_unicode(Charset charset) {
  return charset == Charset::utf8 || charset == Charset::utf16le || charset == Charset::utf16be;
}

/// A kind of character or code, as it is shown.
struct Kind {
  std::string name;
  std::string by;  ///< what it became; empty where that is the list's subject
  const TextChange* change = nullptr;
};

class TextReport {
 public:
  TextReport(const TranscodeSummary& summary, Language language)
      : summary_(summary), language_(language), words_(language == Language::ja ? kJapanese : kEnglish) {}

  std::string text() {
    const TranscodeCounts& counts = summary_.counts;
    if (summary_.written) {
      say(words_.done, summary_.in, name(summary_.options.from), name(summary_.options.to), bytes(counts.input_bytes),
          bytes(counts.output_bytes));
    }
    if (counts.bom_dropped) say(words_.bom_dropped, summary_.in, name(summary_.options.to));
    say_changes();
    if (summary_.fault) say_fault(*summary_.fault);
    if (summary_.refused) say_refused(*summary_.refused);
    say_end();
    return std::move(text_);
  }

 private:
  static std::string name(Charset charset) { return std::string(charset_name(charset)); }

  std::string bytes(std::uint64_t count) const {
    return language_ == Language::ja ? grouped(count) + "バイト" : counted(count, "byte");
  }

  std::string told(std::string_view character) const { return told_character(character, language_); }

  template <typename... Arguments>
  void say(const char* sentence, const Arguments&... arguments) {
    text_ += fmt::format(fmt::runtime(sentence), arguments...);
  }

  void say_changes() {
    const TranscodeCounts& counts = summary_.counts;
    const Charset from = summary_.options.from;
    std::vector<Kind> kinds;
    for (const auto& [code, change] : counts.duplicate_codes) {
      kinds.push_back({code_name(code, from),
                       change.by.empty() ? std::string(useless_shift(language_)) : told(change.by), &change});
    }
    say(kinds, is_unicode(from) ? words_.gaiji : words_.duplicates, words_.code_as, summary_.in, from);
    const Charset to = summary_.options.to;
    say(kinds_of(counts.similar_characters), words_.similar, words_.kind_as, summary_.out, to);
    say(kinds_of(counts.substituted), words_.substituted, words_.kind_as, summary_.out, to);
    say(kinds_of(counts.geta), words_.geta, words_.kind, summary_.out, to);
  }

  std::vector<Kind> kinds_of(const TextChanges& changes) const {
    std::vector<Kind> kinds;
    kinds.reserve(changes.size());
    for (const auto& [character, change] : changes)
      kinds.push_back({told(character), shown_character(change.by, language_), &change});
    return kinds;
  }

  /// The most frequent kinds, a line each, and how many more there are.
  void say(std::vector<Kind> kinds, const char* sentence, const char* line, const std::string& file, Charset charset) {
    if (kinds.empty()) return;
    std::uint64_t all = 0;
    for (const Kind& kind : kinds) all += kind.change->count;
    say(sentence, file, name(charset), grouped(all));
    std::stable_sort(kinds.begin(), kinds.end(),
                     [](const Kind& a, const Kind& b) { return a.change->count > b.change->count; });
    for (std::size_t i = 0; i < std::min(kinds.size(), kKindsShown); ++i) {
      const TextChange& change = *kinds[i].change;
      say(line, kinds[i].name, kinds[i].by, grouped(change.count), change.line, change.offset);
    }
    if (kinds.size() > kKindsShown) say(words_.more, kinds.size() - kKindsShown);
  }

  void say_fault(const TranscodeFault& fault) {
    const TranscodeOptions& options = summary_.options;
    if (fault.other_byte_order) {
      const Charset other = options.from == Charset::utf16le ? Charset::utf16be : Charset::utf16le;
      say(words_.other_order, summary_.in, name(options.from), name(other));
      return;
    }
    say(words_.place, summary_.in, fault.line, fault.offset);
    if (fault.open_run) {
      say(words_.open_run, name(options.from), fault.open_run->line, fault.open_run->offset);
    } else if (fault.error == TextError::unmappable) {
      const bool searched = options.on_unmappable == OnUnmappable::substitute;
      say(searched ? words_.no_substitute : words_.unmappable, told(fault.character), name(options.to));
    } else {
      say(fault.error == TextError::truncated ? words_.truncated : words_.illegal, shown_hex(fault.bytes),
          name(options.from));
    }
  }

  void say_refused(const FirstChange& first) {
    say(words_.place, summary_.in, first.line, first.offset);
    if (first.duplicate) {
      const std::string code = code_name(first.code, summary_.options.from);
      say(words_.strict_duplicate,
          first.character.empty() ? code : fmt::format("{} ({})", code, told(first.character)));
    } else {
      say(words_.strict_similar, told(first.character), shown_character(first.by, language_));
    }
  }

  void say_end() {
    const std::string written = bytes(summary_.counts.output_bytes);
    if (summary_.out != "-") {
      if (!summary_.written) say(words_.not_written, summary_.out);
    } else if (!summary_.written) {
      say(words_.stopped, written);
    } else if (summary_.refused) {
      say(words_.strict_written, written);
    }
  }

  const TranscodeSummary& summary_;
  const Language language_;
  const Words& words_;
  std::string text_;
};

}  // namespace

std::optional<FirstChange> first_change(const TranscodeCounts& counts) {
  std::optional<FirstChange> first;
  const auto take = [&](FirstChange change) {
    if (!first || change.offset < first->offset) first = std::move(change);
  };
  for (const auto& [code, change] : counts.duplicate_codes) {
    take({true, code, change.by, {}, change.offset, change.line});
  }
  for (const auto& [character, change] : counts.similar_characters) {
    take({false, {}, character, change.by, change.offset, change.line});
  }
  return first;
}

std::string transcode_text(const TranscodeSummary& summary, Language language) {
  return TextReport(summary, language).text();
}

}  // namespace daicho
