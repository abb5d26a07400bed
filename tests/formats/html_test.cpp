#include "formats/html.hpp"

#include <doctest/doctest.h>

namespace daicho {

TEST_CASE("text cannot leave its place in a page") {
  CHECK(html_text("<a href=\"x\">&葛󠄀") == "&lt;a href=&quot;x&quot;&gt;&amp;葛󠄀");
}

TEST_CASE("a page begins with its charset, its language and a title that cannot be markup") {
  const std::string head = html_head("<b>", ".own { color: red; }\n");
  CHECK(head.starts_with("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK(head.find("<title>&lt;b&gt;</title>\n") != std::string::npos);
  CHECK(head.ends_with(".own { color: red; }\n</style>\n</head>\n"));
}

}  // namespace daicho
