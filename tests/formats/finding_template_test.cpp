#include "formats/finding_template.hpp"

#include <doctest/doctest.h>

namespace daicho {
namespace {

std::string fill(std::string_view text) {
  return fill_template(text, [](std::string_view name) { return name == "a" ? std::string("A[{") : std::string(); });
}

TEST_CASE("arguments are filled in once and never read as template again") {
  CHECK(fill("") == "");
  CHECK(fill("plain") == "plain");
  CHECK(fill("x{a}y") == "xA[{y");
  CHECK(fill("{a}{a}") == "A[{A[{");
}

TEST_CASE("a missing argument leaves out its brackets, or is a question mark outside of them") {
  CHECK(fill("x[ ({b})]") == "x");
  CHECK(fill("x[ ({a})]y") == "x (A[{)y");
  CHECK(fill("x[ {a} {b}]y[z]") == "xyz");
  CHECK(fill("{b} x") == "? x");
}

TEST_CASE("unsound templates are found") {
  CHECK_FALSE(template_fault("a {b} [c {d}]"));
  CHECK(template_fault("a [b [c]]") == "a bracket inside a bracket");
  CHECK(template_fault("a]") == "a closing bracket without its opening one");
  CHECK(template_fault("[a") == "a bracket that never closes");
  CHECK(template_fault("{") == "a brace that holds no name (a-z, 0-9 and _)");
  CHECK(template_fault("{}") == "a brace that holds no name (a-z, 0-9 and _)");
  CHECK(template_fault("{A}") == "a brace that holds no name (a-z, 0-9 and _)");
  CHECK(template_fault("}") == "a closing brace without its opening one");
}

}  // namespace
}  // namespace daicho
