#include "jobs/ledger_seal.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

[[noreturn]] void fail(const char* what) { throw WorldError(std::string("OpenSSL cannot ") + what); }

std::string_view view_of(const SealHash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

void fill_randomly(unsigned char* bytes, int count) {
  if (RAND_bytes(bytes, count) != 1) fail("give random numbers");
}

std::string hex_of_bytes(const unsigned char* bytes, std::size_t count) {
  std::string text;
  text.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 15U];
  }
  return text;
}

int value_of(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

SealHash digest(std::string_view first, std::string_view second) {
  SealHash result{};
  unsigned int size = 0;
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  const bool good = context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1 &&
                    EVP_DigestUpdate(context, first.data(), first.size()) == 1 &&
                    EVP_DigestUpdate(context, second.data(), second.size()) == 1 &&
                    EVP_DigestFinal_ex(context, result.data(), &size) == 1;
  EVP_MD_CTX_free(context);
  if (!good) fail("hash");
  return result;
}

}  // namespace

SealKey::~SealKey() { OPENSSL_cleanse(bytes_.data(), bytes_.size()); }

SealKey SealKey::random() {
  SealKey key;
  fill_randomly(key.bytes_.data(), static_cast<int>(key.bytes_.size()));
  return key;
}

std::optional<SealKey> SealKey::from_hex(std::string_view digits) {
  auto bytes = hash_of_hex(digits);
  if (!bytes) return std::nullopt;
  SealKey key;
  key.bytes_ = *bytes;
  OPENSSL_cleanse(bytes->data(), bytes->size());
  return key;
}

std::string SealKey::hex() const { return hex_of_bytes(bytes_.data(), bytes_.size()); }

SealKey SealKey::next() const {
  SealKey key;
  SealHash bytes = digest("next", view_of(bytes_));
  key.bytes_ = bytes;
  OPENSSL_cleanse(bytes.data(), bytes.size());
  return key;
}

SealHash SealKey::mac(std::string_view bytes) const {
  SealHash result{};
  unsigned int size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  if (HMAC(EVP_sha256(), bytes_.data(), static_cast<int>(bytes_.size()), data, bytes.size(), result.data(), &size) ==
      nullptr) {
    fail("make a MAC");
  }
  return result;
}

SealHash chain_hash(const SealHash& previous, std::string_view canonical_entry) {
  return digest(view_of(previous), canonical_entry);
}

SealHash entry_mac(const SealKey& key, const SealHash& hash) { return key.mac(view_of(hash)); }

SealHash head_mac(const SealKey& key, std::uint64_t entries, const SealHash& hash, const SealHash& mac) {
  std::string bytes = eight_bytes(entries);
  bytes += view_of(hash);
  bytes += view_of(mac);
  return key.mac(bytes);
}

std::string hex_of(const SealHash& hash) { return hex_of_bytes(hash.data(), hash.size()); }

std::optional<SealHash> hash_of_hex(std::string_view digits) {
  SealHash hash{};
  if (digits.size() != 2 * hash.size()) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const int high = value_of(digits[2 * i]);
    const int low = value_of(digits[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return hash;
}

std::optional<SealHash> stored_hash_of(std::string_view digits) {
  auto hash = hash_of_hex(digits);
  if (hash && hex_of(*hash) != digits) hash.reset();
  return hash;
}

std::string random_id() {
  std::array<unsigned char, 16> bytes{};
  fill_randomly(bytes.data(), static_cast<int>(bytes.size()));
  return hex_of_bytes(bytes.data(), bytes.size());
}

std::string eight_bytes(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = 8; i-- > 0; number >>= 8) bytes[i] = static_cast<char>(number & 0xFFU);
  return bytes;
}

void wipe(std::string& text) {
  OPENSSL_cleanse(text.data(), text.size());
  text.clear();
}

}  // namespace daicho
