#include "formats/text_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "converters/utf8.hpp"

using daicho::Charset;
using daicho::Finding;
using daicho::FindingList;
using daicho::TextPiece;
using daicho::TextReader;

namespace {

/// Gives at most `size` bytes a read, so that characters are cut at every place.
class TrickleSource : public daicho::ByteSource {
 public:
  TrickleSource(std::string_view bytes, std::size_t size) : rest_(bytes), size_(size) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min({size, size_, rest_.size()});
    rest_.copy(buffer, count);
    rest_.remove_prefix(count);
    return count;
  }
  std::string_view peek(std::size_t size) override { return rest_.substr(0, size); }
  const std::string& name() const override { return name_; }

 private:
  std::string_view rest_;
  std::size_t size_;
  std::string name_ = "trickle";
};

struct Read {
  std::string text;
  std::vector<std::uint64_t> gaps;  ///< offsets of pieces that do not follow the one before
  FindingList findings;
  daicho::TextSummary summary;
};

Read read_all(Charset charset, daicho::ByteSource& source) {
  Read read;
  TextReader reader(charset, source, read.findings);
  TextPiece piece;
  while (reader.read(piece)) {
    read.text += piece.text;
    if (!piece.joined) read.gaps.push_back(piece.offset);
  }
  read.summary = reader.summary();
  return read;
}

Read read_bytes(Charset charset, std::string_view bytes) {
  const auto source = daicho::memory_source(bytes);
  return read_all(charset, *source);
}

std::string in_cp932(std::string_view text) {
  std::string bytes;
  daicho::encode(Charset::cp932, text, bytes);
  return bytes;
}

}  // namespace

TEST_CASE("a sound text comes whole, with its lines counted") {
  const Read read = read_bytes(Charset::cp932, in_cp932("髙橋\r\n小金井\r\n"));
  CHECK(read.text == "髙橋\r\n小金井\r\n");
  CHECK(read.summary.lines == 2);
  CHECK(read.summary.bytes == 14);
  CHECK(read_bytes(Charset::utf8, "a\nb").summary.lines == 2);
  CHECK(read_bytes(Charset::utf8, "").summary.lines == 0);
}

TEST_CASE("a byte order mark is taken off") {
  const Read read = read_bytes(Charset::utf8, "\xEF\xBB\xBF髙");
  CHECK(read.text == "髙");
  CHECK(read.summary.bom);
  CHECK(read.summary.bytes == 6);
  CHECK(read_bytes(Charset::utf16be, std::string_view("\xFE\xFF\x9A\xD9", 4)).text == "髙");
}

TEST_CASE("broken bytes are a finding each, with their place, and are stepped over") {
  const Read read = read_bytes(Charset::utf8, "髙\n\xFF橋\xE3\x81");
  CHECK(read.text == "髙\n橋");
  CHECK(read.gaps == std::vector<std::uint64_t>{0, 5});
  REQUIRE(read.findings.findings.size() == 2);
  const Finding& first = read.findings.findings[0];
  CHECK(std::string(first.code.code) == "D0401");
  CHECK(first.offset == 4);
  CHECK(first.line == 2);
  CHECK(first.args ==
        std::vector<std::pair<std::string, std::string>>{{"charset", "utf-8"}, {"offset", "4"}, {"bytes", "FF"}});
  CHECK(read.findings.findings[1].offset == 8);
  CHECK(read.summary.faults == 2);
}

TEST_CASE("broken bytes stand on their line, however many lines one read took in before them") {
  const Read read = read_bytes(Charset::utf8,
                               "a\nb\n\xAB\n\xAB"
                               "c\nd\xAB");
  REQUIRE(read.findings.findings.size() == 3);
  CHECK(read.findings.findings[0].line == 3);
  CHECK(read.findings.findings[1].line == 4);
  CHECK(read.findings.findings[2].line == 5);
}

TEST_CASE("characters cut by a read are put together") {
  const std::string text = "髙橋𠮷か\u309A\r\nｱ漢字abc";
  for (const Charset charset : {Charset::utf8, Charset::utf16le, Charset::utf16be}) {
    std::string bytes;
    daicho::encode(charset, text, bytes);
    for (std::size_t size = 1; size < 9; ++size) {
      TrickleSource source(bytes, size);
      const Read read = read_all(charset, source);
      CHECK(read.text == text);
      CHECK(read.findings.findings.empty());
      CHECK(read.gaps == std::vector<std::uint64_t>{0});
    }
  }
}

