// The seal against values from Python's hashlib and hmac.
#include "jobs/ledger_seal.hpp"

#include <doctest/doctest.h>

namespace daicho::test {
namespace {

const std::string kKeyDigits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

TEST_CASE("hash, macs and the next key are those of the specification") {
  const SealKey key = SealKey::from_hex(kKeyDigits).value();
  const SealHash hash = chain_hash(SealHash{}, "entry");
  const SealHash mac = entry_mac(key, hash);
  CHECK(key.next().hex() == "016df9ddb8992da71b7a049235e0eb85b0fdffa7cbfdb52e4d6b41155a285521");
  CHECK(hex_of(hash) == "2b9ab6d18a027b5596b6f95d34a143af27414921ac03b10e91b12d95c2ade707");
  CHECK(hex_of(mac) == "b6bc730d24dc9b1784c99cd0fd24fc0ecc8616ccee530d594c1d1ef81845e409");
  CHECK(hex_of(head_mac(key, 7, hash, mac)) == "a816acf0477086a450a0fdfb299125dc9a87baec74e4151db8c6b305e6492320");
}

TEST_CASE("hexadecimal digits go there and back, and nothing else is taken for them") {
  CHECK(SealKey::from_hex(kKeyDigits)->hex() == kKeyDigits);
  CHECK(hash_of_hex(std::string(64, 'F')) == hash_of_hex(std::string(64, 'f')));
  CHECK_FALSE(hash_of_hex(std::string(63, 'f')).has_value());
  CHECK_FALSE(hash_of_hex(std::string(63, 'f') + "g").has_value());
  CHECK_FALSE(hash_of_hex("").has_value());
}

TEST_CASE("no two ids and keys are alike") {
  CHECK(random_id() != random_id());
  CHECK(random_id().size() == 32);
  CHECK(SealKey::random().hex() != SealKey::random().hex());
}

TEST_CASE("eight bytes, the most significant first") {
  CHECK(eight_bytes(0x0102030405060708U) == "\x01\x02\x03\x04\x05\x06\x07\x08");
}

}  // namespace
}  // namespace daicho::test
