#include "formats/frame_blocks.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "formats/catalog.hpp"

using namespace daicho;

namespace {

std::string kengen_lines(int count) {
  std::string bytes;
  for (int i = 1; i <= count; ++i)
    bytes += "132101JUM 20260401083000000USER0000010000" + std::to_string(i % 10) + "\r\n";
  return bytes;
}

std::shared_ptr<const Layout> kengen() {
  static const Catalog schemas;
  return schemas.layout("kengen");
}

}  // namespace

TEST_CASE("blocks are used in the order of the file, whatever the order in which they come back") {
  const std::string bytes = "\xEF\xBB\xBF" + kengen_lines(5) + "\x1A";
  auto source = memory_source(bytes, "in.dat");
  std::string used;
  FrameBlocks blocks(*kengen(), *parse_format_spec("fixed:utf-8"), *source, 60, 4, [&](FrameBlock& block) {
    used += std::to_string(block.number) + ":" + std::to_string(block.first_record) + "+" +
            std::to_string(block.frames.size()) + " " + std::to_string(block.end) + (block.last ? " last" : "");
    for (const auto& placed : block.of_file) used += " " + std::string(placed.finding.code.code);
    for (const RecordFrame& frame : block.frames) {
      CHECK(frame.whole.data() >= block.bytes.data());
      CHECK(frame.whole.size() == frame.bytes.size() + 2);
      CHECK(bytes.substr(frame.offset, frame.whole.size()) == frame.whole);
    }
    used += "\n";
  });
  auto first = blocks.take();
  auto second = blocks.take();
  auto third = blocks.take();
  REQUIRE(third);
  blocks.put(std::move(third));
  blocks.put(std::move(second));
  CHECK(used == "");
  blocks.put(std::move(first));
  CHECK(used == "0:1+2 91 D0101\n1:3+2 179\n2:5+1 224 last D0102\n");
  CHECK_FALSE(blocks.take());
}

TEST_CASE("an empty file is one block without frames") {
  auto source = memory_source("", "in.dat");
  std::size_t used = 0;
  FrameBlocks blocks(*kengen(), default_format(FileKind::fixed), *source, 60, 1, [&](FrameBlock& block) {
    ++used;
    CHECK(block.last);
    CHECK(block.frames.empty());
  });
  blocks.put(blocks.take());
  CHECK(used == 1);
  CHECK_FALSE(blocks.take());
}

TEST_CASE("all blocks are checked in several threads, and used in order") {
  const std::string bytes = kengen_lines(300);
  auto source = memory_source(bytes, "in.dat");
  std::string used;
  FrameBlocks blocks(*kengen(), default_format(FileKind::fixed), *source, 100, 7,
                     [&](FrameBlock& block) { used += block.made; });
  blocks.run(3, blocks.take(), [](unsigned slot, FrameBlock& block) {
    CHECK(slot < 3);
    block.made = block.bytes;
  });
  CHECK(used == bytes);
}

TEST_CASE("a failure ends all threads and is thrown") {
  const std::string bytes = kengen_lines(300);
  auto source = memory_source(bytes, "in.dat");
  FrameBlocks blocks(*kengen(), default_format(FileKind::fixed), *source, 60, 2, [](FrameBlock&) {});
  CHECK_THROWS_WITH(blocks.run(3, nullptr,
                               [](unsigned, FrameBlock& block) {
                                 if (block.number == 5) throw std::runtime_error("no");
                               }),
                    "no");
  CHECK_FALSE(blocks.take());
}
