// The seal of the ledger: hashes, macs and keys that move forward (docs/on-disk/ledger.md, chain and seal). OpenSSL
// stays behind this file.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// A SHA-256 or HMAC-SHA-256.
using SealHash = std::array<unsigned char, 32>;

/// A key of the ledger: 32 bytes, wiped from memory with the object.
class SealKey {
 public:
  SealKey() = default;  ///< all zeros
  SealKey(const SealKey&) = default;
  SealKey& operator=(const SealKey&) = default;
  ~SealKey();

  /// From the system's random numbers. Throws WorldError where there are none.
  static SealKey random();
  /// From 64 hexadecimal digits of either case; nothing for other text.
  static std::optional<SealKey> from_hex(std::string_view digits);
  /// For the key file and for showing an initial key; the caller wipes it (`wipe`).
  std::string hex() const;

  /// K_(i+1) of K_i.
  SealKey next() const;
  /// M(K, bytes).
  SealHash mac(std::string_view bytes) const;

 private:
  SealHash bytes_{};
};

/// hash_i from hash_(i-1) and the canonical entry.
SealHash chain_hash(const SealHash& previous, std::string_view canonical_entry);

/// mac_i.
SealHash entry_mac(const SealKey& key, const SealHash& hash);

/// The head of a ledger of `entries` entries under K_entries; `hash` and `mac` are the last entry's.
SealHash head_mac(const SealKey& key, std::uint64_t entries, const SealHash& hash, const SealHash& mac);

/// 64 lower-case hexadecimal digits, and back: nothing for other text.
std::string hex_of(const SealHash& hash);
std::optional<SealHash> hash_of_hex(std::string_view digits);

/// A hash as this program stores it, in lower case; nothing for any other way of writing it.
std::optional<SealHash> stored_hash_of(std::string_view digits);

/// 32 hexadecimal digits from the system's random numbers: ids and references.
std::string random_id();

/// 8 bytes, the most significant first.
std::string eight_bytes(std::uint64_t number);

/// Overwrites text that held a key.
void wipe(std::string& text);

}  // namespace daicho