TEST_CASE("bytes full of faults take no more than time in proportion") {
  const Read read = read_bytes(Charset::utf8, std::string(300'000, '\xFF'));
  CHECK(read.summary.faults == 300'000);
  CHECK(read.text.empty());
}

TEST_CASE("the offsets of characters are those of their bytes, in every charset") {
  std::mt19937 random(7);
  const std::vector<std::string> parts = {"a", "髙", "ｱ", "漢", "\n", "～", "bcdefghijklmnop"};
  for (const Charset charset : daicho::all_charsets()) {
    for (int round = 0; round < 20; ++round) {
      std::string bytes;
      std::vector<std::size_t> text_at;
      std::vector<std::size_t> bytes_at;
      std::string text;
      for (int i = 0; i < 300; ++i) {
        const std::string& part = parts[random() % parts.size()];
        std::string code;
        if (daicho::encode(charset, part, code).error != daicho::TextError::none) continue;
        if (code.find('\x0E') != std::string::npos) continue;  // shift codes: the text is not the sum of its parts
        text_at.push_back(text.size());
        bytes_at.push_back(bytes.size());
        text += part;
        bytes += code;
      }
      FindingList findings;
      const auto source = daicho::memory_source(bytes);
      TextReader reader(charset, *source, findings);
      TextPiece piece;
      std::size_t begin = 0;  // of the piece in the text
      std::size_t i = 0;
      while (reader.read(piece)) {
        CHECK(piece.text == text.substr(begin, piece.text.size()));
        daicho::TextOffsets offsets(charset, piece);
        for (; i < text_at.size() && text_at[i] < begin + piece.text.size(); ++i) {
          if (random() % 3 == 0) CHECK(offsets.offset(text_at[i] - begin) == bytes_at[i]);
        }
        begin += piece.text.size();
      }
      CHECK(begin == text.size());
    }
  }
}

TEST_CASE("EBCDIC keeps its shift state across reads, and its characters their offsets") {
  std::string bytes;
  daicho::encode(Charset::ibm930, "A漢字B高橋\n", bytes);
  REQUIRE(bytes.size() == 1 + 1 + 4 + 1 + 1 + 1 + 4 + 1 + 1);
  for (std::size_t size = 1; size < 7; ++size) {
    TrickleSource source(bytes, size);
    const Read read = read_all(Charset::ibm930, source);
    CHECK(read.text == "A漢字B高橋\n");
    CHECK(read.findings.findings.empty());
    CHECK(read.summary.lines == 1);
  }
  FindingList findings;
  const auto source = daicho::memory_source(bytes);
  TextReader reader(Charset::ibm930, *source, findings);
  TextPiece piece;
  std::string offsets;  // of 字 and 橋
  while (reader.read(piece)) {
    daicho::TextOffsets in_file(Charset::ibm930, piece);
    for (const char* each : {"字", "橋"}) {
      const std::size_t at = piece.text.find(each);
      if (at != std::string::npos) offsets += std::to_string(in_file.offset(at)) + " ";
    }
  }
  CHECK(offsets == "4 11 ");
}

TEST_CASE("EBCDIC text that ends with its double-byte codes open is told at their 0E, and they are read") {
  std::string bytes;
  daicho::encode(Charset::ibm939, "A\n漢字B\n高橋", bytes);
  REQUIRE(bytes.size() == 2 + 6 + 2 + 6);
  for (std::size_t size = 1; size < 20; ++size) {
    TrickleSource whole(bytes, size);
    CHECK(read_all(Charset::ibm939, whole).findings.findings.empty());
    TrickleSource open(std::string_view(bytes).substr(0, bytes.size() - 1), size);
    const Read read = read_all(Charset::ibm939, open);
    CHECK(read.text == "A\n漢字B\n高橋");
    CHECK(read.summary.faults == 1);
    REQUIRE(read.findings.findings.size() == 1);
    const Finding& finding = read.findings.findings[0];
    CHECK(finding.code.code == "D0401");
    CHECK(finding.line == 3);
    CHECK(finding.offset == 10);
    CHECK(finding.args[1].second == "10");
    CHECK(finding.args[2].second == "0E 45 71 45 89");
  }
}

TEST_CASE("EBCDIC text that ends inside a double-byte code is one fault, and so is a lone 0E") {
  for (const std::string_view bytes : {std::string_view("\xC1\x0E\x45\xD0\x46"), std::string_view("\xC1\x0E")}) {
    for (std::size_t size = 1; size < 6; ++size) {
      TrickleSource source(bytes, size);
      const Read read = read_all(Charset::ibm939, source);
      REQUIRE(read.findings.findings.size() == 1);
      CHECK(read.findings.findings[0].offset == bytes.size() - 1);
    }
  }
}

TEST_CASE("the charset of a text is found where its bytes leave one reading") {
  const auto found = [](std::string_view bytes) {
    const auto source = daicho::memory_source(bytes);
    const daicho::TextDetection detection = daicho::detect_text(*source);
    return detection.charset ? std::string(daicho::charset_name(*detection.charset)) : detection.reason;
  };
  CHECK(found("abc") == "utf-8");
  CHECK(found("") == "utf-8");
  CHECK(found("髙橋") == "utf-8");
  CHECK(found(in_cp932("髙橋")) == "cp932");
  CHECK(found("\xFF\xFE\x41\x42") == "utf-16le");
  CHECK(found(std::string_view("\x00\x41", 2)) == "there are zero bytes, but no byte order mark");
  CHECK(found("\xC3\xBD") == "the bytes can be read as utf-8 and as cp932 (half-width katakana)");
  CHECK(found("\xFF\xFF") == "the first bytes are neither utf-8 nor cp932 throughout");
}
