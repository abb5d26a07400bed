#include "formats/rejects.hpp"

#include <doctest/doctest.h>

#include <string>

#include "formats/finding_codes.hpp"
#include "formats/layout.hpp"

using namespace daicho;

TEST_CASE("one row for each error of a rejected record, its bytes in the first") {
  Layout layout;
  layout.items.resize(1);
  layout.items[0].id = "name_kanji";
  RecordBlock block(1);
  block.begin_record({3, 1408, 4});
  block.end_record("A\x81\r\n", true);
  Finding length;
  length.code = code::kRecordLength;
  Finding name;
  name.code = code::kBrokenCharacter;
  name.layout = &layout;
  name.item = 0;
  std::string bytes;
  const auto sink = memory_sink(bytes);
  RejectFile rejects(*sink);
  rejects.add("in,1.dat", block[0], {{&length, "長さ"}, {&name, "says \"no\""}});
  rejects.finish();
  CHECK(rejects.records() == 1);
  CHECK(bytes ==
        "file,record,line,offset,code,item,reason,bytes\r\n"
        "\"in,1.dat\",3,4,1408,D0201,,長さ,41810D0A\r\n"
        "\"in,1.dat\",3,4,1408,D1001,name_kanji,\"says \"\"no\"\"\",\r\n");
}

TEST_CASE("a file without rejects is its header, a record without reasons has blank ones") {
  std::string bytes;
  const auto sink = memory_sink(bytes);
  RejectFile rejects(*sink);
  rejects.finish();
  CHECK(bytes == "file,record,line,offset,code,item,reason,bytes\r\n");
  RecordBlock block(0);
  block.begin_record({1, 0, 0});
  block.end_record("x", true);
  rejects.add("-", block[0], {});
  rejects.finish();
  CHECK(bytes.ends_with("\r\n-,1,,0,,,,78\r\n"));
}
