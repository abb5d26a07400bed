#include "formats/sha256.hpp"

#include <doctest/doctest.h>

namespace daicho {
namespace {

TEST_CASE("SHA-256 gives the digests of FIPS 180-4, in parts or at once") {
  CHECK(sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Sha256 digest;
  digest.update("a");
  digest.update("");
  digest.update("bc");
  CHECK(digest.hex() == sha256_of("abc"));
}

TEST_CASE("parts do not run into one another") {
  const auto of_parts = [](std::string_view first, std::string_view second) {
    Sha256 digest;
    digest.update_part(first);
    digest.update_part(second);
    return digest.hex();
  };
  CHECK(of_parts("ab", "c") != of_parts("a", "bc"));
  CHECK(of_parts("ab", "c") == sha256_of("2:ab1:c"));
}

}  // namespace
}  // namespace daicho
