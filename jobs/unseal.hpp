// Opening a seal: what the receiver of a medium does. The content stays in memory, and is wiped.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jobs/certificate.hpp"

struct bio_st;         // OpenSSL's
struct x509_store_st;  // OpenSSL's

namespace daicho {

/// Why a seal does not open, or does not hold.
enum class UnsealFault : std::uint8_t {
  none,
  not_a_seal,     ///< no CMS message, cut off, or of another cipher
  not_for_us,     ///< the key is none of its recipients'
  altered,        ///< its tag does not fit: bytes were changed
  not_signed,     ///< a signature was asked for
  bad_signature,  ///< the signature does not fit the content
  unknown_signer  ///< the signature fits, its certificate is not of the given authority, or not valid
};

/// The content of a seal, wiped when it goes.
class SealedContent {
 public:
  SealedContent() = default;
  /// Takes over an OpenSSL memory BIO.
  explicit SealedContent(bio_st* bio) : bio_(bio) {}
  /// Valid while this lives.
  std::string_view view() const;

 private:
  struct Free {
    void operator()(bio_st* bio) const;
  };
  std::unique_ptr<bio_st, Free> bio_;
};

struct UnsealResult {
  UnsealFault fault = UnsealFault::none;
  SealedContent content;      ///< only without a fault, or with unknown_signer
  std::string signer;         ///< subject of the signer's certificate, empty: not signed
  bool signer_known = false;  ///< the certificate is of the given authority
};

/// Authorities whose signatures count.
class TrustedAuthorities {
 public:
  /// A PEM file of one or more certificates. Throws WorldError, UsageError.
  explicit TrustedAuthorities(const std::filesystem::path& file);
  x509_store_st* handle() const { return store_.get(); }

 private:
  std::shared_ptr<x509_store_st> store_;
};

/// For whom a sealed message is: `issuer, serial number` of each; nothing where it is none. `message` at most 2 GiB.
std::optional<std::vector<std::string>> recipients_of_seal(std::string_view message);

/// Opens a sealed message; a bad one is an answer, not an exception.
UnsealResult unseal(std::string_view message, const Certificate& certificate, const PrivateKey& key,
                    const TrustedAuthorities* authorities);

}  // namespace daicho
