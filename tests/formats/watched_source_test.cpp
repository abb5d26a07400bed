#include "formats/watched_source.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace daicho;

namespace {

/// Some bytes, then an I/O error each time that it is asked.
class FailingSource : public ByteSource {
 public:
  std::size_t read(char* buffer, std::size_t size) override {
    if (left_ == 0) throw WorldError("cannot read it: Input/output error");
    const std::size_t count = std::min(size, left_);
    for (std::size_t i = 0; i < count; ++i) buffer[i] = 'a';
    left_ -= count;
    return count;
  }
  std::string_view peek(std::size_t) override { return {}; }
  const std::string& name() const override { return name_; }

 private:
  std::size_t left_ = 5;
  std::string name_ = "it";
};

/// All of a source, three bytes a time.
std::string all_of(ByteSource& source) {
  std::string bytes;
  char buffer[3];
  for (std::size_t count = source.read(buffer, 3); count != 0; count = source.read(buffer, 3)) {
    bytes.append(buffer, count);
  }
  return bytes;
}

}  // namespace

TEST_CASE("an I/O error is an end, where that is asked for, and stands on record") {
  FailingSource failing;
  WatchedSource soft(failing, true);
  CHECK(all_of(soft) == "aaaaa");
  CHECK(soft.bytes_given() == 5);
  CHECK(soft.unreadable());
  CHECK(soft.broken_off() == "cannot read it: Input/output error");
  CHECK(soft.failure() != nullptr);

  FailingSource again;
  WatchedSource hard(again, false);
  CHECK_THROWS_WITH_AS(all_of(hard), "cannot read it: Input/output error", WorldError);
  CHECK(hard.bytes_given() == 5);
}

TEST_CASE("damage says after how many bytes, and a whole input nothing") {
  const std::string cut = "\x1F\x8B\x08";
  const auto source = memory_source(cut, "x.gz");
  WatchedSource damaged(*source, true);
  CHECK_THROWS_AS(all_of(damaged), DamagedInput);
  CHECK(damaged.broken_off() == "the gzip data ends early after 0 bytes");
  CHECK_FALSE(damaged.unreadable());

  const auto good = memory_source("abcdefgh", "x");
  WatchedSource whole(*good, true);
  CHECK(all_of(whole) == "abcdefgh");
  CHECK(whole.bytes_given() == 8);
  CHECK(whole.broken_off().empty());
  CHECK(whole.failure() == nullptr);
}
