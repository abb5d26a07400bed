#include "converters/transcode.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "converters/gaiji_table.hpp"
#include "converters/utf8.hpp"

using daicho::Charset;
using daicho::OnUnmappable;
using daicho::TextChanges;
using daicho::TextError;
using daicho::TranscodeCounts;
using daicho::TranscodeFault;
using daicho::TranscodeOptions;
using namespace std::string_literals;

namespace {

TranscodeOptions from_to(Charset from, Charset to, OnUnmappable on_unmappable = OnUnmappable::stop) {
  TranscodeOptions options;
  options.from = from;
  options.to = to;
  options.on_unmappable = on_unmappable;
  return options;
}

struct Outcome {
  std::string bytes;
  TranscodeCounts counts;
  std::optional<TranscodeFault> fault;
};

/// The whole conversion, with the input cut into pieces of `piece` bytes, the first one of `first`.
Outcome transcoded(const TranscodeOptions& options, std::string_view input, std::size_t first, std::size_t piece) {
  daicho::Transcoder transcoder(options);
  Outcome outcome;
  bool good = true;
  for (std::size_t at = 0, length = first; good && at < input.size(); at += length, length = piece) {
    if (length == 0) length = piece;
    good = transcoder.convert(input.substr(at, length), outcome.bytes);
  }
  if (good) transcoder.finish(outcome.bytes);
  outcome.counts = transcoder.counts();
  outcome.fault = transcoder.fault();
  return outcome;
}

Outcome transcoded(const TranscodeOptions& options, std::string_view input) {
  return transcoded(options, input, input.size() + 1, input.size() + 1);
}

std::string in_charset(Charset charset, std::string_view text) {
  std::string bytes;
  REQUIRE(daicho::encode(charset, text, bytes).error == TextError::none);
  return bytes;
}

std::uint64_t sum_of(const daicho::TextChanges& changes) {
  std::uint64_t sum = 0;
  for (const auto& [key, change] : changes) sum += change.count;
  return sum;
}

void check_same(const Outcome& outcome, const Outcome& expected) {
  REQUIRE(outcome.bytes == expected.bytes);
  REQUIRE(outcome.counts.input_bytes == expected.counts.input_bytes);
  REQUIRE(outcome.counts.output_bytes == expected.bytes.size());
  REQUIRE(outcome.counts.line_feeds == expected.counts.line_feeds);
  REQUIRE(outcome.counts.bom_dropped == expected.counts.bom_dropped);
  REQUIRE(outcome.counts.duplicates == expected.counts.duplicates);
  REQUIRE(outcome.counts.duplicate_codes == expected.counts.duplicate_codes);
  REQUIRE(outcome.counts.similar == expected.counts.similar);
  REQUIRE(outcome.counts.similar_characters == expected.counts.similar_characters);
  REQUIRE(outcome.counts.geta == expected.counts.geta);
  REQUIRE(sum_of(outcome.counts.duplicate_codes) == outcome.counts.duplicates);
  REQUIRE(outcome.fault.has_value() == expected.fault.has_value());
  if (!outcome.fault) return;
  REQUIRE(outcome.fault->error == expected.fault->error);
  REQUIRE(outcome.fault->offset == expected.fault->offset);
  REQUIRE(outcome.fault->line == expected.fault->line);
  REQUIRE(outcome.fault->bytes == expected.fault->bytes);
  REQUIRE(outcome.fault->character == expected.fault->character);
  REQUIRE(outcome.fault->open_run.has_value() == expected.fault->open_run.has_value());
}

constexpr Charset kTested[] = {Charset::cp932,   Charset::utf8,           Charset::utf16le,
                               Charset::utf16be, Charset::shift_jis_2004, Charset::euc_jis_2004,
                               Charset::ibm930,  Charset::ibm939,         Charset::juki};

/// Charsets whose converters are there (`juki` holds no kanji without its table).
std::vector<Charset> usable() {
  std::vector<Charset> charsets;
  for (const Charset charset : kTested) {
    try {
      std::string bytes;
      daicho::encode(charset, "a", bytes);
      charsets.push_back(charset);
    } catch (const std::exception&) {
    }
  }
  return charsets;
}

}  // namespace

TEST_CASE("what stops a conversion is told with its offset, line, bytes and character") {
  const Outcome outcome = transcoded(from_to(Charset::utf8, Charset::cp932), "一行\n吉田\n𠮷田\n");
  CHECK(outcome.bytes == "\x88\xEA\x8D\x73\n\x8B\x67\x93\x63\n");
  REQUIRE(outcome.fault.has_value());
  CHECK(outcome.fault->error == TextError::unmappable);
  CHECK(outcome.fault->offset == 14);
  CHECK(outcome.fault->line == 3);
  CHECK(outcome.fault->bytes == "𠮷");
  CHECK(outcome.fault->character == "𠮷");
  CHECK(outcome.counts.input_bytes == 14);
}

