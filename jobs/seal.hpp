// The seal of a volume: CMS, signed if asked, then encrypted for its recipients with AES-256-GCM. Streams in constant
// memory. docs/on-disk/media.md specifies it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/certificate.hpp"

namespace daicho {

inline constexpr std::string_view kSealCipher = "AES-256-GCM";

struct SealSigner {
  Certificate certificate;
  PrivateKey key;
};

/// For whom a volume is sealed, and by whom it is signed.
struct SealParties {
  std::vector<Certificate> recipients;  ///< at least one
  std::optional<SealSigner> signer;
};

/// Throws RefusedError with every reason why these may not be sealed for, or sign.
void refuse_weak_parties(const SealParties& parties);

/// How a recipient's key is wrapped, for people: `RSAES-OAEP SHA-256`.
std::string key_wrap_name(const Certificate& recipient);

/// What a seal may add to its content, in bytes, at most.
std::uint64_t sealed_size_bound(std::uint64_t content, const SealParties& parties);

/// One sealed message. Whatever `out` throws comes out of `write` and `finish`.
class Seal {
 public:
  using Output = std::function<void(std::string_view)>;
  /// Throws WorldError where OpenSSL cannot work.
  Seal(const SealParties& parties, Output out);
  Seal(const Seal&) = delete;
  Seal& operator=(const Seal&) = delete;
  ~Seal();

  void write(std::string_view content);
  /// The signature, the tag and the end, after at least one byte of content. Nothing may be written afterwards.
  void finish();

 private:
  struct Chain;
  std::unique_ptr<Chain> chain_;
};

}  // namespace daicho
