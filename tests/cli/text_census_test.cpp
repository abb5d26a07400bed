#include "cli/text_census.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "formats/error.hpp"

using namespace daicho;

namespace {

/// Gives at most `size` bytes a read, so that there are many pieces, and fails at the end if it is to.
class SmallReads : public ByteSource {
 public:
  SmallReads(std::string_view bytes, std::size_t size, bool fails = false) : rest_(bytes), size_(size), fails_(fails) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min({size, size_, rest_.size()});
    if (count == 0 && fails_) throw WorldError("the disk is gone");
    rest_.copy(buffer, count);
    rest_.remove_prefix(count);
    return count;
  }
  std::string_view peek(std::size_t size) override { return rest_.substr(0, size); }
  const std::string& name() const override { return name_; }

 private:
  std::string_view rest_;
  std::size_t size_;
  bool fails_;
  std::string name_ = "small";
};

std::string told(const CharacterCensus& census) {
  std::string text = std::to_string(census.ascii());
  for (const CharacterCensus::Entry& entry : census.entries()) {
    text += " " + entry.character + ":" + std::to_string(entry.count);
    for (const CharacterPlace& place : entry.places) {
      text += "@" + std::to_string(place.line) + "/" + std::to_string(place.offset);
    }
  }
  return text;
}

/// Everything that a count says: characters with their places, findings in their order, lines and bytes.
std::string counted(Charset charset, std::string_view bytes, std::size_t read_size, unsigned threads) {
  SmallReads source(bytes, read_size);
  FindingList findings;
  CharacterCensus census(3);
  TextInput input;
  input.charset = charset;
  input.threads = threads;
  const TextSummary read = count_text(input, source, findings, census);
  std::string text = told(census) + " lines " + std::to_string(read.lines) + " bytes " + std::to_string(read.bytes);
  for (const Finding& finding : findings.findings) text += " fault " + std::to_string(finding.offset);
  return text;
}

}  // namespace

TEST_CASE("a text is counted alike by any number of threads, wherever its pieces begin") {
  const std::string_view parts[] = {"東", "髙",       "葛\U000E0100", "\U000E0101", "か\u309A",
                                    "\n", "𠮷",       "\u02E9\u02E5", "a",          "〜",
                                    "é",  "\xE3\x81", "\xFF",         "0123456789"};
  std::mt19937 random(22);
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (auto n = random() % 400; n > 0; --n) text += parts[random() % std::size(parts)];
    const std::string whole = counted(Charset::utf8, text, text.size() + 1, 1);
    for (const std::size_t read_size : {std::size_t{1}, std::size_t{7}, std::size_t{64}, std::size_t{1000}}) {
      for (const unsigned threads : {1U, 2U, 3U, 8U}) {
        CAPTURE(read_size);
        CAPTURE(threads);
        REQUIRE(counted(Charset::utf8, text, read_size, threads) == whole);
      }
    }
  }
}

TEST_CASE("marks alone, piece after piece, are counted alike by any number of threads") {
  std::string marks;
  for (int i = 0; i < 300; ++i) marks += i % 3 == 0 ? "\U000E0100" : "\uFE00";
  const std::string whole = counted(Charset::utf8, marks, marks.size(), 1);
  for (const unsigned threads : {1U, 2U, 4U}) CHECK(counted(Charset::utf8, marks, 4, threads) == whole);
}

TEST_CASE("an empty text has nothing to count, and a source that fails is told by whichever thread reads it") {
  CHECK(counted(Charset::utf8, "", 10, 4) == "0 lines 0 bytes 0");
  for (const unsigned threads : {1U, 2U, 4U}) {
    const std::string text(1000, 'x');
    SmallReads source(text, 10, true);
    FindingList findings;
    CharacterCensus census(3);
    TextInput input;
    input.charset = Charset::utf8;
    input.threads = threads;
    CHECK_THROWS_WITH_AS(count_text(input, source, findings, census), "the disk is gone", WorldError);
  }
}