TEST_CASE("a base and its variation selector are one character, from UTF-16 too") {
  const std::string input = in_charset(Charset::utf16le, "東\n葛\U000E0100飾");
  const Outcome outcome = transcoded(from_to(Charset::utf16le, Charset::cp932), input);
  REQUIRE(outcome.fault.has_value());
  CHECK(outcome.fault->offset == 4);
  CHECK(outcome.fault->line == 2);
  CHECK(outcome.fault->bytes.size() == 6);
  CHECK(outcome.fault->character == "葛\U000E0100");
}

TEST_CASE("〓 stands for each character that the target lacks, counted by character") {
  for (const Charset from : {Charset::utf8, Charset::utf16le, Charset::utf16be}) {
    const std::string input = in_charset(from, "𠮷田と葛\U000E0100西と𠮷野");
    const Outcome outcome = transcoded(from_to(from, Charset::cp932, OnUnmappable::geta), input);
    CHECK_FALSE(outcome.fault.has_value());
    CHECK(outcome.bytes == in_charset(Charset::cp932, "〓田と〓西と〓野"));
    REQUIRE(outcome.counts.geta.size() == 2);
    CHECK(outcome.counts.geta.at("𠮷").count == 2);
    CHECK(outcome.counts.geta.at("葛\U000E0100").count == 1);
  }
}

TEST_CASE("substitutes come from the table; a character without one stops") {
  const daicho::SubstitutionTable table = daicho::SubstitutionTable::built_in();
  TranscodeOptions options = from_to(Charset::utf8, Charset::cp932, OnUnmappable::substitute);
  options.substitutes = &table;
  const Outcome outcome = transcoded(options, "鷗外と森鷗外");
  CHECK(outcome.bytes == in_charset(Charset::cp932, "鴎外と森鴎外"));
  REQUIRE(outcome.counts.substituted.count("鷗") == 1);
  CHECK(outcome.counts.substituted.at("鷗").by == "鴎");
  CHECK(outcome.counts.substituted.at("鷗").count == 2);
  const Outcome stopped = transcoded(options, "鷗\u0E01");
  REQUIRE(stopped.fault.has_value());
  CHECK(stopped.fault->character == "\u0E01");
  CHECK(stopped.fault->offset == 3);
}

TEST_CASE("duplicates are counted by code, similar characters by character, each with its first place") {
  const Outcome read = transcoded(from_to(Charset::cp932, Charset::utf8), "\x88\x9F\n\xED\x40\xED\x40\n\n\xFA\x4A");
  CHECK(read.counts.duplicates == 3);
  CHECK(read.counts.duplicate_codes == TextChanges{{"\xED\x40", {"纊", 2, 3, 2}}, {"\xFA\x4A", {"Ⅰ", 1, 9, 4}}});
  const Outcome written = transcoded(from_to(Charset::utf8, Charset::cp932), "a〜−\n〜");
  CHECK(written.bytes == "a\x81\x60\x81\x7C\n\x81\x60");
  CHECK(written.counts.similar == 3);
  CHECK(written.counts.similar_characters == TextChanges{{"〜", {"～", 2, 1, 1}}, {"−", {"－", 1, 4, 1}}});
  const Outcome units = transcoded(from_to(Charset::utf16be, Charset::cp932), in_charset(Charset::utf16be, "a\n𠮷"));
  CHECK(units.fault->offset == 4);
  const Outcome similar = transcoded(from_to(Charset::utf16be, Charset::cp932), in_charset(Charset::utf16be, "a\n〜"));
  CHECK(similar.counts.similar_characters == TextChanges{{"〜", {"～", 1, 4, 2}}});
  const Outcome both = transcoded(from_to(Charset::cp932, Charset::shift_jis_2004), "\x81\x91\n\x87\x90\n\x81\x91");
  CHECK(both.counts.similar_characters == TextChanges{{"￠", {"¢", 2, 0, 1}}});
  CHECK(both.counts.duplicate_codes == TextChanges{{"\x87\x90", {"≒", 1, 3, 2}}});
}

TEST_CASE("a 外字 of Unicode that the table gives a meaning is never read so without a word") {
  daicho::GaijiTable gaiji;
  gaiji.add({0xE000, "葛\U000E0100", {}, {}, {}});
  gaiji.add({0xF0000, "𠮷", {}, {}, {}});
  for (const Charset from : {Charset::utf8, Charset::utf16le, Charset::utf16be}) {
    for (const Charset to : {Charset::utf8, Charset::utf16le, Charset::utf16be, Charset::cp932}) {
      TranscodeOptions options = from_to(from, to, OnUnmappable::geta);
      options.text.gaiji = &gaiji;
      const Outcome outcome = transcoded(options, in_charset(from, "東\n\uE000\U000F0000\uE001\uE000"));
      CHECK(outcome.counts.duplicates == 3);
      REQUIRE(outcome.counts.duplicate_codes.size() == 2);
      const daicho::TextChange& first = outcome.counts.duplicate_codes.at(in_charset(from, "\uE000"));
      CHECK(first == daicho::TextChange{"葛\U000E0100", 2, 4U, 2});
      CHECK(outcome.counts.duplicate_codes.at(in_charset(from, "\U000F0000")).by == "𠮷");
      const std::string meant =
          to == Charset::cp932 ? "東\n\uE000〓\uE001\uE000" : "東\n葛\U000E0100𠮷\uE001葛\U000E0100";
      CHECK(outcome.bytes == in_charset(to, meant));
    }
  }
}

TEST_CASE("codes that writing would join, and shift codes that change nothing, are named too") {
  const std::string codes = in_charset(Charset::shift_jis_2004, "æ") + in_charset(Charset::shift_jis_2004, "\u0300");
  const Outcome joined = transcoded(from_to(Charset::shift_jis_2004, Charset::utf8), "a\n" + codes);
  CHECK(joined.counts.duplicate_codes == TextChanges{{codes, {"æ\u0300", 1, 2, 2}}});
  const Outcome shifts = transcoded(from_to(Charset::ibm939, Charset::utf8), "\x25\x0E\x47\x78\x0F\x0E\x47\x78\x0F");
  CHECK(shifts.counts.duplicate_codes == TextChanges{{"\x0E", {"", 1, 5, 2}}});
}

TEST_CASE("EBCDIC that nothing closes is told with where it begins, and what was read is written") {
  for (const Charset to : {Charset::utf8, Charset::utf16be, Charset::cp932}) {
    const Outcome outcome = transcoded(from_to(Charset::ibm939, to), "\xC1\x25\x0E\x47\x78\x4D\xC5");
    CHECK(outcome.bytes == in_charset(to, "A\n台帳"));
    REQUIRE(outcome.fault.has_value());
    CHECK(outcome.fault->error == TextError::truncated);
    CHECK(outcome.fault->offset == 7);
    CHECK(outcome.fault->bytes.empty());
    REQUIRE(outcome.fault->open_run.has_value());
    CHECK(outcome.fault->open_run->offset == 2);
    CHECK(outcome.fault->open_run->line == 2);
    const Outcome half = transcoded(from_to(Charset::ibm939, to), "\xC1\x0E\x47\x78\x4D");
    CHECK(half.bytes == in_charset(to, "A台"));
    CHECK(half.fault->offset == 4);
    CHECK(half.fault->bytes == "\x4D");
  }
}

TEST_CASE("EBCDIC's character at fault is its code, without the shift codes around it") {
  const std::string input = in_charset(Charset::ibm939, "A\n台\u2225a");
  const std::size_t at = input.find('\x0F') - 2;
  const Outcome outcome = transcoded(from_to(Charset::ibm939, Charset::juki), input);
  REQUIRE(outcome.fault.has_value());  // without its table `juki` has no kanji
  CHECK(outcome.fault->bytes == "\x47\x78");
  CHECK(outcome.fault->offset == 3);
  TranscodeOptions geta = from_to(Charset::ibm939, Charset::euc_jis_2004, OnUnmappable::geta);
  const Outcome first =
      transcoded(geta, input.substr(0, at) + in_charset(Charset::ibm939, "\uE000").substr(1, 2) + input.substr(at));
  REQUIRE(first.counts.geta.count("\uE000") == 1);
  CHECK(first.counts.geta.at("\uE000") == daicho::TextChange{"〓", 1, at, 2});
}

TEST_CASE("the yen sign stops, or becomes a backslash where the user says so") {
  TranscodeOptions options = from_to(Charset::utf16le, Charset::cp932);
  const std::string input = in_charset(Charset::utf16le, "¥100");
  CHECK(transcoded(options, input).fault->character == "¥");
  options.text.yen_to_backslash = true;
  CHECK(transcoded(options, input).bytes == "\\100");
}

TEST_CASE("a byte order mark stays between Unicode charsets and is left out for others") {
  const Outcome kept = transcoded(from_to(Charset::utf8, Charset::utf16le), "\uFEFFa");
  CHECK(kept.bytes == "\xFF\xFE\x61\x00"s);
  CHECK_FALSE(kept.counts.bom_dropped);
  const Outcome dropped = transcoded(from_to(Charset::utf16le, Charset::cp932), "\xFF\xFE\x61\x00"s);
  CHECK(dropped.bytes == "a");
  CHECK(dropped.counts.bom_dropped);
  const Outcome later = transcoded(from_to(Charset::utf8, Charset::cp932), "a\uFEFF");
  CHECK(later.fault->character == "\uFEFF");
}

TEST_CASE("the other byte order's mark is refused") {
  const Outcome outcome = transcoded(from_to(Charset::utf16le, Charset::utf8), "\xFE\xFF\x00\x61"s);
  REQUIRE(outcome.fault.has_value());
  CHECK(outcome.fault->other_byte_order);
  CHECK(outcome.bytes.empty());
}

TEST_CASE("input that ends inside a character is truncated, broken input before the end is illegal") {
  CHECK(transcoded(from_to(Charset::cp932, Charset::utf8), "a\x81").fault->error == TextError::truncated);
  CHECK(transcoded(from_to(Charset::utf8, Charset::cp932), "a\xE3\x81").fault->error == TextError::truncated);
  CHECK(transcoded(from_to(Charset::utf8, Charset::cp932), "a\xE3\x81z").fault->error == TextError::illegal);
  CHECK(transcoded(from_to(Charset::utf16be, Charset::cp932), "\xD8\x42").fault->error == TextError::truncated);
}

TEST_CASE("a charset to itself checks the text, and writes duplicates as the usual code") {
  CHECK(transcoded(from_to(Charset::cp932, Charset::cp932), "\x88\x9F\xED\x40").bytes == "\x88\x9F\xFA\x5C");
  CHECK(transcoded(from_to(Charset::cp932, Charset::cp932), "ab\x81\xAD").fault->offset == 2);
  CHECK(transcoded(from_to(Charset::utf16be, Charset::utf16be), "\x00\x61\xDC\x00"s).fault->offset == 2);
  CHECK(transcoded(from_to(Charset::utf8, Charset::utf8), "a\xFF").fault->line == 1);
}

TEST_CASE("an empty input is an empty output") {
  for (const Charset from : usable()) {
    for (const Charset to : usable()) {
      const Outcome outcome = transcoded(from_to(from, to), "");
      CHECK(outcome.bytes.empty());
      CHECK_FALSE(outcome.fault.has_value());
    }
  }
}

TEST_CASE("every pair of charsets: the same outcome whatever the pieces, at every offset") {
  const std::string_view texts[] = {
      "a\r\n漢字ｶﾅ　　　　　　　　　　かな\n〜−¢亜",
      "東葛\U000E0100飾区\n𠮷田か\u309Aき\u309A゜æ\u0300",
      "\uFEFF名前　　　　　　\n12345678901234567890\r\n外\uE000字",
  };
  for (const Charset from : usable()) {
    for (const std::string_view text : texts) {
      std::string input;
      daicho::TextOptions none;
      daicho::encode(from, text, input, none);  // as much of it as the charset has
      for (const Charset to : usable()) {
        for (const OnUnmappable mode : {OnUnmappable::stop, OnUnmappable::geta}) {
          const TranscodeOptions options = from_to(from, to, mode);
          const Outcome expected = transcoded(options, input);
          for (std::size_t first = 1; first < input.size(); ++first) {
            CAPTURE(daicho::charset_name(from));
            CAPTURE(daicho::charset_name(to));
            CAPTURE(first);
            check_same(transcoded(options, input, first, input.size()), expected);
          }
          for (const std::size_t piece : {1U, 2U, 3U, 7U}) check_same(transcoded(options, input, 0, piece), expected);
        }
      }
    }
  }
}

TEST_CASE("broken input: the same fault whatever the pieces") {
  std::mt19937 random(20261123);
  const std::vector<Charset> charsets = usable();
  for (int round = 0; round < 4000; ++round) {
    const Charset from = charsets[random() % charsets.size()];
    const Charset to = charsets[random() % charsets.size()];
    std::string input;
    daicho::encode(from, "a漢字ｶﾅ　\n〜æ\u0300か\u309A葛\U000E0100𠮷\r\n", input);
    for (auto n = 1 + random() % 3; n > 0; --n)
      input.insert(random() % (input.size() + 1), 1, static_cast<char>(random()));
    const TranscodeOptions options = from_to(from, to, random() % 2 == 0 ? OnUnmappable::stop : OnUnmappable::geta);
    CAPTURE(daicho::charset_name(from));
    CAPTURE(daicho::charset_name(to));
    CAPTURE(input);
    const Outcome expected = transcoded(options, input);
    check_same(transcoded(options, input, random() % input.size(), 1 + random() % 5), expected);
  }
}
